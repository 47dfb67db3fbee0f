// What open pages of hubs have to know: which entries there are now, in which version. One query for all readers.
import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { liveCoverages, liveEntries } from '#db/schema/live.ts'
import { topics } from '#db/schema/topics.ts'

/** `entries` pairs the id of each of the newest entries with its version, the newest first. */
export type LiveNews = { open: boolean; entries: [id: string, version: number][] }

const NEWEST_OF_ALL = 1000
const NEWEST_OF_ONE = 60

/** The news of every hub that is covered live, by the topic's slug. A hub that is not among them has no stream. */
export async function liveNews(db: Reader, when: Date): Promise<Map<string, LiveNews>> {
  const [open, rows] = await Promise.all([
    db
      .select({ id: liveCoverages.id, slug: topics.slug })
      .from(liveCoverages)
      .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
      .where(and(isNull(liveCoverages.closedAt), lte(liveCoverages.openedAt, when))),
    db
      .select({ coverageId: liveEntries.coverageId, id: liveEntries.publicId, version: liveEntries.version })
      .from(liveEntries)
      .innerJoin(liveCoverages, and(eq(liveCoverages.id, liveEntries.coverageId), isNull(liveCoverages.closedAt)))
      .where(and(inArray(liveEntries.state, ['public', 'removed']), lte(liveEntries.publishedAt, when)))
      .orderBy(desc(liveEntries.publishedAt), desc(liveEntries.id))
      .limit(NEWEST_OF_ALL),
  ])
  const news = new Map(open.map(({ id, slug }) => [id, { slug, entries: [] as LiveNews['entries'] }]))
  for (const { coverageId, id, version } of rows) {
    const entries = news.get(coverageId)?.entries
    if (entries && entries.length < NEWEST_OF_ONE) entries.push([id, version])
  }
  return new Map([...news.values()].map(({ slug, entries }) => [slug, { open: true, entries }]))
}
