// Hands every part of a page for readers the paper it belongs to.
import { createContext, useContext } from 'react'
import type { PaperFrame } from '#app/newsroom/press/paper-frame.ts'

export const PaperContext = createContext<PaperFrame | null>(null)

/** The paper around this component. Throws outside of <Paper>, which is a mistake in the page. */
export function usePaper(): PaperFrame {
  const paper = useContext(PaperContext)
  if (!paper) throw new Error('usePaper() outside of <Paper>')
  return paper
}
