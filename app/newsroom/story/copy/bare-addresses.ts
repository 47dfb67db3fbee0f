// Finds addresses that stand in running text without being links yet.
import { webAddress } from './web-address.ts'

const ADDRESS =
  /(?:https?:\/\/|mailto:|www\.)[^\s<>"`\\]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/giu

/** What closes a sentence or a bracket and is no part of an address before it. */
const TAIL = /[.,;:!?…'’"”»«„]+$/

/**
 * Addresses in a text, from left to right: web addresses with http, https or `www.`, and e-mail addresses. A word with
 * a full stop in it ("ed.note") is none. `from` and `to` count UTF-16 units.
 */
export function bareAddresses(text: string): { from: number; to: number; href: string }[] {
  if (!/@|:|www\./i.test(text)) return []
  const found: { from: number; to: number; href: string }[] = []
  for (const match of text.matchAll(ADDRESS)) {
    const words = withoutTail(match[0])
    const href = webAddress(withScheme(words))
    if (href !== null) found.push({ from: match.index, to: match.index + words.length, href })
  }
  return found
}

/** The address when the text is one and nothing else; null otherwise. */
export function wholeAddress(text: string): string | null {
  const words = text.trim()
  const [first] = bareAddresses(words)
  return first !== undefined && first.from === 0 && first.to === words.length ? first.href : null
}

/** An address as it may be typed, with the scheme it lacks: `example.org/a`, `www.example.org`, `me@example.org`. */
export function withScheme(typed: string): string {
  if (/^[^@\s/:]+@[^@\s/]+\.\p{L}{2,}$/u.test(typed)) return `mailto:${typed}`
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#:]|$)/u.test(typed) ? `https://${typed}` : typed
}

function withoutTail(words: string): string {
  let kept = words.replace(TAIL, '')
  // A bracket at the end belongs to the sentence unless it was opened in the address, as in Wikipedia's.
  while (/[)\]]$/.test(kept) && count(kept, /[([]/g) < count(kept, /[)\]]/g)) kept = kept.slice(0, -1).replace(TAIL, '')
  return kept
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
