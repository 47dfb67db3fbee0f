// What the letters about accounts say.
import type { LetterContent } from '#app/newsroom/letters/letter.ts'

type Addressee = { name: string }

/** After joining: the link that proves the address is theirs. */
export function confirmLetter(to: Addressee, token: string): LetterContent {
  return {
    subject: 'Confirm your e-mail address',
    greeting: `Hello ${to.name},`,
    lines: [
      'You joined as a reporter. Please confirm that this address is yours: until then you can write, and send nothing.',
      'The link works once, within 24 hours.',
    ],
    button: { label: 'Confirm my e-mail', path: `/confirm-email?token=${token}` },
    footer: ['Did you not join? Then do nothing: nobody can use this address without the link.'],
  }
}

/** To somebody who joins with an address that has an account already. */
export function alreadyJoinedLetter(to: Addressee, token: string): LetterContent {
  return {
    subject: 'You already have an account',
    greeting: `Hello ${to.name},`,
    lines: [
      'Somebody, probably you, has just tried to join with this address. It has an account already, and nothing was changed.',
      'You can simply sign in. If you do not know your password any more, set a new one: the link works once, within one hour.',
    ],
    button: { label: 'Set a new password', path: `/reset-password?token=${token}` },
    footer: ['Was it not you? Then do nothing. Your account is as it was.'],
  }
}

/** The way back in. */
export function resetLetter(to: Addressee, token: string): LetterContent {
  return {
    subject: 'Set a new password',
    greeting: `Hello ${to.name},`,
    lines: [
      'Somebody, probably you, has asked for a new password for this address.',
      'The link works once, within one hour. Setting a new password signs you out everywhere.',
    ],
    button: { label: 'Set a new password', path: `/reset-password?token=${token}` },
    footer: ['Was it not you? Then do nothing. Your password is as it was.'],
  }
}

/** To somebody who was given an account from the command line. */
export function firstAdminLetter(to: Addressee, token: string): LetterContent {
  return {
    subject: 'You run this newsroom now',
    greeting: `Hello ${to.name},`,
    lines: [
      'You have been made an admin. Set a password to begin: the link works once, within one hour.',
      'Turn on two-step sign-in under Account as the first thing you do.',
    ],
    button: { label: 'Set a password', path: `/reset-password?token=${token}` },
  }
}

/** So that a stolen session does not go unnoticed. */
export function passwordChangedLetter(to: Addressee): LetterContent {
  return {
    subject: 'Your password was changed',
    greeting: `Hello ${to.name},`,
    lines: [
      'The password of your account has just been changed, and you were signed out everywhere else.',
      'Was it not you? Then set a new password at once and tell the desk.',
    ],
    button: { label: 'Set a new password', path: '/forgot-password' },
  }
}

/** Two-step sign-in went on or off. */
export function twoStepLetter(to: Addressee, on: boolean): LetterContent {
  return {
    subject: on ? 'Two-step sign-in is on' : 'Two-step sign-in is off',
    greeting: `Hello ${to.name},`,
    lines: [
      on
        ? 'From now on signing in asks for a code from your app besides the password.'
        : 'Signing in no longer asks for a code from your app.',
      'Was it not you? Then set a new password at once and tell the desk.',
    ],
    button: { label: 'Look at your account’s security', path: '/account/security' },
  }
}

/** A new role, with what it opens. */
export function roleLetter(to: Addressee, role: 'contributor' | 'editor' | 'admin'): LetterContent {
  const news = {
    contributor: 'You write as a reporter from now on. The desk is closed to your account; your stories are untouched.',
    editor: 'You have been made an editor: the desk is open to you, with every story that waits for an answer.',
    admin: 'You have been made an admin: the desk is open to you, and so are accounts and their rights.',
  }
  return {
    subject: { contributor: 'Your role has changed', editor: 'You are an editor now', admin: 'You are an admin now' }[
      role
    ],
    greeting: `Hello ${to.name},`,
    lines: [news[role], 'You were signed out for the change to take hold. Please sign in again.'],
    button: { label: 'Sign in', path: '/sign-in' },
  }
}

/** A suspension, with its reason in the admin's own words. */
export function suspendedLetter(to: Addressee, reason: string): LetterContent {
  return {
    subject: 'Your account is suspended',
    greeting: `Hello ${to.name},`,
    lines: [
      'Your account has been suspended. You cannot sign in for now. Nothing that you wrote was deleted.',
      `The reason: ${reason}`,
      'If you think that this is a mistake, answer this letter or write to the desk.',
    ],
  }
}

/** The suspension's end. */
export function suspensionLiftedLetter(to: Addressee): LetterContent {
  return {
    subject: 'Your account is open again',
    greeting: `Hello ${to.name},`,
    lines: ['The suspension of your account has been lifted. You can sign in and write as before.'],
    button: { label: 'Sign in', path: '/sign-in' },
  }
}
