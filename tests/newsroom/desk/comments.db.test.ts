// Comments on words: shared or the desk's own, answered by the other side, told by letter, found again after an edit.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openThread, replyInThread, resolveThread, threadsOf } from '#app/newsroom/desk/comments.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import { whereIsMyStory } from '#app/newsroom/desk/where-is-my-story.server.ts'
import { draftOf, ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { comments, commentThreads } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { type Cast, castOf, copyOf, later, move, NOON, person, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const words = 'The bridge over the river was opened on Tuesday morning.'

async function comment(story: string, shared: boolean, text: string, quote = 'bridge', who = cast.editor) {
  const from = 2 + words.indexOf(quote)
  const place = { from, to: from + quote.length, quote }
  const said = await openThread(db, story, { place, shared, text, version: null }, who, later(1))
  if (!said.ok) throw new Error(said.because)
  return said.thread
}

const threads = async (story: string, who = cast.editor) => {
  const row = await ownStory(db, story, cast.reporter)
  if (!row) throw new Error('no such story')
  return threadsOf(db, row, row.copy, who)
}
const lettersTo = async (id: number) =>
  (await db.select().from(letters).where(eq(letters.toPersonId, id))).filter(({ kind }) => kind === 'comment')

test('a comment hangs on its words, is shared or not, and the reporter reads only what is shared', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await comment(story, true, 'Which bridge?')
  await comment(story, false, 'CANARY of the desk', 'river')
  expect(await threads(story)).toMatchObject([
    { shared: true, place: { quote: 'bridge', state: 'exact' }, comments: [{ text: 'Which bridge?', mine: true }] },
    { shared: false, place: { quote: 'river', state: 'exact' }, comments: [{ text: 'CANARY of the desk' }] },
  ])
  expect(await threads(story, cast.reporter)).toMatchObject([{ comments: [{ text: 'Which bridge?', mine: false }] }])
})

test('no page, draft or letter of the reporter holds a word of a comment that is the desk’s own', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const thread = await comment(story, false, 'CANARY one', 'river')
  await replyInThread(db, story, { thread, text: 'CANARY two' }, cast.otherEditor, later(2))
  await resolveThread(db, story, { thread, resolved: true }, cast.editor, later(3))
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['Name the source.'] }, later(4))
  const seen = JSON.stringify([
    await whereIsMyStory(db, story, cast.reporter, later(5)),
    await draftOf(db, story, cast.reporter),
    await threads(story, cast.reporter),
    await db.select().from(letters).where(eq(letters.toPersonId, cast.reporter.id)),
  ])
  expect(seen).not.toContain('CANARY')
  expect(seen).not.toContain(thread)
  expect(await lettersTo(cast.reporter.id)).toEqual([])
  expect(await replyInThread(db, story, { thread, text: 'I see it' }, cast.reporter, later(6))).toEqual({
    ok: false,
    because: 'not-found',
  })
})

test('an editor who wrote the story reads it as its reporter does, comments too', async () => {
  const { editor } = cast
  const writer = await person(db, 'editor', 'Editor who writes')
  cast = { ...cast, reporter: writer }
  const story = await storyIn(db, cast, 'in_review')
  await comment(story, false, 'CANARY of the desk', 'river', editor)
  expect(JSON.stringify([await threads(story, writer), await deskStory(db, story, writer)])).not.toContain('CANARY')
  expect(await threads(story, editor)).toHaveLength(1)
  const own = { place: { paragraph: 0 }, shared: false, text: 'Mine', version: null }
  expect(await openThread(db, story, own, writer, NOON)).toEqual({ ok: false, because: 'not-found' })
})

test('a shared comment reaches the reporter, the answer the editor: by letter and notice, without its words', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const version = await versionOf(db, story, cast.reporter)
  await editCopy(db, story, { version, headline: 'Not sent yet' }, cast.editor, later(1))
  const thread = await comment(story, true, 'Which bridge?')
  const [told] = await lettersTo(cast.reporter.id)
  expect(JSON.stringify(told)).toContain('Bridge opens')
  expect(JSON.stringify(told)).not.toMatch(/Which bridge|Not sent yet/)
  expect(await lettersTo(cast.editor.id)).toEqual([])
  await replyInThread(db, story, { thread, text: 'The old one.' }, cast.reporter, later(2))
  expect(await lettersTo(cast.editor.id)).toMatchObject([{ kind: 'comment', state: 'waiting' }])
  expect((await threads(story))[0]?.comments).toMatchObject([
    { text: 'Which bridge?', fromOwner: false },
    { text: 'The old one.', fromOwner: true, authorName: '' },
  ])
})

test('of the desk’s own thread the holder and who spoke in it hear, nobody else', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const thread = await comment(story, false, 'Is this so?', 'river', cast.otherEditor)
  expect(await lettersTo(cast.editor.id)).toHaveLength(1)
  await replyInThread(db, story, { thread, text: 'It is.' }, cast.editor, later(2))
  expect(await lettersTo(cast.otherEditor.id)).toHaveLength(1)
  expect(await lettersTo(cast.admin.id)).toEqual([])
  expect(await lettersTo(cast.reporter.id)).toEqual([])
})

test('a thread is resolved and opened again by the desk; an answer opens it too', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const thread = await comment(story, true, 'Which bridge?')
  expect(await resolveThread(db, story, { thread, resolved: true }, cast.reporter, NOON)).toMatchObject({ ok: false })
  await resolveThread(db, story, { thread, resolved: true }, cast.otherEditor, later(3))
  expect(await threads(story)).toMatchObject([{ resolved: { byName: 'Night editor' } }])
  expect(await threads(story, cast.reporter)).toMatchObject([{ resolved: { byName: '' } }])
  await replyInThread(db, story, { thread, text: 'The old one.' }, cast.reporter, later(4))
  expect(await threads(story)).toMatchObject([{ resolved: null }])
})

test('a comment stays with its words through edits, is found where they moved, and says when they are gone', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await comment(story, true, 'Which bridge?')
  const edit = async (...paragraphs: string[]) => {
    const version = await versionOf(db, story, cast.reporter)
    const done = await editCopy(db, story, { version, copy: copyOf(...paragraphs), keep: false }, cast.editor, later(9))
    expect(done).toMatchObject({ ok: true })
    return (await threads(story))[0]?.place
  }
  expect(await edit('It is new.', words)).toMatchObject({ state: 'exact', quote: 'bridge' })
  expect(await edit('The river has another side.', 'People cross it by a bridge now.')).toMatchObject({
    quote: 'bridge',
  })
  expect((await edit('Nothing is left of it.'))?.state).toMatch(/detached|changed/)
  // And they come back with the words.
  expect(await edit(words)).toMatchObject({ state: 'exact' })
})

test('comments need words, a place that is there, and the words that were looked at; strangers find nothing', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const place = { paragraph: 0 }
  const open = (more: object, who = cast.editor) =>
    openThread(db, story, { place, shared: true, text: 'So?', version: null, ...more }, who, NOON)
  expect(await open({ text: '  ' })).toMatchObject({ because: 'empty' })
  expect(await open({ text: 'x'.repeat(3001) })).toMatchObject({ because: 'too-long' })
  expect(await open({ place: { paragraph: 99 } })).toMatchObject({ because: 'no-place' })
  expect(await open({ place: { from: 3, to: 9, quote: 'nowhere' } })).toMatchObject({ because: 'no-place' })
  expect(await open({ version: 1 })).toMatchObject({ because: 'changed' })
  for (const who of [cast.reporter, cast.otherReporter])
    expect(await open({}, who)).toMatchObject({ because: 'not-found' })
  expect(await db.select().from(commentThreads)).toEqual([])
  const thread = await comment(story, true, 'Which bridge?')
  const other = await storyIn(db, cast, 'in_review', 'Another story')
  for (const [where, who] of [
    [story, cast.otherReporter],
    [other, cast.editor],
  ] as const)
    expect(await replyInThread(db, where, { thread, text: 'Hm' }, who, NOON)).toMatchObject({ because: 'not-found' })
  expect(await db.select().from(comments)).toHaveLength(1)
})
