// Sends the letters of the newsletter: one at a time, each taken before it leaves, no more a minute than the outlet wants.
import { and, asc, count, eq, gt, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import {
  type Mailer,
  type OutgoingLetter,
  refusalOf,
  waitBeforeTry,
} from '#app/newsroom/letters/send-letters.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterLetters, subscribers } from '#db/schema/newsletter.ts'
import { people } from '#db/schema/people.ts'
import { countBounce, forgetsBounces } from './bounces.server.ts'
import type { IssueStory } from './issue.ts'
import { type IssueWords, renderIssue } from './issue-mail.ts'
import { finishIssues, listReaders } from './issue-sending.server.ts'
import { storiesAsFixed, storiesOfDraft } from './issue-stories.server.ts'
import { issueWords } from './issues.server.ts'
import type { SubscriberSeal } from './subscriber.ts'

/** Where links lead, what seals a reader's token, the sentences of each language. `url` has no slash at its end. */
export type IssueSite = { url: string; seal: SubscriberSeal; wordsIn: (language: string) => IssueWords }

const mostAttempts = 8
const MINUTE_MS = 60_000
/** Longer than a mail server may take: who took a letter and says nothing for so long is gone. */
const GONE_AFTER_MS = 10 * MINUTE_MS

/**
 * Lists the readers of new issues and sends what is due, at most `perMinute` letters in any minute, however many
 * processes send. It is called every second and sends a second's share. True when the archive got an issue. Cut off
 * anywhere, the next call goes on.
 */
export async function sendIssues(
  db: Database,
  mailer: Mailer,
  site: IssueSite,
  when: Date,
  perMinute: number,
): Promise<boolean> {
  if (!(await anythingToDo(db))) return false // the usual second: no write lock for nothing
  await listReaders(db, when)
  await writeUnsure(db, when)
  for (let sent = 0; sent < Math.min(50, Math.ceil(perMinute / 60)); sent++) {
    const taken = await takeNext(db, when, perMinute)
    if (!taken) break
    if (!(await sendOne(db, mailer, site, taken, when))) break
  }
  return finishIssues(db, when)
}

async function anythingToDo(db: Reader): Promise<boolean> {
  const running = or(eq(newsletterIssues.state, 'queued'), eq(newsletterIssues.state, 'sending'))
  const [issue] = await db.select({ id: newsletterIssues.id }).from(newsletterIssues).where(running).limit(1)
  if (issue) return true
  const [taken] = await db.select({ id: newsletterLetters.id }).from(newsletterLetters).where(isTaken).limit(1)
  return taken !== undefined || (await dueTestQuery(db).limit(1)).length > 0
}

// Said in SQL, as the small indexes on these rows say it.
const isTaken = sql`${newsletterLetters.state} = 'sending'`

// Tests are few, and a small index holds them alone.
function dueTestQuery(db: Reader) {
  return db
    .select({ id: newsletterLetters.id, issueId: newsletterLetters.issueId })
    .from(newsletterLetters)
    .where(and(isNotNull(newsletterLetters.testForId), eq(newsletterLetters.state, 'waiting')))
    .orderBy(asc(newsletterLetters.id))
}

/** The next letter of an issue, for the test that reads its plan. */
export function dueLetterQuery(db: Reader, issueId: number, when: Date) {
  return db
    .select({ id: newsletterLetters.id, issueId: newsletterLetters.issueId })
    .from(newsletterLetters)
    .where(
      and(
        eq(newsletterLetters.issueId, issueId),
        eq(newsletterLetters.state, 'waiting'),
        lte(newsletterLetters.notBefore, when),
      ),
    )
    .orderBy(asc(newsletterLetters.notBefore), asc(newsletterLetters.id))
    .limit(1)
}

// A program ended between taking a letter and saying what became of it. It may have left, so it is not sent again.
async function writeUnsure(db: Database, when: Date): Promise<void> {
  const gone = and(isTaken, lt(newsletterLetters.triedAt, new Date(when.getTime() - GONE_AFTER_MS)))
  const [any] = await db.select({ id: newsletterLetters.id }).from(newsletterLetters).where(gone).limit(1)
  if (!any) return
  await db.transaction((tx) =>
    tx.update(newsletterLetters).set({ state: 'unsure' }).where(gone).returning({ id: newsletterLetters.id }),
  )
}

// --- Taking ---

type Letter = typeof newsletterLetters.$inferSelect
type Taken = {
  letter: Letter
  to: { email: string; name: string }
  /** Null in a test. */
  reader: { publicId: string; bounces: number; lastBounceAt: Date | null } | null
  stories: IssueStory[]
  content: Awaited<ReturnType<typeof issueWords>>
}

/** Takes the next letter that is due, so that nobody else does. Null when none is, or enough have left in this minute. */
async function takeNext(db: Database, when: Date, perMinute: number): Promise<Taken | null> {
  return db.transaction(async (tx) => {
    const lately = gt(newsletterLetters.triedAt, new Date(when.getTime() - MINUTE_MS))
    const [tried] = await tx.select({ n: count() }).from(newsletterLetters).where(lately)
    if ((tried?.n ?? 0) >= perMinute) return null
    for (let skipped = 0; skipped < 200; skipped++) {
      const due = await dueLetter(tx, when)
      if (!due) return null
      const taken = due.testForId === null ? await readyFor(tx, due) : await readyTest(tx, due, when)
      if (!taken) continue
      await change(tx, due.id, { state: 'sending', triedAt: when, attempts: due.attempts + 1 })
      return taken
    }
    return null
  })
}

async function dueLetter(tx: Writer, when: Date): Promise<Letter | null> {
  const open = or(isNull(newsletterIssues.pausedUntil), lte(newsletterIssues.pausedUntil, when))
  const sending = await tx
    .select({ id: newsletterIssues.id })
    .from(newsletterIssues)
    .where(and(eq(newsletterIssues.state, 'sending'), open))
    .orderBy(asc(newsletterIssues.id))
  let [found] = await dueTestQuery(tx).limit(1)
  for (const { id } of sending) if (!found) [found] = await dueLetterQuery(tx, id, when)
  if (!found) return null
  const [letter] = await tx.select().from(newsletterLetters).where(eq(newsletterLetters.id, found.id))
  return letter ?? null
}

// Asked for each letter: somebody may have left, and a story may have been taken down, a second ago.
async function readyFor(tx: Writer, letter: Letter): Promise<Taken | null> {
  const [row] = await tx
    .select({
      publicId: subscribers.publicId,
      email: subscribers.email,
      state: subscribers.state,
      bounces: subscribers.bounces,
      lastBounceAt: subscribers.lastBounceAt,
      safetyMode: people.safetyMode,
    })
    .from(subscribers)
    .leftJoin(people, eq(people.email, subscribers.email))
    .where(eq(subscribers.id, letter.subscriberId ?? 0))
  // In safety mode no letter names the paper.
  if (row?.state !== 'confirmed' || row.email === null || row.safetyMode) {
    await change(tx, letter.id, { state: 'skipped' })
    return null
  }
  const stories = (await storiesAsFixed(tx, letter.issueId)).filter((story) => story !== null)
  if (stories.length === 0) {
    await tx
      .update(newsletterIssues)
      .set({ state: 'stopped' })
      .where(and(eq(newsletterIssues.id, letter.issueId), eq(newsletterIssues.state, 'sending')))
      .returning({ id: newsletterIssues.id })
    return null
  }
  const content = await contentOf(tx, letter.issueId)
  return { letter, to: { email: row.email, name: '' }, reader: row, stories, content }
}

async function readyTest(tx: Writer, letter: Letter, when: Date): Promise<Taken | null> {
  const [row] = await tx
    .select({ email: people.email, name: people.name, safetyMode: people.safetyMode })
    .from(people)
    .where(eq(people.id, letter.testForId ?? 0))
  const stories = await storiesOfDraft(tx, letter.issueId, when)
  if (!row || row.safetyMode || stories.length === 0) {
    await change(tx, letter.id, { state: 'skipped' })
    return null
  }
  const content = await contentOf(tx, letter.issueId)
  return { letter, to: { email: row.email, name: row.name }, reader: null, stories, content }
}

async function contentOf(tx: Reader, issueId: number): Promise<Taken['content']> {
  const [row] = await tx
    .select({ issue: newsletterIssues.publicId, state: newsletterIssues.state })
    .from(newsletterIssues)
    .where(eq(newsletterIssues.id, issueId))
  return issueWords(tx, row ?? { issue: '', state: 'draft' })
}

// --- Sending ---

/** Hands a taken letter over and writes down what became of it. False when there is no talking to the mail server. */
async function sendOne(db: Database, mailer: Mailer, site: IssueSite, taken: Taken, when: Date): Promise<boolean> {
  const { letter, reader } = taken
  try {
    await mailer.send(outgoing(taken, site))
  } catch (error) {
    return writeFailure(db, taken, error, when)
  }
  await db.transaction(async (tx) => {
    await change(tx, letter.id, { state: 'sent', lastError: '' })
    await changeIssue(tx, letter.issueId, { pausedUntil: null, pauses: 0, lastError: '' })
    if (reader && forgetsBounces(reader, when))
      await tx
        .update(subscribers)
        .set({ bounces: 0, lastBounceAt: null })
        .where(eq(subscribers.publicId, reader.publicId))
        .returning({ id: subscribers.id })
  })
  return true
}

function outgoing({ letter, to, reader, stories, content }: Taken, site: IssueSite): OutgoingLetter {
  const token = reader ? site.seal.seal(reader.publicId) : ''
  const { url } = site
  return {
    key: letter.key,
    kind: reader ? 'newsletter' : 'newsletter-test',
    fromName: content.outletName,
    fromMailbox: 'newsletter' as const,
    to: { name: to.name, address: to.email },
    ...renderIssue({ ...content, stories }, { url, token }, site.wordsIn(content.language)),
    list: {
      leave: reader ? `${url}/newsletter/leave?token=${encodeURIComponent(token)}` : '',
      archive: `${url}/newsletter/archive`,
    },
  }
}

async function writeFailure(db: Database, { letter, reader }: Taken, error: unknown, when: Date): Promise<boolean> {
  const refused = refusalOf(error)
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  const attempts = letter.attempts + 1
  await db.transaction(async (tx) => {
    if (refused === 'address' && letter.subscriberId !== null) {
      await change(tx, letter.id, { state: 'bounced', lastError })
      await countBounce(tx, letter.subscriberId, when)
    } else if (!reader || refused === 'address' || refused === 'letter' || (refused && attempts >= mostAttempts))
      await change(tx, letter.id, { state: 'failed', lastError })
    else if (refused) await change(tx, letter.id, { state: 'waiting', lastError, notBefore: later(attempts, when) })
    else {
      // Not this reader's fault: the whole issue waits, longer each time, and no try of the letter is used up.
      await change(tx, letter.id, { state: 'waiting', attempts: letter.attempts })
      const [row] = await tx
        .select({ pauses: newsletterIssues.pauses })
        .from(newsletterIssues)
        .where(eq(newsletterIssues.id, letter.issueId))
      const pauses = (row?.pauses ?? 0) + 1
      await changeIssue(tx, letter.issueId, { pauses, pausedUntil: later(pauses, when), lastError })
    }
  })
  return refused !== null
}

function later(tries: number, when: Date): Date {
  return new Date(when.getTime() + waitBeforeTry(tries))
}

async function change(tx: Writer, id: number, to: Partial<typeof newsletterLetters.$inferInsert>): Promise<void> {
  await tx.update(newsletterLetters).set(to).where(eq(newsletterLetters.id, id)).returning({ id: newsletterLetters.id })
}

async function changeIssue(tx: Writer, id: number, to: Partial<typeof newsletterIssues.$inferInsert>): Promise<void> {
  await tx.update(newsletterIssues).set(to).where(eq(newsletterIssues.id, id)).returning({ id: newsletterIssues.id })
}
