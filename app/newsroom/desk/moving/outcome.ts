// What becomes of an order: the move that was made, or why it was not.
import type { PolicyRefusal } from '#app/newsroom/desk/policy.ts'
import type { Told } from '#app/newsroom/desk/tell.ts'
import type { CheckKey } from '#app/newsroom/desk/verification.ts'
import type { FaultCode } from '#app/newsroom/story/readiness.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

export type MoveFault = { field: string; code: NeedFault | FaultCode | 'not-read'; message?: string }

/** Faults of the order itself, each with its sentence in words. */
export type NeedFault =
  | 'no-points'
  | 'points-open'
  | 'no-reasons'
  | 'no-such-reason'
  | 'no-words'
  | 'no-desk-words'
  | 'no-time'
  | 'time-past'
  | 'no-such-editor'
  | 'no-hold-kind'
  | 'no-hold'
  | 'editor-may-not'
  | 'not-sure'
  | 'no-safety-words'
  | `check-${CheckKey}`
  | 'edit-open'
  | 'edit-agreed'
  | 'edit-rejected'

/** Why a move is not made now, although it might be at another time. */
export type Conflict =
  | 'already-moved' // the state no longer allows it; `by` made the last move
  | 'changed' // another version than the one the order was based on
  | 'changed-since-approval'
  | 'other-words' // the order names another revision's hash
  | 'on-hold'
  | 'embargo'
  | 'no-edition' // nothing of this kind is approved to be printed
  | 'other-edition' // the story was printed anew since the next edition was begun
  | 'four-eyes' // who last changed the words is who approved them
  | 'not-joined' // the report is part of no other story
  | 'not-edited'
  | 'too-late'
  | 'letter-gone'
  | 'not-due'

export type Moved = { ok: true; state: StoryState; version: number; told: ToldWho[]; number: number; slug?: string }
export type MoveRefused =
  | { ok: false; because: PolicyRefusal }
  | { ok: false; because: Conflict; by: string | null; state: StoryState; version: number }
  | { ok: false; because: 'faults'; faults: MoveFault[] }

/** Who was told, for the one who moved: a side, and how many people stand on it. */
export type ToldWho = { who: Told; letter: string; people: number; afterMinutes: number }
