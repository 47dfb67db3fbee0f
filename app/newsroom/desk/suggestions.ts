// The desk's edit as a list of changes, each of which its reporter may take or leave.
import { type CopyChange, diffCopies, mergeCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'

/** One change of the desk's; `removed` and `added` are what a person would read. */
export type EditChange = {
  /** Names the change in the difference of these two revisions, whoever computes it again. */
  key: string
  kind: 'headline' | 'standfirst' | 'inline' | 'block' | 'attrs'
  removed: string
  added: string
  /** Its place in `diffCopies` of the two copies; null for the lines above the copy. */
  copyChange: number | null
}

/** What the desk changed, in reading order: headline, standfirst, then the copy. */
export function editChanges(base: StoryContent, edited: StoryContent): EditChange[] {
  const above = (['headline', 'standfirst'] as const)
    .filter((kind) => base[kind] !== edited[kind])
    .map((kind): EditChange => ({ key: kind, kind, removed: base[kind], added: edited[kind], copyChange: null }))
  return [
    ...above,
    ...diffCopies(base.copy, edited.copy).map(
      (change): EditChange => ({
        key: keyOf(change),
        kind: change.kind,
        removed: change.removed,
        added: change.added,
        copyChange: change.id,
      }),
    ),
  ]
}

/** What names a change of the copy in the difference of two revisions. */
export function keyOf({ kind, fromBefore, toBefore, fromAfter, toAfter }: CopyChange): string {
  return `${kind}:${fromBefore}-${toBefore}:${fromAfter}-${toAfter}`
}

/**
 * The base with exactly the accepted changes. All of them make the edited words, none of them the base; what an edit
 * does not propose (section, topics, by-line, language) is as in `edited`.
 */
export function editSubset(
  base: StoryContent,
  edited: StoryContent,
  accepted: (change: EditChange) => boolean,
): StoryContent {
  const changes = editChanges(base, edited)
  const taken = new Set(changes.filter(accepted).map((change) => change.key))
  const inCopy = new Set(changes.flatMap((change) => (taken.has(change.key) ? (change.copyChange ?? []) : [])))
  const copyChanges = diffCopies(base.copy, edited.copy)
  return {
    ...edited,
    headline: taken.has('headline') ? edited.headline : base.headline,
    standfirst: taken.has('standfirst') ? edited.standfirst : base.standfirst,
    copy: mergeCopies(base.copy, edited.copy, copyChanges, (change) => inCopy.has(change.id)),
  }
}

/**
 * Which change of an edit is which of an earlier one: by the same words first, then, on the same base, by the same
 * place. What was taken back is in neither. Keys of `before` lead to keys of `after`.
 */
export function carriedKeys(
  before: readonly EditChange[],
  after: readonly EditChange[],
  isSameBase: boolean,
): Map<string, string> {
  const carried = new Map<string, string>()
  const free = new Set(after)
  const take = (change: EditChange, isIt: (other: EditChange) => boolean) => {
    const found = carried.has(change.key) ? undefined : [...free].find(isIt)
    if (!found) return
    carried.set(change.key, found.key)
    free.delete(found)
  }
  for (const change of before) take(change, (other) => other.key === change.key && isAlike(change, other))
  for (const change of before) take(change, (other) => isAlike(change, other))
  if (isSameBase) for (const change of before) take(change, (other) => placeOf(other) === placeOf(change))
  return carried
}

function isAlike(a: EditChange, b: EditChange): boolean {
  return a.kind === b.kind && a.removed === b.removed && a.added === b.added
}

/** Its kind and where in the base it begins: the part of the key that changes elsewhere leave as it is. */
function placeOf({ key }: EditChange): string {
  return key.split('-')[0] ?? key
}
