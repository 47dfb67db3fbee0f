// What the outbox keeps of a letter: facts, not sentences, so that it is written in the language of the day it leaves.

import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import type { AccountLetterFacts } from '#app/newsroom/letters/letter-words.ts'

/** Facts of a letter about a story. Instants are ISO; '' and null are what is not known. */
export type StoryLetterFacts = {
  /** 0 for a pitch or a live entry, which have none; their public id and first line stand in the next two. */
  number: number
  publicId: string
  headline: string
  deskName: string
  timeZone: string
  /** The name the story is to be signed with, '' where it is withheld; the account's name never leaves for a pen name. */
  byline: string
  note: string
  deskNote: string
  reasons: readonly string[]
  points: readonly string[]
  /** When the desk got the story for the first time. */
  sentAt: string | null
  answerBy: string | null
  dueAt: string | null
  publishAt: string | null
  slug: string | null
  hold: string
  /** What was asked of a published story, and how it was answered. */
  ticket: '' | 'correction' | 'takedown' | 'error'
  /** True when a reader asked it, not the reporter. */
  byReader?: boolean
  /** The language of somebody without an account; theirs is known. */
  language?: string
  outcome: '' | 'done' | 'refused'
  /** True when an editor reads it: their links lead to the desk. */
  forDesk: boolean
}

/** One letter of a digest, as it would have been alone. */
export type GatheredLetter = { kind: string; content: LetterFacts | LetterContent }

/** `letters` are those that were gathered; `gathered` counts them where the list was cut. */
export type LetterFacts =
  | { story: StoryLetterFacts }
  | { account: AccountLetterFacts }
  | { gathered: number; letters: GatheredLetter[] }

type AboutStory = Pick<StoryLetterFacts, 'number' | 'publicId' | 'headline' | 'deskName' | 'timeZone' | 'forDesk'>

/** Facts of a letter that needs little more than which story it is about. */
export function storyFacts(about: AboutStory, more: Partial<StoryLetterFacts> = {}): { story: StoryLetterFacts } {
  const unknown = { byline: '', note: '', deskNote: '', reasons: [], points: [], slug: null, hold: '' }
  return {
    story: {
      ...unknown,
      ticket: '',
      outcome: '',
      sentAt: null,
      answerBy: null,
      dueAt: null,
      publishAt: null,
      ...about,
      ...more,
    },
  }
}
