// Writing an issue: what is new, what may be put in, who may send it and when not; and the issues that the clock writes.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Audience } from '#app/newsroom/wire/issue.ts'
import { archivedIssues } from '#app/newsroom/wire/issue-archive.server.ts'
import { subscriberCounts } from '#app/newsroom/wire/issue-audience.server.ts'
import { planOf, savePlan, writePlanned } from '#app/newsroom/wire/issue-plan.server.ts'
import { sendIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import {
  discardIssue,
  issueOf,
  issuesPage,
  newFor,
  saveIssue,
  startIssue,
  testIssue,
} from '#app/newsroom/wire/issues.server.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import type { Database } from '#db/client.ts'
import { newsletterIssues } from '#db/schema/newsletter.ts'
import { publications, publicationTopics } from '#db/schema/press.ts'
import { storyStates } from '#db/schema/story-states.ts'
import { type Cast, castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { mailServer, reader, readers, sendFor, sentIssue, takeDown } from './newsletter.ts'

let db: Database
let cast: Cast

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})

afterAll(closeDatabases)

const HOUR = 60
const DAY = 24 * HOUR

async function publish(headline: string, at: Date): Promise<string> {
  const story = await storyIn(db, cast, 'published', headline)
  const slug = headline.toLowerCase().replaceAll(' ', '-')
  await db.transaction(async (tx) => {
    const [row] = await tx.update(publications).set({ publishedAt: at }).where(eq(publications.slug, slug)).returning()
    await tx
      .update(publicationTopics)
      .set({ publishedAt: at })
      .where(eq(publicationTopics.storyId, row?.storyId ?? 0))
      .returning()
  })
  return story
}

async function draft(audience: Audience = 'daily', when = later(1)): Promise<string> {
  const begun = await startIssue(db, audience, cast.admin, when)
  if (!begun.ok) throw new Error(begun.because)
  return begun.issue
}

const slugsIn = async (issue: string) => (await issueOf(db, issue, later(2)))?.stories.map((story) => story?.slug)
const write = (issue: string, version: number, stories: string[], subject = 'S', audience: Audience = 'daily') =>
  saveIssue(db, { issue, version, audience, subject, intro: '', stories }, cast.admin, later(1))

test('a draft begins with what was published since the last issue for the same readers, newest first', async () => {
  await readers(db, 1)
  await publish('Long ago', later(-3 * DAY))
  await publish('This morning', later(-3 * HOUR))
  await publish('At noon', NOON)
  expect(await slugsIn(await draft())).toEqual(['at-noon', 'this-morning'])
  expect(await slugsIn(await draft('weekly'))).toEqual(['at-noon', 'this-morning', 'long-ago'])
  expect(await newFor(db, { topic: 'border' }, later(1))).toEqual(['at-noon', 'this-morning'])
  await sentIssue(db, cast, later(1))
  await sendFor(db, mailServer(), { seconds: 2 })
  await publish('After it', later(10))
  expect(await newFor(db, 'daily', later(20))).toEqual(['after-it'])
  expect(await newFor(db, { topic: 'border' }, later(20))).toEqual(['after-it', 'at-noon', 'this-morning'])
  expect(await newFor(db, { topic: 'nowhere' }, later(20))).toEqual([])
})

test('only what readers can read: of every state of a story only the published one is in an issue, embargo kept', async () => {
  await readers(db, 1)
  for (const state of storyStates) await storyIn(db, cast, state, `Canary ${state.replaceAll('_', ' ')}`)
  await publish('From tomorrow', later(DAY))
  const issue = await draft()
  expect(await slugsIn(issue)).toEqual(['canary-published'])
  const all = (await db.select({ slug: publications.slug }).from(publications)).map(({ slug }) => slug)
  expect(all).toContain('from-tomorrow')
  expect(all.length).toBeGreaterThan(2)
  await write(issue, 1, [...all, 'nothing-at-all', 'canary-draft'])
  expect(await slugsIn(issue)).toEqual(['canary-published'])
  await sendIssue(db, { issue, version: 2 }, cast.admin, later(2))
  const office = mailServer()
  await sendFor(db, office, { begin: 3 })
  const mail = JSON.stringify(office.got)
  expect(mail).toContain('Canary published')
  expect(mail.replaceAll('Canary published', '')).not.toMatch(/canary (?!published)|Canary|tomorrow/)
})

test('order, subject and introduction are kept as they were typed; control characters and line breaks are not', async () => {
  await publish('One', NOON)
  await publish('Two', NOON)
  const issue = await draft()
  const typed = { subject: ' A\r\nBcc: x@example.org\u0000 ', intro: 'First.\n\nSecond <b>.' }
  const stories = ['one', 'two', 'one']
  expect(
    await saveIssue(db, { issue, version: 1, audience: 'weekly', ...typed, stories }, cast.admin, later(1)),
  ).toEqual({
    ok: true,
  })
  expect((await issueOf(db, issue, later(1)))?.view).toMatchObject({
    subject: 'A Bcc: x@example.org',
    intro: 'First.\n\nSecond <b>.',
    audience: 'weekly',
    version: 2,
  })
  expect(await slugsIn(issue)).toEqual(['one', 'two'])
})

test('refusals: who is no admin, another version, no subject, no story, nobody to read it, no such topic', async () => {
  const story = await publish('One', NOON)
  const issue = await draft()
  const send = (version: number, who = cast.admin) => sendIssue(db, { issue, version }, who, later(2))
  expect(await startIssue(db, 'daily', cast.editor, NOON)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await startIssue(db, { topic: 'nowhere' }, cast.admin, NOON)).toEqual({ ok: false, because: 'no-topic' })
  expect(await send(1, cast.editor)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await send(1)).toEqual({ ok: false, because: 'no-subject' })
  expect(await write(issue, 1, ['one'])).toEqual({ ok: true })
  expect(await write(issue, 1, [])).toEqual({ ok: false, because: 'changed' })
  expect(await send(1)).toEqual({ ok: false, because: 'changed' })
  expect(await send(2)).toEqual({ ok: false, because: 'no-readers' })
  await readers(db, 1)
  await takeDown(db, cast, story)
  expect(await send(2)).toEqual({ ok: false, because: 'no-story' })
  expect(await testIssue(db, issue, cast.admin, later(2))).toEqual({ ok: false, because: 'no-story' })
  expect(await write('nothing', 1, [])).toEqual({ ok: false, because: 'not-found' })
  expect(await discardIssue(db, issue, cast.editor)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await discardIssue(db, issue, cast.admin)).toEqual({ ok: true })
  expect(await issueOf(db, issue, later(2))).toBeNull()
})

test('what is sent cannot be written, tried out or thrown away', async () => {
  await publish('One', NOON)
  await readers(db, 1)
  const issue = await sentIssue(db, cast, later(1))
  const already = { ok: false, because: 'already-sent' }
  expect(await write(issue, 3, [])).toEqual(already)
  expect(await testIssue(db, issue, cast.admin, later(2))).toEqual(already)
  expect(await discardIssue(db, issue, cast.admin)).toEqual(already)
})

test('counts name nobody: by rhythm, by topic, not confirmed, refused', async () => {
  await readers(db, 2)
  await reader(db, 'weekly@example.org', { rhythm: 'weekly' })
  await reader(db, 'topics@example.org', { rhythm: 'topics', topics: ['border'] })
  expect(await subscriberCounts(db)).toEqual({
    ...{ daily: 2, weekly: 1, topics: 1, pending: 0, bounced: 0 },
    byTopic: [{ slug: 'border', name: 'The border', readers: 1 }],
  })
  const { issues, next } = await issuesPage(db, null)
  expect([issues, next]).toEqual([[], null])
})

// --- By the clock ---

const plan = (dailyHour: number | null, weekly: { day: number; hour: number } | null = null, when = NOON) =>
  savePlan(db, { dailyHour, weekly }, cast.admin, when)
const clock = (when: Date) => writePlanned(db, issueWordsFor, when)
const subjects = async () =>
  (await db.select().from(newsletterIssues).orderBy(newsletterIssues.id)).map(({ subject }) => subject)

test('until an admin sets times, the clock writes nothing', async () => {
  await publish('One', NOON)
  await readers(db, 1)
  expect(await planOf(db)).toEqual({ dailyHour: null, weekly: null })
  expect(await clock(later(DAY))).toBe(0)
  expect(await savePlan(db, { dailyHour: 8, weekly: null }, cast.editor, NOON)).toEqual({
    ok: false,
    because: 'not-allowed',
  })
})

test('at the outlet’s hour: one daily issue and one of each topic that has readers, whoever asks how often', async () => {
  await publish('One', later(-HOUR))
  await readers(db, 1)
  await reader(db, 'topics@example.org', { rhythm: 'topics', topics: ['border'] })
  await plan(17) // 15:00 in UTC in Sofia's winter
  expect(await clock(later(3 * HOUR - 1))).toBe(0)
  const wrote = await Promise.all([1, 2, 3].map(() => clock(later(3 * HOUR))))
  expect(wrote.sort()).toEqual([0, 0, 2])
  expect(await clock(later(3 * HOUR + 1))).toBe(0)
  expect(await subjects()).toEqual(['What is new on 24 November 2026', 'The border: what is new on 24 November 2026'])
  const office = mailServer()
  await sendFor(db, office, { begin: 3 * HOUR + 1, seconds: 3 })
  expect(office.got.map(({ to }) => to.address).sort()).toEqual(['reader-1@example.org', 'topics@example.org'])
  expect((await archivedIssues(db, null)).issues.map(({ number, topic }) => [number, topic])).toEqual([
    [2, 'The border'],
    [1, ''],
  ])
})

test('nothing new, or nobody to read it: no issue, also not a minute later', async () => {
  await plan(17)
  await publish('One', later(-HOUR))
  expect(await clock(later(3 * HOUR))).toBe(0)
  await readers(db, 1)
  expect(await clock(later(3 * HOUR + 1))).toBe(0)
  expect(await clock(later(3 * HOUR + DAY))).toBe(0) // published more than a day before
  await publish('Two', later(3 * HOUR + DAY + 1))
  expect(await clock(later(3 * HOUR + DAY + 2))).toBe(0)
  expect(await clock(later(3 * HOUR + 2 * DAY))).toBe(1)
})

test('an hour that was over when the times were set is not made up for; one missed by a while is, by long not', async () => {
  await publish('One', later(-HOUR))
  await readers(db, 1)
  await plan(8)
  expect(await clock(later(1))).toBe(0)
  await publish('Two', later(18 * HOUR))
  expect(await clock(later(18 * HOUR + 5 * HOUR))).toBe(1) // 06:00 in UTC, five hours late
  await publish('Three', later(40 * HOUR))
  expect(await clock(later(18 * HOUR + DAY + 7 * HOUR))).toBe(0)
})

test('weekly on its day: a Wednesday at nine, once', async () => {
  await publish('One', later(-HOUR))
  await reader(db, 'weekly@example.org', { rhythm: 'weekly' })
  await plan(null, { day: 3, hour: 9 }) // 25 November 2026 is a Wednesday
  expect(await planOf(db)).toEqual({ dailyHour: null, weekly: { day: 3, hour: 9 } })
  expect(await clock(later(2 * HOUR))).toBe(0)
  expect(await clock(later(19 * HOUR))).toBe(1)
  expect(await clock(later(19 * HOUR + 2))).toBe(0)
  await publish('Two', later(DAY))
  expect(await clock(later(19 * HOUR + DAY))).toBe(0)
  expect(await clock(later(19 * HOUR + 7 * DAY))).toBe(1)
  expect(await subjects()).toEqual(['The week up to 25 November 2026', 'The week up to 2 December 2026'])
})
