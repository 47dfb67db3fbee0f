// English: protected reporters: what the desk reads in place of a name, the door to an identity, and the reporter's side.

export const identity = {
  reporter: (number: number) => `Protected reporter #${number}`,
  sender: 'a protected reporter',
  record:
    'Protected. You know this reporter by the pen name of this story alone; nothing here joins it to another story.',

  door: {
    link: 'Open who it is',
    title: (number: number) => `Open who wrote #${number}`,
    back: 'Back to the story',
    lead: 'This reporter is protected. Open the identity only where a person, or the truth of the story, depends on it.',
    told: 'The reporter is told at once by letter and reads your reason. The opening is written into the house’s log under your name.',
    reason: 'Reason',
    reasonHint: 'The reporter reads these words. At least 10 characters.',
    code: 'Code from your app',
    codeHint: 'A fresh one: a code that was used already does not count.',
    password: 'Your password',
    passwordHint: 'Asked again, because two-step sign-in is not on for you.',
    open: 'Open the identity',
    openedTitle: (number: number) => `Who wrote #${number}`,
    name: 'Name',
    email: 'E-mail',
    once: 'You see this once: it is on no other page and is kept nowhere. The reporter has been told.',
  },

  refusals: {
    'reason-missing': 'Say why. The reporter reads these words.',
    'reason-short': 'Give a reason of at least 10 characters.',
    'reason-long': 'Use at most 1,000 characters for the reason.',
    'wrong-code': 'This code is not right any more. Take the one that your app shows now.',
    'wrong-password': 'This is not your password.',
    'not-a-contributor': 'Only reporters can be protected: who works at the desk is known to it.',
  },

  safety: {
    title: 'Protected identity',
    on: 'Your identity is protected.',
    off: 'The desk knows your account’s name.',
    lead: 'Protected, the desk knows you by the pen name of each story alone: your name, your e-mail address and your other stories are on none of its pages.',
    means: [
      'A story signed with your own name is printed without a name from now on. What has appeared already stays as it appeared, and letters that have reached the desk’s mailboxes stay there.',
      'Write about yourself with care: words and pictures can tell who you are, and so can a name in a file.',
      'Admins still see your account, but not which stories belong to it.',
      'Somebody with a special right can open your identity for a reason. You get a letter each time, and it stands below.',
    ],
    protect: 'Protect my identity',
    endTitle: 'End the protection',
    endLead:
      'The desk will read your name on every story that you have ever sent, and see that they are from one person. This cannot be taken back.',
    end: 'Let the desk know who I am',
    forReporters: 'You work at the desk, so your name is known to it. Only reporters can be protected.',
    openingsTitle: 'When your identity was opened',
    neverOpened: 'Never.',
    opened: (number: number) => `For #${number}`,
    openedBefore: 'For a story that does not exist any more',
  },
}
