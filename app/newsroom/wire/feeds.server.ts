// What a feed holds: the newest live editions of the whole paper, of a section or of a topic, with their full text.
import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import { outletOf, sectionBySlug } from '#app/newsroom/outlet/outlet.server.ts'
import { leadPictureOf } from '#app/newsroom/press/lead-picture.ts'
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'
import { type Feed, type FeedItem, rssFeed } from './rss.ts'

export type FeedOf = { kind: 'paper' } | { kind: 'section'; slug: string } | { kind: 'topic'; slug: string }

const NEWEST = 30

/** The feed as RSS 2.0, newest 30; null when there is no such section or topic. `siteUrl` has no slash at its end. */
export async function feedXml(db: Reader, of: FeedOf, siteUrl: string, when: Date): Promise<string | null> {
  const chosen = await chosenBy(db, of)
  if (!chosen) return null
  const outlet = await outletOf(db)
  const rows = await feedQuery(db, chosen, when)
  const feed: Feed = {
    title: chosen.name === '' ? outlet.name : `${outlet.name}: ${chosen.name}`,
    description: chosen.description || outlet.tagline || outlet.about || outlet.name,
    language: outlet.language,
    path: chosen.path,
    feedPath: `${chosen.path === '/' ? '' : chosen.path}/feed.xml`,
  }
  return rssFeed(feed, await itemsOf(db, rows), siteUrl)
}

type Chosen = {
  name: string
  description: string
  path: string
  by: 'all' | { sectionId: number } | { topicId: number }
}

async function chosenBy(db: Reader, of: FeedOf): Promise<Chosen | null> {
  if (of.kind === 'paper') return { name: '', description: '', path: '/', by: 'all' }
  if (of.kind === 'section') {
    const section = await sectionBySlug(db, of.slug)
    if (!section) return null
    const { id, slug, name, description } = section
    return { name, description, path: `/sections/${slug}`, by: { sectionId: id } }
  }
  const topic = await topicBySlug(db, of.slug)
  if (!topic) return null
  const { id, slug, name, title, background } = topic
  return { name, description: background[0] ?? title, path: `/topics/${slug}`, by: { topicId: id } }
}

/** The query behind a feed, for the test that reads its plan. */
export function feedQuery(db: Reader, { by }: Pick<Chosen, 'by'>, when: Date) {
  if (typeof by === 'object' && 'topicId' in by)
    return db
      .select(itemColumns)
      .from(publicationTopics)
      .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
      .innerJoin(editions, eq(editions.id, publications.editionId))
      .where(
        and(
          eq(publicationTopics.topicId, by.topicId),
          lte(publicationTopics.publishedAt, when),
          eq(publications.state, 'live'),
          lte(publications.publishedAt, when),
        ),
      )
      .orderBy(desc(publicationTopics.publishedAt), desc(publicationTopics.storyId))
      .limit(NEWEST)
  return db
    .select(itemColumns)
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(
        by === 'all' ? undefined : eq(publications.sectionId, by.sectionId),
        eq(publications.state, 'live'),
        lte(publications.publishedAt, when),
      ),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(NEWEST)
}

async function itemsOf(db: Reader, rows: Awaited<ReturnType<typeof feedQuery>>): Promise<FeedItem[]> {
  const sectionNames = new Map(
    (await db.select({ id: sections.id, name: sections.name }).from(sections)).map(({ id, name }) => [id, name]),
  )
  const topicNames = await topicNamesOf(
    db,
    rows.map(({ storyId }) => storyId),
  )
  return rows.map(({ storyId, sectionId, lead, ...row }) => ({
    ...row,
    categories: [sectionNames.get(sectionId) ?? '', ...(topicNames.get(storyId) ?? [])].filter((name) => name !== ''),
    lead: leadPictureOf(lead),
  }))
}

async function topicNamesOf(db: Reader, storyIds: number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>()
  if (storyIds.length === 0) return names
  for (const { storyId, name } of await topicNamesQuery(db, storyIds))
    names.set(storyId, [...(names.get(storyId) ?? []), name])
  return names
}

/** The query behind the items' topics, for the test that reads its plan. */
export function topicNamesQuery(db: Reader, storyIds: number[]) {
  return db
    .select({ storyId: publicationTopics.storyId, name: topics.name })
    .from(topics)
    .crossJoin(publicationTopics) // keeps SQLite to this order: few topics, each looked up by its key
    .where(and(eq(publicationTopics.topicId, topics.id), inArray(publicationTopics.storyId, storyIds)))
}

const itemColumns = {
  storyId: publications.storyId,
  slug: publications.slug,
  sectionId: publications.sectionId,
  publishedAt: publications.publishedAt,
  updatedAt: publications.updatedAt,
  headline: editions.headline,
  standfirst: editions.standfirst,
  bylineName: editions.bylineName,
  feedHtml: editions.feedHtml,
  lead: editions.lead,
}
