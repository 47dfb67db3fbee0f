// What the desk's editing screen is handed.
import type { Thread } from '#app/newsroom/desk/comments.ts'
import type { EditedWords, EditMode } from '#app/newsroom/desk/edit-mode.ts'
import type { EditChange } from '#app/newsroom/desk/suggestions.ts'

/** `byName` is null for what is saved and in no revision yet. */
export type MadeChange = EditChange & { reason: string; byName: string | null; at: string }

export type EditPage = {
  publicId: string
  number: number
  version: number
  savedAt: string
  language: string
  words: EditedWords
  /** How the words that no revision holds were written. */
  how: EditMode
  /** What the suggestions are made on, and the words as they were kept last. */
  base: EditedWords
  kept: EditedWords
  changes: MadeChange[]
  direct: EditChange[]
  threads: Thread[]
  putDown: { id: number; text: string; quote: string }[]
  /** The words of each block that has any, in order: what a comment or a point is hung on without script. */
  paragraphs: string[]
  topics: { slug: string; name: string }[]
  photos: { id: string; src: string; width: number; height: number; rights: boolean; licence: string }[]
  keepsLocalCopy: boolean
}

export type BesideWords = Pick<EditPage, 'threads' | 'putDown' | 'paragraphs'> & {
  mayEdit: boolean
  /** Where each of the paragraphs begins in the copy. */
  starts: number[]
}
