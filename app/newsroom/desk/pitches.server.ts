// Pitches: sent with a promised date, answered once by the desk, withdrawn, and begun as a story. Letters go in the same transaction.
import { and, asc, count, desc, eq, gt, or } from 'drizzle-orm'
import {
  type DeskPitch,
  nameOfPitch,
  type OwnPitch,
  type PitchFault,
  type PitchInput,
} from '#app/newsroom/desk/pitches.ts'
import { theDesk } from '#app/newsroom/desk/the-desk.server.ts'
import type { LetterKind } from '#app/newsroom/letters/kinds.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { beginDraft } from '#app/newsroom/story/drafts.server.ts'
import { callForDraft } from '#app/newsroom/story/open-calls.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { pitches } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { openCalls, stories } from '#db/schema/story.ts'

const MOST_LINES = 3
const LONGEST = 600
const LONGEST_ANSWER = 2000
/** Pitches of one person that may wait at the same time. */
const MOST_OPEN = 5
const USUAL_HOURS = 48

type Faulty = { ok: false; because: 'faults'; faults: PitchFault[] }
export type PitchSent = { ok: true; publicId: string; answerBy: Date } | Faulty

/** Sends a pitch: at most three lines and 600 characters. Its sender gets a receipt with the promised date, the desk a letter. */
export async function sendPitch(db: Database, input: PitchInput, who: Person, when: Date): Promise<PitchSent> {
  const text = linesOf(input.text).join('\n')
  const faults = faultsOfText(text)
  if (!who.confirmed) faults.push({ field: '', code: 'pitch-unconfirmed' })
  return db.transaction(async (tx): Promise<PitchSent> => {
    const [section] = input.section ? await tx.select().from(sections).where(eq(sections.slug, input.section)) : []
    if (!section) faults.push({ field: 'section', code: 'pitch-no-section' })
    const call = input.call ? await callForDraft(tx, input.call, when) : null
    if (input.call && !call) faults.push({ field: 'call', code: 'pitch-call-closed' })
    if ((await openOf(tx, who)) >= MOST_OPEN) faults.push({ field: '', code: 'pitch-many-open' })
    if (faults.length || !section) return { ok: false, because: 'faults', faults }
    const answerBy = new Date(when.getTime() + (section.answerWithinHours || USUAL_HOURS) * 3_600_000)
    const [pitch] = await tx
      .insert(pitches)
      .values({
        publicId: newPublicId(),
        ownerId: who.id,
        text,
        language: who.language,
        sectionId: section.id,
        callId: call?.id ?? null,
        sentAt: when,
        answerBy,
      })
      .returning()
    if (!pitch) throw new Error('a pitch was not written')
    await writeTo(tx, who, 'pitch-receipt', pitch, when)
    for (const editor of await theDesk(tx, who.id)) await writeTo(tx, editor, 'new-pitch', pitch, when)
    return { ok: true, publicId: pitch.publicId, answerBy }
  })
}

/** One's own pitches, the newest first. */
export async function myPitches(db: Reader, who: Person, limit = 20): Promise<OwnPitch[]> {
  const rows = await selectPitches(db).where(eq(pitches.ownerId, who.id)).orderBy(desc(pitches.id)).limit(limit)
  return rows.map(ownPitchOf)
}

/** One's own pitch; null for anybody else's. */
export async function ownPitch(db: Reader, publicId: string, who: Person): Promise<OwnPitch | null> {
  const [row] = await selectPitches(db).where(and(eq(pitches.publicId, publicId), eq(pitches.ownerId, who.id)))
  return row ? ownPitchOf(row) : null
}

/** Takes an open pitch back. One that was answered meanwhile stays as it is. */
export async function withdrawPitch(
  db: Database,
  publicId: string,
  who: Person,
): Promise<{ ok: true } | { ok: false; because: 'not-found' | 'answered' }> {
  return db.transaction(async (tx) => {
    const mine = and(eq(pitches.publicId, publicId), eq(pitches.ownerId, who.id))
    const [pitch] = await tx.select({ state: pitches.state }).from(pitches).where(mine)
    if (!pitch) return { ok: false, because: 'not-found' }
    if (pitch.state === 'withdrawn') return { ok: true }
    const taken = await tx
      .update(pitches)
      .set({ state: 'withdrawn' })
      .where(and(mine, eq(pitches.state, 'open')))
      .returning({ id: pitches.id })
    return taken.length ? { ok: true } : { ok: false, because: 'answered' }
  })
}

/** Open pitches, the oldest first; `after` is the last of the page before. */
export async function openPitches(
  db: Reader,
  { after, limit = 50 }: { after?: { at: Date; id: number }; limit?: number },
  who: Person,
  when: Date,
): Promise<(DeskPitch & { place: { at: number; id: number } })[]> {
  const rows = await selectPitches(db)
    .where(
      and(
        eq(pitches.state, 'open'),
        after && or(gt(pitches.sentAt, after.at), and(eq(pitches.sentAt, after.at), gt(pitches.id, after.id))),
      ),
    )
    .orderBy(asc(pitches.sentAt), asc(pitches.id))
    .limit(limit)
  return rows.map((row) => ({
    ...ownPitchOf(row),
    late: row.pitch.answerBy < when,
    own: row.pitch.ownerId === who.id,
    // A pitch carries no by-line, so a protected reporter has no name here.
    from: row.protectedAt ? null : row.from,
    language: row.pitch.language,
    place: { at: row.pitch.sentAt.getTime(), id: row.pitch.id },
  }))
}

/** How many pitches wait for the desk. */
export async function pitchesWaiting(db: Reader): Promise<number> {
  const [row] = await db.select({ n: count() }).from(pitches).where(eq(pitches.state, 'open'))
  return row?.n ?? 0
}

export type PitchAnswered = { ok: true } | { ok: false; because: 'not-found' } | Faulty

/** Answers a pitch with a sentence; exactly one of several answers wins. Staff only, never its sender. */
export async function answerPitch(
  db: Database,
  publicId: string,
  { verdict, answer }: { verdict: 'welcome' | 'declined'; answer: string },
  who: Person,
  when: Date,
): Promise<PitchAnswered> {
  if (who.role === 'contributor') return { ok: false, because: 'not-found' }
  const words = cleanText(answer).trim()
  const faulty = (code: PitchFault['code'], field: PitchFault['field'] = 'answer'): Faulty => ({
    ok: false,
    because: 'faults',
    faults: [{ field, code }],
  })
  return db.transaction(async (tx): Promise<PitchAnswered> => {
    const [pitch] = await tx.select().from(pitches).where(eq(pitches.publicId, publicId))
    if (!pitch) return { ok: false, because: 'not-found' }
    if (pitch.ownerId === who.id) return faulty('pitch-own', '')
    if (pitch.state !== 'open') return faulty('pitch-answered', '')
    if (!words) return faulty('pitch-no-answer')
    if (words.length > LONGEST_ANSWER) return faulty('pitch-answer-long')
    const [answered] = await tx
      .update(pitches)
      .set({ state: verdict, answer: words, answeredById: who.id, answeredAt: when })
      .where(and(eq(pitches.id, pitch.id), eq(pitches.state, 'open')))
      .returning()
    if (!answered) return faulty('pitch-answered', '')
    const [owner] = await tx.select().from(people).where(eq(people.id, pitch.ownerId))
    const kind = verdict === 'welcome' ? 'pitch-welcomed' : 'pitch-declined'
    if (owner) await writeTo(tx, owner, kind, answered, when)
    return { ok: true }
  })
}

/** Begins the story of a welcomed pitch, with its words, section and call; asked for again, it gives the same story. */
export async function writeFromPitch(
  db: Database,
  publicId: string,
  who: Person,
  when: Date,
): Promise<{ ok: true; story: string } | { ok: false; because: 'not-found' | 'not-welcome' }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ pitch: pitches, story: stories.publicId })
      .from(pitches)
      .leftJoin(stories, eq(stories.id, pitches.storyId))
      .where(and(eq(pitches.publicId, publicId), eq(pitches.ownerId, who.id)))
    if (!row) return { ok: false, because: 'not-found' }
    if (row.story) return { ok: true, story: row.story }
    const { pitch } = row
    if (pitch.state !== 'welcome') return { ok: false, because: 'not-welcome' }
    const { sectionId: section, callId, language } = pitch
    const story = await beginDraft(
      tx,
      { words: pitch.text.replaceAll('\n', '\n\n'), section, callId, language },
      who,
      when,
    )
    await tx.update(pitches).set({ storyId: story.id }).where(eq(pitches.id, pitch.id)).returning({ id: pitches.id })
    return { ok: true, story: story.publicId }
  })
}

type Pitch = typeof pitches.$inferSelect

function linesOf(text: string): string[] {
  return cleanText(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
}

function faultsOfText(text: string): PitchFault[] {
  if (!text) return [{ field: 'text', code: 'pitch-empty' }]
  if (text.length > LONGEST) return [{ field: 'text', code: 'pitch-long' }]
  return text.split('\n').length > MOST_LINES ? [{ field: 'text', code: 'pitch-many-lines' }] : []
}

async function openOf(tx: Reader, who: Person): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(pitches)
    .where(and(eq(pitches.ownerId, who.id), eq(pitches.state, 'open')))
  return row?.n ?? 0
}

type Reading = { id: number; email: string; name: string }

async function writeTo(tx: Writer, to: Reading, kind: LetterKind, pitch: Pitch, when: Date) {
  const { deskName, timeZone } = await outletOf(tx)
  const forDesk = kind === 'new-pitch'
  const about = { number: 0, publicId: pitch.publicId, headline: nameOfPitch(pitch.text), deskName, timeZone, forDesk }
  await writeLetter(
    tx,
    {
      key: `pitch:${pitch.id}:${kind}:${to.id}`,
      kind,
      to: { personId: to.id, email: to.email, name: to.name },
      content: storyFacts(about, { note: pitch.answer, answerBy: pitch.answerBy.toISOString() }),
    },
    when,
  )
}

function selectPitches(db: Reader) {
  return db
    .select({
      pitch: pitches,
      section: sections.name,
      call: openCalls.title,
      story: stories.publicId,
      from: people.name,
      protectedAt: people.protectedAt,
    })
    .from(pitches)
    .innerJoin(people, eq(people.id, pitches.ownerId))
    .leftJoin(sections, eq(sections.id, pitches.sectionId))
    .leftJoin(openCalls, eq(openCalls.id, pitches.callId))
    .leftJoin(stories, eq(stories.id, pitches.storyId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectPitches>>[number]

function ownPitchOf({ pitch, section, call, story }: Row): OwnPitch {
  const { publicId, text, state, sentAt, answerBy, answer, answeredAt } = pitch
  return {
    publicId,
    text,
    state,
    section,
    call,
    sentAt: sentAt.toISOString(),
    answerBy: answerBy.toISOString(),
    answer,
    answeredAt: answeredAt?.toISOString() ?? null,
    story,
  }
}
