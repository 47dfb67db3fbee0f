// The review queue's tabs, what it can be asked, and a row of it.
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

export type QueueQuestion = {
  tab: QueueTab
  section?: string
  topic?: string
  /** Words of the headline, or a number like 12 or #12. */
  text?: string
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
}
