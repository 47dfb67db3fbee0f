// How a count of stories is shown.
import type { Tally } from '#app/newsroom/desk/review-queue.ts'
import { formatsIn } from '#app/words/formats.ts'
import type { Words } from '#app/words/words.ts'

/** "12", "1,000+" where there are more than were counted, '' where nobody counted. */
export function shownTally(tally: Tally, words: Words): string {
  if (tally === null) return ''
  return tally.more ? words.queue.atLeast(tally.stories) : formatsIn(words.language).number(tally.stories)
}
