// A topic hub, "24/7 – All about …": its background, key events and stories, newest first.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { htmlOfBlocks, plainTextOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import type { Topic } from '#app/newsroom/topics/topic.ts'
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { teasersOf } from './teasers.server.ts'
import type { TopicHub } from './topic-hub.ts'

const ON_A_PAGE = 20

/** The hub that this slug leads to, its stories after the one with the slug `after`; null when there is no such topic. */
export async function topicHub(db: Reader, slug: string, after: string | null, when: Date): Promise<TopicHub | null> {
  const topic = await topicBySlug(db, slug)
  if (!topic) return null
  const { name, title, description, keyEvents } = topic
  const { teasers, next } = await teasersOf(db, { topicId: topic.id }, { limit: ON_A_PAGE, after }, when)
  const { language } = await outletOf(db)
  return {
    slug: topic.slug,
    name,
    title,
    description,
    background: htmlOfBlocks(topic.background, { under: 2 }, language),
    summary: summaryOf(topic),
    keyEvents,
    teasers,
    next,
  }
}

/** What a hub is about in a sentence: its description, else how its background begins, else its title. */
export function summaryOf({
  title,
  description,
  background,
}: Pick<Topic, 'title' | 'description' | 'background'>): string {
  return description || plainTextOfBlocks(background.slice(0, 1)).trim() || title
}
