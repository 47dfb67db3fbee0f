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

/** A word at the length that the search keeps. */
export function cut(word: string): string {
  return word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD / 2).join('') : word
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII is meant
const plainAscii = /^[\x00-\x7f]*$/

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
