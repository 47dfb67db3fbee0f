// Who may make which move: pure, asked by buttons and by actions alike.

import { type Move, moveRow, type Side } from '#app/newsroom/desk/workflow.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/** The clock makes moves too; it has no account. */
export const CLOCK = 'clock'
export type Mover = Person | typeof CLOCK

/** What somebody may do in a section. Two rights: who edits need not publish, and the other way round. */
export type Rights = { edit: boolean; publish: boolean }

/** What policy has to know about a story. */
export type PolicyFacts = {
  state: StoryState
  ownerId: number
  claimedById: number | null
  /** True once a contributor has appealed: there is one appeal. */
  appealed: boolean
  /** Whose decision an appeal asks to look at again, while nobody has answered it. */
  appealAgainstId: number | null
  /** Who made the last decision or retraction, null when nobody did. */
  decidedById: number | null
  spam: boolean
  /** The contributor is trusted: one look at the queue is enough to approve. */
  trusted: boolean
  /** How many the section asks to approve, and who has approved exactly the words of now. */
  approvals: number
  approvedByIds: readonly number[]
  /** Who last changed the words does not approve them. */
  fourEyes: boolean
  /** The editor whose change is the newest in the words; null where the newest is the contributor's. */
  lastEditorId: number | null
  /** Who asked for a retraction since the story appeared. */
  retractionAskedById: number | null
  /** About the one who asks: their rights in the story's section, a share in the story, an interest they declared. */
  rights: Rights
  coAuthor: boolean
  interested: boolean
}

/** Facts of a story with nothing special about it, seen by somebody without limits. */
export const nothingSpecial = {
  claimedById: null,
  appealed: false,
  appealAgainstId: null,
  decidedById: null,
  spam: false,
  trusted: false,
  approvals: 1,
  approvedByIds: [],
  fourEyes: false,
  lastEditorId: null,
  retractionAskedById: null,
  rights: { edit: true, publish: true },
  coAuthor: false,
  interested: false,
} as const satisfies Omit<PolicyFacts, 'state' | 'ownerId'>

export type PolicyRefusal =
  | 'not-found' // even that it exists is secret
  | 'not-allowed' // not your side of the desk
  | 'own-story'
  | 'interest' // declared by the one who asks
  | 'no-edit-right' // in this section
  | 'no-publish-right'
  | 'not-holder'
  | 'decided-before' // the appeal is against their own decision
  | 'last-editor' // four eyes: their own change is the newest
  | 'approved-already'
  | 'not-trusted'
  | 'second-person'
  | 'retraction-takes-two'
  | 'already-appealed'
  | 'email-unconfirmed'

/** May this person know that the story exists? Drafts are their owner's alone. */
export function maySee(who: Mover, facts: Pick<PolicyFacts, 'state' | 'ownerId'>): boolean {
  if (who === CLOCK) return true
  if (who.id === facts.ownerId) return true
  return isStaff(who) && facts.state !== 'draft'
}

/**
 * Null when this person may make the move on this story, else why not. Whether the state allows it is workflow.ts.
 * `alone` is true for what one person may order: a rejection as spam, a retraction for somebody's safety.
 */
export function mayMove(who: Mover, move: Move, facts: PolicyFacts, alone = false): PolicyRefusal | null {
  if (!maySee(who, facts)) return 'not-found'
  const sides: readonly Side[] = moveRow(move).by
  if (who === CLOCK) return sides.includes('clock') ? null : 'not-allowed'
  if (sides.includes('owner')) return ownersMove(who, move, facts)
  if (!isStaff(who)) return 'not-allowed'
  if (who.id === facts.ownerId || facts.coAuthor) return 'own-story' // nobody decides on a story they wrote
  if (facts.interested && !letsGo.includes(move)) return 'interest'
  const refusals = sides
    .filter((side) => side !== 'clock')
    .map((side) => refusalOf(side, who, move, facts) ?? ruleOf(who, move, facts, alone))
  return refusals.includes(null) ? null : (refusals[0] ?? 'not-allowed')
}

// Who may not decide any more can still let go of the story.
const letsGo: readonly Move[] = ['release', 'handOver']

function ownersMove(who: Person, move: Move, facts: PolicyFacts): PolicyRefusal | null {
  if (who.id !== facts.ownerId) return 'not-allowed'
  if (move === 'appeal' && facts.appealed) return 'already-appealed'
  if (!who.confirmed && (move === 'submit' || move === 'resubmit')) return 'email-unconfirmed'
  return null
}

/** Does this person stand on that side of the story? */
function refusalOf(side: Side, who: Person, move: Move, facts: PolicyFacts): PolicyRefusal | null {
  const edits = facts.rights.edit || letsGo.includes(move) ? null : 'no-edit-right'
  const holds = facts.claimedById === who.id
  switch (side) {
    case 'desk':
      // A story that somebody holds is theirs to decline; one that nobody holds is any editor's.
      return edits ?? (move === 'decline' && facts.claimedById !== null && !holds ? 'not-holder' : null)
    case 'holder':
      return holds ? edits : 'not-holder'
    case 'another':
      // Wanted where one approval is not enough, or where the holder's own might not count.
      return edits ?? (!holds && (facts.approvals > 1 || facts.fourEyes) ? null : 'not-holder')
    case 'second':
      return edits
    case 'decider':
      return facts.decidedById === who.id ? edits : 'not-allowed'
    case 'publisher':
      return facts.rights.publish ? null : 'no-publish-right'
    case 'admin':
      return who.role === 'admin' ? null : 'not-allowed'
    case 'owner':
    case 'clock':
      return 'not-allowed'
  }
}

/** Rules of single moves, for somebody who stands on the right side. */
function ruleOf(who: Person, move: Move, facts: PolicyFacts, alone: boolean): PolicyRefusal | null {
  if (facts.appealAgainstId === who.id && decides.includes(move)) return 'decided-before'
  switch (move) {
    case 'approve':
    case 'approveToo':
    case 'approveTrusted':
    case 'overrideSignOff':
      if (move === 'approveTrusted' && !facts.trusted) return 'not-trusted'
      if (facts.fourEyes && facts.lastEditorId === who.id) return 'last-editor'
      return facts.approvedByIds.includes(who.id) ? 'approved-already' : null
    case 'reject':
      // A final no takes two: the one who holds the story and the one who rejects it. Spam needs one.
      if (alone || facts.spam) return null
      return facts.claimedById !== null && facts.claimedById !== who.id ? null : 'second-person'
    case 'retract':
      // A publisher asks, an admin does it; where somebody is in danger the admin does not wait.
      if (alone) return null
      return facts.retractionAskedById !== null && facts.retractionAskedById !== who.id ? null : 'retraction-takes-two'
    case 'restore':
      return facts.decidedById === who.id ? 'second-person' : null
    default:
      return null
  }
}

const decides: readonly Move[] = [
  'claim',
  'requestChanges',
  'sendForSignOff',
  'overrideSignOff',
  'approve',
  'approveToo',
  'approveTrusted',
  'decline',
  'reject',
]

function isStaff(who: Person): boolean {
  return who.role === 'editor' || who.role === 'admin'
}
