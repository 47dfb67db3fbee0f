// English: states, moves, reasons and refusals, as every screen names them.

import type { Conflict, MoveFault } from '#app/newsroom/desk/moving/outcome.ts'
import type { PolicyRefusal } from '#app/newsroom/desk/policy.ts'
import { type ReasonKey, reasonSentences } from '#app/newsroom/desk/reasons.ts'
import type { Told } from '#app/newsroom/desk/tell.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { FaultCode } from '#app/newsroom/story/readiness.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import { formatsIn } from '../formats.ts'

const { number, plural } = formatsIn('en')

/** A state's short name, for desks and lists. */
const states: Record<StoryState, string> = {
  draft: 'Draft',
  submitted: 'New',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  awaiting_sign_off: 'Waiting for sign-off',
  approved: 'Approved',
  scheduled: 'Scheduled',
  published: 'Published',
  declined: 'Declined',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  retracted: 'Taken down',
  archived: 'Closed',
}

/** What a button that orders a move says. */
const moves: Record<Move, string> = {
  submit: 'Send to the desk',
  takeBack: 'Take back',
  withdraw: 'Withdraw',
  claim: 'Claim',
  release: 'Release',
  handOver: 'Hand over',
  requestChanges: 'Request changes',
  resubmit: 'Send again',
  lapse: 'Close',
  sendForSignOff: 'Send for sign-off',
  agree: 'Agree',
  answerEdit: 'Send my answer',
  object: 'Object',
  overrideSignOff: 'Approve without sign-off',
  approve: 'Approve',
  reopen: 'Open again',
  schedule: 'Schedule',
  unschedule: 'Take back the date',
  publish: 'Publish now',
  decline: 'Decline',
  reject: 'Reject',
  revise: 'Work on it again',
  appeal: 'Ask another editor',
  revertDecision: 'Undo the decision',
  retract: 'Retract',
  unpublish: 'Take off the site',
  restore: 'Put back',
  archive: 'Archive',
  placeHold: 'Place a hold',
  liftHold: 'Lift the hold',
  correct: 'Print the correction',
  clarify: 'Print the clarification',
  update: 'Print the update',
  signOffLapse: 'End the sign-off',
  approveToo: 'Approve too',
  approveTrusted: 'Approve at once',
  undoDecision: 'Undo',
  askRetraction: 'Ask for a retraction',
}

/** What happened, in the log and on the status page. */
const done: Record<Move, string> = {
  submit: 'Sent to the desk',
  takeBack: 'Taken back',
  withdraw: 'Withdrawn',
  claim: 'An editor started to read it',
  release: 'Back in the queue',
  handOver: 'Handed to another editor',
  requestChanges: 'Changes requested',
  resubmit: 'Sent again',
  lapse: 'Closed, because the time for changes passed',
  sendForSignOff: 'Sent for sign-off',
  agree: 'Edit agreed',
  answerEdit: 'Edit answered, change by change',
  object: 'Edit objected to',
  overrideSignOff: 'Approved without sign-off',
  approve: 'Approved',
  reopen: 'Opened again for editing',
  schedule: 'Scheduled',
  unschedule: 'Publication date taken back',
  publish: 'Published',
  decline: 'Declined',
  reject: 'Rejected',
  revise: 'Being worked on again',
  appeal: 'A second look was asked for',
  revertDecision: 'Decision taken back',
  retract: 'Taken down',
  unpublish: 'Taken off the site',
  restore: 'Put back on the site',
  archive: 'Archived',
  placeHold: 'Put on hold',
  liftHold: 'Hold lifted',
  correct: 'Corrected',
  clarify: 'Clarified',
  update: 'Updated',
  signOffLapse: 'Back at the desk, because the time for the sign-off passed',
  approveToo: 'Approved by another editor',
  approveTrusted: 'Approved at once',
  undoDecision: 'Decision undone at once',
  askRetraction: 'A retraction was asked for',
}

const reasons: Record<ReasonKey, string> = reasonSentences

/** Why a move was not made, and what to do next. */
const refusals: Record<PolicyRefusal | Conflict, string> = {
  'not-found': 'There is no such story.',
  'not-allowed': 'You may not do this.',
  'own-story': 'You wrote this story, so another editor has to decide on it.',
  'not-holder': 'Only the editor who claimed the story can do this.',
  'second-person': 'A final rejection takes two people: an editor who holds the story, and another who rejects it.',
  'already-appealed': 'A second look can be asked for once.',
  'email-unconfirmed': 'Confirm your e-mail address first: the link is in the letter we sent you.',
  'already-moved': 'Somebody was faster: the story has moved on. Look at it again.',
  changed: 'The story has changed since you opened it. Look at it again; nothing was lost.',
  'changed-since-approval': 'The words are not those that were approved. Approve them again first.',
  'other-words': 'The words have changed since you read them. Read them again before you approve.',
  'on-hold': 'The story is on hold. Lift the hold first.',
  embargo: 'The story is under embargo until later.',
  'not-edited': 'Nothing was edited, so there is nothing to sign off.',
  'too-late': 'This can be done in the first 30 minutes only. Retract the story instead.',
  'not-due': 'It is not time for this yet.',
  'no-edition': 'No next edition of this kind has been approved with a public note.',
  'other-edition': 'The story was printed anew since this edition was begun. Begin it again from what readers see now.',
  'four-eyes': 'Who last changed the words may not approve them here: this section asks for a second pair of eyes.',
  interest: 'You declared an interest in this story, so another editor has to decide on it.',
  'no-edit-right': 'You have no right to edit in this section.',
  'no-publish-right': 'You have no right to publish in this section.',
  'decided-before': 'The reporter asks for another editor than the one who decided: that was you.',
  'last-editor':
    'You changed these words last, and this section asks for a second pair of eyes. Another editor has to approve them.',
  'approved-already': 'You have approved these words already. Another editor’s approval is wanted.',
  'not-trusted': 'Only the story of a trusted reporter is approved at once. Claim it first.',
  'retraction-takes-two':
    'A retraction takes two people: a publisher asks for it, an admin does it. Alone an admin retracts for somebody’s safety only.',
  'letter-gone': 'Ten minutes have passed and the letter has left. Take the decision back with a reason instead.',
}

/** Faults of an order and of readiness, each with what to do. */
const faults: Record<MoveFault['code'], string> & Record<FaultCode, string> = {
  'no-points': 'Write at least one point that should change.',
  'points-open': 'Mark every point as done, or answer it, before you send the story again.',
  'no-reasons': 'Choose at least one reason.',
  'no-such-reason': 'Choose a reason of the list: this one is no longer offered.',
  'no-words': 'Write a sentence that the other side can read.',
  'no-desk-words': 'Write a sentence for the desk.',
  'no-time': 'Give a date and a time.',
  'time-past': 'Give a time that is still to come.',
  'no-such-editor': 'Choose the editor who takes over.',
  'no-hold-kind': 'Say what kind of hold it is.',
  'no-hold': 'There is no hold to lift.',
  'edit-open': 'Accept or reject every change of the desk first.',
  'edit-agreed': 'You have accepted every change: agree to the edit instead.',
  'edit-rejected': 'You have rejected some changes: send your answer, or accept them before you agree.',
  'not-read': 'The form could not be read. Please try again.',
  'no-headline': 'Write a headline.',
  'headline-long': 'The headline is long: over 110 characters it is cut off in many places.',
  'no-standfirst': 'A standfirst of one or two sentences helps the reader to start.',
  'headline-capitals': 'The headline is in capitals. Small letters are read faster.',
  'no-copy': 'Write the story.',
  'copy-short': 'The story is very short. Say who, what, where, when, and how you know.',
  'no-dateline': 'Say where it happened: the place begins the story.',
  'no-date': 'Say on which day: the dateline has a place and no date.',
  'no-section': 'Choose a section.',
  'no-pen-name': 'Write the pen name, or sign with your own name.',
  'no-sources': 'Tell the desk who told you: only the desk reads it.',
  'no-known': 'Say where, when and how you know it: only the desk reads it.',
  'no-ai': 'Say what AI had a part in, or that it had none: only the desk reads it.',
  'picture-no-alt': 'Describe the photo for people who cannot see it, or mark it as decorative.',
  'picture-no-credit': 'Say whose photo it is.',
  'picture-no-rights': 'Confirm that you took the photo or may publish it.',
  'picture-no-caption': 'Write a caption: who and what is to be seen, where and when.',
  'email-unconfirmed': 'Confirm your e-mail address first: the link is in the letter we sent you.',
  'quote-unattributed': 'Say who said this.',
  'bracket-open': 'A bracket has no partner.',
  'quote-mark-open': 'A quotation mark has no partner.',
  'word-twice': 'The same word stands twice.',
  'paragraph-long': 'The paragraph is longer than 120 words. Two are read more easily.',
  'sentence-long': 'The sentence is longer than 50 words.',
  'link-tracks': 'The link has a part that follows readers.',
  'link-shortened': 'The link hides where it leads. Give the whole address.',
  'link-private': 'No reader can open this link: it leads into somebody’s own network.',
  'left-over': 'This looks like a mark to come back to.',
  'marks-many': 'One mark is enough.',
  'private-email': 'This looks like a person’s e-mail address. Do you want it public?',
  'private-phone': 'This looks like a telephone number. Do you want it public?',
  'editor-may-not': 'This editor may not decide on the story. Choose another.',
  'not-sure': 'The desk has accepted the story. Say that you are sure.',
  'no-safety-words': 'Say to the desk who is in danger, and why it cannot wait.',
  'check-source': 'The source has not been checked yet.',
  'check-date': 'The date has not been checked yet.',
  'check-place': 'The place has not been checked yet.',
  'check-original': 'It has not been checked yet whether this is the original.',
  'check-consent': 'Consent has not been checked yet.',
  'check-right-of-reply': 'It has not been checked yet whether the criticised were heard.',
}

/** Who is told of a move. */
const told: Record<Told, (people: number) => string> = {
  contributor: () => 'the reporter',
  holder: () => 'the editor who holds it',
  'former-holder': () => 'the editor who held it',
  'new-holder': () => 'the editor who takes over',
  section: (people) => plural(people, { one: 'one editor', other: `${number(people)} editors` }),
  approver: () => 'the editor who approved it',
  asker: (people) =>
    plural(people, { one: 'the one who reported the error', other: `${number(people)} who reported the error` }),
  'last-reader': () => 'the editor who had read it',
  publishers: (people) => plural(people, { one: 'one publisher', other: `${number(people)} publishers` }),
  chief: (people) => plural(people, { one: 'the chief editor', other: `${number(people)} chief editors` }),
}

const whoActs = {
  contributor: 'The reporter',
  desk: 'The desk',
  editor: 'The editor who claimed it',
  publisher: 'A publisher',
  clock: 'The clock',
  nobody: 'Nobody',
}

export const workflow = { states, moves, done, reasons, refusals, faults, told, whoActs }
