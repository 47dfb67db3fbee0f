// Copy in a plain text area and back, for the form that works without script.
import type { Copy, CopyMark, CopyNode } from './check-copy.ts'
import { cleanText } from './clean-text.ts'
import { datelineNode, printedDateline, takeDateline } from './dateline-words.ts'
import { inlineText } from './inline-text.ts'
import { readMarks, writtenMarks } from './written-marks.ts'

/**
 * The copy as a person can edit it in a text area: blocks between blank lines, `## ` before a subheading, `- ` before a
 * list item, `> ` before a quotation, `*bold*`, `_italic_`, and `[words](address)` for a link. What a text area cannot show stands as a line such as
 * `[picture 1: caption]`, which `copyFromText` turns back into the block it stands for.
 */
export function copyToText(copy: Copy): string {
  const { dateline, chunks } = chunksOf(copy)
  const text = chunks.map(({ text }) => text).filter((chunk) => chunk !== '')
  if (dateline === null) return text.join('\n\n')
  const first = copy.content[1]
  if (first?.type !== 'paragraph' || text.length === 0) return [dateline.printed, ...text].filter(Boolean).join('\n\n')
  const runIn = chunks[0]?.text ?? ''
  const opening = `${dateline.printed} ${runIn}`.trim()
  return [opening, ...(runIn === '' ? text : text.slice(1))].filter(Boolean).join('\n\n')
}

/** The same for a text area, without the lines that only stand for empty paragraphs at the end. */
export function textForArea(copy: Copy): string {
  return copyToText(copy).replace(/(?:(?:^|\n\n)\\)+$/, '')
}

/**
 * Copy out of a text area. With the `existing` copy given, blocks whose text was not touched are kept as they were, with
 * their links and emphasis, and blocks that a text area cannot show are never lost: those whose line is gone are put at the
 * end. The answer may exceed the limits of copy, so it goes through `checkCopy` like everything else.
 */
export function copyFromText(text: string, existing?: Copy): Copy {
  const before = existing === undefined ? { dateline: null, chunks: [] } : chunksOf(existing)
  const keep = new Keep(before.chunks)
  let rest = normal(text)
  let dateline: CopyNode | null = null
  const printed = before.dateline?.printed ?? ''
  if (before.dateline !== null && rest.startsWith(printed)) {
    dateline = before.dateline.node
    rest = rest.slice(printed.length).replace(/^ /, '')
  } else if (!keep.has(rest.split(/\n{2,}/)[0] ?? '')) {
    const taken = takeDateline(rest)
    if (taken !== null) {
      dateline = datelineNode(taken.dateline)
      rest = taken.rest
    }
  }
  const content: CopyNode[] = []
  for (const chunk of rest.split(/\n{2,}/)) {
    if (chunk.trim() === '') continue
    const kept = keep.take(chunk)
    if (kept !== undefined) content.push(...kept)
    else content.push(...parsedBlocks(chunk.split('\n'), keep.notes))
  }
  content.push(...keep.unshown())
  if (content.length === 0) content.push({ type: 'paragraph' })
  return { type: 'doc', content: dateline === null ? content : [dateline, ...content] } as Copy
}

/** Blocks that stand in a text area as one line, and the word that names them there. */
const STAND_INS: Record<string, string> = {
  figure: 'picture',
  embed: 'embed',
  related: 'related',
  factBox: 'box',
  pullQuote: 'pull quote',
  correction: 'correction',
}

type Chunk = { text: string; node: CopyNode; standIn: boolean }

function chunksOf(copy: Copy): { dateline: { node: CopyNode; printed: string } | null; chunks: Chunk[] } {
  const chunks: Chunk[] = []
  let dateline: { node: CopyNode; printed: string } | null = null
  const count = new Map<string, number>()
  for (const node of copy.content) {
    if (node.type === 'dateline') {
      const place = String(node.attrs?.place ?? '')
      dateline = { node, printed: printedDateline({ place, agency: String(node.attrs?.agency ?? '') }) }
      continue
    }
    const name = STAND_INS[node.type]
    if (name === undefined) {
      chunks.push({ text: normal(blockLines(node).map(solid).join('\n')), node, standIn: false })
      continue
    }
    const number = (count.get(name) ?? 0) + 1
    count.set(name, number)
    const hint = hintOf(node)
    chunks.push({ text: normal(`[${name} ${number}${hint === '' ? '' : `: ${hint}`}]`), node, standIn: true })
  }
  return { dateline, chunks }
}

/** Blank lines separate blocks, so an empty line inside one is written as a lone backslash. */
function solid(line: string): string {
  return line.trim() === '' ? '\\' : line
}

function hintOf(node: CopyNode): string {
  const words = node.attrs?.title || inlineText(node) || node.attrs?.alt || node.attrs?.label || node.attrs?.providerId
  const line = String(words || '')
    .replace(/[\s[\]]+/g, ' ')
    .trim()
  return line.length > 60
    ? `${line
        .slice(0, 60)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim()}…`
    : line
}

function blockLines(node: CopyNode): string[] {
  switch (node.type) {
    case 'paragraph':
      return writtenLines(node).map((line) => (MARKER.test(line) ? `\\${line}` : line))
    case 'heading':
      return [`${node.attrs?.level === 3 ? '###' : '##'} ${writtenLines(node).join(' ')}`]
    case 'blockquote':
      return (node.content ?? []).flatMap((paragraph, index) => [
        ...(index === 0 ? [] : ['>']),
        ...writtenLines(paragraph).map((line) => `> ${line}`),
      ])
    case 'bulletList':
    case 'orderedList':
      return listLines(node)
    case 'horizontalRule':
      return ['***']
    default:
      return [inlineText(node)]
  }
}

function listLines(list: CopyNode): string[] {
  const start = typeof list.attrs?.start === 'number' ? list.attrs.start : 1
  return (list.content ?? []).flatMap((item, index) => {
    const marker = list.type === 'orderedList' ? `${start + index}. ` : '- '
    const lines = (item.content ?? []).flatMap((child) =>
      child.type === 'paragraph' ? writtenLines(child) : listLines(child),
    )
    return lines.map((line, at) => (at === 0 ? marker + line : `  ${line}`))
  })
}

/** A line that would be read as something else than a paragraph. */
const MARKER =
  /^\s*(#{1,3}(\s|$)|>|[-*•](\s|$)|\d{1,9}[.)](\s|$)|(\*\*\*|---|\* \* \*)\s*$|\\|\[(picture|embed|related|box|pull quote|correction) \d+)/

/** The lines of a paragraph with its links and emphasis written out. */
function writtenLines(node: CopyNode): string[] {
  return inlineText({ type: node.type, content: writtenMarks(node.content ?? []) }).split('\n')
}

/** The blocks of the existing copy, each given back at most once. */
class Keep {
  readonly #byText = new Map<string, Chunk[]>()
  readonly #used = new Set<CopyNode>()
  readonly #chunks: Chunk[]
  readonly notes: Map<string, CopyMark>

  constructor(chunks: Chunk[]) {
    this.#chunks = chunks
    for (const chunk of chunks) this.#byText.set(chunk.text, [...(this.#byText.get(chunk.text) ?? []), chunk])
    this.notes = new Map(chunks.flatMap(({ node }) => notesIn(node)))
  }

  has(text: string): boolean {
    return this.#byText.has(text)
  }

  take(text: string): CopyNode[] | undefined {
    const chunk = this.#byText.get(text)?.find(({ node }) => !this.#used.has(node)) ?? this.#standIn(text)
    if (chunk === undefined) return undefined
    if (this.#used.has(chunk.node)) return []
    this.#used.add(chunk.node)
    return [chunk.node]
  }

  unshown(): CopyNode[] {
    return this.#chunks.filter(({ node, standIn }) => standIn && !this.#used.has(node)).map(({ node }) => node)
  }

  /** The block of a stand-in line whose hint was edited, or that was written a second time. */
  #standIn(text: string): Chunk | undefined {
    const head = /^\[([a-z ]+ \d+)[^\n]*\]$/.exec(text)?.[1]
    return head === undefined
      ? undefined
      : this.#chunks.find(
          (chunk) => chunk.standIn && (chunk.text === `[${head}]` || chunk.text.startsWith(`[${head}:`)),
        )
  }
}

function notesIn(node: CopyNode): [string, CopyMark][] {
  return (node.content ?? []).flatMap((child): [string, CopyMark][] => {
    const mark = child.marks?.find(({ type }) => type === 'editorNote')
    if (mark === undefined || child.text === undefined) return notesIn(child)
    return [[inlineText({ type: 'paragraph', content: [{ type: 'text', text: child.text, marks: [mark] }] }), mark]]
  })
}

function normal(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
}

// ---- reading ---------------------------------------------------------------------------------------------------------

type LineKind = 'heading' | 'quote' | 'item' | 'rule' | 'words'

const ITEM = /^(\s*)(?:([-*•])|(\d{1,9})[.)])(?:\s+(.*))?$/

function kindOf(line: string, last: LineKind | null): LineKind {
  if (/^#{1,3}(\s|$)/.test(line)) return 'heading'
  if (line.startsWith('>')) return 'quote'
  if (/^(\*\*\*|---|\* \* \*)$/.test(line.trim())) return 'rule'
  if (ITEM.test(line)) return 'item'
  return last === 'item' && /^\s/.test(line) ? 'item' : 'words'
}

function parsedBlocks(lines: string[], notes: Map<string, CopyMark>): CopyNode[] {
  const runs: { kind: LineKind; lines: string[] }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    const kind = kindOf(line, last?.kind ?? null)
    if (last !== undefined && last.kind === kind && kind !== 'heading' && kind !== 'rule') last.lines.push(line)
    else runs.push({ kind, lines: [line] })
  }
  return runs.flatMap((run) => blocksOf(run.kind, run.lines, notes))
}

function blocksOf(kind: LineKind, lines: string[], notes: Map<string, CopyMark>): CopyNode[] {
  switch (kind) {
    case 'heading': {
      const [, hashes = '', words = ''] = /^(#+)\s*(.*)$/.exec(lines[0] ?? '') ?? []
      return [
        withContent({ type: 'heading', attrs: { level: hashes.length === 3 ? 3 : 2 } }, inlineNodes([words], notes)),
      ]
    }
    case 'quote':
      return [quoteOf(lines, notes)]
    case 'rule':
      return [{ type: 'horizontalRule' }]
    case 'item':
      return listsOf(itemsOf(lines), 0, notes)
    case 'words':
      return [paragraph(lines.map(unescaped), notes)]
  }
}

function unescaped(line: string): string {
  return line.startsWith('\\') ? line.slice(1) : line
}

function quoteOf(lines: string[], notes: Map<string, CopyMark>): CopyNode {
  const paragraphs: string[][] = [[]]
  for (const line of lines) {
    const words = line.replace(/^>\s?/, '')
    if (words.trim() === '') paragraphs.push([])
    else paragraphs.at(-1)?.push(words)
  }
  const content = paragraphs.filter((words) => words.length > 0).map((words) => paragraph(words, notes))
  return {
    type: 'blockquote',
    attrs: { source: '', cite: '' },
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  }
}

type Item = { level: number; ordered: boolean; start: number; lines: string[] }

/** Two spaces make a level; no list nests deeper than the fourth, which keeps the document within its depth. */
function itemsOf(lines: string[]): Item[] {
  const items: Item[] = []
  for (const line of lines) {
    const found = ITEM.exec(line)
    const last = items.at(-1)
    if (found === null) {
      if (last !== undefined) last.lines.push(unescaped(line.trim()))
      continue
    }
    const [, indent = '', , number, words = ''] = found
    const level = Math.min(Math.floor(indent.length / 2), last === undefined ? 0 : last.level + 1, 3)
    items.push({
      level,
      ordered: number !== undefined,
      start: number === undefined ? 1 : Number(number),
      lines: [words],
    })
  }
  return items
}

function listsOf(items: Item[], level: number, notes: Map<string, CopyMark>): CopyNode[] {
  const lists: CopyNode[] = []
  let at = 0
  while (at < items.length) {
    const item = items[at]
    if (item === undefined) break
    let end = at + 1
    while (end < items.length && (items[end]?.level ?? 0) > level) end++
    const own = item.lines.map((line) => paragraph([line], notes))
    const node: CopyNode = {
      type: 'listItem',
      content: [...own, ...listsOf(items.slice(at + 1, end), level + 1, notes)],
    }
    const last = lists.at(-1)
    const type = item.ordered ? 'orderedList' : 'bulletList'
    if (last?.type === type) last.content?.push(node)
    else lists.push({ type, ...(item.ordered ? { attrs: { start: item.start } } : {}), content: [node] })
    at = end
  }
  return lists
}

function paragraph(lines: string[], notes: Map<string, CopyMark>): CopyNode {
  return withContent({ type: 'paragraph' }, inlineNodes(lines, notes))
}

function withContent(node: CopyNode, content: CopyNode[]): CopyNode {
  return content.length === 0 ? node : { ...node, content }
}

function inlineNodes(lines: string[], notes: Map<string, CopyMark>): CopyNode[] {
  return lines.flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'hardBreak' }]), ...readMarks(line, notes)])
}
