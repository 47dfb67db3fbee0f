// English: every mail the house writes. The facts and links are the newsroom's; here are only the sentences.

import type { LetterWords } from '#app/newsroom/letters/letter-words.ts'
import type { LetterBook } from '../letters.ts'

const q = (headline: string) => `“${headline}”`

const story: LetterWords['story'] = {
  receipt: ({ ref, headline, sentAt, answerBy }) => ({
    subject: `Received: ${ref} ${headline}`,
    lines: [
      sentAt
        ? `Thank you. ${q(headline)} reached our desk on ${sentAt}. Its number is ${ref}.`
        : `Thank you. ${q(headline)} has reached our desk. Its number is ${ref}.`,
      answerBy && `You have our answer by ${answerBy}.`,
      'You can see where it is at any time, write to the desk, or take it back.',
    ],
  }),
  'pitch-receipt': ({ headline, answerBy }) => ({
    subject: `Your idea has reached us: ${headline}`,
    lines: [`Thank you. ${q(headline)} is with our desk.`, answerBy && `You have our answer by ${answerBy}.`],
  }),
  'new-pitch': ({ headline, answerBy }) => ({
    subject: `New pitch: ${headline}`,
    lines: [`A reporter offers ${q(headline)}.`, answerBy && `We promised an answer by ${answerBy}.`],
  }),
  'pitch-welcomed': ({ headline, note }) => ({
    subject: `Yes, please write it: ${headline}`,
    lines: [`We would like to read ${q(headline)}.`, note],
  }),
  'pitch-declined': ({ headline, note }) => ({
    subject: `About your idea: ${headline}`,
    lines: [`Thank you for ${q(headline)}. We can’t take it.`, note],
  }),
  'live-approved': ({ headline, note }) => ({
    subject: `Your live entry is public: ${headline}`,
    lines: [`Thank you. ${q(headline)} stands in our live coverage.`, note && 'The desk changed your words to:', note],
  }),
  'live-declined': ({ headline, note }) => ({
    subject: `About your live entry: ${headline}`,
    lines: [`Thank you for ${q(headline)}. It does not appear in our live coverage.`, note],
  }),
  'live-corrected': ({ headline, note }) => ({
    subject: `Corrected: your live entry ${headline}`,
    lines: [`The desk has corrected ${q(headline)}. Readers see that it was, and this note:`, note],
  }),
  'live-removed': ({ headline, note }) => ({
    subject: `Removed: your live entry ${headline}`,
    lines: [`The desk has removed ${q(headline)}. In its place readers find the reason:`, note],
  }),
  'new-live-entry': ({ headline, answerBy }) => ({
    subject: `A live entry waits: ${headline}`,
    lines: [
      `A reporter has sent ${q(headline)} for the live coverage.`,
      answerBy && `We promised an answer by ${answerBy}.`,
    ],
  }),
  'new-story': ({ ref, headline, byline, answerBy }) => ({
    subject: `New story ${ref}: ${headline}`,
    lines: [`${byline} has sent ${q(headline)}.`, answerBy && `We promised an answer by ${answerBy}.`],
  }),
  'taken-back': ({ ref, headline, byline }) => ({
    subject: `Taken back: ${ref}`,
    lines: [`${byline} has taken ${q(headline)} back.`],
  }),
  withdrawn: ({ ref, headline, byline, note }) => ({
    subject: `Withdrawn: ${ref} ${headline}`,
    lines: [`${byline} has withdrawn ${q(headline)}.`, note],
  }),
  'withdrawn-receipt': ({ ref, headline }) => ({
    subject: `Withdrawn: ${ref} ${headline}`,
    lines: [`You have withdrawn ${q(headline)}. We will not publish it. Your text stays in your account.`],
  }),
  'being-read': ({ ref, headline, desk }) => ({
    subject: `We are reading ${ref} ${headline}`,
    lines: [`An editor of the ${desk} has started to read ${q(headline)}.`],
  }),
  released: ({ ref, headline, deskNote }) => ({
    subject: `Back in the queue: ${ref} ${headline}`,
    lines: [`${q(headline)} is in the queue again and no longer yours.`, deskNote],
  }),
  'taken-over': ({ ref, headline, deskNote }) => ({
    subject: `With a colleague now: ${ref} ${headline}`,
    lines: [`A colleague has ${q(headline)} from now on. What you wrote is kept with the story.`, deskNote],
  }),
  'handed-over': ({ ref, headline, deskNote }) => ({
    subject: `Handed to you: ${ref} ${headline}`,
    lines: [`${q(headline)} is yours now.`, deskNote],
  }),
  'changes-requested': ({ ref, headline, points, pointCount, note, dueBy }) => ({
    subject: `We ask you for changes: ${ref} ${headline}`,
    lines: [
      pointCount === 0
        ? `We would like to publish ${q(headline)}, with changes that we have marked in your words. Please look at them.`
        : pointCount === 1
          ? `We would like to publish ${q(headline)}. One thing is missing:`
          : `We would like to publish ${q(headline)}. ${pointCount} things are missing:`,
      points,
      note,
      dueBy && `Please answer by ${dueBy}.`,
    ],
  }),
  'sent-again': ({ ref, headline, byline }) => ({
    subject: `Sent again: ${ref} ${headline}`,
    lines: [`${byline} has answered your points and sent ${q(headline)} again.`],
  }),
  'sent-again-receipt': ({ ref, headline }) => ({
    subject: `Received again: ${ref} ${headline}`,
    lines: [`Thank you. Your new version of ${q(headline)} is with the desk.`],
  }),
  lapsed: ({ ref, headline, forDesk }) => ({
    subject: `Closed for now: ${ref} ${headline}`,
    lines: [
      `The time for the changes to ${q(headline)} has passed, so we have closed it.`,
      forDesk ? 'The reporter can open it again.' : 'You can open it again with one click.',
    ],
  }),
  'sign-off-asked': ({ ref, headline, note, dueBy }) => ({
    subject: `Please check our edit: ${ref} ${headline}`,
    lines: [
      `We have edited ${q(headline)}. Please read it and tell us whether you agree.`,
      note,
      dueBy && `Please answer by ${dueBy}.`,
    ],
  }),
  agreed: ({ ref, headline, byline }) => ({
    subject: `Agreed: ${ref} ${headline}`,
    lines: [`${byline} agrees with the edit of ${q(headline)}.`],
  }),
  objected: ({ ref, headline, byline, note }) => ({
    subject: `Objection: ${ref} ${headline}`,
    lines: [`${byline} does not agree with the edit of ${q(headline)}:`, note],
  }),
  approved: ({ ref, headline, note }) => ({
    subject: `Accepted: ${ref} ${headline}`,
    lines: [`We are glad to publish ${q(headline)}.`, note],
  }),
  'ready-to-publish': ({ ref, headline }) => ({
    subject: `Ready to publish: ${ref} ${headline}`,
    lines: [`${q(headline)} has been approved.`],
  }),
  reopened: ({ ref, headline, note }) => ({
    subject: `Opened again: ${ref} ${headline}`,
    lines: [`${q(headline)} is being edited again and has to be approved anew.`, note],
  }),
  scheduled: ({ ref, headline, publishAt }) => ({
    subject: `It will appear: ${ref} ${headline}`,
    lines: [publishAt ? `${q(headline)} will appear on ${publishAt}.` : `${q(headline)} has been scheduled.`],
  }),
  unscheduled: ({ ref, headline }) => ({
    subject: `The date was taken back: ${ref} ${headline}`,
    lines: [`${q(headline)} will not appear at the time we told you. It stays accepted; we will write again.`],
  }),
  published: ({ headline }) => ({
    subject: `Published: ${headline}`,
    lines: [`${q(headline)} is public. Thank you for your work.`],
  }),
  declined: ({ ref, headline, reasons, note }) => ({
    subject: `About your story ${ref} ${headline}`,
    lines: [
      `We can’t publish ${q(headline)} as it is. Why:`,
      reasons,
      note,
      'You can work on it and send it again under the same number, or ask another editor to look at it once.',
    ],
  }),
  rejected: ({ ref, headline, reasons, note }) => ({
    subject: `About your story ${ref} ${headline}`,
    lines: [
      `We will not publish ${q(headline)}. Why:`,
      reasons,
      note,
      'You can ask another editor to look at it once.',
    ],
  }),
  revised: ({ ref, headline }) => ({
    subject: `Being revised: ${ref}`,
    lines: [`${q(headline)} is being revised.`],
  }),
  appealed: ({ ref, headline, byline, note }) => ({
    subject: `Appeal: ${ref} ${headline}`,
    lines: [`${byline} asks for a second look at ${q(headline)}:`, note],
  }),
  'appeal-receipt': ({ ref, headline }) => ({
    subject: `Your appeal: ${ref} ${headline}`,
    lines: [`Another editor will look at ${q(headline)}.`],
  }),
  'decision-reverted': ({ ref, headline, note }) => ({
    subject: `Decision taken back: ${ref} ${headline}`,
    lines: [`We have taken our decision on ${q(headline)} back. It is with the desk again.`, note],
  }),
  retracted: ({ ref, headline, note }) => ({
    subject: `Taken down: ${ref} ${headline}`,
    lines: [`We have taken ${q(headline)} down. The public reason:`, note],
  }),
  unpublished: ({ ref, headline }) => ({
    subject: `Off the site for now: ${ref} ${headline}`,
    lines: [`For a technical reason ${q(headline)} is off the site for now. It stays accepted.`],
  }),
  restored: ({ ref, headline }) => ({
    subject: `Public again: ${ref} ${headline}`,
    lines: [`${q(headline)} is public again.`],
  }),
  closed: ({ ref, headline }) => ({
    subject: `Closed: ${ref} ${headline}`,
    lines: [`${q(headline)} has been closed.`],
  }),
  joined: ({ ref, headline, byline }) => ({
    subject: `Joined with another report: ${ref} ${headline}`,
    lines: [
      `${byline} reported the same event. We make one story of both reports; ${q(headline)} is part of it, and both by-lines stand under it.`,
      'You can see where it is at any time, and write to the desk. We tell you when it appears.',
    ],
  }),
  parted: ({ ref, headline }) => ({
    subject: `A report of its own again: ${ref} ${headline}`,
    lines: [`We have taken ${q(headline)} apart from the other report again. It is with the desk by itself.`],
  }),
  'report-receipt': ({ headline }) => ({
    subject: `We have your report: ${headline}`,
    lines: [
      `Thank you. What you wrote about ${q(headline)} is with our desk. An editor checks it and writes to you at this address.`,
      'Was it not you? Then do nothing: we write once more at most.',
    ],
  }),
  'report-answered': ({ headline, ticket, outcome, note }) => ({
    subject: `Our answer: ${headline}`,
    lines: [
      ticket === 'takedown' ? `You asked us to take down ${q(headline)}.` : `You reported an error in ${q(headline)}.`,
      outcome === 'done' ? 'We have done something about it.' : 'We have looked at it and leave it as it is.',
      note,
    ],
  }),
  'hold-placed': ({ ref, headline, hold, deskNote }) => ({
    subject: `On hold: ${ref} ${headline}`,
    lines: [`${q(headline)} has been put on hold${hold && ` (${hold})`}.`, deskNote],
  }),
  'hold-lifted': ({ ref, headline, deskNote }) => ({
    subject: `Hold lifted: ${ref} ${headline}`,
    lines: [`The hold on ${q(headline)} has been lifted.`, deskNote],
  }),
  'edit-answered': ({ ref, headline, byline, note }) => ({
    subject: `Answer to the edit: ${ref} ${headline}`,
    lines: [
      `${byline} has answered each change of the edit of ${q(headline)}. What was rejected is as it was before:`,
      note,
    ],
  }),
  reminder: ({ ref, headline, answerBy }) => ({
    subject: `Still waiting for an answer: ${ref} ${headline}`,
    lines: [`The reporter of ${q(headline)} is still waiting.`, answerBy && `We promised an answer by ${answerBy}.`],
  }),
  'ticket-asked': ({ ref, headline, ticket, byReader }) => ({
    subject:
      ticket === 'takedown'
        ? `Takedown asked for: ${ref} ${headline}`
        : ticket === 'error'
          ? `Error reported: ${ref} ${headline}`
          : `Correction asked for: ${ref} ${headline}`,
    lines: [
      ticket === 'takedown'
        ? byReader
          ? `A reader asks us to take down ${q(headline)}.`
          : `The reporter asks us to take down ${q(headline)}.`
        : ticket === 'error'
          ? `A reader reports an error in ${q(headline)}.`
          : `The reporter asks for a correction of ${q(headline)}.`,
    ],
  }),
  'ticket-answered': ({ ref, headline, ticket, outcome, note }) => ({
    subject: ticket === 'takedown' ? `Your request: ${ref} ${headline}` : `Your correction: ${ref} ${headline}`,
    lines: [
      ticket === 'takedown'
        ? `You asked us to take down ${q(headline)}.`
        : `You asked for a correction of ${q(headline)}.`,
      outcome === 'done' ? 'We have done it.' : 'We have not done it.',
      note,
    ],
  }),
  comment: ({ ref, headline, desk, forDesk }) => ({
    subject: `A comment on ${ref} ${headline}`,
    lines: [
      forDesk
        ? `There is a new comment on words of ${q(headline)}.`
        : `The ${desk} has commented on words of your story ${q(headline)}. You find the comment beside these words and can answer it there.`,
    ],
  }),
  message: ({ ref, headline, desk, forDesk }) => ({
    subject: `A message about ${ref} ${headline}`,
    lines: [
      forDesk
        ? `The reporter has written to the desk about ${q(headline)}.`
        : `The ${desk} has written to you about ${q(headline)}.`,
    ],
  }),
  corrected: ({ ref, headline, note }) => ({
    subject: `Corrected: ${ref} ${headline}`,
    lines: [`${q(headline)} has been corrected. The public note:`, note],
  }),
  clarified: ({ ref, headline, note }) => ({
    subject: `Clarified: ${ref} ${headline}`,
    lines: [`${q(headline)} has been made clearer. The public note:`, note],
  }),
  updated: ({ ref, headline, note }) => ({
    subject: `Updated: ${ref} ${headline}`,
    lines: [`${q(headline)} has been updated. The public note:`, note],
  }),
  'error-corrected': ({ ref, headline, note }) => ({
    subject: `You reported an error: ${ref} ${headline}`,
    lines: [`Thank you for your report about ${q(headline)}. The story has been printed anew. The public note:`, note],
  }),
  'sign-off-lapsed': ({ ref, headline }) => ({
    subject: `The time for the sign-off has passed: ${ref} ${headline}`,
    lines: [`The time for your answer to the edit of ${q(headline)} has passed. The story is with the editor again.`],
  }),
  'approval-wanted': ({ ref, headline }) => ({
    subject: `Another approval is wanted: ${ref} ${headline}`,
    lines: [`${q(headline)} has been approved, and its section asks for another editor’s approval of the same words.`],
  }),
  'sign-off-overridden': ({ ref, headline, deskNote }) => ({
    subject: `Approved without sign-off: ${ref} ${headline}`,
    lines: [`${q(headline)} went on without the reporter’s answer to the edit.`, deskNote],
  }),
  'retraction-asked': ({ ref, headline, deskNote }) => ({
    subject: `A retraction is asked for: ${ref} ${headline}`,
    lines: [`A publisher asks you to take ${q(headline)} down:`, deskNote],
  }),
  'back-in-queue': ({ ref, headline, deskNote }) => ({
    subject: `In the queue again: ${ref} ${headline}`,
    lines: [`${q(headline)} is in the queue again and can be claimed.`, deskNote],
  }),
}

const wasItYou = 'Was it not you? Then set a new password at once and tell the desk.'

const account: LetterWords['account'] = {
  'confirm-email': () => ({
    subject: 'Confirm your e-mail address',
    lines: [
      'You joined as a reporter. Please confirm that this address is yours: until then you can write, and send nothing.',
      'The link works once, within 24 hours.',
    ],
    footer: ['Did you not join? Then do nothing: nobody can use this address without the link.'],
  }),
  'already-joined': () => ({
    subject: 'You already have an account',
    lines: [
      'Somebody, probably you, has just tried to join with this address. It has an account already, and nothing was changed.',
      'You can simply sign in. If you do not know your password any more, set a new one: the link works once, within one hour.',
    ],
    footer: ['Was it not you? Then do nothing. Your account is as it was.'],
  }),
  'reset-password': () => ({
    subject: 'Set a new password',
    lines: [
      'Somebody, probably you, has asked for a new password for this address.',
      'The link works once, within one hour. Setting a new password signs you out everywhere.',
    ],
    footer: ['Was it not you? Then do nothing. Your password is as it was.'],
  }),
  'first-admin': () => ({
    subject: 'You run this newsroom now',
    lines: [
      'You have been made an admin. Set a password to begin: the link works once, within one hour.',
      'Turn on two-step sign-in under Account as the first thing you do.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Your password was changed',
    lines: ['The password of your account has just been changed, and you were signed out everywhere else.', wasItYou],
  }),
  'two-step': ({ on }) => ({
    subject: on ? 'Two-step sign-in is on' : 'Two-step sign-in is off',
    lines: [
      on
        ? 'From now on signing in asks for a code from your app besides the password.'
        : 'Signing in no longer asks for a code from your app.',
      wasItYou,
    ],
  }),
  'safety-off': () => ({
    subject: 'Safety mode is off',
    lines: [
      'From now on our letters name your stories again, and a device you write on keeps a copy of your words.',
      wasItYou,
    ],
  }),
  role: ({ role = 'contributor' }) => ({
    subject: {
      contributor: 'Your role has changed',
      editor: 'You are an editor now',
      admin: 'You are an admin now',
    }[role],
    lines: [
      {
        contributor:
          'You write as a reporter from now on. The desk is closed to your account; your stories are untouched.',
        editor: 'You have been made an editor: the desk is open to you, with every story that waits for an answer.',
        admin: 'You have been made an admin: the desk is open to you, and so are accounts and their rights.',
      }[role],
      'You were signed out for the change to take hold. Please sign in again.',
    ],
  }),
  suspended: ({ reason = '' }) => ({
    subject: 'Your account is suspended',
    lines: [
      'Your account has been suspended. You cannot sign in for now. Nothing that you wrote was deleted.',
      reason && `The reason: ${reason}`,
      'If you think that this is a mistake, answer this letter or write to the desk.',
    ],
  }),
  'suspension-lifted': () => ({
    subject: 'Your account is open again',
    lines: ['The suspension of your account has been lifted. You can sign in and write as before.'],
  }),
  'newsletter-confirm': () => ({
    subject: 'Confirm the newsletter',
    lines: [
      'Somebody, probably you, has asked us to send the newsletter to this address. It begins when you confirm it.',
      'The link works once, within 24 hours.',
    ],
    footer: ['Was it not you? Then do nothing: you get no newsletter, and this address is deleted here.'],
  }),
  'newsletter-already': () => ({
    subject: 'You already get the newsletter',
    lines: [
      'Somebody, probably you, has just asked for the newsletter with this address. It gets it already, and nothing was changed.',
      'You can choose how often it comes, or leave it.',
    ],
    footer: ['Was it not you? Then do nothing. Everything is as it was.'],
  }),
  'identity-opened': ({ number = 0, reason = '', at = '' }) => ({
    subject: 'Your identity was opened',
    lines: [
      `Your identity was opened on ${at} for #${number}. Somebody at the desk who has the right to do so has seen your name and your e-mail address.`,
      `The reason they gave: ${reason}`,
      'Every opening is kept on your page about safety. Write to the desk if you do not understand this one.',
    ],
  }),
  'identity-protected': () => ({
    subject: 'Your identity is protected',
    lines: [
      'An admin has protected your identity: the desk knows you by the pen name of each story alone.',
      'Only you can end this, on your page about safety.',
    ],
  }),
  'protection-ended': () => ({
    subject: 'Your identity is no longer protected',
    lines: ['From now on the desk reads your name on every story you have sent.', wasItYou],
  }),
  'identity-right': ({ on }) => ({
    subject: on ? 'You may open identities' : 'You may no longer open identities',
    lines: [
      on
        ? 'You have been given the right to open who a protected reporter is. Each time you give a reason, which the reporter reads.'
        : 'The right to open who a protected reporter is has been taken from you.',
    ],
  }),
  'section-rights': ({ sections = [] }) => ({
    subject: 'Where you may work at the desk has changed',
    lines: [
      sections.length === 0
        ? 'You may edit and publish in every section.'
        : 'From now on you may work in these sections:',
      ...sections.map(
        ({ name, edit, publish }) =>
          `${name}: ${edit && publish ? 'edit and publish' : edit ? 'edit' : publish ? 'publish' : 'read only'}`,
      ),
    ],
  }),
}

export const letters: LetterBook = {
  untitled: 'Untitled',
  nameWithheld: 'A contributor (name withheld)',
  dear: (name) => `Dear ${name},`,
  hello: (name) => `Hello ${name},`,
  buttons: {
    status: 'Where is my story',
    desk: 'Open it at the desk',
    read: 'Read it',
    answer: 'Read it and answer',
    confirm: 'Confirm my e-mail',
    newPassword: 'Set a new password',
    firstPassword: 'Set a password',
    security: 'Look at your account’s security',
    safety: 'Look at your safety',
    signIn: 'Sign in',
    notices: 'See all notices',
    newsletter: 'Begin the newsletter',
    choices: 'My newsletter',
  },
  outcomes: { done: 'We have done it.', refused: 'We have not done it.' },
  holds: { legal: 'legal', safety: 'safety', embargo: 'embargo', other: 'other reasons' },
  answerThere: (desk, ref) => `Please do not answer this letter: write to the ${desk} on the page of story ${ref}.`,
  choose: 'Choose which letters you get',
  story,
  account,
  digest: {
    subject: (letters) => (letters === 1 ? 'One piece of news today' : `${letters} pieces of news today`),
    lead: (letters) =>
      letters === 1
        ? 'This has happened since the last letter of the day:'
        : 'This has happened since the last letter of the day, the oldest first:',
    more: (letters) =>
      letters === 1 ? 'And one more, among your notices.' : `And ${letters} more, among your notices.`,
  },
  veiled: {
    sender: 'Messages',
    subject: 'A message is waiting',
    hello: 'Hello,',
    news: 'There is news for you. Sign in to read it.',
    signIn: 'Sign in',
    link: 'Here is the link that was asked for. It works once, for a short time. If you did not ask for it, do nothing.',
    openLink: 'Open the link',
    closed: [
      'You cannot sign in for now. Nothing was deleted.',
      'If you think that this is a mistake, answer this letter.',
    ],
  },
}
