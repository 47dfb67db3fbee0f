// English: the newsletter, as its readers see it.
export const newsletter = {
  title: 'Newsletter',
  lead: (outlet: string) =>
    `What ${outlet} has published, by e-mail, and nothing else: headlines with a sentence each, and links to the stories. No picture, no advertisement, no counter. Days with nothing new bring no letter.`,
  email: 'E-mail',
  emailFault: 'Type an e-mail address, such as name@example.org',
  often: 'How often',
  rhythms: {
    daily: 'Every day that has something new',
    weekly: 'Once a week',
    topics: 'Only topics I choose, on days that have something new',
  },
  topics: 'Topics',
  topicsHint: 'They count if you chose “Only topics”.',
  noTopic: 'Choose at least one topic, or another rhythm',
  tooOften: 'This was asked for very often. Please try again in an hour.',
  consent: (outlet: string) =>
    `I want ${outlet} to send its newsletter to this address. I can leave at any time with the link in every letter.`,
  kept: 'We keep your address, your choice and when you agreed. We do not count who opens a letter or follows a link.',
  privacy: 'How we treat your data',
  send: 'Get the newsletter',
  trap: 'Leave this empty',
  sent: {
    title: 'Look into your mail',
    text: 'We have written to the address. The newsletter begins when you press the link in that letter, within 24 hours.',
    none: 'No letter? Look among the unwanted mail, or',
    again: 'ask again',
  },
  confirm: {
    title: 'Begin the newsletter',
    lead: 'One press, and it comes to this address.',
    button: 'Yes, begin',
    done: 'The newsletter begins',
    doneText: 'The next issue comes to you. Every letter has a link with which you change your choice or leave.',
  },
  choices: {
    title: 'My newsletter',
    lead: 'Choose how often it comes.',
    save: 'Save my choice',
    saved: 'Your choice is saved.',
    leave: 'Leave the newsletter',
  },
  leave: {
    title: 'Leave the newsletter',
    lead: 'One press, and no newsletter comes any more. Your address is deleted here.',
    button: 'Leave',
    done: 'You have left the newsletter',
    doneText: 'Your address is deleted. You can ask for the newsletter again whenever you like.',
  },
  over: {
    title: 'This link does not work any more',
    text: 'It may be too old, or was used already. You can ask for the newsletter again.',
    link: 'To the newsletter',
  },
  toFrontPage: 'To the front page',
}
