// An issue of the newsletter: whom it is for, the steps it goes through, and what may be wrong with one.

/** Who gets it: those who chose daily, those who chose weekly, or those who chose the topic with this slug. */
export type Audience = 'daily' | 'weekly' | { topic: string }

/**
 * `draft` is written; `queued` is fixed and its readers are being listed; `sending` leaves letter by letter; `stopped`
 * waits for an admin; `sent` and `cancelled` are the ends.
 */
export type IssueState = 'draft' | 'queued' | 'sending' | 'stopped' | 'sent' | 'cancelled'

/** A story as an issue says it. `language` is the story's own. */
export type IssueStory = {
  storyId: number
  edition: number
  slug: string
  headline: string
  standfirst: string
  language: string
}

export const LONGEST_SUBJECT = 120
export const LONGEST_INTRO = 2000
export const MOST_STORIES = 30

export type IssueRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'changed'
  | 'already-sent'
  | 'no-subject'
  | 'no-story'
  | 'no-topic'
  | 'no-readers'
  | 'too-many'
  | 'not-now'

export type IssueDone = { ok: true } | { ok: false; because: IssueRefusal }

/** How many of an issue's letters are where. */
export type IssueCounts = {
  waiting: number
  sent: number
  failed: number
  bounced: number
  skipped: number
  unsure: number
}

/** An issue as its admin sees it. */
export type IssueView = {
  issue: string
  number: number | null
  state: IssueState
  /** A topic that was deleted has the slug ''. */
  audience: Audience
  topicName: string
  subject: string
  intro: string
  version: number
  byClock: boolean
  /** These are ISO instants. */
  createdAt: string
  queuedAt: string | null
  /** Set while the mail server is away. */
  pausedUntil: string | null
  lastError: string
  counts: IssueCounts
}

/** The audience as one word, for forms and addresses: `daily`, `weekly`, `topic:border`. */
export function audienceName(audience: Audience): string {
  return typeof audience === 'string' ? audience : `topic:${audience.topic}`
}

/** The audience of a word; null when it is none. That there is such a topic is not said by it. */
export function audienceOf(name: string): Audience | null {
  if (name === 'daily' || name === 'weekly') return name
  return name.startsWith('topic:') ? { topic: name.slice(6) } : null
}
