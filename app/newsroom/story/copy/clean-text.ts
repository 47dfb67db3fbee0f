// The character door: takes out of typed or pasted text what no page, feed or database should hold.

// Control characters, lone surrogates, the marks that embed, override or isolate writing direction, the byte order mark,
// and the two code points XML 1.0 forbids. Left-to-right and right-to-left marks stay: Hebrew and Arabic need them.
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu

// True for text that needs a closer look; plain English leaves by this door.
const UNUSUAL = /[^\t\n\x20-\x7E]/

// Space that a line does not keep: at its ends, twice in a row, or other than a blank.
const UNEVEN = /^\s|\s$|\s\s|[^\S ]/

/**
 * Text as it may be stored: NFC, line ends as `\n`, without control characters (tab and line end stay), lone
 * surrogates, direction overrides or anything illegal in XML 1.0. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  if (!UNUSUAL.test(text)) return text
  const kept = text.replace(/\r\n?/g, '\n').replace(UNWANTED, '').normalize('NFC')
  return kept
}

/** The same cleaning for what is written on one line (a headline, a credit, an address): every run of space becomes one. */
export function cleanLine(text: string): string {
  const clean = cleanText(text)
  return UNEVEN.test(clean) ? clean.replace(/\s+/g, ' ').trim() : clean
}
