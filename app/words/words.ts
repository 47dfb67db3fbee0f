// Every sentence a person reads, by language; the screen's language decides which book is opened.
import { en } from './en.ts'

export type Words = typeof en

/** The languages that have a book of words: a page says that it is in one of these, whatever was asked for. */
export const languagesWithWords: readonly string[] = ['en']

/** The words of a language; English where there is no book of that language yet. */
export function wordsFor(_language: string): Words {
  return en
}
