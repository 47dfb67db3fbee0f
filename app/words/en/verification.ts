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
    readers: 'that words and pictures are original',
  },
  consent: {
    name: 'Consent',
    means: 'People who are named or can be recognised agree, or there is a reason to do without.',
    readers: 'consent of the people shown',
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
  readers: (checked: string) => `The desk checked: ${checked}.`,
}
