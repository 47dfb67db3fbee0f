// Brackets and quotation marks that open and do not close, or the other way round, in the marks of several languages.
import type { Finding, Prose } from './house-checks.ts'
import { type Passage, placeIn, shown } from './prose.ts'

/** Round, square and curly brackets. “a)” and “1)” at the head of an item close nothing. */
export function openBrackets({ passages }: Prose): Finding[] {
  return passages.flatMap((passage) => {
    const at = unmatchedBracket(passage.text)
    return at === null ? [] : [finding('bracket-open', passage, at)]
  })
}

/** “ ”, „ “, „ ”, « », » « and straight marks. A quotation of several paragraphs may close in the last of them only. */
export function openQuoteMarks({ passages }: Prose): Finding[] {
  return passages.flatMap((passage, i) => {
    const at = unmatchedQuoteMark(passage.text)
    if (at === null || goesOn(passage, at, passages[i + 1])) return []
    return [finding('quote-mark-open', passage, at)]
  })
}

const CLOSES: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }
const HEAD_OF_ITEM = /^(\p{L}|\p{N}{1,2}|[ivx]{1,4})$/u

function unmatchedBracket(text: string): number | null {
  const open: { mark: string; at: number }[] = []
  for (const { 0: mark, index } of text.matchAll(/[()[\]{}]/g)) {
    const wanted = CLOSES[mark]
    if (wanted === undefined) open.push({ mark, at: index })
    else if (open.at(-1)?.mark === wanted) open.pop()
    else if (!(mark === ')' && open.length === 0 && headsAnItem(text, index)) && !isFace(text, index)) return index
  }
  return open[0]?.at ?? null
}

function headsAnItem(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at)
  return HEAD_OF_ITEM.test(before.slice(Math.max(before.lastIndexOf(' '), before.lastIndexOf('\n')) + 1))
}

// :) and ;-)
function isFace(text: string, at: number): boolean {
  return /[:;=]-?$/.test(text.slice(Math.max(0, at - 2), at))
}

// The mark “ opens in English and closes in Bulgarian or German: what stands open decides.
function unmatchedQuoteMark(text: string): number | null {
  const open: { mark: string; at: number }[] = []
  for (const { 0: mark, index } of text.matchAll(/[“”„«»"]/g)) {
    const last = open.at(-1)?.mark
    if (last !== undefined && closes(mark, last)) open.pop()
    else if (mark === '"' && /[\d.,]/.test(text[index - 1] ?? '') && last !== '"')
      continue // inches and seconds
    else if (mark === '”') return index
    else open.push({ mark, at: index })
  }
  return open[0]?.at ?? null
}

function closes(mark: string, open: string): boolean {
  switch (mark) {
    case '”':
      return open === '“' || open === '„'
    case '“':
      return open === '„'
    case '»':
      return open === '«'
    case '«':
      return open === '»'
    default:
      return mark === open
  }
}

/** The next paragraph opens with a mark again: the speaker goes on. */
function goesOn(passage: Passage, at: number, next: Passage | undefined): boolean {
  const mark = passage.text[at] ?? ''
  return '“„«»"'.includes(mark) && next?.text.trimStart()[0] === mark
}

function finding(code: 'bracket-open' | 'quote-mark-open', passage: Passage, at: number): Finding {
  return { code, at: placeIn(passage, at, at + 1), words: shown(passage.text.slice(Math.max(0, at - 15), at + 25)) }
}
