// The copy as passages of plain text that remember where they stand, so that a check's finding can be shown and mended.
import type { Copy, CopyNode } from '#app/newsroom/story/copy/check-copy.ts'
import type { CopyPlace } from '#app/newsroom/story/readiness.ts'

export type PassageKind = 'paragraph' | 'heading' | 'caption' | 'pullQuote'

/** One line of text. Its letters stand at `start` and after it inside the block; a line break counts as one letter. */
export type Passage = {
  kind: PassageKind
  block: number
  start: number
  text: string
  /** The links in it, by the letters that carry them. */
  links: { from: number; to: number; href: string }[]
  /** The blockquote it is a part of: where that stands, and whether it names its source. */
  quotation: { from: number; to: number; hasSource: boolean } | null
}

const TEXT_BLOCKS: Readonly<Record<string, PassageKind>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  figure: 'caption',
  pullQuote: 'pullQuote',
}
const LEAVES = new Set(['hardBreak', 'horizontalRule', 'dateline', 'related', 'embed'])

/** Every passage in reading order. Words of the desk (editor's notes, corrections) are not the writer's: blanks stand for them. */
export function passagesIn(copy: Copy): Passage[] {
  const passages: Passage[] = []
  for (const [block, node] of copy.content.entries()) gather(node, block, 0, null, passages)
  return passages
}

/** The place of some letters of a passage. */
export function placeIn({ block, start }: Passage, from: number, to: number): CopyPlace {
  return { block, from: start + from, to: start + to }
}

/** The letters as they are shown beside a sentence: one line, not too long. */
export function shown(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length <= 60 ? line : `${letters.slice(0, 57).join('').trimEnd()}…`
}

/** How many positions a node takes, as the editor counts them. */
export function sizeOf(node: CopyNode): number {
  if (node.type === 'text') return node.text?.length ?? 0
  if (LEAVES.has(node.type)) return 1
  return (node.content ?? []).reduce((size, child) => size + sizeOf(child), 2)
}

/** `at` is where the node opens inside its block. Gives where it ends. */
function gather(node: CopyNode, block: number, at: number, quotation: Passage['quotation'], into: Passage[]): number {
  const kind = TEXT_BLOCKS[node.type]
  if (kind !== undefined) {
    into.push({ kind, block, start: at + 1, quotation, ...lineOf(node) })
    return at + sizeOf(node)
  }
  if (node.type === 'text' || LEAVES.has(node.type) || node.type === 'correction') return at + sizeOf(node)
  const end = at + sizeOf(node)
  const hasSource = String(node.attrs?.source ?? '').trim() !== '' || String(node.attrs?.cite ?? '') !== ''
  const inside = node.type === 'blockquote' ? { from: at + 1, to: end - 1, hasSource } : quotation
  let next = at + 1
  for (const child of node.content ?? []) next = gather(child, block, next, inside, into)
  return end
}

function lineOf(node: CopyNode): Pick<Passage, 'text' | 'links'> {
  const parts: string[] = []
  const links: Passage['links'] = []
  let length = 0
  for (const child of node.content ?? []) {
    const words = child.type === 'text' ? (child.text ?? '') : '\n'
    const isTheDesks = child.marks?.some((mark) => mark.type === 'editorNote') ?? false
    const href = child.marks?.find((mark) => mark.type === 'link')?.attrs?.href
    const last = links.at(-1)
    if (typeof href === 'string') {
      if (last && last.href === href && last.to === length) last.to += words.length
      else links.push({ from: length, to: length + words.length, href })
    }
    parts.push(isTheDesks ? ' '.repeat(words.length) : words)
    length += words.length
  }
  return { text: parts.join(''), links }
}
