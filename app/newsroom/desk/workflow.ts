// States × moves: the only truth about what may follow what. Who may do it is policy.ts; what it needs is in the row.
import type { StoryState } from '#app/newsroom/story/story.ts'

/** What the order must carry, or the story must show, before a move is made. */
export type Need =
  | 'ready' // readiness to submit, without a fault of weight "error"
  | 'ready-to-publish'
  | 'points' // at least one change point, or a change of the desk's in the words
  | 'points-answered' // every point of the round done or answered
  | 'reasons' // at least one reason of the list, and a sentence
  | 'words' // a sentence for the other side
  | 'desk-words' // a sentence for the desk
  | 'at' // a future instant
  | 'to' // another editor
  | 'hash' // the order names the revision it approves
  | 'verified' // the section's checks are answered, or somebody said why they need not be
  | 'silence' // the clock only: the section takes silence for a yes, nothing was rejected, and the approvals are enough
  | 'approved-hash' // the words are those that were approved
  | 'no-hold'
  | 'hold-open' // a hold of the kind that is to be lifted
  | 'no-legal-hold'
  | 'no-embargo'
  | 'desk-edit' // the desk's words differ from the contributor's
  | 'nothing-rejected' // the contributor has rejected none of the desk's changes
  | 'edit-answered' // every change of the desk's is accepted or rejected, and at least one rejected
  | 'fresh-publication' // at most 30 minutes after it appeared
  | 'changed' // the clock only: the words are not those that were approved
  | 'safety-words' // who retracts alone says to the desk who is in danger
  | 'fresh-decision' // at most ten minutes after it, so that its letter has not left
  | 'hold-kind' // and, for an embargo, until when
  | 'sure' // said a second time, where the story was accepted already
  | 'joined' // its report was just joined with another story: merge-reports.server.ts
  | 'parted' // it is part of a story that readers do not have yet
  | 'next-edition' // an approved next edition of this kind, with its public note

/** Who makes it: the side, not yet the person; policy.ts asks the rest. */
export type Side = 'owner' | 'desk' | 'holder' | 'another' | 'second' | 'decider' | 'publisher' | 'admin' | 'clock'

export type MoveRow = {
  from: readonly StoryState[]
  /**
   * `same` keeps the state; `holder-or-queue` is in_review while somebody holds the claim, else submitted;
   * `approved-when-complete` is in_review until as many have approved as the section asks for; `as-before` is where
   * the decision found the story.
   */
  to: StoryState | 'same' | 'holder-or-queue' | 'approved-if-scheduled' | 'approved-when-complete' | 'as-before'
  by: readonly Side[]
  needs: readonly Need[]
}

const atTheDesk = ['submitted', 'in_review', 'changes_requested', 'awaiting_sign_off', 'approved', 'scheduled'] as const

const notEnded = [...atTheDesk, 'published', 'retracted', 'declined', 'rejected', 'withdrawn'] as const
const approval = ['hash', 'ready-to-publish', 'verified'] as const

/** Every move. `start` (nothing → draft) is not here: it has no story yet. */
export const workflow = {
  submit: { from: ['draft'], to: 'submitted', by: ['owner'], needs: ['ready'] },
  takeBack: { from: ['submitted'], to: 'draft', by: ['owner'], needs: [] },
  withdraw: { from: ['draft', ...atTheDesk], to: 'withdrawn', by: ['owner'], needs: ['sure'] },
  claim: { from: ['submitted'], to: 'in_review', by: ['desk'], needs: [] },
  release: { from: ['in_review'], to: 'submitted', by: ['holder', 'admin', 'clock'], needs: [] },
  handOver: { from: ['in_review'], to: 'in_review', by: ['holder', 'admin'], needs: ['to', 'desk-words'] },
  requestChanges: { from: ['in_review'], to: 'changes_requested', by: ['holder'], needs: ['points'] },
  resubmit: { from: ['changes_requested'], to: 'holder-or-queue', by: ['owner'], needs: ['points-answered', 'ready'] },
  lapse: { from: ['changes_requested'], to: 'declined', by: ['clock'], needs: [] },
  sendForSignOff: { from: ['in_review'], to: 'awaiting_sign_off', by: ['holder'], needs: ['desk-edit'] },
  agree: {
    from: ['awaiting_sign_off'],
    to: 'approved-when-complete',
    by: ['owner'],
    needs: ['nothing-rejected', 'ready-to-publish'],
  },
  answerEdit: { from: ['awaiting_sign_off'], to: 'in_review', by: ['owner'], needs: ['edit-answered'] },
  object: { from: ['awaiting_sign_off'], to: 'in_review', by: ['owner'], needs: ['words'] },
  overrideSignOff: {
    from: ['awaiting_sign_off'],
    to: 'approved-when-complete',
    by: ['holder', 'admin', 'clock'],
    needs: ['desk-words', 'ready-to-publish', 'verified', 'silence'],
  },
  signOffLapse: { from: ['awaiting_sign_off'], to: 'in_review', by: ['clock'], needs: [] },
  approve: { from: ['in_review'], to: 'approved-when-complete', by: ['holder'], needs: approval },
  approveToo: { from: ['in_review'], to: 'approved-when-complete', by: ['another'], needs: approval },
  approveTrusted: { from: ['submitted'], to: 'approved-when-complete', by: ['desk'], needs: approval },
  reopen: { from: ['approved', 'scheduled'], to: 'in_review', by: ['desk', 'clock'], needs: ['changed'] },
  schedule: {
    from: ['approved'],
    to: 'scheduled',
    by: ['publisher'],
    needs: ['at', 'approved-hash', 'verified', 'no-hold', 'no-embargo'],
  },
  unschedule: { from: ['scheduled'], to: 'approved', by: ['publisher', 'admin'], needs: ['desk-words'] },
  publish: {
    from: ['approved', 'scheduled'],
    to: 'published',
    by: ['publisher', 'clock'],
    needs: ['approved-hash', 'verified', 'no-hold', 'no-embargo'],
  },
  decline: { from: ['submitted', 'in_review'], to: 'declined', by: ['desk'], needs: ['reasons'] },
  reject: { from: ['submitted', 'in_review'], to: 'rejected', by: ['second'], needs: ['reasons'] },
  revise: { from: ['declined'], to: 'draft', by: ['owner'], needs: [] },
  appeal: { from: ['declined', 'rejected'], to: 'submitted', by: ['owner'], needs: ['words'] },
  undoDecision: { from: ['declined', 'rejected'], to: 'as-before', by: ['decider'], needs: ['fresh-decision'] },
  revertDecision: { from: ['declined', 'rejected'], to: 'submitted', by: ['desk'], needs: ['desk-words'] },
  correct: {
    from: ['published'],
    to: 'published',
    by: ['publisher'],
    needs: ['next-edition', 'no-hold', 'no-embargo'],
  },
  clarify: {
    from: ['published'],
    to: 'published',
    by: ['publisher'],
    needs: ['next-edition', 'no-hold', 'no-embargo'],
  },
  update: {
    from: ['published'],
    to: 'published',
    by: ['publisher'],
    needs: ['next-edition', 'no-hold', 'no-embargo'],
  },
  askRetraction: { from: ['published'], to: 'same', by: ['publisher'], needs: ['desk-words'] },
  join: { from: ['submitted', 'in_review'], to: 'archived', by: ['desk'], needs: ['joined', 'no-hold'] },
  part: { from: ['archived'], to: 'submitted', by: ['desk'], needs: ['parted'] },
  retract: { from: ['published'], to: 'retracted', by: ['admin'], needs: ['words', 'safety-words'] },
  unpublish: { from: ['published'], to: 'approved', by: ['publisher'], needs: ['desk-words', 'fresh-publication'] },
  restore: { from: ['retracted'], to: 'published', by: ['admin'], needs: ['desk-words', 'no-hold', 'no-embargo'] },
  archive: {
    from: ['declined', 'rejected', 'withdrawn'],
    to: 'archived',
    by: ['admin', 'clock'],
    needs: ['no-legal-hold'],
  },
  placeHold: {
    from: notEnded,
    to: 'approved-if-scheduled',
    by: ['desk', 'publisher'],
    needs: ['hold-kind', 'desk-words'],
  },
  liftHold: { from: notEnded, to: 'same', by: ['admin', 'holder'], needs: ['hold-open', 'desk-words'] },
} as const satisfies Record<string, MoveRow>

export type Move = keyof typeof workflow

export const moves = Object.keys(workflow) as Move[]

/** The row of a move, with its widest type. */
export function moveRow(move: Move): MoveRow {
  return workflow[move]
}

/** May this move follow this state at all, whoever makes it? */
export function canMove(state: StoryState, move: Move): boolean {
  return moveRow(move).from.includes(state)
}

/** What the state after a move may hang on. */
export type AfterFacts = {
  /** Somebody holds the claim and is still at the desk. */
  held: boolean
  /** With this move as many have approved these words as the section asks for. */
  complete: boolean
  /** The date of a scheduled story stands in spite of a hold: an embargo that is over by then. */
  keepsDate: boolean
  /** Where the decision that is undone found the story. */
  before: 'submitted' | 'in_review'
}

/** The state a move leads to from `state`. */
export function stateAfter(
  state: StoryState,
  move: Move,
  { held, complete, keepsDate, before }: AfterFacts,
): StoryState {
  const { to } = moveRow(move)
  switch (to) {
    case 'same':
      return state
    case 'holder-or-queue':
      return held ? 'in_review' : 'submitted'
    case 'approved-if-scheduled':
      return state === 'scheduled' && !keepsDate ? 'approved' : state
    case 'approved-when-complete':
      return complete ? 'approved' : 'in_review'
    case 'as-before':
      return before
    default:
      return to
  }
}

/** Who has to act next in a state: what the contributor reads and the queue sorts by. */
export function whoActsNext(state: StoryState): 'contributor' | 'desk' | 'editor' | 'publisher' | 'clock' | 'nobody' {
  switch (state) {
    case 'draft':
    case 'changes_requested':
    case 'awaiting_sign_off':
      return 'contributor'
    case 'submitted':
      return 'desk'
    case 'in_review':
      return 'editor'
    case 'approved':
      return 'publisher'
    case 'scheduled':
      return 'clock'
    case 'published':
    case 'declined':
    case 'rejected':
    case 'withdrawn':
    case 'retracted':
    case 'archived':
      return 'nobody'
  }
}
