// The sitemaps, robots.txt and security.txt as crawlers read them.
import { afterAll, expect, test } from 'vitest'
import { outletOf, saveOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet, outletSettings } from '#app/newsroom/outlet/settings.ts'
import { robotsTxt, trainingCrawlers } from '#app/newsroom/wire/robots.ts'
import { securityTxt } from '#app/newsroom/wire/security-txt.ts'
import { newsSitemap, sitemapIndex, sitemapPart } from '#app/newsroom/wire/sitemap.server.ts'
import type { Database } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { stories, storyStates } from '#db/schema/story.ts'
import { castOf, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from '../press/printed-story.ts'
import { all, type Element, strictXml, textIn } from './strict-xml.ts'

afterAll(closeDatabases)

const SITE = 'https://courier.example.org'

test('the index names the pages, every part that holds a story, and the news while there are some', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  expect(await namesIn(db)).toEqual(['/sitemaps/pages.xml'])
  await printed(db, reporter, { slug: 'old', minutesAgo: 60 * 50 })
  expect(await namesIn(db)).toEqual(['/sitemaps/pages.xml', '/sitemaps/stories-1.xml'])
  await copied(db, [15_001], NOON)
  expect(await namesIn(db)).toEqual([
    '/sitemaps/pages.xml',
    '/sitemaps/stories-1.xml',
    '/sitemaps/stories-4.xml',
    '/news-sitemap.xml',
  ])
  expect(await locsIn(db, 'stories-1.xml')).toEqual([`${SITE}/stories/old`])
  expect(await locsIn(db, 'stories-4.xml')).toEqual([`${SITE}/stories/more-15001`])
  for (const none of ['stories-2.xml', 'stories-0.xml', 'stories-01.xml', 'stories-9999999.xml', 'stories.xml', '..'])
    expect(await sitemapPart(db, none, SITE, NOON), none).toBeNull()
})

test('a part has the last change and the picture of each story; pages are listed whole', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'bridge', lead: drawing, minutesAgo: 5 })
  const [url] = urlset(await sitemapPart(db, 'stories-1.xml', SITE, NOON))
  expect(url?.children.map(({ name }) => name)).toEqual(['loc', 'lastmod', 'image:image'])
  expect(textIn(url as Element, 'lastmod')).toBe('2026-11-24T11:55:00.000Z')
  expect(textIn(all(url as Element, 'image:image')[0] as Element, 'image:loc')).toBe(`${SITE}/pictures/bridge/800.jpeg`)
  expect(await locsIn(db, 'pages.xml')).toEqual(
    [
      '/',
      '/sections/exercises',
      '/sections/history',
      '/topics/border',
      '/be-a-reporter',
      '/editorial-team',
      '/corrections',
      '/newsletter',
      '/newsletter/archive',
    ].map((path) => SITE + path),
  )
})

test('a policy is listed from when it says something', async () => {
  const { db } = await freshDatabase()
  const { admin } = await castOf(db)
  const settings = await outletOf(db)
  await saveOutlet(
    db,
    { ...settings, policies: { ...settings.policies, ethics: ['We say.'], safety: ['Stay.'] } },
    admin,
    NOON,
  )
  expect((await locsIn(db, 'pages.xml')).slice(-2)).toEqual([`${SITE}/newsletter/archive`, `${SITE}/policies/ethics`])
})

test('news is 48 hours old at most, a thousand stories at most, each in its own language', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  expect(await newsSitemap(db, SITE, NOON)).toBeNull()
  await printed(db, reporter, {
    slug: 'yesterday',
    headline: 'Tom & <Jerry> 🚜',
    minutesAgo: 47 * 60,
    language: 'bg-BG',
  })
  await printed(db, reporter, { slug: 'long-ago', minutesAgo: 49 * 60 })
  const urls = urlset(await newsSitemap(db, SITE, NOON))
  expect(urls).toHaveLength(1)
  const [news] = all(urls[0] as Element, 'news:news')
  expect(news?.children.map(({ name }) => name)).toEqual(['news:publication', 'news:publication_date', 'news:title'])
  expect(textIn(news as Element, 'news:title')).toBe('Tom & <Jerry> 🚜')
  const [publication] = all(news as Element, 'news:publication')
  expect(publication?.children.map(({ text }) => text)).toEqual(['The Test Courier', 'bg'])
})

test('a thousand and one stories of today: the newest thousand are news', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'first', minutesAgo: 60 })
  const thousand = Array.from({ length: 1_000 }, (_, index) => 1_000 + index)
  await copied(db, thousand, NOON)
  const urls = urlset(await newsSitemap(db, SITE, NOON))
  expect(urls).toHaveLength(1_000)
  expect(urls.map((url) => textIn(url, 'loc'))).not.toContain(`${SITE}/stories/first`)
})

test('nothing unpublished leaves by any sitemap', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of storyStates) await storyIn(db, cast, state, `Headline ${state}`)
  const sitemaps = (await sitemapPart(db, 'stories-1.xml', SITE, NOON)) + ((await newsSitemap(db, SITE, NOON)) ?? '')
  for (const state of storyStates) {
    const slug = `headline-${state.replaceAll('_', '-')}<`
    expect(sitemaps.includes(slug), state).toBe(state === 'published')
    expect(sitemaps.includes(`Headline ${state}`), state).toBe(state === 'published')
  }
})

test('crawlers that train models are kept out unless the outlet lets them in', () => {
  const refused = groupsOf(robotsTxt(SITE, 'disallow'))
  for (const agent of trainingCrawlers) expect(refused.get(agent.toLowerCase()), agent).toEqual(['/'])
  expect(refused.get('*')).toContain('/desk')
  expect(refused.get('*')).toContain('/search?')
  expect(refused.get('*')).not.toContain('/')
  expect([...groupsOf(robotsTxt(SITE, 'allow')).keys()]).toEqual(['*'])
  for (const policy of ['allow', 'disallow'] as const)
    expect(robotsTxt(SITE, policy)).toContain(`\nSitemap: ${SITE}/sitemap.xml\n`)
  expect(newOutlet.wire.trainingCrawlers).toBe('disallow')
})

test('security.txt names whom to write to and holds for half a year, the same bytes for a month', () => {
  const outlet = { language: 'bg', wire: { securityContact: 'mailto:safe@example.org' } }
  const text = securityTxt(outlet, SITE, NOON) ?? ''
  expect(text.split('\n')).toEqual([
    'Contact: mailto:safe@example.org',
    'Expires: 2027-04-30T00:00:00.000Z',
    'Preferred-Languages: bg, en',
    `Canonical: ${SITE}/.well-known/security.txt`,
    '',
  ])
  expect(securityTxt(outlet, SITE, new Date('2026-11-30T23:59:00Z'))).toBe(text)
  expect(securityTxt({ language: 'bg', wire: { securityContact: '' } }, SITE, NOON)).toBeNull()
})

test('settings of the wire: what is no address, key or handle is refused', () => {
  const takes = (wire: object) => outletSettings.safeParse({ wire }).success
  expect(takes({ hub: 'https://hub.example.org/', securityContact: 'https://example.org/safe' })).toBe(true)
  for (const hub of ['http://hub.example.org/', 'javascript:alert(1)', 'hub']) expect(takes({ hub }), hub).toBe(false)
  for (const securityContact of ['safe@example.org', 'mailto:', 'https://x\nEvil: yes'])
    expect(takes({ securityContact }), securityContact).toBe(false)
  for (const indexNowKey of ['short', 'with space 123', 'x'.repeat(129)])
    expect(takes({ indexNowKey }), indexNowKey).toBe(false)
  for (const fediverseCreator of ['courier', '@courier', '@a@b"><script>'])
    expect(takes({ fediverseCreator }), fediverseCreator).toBe(false)
  expect(takes({ unknown: 'x' })).toBe(false)
})

function urlset(xml: string | null): Element[] {
  const root = strictXml(xml ?? '')
  expect(root.attributes.xmlns).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  expect(root.name).toBe('urlset')
  return all(root, 'url')
}

async function namesIn(db: Database): Promise<string[]> {
  const root = strictXml(await sitemapIndex(db, SITE, NOON))
  expect(root.name).toBe('sitemapindex')
  return all(root, 'sitemap').map((part) => textIn(part, 'loc').replace(SITE, ''))
}

async function locsIn(db: Database, part: string): Promise<string[]> {
  return urlset(await sitemapPart(db, part, SITE, NOON)).map((url) => textIn(url, 'loc'))
}

/** Live publications of the first one's edition under these numbers of stories. */
async function copied(db: Database, numbers: number[], publishedAt: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [story] = await tx.select().from(stories).limit(1)
    const [publication] = await tx.select().from(publications).limit(1)
    if (!story || !publication) throw new Error('there is no first story')
    for (let from = 0; from < numbers.length; from += 100) {
      const ids = numbers.slice(from, from + 100)
      await tx
        .insert(stories)
        .values(ids.map((id) => ({ ...story, id, publicId: `more-${id}` })))
        .returning()
      const more = ids.map((id) => ({ ...publication, storyId: id, slug: `more-${id}`, publishedAt }))
      await tx.insert(publications).values(more).returning()
    }
  })
}

/** What each agent may not take, by its name in small letters. */
function groupsOf(robots: string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  let agents: string[] = []
  let open = false
  for (const line of robots.split('\n')) {
    const [, field = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? []
    if (field === 'User-agent') {
      agents = open ? [...agents, value.toLowerCase()] : [value.toLowerCase()]
      open = true
    } else if (field === 'Disallow') {
      open = false
      for (const agent of agents) groups.set(agent, [...(groups.get(agent) ?? []), value])
    }
  }
  return groups
}
