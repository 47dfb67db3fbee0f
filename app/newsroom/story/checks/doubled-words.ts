// The same word twice in a row, as it happens while one rewrites a sentence.
import type { Finding, Prose } from './house-checks.ts'
import { placeIn, shown } from './prose.ts'

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu

/** Words that may stand twice, by language: grammar (“that that”, „ce que nous nous“) or emphasis (“very very”). */
const MAY_STAND_TWICE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(['had', 'that', 'very', 'no', 'so', 'ha', 'bye', 'yes', 'is', 'do', 'long', 'many', 'far', 'in', 'on']),
  bg: new Set(['много', 'не', 'да', 'едва', 'току', 'бавно', 'леко', 'тихо', 'хе', 'ха', 'най', 'лека', 'дълго']),
  mk: new Set(['многу', 'не', 'да', 'полека']),
  sr: new Set(['да', 'не', 'полако', 'da', 'ne', 'polako']),
  hr: new Set(['da', 'ne', 'polako']),
  ru: new Set(['очень', 'да', 'нет', 'еле', 'чуть']),
  uk: new Set(['дуже', 'так', 'ні']),
  el: new Set(['σιγά', 'πολύ', 'όχι', 'ναι']),
  de: new Set(['die', 'der', 'das', 'sie', 'sehr', 'nein']),
  nl: new Set(['dat', 'die', 'heel']),
  fr: new Set(['nous', 'vous', 'très']),
  ro: new Set(['foarte', 'nu', 'da']),
}
/** Languages in which saying a word twice is how plurals, adverbs or emphasis are made. */
const SAY_IT_TWICE = new Set(['tr', 'az', 'id', 'ms', 'hi', 'ur', 'bn', 'fa', 'ku', 'hy', 'ka', 'zh', 'ja', 'ko', 'th'])

/** Only words of two letters and more, with nothing but space between; names such as Baden Baden may. */
export function doubledWords({ passages, language }: Prose): Finding[] {
  if (SAY_IT_TWICE.has(language)) return []
  const allowed = MAY_STAND_TWICE[language]
  return passages.flatMap((passage) => {
    const found: Finding[] = []
    let before: { word: string; from: number; to: number } | null = null
    for (const { 0: written, index } of passage.text.matchAll(WORD)) {
      const word = { word: written.toLowerCase(), from: index, to: index + written.length }
      const isTwice = before?.word === word.word && /^\s+$/.test(passage.text.slice(before.to, word.from))
      if (before && isTwice && !/\p{N}/u.test(written) && [...written].length > 1)
        if (!allowed?.has(word.word) && !/^\p{Lu}/u.test(written))
          found.push({
            code: 'word-twice',
            at: placeIn(passage, before.from, word.to),
            words: shown(passage.text.slice(before.from, word.to)),
          })
      before = word
    }
    return found
  })
}
