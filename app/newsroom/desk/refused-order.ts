// What the form of a move has to know of its story when it comes back.
import type { Point } from '#app/newsroom/desk/change-points.server.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

export type OrderedStory = {
  publicId: string
  number: number
  headline: string
  state: StoryState
  version: number
  /** Of the words that an approval names; '' for the reporter. */
  hash: string
  own: boolean
  holder: 'nobody' | 'me' | 'other'
  claimedBefore: boolean
  /** One more approval is enough. */
  completes: boolean
  /** A retraction is open for somebody's safety only. */
  safetyOnly: boolean
  /** Every move this person could order now. */
  offered: Move[]
  /** A final rejection is open for spam only. */
  spamOnly: boolean
  colleagues: { publicId: string; name: string }[]
  /** What the desk asks the reporter for in this round; none for the desk. */
  points: Point[]
}
