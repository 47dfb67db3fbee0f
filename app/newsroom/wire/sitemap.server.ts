// The sitemap: the newest addresses of the paper for those who index it.
import { and, desc, eq, lte } from 'drizzle-orm'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { xmlText } from './xml.ts'

const NEWEST = 1000

/** The front page, sections, running topics and the newest 1,000 live stories. `siteUrl` has no slash at its end. */
export async function sitemapXml(db: Reader, siteUrl: string, when: Date): Promise<string> {
  const stories = await sitemapQuery(db, when)
  const sections = await sectionsOf(db)
  const topics = await runningTopics(db)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    address(`${siteUrl}/`),
    ...sections.map(({ slug }) => address(`${siteUrl}/sections/${encodeURIComponent(slug)}`)),
    ...topics.map(({ slug }) => address(`${siteUrl}/topics/${encodeURIComponent(slug)}`)),
    ...['/be-a-reporter', '/editorial-team'].map((path) => address(siteUrl + path)),
    ...stories.map(({ slug, updatedAt }) => address(`${siteUrl}/stories/${encodeURIComponent(slug)}`, updatedAt)),
    '</urlset>',
    '',
  ].join('\n')
}

/** The query behind the sitemap, for the test that reads its plan. */
export function sitemapQuery(db: Reader, when: Date) {
  return db
    .select({ slug: publications.slug, updatedAt: publications.updatedAt })
    .from(publications)
    .where(and(eq(publications.state, 'live'), lte(publications.publishedAt, when)))
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(NEWEST)
}

function address(url: string, changed?: Date): string {
  const lastmod = changed ? `<lastmod>${changed.toISOString()}</lastmod>` : ''
  return `<url><loc>${xmlText(url)}</loc>${lastmod}</url>`
}
