// The reasons of a decision as the desk has put them down: added, changed, put in order, retired and brought back.
import { asc, eq } from 'drizzle-orm'
import { type DeskReason, type PutReason, type ReasonOutcome, reasonsWith } from '#app/newsroom/desk/reasons.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { deskReasons } from '#db/schema/desk.ts'

/** A sentence of a reason has at most so many characters. */
export const LONGEST_REASON = 300
/** More than these are no list to choose from. */
export const MOST_REASONS = 100

export type ReasonFault = 'reason-empty' | 'reason-long' | 'reasons-many' | 'reason-unknown' | 'reason-last'
export type ReasonSaved =
  | { ok: true; key: string }
  | { ok: false; because: 'not-allowed' | 'not-found' }
  | { ok: false; because: 'faults'; faults: { field: string; code: ReasonFault }[] }

/** What the desk has put down, in its own order; nothing while the first reasons hold as they are. */
export async function putReasons(db: Reader): Promise<PutReason[]> {
  const rows = await db
    .select()
    .from(deskReasons)
    .orderBy(asc(deskReasons.outcome), asc(deskReasons.position), asc(deskReasons.id))
    .limit(MOST_REASONS * 2)
  return rows.map(({ key, outcome, sentences, position, retiredAt }) => ({
    key,
    outcome,
    sentences,
    position,
    retired: retiredAt !== null,
  }))
}

/** Every reason there is, retired ones too. */
export async function deskReasonList(db: Reader): Promise<DeskReason[]> {
  return reasonsWith(await putReasons(db))
}

/** Those of these keys that no editor may choose: unknown, or retired. */
export async function strangeReasons(db: Reader, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return []
  const offered = new Set((await deskReasonList(db)).filter(({ retired }) => !retired).map(({ key }) => key))
  return keys.filter((key) => !offered.has(key))
}

/**
 * Puts the words of a reason down: of a new one at the end of its list when `key` is '', else of this one. Sentences
 * are kept by language; the outlet's own is asked for unless the book has one. An empty sentence takes the own words
 * back. Admins only.
 */
export async function writeReason(
  db: Database,
  { key, outcome, sentences }: { key: string; outcome: ReasonOutcome; sentences: Record<string, string> },
  who: Person,
  when: Date,
): Promise<ReasonSaved> {
  if (who.role !== 'admin') return { ok: false, because: 'not-allowed' }
  const words = Object.fromEntries(
    Object.entries(sentences)
      .map(([language, text]) => [language, cleanText(text).replace(/\s+/g, ' ').trim()] as const)
      .filter(([, text]) => text !== ''),
  )
  const long = Object.entries(words).filter(([, text]) => text.length > LONGEST_REASON)
  if (long.length > 0) return faulty(long.map(([language]) => ({ field: language, code: 'reason-long' as const })))
  return db.transaction(async (tx): Promise<ReasonSaved> => {
    const all = await deskReasonList(tx)
    const known = all.find((reason) => reason.key === key)
    if (key !== '' && !known) return { ok: false, because: 'not-found' }
    const { language } = await outletOf(tx)
    if (!known?.first && !words[language]) return faulty([{ field: language, code: 'reason-empty' }])
    if (!known && all.length >= MOST_REASONS) return faulty([{ field: '', code: 'reasons-many' }])
    const put = known ?? { key: `own-${newPublicId()}`, outcome, position: placeAfter(all, outcome), retired: false }
    await keep(tx, { ...put, sentences: words }, when)
    return { ok: true, key: put.key }
  })
}

/** Moves a reason one place up or down among those that are offered with it. Admins only. */
export async function moveReason(
  db: Database,
  key: string,
  by: 'up' | 'down',
  who: Person,
  when: Date,
): Promise<ReasonSaved> {
  if (who.role !== 'admin') return { ok: false, because: 'not-allowed' }
  return db.transaction(async (tx): Promise<ReasonSaved> => {
    const all = await deskReasonList(tx)
    const reason = all.find((one) => one.key === key)
    if (!reason || reason.retired) return { ok: false, because: 'not-found' }
    const list = all.filter((one) => one.outcome === reason.outcome && !one.retired)
    const at = list.indexOf(reason)
    const other = list[by === 'up' ? at - 1 : at + 1]
    if (!other) return { ok: true, key }
    list[list.indexOf(other)] = reason
    list[at] = other
    for (const [position, one] of list.entries())
      if (one.position !== position * 10) await keep(tx, { ...one, position: position * 10 }, when)
    return { ok: true, key }
  })
}

/** Takes a reason out of the list, or brings it back to its end; old letters and log rows go on naming it. Admins only. */
export async function retireReason(
  db: Database,
  key: string,
  retired: boolean,
  who: Person,
  when: Date,
): Promise<ReasonSaved> {
  if (who.role !== 'admin') return { ok: false, because: 'not-allowed' }
  return db.transaction(async (tx): Promise<ReasonSaved> => {
    const all = await deskReasonList(tx)
    const reason = all.find((one) => one.key === key)
    if (!reason) return { ok: false, because: 'not-found' }
    if (reason.retired === retired) return { ok: true, key }
    const left = all.filter((one) => one.outcome === reason.outcome && !one.retired)
    // A decision needs a reason, so each list keeps one.
    if (retired && left.length === 1) return faulty([{ field: '', code: 'reason-last' }])
    const position = retired ? reason.position : placeAfter(all, reason.outcome)
    await keep(tx, { ...reason, position, retired }, when)
    return { ok: true, key }
  })
}

function placeAfter(all: readonly DeskReason[], outcome: ReasonOutcome): number {
  return Math.max(-10, ...all.filter((reason) => reason.outcome === outcome).map(({ position }) => position)) + 10
}

function faulty(faults: { field: string; code: ReasonFault }[]): ReasonSaved {
  return { ok: false, because: 'faults', faults }
}

async function keep(tx: Writer, { key, outcome, sentences, position, retired }: PutReason, when: Date) {
  const [known] = await tx
    .select({ retiredAt: deskReasons.retiredAt })
    .from(deskReasons)
    .where(eq(deskReasons.key, key))
  const row = { outcome, sentences, position, retiredAt: retired ? (known?.retiredAt ?? when) : null }
  await tx
    .insert(deskReasons)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: deskReasons.key, set: row })
    .returning({ id: deskReasons.id })
}
