// What the desk verifies before a story is printed: the checks, which of them a section asks for, and when that is enough.
import type { Person } from '#app/newsroom/people/person.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/** The checks in the order in which they are shown and printed; sections.checklist holds keys of these. */
export const checkKeys = ['source', 'date', 'place', 'original', 'consent', 'right-of-reply'] as const
export type CheckKey = (typeof checkKeys)[number]

/** What can be said of a check. `not-needed` says why this story does without it, and counts as answered. */
export const checkStates = ['open', 'done', 'not-needed'] as const
export type CheckState = (typeof checkStates)[number]

/** One check of a story: recorded by somebody, or still as it came (`at` is null). */
export type Check = {
  key: CheckKey
  /** Whether the story's section asks for it. */
  asked: boolean
  state: CheckState
  /** How it was found out: desk only. */
  evidence: string
  byName: string | null
  /** ISO instant of the last record. */
  at: string | null
}

export type Override = { id: number; reason: string; byName: string; at: string }

/** `complete`: all that the section asks for is answered; `overridden`: it is not, and somebody said why the story may pass. */
export type VerificationState = 'complete' | 'open' | 'overridden'

export type Verification = {
  state: VerificationState
  /** All six, in their order: those the section asks for and the others. */
  checks: Check[]
  /** The one that holds now, also when everything was answered since. */
  override: Override | null
}

/** One row of the log. `check` is null where it is about the whole story or about a picture's file. */
export type VerificationLogRow = {
  id: number
  act: 'open' | 'done' | 'not-needed' | 'override' | 'revoke' | 'original'
  check: CheckKey | null
  words: string
  byName: string | null
  at: string
}

/** What the panel of a story shows to one editor. */
export type VerificationPage = {
  publicId: string
  number: number
  headline: string
  verification: Verification
  log: VerificationLogRow[]
  /** Whether this editor may record, override and revoke. */
  may: boolean
}

export type VerificationRefusal =
  | 'not-found' // even that it exists is secret
  | 'not-allowed' // not the desk
  | 'own-story' // nobody verifies what they wrote, alone or with others
  | 'no-edit-right' // in the story's section
  | 'interest' // nor what they declared an interest in
  | 'closed' // the story is not on its way to readers
  | 'no-such-check'
  | 'no-evidence'
  | 'no-reason'
  | 'too-long'
  | 'changed' // somebody recorded this check since it was seen
  | 'nothing-open' // all checks are answered: there is nothing to override
  | 'already-overridden'
  | 'not-overridden'

/** The longest evidence or reason, in characters. */
export const LONGEST_EVIDENCE = 2000

/** The checks that these keys ask for, in the house's order; keys of an older list are left out. */
export function checklistOf(keys: readonly string[]): CheckKey[] {
  return checkKeys.filter((key) => keys.includes(key))
}

export function isCheckKey(key: string): key is CheckKey {
  return checkKeys.some((one) => one === key)
}

/** The state that follows from the checks a section asks for and from whether an override holds. */
export function verificationState(
  checks: readonly Pick<Check, 'asked' | 'state'>[],
  overridden: boolean,
): VerificationState {
  if (checks.every((check) => !check.asked || check.state !== 'open')) return 'complete'
  return overridden ? 'overridden' : 'open'
}

/** May the story be approved and printed, as far as verification goes? */
export function isVerified({ state }: Pick<Verification, 'state'>): boolean {
  return state !== 'open'
}

/** What readers are told: only what was really checked, not what was found to be unneeded, nor what was passed over. */
export function checkedForReaders(checks: readonly Pick<Check, 'key' | 'state'>[]): CheckKey[] {
  return checkKeys.filter((key) => checks.some((check) => check.key === key && check.state === 'done'))
}

// A published story's checks may still grow: its next edition prints them.
const CLOSED: readonly StoryState[] = ['draft', 'declined', 'rejected', 'withdrawn', 'retracted', 'archived']

/**
 * Null when this person may record checks on the story, override and revoke, else why not. Any editor of its section may,
 * not the holder alone: who knows the mayor rings the mayor, whoever edits the words.
 */
export function mayVerify(
  who: Person,
  facts: { state: StoryState; ownerId: number; coAuthor: boolean; interested: boolean; edits: boolean },
): VerificationRefusal | null {
  const isOwner = who.id === facts.ownerId
  if (who.role === 'contributor') return isOwner ? 'not-allowed' : 'not-found'
  if (isOwner) return 'own-story'
  if (facts.state === 'draft') return 'not-found'
  if (facts.coAuthor) return 'own-story'
  if (facts.interested) return 'interest'
  if (!facts.edits) return 'no-edit-right'
  return CLOSED.includes(facts.state) ? 'closed' : null
}
