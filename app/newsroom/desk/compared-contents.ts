// Two versions of a story's words as lines to look at: headline, standfirst and copy.
import { lineDifference, type ShownLine } from '#app/newsroom/desk/shown-suggestions.ts'
import { diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { type ComparedLine, comparedLines } from '#app/newsroom/story/copy/compared-lines.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'

/** What differs; `changes` counts it. */
export type ComparedContents = {
  headlines: ShownLine[]
  standfirsts: ShownLine[]
  lines: ComparedLine[]
  changes: number
}

type Words = Pick<StoryContent, 'headline' | 'standfirst' | 'copy'>

/** The words `before` and `after`, side by side. */
export function comparedContents(before: Words, after: Words): ComparedContents {
  const changes = diffCopies(before.copy, after.copy)
  const headlines = before.headline === after.headline ? [] : lineDifference(before.headline, after.headline)
  const standfirsts = before.standfirst === after.standfirst ? [] : lineDifference(before.standfirst, after.standfirst)
  return {
    headlines,
    standfirsts,
    lines: comparedLines(before.copy, after.copy, changes),
    changes: changes.length + (headlines.length ? 1 : 0) + (standfirsts.length ? 1 : 0),
  }
}
