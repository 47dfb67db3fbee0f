// The shape of a topic hub as readers get it.
import type { KeyEvent } from '#app/newsroom/topics/topic.ts'
import type { Teaser } from './teaser.ts'

export type TopicHub = {
  slug: string
  name: string
  title: string
  description: string
  /** HTML; empty where there is none. */
  background: string
  /** What the hub is about in a sentence, for search engines and shared links. */
  summary: string
  keyEvents: KeyEvent[]
  teasers: Teaser[]
  /** The slug to go on after; null on the last page. */
  next: string | null
}
