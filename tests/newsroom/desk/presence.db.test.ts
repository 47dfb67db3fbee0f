// Who is at a story now: what counts, who is told, and whose claim it keeps.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deskNews, latestMove } from '#app/newsroom/desk/live.server.ts'
import {
  beat,
  leave,
  presenceMark,
  presentNow,
  standingOf,
  sweepPresences,
} from '#app/newsroom/desk/presence.server.ts'
import { PRESENCE_LASTS_MS } from '#app/newsroom/desk/presence.ts'
import type { Database } from '#db/client.ts'
import { presences } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, draftBy, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

test('a colleague is seen for half a minute after the last beat, and not by themselves', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await beat(db, story, 'reading', cast.otherEditor, NOON)
  const seen = async (who = cast.editor, when = NOON) => (await standingOf(db, story, who, when))?.here
  expect(await seen()).toEqual([{ name: 'Night editor', doing: 'reading' }])
  expect(await seen(cast.otherEditor)).toEqual([])
  await beat(db, story, 'editing', cast.otherEditor, later(1))
  expect(await seen(cast.editor, later(1))).toEqual([{ name: 'Night editor', doing: 'editing' }])
  const over = new Date(later(1).getTime() + PRESENCE_LASTS_MS)
  expect(await seen(cast.editor, over)).toEqual([])
  await sweepPresences(db, over)
  expect(await db.select().from(presences)).toEqual([])
})

test('who leaves is gone at once; the mark changes with every coming, going and beginning to type', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const marks = [await presenceMark(db, NOON)]
  await beat(db, story, 'reading', cast.editor, NOON)
  marks.push(await presenceMark(db, NOON))
  await beat(db, story, 'editing', cast.editor, NOON)
  marks.push(await presenceMark(db, NOON))
  expect([...(await presentNow(db, cast.admin, NOON)).keys()]).toEqual([story])
  await leave(db, story, cast.editor)
  marks.push(await presenceMark(db, NOON))
  expect(new Set(marks).size).toBe(3)
  expect(marks[3]).toBe(marks[0])
})

test('the editor who wrote a story is told of nobody there, and nobody of them', async () => {
  const story = await draftBy(db, cast.editor)
  await move(db, cast, cast.editor, story, 'submit', { version: 2 })
  await beat(db, story, 'reading', cast.editor, NOON)
  await beat(db, story, 'reading', cast.otherEditor, NOON)
  expect((await standingOf(db, story, cast.editor, NOON))?.here).toEqual([])
  expect((await standingOf(db, story, cast.admin, NOON))?.here).toEqual([{ name: 'Night editor', doing: 'reading' }])
  expect((await presentNow(db, cast.editor, NOON)).size).toBe(0)
})

test('a beat keeps the holder’s claim and nobody else’s; a draft has no desk', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const seenAt = async () => (await db.select().from(stories).where(eq(stories.publicId, story)))[0]?.claimSeenAt
  await beat(db, story, 'reading', cast.otherEditor, later(60))
  expect(await seenAt()).toEqual(NOON)
  expect(await beat(db, story, 'reading', cast.editor, later(60))).toMatchObject({ holder: { me: true } })
  expect(await seenAt()).toEqual(later(60))
  expect(await beat(db, await draftBy(db, cast.reporter), 'reading', cast.editor, NOON)).toBeNull()
  expect(await beat(db, 'nothing', 'reading', cast.editor, NOON)).toBeNull()
})

test('news are what others did: new under New, moved elsewhere, each story once', async () => {
  const old = await storyIn(db, cast, 'submitted', 'Old')
  const since = await latestMove(db)
  const news = (tab: 'new' | 'in_review' | 'mine', who = cast.admin) => deskNews(db, { tab, since }, who)
  expect(await news('new')).toEqual({ fresh: 0, moved: 0 })
  await storyIn(db, cast, 'submitted', 'Young')
  await move(db, cast, cast.editor, old, 'claim')
  expect(await news('new')).toEqual({ fresh: 1, moved: 1 })
  expect(await news('new', cast.editor)).toEqual({ fresh: 1, moved: 0 })
  expect(await news('in_review')).toEqual({ fresh: 0, moved: 1 })
  await move(db, cast, cast.editor, old, 'release', { deskNote: 'Not mine.' })
  expect(await news('new')).toEqual({ fresh: 1, moved: 1 })
  await move(db, cast, cast.editor, old, 'claim')
  await move(db, cast, cast.editor, old, 'handOver', { to: cast.admin.publicId, deskNote: 'Yours.' })
  expect(await news('mine')).toEqual({ fresh: 0, moved: 1 })
})
