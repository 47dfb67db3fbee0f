// The queue: its pages are the whole list, its filters mean what they say, its counts are true, on both engines.
import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deskLoad, queueCounts } from '#app/newsroom/desk/queue-counts.server.ts'
import { reviewQueue } from '#app/newsroom/desk/review-queue.server.ts'
import { type QueueFilter, type QueueTab, queueTabs, risks, tabNames } from '#app/newsroom/desk/review-queue.ts'
import { dropFilter, filtersOf, MOST_FILTERS, saveFilter } from '#app/newsroom/desk/saved-filters.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { readOldStories } from '#app/newsroom/story/searchable-words.server.ts'
import type { Database } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { searchTexts, searchTodo } from '#db/schema/search.ts'
import { stories, storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'
import { type Cast, castOf, copyOf, deskEdit, draftBy, later, move, NOON, person, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

async function pages(tab: QueueTab, filter: QueueFilter = {}, who: Person = cast.editor, limit = 3) {
  const all: string[] = []
  let after = ''
  for (let turned = 0; turned < 100; turned++) {
    const page = await reviewQueue(db, { tab, ...filter, after, limit }, who, NOON)
    expect(page.rows.length).toBeLessThanOrEqual(limit)
    all.push(...page.rows.map(({ publicId }) => publicId))
    if (!page.next) return all
    after = page.next
  }
  throw new Error('the pages never end')
}

async function sent(headline: string, when = NOON) {
  const story = await draftBy(db, cast.reporter, headline, when)
  const result = await move(db, cast, cast.reporter, story, 'submit', {}, when)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return story
}

test('the oldest stands first, and late by the section’s clock', async () => {
  const young = await sent('Young', later(60))
  const old = await sent('Old', NOON)
  expect(await pages('new')).toEqual([old, young])
  const inADay = new Date(NOON.getTime() + 24.5 * 3_600_000)
  const { rows } = await reviewQueue(db, { tab: 'new' }, cast.editor, inADay)
  expect(rows.map(({ late }) => late)).toEqual([true, false])
})

test('words of headline, standfirst, copy, place and by-line find a story once it left its draft', async () => {
  const draft = await draftBy(db, cast.reporter, 'Hidden')
  const story = await sent('Bridge opens')
  for (const text of [
    'bridge',
    'BRIDGE opens',
    'after two years',
    'tuesday morning',
    'Panagyurishte',
    'reporter',
    'tuesd',
  ])
    expect(await pages('new', { text }), text).toEqual([story])
  for (const text of ['hidden', 'bridge tunnel', '", ) OR', '%']) expect(await pages('all', { text }), text).toEqual([])
  await move(db, cast, cast.editor, story, 'claim')
  expect(await pages('new', { text: 'bridge' })).toEqual([])
  await deskEdit(db, cast, story, 'A ferry sails instead.')
  expect(await pages('in_review', { text: 'ferry' })).toEqual([story])
  expect(await pages('mine', { text: 'years' })).toEqual([])
  expect(await pages('all', { text: `#${await numberOf(story)}` })).toEqual([story])
  expect(await pages('all', { text: String(await numberOf(draft)) })).toEqual([])
  await move(db, cast, cast.editor, story, 'decline', { reasons: ['needs-source'], note: 'Who says so?' })
  expect(await pages('all', { text: 'ferry' })).toEqual([story])
  await move(db, cast, cast.reporter, story, 'revise')
  expect(await pages('all', { text: 'ferry' })).toEqual([])
})

test('a withheld name finds nothing, nor does one that is protected', async () => {
  const story = await sent('Bridge')
  expect(await pages('new', { text: 'reporter in' })).toEqual([story])
  await db.transaction((tx) =>
    tx.update(people).set({ protectedAt: NOON }).where(eq(people.id, cast.reporter.id)).returning({ id: people.id }),
  )
  await move(db, cast, cast.editor, story, 'claim')
  expect(await pages('all', { text: 'reporter in' })).toEqual([])
})

test('stories from before there was a search are read afterwards', async () => {
  const story = await sent('Bridge')
  const ref = await numberOf(story)
  await db.transaction(async (tx) => {
    await tx.delete(searchTexts).returning({ place: searchTexts.place })
    await tx.insert(searchTodo).values({ kind: 'story', ref }).returning({ ref: searchTodo.ref })
  })
  expect(await pages('new', { text: 'bridge' })).toEqual([])
  expect(await readOldStories(db, 10)).toBe(1)
  expect(await readOldStories(db, 10)).toBe(0)
  expect(await pages('new', { text: 'bridge' })).toEqual([story])
})

test('a filter that names nothing known finds nothing and counts nothing', async () => {
  await sent('Bridge')
  for (const filter of [{ section: 'none' }, { topic: 'none' }, { holder: 'none' }, { risk: 'none at all' }]) {
    expect(await pages('all', filter)).toEqual([])
    expect((await queueCounts(db, { tab: 'all', ...filter }, cast.editor)).all).toEqual({ stories: 0, more: false })
  }
})

test('counts under one filter are exact, but for Mine; under words there are none', async () => {
  await sent('One')
  const story = await sent('Two')
  await move(db, cast, cast.editor, story, 'claim')
  const counts = await queueCounts(db, { tab: 'new', section: 'exercises' }, cast.editor)
  expect(counts).toMatchObject({
    new: { stories: 1 },
    mine: null,
    in_review: { stories: 1 },
    all: { stories: 2 },
  })
  expect(await queueCounts(db, { tab: 'new', holder: cast.editor.publicId }, cast.otherEditor)).toMatchObject({
    mine: null,
    in_review: { stories: 1 },
    new: { stories: 0 },
  })
  expect((await queueCounts(db, { tab: 'new', text: 'two' }, cast.editor)).new).toBeNull()
})

test('who holds how many, the oldest of them, most first', async () => {
  for (const [at, who] of [cast.editor, cast.otherEditor, cast.otherEditor].entries()) {
    const story = await sent(`Story ${at}`)
    await move(db, cast, who, story, 'claim', {}, later(at))
  }
  const load = await deskLoad(db, cast.editor)
  expect(load.slice(0, 2)).toMatchObject([
    { name: 'Night editor', holds: 2, me: false, oldest: later(1).toISOString() },
    { name: 'Day editor', holds: 1, me: true, oldest: later(0).toISOString() },
  ])
  expect(load[2]).toMatchObject({ holds: 0, oldest: null })
})

test('filters are saved by name, each editor’s own, and dropped', async () => {
  const save = (name: string, question: string, who = cast.editor) => saveFilter(db, { name, question }, who, NOON)
  expect(await save(' Border ', 'tab=new&topic=border&after=1-2&strange=yes')).toEqual({ ok: true })
  expect(await save('Border', 'topic=border')).toEqual({ ok: true })
  expect(await save('Border', 'tab=all&topic=border')).toEqual({ ok: false, because: 'name-taken' })
  expect(await save('Border', 'tab=all&topic=border', cast.otherEditor)).toEqual({ ok: true })
  expect(await save('Nothing', 'tab=new')).toEqual({ ok: false, because: 'nothing-asked' })
  const [mine] = await filtersOf(db, cast.editor)
  expect(mine).toMatchObject({ name: 'Border', question: 'tab=new&topic=border' })
  expect(await dropFilter(db, mine?.publicId ?? '', cast.otherEditor)).toBe(false)
  expect(await dropFilter(db, mine?.publicId ?? '', cast.editor)).toBe(true)
  expect(await filtersOf(db, cast.editor)).toEqual([])
  for (let i = 0; i < MOST_FILTERS; i++) await save(`Filter ${i}`, `text=${i}`)
  expect(await save('One more', 'text=x')).toEqual({ ok: false, because: 'too-many' })
})

// ---- the property --------------------------------------------------------------------------------------------------

const words = ['bridge', 'река', 'الجسر', 'fire', 'rare']

/** Rows straight into the tables, as no walk makes them so fast; then real moves between one page and the next. */
async function fill(
  plan: { state: number; word: number; section: number; risk: number; topic: boolean; minute: number }[],
) {
  const states = ['submitted', 'in_review', 'approved', 'declined', 'draft'] as const
  const [hub] = await db.select({ id: topics.id }).from(topics)
  const all = await db.select({ id: sections.id }).from(sections)
  await db.transaction(async (tx) => {
    for (const [at, one] of plan.entries()) {
      const state = states[one.state % states.length] ?? 'draft'
      const [row] = await tx
        .insert(stories)
        .values({
          publicId: `plan${at}`,
          ownerId: cast.reporter.id,
          state,
          headline: `Story ${words[one.word % words.length]}`,
          copy: copyOf(`Words ${at}`),
          sectionId: all[one.section % all.length]?.id ?? null,
          risk: risks[one.risk % risks.length] ?? 'none',
          claimedById: state === 'in_review' ? (one.minute % 2 ? cast.editor.id : cast.otherEditor.id) : null,
          enteredAt: later(one.minute),
          createdAt: NOON,
          savedAt: NOON,
        })
        .returning({ id: stories.id })
      if (row && hub && one.topic) await tx.insert(storyTopics).values({ storyId: row.id, topicId: hub.id })
      if (row) await tx.insert(searchTodo).values({ kind: 'story', ref: row.id }).returning({ ref: searchTodo.ref })
    }
  })
  await readOldStories(db, 1000)
}

async function listOf(tab: QueueTab, filter: QueueFilter, who: Person): Promise<string[]> {
  const rows = await db
    .select({ story: stories, section: sections.slug, holder: people.publicId, topic: storyTopics.topicId })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(people, eq(people.id, stories.claimedById))
    .leftJoin(storyTopics, eq(storyTopics.storyId, stories.id))
    .where(inArray(stories.state, [...queueTabs[tab]]))
  return rows
    .filter(({ story, section, holder, topic }) =>
      [
        tab !== 'mine' || story.claimedById === who.id,
        !filter.section || section === filter.section,
        !filter.risk || story.risk === filter.risk,
        !filter.holder || holder === filter.holder,
        !filter.topic || topic !== null,
        !filter.text || story.headline.includes(filter.text),
      ].every(Boolean),
    )
    .sort((a, b) => a.story.enteredAt.getTime() - b.story.enteredAt.getTime() || a.story.id - b.story.id)
    .map(({ story }) => story.publicId)
}

const anyStory = fc.record({
  state: fc.nat(4),
  word: fc.nat(4),
  section: fc.nat(1),
  risk: fc.nat(2),
  topic: fc.boolean(),
  minute: fc.nat(6),
})
const anyFilter = fc.record(
  {
    section: fc.constantFrom('exercises', 'history'),
    risk: fc.constantFrom(...risks),
    topic: fc.constant('border'),
    text: fc.constantFrom(...words),
  },
  { requiredKeys: [] },
)

test('the pages of every tab and filter are the whole list in its order, each story once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStory, { minLength: 1, maxLength: 25 }),
      anyFilter,
      fc.constantFrom(...tabNames),
      fc.boolean(),
      async (plan, filter, tab, held) => {
        db = (await freshDatabase()).db
        cast = await castOf(db)
        await fill(plan)
        const asked = held ? { ...filter, holder: cast.otherEditor.publicId } : filter
        const list = await listOf(tab, asked, cast.editor)
        expect((await pages(tab, asked)).sort()).toEqual([...list].sort())
        // Of one minute the words' order may be another one than the number's, and it is the same on every page.
        if (!asked.text && !asked.topic) expect(await pages(tab, asked)).toEqual(list)
      },
    ),
    { numRuns: 40 },
  )
})

test('while stories come and go between two pages, none of those that stay is missed or shown twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { minLength: 6, maxLength: 14 }),
      fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 5 }),
      fc.constantFrom<QueueFilter>({}, { text: 'bridge' }, { topic: 'border' }, { section: 'exercises' }),
      async (minutes, changes, filter) => {
        db = (await freshDatabase()).db
        cast = await castOf(db)
        await fill(minutes.map((minute) => ({ state: 0, word: 0, section: 0, risk: 0, topic: true, minute })))
        const moved = new Set<string>()
        const seen: string[] = []
        let after = ''
        for (let turn = 0; turn < 50; turn++) {
          const page = await reviewQueue(db, { tab: 'new', ...filter, after, limit: 2 }, cast.editor, NOON)
          seen.push(...page.rows.map(({ publicId }) => publicId))
          const change = changes[turn]
          if (change) {
            const [which, comes] = change
            if (comes) moved.add(await sent('Another bridge', later(100 + turn)))
            else {
              const story = `plan${which % minutes.length}`
              const [row] = await db.select().from(stories).where(eq(stories.publicId, story))
              await move(db, cast, cast.editor, story, 'claim', { version: row?.version ?? 1 }, later(100 + turn))
              moved.add(story)
            }
          }
          if (!page.next) break
          after = page.next
        }
        expect(new Set(seen).size).toBe(seen.length)
        const stayed = minutes.map((_, at) => `plan${at}`).filter((story) => !moved.has(story))
        for (const story of stayed) expect(seen).toContain(story)
      },
    ),
    { numRuns: 25 },
  )
})

test('after any walk the kept counts are the rows', async () => {
  await storyIn(db, cast, 'published')
  await storyIn(db, cast, 'changes_requested')
  await storyIn(db, cast, 'scheduled')
  await storyIn(db, cast, 'declined')
  const reader = await person(db, 'editor', 'Third editor')
  for (const who of [cast.editor, cast.otherEditor, reader]) {
    const counts = await queueCounts(db, { tab: 'new' }, who)
    for (const tab of tabNames)
      expect(counts[tab], tab).toEqual({ stories: (await listOf(tab, {}, who)).length, more: false })
  }
})

async function numberOf(story: string): Promise<number> {
  const [row] = await db.select({ id: stories.id }).from(stories).where(eq(stories.publicId, story))
  return row?.id ?? 0
}
