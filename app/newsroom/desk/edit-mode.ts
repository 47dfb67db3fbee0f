// How an editor changes another's words: by suggestions, which the contributor answers, or directly.
import { mergeThreeWays } from '#app/newsroom/story/copy/compare-copy.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'

export const editModes = ['suggest', 'direct'] as const
export type EditMode = (typeof editModes)[number]

/** Exactly what an edit changes. */
export type EditedWords = Pick<StoryContent, 'headline' | 'standfirst' | 'copy'>

/**
 * The base of what is suggested after a direct edit from `before` to `after`. The direct edit goes into the base too,
 * so that nobody is asked about it; where it touches words that are only suggested, it is part of that suggestion.
 */
export function movedBase(base: EditedWords, before: EditedWords, after: EditedWords): EditedWords {
  return {
    headline: movedLine(base.headline, before.headline, after.headline),
    standfirst: movedLine(base.standfirst, before.standfirst, after.standfirst),
    copy: mergeThreeWays(before.copy, after.copy, base.copy).copy,
  }
}

function movedLine(base: string, before: string, after: string): string {
  return base === before ? after : base
}
