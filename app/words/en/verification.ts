// English: what the desk verifies, how it says so, and what of it readers are told.
import type { CheckKey, CheckState, VerificationRefusal, VerificationState } from '#app/newsroom/desk/verification.ts'
import { formatsIn } from '../formats.ts'

const { number, plural } = formatsIn('en')

const checks: Record<CheckKey, { name: string; means: string; readers: string }> = {
  source: {
    name: 'Source',
    means: 'The desk knows who says so, and how they know it.',
    readers: 'source',
  },
  date: {
    name: 'Date',
    means: 'It happened on the day the story says.',
    readers: 'date',
  },
  place: {
    name: 'Place',
    means: 'It happened where the story says: a map, a landmark or a second witness agrees.',
    readers: 'place',
  },
  original: {
    name: 'Original or copy',
    means: 'Words and pictures are the reporter’s own, or it is said whose they are.',
    readers: 'originality of words and pictures',
  },
  consent: {
    name: 'Consent',
    means: 'People who are named or can be recognised agree, or there is a reason to do without.',
    readers: 'consent of those shown',
  },
  'right-of-reply': {
    name: 'Right of reply',
    means: 'Whoever is criticised was asked for an answer, and it is in the story.',
    readers: 'right of reply',
  },
}

const checkStates: Record<CheckState, string> = { open: 'Open', done: 'Checked', 'not-needed': 'Not needed' }

const states: Record<VerificationState, string> = { complete: 'Complete', open: 'Open', overridden: 'Passed over' }

const refused: Record<VerificationRefusal, string> = {
  'not-found': 'There is no such story.',
  'not-allowed': 'Only the desk records checks.',
  'own-story': 'You wrote this story, so another editor has to verify it.',
  interest: 'You have declared an interest in this story, so another editor has to verify it.',
  'no-edit-right': 'You have no right to edit in this section, so another editor has to verify it.',
  closed: 'The story is closed. Its checks stay as they are.',
  'no-such-check': 'There is no such check.',
  'no-evidence': 'Say how you know. Without that, nobody can rely on the check.',
  'no-reason': 'Say why the story may pass without these checks.',
  'too-long': 'This is too long: at most 2,000 characters.',
  changed: 'Somebody recorded this check since you opened the page. Read what they found, then save yours again.',
  'nothing-open': 'Nothing is open any more, so there is nothing to pass over.',
  'already-overridden': 'Somebody has let the story pass already.',
  'not-overridden': 'That was taken back already.',
}

export const verification = {
  title: 'Verification',
  pageTitle: (story: number) => `Verification of #${story}`,
  back: 'Back to the story',
  lead: 'The desk alone reads what you write here. Readers are told which checks were done, not how.',
  progress: (answered: number, asked: number) => `${number(answered)} of ${number(asked)} checked`,
  nothingAsked: 'This section asks for no checks.',
  states,
  checks,
  checkStates,
  record: 'Record',
  change: 'Change',
  outcome: 'Outcome',
  evidence: 'How do you know?',
  evidenceHint: 'Whom you asked, what you compared. Needed unless the check stays open.',
  save: (check: string) => `Save “${check}”`,
  others: 'Other checks',
  override: {
    open: 'Let it pass unchecked…',
    title: 'Let the story pass unchecked',
    lead: (open: number) =>
      plural(open, {
        one: 'One check is open. The story can be approved without it if you say why. Your name and your reason stay with the story.',
        other: `${number(open)} checks are open. The story can be approved without them if you say why. Your name and your reason stay with the story.`,
      }),
    reason: 'Why it cannot wait',
    button: 'Let it pass',
    cancel: 'Cancel',
    shown: 'Passed over, because:',
    revoke: 'Take this back',
  },
  log: {
    title: 'What was recorded',
    acts: {
      open: 'Set back to open',
      done: 'Checked',
      'not-needed': 'Not needed',
      override: 'Let pass unchecked',
      revoke: 'Taken back: it has to be checked',
      original: 'Original file taken out',
    },
    somebody: 'Somebody whose account is gone',
  },
  done: { check: 'The check is recorded.', override: 'The story may pass.', revoke: 'The open checks count again.' },
  refused,
  likeness: {
    title: 'Like other stories',
    share: (percent: string) => `${percent} of the runs of words are the same`,
    sent: 'Sent',
    probably: 'Probably one text in two versions.',
    sameReporter: 'From the same reporter: probably a new version of that story.',
    sideBySide: 'Read both side by side',
    mine: 'This story',
    marked: 'What both say is marked.',
    join: 'Join the two stories…',
    local:
      'Compared in this house with what was published, what waits and what was declined. Nothing was sent anywhere.',
    none: 'Nothing like it is known here.',
    picture: {
      sameFile: 'The same file is in',
      sameLook: 'The same photo, or nearly so, is in',
      other: 'Photo in the other story',
    },
  },
  pictures: {
    ask: 'Worth asking about',
    flags: {
      'other-day': (days: string) => `Taken ${days} away from the story’s date.`,
      future: () => 'Taken later than it was sent: the camera’s clock is wrong, or the date was written into the file.',
      'far-apart': (kilometres: string) => `Taken ${kilometres} km from another photo of this story.`,
      'edited-with': (program: string) => `Saved by a program that edits photos: ${program}.`,
      'made-with': (program: string) => `Written by a program that makes pictures: ${program}.`,
      'ai-made': () => 'Its credentials say that a model made it.',
      'ai-part': () => 'Its credentials say that a model made a part of it.',
      'credentials-invalid': () => 'Its credentials do not belong to this file: it was changed after it was signed.',
    },
    days: (days: number) => plural(days, { one: 'a day', other: `${number(days)} days` }),
    storyDate: 'Story’s date',
    storyPlace: 'Story’s place',
    credentials: 'Credentials',
    states: {
      valid: 'Valid',
      'unknown-signer': 'Unchanged since it was signed; nobody here vouches for the signer',
      invalid: 'Not valid',
    },
    signer: 'Signed by',
    madeBy: 'Written by',
    claims: {
      captured: 'taken by a camera',
      'ai-made': 'made by a model',
      'ai-part': 'made by a model in part',
      composite: 'put together from several pictures',
      edited: 'edited',
    },
    says: 'Says it was',
    takeOut: 'Take the original out',
    takeOutHint: 'The file as it came, with everything in it. That you took it is written down.',
    show: 'Show the graphic photo',
  },
  lookUps: {
    title: 'Look it up outside',
    lead: 'Nothing leaves the house until you follow one of these.',
    names: {
      map: 'Where it was taken, on a map',
      sun: 'Where the sun stood',
      place: 'The place on a map',
      headline: 'The headline in a search of the web',
    },
    tells: {
      map: (host: string) => `${host} gets the coordinates from the photo.`,
      sun: (host: string) => `${host} gets the coordinates and the time from the photo.`,
      place: (host: string) => `${host} gets the name of the place.`,
      headline: (host: string) => `${host} gets the headline of a story that may not be public yet.`,
    },
    photos: 'To look for a photo elsewhere, somebody has to give it to a search engine. The house never does that.',
  },
  readers: (checked: string) => `The desk checked: ${checked}.`,
}
