// Who an issue is for, as rows: the topic behind a slug, and the subscribers who would get it.
import { and, count, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { newsletterIssues, subscribers, subscriberTopics } from '#db/schema/newsletter.ts'
import { topics } from '#db/schema/topics.ts'
import type { Audience } from './issue.ts'

/** The audience as an issue's row holds it. */
export type AudienceRow = { audience: 'daily' | 'weekly' | 'topic'; topicId: number | null }

/** The audience as a row; null for a topic that does not exist. */
export async function audienceRow(db: Reader, audience: Audience): Promise<AudienceRow | null> {
  if (typeof audience === 'string') return { audience, topicId: null }
  const [topic] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, audience.topic))
  return topic ? { audience: 'topic', topicId: topic.id } : null
}

/** The issues of the same audience. */
export function sameAudience({ audience, topicId }: AudienceRow) {
  return and(
    eq(newsletterIssues.audience, audience),
    topicId === null ? undefined : eq(newsletterIssues.topicId, topicId),
  )
}

/** Who has confirmed and chose this, up to the instant `until`. Of a topic that was deleted: nobody. */
export function readersOf(db: Reader, { audience, topicId }: AudienceRow, until: Date) {
  const confirmed = and(eq(subscribers.state, 'confirmed'), lte(subscribers.confirmedAt, until))
  if (audience !== 'topic') return and(confirmed, eq(subscribers.rhythm, audience))
  const chose = db
    .select({ id: subscriberTopics.subscriberId })
    .from(subscriberTopics)
    .where(eq(subscriberTopics.topicId, topicId ?? 0))
  return and(confirmed, eq(subscribers.rhythm, 'topics'), inArray(subscribers.id, chose))
}

/** How many would get an issue for this audience now. */
export async function readerCount(db: Reader, row: AudienceRow, when: Date): Promise<number> {
  const [counted] = await db
    .select({ n: count() })
    .from(subscribers)
    .where(readersOf(db, row, when))
  return counted?.n ?? 0
}

/** The next readers of an issue after the subscriber with this id, in order; for the test that reads its plan. */
export function nextReadersQuery(db: Reader, row: AudienceRow, until: Date, after: number, most: number) {
  return db
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(and(readersOf(db, row, until), gt(subscribers.id, after)))
    .orderBy(subscribers.id)
    .limit(most)
}

/** How many subscribers there are: by rhythm, by topic (its slug), and those who are not yet or no longer sent to. */
export type SubscriberCounts = {
  daily: number
  weekly: number
  topics: number
  pending: number
  bounced: number
  byTopic: { slug: string; name: string; readers: number }[]
}

/** Counts the subscribers; nobody is named. */
export async function subscriberCounts(db: Reader): Promise<SubscriberCounts> {
  const rows = await db
    .select({ state: subscribers.state, rhythm: subscribers.rhythm, n: count() })
    .from(subscribers)
    .groupBy(subscribers.state, subscribers.rhythm)
  const sum = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((all, { n }) => all + n, 0)
  const gets = (rhythm: string) => sum((row) => row.state === 'confirmed' && row.rhythm === rhythm)
  return {
    daily: gets('daily'),
    weekly: gets('weekly'),
    topics: gets('topics'),
    pending: sum(({ state }) => state === 'pending'),
    bounced: sum(({ state }) => state === 'bounced'),
    byTopic: await countsByTopic(db),
  }
}

async function countsByTopic(db: Reader): Promise<SubscriberCounts['byTopic']> {
  return db
    .select({ slug: topics.slug, name: topics.name, readers: count() })
    .from(subscriberTopics)
    .innerJoin(subscribers, eq(subscribers.id, subscriberTopics.subscriberId))
    .innerJoin(topics, eq(topics.id, subscriberTopics.topicId))
    .where(and(eq(subscribers.state, 'confirmed'), eq(subscribers.rhythm, 'topics')))
    .groupBy(topics.id, topics.slug, topics.name, topics.position)
    .orderBy(topics.position, topics.id)
}
