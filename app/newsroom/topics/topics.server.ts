// Reads the topic hubs: the strip of running ones, and one with its background and key events.
import { asc, eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { topics } from '#db/schema/topics.ts'
import type { Topic, TopicName } from './topic.ts'

export type { KeyEvent, Topic, TopicName } from './topic.ts'

const MOST_IN_STRIP = 24

/** The topics that run now, in their order: the strip under the masthead and the writing page's choice. */
export async function runningTopics(db: Reader): Promise<TopicName[]> {
  return db
    .select(nameColumns)
    .from(topics)
    .where(eq(topics.running, true))
    .orderBy(asc(topics.position), asc(topics.id))
    .limit(MOST_IN_STRIP)
}

/** One topic with its background and key events (newest first), or null when no topic has this slug. */
export async function topicBySlug(db: Reader, slug: string): Promise<Topic | null> {
  const [topic] = await db
    .select({ ...nameColumns, background: topics.background, keyEvents: topics.keyEvents, running: topics.running })
    .from(topics)
    .where(eq(topics.slug, slug))
  if (!topic) return null
  return { ...topic, keyEvents: [...topic.keyEvents].sort((a, b) => b.date.localeCompare(a.date)) }
}

const nameColumns = { id: topics.id, slug: topics.slug, name: topics.name, title: topics.title }
