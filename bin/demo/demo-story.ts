/** What a story of the demo outlet is, before the seeder turns it into rows. */
import type { CopyJson } from './copy-words.ts'

export type DemoState =
  | 'draft'
  | 'submitted'
  | 'in_review'
  | 'changes_requested'
  | 'awaiting_sign_off'
  | 'approved'
  | 'scheduled'
  | 'published'
  | 'declined'
  | 'rejected'
  | 'withdrawn'
  | 'retracted'
  | 'archived'

export type DemoStory = {
  /** Stable name; `related` cards point to it. */
  key: string
  state: DemoState
  /** Key of a contributor in cast.ts. */
  owner: string
  byline: 'name' | 'pen' | 'withheld'
  /** A language code; the outlet's language where it is left out. */
  language?: string
  /** At most 90 characters. */
  headline: string
  /** At most 220 characters. */
  standfirst: string
  /** Slug of a section in outlet.ts. */
  section: string
  /** Slugs of topics in outlet.ts. */
  topics: string[]
  place: string
  /** Hours since the story entered its state. */
  hoursAgo: number
  copy: CopyJson
  /** How the contributor knows; read by the desk only. */
  sources: string
  /** Key of an editor in cast.ts: who holds or decided it. */
  editor?: string
  changePoints?: string[]
  /** The words as the desk edits them. */
  edited?: { headline?: string; copy: CopyJson }
  /** What its contributor asks for after publication. */
  asks?: { kind: 'correction' | 'takedown'; text: string }[]
  /** Why it was declined, rejected, withdrawn, retracted or archived. */
  reason?: string
  messages?: { from: 'owner' | 'desk'; text: string }[]
  /** The front page opens with this one. */
  lead?: boolean
}
