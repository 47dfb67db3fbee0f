// Hands the words of the page's language to every component; the two entries open the book.
import { createContext, useContext } from 'react'
import type { Words } from '#app/words/words.ts'

export const WordsContext = createContext<Words | null>(null)

/** The words of the language this page is shown in; `.language` is that language. */
export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('a page was drawn without words')
  return words
}
