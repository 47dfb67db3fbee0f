// Which way a story runs: its letters decide, and its language where it has none yet.

export type Direction = 'ltr' | 'rtl'

/** Codes of languages written from right to left (ISO 639), as far as stories come in them. */
const rightToLeft: readonly string[] = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']

const enoughToTell = 600

/**
 * `rtl` when most letters of `text` (its first 600 characters) belong to a script that runs from right to left.
 * A story begun under the wrong language is thus still readable. `language` is a BCP 47 tag.
 */
export function directionOf(language: string, text = ''): Direction {
  const start = text.slice(0, enoughToTell)
  const leftward = start.match(leftwardLetter)?.length ?? 0
  const all = start.match(anyLetter)?.length ?? 0
  if (all > 0) return leftward * 2 > all ? 'rtl' : 'ltr'
  return rightToLeft.includes(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}

const anyLetter = /\p{L}/gu
const leftwardLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu
