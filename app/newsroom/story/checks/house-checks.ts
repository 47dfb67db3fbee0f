// The house checks: what an editor would mark in the margin. Pure steps in a list; each only advises.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import type { HouseFaultCode, ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { openBrackets, openQuoteMarks } from './balance.ts'
import { doubledWords } from './doubled-words.ts'
import { leftOvers, manyMarks } from './left-overs.ts'
import { longParagraphs, longSentences } from './lengths.ts'
import { privateLinks, shortenedLinks, trackingLinks } from './links.ts'
import { privateEmails, privatePhones } from './private-people.ts'
import { type Passage, passagesIn } from './prose.ts'
import { unattributedQuotes } from './quotations.ts'

/** What a check looks at. `language` is the story's own. */
export type Prose = { passages: readonly Passage[]; language: string }

/** One finding; every one is a warning in the copy. */
export type Finding = Pick<ReadinessFault, 'at' | 'words' | 'mend'> & { code: HouseFaultCode }

type HouseCheck = (prose: Prose) => Finding[]

/** In the order in which the panel shows what they find. */
export const houseChecks: readonly HouseCheck[] = [
  unattributedQuotes,
  privateEmails,
  privatePhones,
  leftOvers,
  trackingLinks,
  shortenedLinks,
  privateLinks,
  openQuoteMarks,
  openBrackets,
  doubledWords,
  manyMarks,
  longSentences,
  longParagraphs,
]

// More of one kind than this is a way of writing, not a slip: a longer list would only be scrolled past.
const MOST_OF_A_KIND = 5

/** What the checks find in these words, at most five of a kind. Takes time in proportion to their length. */
export function houseFaults(copy: Copy, language: string): ReadinessFault[] {
  const prose = { passages: passagesIn(copy), language }
  return houseChecks.flatMap((check) =>
    check(prose)
      .slice(0, MOST_OF_A_KIND)
      .map((finding): ReadinessFault => ({ ...finding, field: 'copy', weight: 'warning' })),
  )
}
