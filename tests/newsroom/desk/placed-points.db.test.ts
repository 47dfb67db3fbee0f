// Change points at places: put down while editing, asked with the move, ticked and answered with the story sent again.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { pointsOfStory, pointsPutDown, putDownPoint, takePointAway } from '#app/newsroom/desk/change-points.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { storyStatus } from '#app/newsroom/desk/status.server.ts'
import { draftOf, ownStory, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { type Cast, castOf, copyOf, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const number = async (story: string) => (await ownStory(db, story, cast.reporter))?.id ?? 0
const putDown = (story: string, text: string, place: object | null = null, who = cast.editor) =>
  putDownPoint(db, story, { text, place, version: null }, who, later(1))

test('points are put down at a place, told to nobody, and asked together with the move', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await putDown(story, 'Which bridge?', { from: 6, to: 12, quote: 'bridge' })).toEqual({ ok: true })
  expect(await putDown(story, 'Too long.')).toEqual({ ok: true })
  expect(await putDown(story, 'Taken away again.', { paragraph: 0 })).toEqual({ ok: true })
  const down = await pointsPutDown(db, await number(story))
  expect(down.map(({ text, quote }) => [text, quote])).toEqual([
    ['Which bridge?', 'bridge'],
    ['Too long.', ''],
    ['Taken away again.', 'The bridge over the river was opened on Tuesday morning.'],
  ])
  await takePointAway(db, story, down[2]?.id ?? 0, cast.editor)
  expect((await storyStatus(db, story, cast.reporter))?.points).toEqual([])
  // No more is needed to ask.
  const order = { points: ['Name the source.\nSay when.'] }
  expect(await move(db, cast, cast.editor, story, 'requestChanges', order, later(5))).toMatchObject({ ok: true })
  const asked = (await storyStatus(db, story, cast.reporter))?.points ?? []
  expect(asked.map(({ text, quote, place }) => [text, quote, place?.state])).toEqual([
    ['Which bridge?', 'bridge', 'exact'],
    ['Too long.', '', undefined],
    ['Name the source.', '', undefined],
    ['Say when.', '', undefined],
  ])
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'changes-requested'))
  expect(letter?.content).toMatchObject({
    story: { points: ['Which bridge?', 'Too long.', 'Name the source.', 'Say when.'] },
  })
  expect(await pointsPutDown(db, await number(story))).toEqual([])
})

test('a suggestion or a point that is put down is enough to ask for changes; nothing at all is not', async () => {
  const bare = await storyIn(db, cast, 'in_review')
  expect(await move(db, cast, cast.editor, bare, 'requestChanges')).toMatchObject({ faults: [{ code: 'no-points' }] })
  const version = await versionOf(db, bare, cast.reporter)
  await editCopy(db, bare, { version, headline: 'Direct', how: 'direct' }, cast.editor, later(1))
  expect(await move(db, cast, cast.editor, bare, 'requestChanges')).toMatchObject({ faults: [{ code: 'no-points' }] })
  await editCopy(db, bare, { version: version + 1, headline: 'Suggested', keep: false }, cast.editor, later(2))
  expect(await move(db, cast, cast.editor, bare, 'requestChanges', {}, later(3))).toMatchObject({ ok: true })
  const marked = await storyIn(db, cast, 'in_review', 'Marked')
  await putDown(marked, 'Which one?', { paragraph: 0 })
  expect(await move(db, cast, cast.editor, marked, 'requestChanges', {}, later(3))).toMatchObject({ ok: true })
})

test('only the holder puts points down or takes them away, while the story is in review', async () => {
  const story = await storyIn(db, cast, 'in_review')
  for (const who of [cast.otherEditor, cast.admin])
    expect(await putDown(story, 'Mine', null, who)).toEqual({ ok: false, because: 'not-holder' })
  for (const who of [cast.reporter, cast.otherReporter])
    expect(await putDown(story, 'Mine', null, who)).toMatchObject({ ok: false })
  expect(await putDown(story, ' ')).toMatchObject({ because: 'empty' })
  expect(await putDown(story, 'x'.repeat(2001))).toMatchObject({ because: 'too-long' })
  expect(await putDown(story, 'Where?', { paragraph: 77 })).toMatchObject({ because: 'no-place' })
  for (let i = 0; i < 30; i++) await putDown(story, `Point ${i}`)
  expect(await putDown(story, 'One more')).toMatchObject({ because: 'too-many' })
  const [first] = await pointsPutDown(db, await number(story))
  expect(await takePointAway(db, story, first?.id ?? 0, cast.otherEditor)).toMatchObject({ because: 'not-holder' })
  expect(await pointsPutDown(db, await number(story))).toHaveLength(30)
})

test('ticks and answers go with the story that is sent again', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['One', 'Two', 'Three'] }, later(5))
  const ids = (await pointsOfStory(db, await number(story))).map(({ id }) => id)
  const form = { answered: ids, done: ids.slice(0, 1), answers: ['', 'It is in the text.', ''] }
  expect(await move(db, cast, cast.reporter, story, 'resubmit', form, later(6))).toMatchObject({
    faults: [{ code: 'points-open' }],
  })
  // What was ticked is kept although one point is still open.
  expect((await pointsOfStory(db, await number(story))).map(({ done, answer }) => [done, answer])).toEqual([
    [true, ''],
    [false, 'It is in the text.'],
    [false, ''],
  ])
  const full = { ...form, done: [ids[0] ?? 0, ids[2] ?? 0, 999_999] }
  expect(await move(db, cast, cast.reporter, story, 'resubmit', full, later(7))).toMatchObject({ ok: true })
  expect((await pointsOfStory(db, await number(story))).map(({ done }) => done)).toEqual([true, false, true])
})

test('a point stays with its words while the reporter works on them', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await putDown(story, 'Which bridge?', { from: 6, to: 12, quote: 'bridge' })
  await move(db, cast, cast.editor, story, 'requestChanges', {}, later(5))
  const draft = await draftOf(db, story, cast.reporter)
  const copy = copyOf('It is new.', 'The old bridge over the river was opened.')
  await saveDraft(db, story, { ...draft?.content, copy, version: draft?.story.version }, cast.reporter, NOON)
  expect((await storyStatus(db, story, cast.reporter))?.points).toMatchObject([
    { quote: 'bridge', place: { state: 'exact' } },
  ])
})
