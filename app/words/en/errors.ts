// English: what pages say when something cannot be shown.
import { formatsIn } from '../formats.ts'

const { number, span } = formatsIn('en')

type ErrorWords = { title: string; text: string }

export const errors = {
  /** Begins the title of a page that came back with faults. */
  inTitle: 'Error: ',
  /** What is said of a field whose form has no sentence of its own for it. */
  form: {
    notRead: 'The form could not be read. Please try again.',
    missing: 'This is missing.',
    notAChoice: 'Choose one of the list.',
    wrong: 'This could not be read.',
    tooLong: (characters: number) => `This is too long: at most ${number(characters)} characters.`,
    tooShort: (characters: number) => `This is too short: at least ${number(characters)} characters.`,
    tooMany: (most: number) => `At most ${number(most)} at a time.`,
    atLeast: (least: number) => `Give at least ${number(least)}.`,
    atMost: (most: number) => `Give at most ${number(most)}.`,
  },
  pages: {
    400: {
      title: 'That request could not be read',
      text: 'Something in the address or the form was not as expected. Go back and try again.',
    },
    401: { title: 'Please sign in', text: 'This page is for people with an account.' },
    403: {
      title: 'Not open to you',
      text: 'Your account may not see this page or do this. If you think it should, ask an editor.',
    },
    404: {
      title: 'Page not found',
      text: 'There is nothing at this address. It may have been moved, or the address may be mistyped.',
    },
    405: {
      title: 'That cannot be done here',
      text: 'This address does not take that kind of request. Go back and try again.',
    },
    409: {
      title: 'Somebody was faster',
      text: 'This changed while you were looking at it. Go back, reload the page, and look at it again.',
    },
    410: { title: 'No longer here', text: 'What was at this address was taken down.' },
    413: { title: 'Too large', text: 'What you sent is larger than this site takes.' },
    422: { title: 'Not quite right', text: 'Something in the form needs another look. Go back and try again.' },
    429: { title: 'Too many tries', text: 'Please wait a while, then try again.' },
    500: {
      title: 'Something went wrong here',
      text: 'It is our fault, not yours, and it has been noted. Try again in a moment.',
    },
    503: { title: 'Very busy just now', text: 'Nothing is lost. Wait a few seconds, then try again.' },
  } satisfies Record<number, ErrorWords> as Record<number, ErrorWords>,
  waitSeconds: (seconds: number) =>
    seconds < 90
      ? `You can try again in ${span(seconds, 'second')}.`
      : `You can try again in ${span(Math.ceil(seconds / 60), 'minute')}.`,
  /** Above the list of what is wrong with a form. */
  problem: 'There is a problem',
  requestId: 'If you write to us about this, give this number:',
  toFrontPage: 'Go to the front page',
  toSignIn: 'Sign in',
}
