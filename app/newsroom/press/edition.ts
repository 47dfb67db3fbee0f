// The shape of a published story as readers get it.
import type { CheckKey } from '#app/newsroom/desk/verification.ts'
import type { LeadPicture } from './lead-picture.ts'
import type { Teaser } from './teaser.ts'

export type EditionLink = { slug: string; name: string }

export type EditionPage = {
  slug: string
  headline: string
  standfirst: string
  place: string
  language: string
  /** Empty when the reporter's name is withheld; `handle` is null where no by-line page exists. */
  byline: { name: string; handle: string | null }
  /** By-lines beside it, where reports of several people became one story; each as `byline`. */
  coBylines: { name: string; handle: string | null }[]
  section: EditionLink
  topics: EditionLink[]
  /** Rendered once, when the edition was printed, by newsroom/story/copy/render-copy.ts. */
  html: string
  words: number
  /** What the desk checked before it printed this edition; nothing where nothing was recorded. */
  checked: CheckKey[]
  lead: LeadPicture | null
  publishedAt: string
  /** When this edition was printed, if it is not the first one. */
  updatedAt: string | null
  /** What was changed since the first edition, oldest first, in the desk's public words. */
  changes: { kind: 'correction' | 'clarification' | 'update'; note: string; at: string }[]
  related: { topic: EditionLink | null; teasers: Teaser[] }
}

/** `at` is an ISO instant, `note` the desk's public reason. */
export type RetractionNotice = { note: string; at: string }
