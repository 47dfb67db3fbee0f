// Feeds and sitemap as other programs read them.
import Parser from 'rss-parser'
import { afterAll, expect, test } from 'vitest'
import { feedXml } from '#app/newsroom/wire/feeds.server.ts'
import { sitemapXml } from '#app/newsroom/wire/sitemap.server.ts'
import { storyStates } from '#db/schema/story.ts'
import { castOf, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from '../press/printed-story.ts'

afterAll(closeDatabases)

const SITE = 'https://courier.example.org'

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
  expect(xml).toContain(`<media:content url="${SITE}/pictures/bridge/800.jpeg" medium="image" type="image/jpeg">`)
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

test('nothing unpublished leaves by feed or sitemap', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of storyStates) await storyIn(db, cast, state, `Headline ${state}`)
  const feed = (await feedXml(db, { kind: 'topic', slug: 'border' }, SITE, NOON)) ?? ''
  const sitemap = await sitemapXml(db, SITE, NOON)
  for (const state of storyStates) {
    expect(feed.includes(`Headline ${state}`), state).toBe(state === 'published')
    expect(sitemap.includes(`headline-${state.replaceAll('_', '-')}<`), state).toBe(state === 'published')
  }
})
