// Two hubs become one: every story keeps a home, old addresses lead on, and what is not printed yet comes along.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeCoverage, openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { narrowedBy } from '#app/newsroom/desk/review-queue.server.ts'
import { searchArchive } from '#app/newsroom/press/archive-search.server.ts'
import { joinHubs } from '#app/newsroom/press/join-hubs.server.ts'
import { setTopics } from '#app/newsroom/press/print-edition.server.ts'
import { topicHub } from '#app/newsroom/press/topic-hub.server.ts'
import { hubToEdit, listedHubs, saveHub } from '#app/newsroom/topics/edit-topics.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import { feedOf } from '#app/newsroom/wire/feeds.server.ts'
import type { Database } from '#db/client.ts'
import { publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { printed } from './printed-story.ts'

let db: Database
let cast: Cast
let ids: Record<string, number>
const press = { afterwards: async () => {} }

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  for (const slug of ['old', 'new', 'third']) {
    const hub = { slug, name: slug, title: `All about ${slug}`, description: '', background: [], keyEvents: [] }
    await saveHub(db, null, { ...hub, running: true, position: 5 }, cast.admin, NOON)
  }
  ids = Object.fromEntries((await db.select().from(topics)).map(({ slug, id }) => [slug, id]))
})
afterAll(closeDatabases)

const join = (from: string, into: string) => joinHubs(db, { from, into }, cast.admin, later(10))
const storiesIn = async (slug: string) =>
  (await topicHub(db, slug, null, later(60)))?.teasers.map((teaser) => teaser.slug).sort()

test('stories go over, once each, and both addresses give the same hub', async () => {
  await printed(db, cast.reporter, { slug: 'a', topicIds: [ids.old ?? 0] })
  await printed(db, cast.reporter, { slug: 'b', topicIds: [ids.old ?? 0, ids.new ?? 0] })
  await printed(db, cast.reporter, { slug: 'c', topicIds: [ids.new ?? 0] })
  expect(await join('old', 'new')).toEqual({ ok: true, slug: 'new' })
  expect(await storiesIn('new')).toEqual(['a', 'b', 'c'])
  expect((await topicHub(db, 'old', null, later(60)))?.slug).toBe('new')
  expect((await feedOf(db, { kind: 'topic', slug: 'old' }, 'rss', 'https://x.example', later(60)))?.path).toBe(
    '/topics/new',
  )
  expect((await runningTopics(db)).map(({ slug }) => slug)).not.toContain('old')
  expect((await listedHubs(db)).map(({ slug }) => slug)).not.toContain('old')
  expect(await hubToEdit(db, 'old')).toBeNull()
  const question = { q: '', section: '', place: '', from: '', to: '', order: 'newest' as const, after: '' }
  for (const topic of ['new', 'old'])
    expect((await searchArchive(db, { ...question, topic }, later(60))).found).toHaveLength(3)
})

test('hundreds of stories go over in steps, and none is left', async () => {
  await printed(db, cast.reporter, { slug: 'a', topicIds: [] })
  const [row] = await db.select().from(publications)
  if (!row) throw new Error('nothing was printed')
  for (let n = 0; n < 230; n++) await printed(db, cast.reporter, { slug: `s${n}`, topicIds: [ids.old ?? 0] })
  expect(await join('old', 'new')).toMatchObject({ ok: true })
  const all = await db.select().from(publicationTopics)
  expect(all).toHaveLength(230)
  expect(new Set(all.map(({ topicId }) => topicId))).toEqual(new Set([ids.new]))
})

test('what names the old hub comes into the new one when it is printed, also after a second joining', async () => {
  await printed(db, cast.reporter, { slug: 'late' })
  const [{ storyId } = { storyId: 0 }] = await db.select().from(publications)
  await join('old', 'new')
  expect(await join('new', 'third')).toEqual({ ok: true, slug: 'third' })
  await db.transaction((tx) => setTopics(tx, storyId, ['old', 'third'], NOON))
  expect(await storiesIn('third')).toEqual(['late'])
  expect((await topicHub(db, 'old', null, later(60)))?.slug).toBe('third')
  const narrowed = await narrowedBy(db, { tab: 'all', topic: 'third' }, cast.editor)
  expect(new Set(narrowed?.topicIds)).toEqual(new Set([ids.old, ids.new, ids.third]))
})

test('a hub is not joined with itself, with one that is gone, while it is covered live, or by an editor', async () => {
  expect(await join('old', 'old')).toEqual({ ok: false, because: 'same' })
  expect(await join('old', 'nowhere')).toEqual({ ok: false, because: 'not-found' })
  expect(await joinHubs(db, { from: 'old', into: 'new' }, { ...cast.editor, role: 'admin' }, NOON)).toEqual({
    ok: false,
    because: 'not-allowed',
  })
  await openCoverage(db, 'old', { title: 'Live', section: 'exercises' }, cast.admin, NOON, press)
  expect(await join('old', 'new')).toEqual({ ok: false, because: 'live' })
  await closeCoverage(db, 'old', { closing: 'Over.' }, cast.admin, later(1), press)
  expect(await join('old', 'new')).toMatchObject({ ok: true })
  expect(await openCoverage(db, 'old', { title: 'Live', section: 'exercises' }, cast.admin, later(2), press)).toEqual({
    ok: false,
    because: 'not-found',
  })
  await db.transaction((tx) => tx.delete(topics).where(eq(topics.slug, 'third')))
})
