// The review page's loader: what the desk sees, what it must not see, and which moves it is offered.
import { afterAll, expect, test } from 'vitest'
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { loader } from '#app/routes/desk/review.tsx'
import { castOf, copyOf, draftBy, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { get, type Knock, type Opener } from './knock.ts'

afterAll(closeDatabases)

type Review = { page: DeskPage; html: string; title: string }

async function desk() {
  const database = await freshDatabase()
  const cast = await castOf(database.db)
  const review = (id: string, knock: Partial<Knock> = {}) =>
    get(loader as Opener, `/desk/stories/${id}`, { database, cast, who: cast.editor, params: { id }, ...knock })
  return { database, db: database.db, cast, review: review as (...asked: Parameters<typeof review>) => Promise<Review> }
}

test('a draft and a story that does not exist answer alike', async () => {
  const { db, cast, review } = await desk()
  const draft = await draftBy(db, cast.reporter)
  expect(await review(draft)).toMatchObject({ status: 404 })
  expect(await review('nothing-here')).toMatchObject({ status: 404 })
})

test('the words are drawn as they will be printed, dateline and all', async () => {
  const { db, cast, review } = await desk()
  const story = await storyIn(db, cast, 'submitted')
  const { html, title, page } = await review(story)
  expect(html).toContain('PANAGYURISHTE')
  expect(html).toContain('was opened on Tuesday morning.')
  expect(title).toBe('#1 Bridge opens')
  expect(page.topicNames).toEqual(['The border'])
  expect(page.told.sources).toBe('The mayor told me.')
})

test('moves are offered by state and by who asks', async () => {
  const { db, cast, review } = await desk()
  const waiting = await storyIn(db, cast, 'submitted')
  expect((await review(waiting)).page.offered).toEqual(['claim', 'decline', 'join', 'placeHold'])
  const held = await storyIn(db, cast, 'in_review')
  const mine = (await review(held)).page
  expect(mine.offered).toEqual(expect.arrayContaining(['approve', 'requestChanges', 'decline', 'handOver', 'release']))
  expect(mine.offered).not.toContain('reject')
  expect(mine.rejectNeedsAnother).toBe(true)
  const theirs = (await review(held, { who: cast.otherEditor })).page
  expect(theirs.offered).toEqual(['reject', 'join', 'placeHold'])
  expect(theirs.rejectNeedsAnother).toBe(false)
})

test('looking at a story keeps the claim of its holder alive, and of nobody else', async () => {
  const { db, cast, review } = await desk()
  const story = await storyIn(db, cast, 'in_review')
  const until = async (knock: Partial<Knock>) => (await review(story, knock)).page.claim?.lapsesAt
  expect(await until({ who: cast.otherEditor, now: later(120) })).toBe(later(240).toISOString())
  expect(await until({ now: later(120) })).toBe(later(360).toISOString())
})

test('an editor who wrote the story sees neither desk-only words nor moves', async () => {
  const { db, cast, review } = await desk()
  const story = await draftBy(db, cast.editor, 'By an editor')
  await move(db, cast, cast.editor, story, 'submit', { version: await versionOf(db, story, cast.editor) })
  await writeNote(db, story, { shared: false, text: 'Between us.' }, cast.otherEditor, NOON)
  await writeNote(db, story, { shared: true, text: 'To you.' }, cast.otherEditor, NOON)
  const { page } = await review(story)
  expect(page.notes.map(({ text }) => text)).toEqual(['To you.'])
  expect(page.offered).toEqual([])
  expect((await review(story, { who: cast.otherEditor })).page.notes).toHaveLength(2)
})

test('a withheld name is nowhere on the page', async () => {
  const { db, cast, review } = await desk()
  const story = await draftBy(db, cast.reporter)
  const draft = {
    version: 2,
    headline: 'Bridge opens',
    standfirst: '',
    section: 'exercises',
    topics: [],
    byline: { kind: 'withheld' as const, penName: '' },
    copy: copyOf('The bridge was opened.'),
  }
  expect(await saveDraft(db, story, draft, cast.reporter, NOON)).toMatchObject({ ok: true })
  await move(db, cast, cast.reporter, story, 'submit')
  await writeNote(db, story, { shared: true, text: 'Call me.' }, cast.reporter, NOON)
  const everything = JSON.stringify(await review(story))
  expect(everything).not.toContain(cast.reporter.name)
  expect(everything).not.toContain(cast.reporter.publicId)
})
