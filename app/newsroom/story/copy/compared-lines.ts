// Two copies as one list of lines to look at: what stayed, what went and what came, block by block and word by word.
import { Node } from '@tiptap/pm/model'
import type { Copy } from './check-copy.ts'
import type { CopyChange } from './compare-copy.ts'
import { printedDateline } from './dateline-words.ts'
import { copySchema } from './story-extensions.ts'

/** Words with one form and one fate. `change` is the id of the change they belong to, null for words that stayed. */
export type ComparedRun = {
  text: string
  state: 'same' | 'removed' | 'added'
  /** Names of the marks on them: bold, italic, link, editorNote, topicLink. */
  forms: string[]
  change: number | null
}

/** An attribute that differs; for a block of another type the name is "type". Values are as they are stored. */
export type ComparedAttribute = { name: string; before: string; after: string; change: number }

export type ComparedLine = {
  /** The node's name: paragraph, heading, figure, … of the newer copy where the line is in both. */
  block: string
  /** Names of the blocks around it, the outermost first. */
  within: string[]
  state: 'same' | 'changed' | 'removed' | 'added'
  /** The line as it was, as it is, and both in one. */
  before: ComparedRun[]
  after: ComparedRun[]
  together: ComparedRun[]
  attributes: ComparedAttribute[]
  /** Ids of every change that touches this line. */
  changes: number[]
}

/** The lines of both copies in reading order. `changes` is all of `diffCopies(before, after)`. */
export function comparedLines(before: Copy, after: Copy, changes: readonly CopyChange[]): ComparedLine[] {
  const [a, b] = [Node.fromJSON(copySchema, before), Node.fromJSON(copySchema, after)]
  const [linesA, linesB] = [linesOf(a), linesOf(b)]
  const blocks = changes.filter((change) => change.kind === 'block')
  let unsaid = attributesOf(a, b, changes)
  // What changed about the blocks around a line is said once, at the first line inside.
  const sayAt = (line: Line) => {
    const isHere = ({ from, to }: PlacedAttribute) => from <= line.from && line.from < to
    const here = unsaid.filter(isHere)
    unsaid = unsaid.filter((attribute) => !isHere(attribute))
    return here
  }
  const out: ComparedLine[] = []
  let j = 0
  const takeAdded = () => {
    for (let line = linesB[j]; line; line = linesB[j]) {
      const change = blocks.find((one) => covers(one.fromAfter, one.toAfter, line))
      if (!change) return
      out.push(wholeLine(line, 'added', change.id))
      j++
    }
  }
  for (const line of linesA) {
    const gone = blocks.find((change) => covers(change.fromBefore, change.toBefore, line))
    if (gone) {
      out.push(wholeLine(line, 'removed', gone.id, sayAt(line)))
      continue
    }
    takeAdded()
    const partner = linesB[j]
    if (!partner) continue
    out.push(pairedLine(line, partner, changes, sayAt(line)))
    j++
  }
  takeAdded()
  return out
}

type Line = { node: Node; from: number; to: number; within: string[] }

/** Every block that holds words or stands for itself, in order. */
function linesOf(doc: Node): Line[] {
  const lines: Line[] = []
  const visit = (parent: Node, start: number, within: string[]) =>
    parent.forEach((node, offset) => {
      const from = start + offset
      if (node.isTextblock || node.isLeaf) lines.push({ node, from, to: from + node.nodeSize, within })
      else visit(node, from + 1, node.type.name === 'listItem' ? within : [...within, node.type.name])
    })
  visit(doc, 0, [])
  return lines
}

function covers(from: number, to: number, line: Line): boolean {
  return from <= line.from && line.to <= to
}

function wholeLine(
  line: Line,
  state: 'removed' | 'added',
  change: number,
  said: readonly PlacedAttribute[] = [],
): ComparedLine {
  const runs = runsBetween(line, line.from, line.to, state, change)
  return {
    block: line.node.type.name,
    within: line.within,
    state,
    before: state === 'removed' ? runs : [],
    after: state === 'added' ? runs : [],
    together: runs,
    attributes: said.map(unplaced),
    changes: [...new Set([change, ...said.map((attribute) => attribute.change)])],
  }
}

type PlacedAttribute = ComparedAttribute & { from: number; to: number }

function pairedLine(a: Line, b: Line, changes: readonly CopyChange[], said: readonly PlacedAttribute[]): ComparedLine {
  const inside = changes.filter(
    ({ kind, fromBefore, toBefore }) => kind === 'inline' && a.from < fromBefore && toBefore < a.to,
  )
  const touched = [...inside.map(({ id }) => id), ...said.map(({ change }) => change)]
  return {
    block: b.node.type.name,
    within: b.within,
    state: touched.length ? 'changed' : 'same',
    ...runsOf(a, b, inside),
    attributes: said.map(unplaced),
    changes: [...new Set(touched)],
  }
}

function unplaced({ from: _from, to: _to, ...attribute }: PlacedAttribute): ComparedAttribute {
  return attribute
}

type Runs = Pick<ComparedLine, 'before' | 'after' | 'together'>

function runsOf(a: Line, b: Line, inside: readonly CopyChange[]): Runs {
  const runs: Runs = { before: [], after: [], together: [] }
  let fromA = a.from
  let fromB = b.from
  const stay = (toA: number, toB: number) => {
    runs.before.push(...runsBetween(a, fromA, toA, 'same', null))
    const stayed = runsBetween(b, fromB, toB, 'same', null)
    runs.after.push(...stayed)
    runs.together.push(...stayed)
  }
  for (const { id, fromBefore, toBefore, fromAfter, toAfter } of inside) {
    stay(fromBefore, fromAfter)
    const gone = runsBetween(a, fromBefore, toBefore, 'removed', id)
    const come = runsBetween(b, fromAfter, toAfter, 'added', id)
    runs.before.push(...gone)
    runs.after.push(...come)
    runs.together.push(...gone, ...come)
    fromA = toBefore
    fromB = toAfter
  }
  stay(a.to, b.to)
  return runs
}

/** The words of a line between two positions of its document. */
function runsBetween(
  { node, from: start }: Line,
  from: number,
  to: number,
  state: ComparedRun['state'],
  change: number | null,
): ComparedRun[] {
  if (node.isLeaf) return [{ text: leafWords(node), state, forms: [], change }]
  const runs: ComparedRun[] = []
  node.forEach((child, offset) => {
    const begin = start + 1 + offset
    if (begin + child.nodeSize <= from || to <= begin) return
    const words = child.isText ? (child.text ?? '') : child.type.name === 'hardBreak' ? '\n' : leafWords(child)
    const text = child.isText ? words.slice(Math.max(0, from - begin), to - begin) : words
    if (text) runs.push({ text, state, forms: child.marks.map((mark) => mark.type.name), change })
  })
  return runs
}

/** What stands for a block that has no words of its own. */
function leafWords(node: Node): string {
  const { attrs } = node
  const said = (name: string) => String(attrs[name] ?? '')
  switch (node.type.name) {
    case 'dateline':
      return printedDateline({ place: said('place'), agency: said('agency') })
    case 'related':
      return [said('label'), said('url') || said('ref')].filter(Boolean).join(' · ')
    case 'embed':
      return [said('provider'), said('providerId')].filter(Boolean).join(' · ')
    default:
      return '⁂'
  }
}

function attributesOf(a: Node, b: Node, changes: readonly CopyChange[]): PlacedAttribute[] {
  return changes.flatMap((change): PlacedAttribute[] => {
    if (change.kind !== 'attrs') return []
    const [before, after] = [a.nodeAt(change.fromBefore), b.nodeAt(change.fromAfter)]
    if (!before || !after) return []
    const placed = { change: change.id, from: change.fromBefore, to: change.toBefore }
    if (before.type !== after.type) return [{ name: 'type', before: typeOf(before), after: typeOf(after), ...placed }]
    return Object.keys(after.attrs)
      .filter((name) => before.attrs[name] !== after.attrs[name])
      .map((name) => ({ name, before: String(before.attrs[name]), after: String(after.attrs[name]), ...placed }))
  })
}

function typeOf(node: Node): string {
  return node.type.name === 'heading' ? `heading${String(node.attrs.level)}` : node.type.name
}
