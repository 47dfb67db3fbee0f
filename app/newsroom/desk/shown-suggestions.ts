// A suggestion as its reporter is shown it: the one change in the words around it, everything else as they wrote it.
import type { EditChange } from '#app/newsroom/desk/suggestions.ts'
import type { Copy, CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import { diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import {
  type ComparedAttribute,
  type ComparedLine,
  type ComparedRun,
  comparedLines,
} from '#app/newsroom/story/copy/compared-lines.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'

export type ShownLine = {
  block: string
  within: string[]
  state: ComparedLine['state']
  runs: ComparedRun[]
  attributes: ComparedAttribute[]
}

export type ShownSuggestion<Change extends EditChange = EditChange> = Change & { lines: ShownLine[] }

/** Each change with its own lines; `changes` is `editChanges(base, edited)` or that with more on each. */
export function shownSuggestions<Change extends EditChange>(
  base: StoryContent,
  edited: StoryContent,
  changes: readonly Change[],
): ShownSuggestion<Change>[] {
  const all = comparedLines(base.copy, edited.copy, diffCopies(base.copy, edited.copy))
  return changes.map((change) => ({
    ...change,
    lines:
      change.copyChange === null
        ? lineDifference(change.removed, change.added)
        : all.filter((line) => line.changes.includes(change.copyChange ?? -1)).map((line) => onlyThis(line, change)),
  }))
}

/** Two versions of one line of plain text, word by word. */
export function lineDifference(before: string, after: string): ShownLine[] {
  const [a, b] = [oneParagraph(before), oneParagraph(after)]
  return comparedLines(a, b, diffCopies(a, b))
    .filter((line) => line.together.length > 0)
    .map(({ block, within, state, together, attributes }) => ({ block, within, state, runs: together, attributes }))
}

function oneParagraph(text: string): Copy {
  const paragraph: CopyNode = text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' }
  return { type: 'doc', content: [paragraph] } as unknown as Copy
}

function onlyThis(line: ComparedLine, { copyChange }: EditChange): ShownLine {
  const runs = line.together
    .filter((run) => run.change === null || run.change === copyChange || run.state === 'removed')
    .map((run): ComparedRun => (run.change === copyChange ? run : { ...run, state: 'same', change: null }))
  const { block, within, state } = line
  const attributes = line.attributes.filter(({ change }) => change === copyChange)
  return { block, within, state, runs: aroundTheChange(runs), attributes }
}

const MOST_AROUND = 90

/** The words before and behind the change, cut to a line or so. */
function aroundTheChange(runs: ComparedRun[]): ComparedRun[] {
  const first = runs.findIndex((run) => run.state !== 'same')
  if (first < 0) return cutAtEnd(runs)
  const last = runs.findLastIndex((run) => run.state !== 'same')
  return [...cutAtStart(runs.slice(0, first)), ...runs.slice(first, last + 1), ...cutAtEnd(runs.slice(last + 1))]
}

function cutAtStart(runs: ComparedRun[]): ComparedRun[] {
  const kept: ComparedRun[] = []
  let room = MOST_AROUND
  for (const run of [...runs].reverse()) {
    if (run.text.length <= room) {
      kept.unshift(run)
      room -= run.text.length
      continue
    }
    // From the next whole word on; `Array.from` keeps signs of two units whole.
    const tail = Array.from(run.text)
      .slice(-room)
      .join('')
      .replace(/^\S*\s+/u, '')
    kept.unshift({ ...run, text: `… ${tail}` })
    break
  }
  return kept
}

function cutAtEnd(runs: ComparedRun[]): ComparedRun[] {
  const kept: ComparedRun[] = []
  let room = MOST_AROUND
  for (const run of runs) {
    if (run.text.length <= room) {
      kept.push(run)
      room -= run.text.length
      continue
    }
    const head = Array.from(run.text)
      .slice(0, room)
      .join('')
      .replace(/\s+\S*$/u, '')
    kept.push({ ...run, text: `${head} …` })
    break
  }
  return kept
}
