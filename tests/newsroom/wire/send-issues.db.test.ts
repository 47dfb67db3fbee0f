// Sending an issue: to whom, once each, through crashes, refusals and a mail server that is away, no faster than wanted.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import { bounceReported, MOST_BOUNCES } from '#app/newsroom/wire/bounces.server.ts'
import { archivedIssue, archivedIssues } from '#app/newsroom/wire/issue-archive.server.ts'
import {
  endIssue,
  finishIssues,
  listReaders,
  listSome,
  resumeIssue,
  sendIssue,
  stopIssue,
  sweepIssues,
} from '#app/newsroom/wire/issue-sending.server.ts'
import { issueOf, lastTest, saveIssue, startIssue, testIssue } from '#app/newsroom/wire/issues.server.ts'
import { sendIssues } from '#app/newsroom/wire/send-issues.server.ts'
import { leaveNewsletter } from '#app/newsroom/wire/subscribers.server.ts'
import type { Database, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterLetters, subscribers } from '#db/schema/newsletter.ts'
import { editions, publications } from '#db/schema/press.ts'
import { type Cast, castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { addresses, mailServer, reader, readers, seal, sendFor, sentIssue, site, takeDown } from './newsletter.ts'

let db: Database
let cast: Cast
let story: string

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  story = await storyIn(db, cast, 'published', 'Bridge opens')
})

afterAll(closeDatabases)

const viewOf = async (issue: string) => (await issueOf(db, issue, later(100)))?.view
const tokenOf = async (email: string) => {
  const [row] = await db.select().from(subscribers).where(eq(subscribers.email, email))
  return seal.seal(row?.publicId ?? '')
}

test('everybody who chose it and confirmed gets it once; the archive has it afterwards', async () => {
  const daily = await readers(db, 3)
  await reader(db, 'weekly@example.org', { rhythm: 'weekly' })
  await reader(db, 'topics@example.org', { rhythm: 'topics', topics: ['border'] })
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  expect(await archivedIssues(db, null)).toEqual({ issues: [], next: null })
  await sendFor(db, office, { seconds: 5 })
  expect(addresses(office.got)).toEqual(daily)
  expect(await viewOf(issue)).toMatchObject({
    state: 'sent',
    number: 1,
    counts: { waiting: 0, sent: 3, failed: 0, bounced: 0, skipped: 0, unsure: 0 },
  })
  expect((await archivedIssues(db, null)).issues).toMatchObject([{ number: 1, subject: 'What is new' }])
  await sendFor(db, office, { begin: 200, seconds: 2 })
  expect(office.tried).toBe(3)
})

test('a topic’s issue goes to those who chose the topic, and only to them', async () => {
  await readers(db, 1)
  await reader(db, 'topics@example.org', { rhythm: 'topics', topics: ['border'] })
  await sentIssue(db, cast, later(1), { audience: { topic: 'border' } })
  const office = mailServer()
  await sendFor(db, office)
  expect(addresses(office.got)).toEqual(['topics@example.org'])
})

test('each letter has its own Message-ID, its own links to leave and choose, and both parts say the same', async () => {
  const emails = await readers(db, 2)
  await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office)
  expect(new Set(office.got.map(({ key }) => key)).size).toBe(2)
  for (const letter of office.got) {
    const leave = new URL(letter.list?.leave ?? '')
    expect(leave.origin + leave.pathname).toBe('https://courier.example.org/newsletter/leave')
    expect(letter.text).toContain(letter.list?.leave)
    for (const body of [letter.text, letter.html]) {
      expect(body).toContain('Bridge opens')
      expect(body).toContain('https://courier.example.org/stories/bridge-opens')
      for (const [address] of body.matchAll(/https?:\/\/[^\s"<]+/g))
        expect(address).toMatch(/^https:\/\/courier\.example\.org\//)
    }
    expect(letter.html).not.toMatch(/<img|<script|<link|url\(/)
    expect(await leaveNewsletter(db, leave.searchParams.get('token') ?? '', seal, later(5))).toBe(true)
  }
  const gone = await db.select().from(subscribers)
  expect(gone.map(({ state }) => state)).toEqual(emails.map(() => 'left'))
})

test('who leaves or confirms in the meantime: the one gets nothing more, the other the next issue', async () => {
  const [first, second, third] = await readers(db, 3)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  await listReaders(db, later(1))
  await leaveNewsletter(db, await tokenOf(second ?? ''), seal, later(1))
  await sendFor(db, office, { perMinute: 1 })
  await leaveNewsletter(db, await tokenOf(third ?? ''), seal, later(2))
  await reader(db, 'late@example.org')
  await db.transaction((tx) =>
    tx
      .update(subscribers)
      .set({ confirmedAt: later(2) })
      .where(eq(subscribers.email, 'late@example.org'))
      .returning(),
  )
  await sendFor(db, office, { begin: 3, seconds: 3 })
  expect(addresses(office.got)).toEqual([first])
  expect((await viewOf(issue))?.counts).toMatchObject({ sent: 1, skipped: 2 })
})

test('who confirms before the readers are listed, but after Send, gets the next issue', async () => {
  await readers(db, 1)
  await sentIssue(db, cast, later(1))
  await reader(db, 'late@example.org')
  await db.transaction((tx) =>
    tx
      .update(subscribers)
      .set({ confirmedAt: later(2) })
      .where(eq(subscribers.email, 'late@example.org'))
      .returning(),
  )
  const office = mailServer()
  await sendFor(db, office, { begin: 3, seconds: 2 })
  expect(addresses(office.got)).toEqual(['reader-1@example.org'])
})

test('in safety mode no letter names the paper: it is left out', async () => {
  await readers(db, 1)
  await reader(db, cast.reporter.email)
  await turnOnSafetyMode(db, null, cast.reporter, NOON)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office)
  expect(addresses(office.got)).toEqual(['reader-1@example.org'])
  expect((await viewOf(issue))?.counts).toMatchObject({ sent: 1, skipped: 1 })
})

test('two senders at once send each letter once', async () => {
  const emails = await readers(db, 12)
  await sentIssue(db, cast, later(1))
  const offices = [mailServer(), mailServer(), mailServer()]
  for (let second = 0; second < 3; second++)
    await Promise.all(
      offices.map(({ mailer }) => sendIssues(db, mailer, site, new Date(later(1).getTime() + second * 1000), 3000)),
    )
  expect(addresses(offices.flatMap(({ got }) => got))).toEqual(emails.sort())
})

test('two presses of Send send one issue', async () => {
  await readers(db, 2)
  const issue = await sentIssue(db, cast, later(1))
  const again = await Promise.all([1, 2, 3].map((version) => sendIssue(db, { issue, version }, cast.admin, later(1))))
  for (const answer of again) expect(answer).toEqual({ ok: false, because: 'already-sent' })
  const office = mailServer()
  await sendFor(db, office, { seconds: 3 })
  expect(office.got).toHaveLength(2)
})

test('cut off at any write, it goes on: nobody twice, and at most the letter that was in the air is not known', async () => {
  const emails = await readers(db, 4)
  for (let cutAt = 0; cutAt < 40; cutAt++) {
    const at = cutAt * 100 + 1
    const { issue, office, cut } = await runCutAt(at, cutAt)
    await sendFor(db, office, { begin: at + 1, seconds: 8 })
    await sendFor(db, office, { begin: at + 30, seconds: 3 }) // after ten minutes it is known that somebody is gone
    const got = office.got.map(({ to }) => to.address)
    expect(new Set(got).size, `cut ${cutAt}`).toBe(got.length)
    const view = await viewOf(issue)
    expect(view?.state, `cut ${cutAt}`).toBe('sent')
    const { sent = 0, unsure = 0, waiting = 0 } = view?.counts ?? {}
    expect([sent + unsure, waiting]).toEqual([emails.length, 0])
    expect(unsure).toBeLessThanOrEqual(1)
    expect(got.length).toBeGreaterThanOrEqual(emails.length - 1)
    if (!cut) return expect(cutAt).toBeGreaterThan(6)
  }
  throw new Error('the walk has no end')
})

/** Sends an issue and ends at the write with this number, as a power cut does. */
async function runCutAt(at: number, cutAt: number) {
  await db.transaction((tx) =>
    tx
      .update(publications)
      .set({ publishedAt: later(at) })
      .returning(),
  )
  await db.transaction((tx) => tx.delete(newsletterIssues).returning())
  const issue = await sentIssue(db, cast, later(at))
  const office = mailServer()
  let writes = 0
  let cut = false
  const dying: Database = new Proxy(db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name)
      return async (work: (tx: Writer) => Promise<unknown>) => {
        if (writes++ === cutAt) cut = true
        if (cut) throw new Error('the power is gone')
        return db.transaction(work)
      }
    },
  })
  for (let second = 0; second < 8 && !cut; second++)
    await sendIssues(dying, office.mailer, site, new Date(later(at).getTime() + second * 1000), 3000).catch(() => {})
  return { issue, office, cut }
}

test('listing the readers goes on where it was cut off', async () => {
  await readers(db, 3)
  const many = Array.from({ length: 700 }, (_, n) => ({
    ...{ publicId: `p${n}`, addressHash: `h${n}`, email: `many-${n}@example.org`, language: 'en' },
    ...{ rhythm: 'daily' as const, state: 'confirmed' as const, consentWords: '', askedAt: NOON, confirmedAt: NOON },
  }))
  await db.transaction((tx) => tx.insert(subscribers).values(many).returning())
  const issue = await sentIssue(db, cast, later(1))
  const [row] = await db.select().from(newsletterIssues).where(eq(newsletterIssues.publicId, issue))
  expect(await listSome(db, row?.id ?? 0, later(1))).toBe(true)
  expect(await db.select().from(newsletterLetters)).toHaveLength(500)
  expect((await viewOf(issue))?.state).toBe('queued')
  await Promise.all([listReaders(db, later(1)), listReaders(db, later(1))])
  expect(await db.select().from(newsletterLetters)).toHaveLength(703)
  expect((await viewOf(issue))?.state).toBe('sending')
})

test('no more leave in a minute than wanted, however many processes send', async () => {
  await readers(db, 9)
  await sentIssue(db, cast, later(1))
  const offices = [mailServer(), mailServer()]
  const left = () => offices.reduce((all, { got }) => all + got.length, 0)
  const minute = async (begin: number) => {
    for (let second = 0; second < 55; second += 5)
      for (const { mailer } of offices)
        await sendIssues(db, mailer, site, new Date(later(begin).getTime() + second * 1000), 4)
  }
  await minute(1)
  expect(left()).toBe(4)
  await minute(2)
  expect(left()).toBe(8)
  await minute(3)
  expect(left()).toBe(9)
})

test('refused for later: tried again with patience, others go on; at last it is given up', async () => {
  const [stubborn] = await readers(db, 3)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer(({ to }) => (to.address === stubborn ? 'later' : null))
  await sendFor(db, office, { seconds: 3 })
  expect(office.got).toHaveLength(2)
  expect(await viewOf(issue)).toMatchObject({ state: 'sending', counts: { waiting: 1, sent: 2 } })
  const tried: number[] = []
  for (let minute = 2; minute < 300; minute++) {
    const before = office.tried
    await sendFor(db, office, { begin: minute })
    if (office.tried > before) tried.push(minute)
  }
  expect(tried).toEqual([2, 4, 8, 16, 32, 64, 128])
  expect(await viewOf(issue)).toMatchObject({ state: 'sent', counts: { waiting: 0, sent: 2, failed: 1, bounced: 0 } })
})

test('a server that is away uses up nobody’s tries: the whole issue waits, longer each time, and goes on', async () => {
  await readers(db, 3)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer(() => 'away')
  for (let minute = 1; minute <= 60; minute++) await sendFor(db, office, { begin: minute, seconds: 3 })
  expect(office.tried).toBe(6) // after 1, 2, 4, 8, 16 and 32 minutes
  expect(await viewOf(issue)).toMatchObject({
    state: 'sending',
    counts: { waiting: 3, failed: 0, bounced: 0 },
    lastError: 'connect ECONNREFUSED',
    pausedUntil: later(64).toISOString(),
  })
  office.fate = () => null
  await sendFor(db, office, { begin: 64, seconds: 3 })
  expect(office.got).toHaveLength(3)
  expect(await viewOf(issue)).toMatchObject({ state: 'sent', pausedUntil: null, lastError: '' })
})

test('an address that is refused for good three times in a row gets nothing more and is forgotten', async () => {
  const [gone] = await readers(db, 2)
  const office = mailServer(({ to }) => (to.address === gone ? 'address' : null))
  for (let day = 0; day < MOST_BOUNCES + 1; day++) {
    const at = day * 24 * 60 + 2
    await storyIn(db, cast, 'published', `Bridge ${day}`)
    await db.transaction((tx) =>
      tx
        .update(publications)
        .set({ publishedAt: later(at - 1) })
        .where(eq(publications.slug, `bridge-${day}`))
        .returning(),
    )
    const issue = await sentIssue(db, cast, later(at))
    await sendFor(db, office, { begin: at, seconds: 2 })
    expect((await viewOf(issue))?.counts).toMatchObject(
      day < MOST_BOUNCES ? { bounced: 1, sent: 1 } : { bounced: 0, sent: 1 },
    )
  }
  const rows = await db.select().from(subscribers).orderBy(subscribers.id)
  expect(rows.map(({ state, email }) => [state, email])).toEqual([
    ['bounced', null],
    ['confirmed', 'reader-2@example.org'],
  ])
  expect(office.tried).toBe(MOST_BOUNCES * 2 + 1)
})

test('a letter that is refused for its words is nobody’s bounce', async () => {
  await readers(db, 1)
  const issue = await sentIssue(db, cast, later(1))
  await sendFor(
    db,
    mailServer(() => 'letter'),
  )
  expect(await viewOf(issue)).toMatchObject({ state: 'cancelled', counts: { failed: 1, bounced: 0 } })
  expect((await db.select().from(subscribers))[0]).toMatchObject({ bounces: 0, state: 'confirmed' })
  expect((await archivedIssues(db, null)).issues).toEqual([])
})

test('a report that comes later is counted once, and moves the sums of an issue that is finished', async () => {
  await readers(db, 2)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office)
  const key = office.got[0]?.key ?? ''
  expect(await bounceReported(db, 'newsletter-nothing', later(9))).toBe(false)
  expect(await bounceReported(db, key, later(9))).toBe(true)
  expect(await bounceReported(db, key, later(9))).toBe(false)
  expect((await viewOf(issue))?.counts).toMatchObject({ sent: 1, bounced: 1 })
  const rows = await db.select().from(subscribers)
  expect(rows.map(({ bounces }) => bounces).sort()).toEqual([0, 1])
})

test('a row of refusals is forgotten when none followed for a while', async () => {
  await readers(db, 1)
  await db.transaction((tx) =>
    tx
      .update(subscribers)
      .set({ bounces: 2, lastBounceAt: later(-20 * 24 * 60) })
      .returning(),
  )
  await sentIssue(db, cast, later(1))
  await sendFor(db, mailServer())
  expect((await db.select().from(subscribers))[0]).toMatchObject({ bounces: 0, lastBounceAt: null })
})

test('stopped, nothing leaves; gone on with, the rest does; ended, it does not', async () => {
  const emails = await readers(db, 4)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office, { perMinute: 1 })
  expect(await stopIssue(db, issue, cast.admin, later(2))).toEqual({ ok: true })
  expect(await stopIssue(db, issue, cast.admin, later(2))).toEqual({ ok: false, because: 'not-now' })
  await sendFor(db, office, { begin: 3, seconds: 3 })
  expect(office.got).toHaveLength(1)
  expect(await resumeIssue(db, issue, cast.admin, later(5))).toEqual({ ok: true })
  await sendFor(db, office, { begin: 6, perMinute: 2 })
  expect(await endIssue(db, issue, cast.admin, later(7))).toEqual({ ok: false, because: 'not-now' })
  await stopIssue(db, issue, cast.admin, later(7))
  expect(await endIssue(db, issue, cast.admin, later(7))).toEqual({ ok: true })
  await sendFor(db, office, { begin: 9, seconds: 3 })
  expect(office.got.length).toBeLessThan(emails.length)
  expect(new Set(addresses(office.got)).size).toBe(office.got.length)
  const { counts, state } = (await viewOf(issue)) ?? {}
  expect(state).toBe('sent')
  expect(counts).toMatchObject({ sent: office.got.length, skipped: emails.length - office.got.length, waiting: 0 })
  for (const act of [stopIssue, resumeIssue, endIssue])
    expect(await act(db, issue, cast.editor, later(9))).toEqual({ ok: false, because: 'not-allowed' })
})

test('what is sent is fixed: a later edition changes no letter and not the archive', async () => {
  await readers(db, 2)
  await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office, { perMinute: 1 })
  await db.transaction((tx) =>
    tx.update(editions).set({ headline: 'Bridge closes', standfirst: 'It is shut.' }).returning(),
  )
  await sendFor(db, office, { begin: 3, seconds: 2 })
  expect(office.got).toHaveLength(2)
  for (const { text } of office.got) expect(text).toContain('Bridge opens\nAfter two years the bridge is open.')
  expect((await archivedIssue(db, 1))?.issue.stories).toMatchObject([
    { headline: 'Bridge opens', slug: 'bridge-opens' },
  ])
})

test('a story that is taken down is in no letter that still leaves, and not named in the archive', async () => {
  await storyIn(db, cast, 'published', 'Harbour opens')
  await readers(db, 2)
  await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office, { perMinute: 1 })
  await takeDown(db, cast, story)
  await sendFor(db, office, { begin: 3, seconds: 2 })
  expect(office.got.map(({ text, html }) => [text, html].map((body) => body.includes('Bridge opens')))).toEqual([
    [true, true],
    [false, false],
  ])
  const archived = (await archivedIssue(db, 1))?.issue
  expect(archived?.stories.filter((one) => one === null)).toHaveLength(1)
  expect(JSON.stringify(archived)).not.toContain('Bridge')
})

test('when every story is taken down nothing more leaves, and an admin decides', async () => {
  await readers(db, 2)
  const issue = await sentIssue(db, cast, later(1))
  const office = mailServer()
  await sendFor(db, office, { perMinute: 1 })
  await takeDown(db, cast, story)
  await sendFor(db, office, { begin: 3, seconds: 2 })
  expect(office.got).toHaveLength(1)
  expect(await viewOf(issue)).toMatchObject({ state: 'stopped', counts: { waiting: 1, sent: 1 } })
})

test('a test goes to the admin who asks, has no link that leaves, and sends nothing else', async () => {
  await readers(db, 1)
  const begun = await startIssue(db, 'daily', cast.admin, later(1))
  const issue = begun.ok ? begun.issue : ''
  const typed = {
    issue,
    version: 1,
    audience: 'daily' as const,
    subject: 'Try',
    intro: 'Hello.',
    stories: ['bridge-opens'],
  }
  await saveIssue(db, typed, cast.admin, later(1))
  expect(await testIssue(db, issue, cast.editor, later(1))).toEqual({ ok: false, because: 'not-allowed' })
  expect(await testIssue(db, issue, cast.admin, later(1))).toEqual({ ok: true })
  expect(await testIssue(db, issue, cast.admin, later(1))).toEqual({ ok: false, because: 'not-now' })
  const office = mailServer()
  await sendFor(db, office, { seconds: 2 })
  expect(office.got).toMatchObject([{ to: { address: cast.admin.email }, subject: 'Try', list: { leave: '' } }])
  expect(office.got[0]?.text).not.toContain('token=')
  expect(await lastTest(db, issue, cast.admin)).toEqual({ state: 'sent', error: '' })
  expect(await viewOf(issue)).toMatchObject({ state: 'draft', counts: { sent: 0, waiting: 0 } })
  await testIssue(db, issue, cast.admin, later(9))
  await sendFor(
    db,
    mailServer(() => 'away'),
    { begin: 9 },
  )
  expect(await lastTest(db, issue, cast.admin)).toEqual({ state: 'failed', error: 'connect ECONNREFUSED' })
})

test('a month after an issue who got it is forgotten, and how many stays', async () => {
  await readers(db, 2)
  const issue = await sentIssue(db, cast, later(1))
  await sendFor(db, mailServer(), { seconds: 2 })
  await sweepIssues(db, later(29 * 24 * 60))
  expect(await db.select().from(newsletterLetters)).toHaveLength(2)
  await sweepIssues(db, later(31 * 24 * 60))
  expect(await db.select().from(newsletterLetters)).toEqual([])
  expect((await viewOf(issue))?.counts.sent).toBe(2)
  expect(await finishIssues(db, later(31 * 24 * 60))).toBe(false)
})
