// The next edition of a published story: printed only as it was approved, with its note, and told to who asked for it.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { holds, pendingEditions, tickets } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { sections } from '#db/schema/outlet.ts'
import { editions, publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let story: string
let storyId: number
let printed: StoryContent
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  story = await storyIn(db, cast, 'published')
  const [row] = await db.select().from(stories).where(eq(stories.publicId, story))
  const [revision] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.id, row?.revisionId ?? 0))
  storyId = row?.id ?? 0
  printed = revision?.content as StoryContent
})
afterAll(closeDatabases)

type Pending = typeof pendingEditions.$inferInsert

async function pending(more: Partial<Pending> = {}) {
  const content: StoryContent = { ...printed, headline: 'Bridge opens on Monday' }
  const row: Pending = {
    publicId: `pending-${Math.random()}`,
    storyId,
    kind: 'correction',
    note: 'It was on Monday, not on Tuesday.',
    baseNumber: 1,
    content,
    hash: hashOf(content),
    state: 'approved',
    byId: cast.editor.id,
    at: NOON,
    savedAt: NOON,
    approvedById: cast.otherEditor.id,
    approvedHash: hashOf(content),
    approvedAt: NOON,
    ...more,
  }
  await db.transaction((tx) => tx.insert(pendingEditions).values(row).returning())
}

const editionsNow = () => db.select().from(editions).where(eq(editions.storyId, storyId)).orderBy(editions.number)

test('an approved correction becomes the next edition with its public note; its address stays', async () => {
  await pending()
  const result = await move(db, cast, cast.editor, story, 'correct', {}, later(60))
  expect(result).toMatchObject({ ok: true, state: 'published', slug: 'bridge-opens' })
  const [first, second] = await editionsNow()
  expect(first).toMatchObject({ number: 1, headline: 'Bridge opens', kind: 'first' })
  expect(second).toMatchObject({
    number: 2,
    headline: 'Bridge opens on Monday',
    kind: 'correction',
    note: 'It was on Monday, not on Tuesday.',
  })
  const [publication] = await db.select().from(publications)
  expect(publication).toMatchObject({ editionId: second?.id, publishedAt: NOON, updatedAt: later(60) })
  const [row] = await db.select().from(stories).where(eq(stories.id, storyId))
  expect(row).toMatchObject({ headline: 'Bridge opens on Monday', approvedHash: second?.hash })
  expect((await db.select().from(pendingEditions))[0]?.state).toBe('printed')
  expect(await move(db, cast, cast.editor, story, 'clarify')).toMatchObject({ because: 'no-edition' })
})

test('the contributor and whoever reported the error hear of it, once each, with the note', async () => {
  const asked = { storyId, kind: 'correction' as const, text: 'It was on Monday.', at: NOON }
  await pending()
  const [begun] = await db.select({ id: pendingEditions.id }).from(pendingEditions)
  const taken = { ...asked, pendingId: begun?.id }
  await db.transaction((tx) =>
    tx
      .insert(tickets)
      .values([
        { ...taken, publicId: 'reader', kind: 'error', fromEmail: 'reader@example.org', fromName: 'A reader' },
        { ...taken, publicId: 'again', kind: 'error', fromEmail: 'reader@example.org', fromName: 'A reader' },
        { ...taken, publicId: 'other', fromPersonId: cast.otherReporter.id },
        { ...taken, publicId: 'owner', fromPersonId: cast.reporter.id },
        { ...taken, publicId: 'done', fromEmail: 'done@example.org', state: 'done' },
        { ...asked, publicId: 'else', kind: 'error', fromEmail: 'else@example.org' },
      ])
      .returning(),
  )
  const result = await move(db, cast, cast.editor, story, 'correct')
  expect(result.ok && result.told).toEqual([
    { who: 'contributor', letter: 'corrected', people: 1, afterMinutes: 0 },
    { who: 'asker', letter: 'error-corrected', people: 2, afterMinutes: 0 },
  ])
  const told = await db.select().from(letters).where(eq(letters.kind, 'error-corrected')).orderBy(letters.id)
  expect(told.map(({ toEmail, toPersonId }) => [toEmail, toPersonId])).toEqual([
    ['reader@example.org', null],
    [cast.otherReporter.email, cast.otherReporter.id],
  ])
  expect(told[0]?.content).toMatchObject({
    story: { note: 'It was on Monday, not on Tuesday.', slug: 'bridge-opens', forDesk: false },
  })
  const settled = await db.select().from(tickets).orderBy(tickets.id)
  expect(settled.map(({ publicId, state, answer, fromEmail }) => [publicId, state, answer, fromEmail])).toEqual([
    ...['reader', 'again', 'other', 'owner'].map((id) => [id, 'done', 'It was on Monday, not on Tuesday.', '']),
    ['done', 'done', '', 'done@example.org'],
    ['else', 'open', '', 'else@example.org'],
  ])
})

test('what is not approved, approved in other words, without a note or begun from an older edition is not printed', async () => {
  const cases: [Partial<Pending>, string][] = [
    [{ state: 'open' }, 'no-edition'],
    [{ kind: 'update' }, 'no-edition'],
    [{ note: ' ' }, 'no-edition'],
    [{ approvedHash: 'a'.repeat(64) }, 'changed-since-approval'],
    [{ content: { ...printed, headline: 'Something else' } }, 'changed-since-approval'],
    [{ baseNumber: 7 }, 'other-edition'],
  ]
  for (const [more, because] of cases) {
    await db.transaction((tx) => tx.delete(pendingEditions))
    await pending(more)
    expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ ok: false, because })
  }
  await db.transaction((tx) => tx.delete(pendingEditions))
  await pending()
  expect(await move(db, cast, cast.editor, story, 'correct', { hash: 'b'.repeat(64) })).toMatchObject({
    because: 'other-words',
  })
  expect(await editionsNow()).toHaveLength(1)
})

test('where a section asks for four eyes, its writer’s own approval prints nothing', async () => {
  await pending({ approvedById: cast.editor.id })
  await db.transaction((tx) => tx.update(sections).set({ fourEyes: true }).where(eq(sections.slug, 'exercises')))
  expect(await move(db, cast, cast.otherEditor, story, 'correct')).toMatchObject({ because: 'four-eyes' })
  await db.transaction((tx) => tx.update(sections).set({ fourEyes: false }).where(eq(sections.slug, 'exercises')))
  expect(await move(db, cast, cast.otherEditor, story, 'correct')).toMatchObject({ ok: true })
})

test('a hold and an embargo stop a correction too', async () => {
  await pending()
  await db.transaction((tx) =>
    tx
      .insert(holds)
      .values({ storyId, kind: 'legal', reason: 'Ask.', placedById: cast.editor.id, placedAt: NOON })
      .returning(),
  )
  expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ because: 'on-hold' })
  await db.transaction((tx) => tx.update(holds).set({ liftedAt: NOON }).where(eq(holds.storyId, storyId)))
  await db.transaction((tx) =>
    tx
      .update(stories)
      .set({ embargoUntil: later(10) })
      .where(eq(stories.id, storyId)),
  )
  expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ because: 'embargo' })
  expect(await move(db, cast, cast.editor, story, 'correct', {}, later(10))).toMatchObject({ ok: true })
})
