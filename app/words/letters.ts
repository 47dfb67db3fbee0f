// The sentences of letters, by language: apart from the other words, because no page and no browser needs them.
import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import { letters as ar } from './ar/letters.ts'
import { letters as bg } from './bg/letters.ts'
import { letters as en } from './en/letters.ts'
import type { Language } from './languages.ts'
import { wordsFor } from './words.ts'

export type LetterBook = Omit<LetterWords, 'reasons' | 'language'>

/** A language has a book of letters when it has a book of words. */
export const letterBooks: Readonly<Record<string, LetterBook>> = { en, bg, ar } satisfies Record<Language, LetterBook>

/** The letters of a language, English where there is no book, with the sentences that they share with the screens. */
export function letterWordsFor(language: string): LetterWords {
  const words = wordsFor(language)
  return { ...(letterBooks[words.language] ?? en), language: words.language, reasons: words.workflow.reasons }
}
