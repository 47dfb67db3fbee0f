// Opens one book of words in a browser: each is a chunk of its own, and a page loads the one it is written in.
import { isLanguage, type Language } from './languages.ts'
import type { Words } from './words.ts'

const books: Record<Language, () => Promise<Words>> = {
  en: async () => (await import('./en.ts')).en,
  bg: async () => (await import('./bg.ts')).bg,
  ar: async () => (await import('./ar.ts')).ar,
}

/** The words in which the server wrote the page; `language` is the `lang` of its root element. */
export function openBook(language: string): Promise<Words> {
  return books[isLanguage(language) ? language : 'en']()
}
