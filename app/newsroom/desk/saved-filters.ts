// A saved filter of the queue: its name and the question behind it, as a form sends them.
import { z } from 'zod'
import { filterNames, type QueueTab, tabNames } from '#app/newsroom/desk/review-queue.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'

export type SavedFilter = {
  publicId: string
  name: string
  /** The query string of /desk. */
  question: string
}

/** The question may be any query string; only what the queue can be asked is kept of it. */
export const savedFilterInput = z.strictObject({
  name: z
    .string()
    .max(60)
    .transform((text) => cleanText(text).trim())
    .pipe(z.string().min(1)),
  question: z.string().max(600).transform(askedIn),
})

export type SavedFilterInput = z.input<typeof savedFilterInput>

/** The queue's own part of a query string, in one order; '' when it narrows nothing. */
export function askedIn(query: string): string {
  const given = new URLSearchParams(query)
  const filters = filterNames.flatMap((name) => {
    const value = given.get(name)?.trim().slice(0, 80)
    return value ? [[name, value]] : []
  })
  if (filters.length === 0) return ''
  const tab = tabNames.find((known: QueueTab) => known === given.get('tab')) ?? 'new'
  return new URLSearchParams([['tab', tab], ...filters]).toString()
}
