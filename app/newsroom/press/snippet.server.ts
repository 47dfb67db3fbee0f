// Shows the words that were asked for in a text: where they are, and the piece of it where most of them stand.
import { foldedInPlace, foldedWords } from '#db/folding.ts'
import type { Run } from './archive-search.ts'

/** What is marked: single words, and words beside each other, all folded. */
export type Sought = { words: readonly string[]; phrases: readonly (readonly string[])[] }

const SNIPPET = 220
const BEFORE = 60
/** So far into a text its piece is looked for. */
const READ = 40_000
/** A longer word may be what the search cut another one to. */
const PLAIN = /^[\p{L}\p{N}]{1,31}$/u

/** The whole of a short text, its hits marked. */
export function markedText(text: string, sought: Sought): Run[] {
  return runsOf(text, hitsIn(text, sought), 0, text.length)
}

/** About 220 characters around the most different words that were asked for; the text's beginning where none stands. */
export function snippetOf(text: string, sought: Sought): Run[] {
  const flat = text.slice(0, READ).replace(/\s+/g, ' ').trim()
  const hits = hitsIn(flat, sought)
  const best = bestPlace(hits)
  const from = wordEdge(flat, best === undefined ? 0 : Math.max(0, best - BEFORE), 1)
  const to = wordEdge(flat, Math.min(flat.length, from + SNIPPET), -1)
  const runs = runsOf(flat, hits, from, to)
  if (from > 0) runs.unshift({ text: '… ', hit: false })
  if (to < flat.length || text.length > READ) runs.push({ text: ' …', hit: false })
  return runs
}

type Hit = { from: number; to: number; word: string }

function hitsIn(text: string, sought: Sought): Hit[] {
  if (sought.words.length + sought.phrases.length === 0) return []
  const plain = [...sought.words, ...sought.phrases.flat()].every((word) => PLAIN.test(word))
  const flat = plain ? foldedInPlace(text) : null
  return merged(flat === null ? hitsAmongWords(text, sought) : hitsInFolded(flat, sought))
}

const BETWEEN_WORDS = '[^\\p{L}\\p{N}]+'

// Nearly every text is folded in its place: then its words need not be taken apart to find a few of them.
function hitsInFolded(flat: string, { words, phrases }: Sought): Hit[] {
  const hits: Hit[] = []
  for (const one of [...words.map((word) => [word]), ...phrases]) {
    const seeker = new RegExp(one.join(BETWEEN_WORDS), 'gu')
    for (let found = seeker.exec(flat); found; found = seeker.exec(flat)) {
      const hit = { from: found.index, to: found.index + found[0].length, word: one.join(' ') }
      if (isEdge(flat, hit.from - 1) && isEdge(flat, hit.to)) hits.push(hit)
      seeker.lastIndex = found.index + 1 // the same word may end one phrase and begin the next
    }
  }
  return hits.sort((a, b) => a.from - b.from)
}

const LETTER = /[\p{L}\p{N}]/u

// No word goes on at this place.
function isEdge(flat: string, at: number): boolean {
  const letter = flat.codePointAt(at > 0 && isSecondHalf(flat, at) ? at - 1 : at)
  return at < 0 || letter === undefined || !LETTER.test(String.fromCodePoint(letter))
}

function hitsAmongWords(text: string, { words, phrases }: Sought): Hit[] {
  const single = new Set(words)
  const any = new Set([...words, ...phrases.flat()])
  const placed = placedWords(text)
  const hits: Hit[] = []
  for (const [at, one] of placed.entries()) {
    if (!any.has(one.word)) continue
    if (single.has(one.word)) hits.push(one)
    for (const phrase of phrases) {
      const last = placed[at + phrase.length - 1]
      if (last && phrase.every((word, further) => placed[at + further]?.word === word))
        hits.push({ from: one.from, to: last.to, word: phrase.join(' ') })
    }
  }
  return hits
}

// One stretch of letters may fold to several words, and marks within it are part of it.
function placedWords(text: string): Hit[] {
  const placed: Hit[] = []
  for (const { 0: said, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu))
    for (const word of foldedWords(said)) placed.push({ from: index, to: index + said.length, word })
  return placed
}

function merged(hits: Hit[]): Hit[] {
  const all: Hit[] = []
  for (const hit of hits) {
    const last = all.at(-1)
    if (last && hit.from < last.to) {
      last.to = Math.max(last.to, hit.to)
      last.word = hit.word
    } else all.push({ ...hit })
  }
  return all
}

// The first hit of the stretch that has the most different ones.
function bestPlace(hits: readonly Hit[]): number | undefined {
  let best: { from: number; different: number } | undefined
  for (const [at, { from }] of hits.entries()) {
    const within = new Set<string>()
    for (let next = at; next < hits.length && (hits[next]?.to ?? 0) - from < SNIPPET - BEFORE; next++)
      within.add(hits[next]?.word ?? '')
    if (!best || within.size > best.different) best = { from, different: within.size }
  }
  return best?.from
}

// The nearest end of a word in the direction of `step`, so that no word is cut.
function wordEdge(text: string, at: number, step: 1 | -1): number {
  if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length))
  if (step === 1) {
    const space = text.indexOf(' ', at)
    return space < 0 || space - at > BEFORE ? safe(text, at) : space + 1
  }
  const space = text.lastIndexOf(' ', at)
  return space < 0 || at - space > BEFORE ? safe(text, at) : space
}

// Never between the two halves of one character.
function safe(text: string, at: number): number {
  return isSecondHalf(text, at) ? at + 1 : at
}

function isSecondHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

function runsOf(text: string, hits: readonly Hit[], from: number, to: number): Run[] {
  const runs: Run[] = []
  let at = from
  for (const hit of hits) {
    if (hit.to <= from || hit.from >= to) continue
    const [start, end] = [Math.max(hit.from, from), Math.min(hit.to, to)]
    if (start > at) runs.push({ text: text.slice(at, start), hit: false })
    runs.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < to) runs.push({ text: text.slice(at, to), hit: false })
  return runs
}
