// Two reports of one event: joined with what is chosen, signed by both, told to both, and taken apart again.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { mergePage, mergeReports } from '#app/newsroom/desk/merge-reports.server.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { whereIsMyStory } from '#app/newsroom/desk/where-is-my-story.server.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { bylinePage, sectionPage } from '#app/newsroom/press/archive.server.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import { saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { revisions, stories, storyCoAuthors } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, deskEdit, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let own: string
let other: string

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  own = await storyIn(db, cast, 'in_review', 'Bridge opens')
  other = await otherReport()
})

afterAll(closeDatabases)

async function otherReport(
  byline: { kind: 'name' | 'pen' | 'withheld'; penName: string } = { kind: 'name', penName: '' },
) {
  const who = cast.otherReporter
  const { publicId } = await startDraft(db, {}, who, NOON)
  await saveDraft(
    db,
    publicId,
    {
      version: 1,
      headline: 'A new bridge',
      standfirst: 'People danced.',
      section: 'exercises',
      topics: [],
      byline,
      copy: copyOf('I stood on the other bank.', 'The band played until noon.'),
      sources: 'I was there.',
    },
    who,
    NOON,
  )
  const sent = await moveStory(db, { story: publicId, move: 'submit', version: 2 }, who, NOON, cast.press)
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  return publicId
}

const rowOf = async (id: string) => (await db.select().from(stories).where(eq(stories.publicId, id)))[0]

async function join(more: object = {}, who = cast.editor) {
  const [a, b] = [await rowOf(own), await rowOf(other)]
  return mergeReports(
    db,
    own,
    {
      other,
      version: a?.version ?? 0,
      otherVersion: b?.version ?? 0,
      headline: 'own',
      standfirst: 'other',
      own: [1],
      theirs: [2],
      ...more,
    },
    who,
    later(5),
    cast.press,
  )
}

const wordsOf = async (id: string) => JSON.stringify((await rowOf(id))?.copy)
const part = async (who = cast.editor) =>
  moveStory(db, { story: other, move: 'part', version: (await rowOf(other))?.version ?? 0 }, who, later(9), cast.press)

async function publish() {
  const version = async () => (await rowOf(own))?.version ?? 0
  for (const step of ['approve', 'publish'] as const) {
    const done = await moveStory(
      db,
      { story: own, move: step, version: await version() },
      cast.editor,
      later(20),
      cast.press,
    )
    if (!done.ok) throw new Error(`${step}: ${JSON.stringify(done)}`)
  }
}

test('both stand side by side for the editor who holds one of them', async () => {
  const number = (await rowOf(other))?.id
  for (const asked of [other, String(number), `#${number}`]) {
    const page = await mergePage(db, own, asked, cast.editor)
    expect(page?.other?.parts.map(({ text }) => text)).toEqual([
      'I stood on the other bank.',
      'The band played until noon.',
    ])
    expect(page?.other?.byline).toBe('Reporter in Varna')
  }
  expect((await mergePage(db, own, '999999', cast.editor))?.because).toBe('no-such-story')
  expect((await mergePage(db, own, own, cast.editor))?.because).toBe('same-story')
  expect((await mergePage(db, own, other, cast.otherEditor))?.because).toBe('not-holder')
  expect(await mergePage(db, own, other, cast.reporter)).toBeNull()
})

test('joined, the story has the chosen parts as a revision, the other is closed and points to it, both are told', async () => {
  expect(await join()).toEqual({ ok: true })
  const [a, b] = [await rowOf(own), await rowOf(other)]
  expect(a).toMatchObject({ headline: 'Bridge opens', standfirst: 'People danced.', state: 'in_review' })
  expect(await wordsOf(own)).toMatch(/The bridge over the river.*The band played/)
  expect(await wordsOf(own)).not.toContain('other bank')
  expect(b).toMatchObject({ state: 'archived', mergedIntoId: a?.id })
  const kept = await db
    .select()
    .from(revisions)
    .where(eq(revisions.id, a?.revisionId ?? 0))
  expect(kept[0]?.why).toBe('merge')
  const told = await db.select().from(letters).where(eq(letters.kind, 'joined')).orderBy(letters.id)
  expect(
    told.map(({ toPersonId, content }) => [toPersonId, (content as { story: { byline: string } }).story.byline]),
  ).toEqual([
    [cast.otherReporter.id, 'Reporter in Panagyurishte'],
    [cast.reporter.id, 'Reporter in Varna'],
  ])
})

test('published, both by-lines stand under it, on both their pages and in lists, and both hear of it', async () => {
  await join()
  await publish()
  const edition = await editionBySlug(db, 'bridge-opens', later(30))
  expect(edition).toMatchObject({
    byline: { name: 'Reporter in Panagyurishte' },
    coBylines: [{ name: 'Reporter in Varna', handle: 'reporter-in-varna' }],
  })
  for (const handle of ['reporter-in-panagyurishte', 'reporter-in-varna'])
    expect((await bylinePage(db, handle, null, later(30)))?.teasers.map(({ slug }) => slug)).toEqual(['bridge-opens'])
  expect((await sectionPage(db, 'exercises', null, later(30)))?.teasers[0]?.bylineName).toBe(
    'Reporter in Panagyurishte · Reporter in Varna',
  )
  const told = await db.select().from(letters).where(eq(letters.kind, 'published')).orderBy(letters.id)
  expect(told.map(({ toPersonId }) => toPersonId)).toEqual([cast.reporter.id, cast.otherReporter.id])
  const status = await whereIsMyStory(db, other, cast.otherReporter, later(30))
  expect(status?.joinedWith).toEqual({ number: (await rowOf(own))?.id, slug: 'bridge-opens' })
  expect(told[1]?.content).toMatchObject({ story: { publicId: other, slug: 'bridge-opens', forDesk: false } })
  expect(await part()).toMatchObject({ ok: false, because: 'too-late' })
})

test.each([
  ['pen', 'Night owl', { name: 'Night owl', handle: 'night-owl' }],
  ['withheld', '', { name: '', handle: null }],
] as const)('who signs with %s is no other name anywhere', async (kind, penName, printed) => {
  other = await otherReport({ kind, penName })
  await join()
  await publish()
  const edition = await editionBySlug(db, 'bridge-opens', later(30))
  expect(edition).toMatchObject({ coBylines: [printed] })
  expect(JSON.stringify(edition)).not.toMatch(/Varna/)
  expect(await bylinePage(db, 'reporter-in-varna', null, later(30))).toBeNull()
  const mine = await db.select().from(letters).where(eq(letters.toPersonId, cast.reporter.id))
  expect(JSON.stringify(mine)).not.toMatch(/Varna/)
  if (penName) expect((await bylinePage(db, 'night-owl', null, later(30)))?.teasers).toHaveLength(1)
})

test('the pictures of the other report come along, and both reporters see them', async () => {
  const [row] = await db.select().from(people).where(eq(people.id, cast.otherReporter.id))
  const theirs = await rowOf(other)
  await db.transaction(async (tx) => {
    await tx
      .insert(pictures)
      .values({
        publicId: 'theirpicture',
        storyId: theirs?.id ?? 0,
        ownerId: row?.id ?? 0,
        width: 8,
        height: 8,
        sizes: [{ width: 800, height: 600, format: 'jpeg', bytes: 1, key: 'k' }],
        evidence: {},
        sha256: 'x',
        createdAt: NOON,
      })
      .returning()
  })
  const seenBy = (who: Parameters<typeof pictureFor>[2]) =>
    pictureFor(db, { picture: 'theirpicture', size: '800.jpeg' }, who, NOON)
  expect(await seenBy(cast.reporter)).toBeNull()
  await join()
  const storyOfPicture = async () => (await db.select().from(pictures))[0]?.storyId
  expect(await storyOfPicture()).toBe((await rowOf(own))?.id)
  expect(await seenBy(cast.reporter)).not.toBeNull()
  expect(await seenBy(cast.otherReporter)).not.toBeNull()
  expect(await seenBy(cast.unconfirmed)).toBeNull()
  expect(await seenBy(null)).toBeNull()
  await part()
  expect(await storyOfPicture()).toBe(theirs?.id)
  expect(await seenBy(cast.reporter)).toBeNull()
})

test('taken apart, everything is as it was, and both are told', async () => {
  const before = await wordsOf(own)
  await join()
  expect(await part()).toMatchObject({ ok: true, state: 'submitted' })
  expect(await wordsOf(own)).toBe(before)
  expect(await rowOf(own)).toMatchObject({ standfirst: 'After two years the bridge is open.', state: 'in_review' })
  expect(await rowOf(other)).toMatchObject({ state: 'submitted', mergedIntoId: null })
  expect(await db.select().from(storyCoAuthors)).toEqual([])
  const told = await db.select().from(letters).where(eq(letters.kind, 'parted')).orderBy(letters.id)
  const about = (content: unknown) => (content as { story: { publicId: string; headline: string } }).story
  expect(told.map(({ toPersonId, content }) => [toPersonId, about(content)])).toMatchObject([
    [cast.otherReporter.id, { publicId: other, headline: 'A new bridge' }],
    [cast.reporter.id, { publicId: own, headline: 'Bridge opens' }],
  ])
  expect(await join()).toEqual({ ok: true })
})

test('words that were edited since the joining stay when the two are taken apart', async () => {
  await join()
  await deskEdit(db, cast, own, 'Edited since.')
  await part()
  expect(await rowOf(own)).toMatchObject({ standfirst: 'Edited since.' })
  expect(await wordsOf(own)).toContain('The band played')
})

test('what is not to be joined is not: other states, holders, holds, old pages, nothing taken', async () => {
  expect(await join({ own: [], theirs: [] })).toEqual({ ok: false, because: 'nothing-to-take' })
  expect(await join({ version: 1 })).toEqual({ ok: false, because: 'changed' })
  expect(await join({ otherVersion: 1 })).toEqual({ ok: false, because: 'changed' })
  expect(await join({}, cast.otherEditor)).toEqual({ ok: false, because: 'not-holder' })
  expect(await join({}, cast.reporter)).toEqual({ ok: false, because: 'not-found' })
  const claim = (who: typeof cast.editor) =>
    moveStory(db, { story: other, move: 'claim', version: 3 }, who, NOON, cast.press)
  await claim(cast.otherEditor)
  expect(await join()).toEqual({ ok: false, because: 'other-held' })
  other = await storyIn(db, cast, 'published', 'Printed')
  expect(await join()).toEqual({ ok: false, because: 'other-state' })
  expect((await db.select().from(storyCoAuthors)).length).toBe(0)
})

test('the moves of joining cannot be ordered by themselves', async () => {
  const order = (what: 'join' | 'part', id: string, version: number) =>
    moveStory(db, { story: id, move: what, version }, cast.editor, NOON, cast.press)
  expect(await order('join', other, (await rowOf(other))?.version ?? 0)).toMatchObject({ because: 'not-joined' })
  const closed = await storyIn(db, cast, 'archived', 'Closed')
  expect(await order('part', closed, (await rowOf(closed))?.version ?? 0)).toMatchObject({ because: 'not-joined' })
  expect(await move(db, cast, cast.reporter, own, 'join')).toMatchObject({ ok: false })
})
