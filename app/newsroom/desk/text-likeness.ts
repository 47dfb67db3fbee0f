// How alike two texts are: runs of five words, compared as sets, and prints of them that find near copies among many.

/** Words in a run. Long enough that two reports of one event in their writers' own words share few. */
const RUN = 5
/** A print's bands and the numbers in each; docs/decisions/023-what-is-alike.md tells how they were chosen. */
export const TEXT_BANDS = 32
const ROWS = 3
const SIGNATURE = TEXT_BANDS * ROWS

/** Scripts that put no space between words: there a character is taken for a word. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{N}]+/gu
/** A word as it is written, with the marks that folding takes off. */
const TOKEN = /[\p{L}\p{N}\p{M}\u0640]+/gu
const TATWEEL = /\u0640/g

/**
 * The words of a text as they are compared: without case, accents, vowel marks or punctuation, so that a copy that was
 * retyped or vocalised is the same. Й and И, أ and ا, ى and ي, ة and ه are one letter here.
 */
export function foldedWords(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(TATWEEL, '')
    .toLowerCase()
    .replaceAll('\u0649', '\u064A')
    .replaceAll('\u0629', '\u0647')
  return folded.match(WORD) ?? []
}

/** The runs of five words in a text, each as a number of 32 bits. Empty for a text of fewer than five words. */
export function shinglesOf(text: string): Set<number> {
  const words = foldedWords(text)
  const shingles = new Set<number>()
  for (let at = 0; at + RUN <= words.length; at++) shingles.add(hashOf(words.slice(at, at + RUN).join(' ')))
  return shingles
}

/** A stretch of a text, and whether its words stand in a run of the other text too. */
export type Stretch = { words: string; shared: boolean }

/** A text cut where it begins and ceases to say the same as another, whose runs are given. Together they are the text. */
export function sharedStretches(text: string, other: ReadonlySet<number>): Stretch[] {
  const places: { from: number; to: number }[] = []
  const folded: string[] = []
  for (const found of text.matchAll(TOKEN))
    for (const word of foldedWords(found[0])) {
      folded.push(word)
      places.push({ from: found.index, to: found.index + found[0].length })
    }
  const shared = new Array<boolean>(folded.length).fill(false)
  for (let at = 0; at + RUN <= folded.length; at++)
    if (other.has(hashOf(folded.slice(at, at + RUN).join(' ')))) shared.fill(true, at, at + RUN)
  const stretches: Stretch[] = []
  let done = 0
  for (let at = 0; at < places.length; ) {
    let end = at
    while (end + 1 < places.length && shared[end + 1] === shared[at]) end += 1
    const to = shared[at] ? (places[end]?.to ?? text.length) : (places[end + 1]?.from ?? text.length)
    if (to > done) stretches.push({ words: text.slice(done, to), shared: shared[at] ?? false })
    done = Math.max(done, to)
    at = end + 1
  }
  if (done < text.length) stretches.push({ words: text.slice(done), shared: false })
  return stretches
}

/** The share of runs that two texts have in common (Jaccard): 0 nothing, 1 all. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  if (small.size === 0) return 0
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common += 1
  return common / (small.size + large.size - common)
}

/**
 * MinHash: of 96 shuffled orders of all possible runs, the first of this text in each. Two texts agree in as large a
 * share of the 96 as their likeness is, give or take 0.05 (one standard deviation at most). Null for a text without runs.
 */
export function signatureOf(shingles: ReadonlySet<number>): Uint32Array | null {
  if (shingles.size === 0) return null
  const signature = new Uint32Array(SIGNATURE).fill(0xffff_ffff)
  for (const shingle of shingles)
    for (let order = 0; order < SIGNATURE; order++) {
      const value = mixed(shingle ^ (ORDERS[order] ?? 0))
      if (value < (signature[order] ?? 0)) signature[order] = value
    }
  return signature
}

/** The share of orders in which two signatures agree: an estimate of the likeness. */
export function estimatedLikeness(one: Uint32Array, other: Uint32Array): number {
  let same = 0
  for (let order = 0; order < SIGNATURE; order++) if (one[order] === other[order]) same += 1
  return same / SIGNATURE
}

/**
 * A signature's bands, each three of its numbers as one short text. Texts of likeness s share one or more of the 32 with
 * chance 1 − (1 − s³)³²: 0.3 → 58 %, 0.4 → 88 %, 0.5 → 99 %, and 0.02 → 0.03 %.
 */
export function bandsOf(signature: Uint32Array): string[] {
  return Array.from({ length: TEXT_BANDS }, (_, band) => {
    let value = band
    for (let row = 0; row < ROWS; row++) value = mixed(value ^ (signature[band * ROWS + row] ?? 0))
    return value.toString(36)
  })
}

// FNV-1a over UTF-16 units, then mixed: every letter counts in every bit.
function hashOf(text: string): number {
  let hash = 0x811c_9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193)
  return mixed(hash)
}

/** A one-to-one shuffle of all numbers of 32 bits. */
function mixed(value: number): number {
  let mix = value
  mix = Math.imul(mix ^ (mix >>> 16), 0x21f0_aaad)
  mix = Math.imul(mix ^ (mix >>> 15), 0x735a_2d97)
  return (mix ^ (mix >>> 15)) >>> 0
}

// Fixed for ever: prints of years ago have to agree with today's.
const ORDERS = Uint32Array.from({ length: SIGNATURE }, (_, order) => mixed(Math.imul(order + 1, 0x9e37_79b9)))
