// A topic hub, "24/7 – All about …": its background, key events and stories, newest first.
import { type KeyEvent, topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import type { Teaser } from './teaser.ts'
import { teasersOf } from './teasers.server.ts'

export type TopicHub = {
  slug: string
  name: string
  title: string
  background: string[]
  keyEvents: KeyEvent[]
  teasers: Teaser[]
  /** The slug to go on after; null on the last page. */
  next: string | null
}

const ON_A_PAGE = 20

/** The hub with this slug, its stories after the one with the slug `after`; null when there is no such topic. */
export async function topicHub(db: Reader, slug: string, after: string | null, when: Date): Promise<TopicHub | null> {
  const topic = await topicBySlug(db, slug)
  if (!topic) return null
  const { name, title, background, keyEvents } = topic
  const { teasers, next } = await teasersOf(db, { topicId: topic.id }, { limit: ON_A_PAGE, after }, when)
  return { slug, name, title, background, keyEvents, teasers, next }
}
