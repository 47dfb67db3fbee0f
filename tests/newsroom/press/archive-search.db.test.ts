// Readers' search: what is found by which words and filters, in which order, and that nothing is found that is not public.

import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { publishDue } from '#app/newsroom/desk/clock-moves.server.ts'
import type { Order } from '#app/newsroom/desk/move-story.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { searchArchive } from '#app/newsroom/press/archive-search.server.ts'
import type { ArchiveQuestion } from '#app/newsroom/press/archive-search.ts'
import { readOldEditions } from '#app/newsroom/press/searchable-editions.server.ts'
import { revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Database } from '#db/client.ts'
import { searchTexts, searchTodo } from '#db/schema/search.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, later, move, NOON, person, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { printed } from './printed-story.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const nothingAsked: ArchiveQuestion = {
  q: '',
  section: '',
  topic: '',
  place: '',
  from: '',
  to: '',
  order: 'newest',
  after: '',
}

function ask(question: Partial<ArchiveQuestion>, when = NOON) {
  return searchArchive(db, { ...nothingAsked, ...question }, when)
}

async function slugs(question: Partial<ArchiveQuestion>, when = NOON) {
  return (await ask(question, when)).found.map(({ teaser }) => teaser.slug)
}

test('words, phrases and what must not be there, in any case and with or without accents', async () => {
  const print = (slug: string, text: string, minutesAgo: number) =>
    printed(db, cast.reporter, { slug, text, minutesAgo })
  await print('cafe', 'The Café over the bridge', 3)
  await print('most', 'Мостът край Пазарджик е „отворен“, казва ѝ кметът; Йордан не', 2)
  await print('jisr', 'فُتِحَ الجسرُ في المدينة', 1)
  expect(await slugs({ q: 'CAFE' })).toEqual(['cafe'])
  expect(await slugs({ q: '"над моста" OR ПАЗАРДЖИК' })).toEqual([])
  expect(await slugs({ q: 'ПАЗАРДЖИК “е отворен„' })).toEqual(['most'])
  expect(await slugs({ q: 'йордан' })).toEqual(['most'])
  expect(await slugs({ q: 'иордан' })).toEqual([])
  expect(await slugs({ q: 'فتح "الجسر في المدينه"' })).toEqual(['jisr'])
  expect(await slugs({ q: '"the bridge"' })).toEqual(['cafe'])
  expect(await slugs({ q: '"bridge the"' })).toEqual([])
  expect(await slugs({ q: 'Panagyurishte -bridge -"الجسر في"' })).toEqual(['most'])
  expect(await slugs({ q: '-bridge' })).toEqual(['jisr', 'most'])
})

test('the words of the headline, the standfirst, the place and the by-line count too', async () => {
  const story = { headline: 'Lanterns', standfirst: 'Lit again', place: 'Koprivshtitsa', bylineName: 'The Owl' }
  await printed(db, cast.reporter, { slug: 'lanterns', ...story })
  for (const q of ['lanterns', 'lit', 'koprivshtitsa', '"the owl"'])
    expect([q, await slugs({ q })]).toEqual([q, ['lanterns']])
})

test('section, topic, place and days narrow, alone and together; days are those of the outlet', async () => {
  await printed(db, cast.reporter, { slug: 'a', sectionId: 1, topicIds: [1], place: 'Veliko Tarnovo', minutesAgo: 10 })
  await printed(db, cast.reporter, { slug: 'b', sectionId: 2, place: 'Пловдив', minutesAgo: 20 })
  // 22:30 of the 23rd in Greenwich is 00:30 of the 24th in Sofia.
  await printed(db, cast.reporter, { slug: 'c', sectionId: 2, place: 'Tarnovo', minutesAgo: 13.5 * 60 })
  await printed(db, cast.reporter, { slug: 'd', sectionId: 2, minutesAgo: 14.5 * 60 })
  expect(await slugs({ section: 'history' })).toEqual(['b', 'c', 'd'])
  expect(await slugs({ topic: 'border' })).toEqual(['a'])
  expect(await slugs({ topic: 'border', section: 'history' })).toEqual([])
  expect(await slugs({ place: 'tarnovo' })).toEqual(['a', 'c'])
  expect(await slugs({ place: 'TÁRNOVO veliko' })).toEqual(['a'])
  expect(await slugs({ place: 'пловдив', q: 'words' })).toEqual(['b'])
  expect(await slugs({ from: '2026-11-24' })).toEqual(['a', 'b', 'c'])
  expect(await slugs({ to: '2026-11-23' })).toEqual(['d'])
  expect(await slugs({ from: '2026-11-24', to: '2026-11-24', section: 'history' })).toEqual(['b', 'c'])
  expect(await slugs({ section: 'no-such' })).toEqual([])
})

test('the best are those that name it in the headline, then in the standfirst, and among equals the newest', async () => {
  const standfirst = 'The ferry stops.'
  await printed(db, cast.reporter, { slug: 'mentions', text: 'a ferry', minutesAgo: 1 })
  await printed(db, cast.reporter, { slug: 'mentioned-before', text: 'a ferry', minutesAgo: 2 })
  await printed(db, cast.reporter, { slug: 'standfirst', standfirst, minutesAgo: 3 })
  await printed(db, cast.reporter, { slug: 'headline', headline: 'The ferry', minutesAgo: 4 })
  await printed(db, cast.reporter, { slug: 'both', headline: 'The ferry', standfirst, minutesAgo: 5 })
  const best = ['both', 'headline', 'standfirst', 'mentions', 'mentioned-before']
  expect(await slugs({ q: 'ferry', order: 'best' })).toEqual(best)
  expect(await slugs({ q: 'ferry' })).toEqual([...best].reverse().sort((a, b) => minutes(a) - minutes(b)))
  function minutes(slug: string) {
    return ['mentions', 'mentioned-before', 'standfirst', 'headline', 'both'].indexOf(slug)
  }
})

test.each(['newest', 'best'] as const)(
  '%s first: every story is on exactly one page, also when more are published meanwhile',
  async (order) => {
    const all: string[] = []
    for (let index = 0; index < 47; index++) {
      all.push(`s${index}`)
      const headline = index % 3 === 0 ? 'The ferry' : 'Something else'
      await printed(db, cast.reporter, { slug: `s${index}`, headline, text: 'ferry', minutesAgo: 100 - (index % 40) })
    }
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 5; page++) {
      const { found, next, count } = await ask({ q: 'ferry', order, after }, later(10))
      seen.push(...found.map(({ teaser }) => teaser.slug))
      expect(count).toBe(47 + (order === 'newest' ? page : 0))
      if (next === null) break
      after = next
      await printed(db, cast.reporter, { slug: `late${page}`, headline: 'The ferry', text: 'ferry', minutesAgo: -page })
    }
    expect([...seen].sort()).toEqual(all.sort())
  },
)

test('nothing is found of what is not live, and its words are gone from the search itself', async () => {
  await printed(db, cast.reporter, { slug: 'live', text: 'zebra' })
  await printed(db, cast.reporter, { slug: 'gone', text: 'zebra', state: 'retracted' })
  await printed(db, cast.reporter, { slug: 'hidden', text: 'zebra', state: 'unpublished' })
  await printed(db, cast.reporter, { slug: 'tomorrow', text: 'zebra', minutesAgo: -1440 })
  expect(await ask({ q: 'zebra' })).toMatchObject({ count: 1, found: [{ teaser: { slug: 'live' } }] })
  expect(await slugs({ q: 'zebra' }, later(1441))).toEqual(['tomorrow', 'live'])
  for (const state of ['draft', 'submitted', 'in_review', 'approved', 'declined'] as const)
    await storyIn(db, cast, state, `Quagga ${state}`)
  expect(await ask({ q: 'quagga' })).toMatchObject({ count: 0, found: [] })
})

test('what is set for later or under an embargo is found when it is published, whoever knows its words before', async () => {
  const story = await storyIn(db, cast, 'scheduled', 'Bittern in the reeds') // for an hour from noon
  const embargo = { hold: 'embargo' as const, deskNote: 'Agreed.', at: later(90).toISOString() }
  const found = async (when: Date) => (await ask({ q: 'bittern' }, when)).count
  expect(await found(later(600))).toBe(0)
  expect(await move(db, cast, cast.editor, story, 'placeHold', embargo)).toMatchObject({ ok: true })
  expect(await publishDue(db, later(89), cast.press)).toBe(0)
  expect(await found(later(600))).toBe(0)
  const order = { at: later(90).toISOString() }
  expect(await move(db, cast, cast.editor, story, 'schedule', order, later(1))).toMatchObject({ ok: true })
  expect(await found(later(600))).toBe(0)
  expect(await publishDue(db, later(90), cast.press)).toBe(1)
  expect(await found(later(90))).toBe(1)
  expect(await found(later(89))).toBe(0)
})

test('the search follows publishing, correcting, taking down and putting back in the same move', async () => {
  const order = (by: Person, what: Order['move'], words: object, at: number) =>
    move(db, cast, by, story, what, words, later(at))
  const counted = async (q: string) => (await ask({ q }, later(60))).count
  const chief = await person(db, 'admin', 'Second chief')
  const story = await storyIn(db, cast, 'published', 'Heron at the weir')
  expect([await counted('heron'), await counted('"tuesday morning" panagyurishte')]).toEqual([1, 1])
  expect(await order(cast.editor, 'askRetraction', { deskNote: 'It was a crane.' }, 1)).toMatchObject({ ok: true })
  expect([await counted('heron'), await counted('crane')]).toEqual([1, 0])
  expect(await order(cast.admin, 'retract', { note: 'It was a stork.' }, 1)).toMatchObject({ ok: true })
  expect([await counted('heron'), await counted('stork')]).toEqual([0, 0])
  expect((await db.select().from(searchTexts)).filter(({ kind }) => kind === 'edition')).toEqual([])
  expect(await order(chief, 'restore', { deskNote: 'Sorry, a pelican.' }, 2)).toMatchObject({ ok: true })
  expect([await counted('heron'), await counted('stork'), await counted('pelican')]).toEqual([1, 0, 0])
  const [row] = await db.select().from(stories).where(eq(stories.publicId, story))
  const revision = await revisionById(db, row?.revisionId ?? null)
  if (!row || !revision) throw new Error('the story has no edition')
  await db.transaction((tx) =>
    cast.press.correct(
      tx,
      {
        storyId: row.id,
        ownerId: row.ownerId,
        revisionId: revision.id,
        hash: revision.hash,
        content: { ...revision.content, headline: 'Egret at the weir' },
        kind: 'correction',
        note: 'It was an egret, not a spoonbill.',
      },
      later(3),
    ),
  )
  expect([await counted('heron'), await counted('egret'), await counted('spoonbill')]).toEqual([0, 1, 0])
})

test('what was published before there was a search is read at the start', async () => {
  await printed(db, cast.reporter, { slug: 'old', text: 'zebra' })
  await db.transaction(async (tx) => {
    const rows = await tx.delete(searchTexts).returning()
    await tx
      .insert(searchTodo)
      .values(rows.map(({ kind, ref }) => ({ kind, ref })))
      .returning()
  })
  expect(await slugs({ q: 'zebra' })).toEqual([])
  expect(await readOldEditions(db, 500)).toBe(1)
  expect(await slugs({ q: 'zebra' })).toEqual(['old'])
  expect(await readOldEditions(db, 500)).toBe(0)
})

test('what could not be used of a question is said', async () => {
  const remarks = async (question: Partial<ArchiveQuestion>) => (await ask(question)).remarks
  expect(await remarks({ q: '!!! *** ()' })).toEqual(['no-words'])
  expect(await remarks({ q: '"the bridge' })).toEqual(['open-quote'])
  expect(await remarks({ q: 'word '.repeat(3000) })).toEqual(['cut', 'many-words'])
  expect(await remarks({ q: 'a', section: 'no-such' })).toEqual(['no-choice'])
  expect(await remarks({ q: 'a', from: '2026-02-31' })).toEqual(['no-day'])
  expect(await remarks({ q: 'a', from: '2026-11-24', to: '2026-11-23' })).toEqual(['days-turned'])
  expect(await remarks({ q: 'a "b c" -d' })).toEqual([])
})

test('whatever is typed, it is no fault', async () => {
  await printed(db, cast.reporter, { slug: 'one', text: copyOf('bridge').type })
  const hostile = [
    '"',
    '""',
    '-',
    '-"',
    'NEAR(a b)',
    'a* b*',
    'text:a',
    '^a',
    'a AND NOT',
    '\0',
    '\ud800',
    "'; drop table editions --",
    '%',
    '\\',
  ]
  for (const q of hostile) await ask({ q, place: q, from: q, to: q, section: q, topic: q, after: q, order: 'best' })
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (q) => {
      await ask({ q, place: q })
      await ask({ q: `bridge "${q}`, after: q, order: 'best' })
    }),
    { numRuns: 100 },
  )
})
