// What a reader can ask the archive, and the shape of its answer.
import type { Teaser } from './teaser.ts'

export const searchOrders = ['best', 'newest'] as const
export type SearchOrder = (typeof searchOrders)[number]

/** Every part as it was typed; '' where nothing was. `from` and `to` are days such as 2026-11-24, both included. */
export type ArchiveQuestion = {
  q: string
  section: string
  topic: string
  place: string
  from: string
  to: string
  order: SearchOrder
  /** Where a page begins: the `next` of the one before. */
  after: string
}

/** What is wrong with what was typed, and what was made of it; each has a sentence in the books. */
export type SearchRemark = 'cut' | 'open-quote' | 'many-words' | 'no-words' | 'no-choice' | 'no-day' | 'days-turned'

/** A piece of a text; `hit`: it is one of the words that were asked for. */
export type Run = { text: string; hit: boolean }

export type FoundStory = { teaser: Teaser; headline: Run[]; snippet: Run[] }

export type ArchiveAnswer = {
  found: FoundStory[]
  /** How many there are, counted up to MOST_COUNTED; one more says that there are more. Null where nobody counted. */
  count: number | null
  next: string | null
  /** The next page is of stories that were not looked at yet, so it may have none. */
  older: boolean
  remarks: SearchRemark[]
}

/** Stories are counted up to here, and the best are looked for among so many of the newest. */
export const MOST_COUNTED = 1000

/** What a search field takes, and what is read of it. */
export const LONGEST_QUESTION = 400
