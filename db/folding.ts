// Words as the search keeps and compares them: lower case, no accents, one spelling for letters that people mix up.

const LONGEST_WORD = 64

/** The words of a text, folded, in their order. A letter with a mark is its letter; only й stays apart from и. */
export function foldedWords(text: string): string[] {
  return (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(cut)
}

/** The text with every letter folded; what stands between the words stays. */
export function folded(text: string): string {
  if (plainAscii.test(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(otherSpellings, (letter) => spellings[letter] ?? '')
}

/**
 * The text folded letter by letter, so that each keeps its place; null where that is not how folding goes: a letter
 * becomes two or none, or has a mark of its own.
 */
export function foldedInPlace(text: string): string | null {
  const small = text.toLowerCase()
  if (small.length !== text.length) return null
  if (onlySmall.test(small)) return small
  let inPlace = true
  const all = small.replace(notPlain, (sign) => {
    const instead = inPlace ? lettersInPlace(sign) : sign
    inPlace &&= instead !== null
    return instead ?? sign
  })
  return inPlace ? all : null
}

const known = new Map<string, string | null>()
const MOST_KNOWN = 2000

function lettersInPlace(sign: string): string | null {
  const before = known.get(sign)
  if (before !== undefined) return before
  const letter = folded(sign)
  const isLetter = /^[\p{L}\p{N}]$/u
  const instead = isLetter.test(sign)
    ? isLetter.test(letter) && letter.length === sign.length
      ? letter
      : null
    : /\p{M}/u.test(sign)
      ? null
      : sign
  if (known.size < MOST_KNOWN) known.set(sign, instead)
  return instead
}

/** A word at the length that the search keeps. */
export function cut(word: string): string {
  return word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD / 2).join('') : word
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const plainAscii = /^[\x00-\x7f]*$/

// ASCII and the Cyrillic letters that Bulgarian has: small, they are folded already.
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const onlySmall = /^[\x00-\x7f\u0430-\u044f\u2010-\u2026]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const notPlain = /[^\x00-\x7f\u0430-\u044f\u2010-\u2026]/gu

// Accents, hamza over and under alef, vowel signs; a breve is kept where it makes й of и.
const marks = /(?!(?<=и)\u0306)\p{Mn}/gu

// Letters that no decomposition takes apart, and Arabic letters and digits that are written one way or the other.
const spellings: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ی: 'ي',
  ک: 'ك',
  ـ: '',
  ...Object.fromEntries([...'٠١٢٣٤٥٦٧٨٩'].map((digit, at) => [digit, String(at)])),
  ...Object.fromEntries([...'۰۱۲۳۴۵۶۷۸۹'].map((digit, at) => [digit, String(at)])),
}
const otherSpellings = new RegExp(`[${Object.keys(spellings).join('')}]`, 'gu')
