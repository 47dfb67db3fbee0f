// Places in a copy by what stands there: a selection that was sent, a paragraph that was chosen from a list.
import { Node } from '@tiptap/pm/model'
import type { Copy } from './check-copy.ts'
import { type Anchor, carryAnchorBetween } from './compare-copy.ts'
import { copySchema } from './story-extensions.ts'

/** More words than this name a place no better. */
export const LONGEST_QUOTE = 300

/** The blocks that hold words, in reading order, each with the place of all its words (at most so many). */
export function paragraphsOf(copy: Copy): Anchor[] {
  const doc = Node.fromJSON(copySchema, copy)
  const found: Anchor[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return
    const place = cut(doc, position + 1, position + 1 + node.content.size)
    if (place) found.push(place)
  })
  return found
}

/** The place that somebody selected: where its words stand, or the nearest that has them; null where no words are. */
export function placeOf(copy: Copy, { from, to, quote }: Anchor): Anchor | null {
  const doc = Node.fromJSON(copySchema, copy)
  const there = from < to && to <= doc.content.size ? cut(doc, from, to) : null
  if (there && quote.startsWith(there.quote)) return there
  const found = carryAnchorBetween({ from, to, quote: quote.slice(0, LONGEST_QUOTE) }, doc, doc, [])
  return found.state === 'exact' || found.state === 'moved'
    ? { from: found.from, to: found.to, quote: found.quote }
    : null
}

function cut(doc: Node, from: number, to: number): Anchor | null {
  const end = Math.min(to, from + LONGEST_QUOTE)
  const quote = doc.textBetween(from, end, ' ')
  return quote.trim() === '' ? null : { from, to: end, quote }
}
