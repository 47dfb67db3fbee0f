// What the writing page is handed, and what can be said of the words in it.
import type { PhotoRules } from '#app/newsroom/pictures/photo-rules.ts'
import type { Copy } from '#app/newsroom/story/copy/check-copy.ts'
import { wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { faultsToSubmit, type ReadinessFacts, type ReadinessFault, toldFacts } from '#app/newsroom/story/readiness.ts'
import type { LanguageChoice } from '#app/newsroom/story/story-languages.ts'
import type { Fault } from '../forms/problems.tsx'
import type { DraftFields } from './draft-form.ts'
import type { PhotoInHand } from './photo-desk.ts'
import type { Version } from './two-versions.tsx'

export type WritingDraft = {
  story: string
  number: number
  version: number
  savedAt: string
  /** The window whose save made this version; '' when it was made otherwise. */
  savedIn: string
  /** Public id of whose words these are. */
  writer: string
  /** Whether this device may keep a copy of words that are not saved yet, and the page itself. */
  keepsLocalCopy: boolean
  fields: DraftFields
  copy: Copy
  /** The copy as plain text, for the form without script. */
  text: string
  sections: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  /** The outlet's first. */
  languages: LanguageChoice[]
  calls: { slug: string; title: string }[]
  /** No story of theirs is signed with the account's name. */
  isProtected: boolean
  /** Pen names used before. */
  penNames: string[]
  /** What the house checks said of the words as they were opened. */
  advice: ReadinessFault[]
  aiDeclaration: ReadinessFacts['aiDeclaration']
  photos: PhotoInHand[]
  photoRules: PhotoRules
  points: { id: number; text: string; done: boolean; answer: string; quote: string; from: number }[]
  emailConfirmed: boolean
  /** The outlet's mark in datelines. */
  agency: string
  /** The move by which the story goes to the desk. */
  send: 'submit' | 'resubmit'
}

/** What came back from the form without script: faults, and what was typed. */
export type FormAnswer = { faults: Fault[]; values: Record<string, string>; theirs?: Version }

/** The query of the address that the plain form posts to. */
export const formCameBack = '?form=again'

/** Everything that is saved of a draft. */
export type DraftWords = { fields: DraftFields; copy: Copy }

/** What the panel and the word count say of the words; `advice` is what the house checks found in them. */
export function factsOf(
  draft: WritingDraft,
  fields: DraftFields,
  copy: Copy,
  rightsConfirmed: ReadonlySet<string>,
  advice: readonly ReadinessFault[],
): { faults: ReadinessFault[]; words: number } {
  const faults = faultsToSubmit({
    headline: fields.headline,
    standfirst: fields.standfirst,
    section: fields.section,
    byline: fields.byline,
    copy,
    ...toldFacts(fields),
    rightsConfirmed,
    emailConfirmed: draft.emailConfirmed,
    aiDeclaration: draft.aiDeclaration,
  })
  return { faults: [...faults, ...advice], words: wordCount(copy) }
}

/** The photos whose rights were confirmed. */
export function rightsIn(photos: Iterable<PhotoInHand>): string[] {
  return [...photos].filter((photo) => photo.rights).map((photo) => photo.id)
}
