// The front page with no, few and many stories, and the archive behind it.
import { afterAll, expect, test } from 'vitest'
import { closeCoverage, openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { answerEntry, publishEntry, removeEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { sendEntry } from '#app/newsroom/desk/live-sending.server.ts'
import { earlierStories, frontPage } from '#app/newsroom/press/front-page.server.ts'
import { storyStates } from '#db/schema/story.ts'
import { castOf, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from './printed-story.ts'

afterAll(closeDatabases)

test('a paper without stories has an empty front page', async () => {
  const { db } = await freshDatabase()
  const front = await frontPage(db, NOON)
  expect(front).toMatchObject({ lead: null, seconds: [], latest: [], hubs: [], sections: [], next: null })
})

test('three stories are the lead and two seconds, and no section repeats them', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (const [slug, minutesAgo] of [
    ['a', 3],
    ['b', 2],
    ['c', 1],
  ] as const)
    await printed(db, reporter, { slug, minutesAgo })
  const front = await frontPage(db, NOON)
  expect(front.lead?.slug).toBe('c')
  expect(front.seconds.map(({ slug }) => slug)).toEqual(['b', 'a'])
  expect(front).toMatchObject({ latest: [], sections: [], next: null })
})

test('with few stories the latest are no column, and no hub or section repeats what stands above', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 7; index++)
    await printed(db, reporter, { slug: `few-${index}`, minutesAgo: index, topicIds: [1] })
  expect(await frontPage(db, NOON)).toMatchObject({ isShort: true, hubs: [], sections: [] })
  await printed(db, reporter, { slug: 'one-more', minutesAgo: 9, topicIds: [1] })
  const front = await frontPage(db, NOON)
  expect(front).toMatchObject({ isShort: false, hubs: [{}] })
  expect(front.latest).toHaveLength(4)
})

test('what is covered live stands at its head with its newest public words, and leaves it when it ends', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const opened = { title: 'The bridge opens', section: 'exercises' }
  await openCoverage(db, 'border', opened, cast.editor, NOON, cast.press)
  expect((await frontPage(db, NOON)).live).toEqual([
    { slug: 'border', title: 'The bridge opens', language: 'en', openedAt: NOON.toISOString(), newest: null },
  ])
  const publish = async (text: string, when: Date) => {
    const entry = { title: '', text, story: '', picture: '' as const }
    const done = await publishEntry(db, 'border', entry, cast.editor, when, cast.press)
    if (!done.ok) throw new Error(JSON.stringify(done))
    return done.publicId
  }
  const first = await publish('The first lorry is over.', later(5))
  const second = await publish('Nobody was hurt.', later(9))
  const waiting = await sendEntry(
    db,
    'border',
    { title: '', text: 'Words that wait.', byline: 'name', penName: '' },
    cast.reporter,
    later(9),
  )
  if (!waiting.ok) throw new Error(JSON.stringify(waiting))
  expect((await frontPage(db, later(7))).live[0]?.newest).toMatchObject({ id: first, name: 'The first lorry is over.' })
  expect((await frontPage(db, later(10))).live[0]?.newest).toMatchObject({ id: second })
  const no = { verdict: 'decline' as const, title: '', text: '', reason: 'Not seen by us.', version: 1 }
  await answerEntry(db, { topic: 'border', entry: waiting.publicId }, no, cast.editor, later(10), cast.press)
  const gone = { reason: 'It was not so.', version: 1 }
  await removeEntry(db, { topic: 'border', entry: second }, gone, cast.editor, later(11), cast.press)
  expect((await frontPage(db, later(12))).live[0]?.newest).toMatchObject({ id: first })
  await closeCoverage(db, 'border', { closing: 'The bridge is open.' }, cast.editor, later(13), cast.press)
  expect((await frontPage(db, later(14))).live).toEqual([])
})

test('the newest story with a picture leads, but the one the desk chose leads before it', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'plain', minutesAgo: 1 })
  await printed(db, reporter, { slug: 'pictured', minutesAgo: 2, lead: drawing })
  expect((await frontPage(db, NOON)).lead?.slug).toBe('pictured')
  await printed(db, reporter, { slug: 'chosen', minutesAgo: 900, leadAt: NOON })
  expect((await frontPage(db, NOON)).lead?.slug).toBe('chosen')
  await printed(db, reporter, { slug: 'chosen-and-gone', leadAt: NOON, state: 'retracted' })
  expect((await frontPage(db, NOON)).lead?.slug).toBe('chosen')
})

test('with many stories nothing is said twice from the lead to the last earlier page', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const all = Array.from({ length: 60 }, (_, index) => `story-${index}`)
  for (const [minutesAgo, slug] of all.entries()) await printed(db, reporter, { slug, minutesAgo })
  const front = await frontPage(db, NOON)
  const read = [front.lead, ...front.seconds, ...front.latest].map((teaser) => teaser?.slug)
  let next = front.next
  while (next !== null) {
    const page = await earlierStories(db, next, NOON)
    read.push(...page.teasers.map(({ slug }) => slug))
    next = page.next
  }
  expect(read).toEqual(all)
})

test('stories of the same instant are all reached', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 43; index++) await printed(db, reporter, { slug: `same-${index}`, minutesAgo: 5 })
  const front = await frontPage(db, NOON)
  const rest = await earlierStories(db, front.next ?? '', NOON)
  expect(new Set([front.lead, ...front.seconds, ...front.latest, ...rest.teasers].map((t) => t?.slug)).size).toBe(40)
  expect((await earlierStories(db, rest.next ?? '', NOON)).teasers).toHaveLength(3)
})

test('an address that nobody may know of yet is no place to go on from', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'today', minutesAgo: 10 })
  await printed(db, reporter, { slug: 'tomorrow', minutesAgo: -1440 })
  const unknown = await earlierStories(db, 'never-was', NOON)
  expect(await earlierStories(db, 'tomorrow', NOON)).toEqual(unknown)
})

test('only a published story is on the front page, whatever state the others are in', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of storyStates) await storyIn(db, cast, state, `Headline ${state}`)
  const page = JSON.stringify(await frontPage(db, NOON))
  for (const state of storyStates) expect(page.includes(`Headline ${state}`), state).toBe(state === 'published')
})

test('hubs stand on the front page only with stories, sections only with others than those above', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 8; index++)
    await printed(db, reporter, { slug: `s${index}`, minutesAgo: index, topicIds: [0, 5].includes(index) ? [1] : [] })
  await printed(db, reporter, { slug: 'old', minutesAgo: 99, sectionId: 2 })
  const front = await frontPage(db, NOON)
  expect(front.hubs.map(({ slug, teasers }) => [slug, teasers.length])).toEqual([['border', 1]])
  expect(front.sections.map(({ slug, teasers }) => [slug, teasers.map((t) => t.slug)])).toEqual([
    ['exercises', ['s4', 's5', 's6', 's7']],
    ['history', ['old']],
  ])
})
