// What changed between two copies, which of it to keep, and how two people's changes go together.
import { type Fragment, type Mark, Node, Slice } from '@tiptap/pm/model'
import { StepMap, Transform } from '@tiptap/pm/transform'
import type { Copy } from './check-copy.ts'
import { differingRuns, type Run } from './differing-runs.ts'
import { copySchema } from './story-extensions.ts'

/**
 * One change from `before` to `after`; positions are ProseMirror's, in the document of that name. `inline`: words or marks
 * within one block. `block`: whole blocks. `attrs`: the same block with other attributes or of another type.
 * `removed` and `added` are what a person would read.
 */
export type CopyChange = {
  id: number
  kind: 'inline' | 'block' | 'attrs'
  fromBefore: number
  toBefore: number
  fromAfter: number
  toAfter: number
  removed: string
  added: string
}

/** A place in a copy that somebody spoke about, with the words that stood there. */
export type Anchor = { from: number; to: number; quote: string }

/** `exact`: the same words in the same place; `moved`: found elsewhere; `changed`: the place is there, its words differ; `detached`: gone. */
export type CarriedAnchor = Anchor & { state: 'exact' | 'moved' | 'changed' | 'detached' }

/** Where two people changed the same thing; the plain words of both are kept here. */
export type MergeConflict = { mine: CopyChange; theirs: CopyChange }

/** The changes in reading order; none for equal copies. Both must be checked copies. */
export function diffCopies(before: Copy, after: Copy): CopyChange[] {
  return diffNodes(nodeOf(before), nodeOf(after))
}

/** `before` with only the changes that `accepted` says yes to; all of them make `after`, none of them `before`. */
export function mergeCopies(
  before: Copy,
  after: Copy,
  changes: readonly CopyChange[],
  accepted: (change: CopyChange) => boolean,
): Copy {
  return copyFrom(mergeNodes(nodeOf(before), nodeOf(after), changes, accepted))
}

/**
 * Both people's changes to one base. Where they collide, `theirs` (what is already saved) stands in the copy and the
 * conflict keeps the words of both; nothing is lost without being told.
 */
export function mergeThreeWays(base: Copy, mine: Copy, theirs: Copy): { copy: Copy; conflicts: MergeConflict[] } {
  const { node, conflicts } = mergeNodesThreeWays(nodeOf(base), nodeOf(mine), nodeOf(theirs))
  return { copy: copyFrom(node), conflicts }
}

/** Where an anchor of `before` is in `after`; when its words moved, the nearest place that has them. */
export function carryAnchor(anchor: Anchor, before: Copy, after: Copy, changes?: readonly CopyChange[]): CarriedAnchor {
  return carryAnchorBetween(anchor, nodeOf(before), nodeOf(after), changes)
}

/** `diffCopies` for two documents of one ProseMirror schema, as an open editor holds them. */
export function diffNodes(before: Node, after: Node): CopyChange[] {
  const changes: Place[] = []
  if (before !== after) diffChildren(before, after, 0, 0, changes)
  return changes.map((change, id) => ({ id, ...change, ...wordsOf(change, before, after) }))
}

/** `mergeCopies` for two documents of one ProseMirror schema. */
export function mergeNodes(
  before: Node,
  after: Node,
  changes: readonly CopyChange[],
  accepted: (change: CopyChange) => boolean,
): Node {
  const merge = new Transform(before)
  for (const change of [...changes].reverse()) if (accepted(change)) apply(merge, change, after)
  return merge.doc
}

/** `mergeThreeWays` for three documents of one ProseMirror schema. */
export function mergeNodesThreeWays(base: Node, mine: Node, theirs: Node): { node: Node; conflicts: MergeConflict[] } {
  const ours = diffNodes(base, mine)
  const saved = diffNodes(base, theirs)
  const alike = new Set(ours.filter((change) => saved.some((other) => isSameChange(change, mine, other, theirs))))
  const already = new Set(saved.filter((change) => ours.some((other) => isSameChange(other, mine, change, theirs))))
  const conflicts: MergeConflict[] = []
  const left = new Set(alike)
  for (const change of ours) {
    if (alike.has(change)) continue
    const against = saved.filter((other) => !already.has(other) && collide(change, mine, other, theirs, base))
    for (const other of against) conflicts.push({ mine: change, theirs: other })
    if (against.length > 0) left.add(change)
  }
  const taken = [
    ...ours.filter((change) => !left.has(change)).map((change) => ({ change, source: mine })),
    ...saved.map((change) => ({ change, source: theirs })),
  ].sort(fromTheEnd)
  const node = fitting(base, taken)
  if (node !== null) return { node, conflicts }
  // Each change alone is sound and together they are not, which is rare: then what is saved stands whole.
  const whole = saved[0] ?? ours[0]
  const all = ours.filter((change) => !alike.has(change))
  return { node: theirs, conflicts: whole === undefined ? [] : all.map((change) => ({ mine: change, theirs: whole })) }
}

/** `carryAnchor` for two documents of one ProseMirror schema. */
export function carryAnchorBetween(
  anchor: Anchor,
  before: Node,
  after: Node,
  changes: readonly CopyChange[] = diffNodes(before, after),
): CarriedAnchor {
  const moved = changes.filter(({ kind }) => kind !== 'attrs')
  const map = new StepMap(moved.flatMap((c) => [c.fromBefore, c.toBefore - c.fromBefore, c.toAfter - c.fromAfter]))
  const from = Math.min(map.map(clamped(anchor.from, before), 1), after.content.size)
  const to = Math.min(map.map(clamped(anchor.to, before), -1), after.content.size)
  if (from < to && after.textBetween(from, to, ' ') === anchor.quote) return { ...anchor, from, to, state: 'exact' }
  const found = nearestQuote(after, anchor.quote, from)
  if (found !== null) return { ...anchor, from: found, to: found + anchor.quote.length, state: 'moved' }
  return from < to ? { ...anchor, from, to, state: 'changed' } : { ...anchor, from, to: from, state: 'detached' }
}

// ---- comparing -------------------------------------------------------------------------------------------------------

type Place = Pick<CopyChange, 'kind' | 'fromBefore' | 'toBefore' | 'fromAfter' | 'toAfter'>

/**
 * Compares two parents' children; `before` and `after` are where their contents begin. False when a document that held
 * both versions of every changed child would not fit the parent: then the parent has to change as a whole.
 */
function diffChildren(a: Node, b: Node, before: number, after: number, out: Place[]): boolean {
  const childrenA = a.content.content
  const childrenB = b.content.content
  const startsA = startsOf(childrenA, before)
  const startsB = startsOf(childrenB, after)
  const both: Node[] = []
  let seen = 0
  for (const [a0, a1, b0, b1] of differingRuns(childrenA, childrenB, isSameNode)) {
    both.push(...childrenA.slice(seen, a0))
    let i = a0
    let j = b0
    const gapTo = (toA: number, toB: number) => {
      both.push(...childrenA.slice(i, toA), ...childrenB.slice(j, toB))
      if (i < toA || j < toB)
        out.push({
          kind: 'block',
          fromBefore: at(startsA, i),
          toBefore: at(startsA, toA),
          fromAfter: at(startsB, j),
          toAfter: at(startsB, toB),
        })
    }
    for (const pair of likePairs(childrenA.slice(a0, a1), childrenB.slice(b0, b1))) {
      const pairA = a0 + pair[0]
      const pairB = b0 + pair[1]
      const childA = childrenA[pairA]
      const childB = childrenB[pairB]
      if (childA === undefined || childB === undefined) continue
      gapTo(pairA, pairB)
      if (diffPair(childA, childB, at(startsA, pairA), at(startsB, pairB), out) === 'replaced') both.push(childA)
      both.push(childB)
      i = pairA + 1
      j = pairB + 1
    }
    gapTo(a1, b1)
    seen = a1
  }
  both.push(...childrenA.slice(seen))
  return holds(a, both)
}

/** Compares two nodes that are thought to be one; says `replaced` when they had to be exchanged as wholes. */
function diffPair(a: Node, b: Node, before: number, after: number, out: Place[]): 'changed' | 'replaced' {
  if (isSameNode(a, b)) return 'changed'
  const whole = {
    fromBefore: before,
    toBefore: before + a.nodeSize,
    fromAfter: after,
    toAfter: after + b.nodeSize,
  }
  if (a.type !== b.type && !canTradeTypes(a, b)) {
    out.push({ kind: 'block', ...whole })
    return 'replaced'
  }
  const start = out.length
  if (a.type !== b.type || !isSameAttrs(a, b)) out.push({ kind: 'attrs', ...whole })
  if (a.isLeaf) return 'changed'
  if (a.isTextblock) diffInline(a, b, before + 1, after + 1, out)
  else if (!diffChildren(a, b, before + 1, after + 1, out)) {
    out.length = start
    out.push({ kind: 'block', ...whole })
    return 'replaced'
  }
  return 'changed'
}

function canTradeTypes(a: Node, b: Node): boolean {
  return a.isTextblock && b.isTextblock && b.type.validContent(a.content) && a.type.validContent(b.content)
}

function holds(parent: Node, children: readonly Node[]): boolean {
  let match = parent.type.contentMatch
  for (const child of children) {
    const next = match.matchType(child.type)
    if (next === null) return false
    match = next
  }
  return match.validEnd
}

function isSameNode(a: Node, b: Node): boolean {
  return a === b || (a.nodeSize === b.nodeSize && a.eq(b))
}

function isSameAttrs(a: Node, b: Node): boolean {
  return JSON.stringify(a.attrs) === JSON.stringify(b.attrs)
}

function startsOf(children: readonly Node[], first: number): number[] {
  const starts = [first]
  let position = first
  for (const child of children) {
    position += child.nodeSize
    starts.push(position)
  }
  return starts
}

function at(positions: readonly number[], index: number): number {
  return positions[index] ?? 0
}

// ---- which blocks are the same block, rewritten ----------------------------------------------------------------------

const LIKE_ENOUGH = 0.35
const TOO_MANY_PAIRS = 40_000

/** Pairs of indexes, in order, that together are most alike. */
function likePairs(a: readonly Node[], b: readonly Node[]): [number, number][] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > TOO_MANY_PAIRS) return []
  const width = b.length + 1
  const likeness = new Float64Array((a.length + 1) * width)
  const best = new Float64Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const alike = likenessOf(a[i], b[j])
      likeness[i * width + j] = alike
      const together = alike >= LIKE_ENOUGH ? cell(best, (i + 1) * width + j + 1) + alike : 0
      best[i * width + j] = Math.max(cell(best, (i + 1) * width + j), cell(best, i * width + j + 1), together)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const alike = cell(likeness, i * width + j)
    const value = cell(best, i * width + j)
    if (alike >= LIKE_ENOUGH && value === cell(best, (i + 1) * width + j + 1) + alike) pairs.push([i++, j++])
    else if (value === cell(best, (i + 1) * width + j)) i++
    else j++
  }
  return pairs
}

function cell(table: Float64Array, index: number): number {
  return table[index] ?? 0
}

function likenessOf(a: Node | undefined, b: Node | undefined): number {
  if (a === undefined || b === undefined || !isOfAKind(a, b)) return 0
  if (a.isLeaf) return 0.6
  const wordsA = bagOf(a)
  const wordsB = bagOf(b)
  const total = wordsA.size + wordsB.size
  const sameType = a.type === b.type
  if (total === 0) return sameType ? 0.5 : 0
  let shared = 0
  for (const [word, count] of wordsA.counts) shared += Math.min(count, wordsB.counts.get(word) ?? 0)
  return ((2 * shared) / total) * (sameType ? 1 : 0.9)
}

function isOfAKind(a: Node, b: Node): boolean {
  return a.type === b.type || (a.isTextblock && b.isTextblock)
}

type Bag = { counts: Map<string, number>; size: number }

const bags = new WeakMap<Node, Bag>()

function bagOf(node: Node): Bag {
  const known = bags.get(node)
  if (known !== undefined) return known
  const words = node.textContent.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const bag = { counts, size: words.length }
  bags.set(node, bag)
  return bag
}

// ---- words within a block --------------------------------------------------------------------------------------------

/** A word, a run of space, a sign or an inline node, with its marks; `key` is equal for equal ones. */
type Token = { key: string; isJoint: boolean; from: number; to: number }

const TOKEN = /\s+|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|./gsu
const HAS_LETTER = /[\p{L}\p{N}]/u

function diffInline(a: Node, b: Node, before: number, after: number, out: Place[]): void {
  const tokensA = tokensOf(a)
  const tokensB = tokensOf(b)
  const runs = differingRuns(tokensA, tokensB, (x, y) => x.key === y.key)
  for (const [a0, a1, b0, b1] of asPhrases(runs, tokensA)) {
    const fromA = tokensA[a0]?.from ?? a.content.size
    const fromB = tokensB[b0]?.from ?? b.content.size
    out.push({
      kind: 'inline',
      fromBefore: before + fromA,
      toBefore: before + (a1 > a0 ? (tokensA[a1 - 1]?.to ?? fromA) : fromA),
      fromAfter: after + fromB,
      toAfter: after + (b1 > b0 ? (tokensB[b1 - 1]?.to ?? fromB) : fromB),
    })
  }
}

/** Runs that only a blank or a sign keeps apart become one, so that a rewritten phrase is one change. */
function asPhrases(runs: readonly Run[], tokens: readonly Token[]): Run[] {
  const phrases: Run[] = []
  for (const run of runs) {
    const last = phrases.at(-1)
    const gap = last === undefined ? 2 : run[0] - last[1]
    const between = last === undefined ? undefined : tokens[last[1]]
    const joins = gap <= 1 && last !== undefined && gap === run[2] - last[3] && (gap === 0 || between?.isJoint === true)
    if (joins) {
      last[1] = run[1]
      last[3] = run[3]
    } else phrases.push([...run])
  }
  return phrases
}

function tokensOf(block: Node): Token[] {
  const tokens: Token[] = []
  block.forEach((child, offset) => {
    if (!child.isText) {
      const key = `\u0001${JSON.stringify(child.toJSON())}`
      tokens.push({ key, isJoint: false, from: offset, to: offset + child.nodeSize })
      return
    }
    const marks = marksKey(child.marks)
    for (const match of (child.text ?? '').matchAll(TOKEN)) {
      const [word] = match
      const from = offset + match.index
      tokens.push({ key: marks + word, isJoint: !HAS_LETTER.test(word), from, to: from + word.length })
    }
  })
  return tokens
}

function marksKey(marks: readonly Mark[]): string {
  return marks.length === 0 ? '' : `${JSON.stringify(marks)}\u0001`
}

// ---- applying --------------------------------------------------------------------------------------------------------

function apply(merge: Transform, change: CopyChange, source: Node): void {
  if (change.kind === 'attrs') {
    const wanted = source.nodeAt(change.fromAfter)
    const current = merge.doc.nodeAt(change.fromBefore)
    if (wanted !== null && current !== null)
      merge.setNodeMarkup(change.fromBefore, wanted.type, wanted.attrs, current.marks)
    return
  }
  merge.replace(change.fromBefore, change.toBefore, new Slice(cut(source, change.fromAfter, change.toAfter), 0, 0))
}

function cut(document: Node, from: number, to: number): Fragment {
  const $from = document.resolve(from)
  return $from.parent.content.cut(from - $from.start(), to - $from.start())
}

type Sourced = { change: CopyChange; source: Node }

/** Later places first, so that earlier positions stay true; at one place what is inside goes before what is around it. */
function fromTheEnd(a: Sourced, b: Sourced): number {
  const byPlace = b.change.fromBefore - a.change.fromBefore
  if (byPlace !== 0) return byPlace
  if (a.change.kind === 'attrs' || b.change.kind === 'attrs') {
    if (a.change.kind === b.change.kind) return 0
    // A block put in before this one would move it: the attributes go first.
    return a.change.kind === 'attrs' ? -1 : 1
  }
  return b.change.toBefore - a.change.toBefore
}

function fitting(base: Node, taken: readonly Sourced[]): Node | null {
  try {
    const merge = new Transform(base)
    for (const { change, source } of taken) apply(merge, change, source)
    merge.doc.check()
    return merge.doc
  } catch {
    return null
  }
}

function isSameChange(a: CopyChange, mine: Node, b: CopyChange, theirs: Node): boolean {
  if (a.kind !== b.kind || a.fromBefore !== b.fromBefore || a.toBefore !== b.toBefore) return false
  if (a.kind !== 'attrs') return cut(mine, a.fromAfter, a.toAfter).eq(cut(theirs, b.fromAfter, b.toAfter))
  const nodeA = mine.nodeAt(a.fromAfter)
  const nodeB = theirs.nodeAt(b.fromAfter)
  return nodeA !== null && nodeB !== null && nodeA.type === nodeB.type && isSameAttrs(nodeA, nodeB)
}

function collide(a: CopyChange, mine: Node, b: CopyChange, theirs: Node, base: Node): boolean {
  if (a.kind === 'attrs' && b.kind === 'attrs') return a.fromBefore === b.fromBefore
  if (a.kind === 'attrs') return (b.kind === 'block' || retypes(a, mine, base)) && overlap(a, b)
  if (b.kind === 'attrs') return (a.kind === 'block' || retypes(b, theirs, base)) && overlap(a, b)
  if (isInsertion(a) && isInsertion(b)) return a.fromBefore === b.fromBefore
  return overlap(a, b)
}

function overlap(a: CopyChange, b: CopyChange): boolean {
  return a.fromBefore < b.toBefore && b.fromBefore < a.toBefore
}

function isInsertion(change: CopyChange): boolean {
  return change.fromBefore === change.toBefore
}

function retypes(change: CopyChange, source: Node, base: Node): boolean {
  return source.nodeAt(change.fromAfter)?.type !== base.nodeAt(change.fromBefore)?.type
}

// ---- words for people ------------------------------------------------------------------------------------------------

function wordsOf(change: Place, before: Node, after: Node): { removed: string; added: string } {
  if (change.kind !== 'attrs')
    return {
      removed: before.textBetween(change.fromBefore, change.toBefore, '\n', leafText),
      added: after.textBetween(change.fromAfter, change.toAfter, '\n', leafText),
    }
  const a = before.nodeAt(change.fromBefore)
  const b = after.nodeAt(change.fromAfter)
  if (a === null || b === null) return { removed: '', added: '' }
  if (a.type !== b.type) return { removed: namedType(a), added: namedType(b) }
  const names = Object.keys(b.attrs).filter((name) => a.attrs[name] !== b.attrs[name])
  const told = (node: Node) => names.map((name) => `${name}: ${String(node.attrs[name])}`).join('\n')
  return { removed: told(a), added: told(b) }
}

function namedType(node: Node): string {
  return node.type.name === 'heading' ? `heading ${String(node.attrs.level)}` : node.type.name
}

function leafText(node: Node): string {
  if (node.type.name === 'hardBreak') return '\n'
  if (node.type.name === 'dateline') return `${String(node.attrs.place)} (${String(node.attrs.agency)})`
  return `[${node.type.name}]`
}

function clamped(position: number, document: Node): number {
  return Math.max(0, Math.min(position, document.content.size))
}

function nearestQuote(document: Node, quote: string, near: number): number | null {
  if (quote === '') return null
  let nearest: number | null = null
  document.descendants((node, position) => {
    if (!node.isTextblock) return
    // One character stands for each inline node, so that an index in the text is a position in the block.
    const text = node.textBetween(0, node.content.size, '\n', '\uFFFC')
    for (let index = text.indexOf(quote); index >= 0; index = text.indexOf(quote, index + 1)) {
      const place = position + 1 + index
      if (nearest === null || Math.abs(place - near) < Math.abs(nearest - near)) nearest = place
    }
  })
  return nearest
}

const nodes = new WeakMap<Copy, Node>()

/** Copy is never changed in place, so the document read from it once is good for every comparison. */
function nodeOf(copy: Copy): Node {
  const known = nodes.get(copy)
  if (known !== undefined) return known
  const node = Node.fromJSON(copySchema, copy)
  nodes.set(copy, node)
  return node
}

function copyFrom(node: Node): Copy {
  return node.toJSON() as Copy
}
