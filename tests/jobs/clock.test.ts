// The clock: does its work by itself, survives a job that fails, and stops without leaving work behind.
import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, expect, test, vi } from 'vitest'
import { type ClockWork, startClock } from '#app/jobs/clock.server.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import type { OutgoingLetter } from '#app/newsroom/letters/send-letters.server.ts'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { markPurged, unpurged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { readsOf } from '#app/newsroom/press/reads.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import { openReadCounter } from '#app/platform/read-counter.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import { openUploadFiles } from '#app/platform/upload-files.server.ts'
import { issueWordsFor } from '#app/words/issue-mail.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { letters } from '#db/schema/letters.ts'
import { stories } from '#db/schema/story.ts'
import { castOf, move, storyIn } from '../cast.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'

afterAll(closeDatabases)

async function house(send: (letter: OutgoingLetter) => Promise<void>) {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const sessions = openSessions(db, { secure: false, local: true })
  const work = {
    db,
    press: cast.press,
    mailer: { send },
    sessions,
    uploads: openUploadFiles('/nowhere'),
    pictures: openPictureStore('/nowhere'),
    sizer: openPictureSizer(),
    announce: async () => 202,
    reads: openReadCounter(),
    front: null,
    siteUrl: 'http://localhost:3000',
    wordsIn: letterWordsFor,
    newsletter: { wordsIn: issueWordsFor, seal: makeSeal('x'.repeat(32), 'newsletter'), perMinute: 60 },
    log: pino({ level: 'silent' }),
  }
  return { db, cast, work }
}

const content = { subject: 'Hello', greeting: 'Hello,', lines: ['All is well.'] }
const to = { email: 'a@example.org', name: 'A' }

test('two clocks on one outbox send a letter once', async () => {
  const got: string[] = []
  const { db, work } = await house(async ({ key }) => void got.push(key))
  const clocks = [startClock(work), startClock(work)]
  await db.transaction((tx) => writeLetter(tx, { key: 'one', kind: 'message', to, content }, new Date()))
  await vi.waitFor(() => expect(got).toEqual(['one']), { timeout: 10_000 })
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await Promise.all(clocks.map((clock) => clock.stop()))
  expect(got).toEqual(['one'])
})

test('two clocks publish a scheduled story once, when its time has come', async () => {
  const { db, cast, work } = await house(async () => {})
  const story = await storyIn(db, cast, 'scheduled')
  await db.transaction(async (tx) => {
    const due = { publishAt: new Date(Date.now() - 1000) }
    await tx.update(stories).set(due).where(eq(stories.publicId, story))
  })
  const clocks = [startClock(work), startClock(work)]
  const stateOf = async () =>
    (await db.select({ state: stories.state }).from(stories).where(eq(stories.publicId, story)))[0]?.state
  await vi.waitFor(async () => expect(await stateOf()).toBe('published'), { timeout: 15_000 })
  await Promise.all(clocks.map((clock) => clock.stop()))
  expect(cast.press.printed).toBe(1)
})

test('a stop waits for the letter that is just being sent', async () => {
  let release = () => {}
  let begun = false
  const { db, work } = await house(async () => {
    begun = true
    await new Promise<void>((resolve) => {
      release = resolve
    })
  })
  await db.transaction((tx) => writeLetter(tx, { key: 'one', kind: 'message', to, content }, new Date()))
  const clock = startClock(work)
  await vi.waitFor(() => expect(begun).toBe(true), { timeout: 10_000 })
  let stopped = false
  const stop = clock.stop().then(() => {
    stopped = true
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(stopped).toBe(false)
  release()
  await stop
  expect((await db.select().from(letters))[0]?.state).toBe('sent')
})

test('reads are written in one batch, also when the house closes', async () => {
  const { db, cast, work } = await house(async () => {})
  const story = await storyIn(db, cast, 'published')
  const [row] = await db.select({ id: stories.id }).from(stories).where(eq(stories.publicId, story))
  const clock = startClock(work)
  const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0' }
  for (const url of ['/stories/bridge-opens', '/stories/bridge-opens?from=feed', '/stories/nothing'])
    work.reads.count({ method: 'GET', url, headers })
  await clock.stop()
  expect(await readsOf(db, row?.id ?? 0, new Date())).toEqual({ total: 2, lastSevenDays: 2 })
})

test('the clock tells the hub of a new story, once', { timeout: 60_000 }, async () => {
  const { db, cast, work } = await house(async () => {})
  const told: string[] = []
  const announce = async ({ body }: { body: string }) => told.push(new URLSearchParams(body).get('hub.url') ?? '')
  const wire = { ...newOutlet.wire, hub: 'https://hub.example.org/' }
  await db.transaction((tx) => writeOutlet(tx, { ...newOutlet, wire }, new Date()))
  const story = await storyIn(db, cast, 'approved')
  const clock = startClock({ ...work, announce, siteUrl: 'https://courier.example.org' })
  expect((await move(db, cast, cast.otherEditor, story, 'publish', {}, new Date())).ok).toBe(true)
  await vi.waitFor(() => expect(told).toContain('https://courier.example.org/feed.xml'), { timeout: 40_000 })
  await clock.stop()
  expect(told.filter((feed) => feed === 'https://courier.example.org/feed.xml')).toHaveLength(1)
})

test('a cache in front is told of each change once, and again where it did not answer', async () => {
  const { db, cast, work } = await house(async () => {})
  const orders: string[][] = []
  let answers = 0
  const front: NonNullable<ClockWork['front']> = {
    tag: (keys) => ['surrogate-key', keys.join(' ')],
    forget: async (keys) => {
      orders.push([...keys])
      answers += 1
      if (answers === 1) throw new Error('the cache in front answered 503')
    },
  }
  const before = (await unpurged(db)).ids
  await markPurged(db, before, new Date())
  await storyIn(db, cast, 'published')
  const clock = startClock({ ...work, front })
  await expect.poll(async () => (await unpurged(db)).ids, { timeout: 15_000 }).toEqual([])
  await clock.stop()
  expect(orders.length).toBeGreaterThanOrEqual(2)
  expect(orders[1]).toEqual(orders[0])
  expect(orders[0]).toContain('lists')
})
