// Every book of words at once: for the server. A browser opens only the book of its page (open-book.ts).
import { ar } from './ar.ts'
import { bg } from './bg.ts'
import { en } from './en.ts'
import { isLanguage, type Language } from './languages.ts'

/** What a book of words holds. The English one is the measure: another that lacks a word is a type error. */
export type Words = typeof en

const books: Record<Language, Words> = { en, bg, ar }

/** The words of a language; English where there is no book of that language. `words.language` says which it became. */
export function wordsFor(language: string): Words {
  return books[isLanguage(language) ? language : 'en']
}
