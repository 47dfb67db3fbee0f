// Every kind of letter there is: whose it is, where it stands among the choices, and whether it may be gathered or off.

/** A heading under which letters are chosen; `account` and `digest` are not chosen at all. */
export type LetterGroup = 'asks' | 'decisions' | 'publication' | 'receipts' | 'desk-news' | 'desk-mine' | 'account'

/**
 * `writer`: who wrote the story; `desk`: editors and admins; `both`: either side of a story; `account`: everybody;
 * `reader`: somebody without an account who reported an error, at the address they gave.
 */
export type LetterAudience = 'writer' | 'desk' | 'both' | 'account' | 'reader'

/**
 * `always`: sent at once whatever was chosen, for the security of an account or because the law asks for it.
 * `gather`: a decision or a question with a date: at once or once a day, never off.
 * `off`: also off. What is off stays a notice on the site.
 */
export type LetterFreedom = 'always' | 'gather' | 'off'

type KindRow = { group: LetterGroup; for: LetterAudience; may: LetterFreedom }

/** In the order in which a person reads them. A new kind needs its sentences in words/en/letters.ts. */
export const letterKinds = {
  'changes-requested': { group: 'asks', for: 'writer', may: 'gather' },
  'sign-off-asked': { group: 'asks', for: 'writer', may: 'gather' },
  message: { group: 'asks', for: 'both', may: 'gather' },
  comment: { group: 'asks', for: 'both', may: 'gather' },

  approved: { group: 'decisions', for: 'writer', may: 'gather' },
  declined: { group: 'decisions', for: 'writer', may: 'gather' },
  rejected: { group: 'decisions', for: 'writer', may: 'gather' },
  'decision-reverted': { group: 'decisions', for: 'writer', may: 'gather' },
  lapsed: { group: 'decisions', for: 'both', may: 'gather' },
  'sign-off-lapsed': { group: 'decisions', for: 'both', may: 'gather' },
  reopened: { group: 'decisions', for: 'both', may: 'gather' },
  'ticket-answered': { group: 'decisions', for: 'writer', may: 'gather' },
  closed: { group: 'decisions', for: 'writer', may: 'gather' },
  joined: { group: 'decisions', for: 'writer', may: 'gather' },
  parted: { group: 'decisions', for: 'writer', may: 'gather' },
  'pitch-welcomed': { group: 'decisions', for: 'writer', may: 'gather' },
  'pitch-declined': { group: 'decisions', for: 'writer', may: 'gather' },
  'live-approved': { group: 'decisions', for: 'writer', may: 'gather' },
  'live-declined': { group: 'decisions', for: 'writer', may: 'gather' },

  scheduled: { group: 'publication', for: 'writer', may: 'gather' },
  unscheduled: { group: 'publication', for: 'writer', may: 'gather' },
  published: { group: 'publication', for: 'writer', may: 'gather' },
  unpublished: { group: 'publication', for: 'writer', may: 'gather' },
  retracted: { group: 'publication', for: 'writer', may: 'gather' },
  restored: { group: 'publication', for: 'writer', may: 'gather' },

  corrected: { group: 'publication', for: 'writer', may: 'gather' },
  clarified: { group: 'publication', for: 'writer', may: 'gather' },
  updated: { group: 'publication', for: 'writer', may: 'gather' },
  'live-corrected': { group: 'publication', for: 'writer', may: 'gather' },
  'live-removed': { group: 'publication', for: 'writer', may: 'gather' },
  'error-corrected': { group: 'account', for: 'reader', may: 'always' },

  receipt: { group: 'receipts', for: 'writer', may: 'off' },
  'being-read': { group: 'receipts', for: 'writer', may: 'off' },
  'sent-again-receipt': { group: 'receipts', for: 'writer', may: 'off' },
  'withdrawn-receipt': { group: 'receipts', for: 'writer', may: 'off' },
  'appeal-receipt': { group: 'receipts', for: 'writer', may: 'off' },
  'pitch-receipt': { group: 'receipts', for: 'writer', may: 'off' },

  'new-story': { group: 'desk-news', for: 'desk', may: 'off' },
  'new-pitch': { group: 'desk-news', for: 'desk', may: 'off' },
  'new-live-entry': { group: 'desk-news', for: 'desk', may: 'off' },
  'ready-to-publish': { group: 'desk-news', for: 'desk', may: 'off' },
  appealed: { group: 'desk-news', for: 'desk', may: 'gather' },
  'ticket-asked': { group: 'desk-news', for: 'desk', may: 'gather' },
  reminder: { group: 'desk-news', for: 'desk', may: 'gather' },
  'approval-wanted': { group: 'desk-news', for: 'desk', may: 'off' },
  'sign-off-overridden': { group: 'desk-news', for: 'desk', may: 'off' },
  'retraction-asked': { group: 'desk-news', for: 'desk', may: 'gather' },
  'back-in-queue': { group: 'desk-news', for: 'desk', may: 'off' },
  withdrawn: { group: 'desk-news', for: 'desk', may: 'off' },
  'taken-back': { group: 'desk-news', for: 'desk', may: 'off' },

  'handed-over': { group: 'desk-mine', for: 'desk', may: 'gather' },
  'taken-over': { group: 'desk-mine', for: 'desk', may: 'gather' },
  released: { group: 'desk-mine', for: 'desk', may: 'off' },
  'sent-again': { group: 'desk-mine', for: 'desk', may: 'off' },
  agreed: { group: 'desk-mine', for: 'desk', may: 'off' },
  objected: { group: 'desk-mine', for: 'desk', may: 'gather' },
  'edit-answered': { group: 'desk-mine', for: 'desk', may: 'gather' },
  revised: { group: 'desk-mine', for: 'desk', may: 'off' },
  'hold-placed': { group: 'desk-mine', for: 'desk', may: 'gather' },
  'hold-lifted': { group: 'desk-mine', for: 'desk', may: 'off' },

  'report-receipt': { group: 'account', for: 'reader', may: 'always' },
  'report-answered': { group: 'account', for: 'reader', may: 'always' },

  'confirm-email': { group: 'account', for: 'account', may: 'always' },
  'already-joined': { group: 'account', for: 'account', may: 'always' },
  'reset-password': { group: 'account', for: 'account', may: 'always' },
  'first-admin': { group: 'account', for: 'account', may: 'always' },
  'password-changed': { group: 'account', for: 'account', may: 'always' },
  'two-step': { group: 'account', for: 'account', may: 'always' },
  'safety-off': { group: 'account', for: 'account', may: 'always' },
  role: { group: 'account', for: 'account', may: 'always' },
  suspended: { group: 'account', for: 'account', may: 'always' },
  'suspension-lifted': { group: 'account', for: 'account', may: 'always' },

  'newsletter-confirm': { group: 'account', for: 'account', may: 'always' },
  'newsletter-already': { group: 'account', for: 'account', may: 'always' },

  'identity-opened': { group: 'account', for: 'account', may: 'always' },
  'identity-protected': { group: 'account', for: 'account', may: 'always' },
  'protection-ended': { group: 'account', for: 'account', may: 'always' },
  'identity-right': { group: 'account', for: 'account', may: 'always' },
  'section-rights': { group: 'account', for: 'account', may: 'always' },

  digest: { group: 'account', for: 'account', may: 'always' },
} as const satisfies Record<string, KindRow>

export type LetterKind = keyof typeof letterKinds
type Table = typeof letterKinds
type OfAccounts = { [K in LetterKind]: Table[K]['for'] extends 'account' ? K : never }[LetterKind]

/** Letters about a story, a pitch or a live entry: those that a person may choose about. */
export type StoryLetterKind = Exclude<LetterKind, OfAccounts>
/** Letters about an account: never gathered, never off. */
export type AccountLetterKind = Exclude<OfAccounts, 'digest'>

/** What a person chose for a kind; `each` is what holds until they choose. */
export const letterChoiceNames = ['each', 'digest', 'off'] as const
export type LetterChoice = (typeof letterChoiceNames)[number]

/** Is this one of ours? Rows of an older or newer program may hold others. */
export function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letterKinds, kind)
}

/** What may be chosen for a kind; one answer means that there is no choice. */
export function choicesOf(kind: LetterKind): readonly LetterChoice[] {
  switch (letterKinds[kind].may) {
    case 'always':
      return ['each']
    case 'gather':
      return ['each', 'digest']
    case 'off':
      return letterChoiceNames
  }
}

/** The choice that holds: one that the kind does not allow counts as `each`. */
export function choiceThatHolds(kind: LetterKind, chosen: LetterChoice | undefined): LetterChoice {
  return chosen !== undefined && choicesOf(kind).includes(chosen) ? chosen : 'each'
}

/** The kinds that somebody may choose about, in order: reporters theirs, the desk's people those of the desk too. */
export function kindsToChoose(ofDesk: boolean): StoryLetterKind[] {
  const kinds = Object.keys(letterKinds) as LetterKind[]
  const isChosen = (kind: StoryLetterKind) =>
    letterKinds[kind].for !== 'reader' && (ofDesk || letterKinds[kind].for !== 'desk')
  return kinds.filter(isAboutStory).filter(isChosen)
}

/** True for letters about a pitch or a live entry: what has no number and no page of a story. */
export function hasNoNumber(kind: string): boolean {
  return kind === 'new-pitch' || kind.startsWith('pitch-') || isAboutLive(kind)
}

/** True for letters about an entry of live coverage. */
export function isAboutLive(kind: string): boolean {
  return kind === 'new-live-entry' || kind.startsWith('live-')
}

/** True for letters about a story, a pitch or a live entry. */
export function isAboutStory(kind: string): kind is StoryLetterKind {
  return isLetterKind(kind) && letterKinds[kind].for !== 'account'
}
