// Which versions a reporter may look at, what two of them differ in, and how one comes back.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { comparedRevisions, restoreRevision } from '#app/newsroom/desk/own-revisions.server.ts'
import { draftOf, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { revisions } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const compare = async (story: string, from = '', to = '', who = cast.reporter) => {
  const answer = await comparedRevisions(db, story, { from, to }, who)
  return answer === 'nothing-yet' ? null : answer
}
const listed = async (story: string) => (await compare(story))?.list.map(({ number, why, mine }) => [number, why, mine])
const edit = async (story: string, headline: string, minutes: number) =>
  editCopy(db, story, { version: await versionOf(db, story, cast.reporter), headline }, cast.editor, later(minutes))

test('the desk’s working copies are seen only once they were sent to the reporter', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await edit(story, 'First try', 5)
  await edit(story, 'Second try', 6)
  expect(await listed(story)).toEqual([
    [2, 'submit', true],
    [1, 'autosave', true],
  ])
  expect((await compare(story, '2', '4'))?.to.number).toBe(2)
  await move(db, cast, cast.editor, story, 'sendForSignOff')
  expect(await listed(story)).toEqual([
    [4, 'desk', false],
    [2, 'submit', true],
    [1, 'autosave', true],
  ])
  const page = await compare(story, '2', '4')
  expect(page?.headlines.flatMap(({ runs }) => runs.map(({ state, text }) => [state, text]))).toEqual([
    ['removed', 'Bridge opens'],
    ['added', 'Second try'],
  ])
  expect(page).toMatchObject({ changes: 1, mayRestore: false })
  expect(await compare(story, '2', '4', cast.otherReporter)).toBeNull()
  expect(await compare(story, '2', '4', cast.editor)).toBeNull()
})

test('an own version comes back into the draft; the words before it are kept', async () => {
  const story = await draftBy(db, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  const next = { ...draft?.content, headline: 'Bridge shut', copy: copyOf('It is shut again.'), version: 2 }
  await saveDraft(db, story, next, cast.reporter, later(5))
  const page = await compare(story)
  expect([page?.from, page?.to]).toMatchObject([{ number: 1 }, { number: null, why: 'now' }])
  expect(page?.mayRestore).toBe(true)
  expect(page?.lines.map(({ state }) => state)).toEqual(['same', 'removed', 'added'])

  expect(await restoreRevision(db, story, { revision: 1, version: 2 }, cast.reporter, later(6))).toMatchObject({
    because: 'changed',
  })
  expect(await restoreRevision(db, story, { revision: 1, version: 3 }, cast.otherReporter, later(6))).toMatchObject({
    because: 'not-found',
  })
  expect(await restoreRevision(db, story, { revision: 9, version: 3 }, cast.reporter, later(6))).toMatchObject({
    because: 'not-found',
  })
  expect(await restoreRevision(db, story, { revision: 1, version: 3 }, cast.reporter, later(6))).toEqual({
    ok: true,
    version: 4,
  })
  const restored = await draftOf(db, story, cast.reporter)
  expect(restored?.content).toMatchObject({ headline: 'Bridge opens', copy: draft?.content.copy })
  const kept = await db.select().from(revisions).orderBy(revisions.number)
  expect(kept.map(({ why, content }) => [why, (content as { headline: string }).headline])).toEqual([
    ['autosave', 'Bridge opens'],
    ['autosave', 'Bridge shut'],
    ['restore', 'Bridge opens'],
  ])
  // And back again.
  expect(await restoreRevision(db, story, { revision: 2, version: 4 }, cast.reporter, later(7))).toEqual({
    ok: true,
    version: 5,
  })
})

test('the desk’s words are not taken back as one’s own, and nothing comes back while the desk has the story', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await edit(story, 'The desk’s', 5)
  const version = await versionOf(db, story, cast.reporter)
  expect(await restoreRevision(db, story, { revision: 1, version }, cast.reporter, NOON)).toMatchObject({
    because: 'not-now',
  })
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['Name it.'] })
  const asked = await versionOf(db, story, cast.reporter)
  expect(await restoreRevision(db, story, { revision: 3, version: asked }, cast.reporter, NOON)).toMatchObject({
    because: 'not-found',
  })
  expect(await restoreRevision(db, story, { revision: 2, version: asked }, cast.reporter, NOON)).toMatchObject({
    ok: true,
  })
})

test('one version alone is nothing to compare', async () => {
  const story = await storyIn(db, cast, 'submitted')
  await db.transaction((tx) =>
    tx.delete(revisions).where(eq(revisions.why, 'autosave')).returning({ id: revisions.id }),
  )
  expect(await comparedRevisions(db, story, { from: '', to: '' }, cast.reporter)).toBe('nothing-yet')
})
