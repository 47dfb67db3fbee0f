// The review queue's tabs, what it can be asked, and what it answers.
import type { Presence } from '#app/newsroom/desk/presence.ts'
import { type StoryState, storyStates } from '#app/newsroom/story/story.ts'

/** The queue's tabs and the states each one shows. `mine` also asks who holds the story. */
export const queueTabs = {
  new: ['submitted'],
  mine: ['in_review', 'changes_requested', 'awaiting_sign_off', 'approved', 'scheduled'],
  in_review: ['in_review'],
  waiting: ['changes_requested', 'awaiting_sign_off'],
  approved: ['approved'],
  scheduled: ['scheduled'],
  all: storyStates.filter((state) => state !== 'draft'),
} as const satisfies Record<string, readonly StoryState[]>

export type QueueTab = keyof typeof queueTabs
export const tabNames = Object.keys(queueTabs) as QueueTab[]

export const risks = ['none', 'care', 'high'] as const
export type Risk = (typeof risks)[number]

/** What narrows a tab; an empty string asks for nothing. */
export type QueueFilter = {
  /** Slugs. */
  section?: string
  topic?: string
  language?: string
  risk?: string
  /** Public id of the editor who holds it. */
  holder?: string
  /** Words of the story, or its number as 12 or #12. */
  text?: string
}

export const filterNames = [
  'section',
  'language',
  'topic',
  'risk',
  'holder',
  'text',
] as const satisfies readonly (keyof QueueFilter)[]

export type QueueQuestion = QueueFilter & {
  tab: QueueTab
  /** The last row of the page before, as `next` gave it. */
  after?: string
  limit?: number
}

export type QueueRow = {
  publicId: string
  number: number
  version: number
  headline: string
  place: string
  section: string | null
  language: string
  risk: Risk
  /** Title of the open call it answers. */
  call: string | null
  /** The name the desk reads: own name, pen name, or null when the name is withheld or its bearer is protected. */
  byline: string | null
  /** True when the desk knows its reporter by the pen name, or by the story's number, alone. */
  protected: boolean
  state: StoryState
  since: string
  answerBy: string | null
  dueAt: string | null
  publishAt: string | null
  late: boolean
  round: number
  words: number
  holder: { name: string; me: boolean } | null
  /** True when the one who asks wrote it. */
  own: boolean
  /** Colleagues who have it open now. */
  here: Presence[]
}

/** `next` leads to the page behind; a page can be short and still have one, where few of many stories fit. */
export type QueuePage = { rows: QueueRow[]; next: string | null }

/** How many: exact, or `more` than the number says. Null where counting would cost more than the page. */
export type Tally = { stories: number; more: boolean } | null

/** An editor, how many stories in review they hold, and since when the oldest of these is there. */
export type EditorLoad = {
  publicId: string
  name: string
  me: boolean
  holds: number
  more: boolean
  oldest: string | null
}
