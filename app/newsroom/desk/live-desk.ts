// What the desk's pages of live coverage show. Instants are ISO.
import type { LiveAct, LiveCoverageFacts, LiveEntryState, LivePhoto } from '#app/newsroom/topics/live.ts'
import type { PictureEvidence } from '#db/schema/pictures.ts'
import type { Rights } from './policy.ts'

/** A topic in the list of the desk: what is covered, and how many wait since when. */
export type TopicAtDesk = {
  slug: string
  name: string
  running: boolean
  live: { title: string; openedAt: string } | null
  waiting: number
  /** When the oldest of them was sent. */
  waitingSince: string | null
}

/** A photo with what its file told. */
export type DeskPhoto = LivePhoto & { evidence: PictureEvidence }

/** An entry that a reporter sent. `from` is null where the desk may not know a name; `own`: the one who looks sent it. */
export type WaitingEntry = {
  publicId: string
  version: number
  title: string
  text: string
  from: string | null
  signed: 'name' | 'pen' | 'withheld'
  own: boolean
  sentAt: string
  answerBy: string | null
  late: boolean
  photo: DeskPhoto | null
}

/** An entry that readers have. `draft` is the story begun from it: its public id where it is one's own, else ''. */
export type DeskEntry = {
  publicId: string
  version: number
  state: Extract<LiveEntryState, 'public' | 'removed'>
  at: string
  title: string
  text: string
  from: string | null
  pinned: boolean
  isKey: boolean
  corrections: { at: string; note: string }[]
  reason: string
  story: string | null
  draft: string | null
  photo: DeskPhoto | null
}

/** `by` is null where the desk may not know who. */
export type LiveLogLine = { id: number; at: string; act: LiveAct; by: string | null; entry: string; note: string }

export type LiveDesk = {
  topic: { slug: string; name: string }
  coverage: LiveCoverageFacts | null
  /** What the one who looks may do in the coverage's section. */
  rights: Rights
  waiting: WaitingEntry[]
  entries: DeskEntry[]
  /** The entry that the next page begins with; null on the last one. */
  next: string | null
  log: LiveLogLine[]
}

/** An entry with its words as they are typed, to correct it. */
export type EntryToCorrect = {
  publicId: string
  version: number
  at: string
  title: string
  text: string
  story: string
  picture: boolean
  corrections: { at: string; note: string }[]
}
