// Opens one book of words in a browser: each is a chunk of its own, and a page loads the one it is written in.
import type { BrowserWords } from './browser/en.ts'
import { isLanguage, type Language } from './languages.ts'

const books: Record<Language, () => Promise<BrowserWords>> = {
  en: async () => (await import('./browser/en.ts')).en,
  bg: async () => (await import('./browser/bg.ts')).bg,
  ar: async () => (await import('./browser/ar.ts')).ar,
}

/** The words in which the server wrote the page; `language` is the `lang` of its root element. */
export function openBook(language: string): Promise<BrowserWords> {
  return books[isLanguage(language) ? language : 'en']()
}
