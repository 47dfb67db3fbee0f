// Feeds as other programs read them.
import Parser from 'rss-parser'
import { afterAll, expect, test } from 'vitest'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { bylineFor } from '#app/newsroom/people/bylines.server.ts'
import { type FeedFormat, feedFormats } from '#app/newsroom/wire/feed.ts'
import { correctionsFeed, type FeedOf, feedOf } from '#app/newsroom/wire/feeds.server.ts'
import { wordsFor } from '#app/words/words.ts'
import type { Database } from '#db/client.ts'
import { storyStates } from '#db/schema/story.ts'
import { castOf, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from '../press/printed-story.ts'
import { faultsOfJsonFeed } from './json-feed-faults.ts'
import { all, strictXml, textIn } from './strict-xml.ts'

afterAll(closeDatabases)

const SITE = 'https://courier.example.org'

async function feedXml(db: Database, of: FeedOf, site = SITE, when = NOON, format: FeedFormat = 'rss') {
  return (await feedOf(db, of, format, site, when))?.body ?? null
}

test('a feed reader gets hostile words back exactly as they were meant', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const headline = 'He said “]]>” & <script>alert(1)</script> 🚜'
  const feedHtml = '<p>Before ]]> after &amp; <em>on</em> 🚜</p>'
  await printed(db, reporter, { slug: 'hostile', headline, feedHtml, topicIds: [1], lead: drawing, minutesAgo: 5 })
  const xml = (await feedXml(db, { kind: 'paper' }, SITE, NOON)) ?? ''
  const feed = await new Parser({ customFields: { item: ['media:content', 'dc:creator'] } }).parseString(xml)
  expect(feed.title).toBe('The Test Courier')
  expect(feed.feedUrl).toBe(`${SITE}/feed.xml`)
  expect(feed.items).toHaveLength(1)
  expect(feed.items[0]).toMatchObject({
    title: headline,
    link: `${SITE}/stories/hostile`,
    guid: `${SITE}/stories/hostile`,
    'content:encoded': feedHtml,
    'dc:creator': 'Reporter in Panagyurishte',
    categories: ['Exercises', 'The border'],
    isoDate: '2026-11-24T11:55:00.000Z',
  })
  expect(xml).toContain(
    `<media:content url="${SITE}/pictures/bridge/800.jpeg" medium="image" type="image/jpeg" width="800"`,
  )
  expect(xml).toContain('isPermaLink="true"')
})

test('control characters in a headline do not break the feed', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'control', headline: 'Bell \u0007and escape\u001b' })
  const feed = await new Parser().parseString((await feedXml(db, { kind: 'paper' }, SITE, NOON)) ?? '')
  expect(feed.items[0]?.title).toBe('Bell and escape')
})

test('a withheld name is in no feed', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'withheld', bylineName: '' })
  expect(await feedXml(db, { kind: 'paper' }, SITE, NOON)).not.toContain('dc:creator>')
})

test('sections and topics have their own feeds, and what does not exist has none', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'here', topicIds: [1] })
  await printed(db, reporter, { slug: 'there', sectionId: 2 })
  const links = async (of: Parameters<typeof feedXml>[1]) =>
    (await new Parser().parseString((await feedXml(db, of, SITE, NOON)) ?? '')).items.map(({ link }) => link)
  expect(await links({ kind: 'section', slug: 'history' })).toEqual([`${SITE}/stories/there`])
  expect(await links({ kind: 'topic', slug: 'border' })).toEqual([`${SITE}/stories/here`])
  expect(await feedXml(db, { kind: 'section', slug: 'nope' }, SITE, NOON)).toBeNull()
  expect(await feedXml(db, { kind: 'topic', slug: 'nope' }, SITE, NOON)).toBeNull()
})

test('a feed holds the newest thirty', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 35; index++) await printed(db, reporter, { slug: `s${index}`, minutesAgo: index })
  const feed = await new Parser().parseString((await feedXml(db, { kind: 'paper' }, SITE, NOON)) ?? '')
  expect(feed.items).toHaveLength(30)
  expect(feed.items.at(-1)?.link).toBe(`${SITE}/stories/s29`)
})

const hostileTitles = [
  'He said “]]>” & <script>alert(1)</script> 🚜',
  '&amp; &lt;b&gt; &nbsp; &#x41; %26 &',
  'قال "الجسر" <b>مفتوح</b> \u200f& 24/7',
  'Quotes \' and " and \\ and \u2028 and \u2029 end',
  '<![CDATA[ nested ]]> ]]]]><![CDATA[>',
  'Zero width \u200d joiner 👩‍👩‍👧 and combining e\u0301',
]

test.each(feedFormats)('%s holds every byte of hostile titles, whatever the feed is of', async (format) => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const byline = await db.transaction((tx) => bylineFor(tx, reporter, 'pen', 'Night owl', NOON))
  const told = { bylineId: byline.id, bylineName: byline.name, bylineHandle: byline.handle, topicIds: [1] }
  for (const [index, headline] of hostileTitles.entries()) {
    const feedHtml = `<p>${index} ]]> &amp; <em>🚜</em></p>`
    const notes = [{ kind: 'correction' as const, note: headline }]
    const words = { slug: `h${index}`, headline, standfirst: headline, feedHtml, minutesAgo: 10 * index + 5, notes }
    await printed(db, reporter, { ...words, ...told })
  }
  const lists: FeedOf[] = [
    { kind: 'paper' },
    { kind: 'section', slug: 'exercises' },
    { kind: 'topic', slug: 'border' },
    { kind: 'byline', handle: byline.handle },
  ]
  for (const of of lists) {
    const body = (await feedXml(db, of, SITE, NOON, format)) ?? ''
    expect(titlesIn(body, format)).toEqual(hostileTitles)
    expect(summariesIn(body, format)).toEqual(hostileTitles)
    expect(htmlIn(body, format)).toEqual(hostileTitles.map((_, index) => `<p>${index} ]]> &amp; <em>🚜</em></p>`))
    if (format === 'json') expect(faultsOfJsonFeed(body)).toEqual([])
    else expect((await new Parser().parseString(body)).items.map(({ title }) => title)).toEqual(hostileTitles)
  }
  const { body } = await correctionsFeed(db, wordsIn, format, SITE, NOON)
  const corrected = hostileTitles.map((headline) => `Correction: ${headline}`)
  expect(titlesIn(body, format)).toEqual(corrected)
  expect(summariesIn(body, format)).toEqual(hostileTitles)
  if (format === 'json') expect(faultsOfJsonFeed(body)).toEqual([])
  else expect((await new Parser().parseString(body)).items.map(({ title }) => title)).toEqual(corrected)
})

test('Atom names every story by an id that stays, with its dates, authors and picture', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const byline = await db.transaction((tx) => bylineFor(tx, reporter, 'pen', 'Night owl', NOON))
  const note = { kind: 'correction' as const, note: 'The bridge is 90 metres long.' }
  const told = { bylineId: byline.id, bylineName: 'Night owl', bylineHandle: byline.handle, lead: drawing }
  await printed(db, reporter, { slug: 'bridge', ...told, minutesAgo: 5, notes: [note] })
  await printed(db, reporter, { slug: 'withheld', bylineName: '', minutesAgo: 9 })
  const feed = strictXml((await feedXml(db, { kind: 'paper' }, SITE, NOON, 'atom')) ?? '')
  expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom')
  expect(textIn(feed, 'id')).toBe(`${SITE}/atom.xml`)
  const [bridge, withheld] = all(feed, 'entry')
  if (!bridge || !withheld) throw new Error('an entry is missing')
  expect(textIn(bridge, 'id')).toBe(`${SITE}/stories/bridge`)
  expect(textIn(bridge, 'published')).toBe('2026-11-24T11:55:00.000Z')
  expect(textIn(bridge, 'updated')).toBe('2026-11-24T11:56:00.000Z')
  expect(textIn(feed, 'updated')).toBe('2026-11-24T11:56:00.000Z')
  const [author] = all(bridge, 'author')
  expect(author?.children.map(({ text }) => text)).toEqual(['Night owl', `${SITE}/contributors/${byline.handle}`])
  const enclosure = all(bridge, 'link').find(({ attributes }) => attributes.rel === 'enclosure')
  expect(enclosure?.attributes).toMatchObject({ href: `${SITE}/pictures/bridge/800.jpeg`, type: 'image/jpeg' })
  const [media] = all(bridge, 'media:content')
  expect(media?.attributes).toMatchObject({ width: '800', height: '450' })
  expect(media?.children.map(({ text }) => text)).toEqual(['A bridge', 'Drawing: desk'])
  expect(all(withheld, 'author')).toEqual([]) // then the feed's own author stands, which is the outlet
  expect(textIn(feed, 'author')).toBe('')
})

test('JSON Feed keeps to its schema, with and without pictures, authors and a hub', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  expect(faultsOfJsonFeed((await feedXml(db, { kind: 'paper' }, SITE, NOON, 'json')) ?? '')).toEqual([])
  await withHub(db)
  await printed(db, reporter, { slug: 'bridge', lead: drawing, topicIds: [1] })
  await printed(db, reporter, { slug: 'withheld', bylineName: '', minutesAgo: 9 })
  const body = (await feedXml(db, { kind: 'paper' }, SITE, NOON, 'json')) ?? ''
  expect(faultsOfJsonFeed(body)).toEqual([])
  expect(faultsOfJsonFeed(body.replace('"items"', '"itemz"'))).not.toEqual([])
  const { hubs, items } = JSON.parse(body)
  expect(hubs).toEqual([{ type: 'WebSub', url: HUB }])
  expect(items[0]).toMatchObject({
    image: `${SITE}/pictures/bridge/800.jpeg`,
    tags: ['Exercises', 'The border'],
    authors: [{ name: 'Reporter in Panagyurishte' }],
  })
  expect(items[1]).not.toHaveProperty('authors')
})

test('a hub is named in every form of a feed, and none when there is none', async () => {
  const { db } = await freshDatabase()
  await castOf(db)
  for (const format of feedFormats)
    expect(await feedXml(db, { kind: 'paper' }, SITE, NOON, format)).not.toMatch(/"?hub/)
  await withHub(db)
  const rss = strictXml((await feedXml(db, { kind: 'paper' }, SITE, NOON, 'rss')) ?? '')
  const atom = strictXml((await feedXml(db, { kind: 'paper' }, SITE, NOON, 'atom')) ?? '')
  const rssLinks = all(rss.children[0] ?? rss, 'atom:link')
  for (const links of [rssLinks, all(atom, 'link')])
    expect(links.find(({ attributes }) => attributes.rel === 'hub')?.attributes.href).toBe(HUB)
})

test('a by-line has its feeds, a pen name tells nothing of its owner, and an unused name has none', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const own = await db.transaction((tx) => bylineFor(tx, reporter, 'name', '', NOON))
  const pen = await db.transaction((tx) => bylineFor(tx, reporter, 'pen', 'Night owl', NOON))
  const unused = await db.transaction((tx) => bylineFor(tx, reporter, 'pen', 'Day owl', NOON))
  await printed(db, reporter, { slug: 'by-name', bylineId: own.id, bylineName: own.name, bylineHandle: own.handle })
  await printed(db, reporter, { slug: 'by-pen', bylineId: pen.id, bylineName: pen.name, bylineHandle: pen.handle })
  for (const format of feedFormats) {
    const body = (await feedXml(db, { kind: 'byline', handle: pen.handle }, SITE, NOON, format)) ?? ''
    expect(body).toContain('by-pen')
    expect(body).not.toContain('by-name')
    expect(body).not.toContain(own.name)
    expect(body).not.toContain(own.handle)
    expect(await feedXml(db, { kind: 'byline', handle: unused.handle }, SITE, NOON, format)).toBeNull()
    expect(await feedXml(db, { kind: 'byline', handle: 'nobody' }, SITE, NOON, format)).toBeNull()
  }
})

test('corrections have a feed: notes of later editions, and of a story taken down nothing but the reason', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const note = 'The bridge is 90 metres <long> & not 80.'
  await printed(db, cast.reporter, { slug: 'bridge', minutesAgo: 60, notes: [{ kind: 'correction', note }] })
  await printed(db, cast.reporter, { slug: 'silent', minutesAgo: 50, notes: [{ kind: 'update', note: '' }] })
  const hidden = { notes: [{ kind: 'correction' as const, note: 'No longer said.' }], state: 'unpublished' as const }
  await printed(db, cast.reporter, { slug: 'hidden', minutesAgo: 40, ...hidden })
  await storyIn(db, cast, 'retracted', 'A headline that was wrong')
  const { body } = await correctionsFeed(db, wordsIn, 'rss', SITE, NOON)
  const [channel] = strictXml(body).children
  const items = all(channel ?? strictXml(body), 'item')
  expect(items.map((item) => textIn(item, 'description'))).toEqual(['It was not true.', note])
  expect(items.map((item) => textIn(item, 'title'))).toEqual([
    'A story was taken down',
    'Correction: Headline of bridge',
  ])
  expect(textIn(items[1] ?? strictXml(body), 'guid')).toBe(`${SITE}/stories/bridge#correction-2026-11-24T11:01:00.000Z`)
  expect(body).not.toMatch(/A headline that was|a-headline-that|No longer said|silent/)
  expect((await new Parser().parseString(body)).items).toHaveLength(2)
})

test('nothing unpublished leaves by any feed', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of storyStates) await storyIn(db, cast, state, `Headline ${state}`)
  for (const format of feedFormats) {
    const feed = (await feedXml(db, { kind: 'topic', slug: 'border' }, SITE, NOON, format)) ?? ''
    for (const state of storyStates) expect(feed.includes(`Headline ${state}`), state).toBe(state === 'published')
  }
})

const HUB = 'https://hub.example.org/?a=1&b=2'

function withHub(db: Database): Promise<void> {
  const settings = { ...newOutlet, name: 'The Test Courier', wire: { ...newOutlet.wire, hub: HUB } }
  return db.transaction((tx) => writeOutlet(tx, settings, NOON))
}

function wordsIn(language: string) {
  const { reader, wire } = wordsFor(language)
  return { ...wire.changes, kind: reader.story.kind }
}

function entriesIn(body: string, format: FeedFormat) {
  const root = strictXml(body)
  return format === 'atom' ? all(root, 'entry') : all(root.children[0] ?? root, 'item')
}

function partsOf(body: string, format: FeedFormat, json: string, rss: string, atom: string): string[] {
  if (format === 'json') return JSON.parse(body).items.map((item: Record<string, string>) => item[json])
  return entriesIn(body, format).map((entry) => textIn(entry, format === 'rss' ? rss : atom))
}

const titlesIn = (body: string, format: FeedFormat) => partsOf(body, format, 'title', 'title', 'title')
const summariesIn = (body: string, format: FeedFormat) => partsOf(body, format, 'summary', 'description', 'summary')
const htmlIn = (body: string, format: FeedFormat) => partsOf(body, format, 'content_html', 'content:encoded', 'content')
