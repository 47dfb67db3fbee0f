// The shape of a story's public history.
import type { ComparedContents } from '#app/newsroom/desk/compared-contents.ts'

/**
 * One step of a story's public life, the newest first. `difference` is null for the first edition, and where it would show
 * words that a later or this very edition took out to protect somebody (`hidden`).
 */
export type StoryChange =
  | {
      what: 'edition'
      number: number
      kind: 'first' | 'correction' | 'clarification' | 'update'
      note: string
      at: string
      difference: ComparedContents | null
      hidden: 'here' | 'later' | null
    }
  /** It was taken down with this notice, or put back. */
  | { what: 'retracted' | 'restored'; note: string; at: string }

export type StoryChanges = { slug: string; headline: string; language: string; steps: StoryChange[] }
