// Merges copies in the browser; loaded when somebody writes, needed only when two versions meet.
import { mergeThreeWays } from '#app/newsroom/story/copy/compare-copy.ts'
import type { CopyMerger } from './merge-words.ts'

/** Both ways round where changes collide: whose words stand is for their writer to choose. */
export const mergeCopies: CopyMerger = async (base, mine, theirs) => {
  const saved = mergeThreeWays(base, mine, theirs)
  if (saved.conflicts.length === 0) return { isClean: true, mine: saved.copy, theirs: saved.copy }
  return { isClean: false, mine: mergeThreeWays(base, theirs, mine).copy, theirs: saved.copy }
}
