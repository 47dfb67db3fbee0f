// What others are told when something changes for readers, and that it is said of nothing else.
import { afterAll, expect, test } from 'vitest'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { announcements } from '#app/newsroom/wire/announce.server.ts'
import type { Database } from '#db/client.ts'
import { storyStates } from '#db/schema/story.ts'
import { castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

const SITE = 'https://courier.example.org'
const HUB = 'https://hub.example.org/'
const KEY = '0123456789abcdef'

test('an outlet without hub and key says nothing', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await storyIn(db, cast, 'published', 'Bridge opens')
  expect(await announcements(db, null, SITE, NOON)).toEqual({ upTo: null, toSend: [] })
})

test('a published story: the hub hears of every feed that holds it, search engines of its address', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await withWire(db, { hub: HUB, indexNowKey: KEY })
  await storyIn(db, cast, 'published', 'Bridge opens')
  const { upTo, toSend } = await announcements(db, null, SITE, NOON)
  expect(upTo).toBeGreaterThan(0)
  const bases = ['', '/sections/exercises', '/contributors/reporter-in-panagyurishte', '/topics/border']
  const feeds = bases.flatMap((base) => ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${SITE}${base}/${name}`))
  expect(topicsIn(toSend)).toEqual(feeds)
  for (const { body } of toSend.filter(({ url }) => url === HUB))
    expect(new URLSearchParams(body).get('hub.mode')).toBe('publish')
  const [, ...others] = toSend.filter(({ url }) => url !== HUB)
  expect(others).toEqual([])
  const last = toSend.at(-1)
  expect(last?.url).toBe('https://api.indexnow.org/indexnow')
  expect(JSON.parse(last?.body ?? '')).toEqual({
    host: 'courier.example.org',
    key: KEY,
    keyLocation: `${SITE}/indexnow.txt`,
    urlList: [`${SITE}/stories/bridge-opens`],
  })
  expect(await announcements(db, upTo, SITE, NOON)).toEqual({ upTo, toSend: [] })
})

test('of a story taken down the corrections are told too', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await withWire(db, { hub: HUB })
  await storyIn(db, cast, 'retracted', 'It was wrong')
  const { toSend } = await announcements(db, null, SITE, NOON)
  expect(topicsIn(toSend)).toContain(`${SITE}/corrections/feed.xml`)
  expect(topicsIn(toSend)).toContain(`${SITE}/corrections/atom.xml`)
})

test('stories that no reader can open are never announced', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await withWire(db, { hub: HUB, indexNowKey: KEY })
  const hidden = storyStates.filter((state) => state !== 'published' && state !== 'retracted')
  for (const state of hidden) await storyIn(db, cast, state, `Headline ${state}`)
  const { upTo, toSend } = await announcements(db, null, SITE, NOON)
  expect(toSend).toEqual([])
  expect(upTo).toBeGreaterThan(0)
})

test('a beginning looks ten minutes back and no further, and goes on from there', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await withWire(db, { indexNowKey: KEY })
  await storyIn(db, cast, 'published', 'Old news')
  const begun = await announcements(db, null, SITE, later(11))
  expect(begun.toSend).toEqual([])
  const next = await storyIn(db, cast, 'approved', 'New news')
  expect((await move(db, cast, cast.otherEditor, next, 'publish', {}, later(12))).ok).toBe(true)
  const { toSend } = await announcements(db, begun.upTo, SITE, later(12))
  expect(toSend.flatMap(({ body }) => JSON.parse(body).urlList)).toEqual([`${SITE}/stories/new-news`])
})

function topicsIn(toSend: { url: string; body: string }[]): string[] {
  return toSend.filter(({ url }) => url === HUB).map(({ body }) => new URLSearchParams(body).get('hub.topic') ?? '')
}

function withWire(db: Database, wire: Partial<(typeof newOutlet)['wire']>): Promise<void> {
  const settings = { ...newOutlet, name: 'The Test Courier', wire: { ...newOutlet.wire, ...wire } }
  return db.transaction((tx) => writeOutlet(tx, settings, NOON))
}
