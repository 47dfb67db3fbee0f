// The queue's loader: who may see it, what stands in its tabs, how it is narrowed and turned.
import { afterAll, expect, test } from 'vitest'
import type { QueueRow } from '#app/newsroom/desk/review-queue.ts'
import { loader } from '#app/routes/desk/queue.tsx'
import { castOf, draftBy, later, move, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { get, type Knock, type Opener } from './knock.ts'

afterAll(closeDatabases)

type Page = {
  rows: QueueRow[]
  counts: Record<string, number>
  next: string | null
  moved: unknown
  movedStory: string
}

async function desk() {
  const database = await freshDatabase()
  const cast = await castOf(database.db)
  const page = (path: string, knock: Partial<Knock> = {}) =>
    get(loader as Opener, path, { database, cast, who: cast.editor, ...knock }) as Promise<Page>
  return { database, db: database.db, cast, page }
}

test('a contributor does not get in, nobody at all is sent to sign in', async () => {
  const { cast, page } = await desk()
  expect(await page('/desk', { who: cast.reporter })).toMatchObject({ status: 403 })
  const answer = (await page('/desk', { who: null })) as unknown as Response
  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fdesk')
})

test('drafts never show, sent stories stand under New, oldest first', async () => {
  const { db, cast, page } = await desk()
  await draftBy(db, cast.reporter, 'Only a draft')
  const second = await draftBy(db, cast.reporter, 'Sent later')
  const first = await draftBy(db, cast.reporter, 'Sent first')
  await move(db, cast, cast.reporter, first, 'submit', {}, later(1))
  await move(db, cast, cast.reporter, second, 'submit', {}, later(2))
  const { rows, counts } = await page('/desk')
  expect(rows.map(({ headline }) => headline)).toEqual(['Sent first', 'Sent later'])
  expect(counts).toMatchObject({ new: { stories: 2 }, mine: { stories: 0 }, all: { stories: 2 } })
})

test('a story is late once its promised time has passed', async () => {
  const { db, cast, page } = await desk()
  await storyIn(db, cast, 'submitted')
  expect((await page('/desk')).rows[0]?.late).toBe(false)
  expect((await page('/desk', { now: later(24 * 60 + 1) })).rows[0]?.late).toBe(true)
})

test('Mine holds what I claimed and nothing else', async () => {
  const { db, cast, page } = await desk()
  await storyIn(db, cast, 'in_review', 'I hold this')
  expect((await page('/desk?tab=mine')).rows.map(({ headline }) => headline)).toEqual(['I hold this'])
  expect((await page('/desk?tab=mine', { who: cast.otherEditor })).rows).toEqual([])
})

test('section, topic and words narrow the list; a faulty question is asked as if it were empty', async () => {
  const { db, cast, page } = await desk()
  await storyIn(db, cast, 'submitted', 'Bridge opens')
  await storyIn(db, cast, 'submitted', 'Parade begins')
  const headlines = async (query: string) => (await page(`/desk?${query}`)).rows.map(({ headline }) => headline)
  expect(await headlines('text=PARADE')).toEqual(['Parade begins'])
  expect(await headlines('text=%231')).toEqual(['Bridge opens'])
  expect(await headlines('section=history')).toEqual([])
  expect(await headlines('section=exercises&topic=border')).toHaveLength(2)
  expect(await headlines('text=100%25_')).toEqual([])
  expect(await headlines('tab=nonsense&after=nonsense')).toHaveLength(2)
})

test('the second page begins where the first ended', async () => {
  const { db, cast, page } = await desk()
  for (let index = 0; index < 53; index++) {
    const story = await draftBy(db, cast.reporter, `Story ${index}`)
    await move(db, cast, cast.reporter, story, 'submit', {}, later(Math.floor(index / 2)))
  }
  const first = await page('/desk')
  expect(first.rows).toHaveLength(50)
  const second = await page(`/desk?after=${first.next}`)
  expect(second.rows.map(({ headline }) => headline)).toEqual(['Story 50', 'Story 51', 'Story 52'])
  expect(second.next).toBeNull()
})

test('one’s own story says so', async () => {
  const { db, cast, page } = await desk()
  const own = await draftBy(db, cast.editor, 'By an editor')
  const version = 2
  expect(await move(db, cast, cast.editor, own, 'submit', { version })).toMatchObject({ ok: true })
  expect((await page('/desk')).rows[0]).toMatchObject({ own: true })
  expect((await page('/desk', { who: cast.otherEditor })).rows[0]).toMatchObject({ own: false })
})

test('only known keys of the address are believed', async () => {
  const { page } = await desk()
  expect((await page('/desk?done=claim&told=contributor.1,<b>.2&story=abc')).moved).toEqual({
    move: 'claim',
    told: [{ who: 'contributor', people: 1 }],
  })
  const odd = await page('/desk?done=%3Cscript%3E&story=..%2F..%2Fevil')
  expect(odd).toMatchObject({ moved: null, movedStory: '' })
})
