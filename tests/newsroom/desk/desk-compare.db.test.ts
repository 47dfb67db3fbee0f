// Any two versions are compared at the desk, any is taken up again, and one change is taken back: nothing is ever lost.
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deskComparison, restoreForDesk } from '#app/newsroom/desk/desk-compare.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { editPage } from '#app/newsroom/desk/edit-page.server.ts'
import { takeBackChange } from '#app/newsroom/desk/take-back.server.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import { draftOf, ownStory, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { revisions } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let story = ''
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  story = await draftBy(db, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  const copy = copyOf('The mayor opened the bridge.', 'Мостът е отворен.', 'الجسر مفتوح اليوم.')
  await saveDraft(db, story, { ...draft?.content, copy, version: 2 }, cast.reporter, NOON)
  await move(db, cast, cast.reporter, story, 'submit')
  await move(db, cast, cast.editor, story, 'claim')
})
afterAll(closeDatabases)

const textOf = (paragraphs: string[]) => copyToText(copyOf(...paragraphs) as Copy)
const version = () => versionOf(db, story, cast.reporter)
const edit = async (paragraphs: string[], minutes: number) =>
  editCopy(db, story, { version: await version(), copy: copyOf(...paragraphs) }, cast.editor, later(minutes))
const compared = async (from = '', to = '', who = cast.editor) => {
  const page = await deskComparison(db, story, { from, to }, who)
  if (page === null || 'isOne' in page) throw new Error('nothing to compare')
  return page
}
const textNow = async () => {
  const row = await ownStory(db, story, cast.reporter)
  return row ? copyToText(row.copy) : ''
}
const kept = async () => {
  const row = await ownStory(db, story, cast.reporter)
  const rows = await db
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, row?.id ?? 0))
    .orderBy(asc(revisions.number))
  return rows.map(({ content }) => copyToText((content as StoryContent).copy))
}
const first = ['The mayor opened the new bridge.', 'Мостът е отворен.', 'الجسر مفتوح اليوم.']
const second = ['The mayor opened the new bridge.', 'Мостът е затворен.', 'الجسر مفتوح أمس.']

test('any two versions are compared; numbers that are not there give way to the newest two', async () => {
  expect(await deskComparison(db, story, { from: '', to: '' }, cast.editor)).toMatchObject({
    isOne: true,
    headline: 'Bridge opens',
  })
  await edit(first, 5)
  await edit(second, 10)
  const newest = await compared()
  expect([newest.list.length, newest.changes, newest.mayRestore]).toEqual([3, 2, true])
  expect([newest.to.byName, newest.from.byName]).toEqual([cast.editor.name, cast.editor.name])
  const [, , sent] = newest.list
  const whole = await compared(String(sent?.number), String(newest.to.number))
  expect([whole.changes, whole.from.why]).toEqual([3, 'submit'])
  expect((await compared('999', 'x')).to).toEqual(newest.to)
  expect((await compared('', '', cast.otherEditor)).mayRestore).toBe(false)
  expect(await deskComparison(db, story, { from: '', to: '' }, cast.reporter)).toBeNull()
})

test('any version is taken up again as one of its own, by the holder alone, and what was there stays', async () => {
  await edit(first, 5)
  await edit(second, 10)
  const [, earlier] = (await compared()).list
  const order = { revision: earlier?.number ?? 0, version: await version() }
  expect(await restoreForDesk(db, story, order, cast.otherEditor, later(11))).toMatchObject({ because: 'not-holder' })
  expect(await restoreForDesk(db, story, { ...order, version: 1 }, cast.editor, later(11))).toMatchObject({
    because: 'changed',
  })
  expect(await restoreForDesk(db, story, { ...order, revision: 999 }, cast.editor, later(11))).toMatchObject({
    because: 'not-found',
  })
  const before = await kept()
  expect(await restoreForDesk(db, story, order, cast.editor, later(12))).toMatchObject({ ok: true })
  expect(await textNow()).toBe(textOf(first))
  expect(await kept()).toEqual([...before, await textNow()])
  expect((await compared()).to.why).toBe('restore')
})

test('one change is taken back, the others stay; a change that is not there, an old version and others are refused', async () => {
  await edit(second, 5)
  const page = await editPage(db, story, cast.editor)
  if (!page?.ok) throw new Error('not to be edited')
  const arabic = page.page.changes.find(({ added }) => added.includes('أمس'))
  const order = { version: await version(), change: arabic?.key ?? '' }
  expect(await takeBackChange(db, story, { ...order, change: 'nowhere' }, cast.editor, later(6))).toMatchObject({
    ok: false,
  })
  expect(await takeBackChange(db, story, order, cast.otherEditor, later(6))).toMatchObject({ ok: false })
  expect(await takeBackChange(db, story, { ...order, version: 1 }, cast.editor, later(6))).toMatchObject({ ok: false })
  expect(await textNow()).toBe(textOf(second))
  expect(await takeBackChange(db, story, order, cast.editor, later(7))).toMatchObject({ ok: true })
  expect(await textNow()).toBe(textOf([...second.slice(0, 2), 'الجسر مفتوح اليوم.']))
  expect(await kept()).toContain(textOf(second))
})
