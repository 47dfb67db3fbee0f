// A move → who is told, and by which letter. Pure; the list is made before rights change.
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

/** One side of the story; the door of the moves finds the people. `section`: who edits there; `chief`: the admins. */
export type Told =
  | 'contributor'
  | 'holder'
  | 'former-holder'
  | 'new-holder'
  | 'last-reader'
  | 'section'
  | 'publishers'
  | 'chief'
  | 'approver'
  | 'asker'

/** Every side, in no order that means anything. */
export const toldSides: readonly Told[] = [
  'contributor',
  'holder',
  'former-holder',
  'new-holder',
  'last-reader',
  'section',
  'publishers',
  'chief',
  'approver',
  'asker',
]

export type Telling = {
  who: Told
  letter: StoryLetterKind
  /** Minutes in which the decision can be undone before the letter leaves. */
  afterMinutes?: number
}

/** Decisions can be undone for so long before their letter leaves. */
export const UNDO_MINUTES = 10

export type TellFacts = {
  from: StoryState
  held: boolean
  /** True when the contributor was told a publication date that this move takes away. */
  dateTold: boolean
  /** True when nobody has claimed the story before. */
  firstClaim: boolean
  /** With this move as many have approved as the section asks for. */
  complete: boolean
  /** True when the letter of the decision that is taken back has left, or may have. */
  decisionTold: boolean
  spam: boolean
}

/** Everybody who is told of this move. The one who makes it gets no letter, except a receipt. */
export function tell(move: Move, facts: TellFacts): Telling[] {
  switch (move) {
    case 'submit':
      return [to('contributor', 'receipt'), to('section', 'new-story')]
    case 'takeBack':
      return facts.firstClaim ? [] : [to('last-reader', 'taken-back')]
    case 'withdraw':
      return facts.from === 'draft'
        ? []
        : [to('contributor', 'withdrawn-receipt'), ...holder(facts, 'withdrawn'), to('section', 'withdrawn')]
    case 'claim':
      return facts.firstClaim ? [to('contributor', 'being-read')] : []
    case 'release':
      return [to('former-holder', 'released'), to('section', 'back-in-queue')]
    case 'handOver':
      return [to('former-holder', 'taken-over'), to('new-holder', 'handed-over')]
    case 'requestChanges':
      return [to('contributor', 'changes-requested')]
    case 'resubmit':
      return [to('contributor', 'sent-again-receipt'), holderElseSection(facts, 'sent-again')]
    case 'lapse':
      return [to('contributor', 'lapsed'), holderElseSection(facts, 'lapsed')]
    case 'sendForSignOff':
      return [to('contributor', 'sign-off-asked')]
    case 'agree':
      return [holderElseSection(facts, 'agreed'), ...(facts.complete ? [to('publishers', 'ready-to-publish')] : [])]
    case 'answerEdit':
      return [holderElseSection(facts, 'edit-answered')]
    case 'object':
      return [holderElseSection(facts, 'objected')]
    case 'overrideSignOff':
      return facts.complete
        ? [to('contributor', 'approved'), to('publishers', 'ready-to-publish'), to('chief', 'sign-off-overridden')]
        : [to('contributor', 'sign-off-lapsed'), to('section', 'approval-wanted'), to('chief', 'sign-off-overridden')]
    case 'signOffLapse':
      return [to('contributor', 'sign-off-lapsed'), holderElseSection(facts, 'sign-off-lapsed')]
    case 'approve':
      return facts.complete ? approved() : [to('section', 'approval-wanted')]
    case 'approveToo':
      return facts.complete ? approved() : [...holder(facts, 'approval-wanted'), to('section', 'approval-wanted')]
    case 'approveTrusted':
      if (facts.complete) return approved()
      return [...(facts.firstClaim ? [to('contributor', 'being-read')] : []), to('section', 'approval-wanted')]
    case 'reopen':
      return [to('approver', 'reopened'), ...(facts.dateTold ? [to('contributor', 'reopened')] : [])]
    case 'schedule':
      return [to('contributor', 'scheduled')]
    case 'unschedule':
      return [to('contributor', 'unscheduled')]
    case 'publish':
      return [to('contributor', 'published')]
    case 'decline':
      return [{ ...to('contributor', 'declined'), afterMinutes: UNDO_MINUTES }]
    case 'reject':
      // The only silence there is: a spammer gets no letter, and the log says so.
      return facts.spam ? [] : [{ ...to('contributor', 'rejected'), afterMinutes: UNDO_MINUTES }]
    case 'revise':
      return []
    case 'appeal':
      return [to('contributor', 'appeal-receipt'), to('section', 'appealed')]
    case 'undoDecision':
      // Its letter never left, so there is nothing to take back in words.
      return [to('new-holder', 'handed-over')]
    case 'revertDecision':
      return facts.spam || !facts.decisionTold ? [] : [to('contributor', 'decision-reverted')]
    case 'correct':
      return [to('contributor', 'corrected'), to('asker', 'error-corrected')]
    case 'clarify':
      return [to('contributor', 'clarified'), to('asker', 'error-corrected')]
    case 'update':
      return [to('contributor', 'updated'), to('asker', 'error-corrected')]
    case 'askRetraction':
      return [to('chief', 'retraction-asked')]
    case 'join':
      return [to('contributor', 'joined')]
    case 'part':
      return [to('contributor', 'parted')]
    case 'retract':
      return [to('contributor', 'retracted')]
    case 'unpublish':
      return [to('contributor', 'unpublished')]
    case 'restore':
      return [to('contributor', 'restored')]
    case 'archive':
      return [to('contributor', 'closed')]
    case 'placeHold':
      return [...holder(facts, 'hold-placed'), ...(facts.dateTold ? [to('contributor', 'unscheduled')] : [])]
    case 'liftHold':
      return holder(facts, 'hold-lifted')
  }
}

function to(who: Told, letter: StoryLetterKind): Telling {
  return { who, letter }
}

function approved(): Telling[] {
  return [to('contributor', 'approved'), to('publishers', 'ready-to-publish')]
}

function holder(facts: TellFacts, letter: StoryLetterKind): Telling[] {
  return facts.held ? [to('holder', letter)] : []
}

function holderElseSection(facts: TellFacts, letter: StoryLetterKind): Telling {
  return to(facts.held ? 'holder' : 'section', letter)
}
