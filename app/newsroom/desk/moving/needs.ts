// Whether a move has what it needs: every need of its row, asked of facts. Pure; ask-needs.server.ts finds the facts.
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Conflict, MoveFault } from '#app/newsroom/desk/moving/outcome.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import { UNDO_MINUTES } from '#app/newsroom/desk/tell.ts'
import type { Verification } from '#app/newsroom/desk/verification.ts'
import { type Move, moveRow, type Need } from '#app/newsroom/desk/workflow.ts'
import type { FaultCode } from '#app/newsroom/story/readiness.ts'
import type { Story } from '#app/newsroom/story/story.ts'

const UNPUBLISH_WITHIN_MINUTES = 30

export type HoldKind = Exclude<MoveOrder['hold'], ''>

/** What the needs are asked of: columns of the story, and what only the need that asks for it is looked up for. */
export type NeedFacts = Pick<Story, 'state' | 'approvedHash' | 'embargoUntil' | 'publishAt' | 'enteredAt'> & {
  /** SHA-256 of the words of now. */
  hash: string
  /** The revision that the story names: the hash it was kept under, and that of its words counted again. */
  kept: { hash: string; counted: string } | null
  /** SHA-256 of the newest words that the contributor stands for; null where there are none. */
  contributorsHash: string | null
  /** What still has to be mended in the words and beside them before they are sent or printed. */
  lacks: readonly { field: string; code: FaultCode }[]
  verification: Pick<Verification, 'state' | 'checks'>
  /** Kinds of the holds that nobody has lifted. */
  openHolds: readonly HoldKind[]
  /** The order's instant; null where it names none. */
  at: Date | null
  /** The editor that the order names. */
  to: 'nobody' | 'may-not' | 'may'
  /** Points of the order, and whether something put down on the words asks by itself. */
  pointsNamed: number
  asksOtherwise: boolean
  /** Ids of the points of this round that are neither done nor answered, in their order. */
  openPoints: readonly number[]
  /** What was said to each change of the desk's; null where no edit waits for its answers. */
  answers: readonly (boolean | null)[] | null
  /** Why the next edition cannot be printed, why the report cannot be taken apart; null where they can. */
  editionConflict: Conflict | null
  partConflict: Conflict | null
  joined: boolean
  approval: ApprovalFacts
}

/** What decides whether one more yes is enough. */
export type ApprovalFacts = {
  /** How many the section asks for. */
  wanted: number
  /** Who last changed the words does not approve them, nor does silence for them. */
  fourEyes: boolean
  /** The section takes silence for a yes. */
  silenceAgrees: boolean
  holderId: number | null
  /** The holder has declared an interest. */
  holderInterested: boolean
  /** The editor whose change is the newest in the words. */
  lastEditorId: number | null
  /** Who has approved the words of now already. */
  approvers: readonly number[]
}

/** What is against the move, and what of the answers the effects go on with. */
export type Judged = {
  faults: MoveFault[]
  conflict: Conflict | null
  /** Whose yes this move adds to the words; null where it adds none. */
  approverId: number | null
  /** With this move as many have approved as the section asks for, and nothing is left to verify. */
  complete: boolean
  /** A hold does not take this date away: the embargo is over by then. */
  keepsDate: boolean
}

/** Judges one order by every need of its move's row. Of several conflicts the last one is told. */
export function judgeNeeds(order: MoveOrder, who: Mover, facts: NeedFacts, when: Date): Judged {
  const judged: Judged = {
    faults: [],
    conflict: null,
    ...approvalBy(order.move, who, facts),
    keepsDate: order.hold === 'embargo' && facts.at !== null && facts.publishAt !== null && facts.publishAt >= facts.at,
  }
  for (const need of moveRow(order.move).needs)
    for (const found of missing(need, order, who, facts, when, judged.complete))
      if (typeof found === 'string') judged.conflict = found
      else judged.faults.push(found)
  return judged
}

/**
 * Whose yes a move adds, and whether it is the last one that was wanted. Silence and agreement count for the editor
 * who sent the words out, unless four eyes forbid it; then the story goes back to review, where another approves.
 */
export function approvalBy(
  move: Move,
  who: Mover,
  { approval, verification }: Pick<NeedFacts, 'approval' | 'verification'>,
): Pick<Judged, 'approverId' | 'complete'> {
  if (moveRow(move).to !== 'approved-when-complete') return { approverId: null, complete: false }
  const { holderId, holderInterested, fourEyes, lastEditorId, approvers, wanted } = approval
  const forHolder = who === CLOCK || move === 'agree'
  const candidate = forHolder ? holderId : who.id
  const counts = !forHolder || (!holderInterested && !(fourEyes && lastEditorId === candidate))
  const approverId = counts ? candidate : null
  const all = new Set([...approvers, ...(approverId === null ? [] : [approverId])])
  const isVerified = move !== 'agree' || openChecks(verification).length === 0
  return { approverId, complete: all.size >= wanted && isVerified }
}

type Missing = readonly (MoveFault | Conflict)[]

/** What of one need is missing: faults of the order or of the story, or a conflict. */
function missing(need: Need, order: MoveOrder, who: Mover, facts: NeedFacts, when: Date, complete: boolean): Missing {
  const minutesHere = (when.getTime() - facts.enteredAt.getTime()) / 60_000
  switch (need) {
    case 'ready':
    case 'ready-to-publish':
      return facts.lacks
    case 'points':
      return facts.pointsNamed === 0 && !facts.asksOtherwise ? fault('points', 'no-points') : []
    case 'points-answered':
      return facts.openPoints.flatMap((id) => fault(`points.${id}`, 'points-open'))
    case 'reasons':
      return [
        ...(order.reasons.length === 0 ? fault('reasons', 'no-reasons') : []),
        ...(order.note ? [] : fault('note', 'no-words')),
      ]
    case 'words':
      return order.note ? [] : fault('note', 'no-words')
    case 'desk-words':
      return order.deskNote ? [] : fault('deskNote', 'no-desk-words')
    case 'at':
      return instantFault(facts.at, when)
    case 'to':
      if (facts.to === 'may') return []
      return fault('to', facts.to === 'nobody' ? 'no-such-editor' : 'editor-may-not')
    case 'hash':
      return order.hash && order.hash !== facts.hash ? ['other-words'] : []
    case 'approved-hash':
      return isAsApproved(facts) ? [] : ['changed-since-approval']
    case 'no-hold':
      return facts.openHolds.some((kind) => kind !== 'embargo') ? ['on-hold'] : []
    case 'no-legal-hold':
      return facts.openHolds.includes('legal') ? ['on-hold'] : []
    case 'hold-open':
      return hasHold(order.hold, facts) ? [] : fault('hold', 'no-hold')
    case 'verified':
      return openChecks(facts.verification).flatMap((check) => fault('verification', `check-${check}`))
    case 'silence':
      return who === CLOCK && !(complete && facts.approval.silenceAgrees && !isRejected(facts)) ? ['not-due'] : []
    case 'changed':
      return who === CLOCK && facts.hash === facts.approvedHash ? ['not-due'] : []
    case 'fresh-decision':
      return minutesHere >= UNDO_MINUTES ? ['letter-gone'] : []
    case 'sure':
      return ['approved', 'scheduled'].includes(facts.state) && !order.sure ? fault('sure', 'not-sure') : []
    case 'safety-words':
      return order.safety && !order.deskNote ? fault('deskNote', 'no-safety-words') : []
    case 'no-embargo': {
      const appears = order.move === 'schedule' ? (facts.at ?? when) : when
      return facts.embargoUntil && appears < facts.embargoUntil ? ['embargo'] : []
    }
    case 'desk-edit':
      return facts.contributorsHash === facts.hash ? ['not-edited'] : []
    case 'nothing-rejected':
      return isRejected(facts) ? fault('suggestions', 'edit-rejected') : []
    case 'edit-answered':
      if (!facts.answers || facts.answers.includes(null)) return fault('suggestions', 'edit-open')
      return isRejected(facts) ? [] : fault('suggestions', 'edit-agreed')
    case 'fresh-publication':
      return minutesHere > UNPUBLISH_WITHIN_MINUTES ? ['too-late'] : []
    case 'next-edition':
      return facts.editionConflict ? [facts.editionConflict] : []
    case 'joined':
      return facts.joined ? [] : ['not-joined']
    case 'parted':
      return facts.partConflict ? [facts.partConflict] : []
    case 'hold-kind':
      if (!order.hold) return fault('hold', 'no-hold-kind')
      return order.hold === 'embargo' ? instantFault(facts.at, when) : []
  }
}

function fault(field: string, code: MoveFault['code']): [MoveFault] {
  return [{ field, code }]
}

function instantFault(at: Date | null, when: Date): MoveFault[] {
  if (!at) return fault('at', 'no-time')
  return at <= when ? fault('at', 'time-past') : []
}

// Three times the same: the words of now, the revision the story names, and that revision counted again.
function isAsApproved({ hash, approvedHash, kept }: NeedFacts): boolean {
  return kept !== null && [hash, kept.hash, kept.counted].every((one) => one === approvedHash)
}

function hasHold(kind: MoveOrder['hold'], { embargoUntil, openHolds }: NeedFacts): boolean {
  const embargo = embargoUntil !== null && (kind === '' || kind === 'embargo')
  return embargo || openHolds.some((open) => kind === '' || open === kind)
}

function openChecks({ state, checks }: NeedFacts['verification']) {
  if (state !== 'open') return []
  return checks.filter((check) => check.asked && check.state === 'open').map(({ key }) => key)
}

function isRejected({ answers }: NeedFacts): boolean {
  return answers?.includes(false) ?? false
}
