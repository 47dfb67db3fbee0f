// The words of a live entry: typed text to copy, of which it takes a small part, and back.
import { type Copy, type CopyNode, checkCopy, emptyCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { cleanLine, cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { copyFromText, copyText, textForArea } from '#app/newsroom/story/copy/copy-facts.ts'
import { type LiveFault, liveLimits } from '#app/newsroom/topics/live.ts'

export type EntryWords = { title: string; copy: Copy }

/** Paragraphs, lists and quotations with bold, italic and links: an entry is a note, not a page. */
const taken: ReadonlySet<string> = new Set(
  'doc dateline paragraph hardBreak text bulletList orderedList listItem blockquote'.split(' '),
)

/** Typed words as an entry keeps them, with what is wrong with them; `copy` is only to be kept when nothing is. */
export function entryWords(typed: { title: string; text: string }): EntryWords & { faults: LiveFault[] } {
  const title = cleanLine(typed.title)
  const text = cleanText(typed.text).trim()
  const faults: LiveFault[] = []
  if (title.length > liveLimits.title) faults.push({ field: 'title', code: 'live-title-long' })
  if (text.length > liveLimits.text) faults.push({ field: 'text', code: 'live-long' })
  const checked = checkCopy(copyFromText(text.slice(0, liveLimits.text)))
  if (!checked.ok || !everyNodeIn(checked.copy)) {
    faults.push({ field: 'text', code: 'live-not-allowed' })
    return { title, copy: emptyCopy, faults }
  }
  if (!copyText(checked.copy).trim()) faults.push({ field: 'text', code: 'live-empty' })
  return { title, copy: checked.copy, faults }
}

/** What the database holds of an entry's words; damaged rows give what can be read. */
export function storedCopy(stored: unknown): Copy {
  const checked = checkCopy(stored)
  return checked.ok ? checked.copy : emptyCopy
}

/** An entry's words for a text area. */
export function typedWords(stored: unknown): string {
  return textForArea(storedCopy(stored))
}

function everyNodeIn(node: CopyNode): boolean {
  return taken.has(node.type) && (node.content ?? []).every(everyNodeIn)
}
