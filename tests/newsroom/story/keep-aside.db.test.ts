// Saves that cross: a window knows its own save again, and what was not chosen of two versions is kept beside the draft.
import { and, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { draftOf, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { castOf, copyOf, draftBy, later, move, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

async function house() {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const story = await draftBy(db, cast.reporter)
  const page = await draftOf(db, story, cast.reporter)
  if (!page) throw new Error('no draft')
  const { language: _, ...words } = page.content
  const save = (version: number, headline: string, more: object = {}) =>
    saveDraft(db, story, { ...words, version, headline, copy: copyOf(headline), ...more }, cast.reporter, NOON)
  return { db, cast, story, save, version: page.story.version }
}

async function asidesOf(db: Database, story: string): Promise<string[]> {
  const rows = await db
    .select({ content: revisions.content })
    .from(revisions)
    .innerJoin(stories, eq(stories.id, revisions.storyId))
    .where(and(eq(stories.publicId, story), eq(revisions.why, 'conflict')))
  return rows.map(({ content }) => (content as StoryContent).headline)
}

test('a save whose answer was lost is told from another window’s', async () => {
  const { save, version } = await house()
  expect(await save(version, 'First', { window: 'window-one' })).toMatchObject({ ok: true, version: version + 1 })
  const lost = await save(version, 'First and more', { window: 'window-one' })
  expect(lost).toMatchObject({ ok: false, because: 'conflict', version: version + 1, yours: true })
  const other = await save(version, 'Another', { window: 'window-two' })
  expect(other).toMatchObject({ ok: false, because: 'conflict', yours: false })
  expect(await save(version, 'Without a name')).toMatchObject({ ok: false, because: 'conflict', yours: false })
})

test('a window’s mark ends with the version it made', async () => {
  const { db, cast, story, save, version } = await house()
  await save(version, 'A headline', { window: 'window-one' })
  expect((await draftOf(db, story, cast.reporter))?.story.savedIn).toBe('window-one')
  expect((await move(db, cast, cast.reporter, story, 'submit')).ok).toBe(true)
  expect((await move(db, cast, cast.reporter, story, 'takeBack')).ok).toBe(true)
  expect((await draftOf(db, story, cast.reporter))?.story.savedIn).toBe('')
  expect(await save(version, 'Later', { window: 'window-one' })).toMatchObject({ because: 'conflict', yours: false })
})

test('words kept aside change nothing of the draft and are kept once', async () => {
  const { db, cast, story, save, version } = await house()
  await save(version, 'Chosen')
  for (let i = 0; i < 3; i++)
    expect(await save(version, 'Not chosen', { aside: true })).toMatchObject({ ok: true, version: version + 1 })
  const page = await draftOf(db, story, cast.reporter)
  expect([page?.content.headline, page?.story.version]).toEqual(['Chosen', version + 1])
  expect(await asidesOf(db, story)).toEqual(['Not chosen'])
})

test('a story keeps only so many versions aside, and says so', async () => {
  const { db, story, save, version } = await house()
  for (let i = 0; i < 100; i++) expect((await save(version, `Not chosen ${i}`, { aside: true })).ok).toBe(true)
  expect(await save(version, 'One too many', { aside: true })).toMatchObject({
    because: 'faults',
    faults: [{ path: 'aside' }],
  })
  expect((await asidesOf(db, story)).length).toBe(100)
})

test('nobody keeps words beside somebody else’s story', async () => {
  const { db, cast, story, version } = await house()
  const words = { version, headline: 'Mine', standfirst: '', copy: copyOf('Mine'), aside: true }
  const kept = await saveDraft(db, story, words, cast.otherReporter, later(1))
  expect(kept).toEqual({ ok: false, because: 'not-found' })
  expect(await asidesOf(db, story)).toEqual([])
})
