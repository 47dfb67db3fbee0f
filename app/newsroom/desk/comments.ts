// Comments hung on words of a story, as a page shows them.
import type { Place } from '#app/newsroom/desk/places.ts'

/** `authorName` is '' for the contributor: who that is, the by-line says or withholds. */
export type Comment = { id: number; text: string; at: string; authorName: string; fromOwner: boolean; mine: boolean }

/** `shared`: the contributor reads and answers it. `place` is where its words stand in the copy on the page. */
export type Thread = {
  publicId: string
  shared: boolean
  place: Place
  resolved: { at: string; byName: string } | null
  comments: Comment[]
}

export const LONGEST_COMMENT = 3000
