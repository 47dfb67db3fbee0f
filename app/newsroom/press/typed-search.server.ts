// What a reader typed into the search: words, "words beside each other", and -words that must not be there.
import { foldedWords } from '#db/folding.ts'
import { LONGEST_QUESTION, type SearchRemark } from './archive-search.ts'

/** Everything folded. `words` stand alone; the others are words beside each other, `without` also single ones. */
export type TypedSearch = { words: string[]; phrases: string[][]; without: string[][]; remarks: SearchRemark[] }

const MOST_WORDS = 16

/**
 * Takes apart whatever was typed; nothing is refused, `remarks` say what was made of it. Words that a sign joins
 * ("24/7", "Balkan-wide") stand beside each other.
 */
export function typedSearch(typed: string): TypedSearch {
  const { words, phrases, without, remarks }: TypedSearch = { words: [], phrases: [], without: [], remarks: [] }
  const text = straightQuotes(typed)
  if (text.length > LONGEST_QUESTION) remarks.push('cut')
  let left = MOST_WORDS
  for (const { minus, said, open } of piecesOf(text.slice(0, LONGEST_QUESTION))) {
    if (open && !remarks.includes('open-quote')) remarks.push('open-quote')
    const found = foldedWords(said)
    if (found.length > left && !remarks.includes('many-words')) remarks.push('many-words')
    const taken = found.slice(0, left)
    left -= taken.length
    if (taken.length === 0) continue
    if (minus) without.push(taken)
    else if (taken.length === 1) words.push(...taken)
    else phrases.push(taken)
  }
  if (text.trim() !== '' && words.length + phrases.length + without.length === 0) remarks.push('no-words')
  return { words: [...new Set(words)], phrases, without, remarks }
}

type Piece = { minus: boolean; said: string; open: boolean }

// A quotation mark that is never closed is none: the words after it are looked for one by one.
function piecesOf(text: string): Piece[] {
  const found = text.matchAll(/(?<=^|\s)([-\u2212]?)"([^"]*)"|(?<=^|[\s"])([-\u2212]?)([^\s"]+)|"/gu)
  return [...found].map(([whole, quotedMinus, quoted, minus, word = '']) =>
    quoted !== undefined
      ? { minus: quotedMinus !== '', said: quoted, open: false }
      : { minus: Boolean(minus) && word !== '', said: word, open: whole === '"' },
  )
}

function straightQuotes(text: string): string {
  return text.replace(/[“”„‟«»]/g, '"')
}
