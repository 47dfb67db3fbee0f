// The reasons of a decision in the words of the page: the book's, and the desk's own where it has put some down.
import { useRouteLoaderData } from '@remix-run/react'
import { type DeskReason, type PutReason, reasonsWith } from '#app/newsroom/desk/reasons.ts'
import { reasonSentence } from '#app/newsroom/letters/reason-sentence.ts'
import { useWords } from './words-context.ts'

/** The part of the root loader's data that names reasons; there for who is signed in. */
export type ReasonData = { reasons: PutReason[]; outletLanguage: string }

/** `list`: every reason in the desk's order, retired ones too; `say`: the sentence of a key, whatever became of it. */
export function useReasons(): { list: DeskReason[]; say: (key: string) => string } {
  const { reasons = [], outletLanguage = 'en' } = (useRouteLoaderData('root') ?? {}) as Partial<ReasonData>
  const { language, workflow } = useWords()
  const own = new Map(reasons.map(({ key, sentences }) => [key, sentences]))
  return {
    list: reasonsWith(reasons),
    say: (key) => reasonSentence(key, own.get(key), workflow.reasons, { language, fallback: outletLanguage }),
  }
}
