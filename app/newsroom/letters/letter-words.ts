// The shape of a language's book of letters: `words` fills it, the newsroom only asks for it.
import type { AccountLetterKind, StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { LetterTemplate } from '#app/newsroom/letters/templates.ts'

/** What a sentence about a story may use. Dates are words already; what is not known is ''. */
export type StoryLetterParts = {
  /** #1234 */
  ref: string
  headline: string
  byline: string
  desk: string
  note: string
  deskNote: string
  /** One reason a line, each begun with a dash. */
  reasons: string
  /** One change point a line, numbered. */
  points: string
  pointCount: number
  sentAt: string
  answerBy: string
  dueBy: string
  publishAt: string
  hold: string
  ticket: '' | 'correction' | 'takedown' | 'error'
  /** True when a reader asked, not the reporter. */
  byReader: boolean
  outcome: '' | 'done' | 'refused'
  /** True when an editor reads the letter, not the one who wrote the story. */
  forDesk: boolean
}

/** Facts of a letter about an account; each kind uses its own. */
export type AccountLetterFacts = {
  /** A mailed secret: it leaves the house with the letter and is kept nowhere. */
  token?: string
  /** The language of somebody without an account; theirs is known. */
  language?: string
  on?: boolean
  role?: 'contributor' | 'editor' | 'admin'
  reason?: string
  /** The story's number, and the instant in words. */
  number?: number
  at?: string
  /** Where an editor may work; empty means everywhere. */
  sections?: { name: string; edit: boolean; publish: boolean }[]
}

/** Empty lines are left out. */
export type Said = { subject: string; lines: string[]; footer?: string[] }

export type LetterButton =
  | 'status'
  | 'desk'
  | 'read'
  | 'answer'
  | 'confirm'
  | 'newPassword'
  | 'firstPassword'
  | 'security'
  | 'safety'
  | 'signIn'
  | 'notices'
  | 'newsletter'
  | 'choices'

export type LetterWords = {
  /** The language of this book, which is another than was asked for where that has none. */
  language: string
  /** For a story without a headline. */
  untitled: string
  /** The by-line, for the desk, of a reporter whose name is withheld. */
  nameWithheld: string
  dear: (name: string) => string
  hello: (name: string) => string
  buttons: Record<LetterButton, string>
  holds: Record<'legal' | 'safety' | 'embargo' | 'other', string>
  reasons: Record<string, string>
  /** What became of a request, as one sentence. */
  outcomes: Record<'done' | 'refused', string>
  /** Words that the house has put in place of the book's. */
  own?: Partial<Record<StoryLetterKind, LetterTemplate>>
  /** Below letters about a story. */
  answerThere: (desk: string, ref: string) => string
  /** Below letters that may be gathered or switched off; the address follows. */
  choose: string
  story: Record<StoryLetterKind, (parts: StoryLetterParts) => Said>
  account: Record<AccountLetterKind, (facts: AccountLetterFacts) => Said>
  digest: { subject: (letters: number) => string; lead: (letters: number) => string; more: (letters: number) => string }
  /** Safety mode: words that say nothing to who looks over a shoulder. No name, no outlet, no story. */
  veiled: {
    sender: string
    subject: string
    hello: string
    news: string
    signIn: string
    /** A letter that carries a link which works once. */
    link: string
    openLink: string
    /** To somebody who cannot sign in for now, and so cannot read the notice. */
    closed: string[]
  }
}

/** The book of a language; English where there is none. Handed in by server.ts: words stand to the newsroom's right. */
export type LettersIn = (language: string) => LetterWords
