// From a draft to letters: an issue is fixed, its readers are listed, it can be stopped, gone on with and ended.
import { and, asc, eq, inArray, lt, max } from 'drizzle-orm'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { isAdmin } from '#app/newsroom/people/admins.server.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterLetters } from '#db/schema/newsletter.ts'
import type { IssueDone, IssueState, IssueStory } from './issue.ts'
import { nextReadersQuery, readerCount } from './issue-audience.server.ts'
import { keepStories, storiesOfDraft } from './issue-stories.server.ts'
import { changeDraft, countsOf } from './issues.server.ts'

const LISTED_AT_ONCE = 500
const KEPT_DAYS = 30
const DAY_MS = 24 * 3_600_000

/**
 * Sends an issue: its stories are fixed with the words they have now, and from here on the clock sends it. Of two
 * presses one sends; the other is told `already-sent`.
 */
export async function sendIssue(
  db: Database,
  { issue, version }: { issue: string; version: number },
  who: Person,
  when: Date,
): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [row] = await tx.select().from(newsletterIssues).where(eq(newsletterIssues.publicId, issue))
    if (!row) return { ok: false, because: 'not-found' }
    if (row.state !== 'draft') return { ok: false, because: 'already-sent' }
    if (row.version !== version) return { ok: false, because: 'changed' }
    if (row.subject === '') return { ok: false, because: 'no-subject' }
    if (row.audience === 'topic' && row.topicId === null) return { ok: false, because: 'no-topic' }
    const chosen = await storiesOfDraft(tx, row.id, when)
    if (chosen.length === 0) return { ok: false, because: 'no-story' }
    if ((await readerCount(tx, row, when)) === 0) return { ok: false, because: 'no-readers' }
    const fixed = await changeDraft(tx, issue, version, await fixedNow(tx, when))
    if (!fixed.ok) return fixed
    await keepStories(tx, row.id, chosen, { fixed: true })
    await logAct(tx, { personId: who.id, byId: who.id, act: 'sent-newsletter', reason: row.subject }, when)
    return { ok: true }
  })
}

/** Writes an issue that is sent at once, for the clock. */
export async function queueIssue(
  tx: Writer,
  row: Pick<typeof newsletterIssues.$inferInsert, 'audience' | 'topicId' | 'subject'>,
  chosen: readonly IssueStory[],
  when: Date,
): Promise<void> {
  const [made] = await tx
    .insert(newsletterIssues)
    .values({ ...row, ...(await fixedNow(tx, when)), publicId: newPublicId(), intro: '', createdAt: when })
    .returning({ id: newsletterIssues.id })
  await keepStories(tx, made?.id ?? 0, chosen, { fixed: true })
}

// What an issue gets when it is sent. Numbers have no gaps but those of issues that reached nobody.
async function fixedNow(tx: Writer, when: Date) {
  const [last] = await tx.select({ number: max(newsletterIssues.number) }).from(newsletterIssues)
  const { language, name } = await outletOf(tx)
  return {
    state: 'queued' as const,
    number: (last?.number ?? 0) + 1,
    language,
    outletName: name,
    queuedAt: when,
  }
}

/** No more letters of this issue leave, until somebody goes on with it. */
export function stopIssue(db: Database, issue: string, who: Person, when: Date): Promise<IssueDone> {
  return changeRunning(db, { issue, from: ['queued', 'sending'], to: 'stopped' }, who, when)
}

/** Goes on with a stopped issue: who has not got it yet gets it. */
export function resumeIssue(db: Database, issue: string, who: Person, when: Date): Promise<IssueDone> {
  return changeRunning(db, { issue, from: ['stopped'], to: 'queued' }, who, when)
}

/** Ends a stopped issue: who has not got it does not get it. */
export async function endIssue(db: Database, issue: string, who: Person, when: Date): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [row] = await tx
      .select({ id: newsletterIssues.id })
      .from(newsletterIssues)
      .where(and(eq(newsletterIssues.publicId, issue), eq(newsletterIssues.state, 'stopped')))
    if (!row) return { ok: false, because: 'not-now' }
    const [leaving] = await tx
      .select({ id: newsletterLetters.id })
      .from(newsletterLetters)
      .where(and(eq(newsletterLetters.issueId, row.id), eq(newsletterLetters.state, 'sending')))
      .limit(1)
    if (leaving) return { ok: false, because: 'not-now' } // in a moment it is known whether it left
    await tx
      .update(newsletterLetters)
      .set({ state: 'skipped' })
      .where(and(eq(newsletterLetters.issueId, row.id), eq(newsletterLetters.state, 'waiting')))
      .returning({ id: newsletterLetters.id })
    await finish(tx, row.id, when)
    return { ok: true }
  })
}

async function changeRunning(
  db: Database,
  { issue, from, to }: { issue: string; from: IssueState[]; to: 'stopped' | 'queued' },
  who: Person,
  when: Date,
): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [changed] = await tx
      .update(newsletterIssues)
      .set({ state: to, pausedUntil: null, pauses: 0, lastError: '' })
      .where(and(eq(newsletterIssues.publicId, issue), inArray(newsletterIssues.state, from)))
      .returning({ subject: newsletterIssues.subject })
    if (!changed) return { ok: false, because: 'not-now' }
    const act = to === 'stopped' ? 'stopped-newsletter' : 'sent-newsletter'
    await logAct(tx, { personId: who.id, byId: who.id, act, reason: changed.subject }, when)
    return { ok: true }
  })
}

/**
 * Writes a row for each reader of the issues that wait for it, 500 at a time and each in a transaction of its own: cut
 * off anywhere, it goes on where it was. Readers who confirm later get the next issue.
 */
export async function listReaders(db: Database, when: Date): Promise<void> {
  const queued = await db
    .select({ id: newsletterIssues.id })
    .from(newsletterIssues)
    .where(eq(newsletterIssues.state, 'queued'))
    .orderBy(asc(newsletterIssues.id))
  for (const { id } of queued) while (await listSome(db, id, when));
}

/** Lists the next readers of an issue; true while there may be more. */
export async function listSome(db: Database, issueId: number, when: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const here = and(eq(newsletterIssues.id, issueId), eq(newsletterIssues.state, 'queued'))
    const [row] = await tx.select().from(newsletterIssues).where(here)
    if (!row) return false
    const readers = await nextReadersQuery(tx, row, row.queuedAt ?? when, row.listedUpTo, LISTED_AT_ONCE)
    if (readers.length > 0)
      await tx
        .insert(newsletterLetters)
        .values(
          readers.map(({ id }) => ({
            issueId,
            subscriberId: id,
            key: `newsletter-${newPublicId()}`,
            state: 'waiting' as const,
            notBefore: when,
          })),
        )
        .onConflictDoNothing()
        .returning({ id: newsletterLetters.id })
    const all = readers.length < LISTED_AT_ONCE
    await tx
      .update(newsletterIssues)
      .set({ listedUpTo: readers.at(-1)?.id ?? row.listedUpTo, ...(all && { state: 'sending' as const }) })
      .where(here)
      .returning({ id: newsletterIssues.id })
    return !all
  })
}

/** Ends every issue of which nothing waits any more. True when the archive got one. */
export async function finishIssues(db: Database, when: Date): Promise<boolean> {
  const sending = await db
    .select({ id: newsletterIssues.id })
    .from(newsletterIssues)
    .where(eq(newsletterIssues.state, 'sending'))
  let finished = false
  for (const { id } of sending)
    finished =
      (await db.transaction(async (tx) => {
        const [still] = await tx
          .select({ id: newsletterLetters.id })
          .from(newsletterLetters)
          .where(and(eq(newsletterLetters.issueId, id), inArray(newsletterLetters.state, ['waiting', 'sending'])))
          .limit(1)
        if (!still) await finish(tx, id, when)
        return !still
      })) || finished
  return finished
}

// An issue that reached nobody is not one that readers find in the archive.
async function finish(tx: Writer, issueId: number, when: Date): Promise<void> {
  const counts = (await countsOf(tx, [issueId])).get(issueId)
  const { sent = 0, failed = 0, bounced = 0, skipped = 0, unsure = 0 } = counts ?? {}
  await tx
    .update(newsletterIssues)
    .set({
      state: sent > 0 ? ('sent' as const) : ('cancelled' as const),
      finishedAt: when,
      pausedUntil: null,
      sentCount: sent,
      failedCount: failed,
      bouncedCount: bounced,
      skippedCount: skipped,
      unsureCount: unsure,
    })
    .where(eq(newsletterIssues.id, issueId))
    .returning({ id: newsletterIssues.id })
  if (sent > 0) await paperChanged(tx, [paperKeys.newsletter], when)
}

/** Forgets who got what a month after an issue was finished; how many stays. */
export async function sweepIssues(db: Database, when: Date): Promise<void> {
  const before = new Date(when.getTime() - KEPT_DAYS * DAY_MS)
  await db.transaction(async (tx) => {
    const old = tx
      .select({ id: newsletterIssues.id })
      .from(newsletterIssues)
      .where(lt(newsletterIssues.finishedAt, before))
    await tx
      .delete(newsletterLetters)
      .where(inArray(newsletterLetters.issueId, old))
      .returning({ id: newsletterLetters.id })
  })
}
