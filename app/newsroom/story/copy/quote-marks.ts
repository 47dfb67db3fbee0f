// Which quotation marks a language prints, and which of them a straight one that is typed stands for.

type Marks = readonly [open: string, close: string, innerOpen: string, innerClose: string]

const english: Marks = ['“', '”', '‘', '’']
const low: Marks = ['„', '“', '‚', '‘']
const lowHigh: Marks = ['„', '”', '‚', '’']
const angled: Marks = ['«', '»', '“', '”']

const byLanguage: Record<string, Marks> = {
  bg: ['„', '“', '’', '’'],
  mk: ['„', '“', '’', '‘'],
  de: low,
  cs: low,
  sk: low,
  sl: low,
  sq: low,
  ka: low,
  sr: lowHigh,
  bs: lowHigh,
  hr: lowHigh,
  hu: lowHigh,
  pl: lowHigh,
  ro: lowHigh,
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  be: ['«', '»', '„', '“'],
  el: angled,
  hy: angled,
  ar: angled,
  fa: angled,
  fr: ['«\u00A0', '\u00A0»', '“', '”'],
}

/** What stands before an opening mark: nothing, space, a dash, or something that opens. */
const OPENS = /(?:^|[\s\u00A0–—([{«„“‘‚"'/-])$/u

/**
 * The printed mark for a straight `"` or `'` typed after `before`, in a language such as `bg` or `pt-BR`; English marks
 * where the language has none of its own here. An apostrophe inside a word is the same everywhere.
 */
export function quoteMark(sign: '"' | "'", before: string, language: string): string {
  const [open, close, innerOpen, innerClose] = byLanguage[language.split('-')[0]?.toLowerCase() ?? ''] ?? english
  const opens = OPENS.test(before)
  if (sign === '"') return opens ? open : close
  if (opens) return innerOpen
  return /[\p{L}\p{N}]$/u.test(before) && !openInner(before, innerOpen) ? '’' : innerClose
}

/** Whether an inner quotation was begun and not ended yet. */
function openInner(before: string, innerOpen: string): boolean {
  return innerOpen !== '’' && before.lastIndexOf(innerOpen) > before.lastIndexOf('’')
}
