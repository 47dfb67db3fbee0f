// The shape of a topic: its names, what its hub says before the stories, and how long each of that may be.

export type TopicName = { id: number; slug: string; name: string; title: string }
export type Topic = TopicName & HubWords & { running: boolean }
/** `date` is a day, YYYY-MM-DD. */
export type KeyEvent = { date: string; text: string }

/** What a hub says, and what a version of it keeps. `background`: blocks in the notation of story/copy/short-text.ts. */
export type HubWords = {
  name: string
  title: string
  description: string
  background: string[]
  keyEvents: KeyEvent[]
}

/** In characters, but `blocks` and `events`. */
export const hubLimits = {
  name: 60,
  title: 120,
  slug: 60,
  description: 300,
  blocks: 20,
  block: 2000,
  events: 60,
  event: 300,
} as const
