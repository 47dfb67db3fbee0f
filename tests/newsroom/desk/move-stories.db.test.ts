// Moves on several stories at once: all of them or none, and the refusal names the story.
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { moveStories, type Order } from '#app/newsroom/desk/move-story.server.ts'
import { storiesByState } from '#app/newsroom/story/state-counts.server.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

async function orders(ids: string[], what: Order['move'], more: Partial<Order> = {}): Promise<Order[]> {
  return Promise.all(
    ids.map(async (story) => {
      const [row] = await db.select().from(stories).where(eq(stories.publicId, story))
      return { story, move: what, version: row?.version ?? 0, ...more }
    }),
  )
}

async function standing() {
  const rows = await db.select({ id: stories.publicId, state: stories.state, version: stories.version }).from(stories)
  const [log] = await db.select({ n: count() }).from(deskLog)
  const [post] = await db.select({ n: count() }).from(letters)
  return { rows, log: log?.n, post: post?.n, counts: await storiesByState(db) }
}

const all = (list: Order[], who = cast.editor) => moveStories(db, list, who, later(1), cast.press)

test('three stories are claimed, handed over and declined in one go each', async () => {
  const ids = [await storyIn(db, cast, 'submitted', 'A'), await storyIn(db, cast, 'submitted', 'B')]
  expect(await all(await orders(ids, 'claim'))).toMatchObject({ ok: true, moved: [{ state: 'in_review' }, {}] })
  const over = { to: cast.otherEditor.publicId, deskNote: 'My shift ends.' }
  expect(await all(await orders(ids, 'handOver', over))).toMatchObject({ ok: true })
  const no = { reasons: ['needs-source' as const], note: 'Who says so?' }
  expect(await all(await orders(ids, 'decline', no), cast.otherEditor)).toMatchObject({ ok: true })
  expect(await storiesByState(db)).toMatchObject({ declined: 2, in_review: 0, submitted: 0 })
})

test('one refusal takes everything back and names its story', async () => {
  const ids = [
    await storyIn(db, cast, 'submitted', 'A'),
    await storyIn(db, cast, 'submitted', 'B'),
    await storyIn(db, cast, 'submitted', 'C'),
  ]
  const list = await orders(ids, 'claim')
  await move(db, cast, cast.otherEditor, ids[2] ?? '', 'claim')
  const before = await standing()
  expect(await all(list)).toMatchObject({
    ok: false,
    story: ids[2],
    refused: { because: 'already-moved', by: 'Night editor' },
  })
  expect(await standing()).toEqual(before)
})

test('faults of the order and stories that are not there take everything back too', async () => {
  const story = await storyIn(db, cast, 'submitted')
  const draft = await storyIn(db, cast, 'draft')
  const before = await standing()
  expect(await all(await orders([story], 'decline'))).toMatchObject({
    ok: false,
    story,
    refused: { because: 'faults' },
  })
  expect(await all(await orders([story, draft], 'claim'))).toMatchObject({
    ok: false,
    story: draft,
    refused: { because: 'not-found' },
  })
  expect(await all([{ story, move: 'claim', version: 0 }])).toMatchObject({ refused: { because: 'faults' } })
  const own = await orders([story, draft], 'claim')
  expect(await moveStories(db, own, cast.reporter, NOON, cast.press)).toMatchObject({ ok: false })
  expect(await standing()).toEqual(before)
})

test('the same list sent twice is done once and answered twice', async () => {
  const list = await orders(
    [await storyIn(db, cast, 'submitted', 'A'), await storyIn(db, cast, 'submitted', 'B')],
    'claim',
  )
  const first = await all(list)
  const before = await standing()
  expect(await all(list)).toEqual(first)
  expect(await standing()).toEqual(before)
})
