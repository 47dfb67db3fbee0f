// One story as the desk sees it: the words, and beside them everything that helps to decide.
import type { Point } from '#app/newsroom/desk/change-points.server.ts'
import type { LogRow } from '#app/newsroom/desk/desk-log.server.ts'
import type { Note } from '#app/newsroom/desk/notes.server.ts'
import type { Standing } from '#app/newsroom/desk/standing.server.ts'
import type { Move, whoActsNext } from '#app/newsroom/desk/workflow.ts'
import type { DeskOnly } from '#app/newsroom/story/news-fields.ts'
import type { StoryContent, StoryState } from '#app/newsroom/story/story.ts'
import type { PictureEvidence } from '#db/schema/pictures.ts'

export type { LogRow, Note }

export type DeskPage = {
  story: {
    publicId: string
    number: number
    state: StoryState
    version: number
    round: number
    words: number
    whoActs: ReturnType<typeof whoActsNext>
    since: string
    submittedAt: string | null
    answerBy: string | null
    dueAt: string | null
    publishAt: string | null
    embargoUntil: string | null
    own: boolean
    slug: string | null
  }
  content: StoryContent
  sectionName: string | null
  topicNames: string[]
  /** SHA-256 of exactly these words: what an approval names. */
  hash: string
  approved: boolean
  /** What only the desk reads: sources, how it is known, the part of AI. */
  told: DeskOnly
  /** Title of the open call it answers. */
  call: string | null
  /**
   * Name and id are empty where the by-line is withheld: the desk does not need them to decide. Of a protected
   * reporter the whole record is empty, because it would join their stories.
   */
  contributor: {
    name: string
    publicId: string
    protected: boolean
    /** True when the one who looks may open who a protected reporter is. */
    mayOpen: boolean
    since: string
    trusted: boolean
    sent: number
    published: number
    declined: number
  }
  /** True once an editor has claimed it, then or now: the reporter is told of the first time only. */
  claimedBefore: boolean
  claim: { name: string; me: boolean; since: string; lapsesAt: string } | null
  holds: {
    kind: 'legal' | 'safety' | 'embargo' | 'other'
    reason: string
    at: string
    /** Until when an embargo holds. */
    until: string | null
    byName: string
  }[]
  pictures: {
    publicId: string
    width: number
    height: number
    /** Address of a size that fits a column; insiders only until the story is published. */
    src: string
    alt: string
    credit: string
    caption: string
    rightsConfirmed: boolean
    licence: string
    evidence: PictureEvidence
    /** ISO instant at which it came. */
    acceptedAt: string
    /** Whether the file as it came is kept, sealed. */
    hasOriginal: boolean
    fileName: string
  }[]
  /** What its reporter asks for after publication, not yet answered. */
  openTickets: number
  points: Point[]
  /** Points that are put down and not asked yet. */
  putDown: number
  notes: Note[]
  log: LogRow[]
  revisions: { number: number; hash: string; why: string; at: string; byName: string | null }[]
  offered: Move[]
  /** True when a final rejection is possible here but needs another person than the one who asks. */
  rejectNeedsAnother: boolean
  /** True when a retraction is possible here alone for somebody's safety only: nobody else has asked for it. */
  retractNeedsAnother: boolean
  /** Approvals, interests, and what can be undone. */
  standing: Standing
  /** Editors a story can be handed to. */
  colleagues: { publicId: string; name: string }[]
}
