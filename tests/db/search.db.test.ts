// Full-text search on both engines: what is found by which words, in which order, and that nothing typed is a command.
import fc from 'fast-check'
import { afterAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '#db/client.ts'
import { countHits, dropDocument, keepDocument, type SearchDocument, searchHits, searchTerms } from '#db/search.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'

let db: Database
beforeEach(async () => {
  db = (await freshDatabase()).db
})
afterAll(closeDatabases)

const noon = Date.UTC(2026, 10, 24, 12)

async function keep(id: number, text: string, more: Partial<SearchDocument> = {}) {
  await db.transaction((tx) =>
    keepDocument(tx, { kind: 'story', id, at: new Date(noon + id), marks: ['stateopen'], text, ...more }),
  )
}

async function found(typed: string, more: Partial<Parameters<typeof searchHits>[1]> = {}) {
  const hits = await searchHits(db, { kind: 'story', terms: searchTerms(typed), marks: [], limit: 100, ...more })
  return hits.map(({ id }) => id)
}

test('words are found in any case, with and without accents, in three scripts', async () => {
  await keep(1, 'The Café by the bridge')
  await keep(2, 'Мостът край Пазарджик: музеят й е „отворен“')
  await keep(3, 'فُتِحَ الجسرُ فوق النهر')
  expect(await found('CAFE bridge')).toEqual([1])
  expect(await found('café')).toEqual([1])
  expect(await found('ПАЗАРДЖИК')).toEqual([2])
  expect(await found('отворен')).toEqual([2])
  expect(await found('музеят')).toEqual([2])
  expect(await found('الجسر')).toEqual([3])
  expect(await found('فتح')).toEqual([3])
  expect(await found('bridge мостът')).toEqual([])
})

test('a star says that a word of three letters or more is unfinished', async () => {
  await keep(1, 'bridges over the river')
  await keep(2, 'a bridge')
  expect(await found('bri*')).toEqual([1, 2])
  expect(await found('br*')).toEqual([])
  expect(await found('bri')).toEqual([])
  expect(await found('bri* river')).toEqual([1])
  expect(await found('river bridge*')).toEqual([1])
})

test('й is not и, and a word with a dash is its parts', async () => {
  await keep(1, 'мой дом')
  await keep(2, 'twenty-four/seven')
  expect(await found('мои')).toEqual([])
  expect(await found('мой')).toEqual([1])
  expect(await found('24/7 twenty')).toEqual([])
  expect(await found('four')).toEqual([2])
  expect(await found('twenty-four')).toEqual([2])
})

test('marks narrow, kinds are apart, and a mark is no word', async () => {
  await keep(1, 'bridge', { marks: ['stateopen', 'topic7'] })
  await keep(2, 'bridge', { marks: ['stateclosed'] })
  await keep(3, 'bridge', { kind: 'edition' })
  expect(await found('bridge')).toEqual([1, 2])
  expect(await found('bridge', { marks: [['stateclosed']] })).toEqual([2])
  expect(await found('', { marks: [['stateopen', 'stateclosed'], ['topic7']] })).toEqual([1])
  expect(await found('stateopen')).toEqual([])
  expect(await found('kindstory storystateopen')).toEqual([])
})

test('hits come in the order of their instants, page by page, also when many are of one instant', async () => {
  const at = new Date(noon)
  await db.transaction(async (tx) => {
    for (let id = 1; id <= 1100; id++)
      await keepDocument(tx, { kind: 'story', id, at, marks: ['stateopen'], text: 'bridge' })
  })
  await keep(2000, 'bridge', { at: new Date(noon - 1) })
  const all: number[] = []
  for (let after: number | undefined; ; ) {
    const hits = await searchHits(db, { kind: 'story', terms: searchTerms('bridge'), marks: [], limit: 300, after })
    all.push(...hits.map(({ id }) => id))
    after = hits.at(-1)?.place
    if (hits.length < 300) break
  }
  expect(all).toEqual([2000, ...Array.from({ length: 1100 }, (_, i) => i + 1)])
  expect((await found('bridge', { newestFirst: true, limit: 2 }))[1]).toBe(1099)
})

test('what changes is found by its new words only, what is dropped by none', async () => {
  await keep(1, 'bridge')
  await keep(1, 'tunnel', { marks: ['stateclosed'] })
  expect(await found('bridge')).toEqual([])
  expect(await found('tunnel', { marks: [['stateclosed']] })).toEqual([1])
  await keep(1, 'tunnel', { at: new Date(noon + 60_000) })
  await keep(2, 'tunnel')
  expect(await found('tunnel')).toEqual([2, 1])
  await db.transaction((tx) => dropDocument(tx, 'story', 1))
  expect(await found('tunnel')).toEqual([2])
})

test('terms are at most sixteen, of at most 64 characters', () => {
  const many = searchTerms(Array.from({ length: 40 }, (_, i) => `word${i}`).join(' '))
  expect(many).toHaveLength(16)
  for (const { word } of searchTerms('ж'.repeat(500))) expect(word.length).toBeLessThanOrEqual(64)
  expect(searchTerms('" OR NEAR( *')).toEqual([
    { word: 'or', begins: false },
    { word: 'near', begins: false },
  ])
  expect(searchTerms('  ,.;"\'%_ ')).toEqual([])
})

test('whatever is typed, searching it is no fault, and a document is found by its own words', async () => {
  let id = 0
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (typed) => {
      id += 1
      await keep(id, typed)
      const hits = await found(typed)
      if (searchTerms(typed).length > 0) expect(hits).toContain(id)
      await found(`${typed}" OR "x`)
    }),
    { numRuns: 150 },
  )
})

test('words beside each other are found in their order, and what must not be there is left out', async () => {
  await keep(1, 'the bridge over the river')
  await keep(2, 'the river under the bridge')
  await keep(3, 'over the bridge')
  const ask = (more: Partial<Parameters<typeof searchHits>[1]>) => found('', more)
  expect(await ask({ phrases: [['the', 'bridge']] })).toEqual([1, 2, 3])
  expect(await ask({ phrases: [['over', 'the', 'river']] })).toEqual([1])
  expect(await ask({ phrases: [['bridge', 'the']] })).toEqual([])
  expect(await found('bridge', { without: [['river']] })).toEqual([3])
  expect(await found('bridge', { without: [['over', 'the', 'river'], ['under']] })).toEqual([3])
  expect(await ask({ without: [['over']] })).toEqual([2])
  expect(await countHits(db, { kind: 'story', terms: searchTerms('bridge'), marks: [] }, 2)).toBe(2)
  expect(await countHits(db, { kind: 'story', terms: searchTerms('tunnel'), marks: [] }, 2)).toBe(0)
})

test('documents are narrowed by their instant', async () => {
  for (const id of [1, 2, 3]) await keep(id, 'bridge')
  expect(await found('bridge', { from: new Date(noon + 2) })).toEqual([2, 3])
  expect(await found('bridge', { until: new Date(noon + 2) })).toEqual([1])
  expect(await found('bridge', { from: new Date(noon + 2), until: new Date(noon + 3), newestFirst: true })).toEqual([2])
})

test('letters that are written one way or the other are one', async () => {
  await keep(1, 'أُعيد فتح جسر المدينة إلى الضفة الأخرى ٢٠٢٦')
  await keep(2, 'Łódź und Großstraße, Đakovo, İstanbul ve Iğdır, ΟΔΟΣ')
  expect(await found('اعيد المدينه الي 2026')).toEqual([1])
  expect(await found('مدينـــة')).toEqual([])
  expect(await found('المديـنـة')).toEqual([1])
  expect(await found('lodz grossstrasse dakovo istanbul οδος')).toEqual([2])
})
