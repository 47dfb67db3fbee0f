// Hands the words of the screen's language to every component.
import { createContext, useContext } from 'react'
import { en } from '#app/words/en.ts'
import type { Words } from '#app/words/words.ts'

export const WordsContext = createContext<Words>(en)

/** The words of the language this page is shown in. */
export function useWords(): Words {
  return useContext(WordsContext)
}
