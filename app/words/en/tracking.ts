// English: where a story is – waits, suggestions, versions, corrections – to the one who wrote it, and to the desk.
import type { StoryState } from '#app/newsroom/story/story.ts'
import { formatsIn } from '../formats.ts'

const { number, plural } = formatsIn('en')

/** What comes next, in one sentence. */
const next: Record<StoryState, string> = {
  draft: 'Nothing happens until you send it to the desk.',
  submitted: 'You need to do nothing: an editor reads it and writes to you.',
  in_review: 'You need to do nothing: the editor decides, or writes to you.',
  changes_requested: 'Work on what the desk asks for, then send the story again.',
  awaiting_sign_off: 'Read what the desk has changed and say what may stay.',
  approved: 'You need to do nothing: the desk decides when it appears.',
  scheduled: 'You need to do nothing: it appears by itself.',
  published: 'Readers have it. If something in it is wrong, ask for a correction.',
  declined: 'You can work on it and send it again, or ask another editor to look at it.',
  rejected: 'You can ask another editor to look at it, once.',
  withdrawn: 'Nothing more happens. Your text stays here.',
  retracted: 'Nothing more happens. The notice stays public.',
  archived: 'Nothing more happens.',
}

/** Blocks of a story by the name they have in the copy. */
const blocks: Record<string, string> = {
  paragraph: 'Paragraph',
  heading: 'Heading',
  heading2: 'Heading',
  heading3: 'Smaller heading',
  bulletList: 'List',
  orderedList: 'Numbered list',
  blockquote: 'Quotation',
  pullQuote: 'Pull quote',
  factBox: 'Box',
  figure: 'Photo',
  dateline: 'Dateline',
  related: 'Read more',
  embed: 'Embed',
  correction: 'Correction',
  horizontalRule: 'Divider',
}

/** What can change about a block beside its words. */
const attributes: Record<string, string> = {
  type: 'Kind of block',
  level: 'Kind of heading',
  start: 'First number',
  place: 'Place',
  agency: 'Agency',
  date: 'Date',
  alt: 'Description',
  decorative: 'Decorative',
  credit: 'Credit',
  layout: 'Width',
  pictureId: 'Picture',
  source: 'Where the quotation is from',
  cite: 'Address of the quotation',
  attribution: 'Who said it',
  kind: 'Kind',
  title: 'Title',
  label: 'What it says',
  url: 'Address',
  ref: 'What it leads to',
  refType: 'What it leads to',
  provider: 'Service',
  providerId: 'Post or video',
}

export const tracking = {
  next,
  nextWord: 'Next',
  received: 'Received',
  waited: (span: string) => `You have waited ${span}.`,
  halfAnswered: (span: string) => `Half of all reporters get a first answer within ${span}.`,
  halfDecided: (span: string) => `Half of all stories are decided within ${span}.`,
  halfAnsweredIn: (section: string, span: string) => `In the section ${section} half get it within ${span}.`,
  halfDecidedIn: (section: string, span: string) => `In the section ${section} half are decided within ${span}.`,
  lateSince: (promised: string) => `We promised an answer by ${promised}. We are late.`,
  late: 'We are late',
  remind: 'Remind the desk',
  reminded: (when: string) => `You reminded the desk ${when}. You can do it again after two days.`,

  points: {
    progress: (done: number, all: number) => `${number(done)} of ${number(all)} done`,
    done: 'Done',
    isDone: 'Done',
    isAnswered: 'Answered',
    isOpen: 'Open',
    answer: 'Answer',
    save: 'Save without sending',
    saveHint:
      'Ticks and answers go with the story when you send it again. Save them when you want to work on the text first.',
    openPoint: (at: number) => `Point ${number(at)} is open: tick it or answer it.`,
    mend: 'Your ticks and answers are saved. Tick or answer what is open, then send the story again.',
    said: { answered: 'Your ticks and answers are saved.' },
  },

  edits: {
    reason: 'Why',
    direct: 'Edited without asking',
    directLead: (desk: string, changes: number) =>
      plural(changes, {
        one: `The ${desk} made one change by itself, such as house style. You need not answer it.`,
        other: `The ${desk} made ${number(changes)} changes by itself, such as house style. You need not answer them.`,
      }),
    madeBy: (desk: string) => `by the ${desk}`,
  },

  suggestions: {
    title: 'What the desk has changed',
    lead: (desk: string, changes: number) =>
      plural(changes, {
        one: `The ${desk} has made one change. Please answer by the date above; after it the desk may go on without you.`,
        other: `The ${desk} has made ${number(changes)} changes. Please answer by the date above; after it the desk may go on without you.`,
      }),
    leadDraft: (desk: string, changes: number) =>
      plural(changes, {
        one: `The ${desk} has made one change in your story. It stays unless you reject it.`,
        other: `The ${desk} has made ${number(changes)} changes in your story. They stay unless you reject them.`,
      }),
    reason: 'The desk writes:',
    progress: (answered: number, all: number) => `${number(answered)} of ${number(all)} answered`,
    one: (at: number) => `Change ${number(at)}`,
    kinds: { headline: 'Headline', standfirst: 'Standfirst' },
    removed: 'was: ',
    added: 'now: ',
    end: ' – ',
    listItem: 'List item',
    blocks,
    attributes,
    formOnly: 'The words are the same; their form is another.',
    accept: 'Accept',
    reject: 'Reject',
    acceptAll: 'Accept all',
    rejectAll: 'Reject all',
    accepted: 'Accepted',
    rejected: 'Rejected',
    allAccepted: 'You accept every change. Agree, and the story is approved.',
    someRejected: (rejected: number) =>
      plural(rejected, {
        one: 'You reject one change. Send your answer, and the editor gets the story without it.',
        other: `You reject ${number(rejected)} changes. Send your answer, and the editor gets the story without them.`,
      }),
    someOpen: (open: number) =>
      plural(open, {
        one: 'One change is still to be answered.',
        other: `${number(open)} changes are still to be answered.`,
      }),
    takeOver: 'Put my answers into the story',
    takeOverHint: 'The changes you rejected go out of your draft. What you have written since stays.',
    said: {
      accepted: 'Accepted.',
      rejected: 'Rejected.',
      'all-accepted': 'All changes are accepted. You can still alter each.',
      'all-rejected': 'All changes are rejected. You can still alter each.',
      'taken-over': 'Your answers are in the story.',
    },
    refused: {
      stale:
        'The desk has changed the story since you opened this page. Here is the edit as it is now; nothing was lost.',
      changed: 'The story was saved again since you opened this page. Look at it once more; nothing was lost.',
      open: 'Accept or reject every change first.',
      collides:
        'You have written in a place whose change you reject, so we left both as they are. Alter that place in the story yourself.',
      'no-such-change': 'That change is not part of the edit any more. Here is the edit as it is now.',
    },
  },

  compare: {
    link: 'Compare versions',
    title: (headline: string) => `Versions of “${headline}”`,
    from: 'Earlier version',
    to: 'Later version',
    button: 'Compare',
    back: 'Where is my story',
    why: {
      now: 'Your draft now',
      autosave: 'Saved while you wrote',
      submit: 'Sent to the desk',
      resubmit: 'Sent again',
      desk: 'Edited by the desk',
      restore: 'Taken back from an earlier version',
      direct: 'Edited by the desk, without asking',
      merge: 'Joined with another report',
      conflict: 'Kept from another device',
      suggestions: 'With your answers to the edit',
    },
    numbered: (at: number) => `No. ${number(at)}`,
    changes: (changes: number) =>
      plural(changes, {
        one: 'One change',
        other: changes === 0 ? 'These two versions are the same.' : `${number(changes)} changes`,
      }),
    unchanged: (lines: number) =>
      plural(lines, { one: 'One paragraph as before', other: `${number(lines)} paragraphs as before` }),
    legend: 'Struck through: only in the earlier version. Underlined: only in the later one.',
    headline: 'Headline',
    standfirst: 'Standfirst',
    text: 'Text',
    nothing: 'There is only one version so far',
    nothingHint: 'While you write, a version is kept every ten minutes, and one each time you send the story.',
    restore: 'Take the earlier version back',
    restoreHint:
      'Headline, standfirst and text become those of the earlier version. Your draft as it is now is kept as a version too.',
    refused: {
      'not-now': 'The story is with the desk and cannot be changed now.',
      changed: 'The story was saved again since you opened this page. Look at it once more; nothing was lost.',
      gone: 'That version shows a photo which is not there any more, so it was not taken back.',
    },
    restored: 'The earlier version is your draft again. The one before is kept.',
  },

  published: {
    title: 'Since it appeared',
    reads: (reads: string) => `Read ${reads}`,
    times: (reads: number) => plural(reads, { one: 'once', other: `${number(reads)} times` }),
    week: (reads: string) => `${reads} in the last seven days`,
    noReads: 'Not read yet, as far as we have counted.',
    readsHint: 'Counted once a minute, without knowing who reads.',
    ask: { correction: 'Ask for a correction', takedown: 'Ask for a takedown' },
    asked: 'What you asked for',
    kinds: { correction: 'A correction', takedown: 'A takedown', error: 'An error' },
    states: { open: 'The desk has it', done: 'Done', refused: 'Not done' },
  },

  ticket: {
    leads: {
      correction: 'Say what is wrong, what is right, and how you know. An editor checks it and writes to you.',
      takedown:
        'Say why the story should not be public. If somebody is in danger, begin with that. An editor decides and writes to you.',
    },
    fields: { correction: 'What is wrong, and what is right', takedown: 'Why it should be taken down' },
    send: 'Send it to the desk',
    back: 'Where is my story',
    faults: {
      empty: 'Write what the desk should do, and why.',
      'too-long': 'This is too long: at most 5,000 characters.',
      'already-asked': 'The desk has such a request of yours already. It answers that one first.',
      'not-published': 'This can be asked of a published story only.',
    },
  },

  corrections: {
    title: 'Corrections and takedowns',
    lead: 'What reporters and readers ask of published stories, the oldest first. Your answer goes to them as a letter.',
    empty: 'Nobody asks for anything',
    emptyHint:
      'Requests appear here when a reporter asks for a correction or a takedown of a published story, or a reader reports an error.',
    own: 'You wrote this story, so another editor answers.',
    answer: 'Answer to the reporter',
    done: 'Done',
    refuse: 'Refuse',
    review: 'Open it at the desk',
    live: 'Read it on the site',
    older: 'More',
    first: 'The oldest',
    answered: 'The answer is on its way.',
    onStory: (open: number) =>
      plural(open, {
        one: 'One request about this story waits for an answer.',
        other: `${number(open)} requests about this story wait for an answer.`,
      }),
    answerIt: 'Read it and answer',
    faults: {
      empty: 'Write an answer: the reporter reads it.',
      'too-long': 'The answer is too long: at most 5,000 characters.',
      'own-story': 'You wrote this story, so another editor has to answer.',
      'already-answered': 'Somebody was faster: this has been answered.',
      'not-found': 'There is no such request.',
    },
  },

  done: {
    reminded: 'The desk has your reminder.',
    asked: 'The desk has your request. You get a letter with the answer.',
    restored: 'The earlier version is your draft again. The one before is kept.',
  },
  notReminded: 'The desk was not reminded: it is not late, or you have reminded it in the last two days.',
  sureAccepted: 'Yes, withdraw it although the desk has accepted it',
}
