// What readers' search may cost: words that very many stories have are looked for in lots, and no story falls between two of them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchArchive } from '#app/newsroom/press/archive-search.server.ts'
import type { SearchOrder } from '#app/newsroom/press/archive-search.ts'
import type { Database } from '#db/client.ts'
import { isPostgres } from '#db/dialect.ts'
import { LOOKED_AT } from '#db/search-newest.ts'
import { castOf, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { copyStories } from './copied-stories.ts'
import { printed } from './printed-story.ts'

afterAll(closeDatabases)

const MANY = 2 * LOOKED_AT + 200
/** Numbers of the stories where the two words meet, and of those where they stand beside each other; 1 is the oldest. */
const MEET = [3, 4, 700, 701, MANY - 5]
const BESIDE = [3, 701]

let db: Database
beforeAll(async () => {
  db = (await freshDatabase()).db
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'first', text: 'nothing of it', minutesAgo: MANY + 10 })
  await copyStories(db, MANY, (one) => ({ text: textOf(one) }), NOON)
})

const none = { section: '', topic: '', place: '', from: '', to: '', after: '' }

async function walked(q: string, order: SearchOrder, more: Partial<typeof none> = {}) {
  const seen: string[] = []
  const olders: boolean[] = []
  let after = ''
  for (let page = 0; page < 100; page++) {
    const answer = await searchArchive(db, { ...none, ...more, q, order, after }, NOON)
    seen.push(...answer.found.map(({ teaser }) => teaser.slug))
    olders.push(answer.older)
    if (answer.next === null) return { seen, olders, firstCount: answer.count }
    expect(answer.next).not.toBe(after)
    after = answer.next
  }
  throw new Error('the pages never end')
}

const slugs = (numbers: readonly number[]) => [...numbers].sort((a, b) => b - a).map((one) => `copy-${one}`)

test.each(['newest', 'best'] as const)(
  '%s first: common words that rarely meet are found lot by lot',
  async (order) => {
    const { seen, olders } = await walked('harbour council', order)
    expect(seen).toEqual(slugs(MEET))
    expect(olders.filter(Boolean).length).toBe(isPostgres ? 0 : 1)
  },
)

test.each(['newest', 'best'] as const)(
  '%s first: so is a phrase of common words, and what must not be there',
  async (order) => {
    expect((await walked('"harbour council"', order)).seen).toEqual(slugs(BESIDE))
    expect((await walked('"council harbour"', order)).seen).toEqual(slugs(MEET.filter((one) => !BESIDE.includes(one))))
    expect((await walked('council harbour -"harbour council"', order)).seen).toEqual(slugs([4, 700, MANY - 5]))
    expect((await walked('harbour -every', order)).seen).toEqual([])
    expect((await walked('harbour council', order, { section: 'exercises' })).seen).toEqual(slugs(MEET))
    expect((await walked('harbour council', order, { section: 'history' })).seen).toEqual([])
  },
)

test('what stands in every lot fills its pages, each story once', async () => {
  const { seen } = await walked('every story', 'newest', { from: '2026-11-24' })
  expect(seen).toEqual([...new Set(seen)])
  expect(seen.length).toBeGreaterThan(700)
})

test('nobody counts what was not looked at; where a word is rare all are looked at and counted', async () => {
  const ask = (q: string) => searchArchive(db, { ...none, q, order: 'newest' }, NOON)
  expect((await ask('harbour council')).count).toBe(isPostgres ? MEET.length : null)
  expect(await ask('harbour rarely')).toMatchObject({ count: 2, older: false, next: null })
  expect(await ask('"rarely harbour"')).toMatchObject({ count: 0, older: false, next: null })
})

// A minute apart: half have the one word, half the other, few have both, two have a word of their own.
function textOf(one: number): string {
  if (BESIDE.includes(one)) return 'every story harbour council'
  if (MEET.includes(one)) return 'every story council harbour'
  return `every story ${one % 2 ? 'harbour' : 'council'}${one === 9 || one === 901 ? ' rarely' : ''}`
}
