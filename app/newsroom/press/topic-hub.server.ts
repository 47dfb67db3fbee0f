// A topic hub, "24/7 – All about …": its background, key events and stories, newest first.
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { teasersOf } from './teasers.server.ts'
import type { TopicHub } from './topic-hub.ts'

const ON_A_PAGE = 20

/** The hub with this slug, its stories after the one with the slug `after`; null when there is no such topic. */
export async function topicHub(db: Reader, slug: string, after: string | null, when: Date): Promise<TopicHub | null> {
  const topic = await topicBySlug(db, slug)
  if (!topic) return null
  const { name, title, background, keyEvents } = topic
  const { teasers, next } = await teasersOf(db, { topicId: topic.id }, { limit: ON_A_PAGE, after }, when)
  return { slug, name, title, background, keyEvents, teasers, next }
}
