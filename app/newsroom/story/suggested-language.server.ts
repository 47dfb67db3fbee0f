// Says which language a story reads like, when that is plainly another one than it is said to be.
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'

/** franc speaks ISO 639-3; only these are asked for, so that a short text is not taken for a rare language. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  eng: 'en',
  bul: 'bg',
  ron: 'ro',
  srp: 'sr',
  mkd: 'mk',
  als: 'sq',
  ell: 'el',
  tur: 'tr',
  hrv: 'hr',
  bos: 'bs',
  slv: 'sl',
  hun: 'hu',
  ukr: 'uk',
  rus: 'ru',
  deu: 'de',
  fra: 'fr',
  ita: 'it',
  spa: 'es',
  por: 'pt',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  nld: 'nl',
  dan: 'da',
  swe: 'sv',
  nob: 'nb',
  fin: 'fi',
  est: 'et',
  lav: 'lv',
  lit: 'lt',
  heb: 'he',
  arb: 'ar',
  pes: 'fa',
  hye: 'hy',
  kat: 'ka',
  azj: 'az',
  kaz: 'kk',
  hin: 'hi',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  vie: 'vi',
  ind: 'id',
}
const ASKED = Object.keys(THREE_LETTERS)
const FEWEST_LETTERS = 200
/** franc gives the best guess 1. What the story is said to be has to lie clearly below, or nothing is suggested. */
const CLEARLY_LESS = 0.92
/** One language on paper, told apart by habit rather than by letters. */
const KIN: readonly (readonly string[])[] = [
  ['hr', 'bs', 'sr'],
  ['da', 'nb'],
  ['id', 'ms'],
]

/**
 * The language (ISO 639-1) of these words when they have 200 letters or more and are plainly not in `language`; null
 * when they are, when they are too few, or when it cannot be told.
 */
export async function suggestedLanguage(copy: Copy, language: string): Promise<string | null> {
  const text = copyText(copy).slice(0, 4000)
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return null
  const { francAll } = await import('franc') // large tables, which a house that only reads does without
  const guesses = francAll(text, { only: ASKED })
  const best = THREE_LETTERS[guesses[0]?.[0] ?? '']
  if (best === undefined || best === language || areKin(best, language)) return null
  const said = guesses.find(([code]) => THREE_LETTERS[code] === language)?.[1] ?? 0
  return said < CLEARLY_LESS ? best : null
}

function areKin(a: string, b: string): boolean {
  return KIN.some((family) => family.includes(a) && family.includes(b))
}
