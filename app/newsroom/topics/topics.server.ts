// Reads the topic hubs: the strip of running ones, and one with its background and key events.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { topics } from '#db/schema/topics.ts'
import { untilWritten } from '#db/until-written.ts'
import type { Topic, TopicName } from './topic.ts'

export type { KeyEvent, Topic, TopicName } from './topic.ts'

const MOST_IN_STRIP = 24

/** The topics that run now, in their order: the strip under the masthead and the writing page's choice. */
export function runningTopics(db: Reader): Promise<TopicName[]> {
  return untilWritten(db, readRunningTopics)
}

async function readRunningTopics(db: Reader): Promise<TopicName[]> {
  return db
    .select(nameColumns)
    .from(topics)
    .where(and(eq(topics.running, true), isNull(topics.mergedIntoId)))
    .orderBy(asc(topics.position), asc(topics.id))
    .limit(MOST_IN_STRIP)
}

/**
 * One topic with its background and key events (newest first), or null when no topic has this slug. Of one that was
 * joined with another it gives the other, whose slug is then not the one that was asked for.
 */
export async function topicBySlug(db: Reader, slug: string): Promise<Topic | null> {
  const [asked] = await db.select().from(topics).where(eq(topics.slug, slug))
  if (!asked) return null
  const [topic] = asked.mergedIntoId ? await db.select().from(topics).where(eq(topics.id, asked.mergedIntoId)) : [asked]
  if (!topic) return null
  const { id, name, title, description, background, keyEvents, running } = topic
  return {
    id,
    slug: topic.slug,
    name,
    title,
    description,
    background,
    running,
    keyEvents: [...keyEvents].sort((a, b) => b.date.localeCompare(a.date)),
  }
}

/** The ids of the topics that these slugs lead to today, each once; slugs that lead nowhere are left out. */
export async function topicIdsOf(db: Reader, slugs: readonly string[]): Promise<number[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .select({ id: topics.id, mergedIntoId: topics.mergedIntoId })
    .from(topics)
    .where(inArray(topics.slug, [...slugs]))
  return [...new Set(rows.map(({ id, mergedIntoId }) => mergedIntoId ?? id))]
}

/**
 * The id of the topic that this slug leads to, with those of the topics that were joined with it: what is not printed
 * yet may still name one of them. Null when the slug leads nowhere.
 */
export async function topicFamily(db: Reader, slug: string): Promise<number[] | null> {
  const [id] = await topicIdsOf(db, [slug])
  if (id === undefined) return null
  const joined = await db.select({ id: topics.id }).from(topics).where(eq(topics.mergedIntoId, id))
  return [id, ...joined.map((row) => row.id)]
}

const nameColumns = { id: topics.id, slug: topics.slug, name: topics.name, title: topics.title }
