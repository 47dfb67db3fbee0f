// The sitemaps: an index, the paper's own pages, its stories in parts, and what is news today.
import { and, asc, between, desc, eq, gt, gte, lte, sql } from 'drizzle-orm'
import { outletOf, sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { policyNames } from '#app/newsroom/outlet/policies.ts'
import { leadPictureOf } from '#app/newsroom/press/lead-picture.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'
import { xmlElement, xmlText } from './xml.ts'

/**
 * How many story numbers a part covers. By number and not by date, so that a story never changes its part and no part
 * can hold more. Sitemaps may have 50,000 addresses; a tenth of that is still quickly made.
 */
const IN_PART = 5_000
/** What search engines count as news, and how many entries they take (Google's rules of news sitemaps). */
const NEWS_HOURS = 48
const MOST_NEWS = 1_000

/** The index at /sitemap.xml: names only parts that hold something. `siteUrl` has no slash at its end. */
export async function sitemapIndex(db: Reader, siteUrl: string, when: Date): Promise<string> {
  const names = ['/sitemaps/pages.xml']
  for (let part = await partAfter(db, 0, when); part !== null; part = await partAfter(db, part, when))
    names.push(`/sitemaps/stories-${part}.xml`)
  if ((await newsQuery(db, when, 1)).length > 0) names.push('/news-sitemap.xml')
  return document(
    'sitemapindex',
    '',
    names.map((name) => `<sitemap>${xmlElement('loc', siteUrl + name)}</sitemap>`),
  )
}

/** The part called `name` (`pages.xml`, `stories-7.xml`); null when there is none or it holds nothing. */
export async function sitemapPart(db: Reader, name: string, siteUrl: string, when: Date): Promise<string | null> {
  if (name === 'pages.xml')
    return document(
      'urlset',
      '',
      (await pagePaths(db)).map((path) => address(siteUrl + path)),
    )
  const part = Number(/^stories-([1-9]\d{0,5})\.xml$/.exec(name)?.[1] ?? 0)
  if (part === 0) return null
  const stories = await partQuery(db, part, when)
  if (stories.length === 0) return null
  return document(
    'urlset',
    ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"',
    stories.map(({ slug, updatedAt, lead }) => {
      const src = leadPictureOf(lead)?.src
      const image = src ? `<image:image>${xmlElement('image:loc', siteUrl + src)}</image:image>` : ''
      return address(storyAddress(siteUrl, slug), updatedAt, image)
    }),
  )
}

/** The stories of the last 48 hours, the newest 1,000; null when there are none: a sitemap may not be empty. */
export async function newsSitemap(db: Reader, siteUrl: string, when: Date): Promise<string | null> {
  const stories = await newsQuery(db, when, MOST_NEWS)
  if (stories.length === 0) return null
  const { name } = await outletOf(db)
  return document(
    'urlset',
    ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"',
    stories.map(({ slug, language, headline, publishedAt }) => {
      const publication = xmlElement('news:name', name) + xmlElement('news:language', newsLanguage(language))
      const news =
        `<news:publication>${publication}</news:publication>` +
        xmlElement('news:publication_date', publishedAt.toISOString()) +
        xmlElement('news:title', headline)
      return address(storyAddress(siteUrl, slug), undefined, `<news:news>${news}</news:news>`)
    }),
  )
}

/** The query behind a part, for the test that reads its plan. */
export function partQuery(db: Reader, part: number, when: Date) {
  return db
    .select({ slug: publications.slug, updatedAt: publications.updatedAt, lead: editions.lead })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(
        between(publications.storyId, (part - 1) * IN_PART + 1, part * IN_PART),
        isLive,
        lte(publications.publishedAt, when),
      ),
    )
    .orderBy(asc(publications.storyId))
}

/** The query that finds the first live story of a later part, for the test that reads its plan. */
export function nextPartQuery(db: Reader, part: number, when: Date) {
  return db
    .select({ storyId: publications.storyId })
    .from(publications)
    .where(and(gt(publications.storyId, part * IN_PART), isLive, lte(publications.publishedAt, when)))
    .orderBy(asc(publications.storyId))
    .limit(1)
}

/** The query behind the news sitemap, for the test that reads its plan. */
export function newsQuery(db: Reader, when: Date, most: number) {
  return db
    .select({
      slug: publications.slug,
      publishedAt: publications.publishedAt,
      headline: editions.headline,
      language: editions.language,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(
        eq(publications.state, 'live'),
        lte(publications.publishedAt, when),
        gte(publications.publishedAt, new Date(when.getTime() - NEWS_HOURS * 3_600_000)),
      ),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(most)
}

// Said so that the index on states is not taken: a part is found by its numbers, and would else be sorted.
const isLive = sql`${publications.state} || '' = 'live'`

async function partAfter(db: Reader, part: number, when: Date): Promise<number | null> {
  const [next] = await nextPartQuery(db, part, when)
  return next ? Math.ceil(next.storyId / IN_PART) : null
}

async function pagePaths(db: Reader): Promise<string[]> {
  const { policies } = await outletOf(db)
  return [
    '/',
    ...(await sectionsOf(db)).map(({ slug }) => `/sections/${encodeURIComponent(slug)}`),
    ...(await runningTopics(db)).map(({ slug }) => `/topics/${encodeURIComponent(slug)}`),
    '/be-a-reporter',
    '/editorial-team',
    '/corrections',
    '/newsletter',
    '/newsletter/archive',
    ...policyNames.filter((policy) => policies[policy].length > 0).map((policy) => `/policies/${policy}`),
  ]
}

function storyAddress(siteUrl: string, slug: string): string {
  return `${siteUrl}/stories/${encodeURIComponent(slug)}`
}

// ISO 639, and of its regions only the two of Chinese.
function newsLanguage(language: string): string {
  const lower = language.toLowerCase()
  if (lower === 'zh-cn' || lower === 'zh-tw') return lower
  return /^[a-z]{2,3}/.exec(lower)?.[0] ?? 'en'
}

function address(url: string, changed?: Date, more = ''): string {
  return `<url>${xmlElement('loc', url)}${changed ? xmlElement('lastmod', changed.toISOString()) : ''}${more}</url>`
}

function document(root: string, namespaces: string, parts: string[]): string {
  const own = xmlText('http://www.sitemaps.org/schemas/sitemap/0.9')
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<${root} xmlns="${own}"${namespaces}>`,
    ...parts,
    `</${root}>`,
    '',
  ].join('\n')
}
