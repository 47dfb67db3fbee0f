// A story as the newsroom knows it: its row with checked copy, and the words that are hashed.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import type { stories } from '#db/schema/story.ts'

export { type StoryState, storyStates } from '#db/schema/story-states.ts'

type Row = typeof stories.$inferSelect

/** One story. `copy` was checked when it was written; nothing else writes it. */
export type Story = Omit<Row, 'copy'> & { copy: Copy }

/** How a story is signed: the account's own name, a pen name, or not at all. */
export type BylineChoice = { kind: 'name' | 'pen' | 'withheld'; penName: string }

/** Exactly the words that readers would get: what a revision keeps and a hash names. */
export type StoryContent = {
  headline: string
  standfirst: string
  /** Slug of the section, null while none is chosen. */
  section: string | null
  /** Slugs, sorted. */
  topics: string[]
  byline: BylineChoice
  language: string
  copy: Copy
}

/** A row from the database as a Story. */
export function storyOf(row: Row): Story {
  return { ...row, copy: row.copy as Copy }
}

/** One text for one content, whatever the order of its keys: what is hashed. */
export function canonicalContent(content: StoryContent): string {
  return JSON.stringify(sorted(content))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]))
}
