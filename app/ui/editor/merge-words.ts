// Brings two versions of a draft together, field by field and block by block, against the version both came from.

import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { differingRuns } from '#app/newsroom/story/copy/differing-runs.ts'
import type { DraftWords } from './writing-draft.ts'

/** Both people's changes; where they collide, `mine` and `theirs` differ in whose words stand. */
export type Merged<T> = { isClean: boolean; mine: T; theirs: T }

/** Merges three copies, as an editor can do it. */
export type CopyMerger = (base: Copy, mine: Copy, theirs: Copy) => Promise<Merged<Copy>>

/** One draft out of two, or the two to choose from: each has every change of the other that it does not contradict. */
export async function mergeWords(
  base: DraftWords,
  mine: DraftWords,
  theirs: DraftWords,
  mergeCopies: CopyMerger,
): Promise<Merged<DraftWords>> {
  const fields = mergeFields(base.fields, mine.fields, theirs.fields)
  const copy =
    onlyOneChanged(base.copy, mine.copy, theirs.copy) ?? (await mergeCopies(base.copy, mine.copy, theirs.copy))
  return {
    isClean: fields.isClean && copy.isClean,
    mine: { fields: fields.mine, copy: copy.mine },
    theirs: { fields: fields.theirs, copy: copy.theirs },
  }
}

/** The commonest case needs nothing fetched, so that it works without a network. */
function onlyOneChanged(base: Copy, mine: Copy, theirs: Copy): Merged<Copy> | null {
  if (isSame(theirs, base)) return { isClean: true, mine, theirs: mine }
  if (isSame(mine, base) || isSame(mine, theirs)) return { isClean: true, mine: theirs, theirs }
  return null
}

/** The same for fields of any name: lists by their items, texts of several lines by their lines, everything else whole. */
export function mergeFields<F extends object>(base: F, mine: F, theirs: F): Merged<F> {
  const merged = { isClean: true, mine: { ...mine }, theirs: { ...theirs } }
  for (const name of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const value = mergeValues(Reflect.get(base, name), Reflect.get(mine, name), Reflect.get(theirs, name))
    Reflect.set(merged.mine, name, value.mine)
    Reflect.set(merged.theirs, name, value.theirs)
    merged.isClean &&= value.isClean
  }
  return merged
}

/** Do two values say the same, whatever the order of their keys? */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b)
}

function mergeValues(base: unknown, mine: unknown, theirs: unknown): Merged<unknown> {
  if (isSame(mine, theirs) || isSame(mine, base)) return { isClean: true, mine: theirs, theirs }
  if (isSame(theirs, base)) return { isClean: true, mine, theirs: mine }
  if (isTextList(base) && isTextList(mine) && isTextList(theirs)) {
    const all = mergeLists(base, mine, theirs)
    return { isClean: true, mine: all, theirs: all }
  }
  if (typeof base === 'string' && typeof mine === 'string' && typeof theirs === 'string') {
    const text = mergeLines(base.split('\n'), mine.split('\n'), theirs.split('\n'))
    if (text !== null) return { isClean: true, mine: text, theirs: text }
  }
  return { isClean: false, mine, theirs }
}

/** What either added is in, what either took out is out. */
function mergeLists(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const all = new Set([...theirs, ...mine])
  return [...all].filter((item) => !base.includes(item) || (mine.includes(item) && theirs.includes(item))).sort()
}

/** Lines of a text, or null where both changed the same ones. */
function mergeLines(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string | null {
  const equal = (a: string, b: string) => a === b
  const ours = differingRuns(base, mine, equal).map(([a0, a1, b0, b1]) => ({ a0, a1, lines: mine.slice(b0, b1) }))
  const saved = differingRuns(base, theirs, equal).map(([a0, a1, b0, b1]) => ({ a0, a1, lines: theirs.slice(b0, b1) }))
  // Lines next to each other collide too: which of two additions comes first is not for us to say.
  if (ours.some((a) => saved.some((b) => a.a0 <= b.a1 && b.a0 <= a.a1))) return null
  const merged = [...base]
  for (const { a0, a1, lines } of [...ours, ...saved].sort((a, b) => b.a0 - a.a0)) merged.splice(a0, a1 - a0, ...lines)
  return merged.join('\n')
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  )
}
