// Who may make which move: pure, asked by buttons and by actions alike.

import { type Move, moveRow, type Side } from '#app/newsroom/desk/workflow.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/** The clock makes moves too; it has no account. */
export const CLOCK = 'clock'
export type Mover = Person | typeof CLOCK

/** What policy has to know about a story. */
export type PolicyFacts = {
  state: StoryState
  ownerId: number
  claimedById: number | null
  /** True once a contributor has appealed: there is one appeal. */
  appealed: boolean
  /** Who made the last decision or retraction, null when nobody did. */
  decidedById: number | null
  spam: boolean
}

export type PolicyRefusal =
  | 'not-found' // even that it exists is secret
  | 'not-allowed' // not your side of the desk
  | 'own-story'
  | 'not-holder'
  | 'second-person'
  | 'already-appealed'
  | 'email-unconfirmed'

/** May this person know that the story exists? Drafts are their owner's alone. */
export function maySee(who: Mover, facts: Pick<PolicyFacts, 'state' | 'ownerId'>): boolean {
  if (who === CLOCK) return true
  if (who.id === facts.ownerId) return true
  return isStaff(who) && facts.state !== 'draft'
}

/** Null when this person may make the move on this story, else why not. Whether the state allows it is workflow.ts. */
export function mayMove(who: Mover, move: Move, facts: PolicyFacts, spam = facts.spam): PolicyRefusal | null {
  if (!maySee(who, facts)) return 'not-found'
  const sides: readonly Side[] = moveRow(move).by
  if (who === CLOCK) return sides.includes('clock') ? null : 'not-allowed'
  if (sides.includes('owner')) return ownersMove(who, move, facts)
  if (!isStaff(who)) return 'not-allowed'
  if (who.id === facts.ownerId) return 'own-story' // nobody decides on a story they wrote
  const refusals = sides.filter((side) => side !== 'clock').map((side) => refusalOf(side, who, move, facts, spam))
  return refusals.includes(null) ? null : (refusals[0] ?? 'not-allowed')
}

function ownersMove(who: Person, move: Move, facts: PolicyFacts): PolicyRefusal | null {
  if (who.id !== facts.ownerId) return 'not-allowed'
  if (move === 'appeal' && facts.appealed) return 'already-appealed'
  if (!who.confirmed && (move === 'submit' || move === 'resubmit')) return 'email-unconfirmed'
  return null
}

function refusalOf(side: Side, who: Person, move: Move, facts: PolicyFacts, spam: boolean): PolicyRefusal | null {
  switch (side) {
    case 'desk':
      return decidesForAnother(move, who, facts) ? 'not-holder' : null
    case 'holder':
      return facts.claimedById === who.id ? null : 'not-holder'
    case 'second':
      // A final no takes two: the one who holds the story and the one who rejects it. Spam needs one.
      return spam || (facts.claimedById !== null && facts.claimedById !== who.id) ? null : 'second-person'
    case 'publisher':
      return null
    case 'admin':
      if (who.role !== 'admin') return 'not-allowed'
      return move === 'restore' && facts.decidedById === who.id ? 'second-person' : null
    case 'owner':
    case 'clock':
      return 'not-allowed'
  }
}

// A story that somebody holds is theirs to decline; one that nobody holds is any editor's.
function decidesForAnother(move: Move, who: Person, facts: PolicyFacts): boolean {
  return move === 'decline' && facts.claimedById !== null && facts.claimedById !== who.id
}

function isStaff(who: Person): boolean {
  return who.role === 'editor' || who.role === 'admin'
}
