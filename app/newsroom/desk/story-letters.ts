// The words of every letter about a story: kind and facts → subject, lines, button.
import { type ReasonKey, reasonSentences } from '#app/newsroom/desk/reasons.ts'
import type { LetterKind } from '#app/newsroom/desk/tell.ts'
import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import { dateAndTime, dateOnly } from '#app/newsroom/outlet/local-time.ts'

export type StoryLetterFacts = {
  number: number
  publicId: string
  headline: string
  /** Name of the one who reads the letter. */
  reader: string
  deskName: string
  timeZone: string
  /** The name the story is to be signed with; the account's name never leaves for a pen name. */
  byline: string
  note: string
  deskNote: string
  reasons: readonly ReasonKey[]
  points: readonly string[]
  answerBy: Date | null
  dueAt: Date | null
  publishAt: Date | null
  slug: string | null
  hold: string
}

/** What a letter of this kind says. */
export function storyLetter(kind: LetterKind, f: StoryLetterFacts): LetterContent {
  const { subject, lines, button } = words(kind, f)
  return { subject, greeting: `Dear ${f.reader},`, lines: lines.filter(Boolean), button, footer: footerOf(f) }
}

type Said = { subject: string; lines: string[]; button: { label: string; path: string } }

function words(kind: LetterKind, f: StoryLetterFacts): Said {
  const title = f.headline || 'Untitled'
  const story = `“${title}”`
  const ref = `#${f.number}`
  const status = { label: 'Where is my story', path: `/my/stories/${f.publicId}/status` }
  const desk = { label: 'Open it at the desk', path: `/desk/stories/${f.publicId}` }
  const reasons = f.reasons.map((key) => `– ${reasonSentences[key]}`).join('\n')
  const due = f.dueAt ? `Please answer by ${dateOnly(f.dueAt, f.timeZone)}.` : ''

  switch (kind) {
    case 'receipt':
      return {
        subject: `Received: ${ref} ${title}`,
        lines: [
          `Thank you. ${story} has reached our desk as ${ref}.`,
          f.answerBy ? `You have our answer by ${dateAndTime(f.answerBy, f.timeZone)}.` : '',
          'You can see where it is at any time, write to the desk, or take it back.',
        ],
        button: status,
      }
    case 'new-story':
      return {
        subject: `New story ${ref}: ${title}`,
        lines: [
          `${f.byline} has sent ${story}.`,
          f.answerBy ? `We promised an answer by ${dateAndTime(f.answerBy, f.timeZone)}.` : '',
        ],
        button: desk,
      }
    case 'taken-back':
      return { subject: `Taken back: ${ref}`, lines: [`${f.byline} has taken ${story} back.`], button: desk }
    case 'withdrawn':
      return {
        subject: `Withdrawn: ${ref} ${title}`,
        lines: [`${f.byline} has withdrawn ${story}.`, f.note],
        button: desk,
      }
    case 'withdrawn-receipt':
      return {
        subject: `Withdrawn: ${ref} ${title}`,
        lines: [`You have withdrawn ${story}. We will not publish it. Your text stays in your account.`],
        button: status,
      }
    case 'being-read':
      return {
        subject: `We are reading ${ref} ${title}`,
        lines: [`An editor of the ${f.deskName} has started to read ${story}.`],
        button: status,
      }
    case 'released':
      return {
        subject: `Back in the queue: ${ref} ${title}`,
        lines: [`${story} is in the queue again and no longer yours.`, f.deskNote],
        button: desk,
      }
    case 'handed-over':
      return { subject: `Handed to you: ${ref} ${title}`, lines: [`${story} is yours now.`, f.deskNote], button: desk }
    case 'changes-requested':
      return {
        subject: `We ask you for changes: ${ref} ${title}`,
        lines: [
          f.points.length === 1
            ? `We would like to publish ${story}. One thing is missing:`
            : `We would like to publish ${story}. ${f.points.length} things are missing:`,
          f.points.map((point, i) => `${i + 1}. ${point}`).join('\n'),
          f.note,
          due,
        ],
        button: status,
      }
    case 'sent-again':
      return {
        subject: `Sent again: ${ref} ${title}`,
        lines: [`${f.byline} has answered your points and sent ${story} again.`],
        button: desk,
      }
    case 'sent-again-receipt':
      return {
        subject: `Received again: ${ref} ${title}`,
        lines: [`Thank you. Your new version of ${story} is with the desk.`],
        button: status,
      }
    case 'lapsed':
      return {
        subject: `Closed for now: ${ref} ${title}`,
        lines: [
          `The time for the changes to ${story} has passed, so we have closed it. It can be opened again with one click.`,
        ],
        button: status,
      }
    case 'sign-off-asked':
      return {
        subject: `Please check our edit: ${ref} ${title}`,
        lines: [`We have edited ${story}. Please read it and tell us whether you agree.`, f.note, due],
        button: status,
      }
    case 'agreed':
      return {
        subject: `Agreed: ${ref} ${title}`,
        lines: [`${f.byline} agrees with the edit of ${story}.`],
        button: desk,
      }
    case 'objected':
      return {
        subject: `Objection: ${ref} ${title}`,
        lines: [`${f.byline} does not agree with the edit of ${story}:`, f.note],
        button: desk,
      }
    case 'approved':
      return {
        subject: `Accepted: ${ref} ${title}`,
        lines: [`We are glad to publish ${story}.`, f.note],
        button: status,
      }
    case 'ready-to-publish':
      return { subject: `Ready to publish: ${ref} ${title}`, lines: [`${story} has been approved.`], button: desk }
    case 'reopened':
      return {
        subject: `Opened again: ${ref} ${title}`,
        lines: [`${story} is being edited again and has to be approved anew.`, f.note],
        button: status,
      }
    case 'scheduled':
      return {
        subject: `It will appear: ${ref} ${title}`,
        lines: [
          f.publishAt
            ? `${story} will appear on ${dateAndTime(f.publishAt, f.timeZone)}.`
            : `${story} has been scheduled.`,
        ],
        button: status,
      }
    case 'unscheduled':
      return {
        subject: `The date was taken back: ${ref} ${title}`,
        lines: [`${story} will not appear at the time we told you. It stays accepted; we will write again.`],
        button: status,
      }
    case 'published':
      return {
        subject: `Published: ${title}`,
        lines: [`${story} is public. Thank you for your work.`],
        button: { label: 'Read it', path: f.slug ? `/stories/${f.slug}` : status.path },
      }
    case 'declined':
      return {
        subject: `About your story ${ref} ${title}`,
        lines: [
          `We can't publish ${story} as it is. Why:`,
          reasons,
          f.note,
          'You can work on it and send it again under the same number, or ask another editor to look at it once.',
        ],
        button: status,
      }
    case 'rejected':
      return {
        subject: `About your story ${ref} ${title}`,
        lines: [
          `We will not publish ${story}. Why:`,
          reasons,
          f.note,
          'You can ask another editor to look at it once.',
        ],
        button: status,
      }
    case 'revised':
      return { subject: `Being revised: ${ref}`, lines: [`${story} is being revised.`], button: desk }
    case 'appealed':
      return {
        subject: `Appeal: ${ref} ${title}`,
        lines: [`${f.byline} asks for a second look at ${story}:`, f.note],
        button: desk,
      }
    case 'appeal-receipt':
      return {
        subject: `Your appeal: ${ref} ${title}`,
        lines: [`Another editor will look at ${story}.`],
        button: status,
      }
    case 'decision-reverted':
      return {
        subject: `Decision taken back: ${ref} ${title}`,
        lines: [`We have taken our decision on ${story} back. It is with the desk again.`, f.note],
        button: status,
      }
    case 'retracted':
      return {
        subject: `Taken down: ${ref} ${title}`,
        lines: [`We have taken ${story} down. The public reason:`, f.note],
        button: status,
      }
    case 'unpublished':
      return {
        subject: `Off the site for now: ${ref} ${title}`,
        lines: [`For a technical reason ${story} is off the site for now. It stays accepted.`],
        button: status,
      }
    case 'restored':
      return {
        subject: `Public again: ${ref} ${title}`,
        lines: [`${story} is public again.`],
        button: { label: 'Read it', path: f.slug ? `/stories/${f.slug}` : status.path },
      }
    case 'closed':
      return { subject: `Closed: ${ref} ${title}`, lines: [`${story} has been closed.`], button: status }
    case 'hold-placed':
      return {
        subject: `On hold: ${ref} ${title}`,
        lines: [`${story} has been put on hold (${f.hold}).`, f.deskNote],
        button: desk,
      }
    case 'hold-lifted':
      return {
        subject: `Hold lifted: ${ref} ${title}`,
        lines: [`The hold on ${story} has been lifted.`, f.deskNote],
        button: desk,
      }
  }
}

function footerOf(f: StoryLetterFacts): string[] {
  return [`Please do not answer this letter: write to the ${f.deskName} on the page of story #${f.number}.`]
}
