// English: what the reader screens say.
import { formatsIn } from '../formats.ts'

const { span } = formatsIn('en')

export const reader = {
  skip: 'Skip to the stories',
  masthead: {
    home: (outlet: string) => `${outlet}, front page`,
    sections: 'Sections',
    topics: 'Running topics',
    allHours: '24/7',
    beAReporter: 'Be a reporter',
  },
  footer: {
    follow: 'Follow us',
    rss: 'RSS feed',
    thePaper: 'The paper',
    editorialTeam: 'Editorial team',
    beAReporter: 'Be a reporter',
    sections: 'Sections',
  },
  front: {
    title: (outlet: string, tagline: string) => (tagline ? `${outlet} – ${tagline}` : outlet),
    description: (outlet: string) =>
      `The latest from ${outlet}, sent in by the people who were there and checked by the desk.`,
    onlyHeard: (outlet: string) => `${outlet}: today’s stories`,
    latest: 'Latest',
    topics: 'Followed around the clock',
    earlier: 'Earlier stories',
    empty: {
      title: 'The first story has not been printed yet',
      text: 'This is where it will stand. It could be yours.',
    },
  },
  earlier: {
    title: 'Earlier stories',
    toFrontPage: 'Back to the front page',
    none: 'There are no earlier stories.',
  },
  list: {
    next: 'Earlier stories',
    first: 'Newest stories',
    empty: 'Nothing has been published here yet.',
    by: (name: string) => `By ${name}`,
  },
  story: {
    title: (headline: string, outlet: string) => `${headline} – ${outlet}`,
    by: 'By',
    nameWithheld: 'Name withheld',
    nameWithheldWhy: 'The desk knows who wrote this.',
    checked: (desk: string) => `Citizen report, edited by the ${desk}`,
    published: 'Published',
    updated: 'Updated',
    seeChanges: 'See what changed',
    reading: (minutes: number) => `${span(minutes, 'minute')} to read`,
    changes: 'What changed',
    kind: { correction: 'Correction', clarification: 'Clarification', update: 'Update' },
    topics: 'Topics',
    share: 'Share this story',
    shareBy: {
      email: 'E-mail',
      whatsapp: 'WhatsApp',
      telegram: 'Telegram',
      facebook: 'Facebook',
      x: 'X',
      bluesky: 'Bluesky',
    },
    address: 'Address to copy',
    moreOnTopic: (topic: string) => `More on ${topic}`,
    moreInSection: (section: string) => `More from ${section}`,
  },
  invite: {
    title: 'Be a reporter',
    text: 'Were you there? Do you know something that is missing? Tell it in your own words; the desk reads every story.',
    textOnTopic: (topic: string) =>
      `Do you know more about ${topic}? Tell it in your own words; the desk reads every story.`,
    link: 'Write and send your article',
  },
  retracted: {
    title: 'This story has been taken down',
    text: (desk: string) => `It stood at this address until the ${desk} retracted it. This notice stays in its place.`,
    reason: 'The reason',
    on: 'Taken down on',
  },
  missing: {
    title: 'There is nothing at this address',
    text: 'It may have been mistyped, or the page was never published.',
    toFrontPage: 'Go to the front page',
  },
  topic: {
    title: (title: string, outlet: string) => `${title} – ${outlet}`,
    background: 'Background',
    keyEvents: 'Key events',
    stories: 'The stories, newest first',
    feed: 'RSS feed of this topic',
    allHours: '24/7',
  },
  section: {
    title: (section: string, outlet: string) => `${section} – ${outlet}`,
    kicker: 'Section',
    feed: 'RSS feed of this section',
  },
  byline: {
    title: (name: string, outlet: string) => `${name} – ${outlet}`,
    description: (name: string, outlet: string) => `Stories by ${name} in ${outlet}.`,
    kicker: 'Reporter',
    stories: 'Published stories',
  },
  team: {
    title: 'Editorial team',
    lead: (desk: string) =>
      `The people of the ${desk} read what is sent in, ask questions, check what can be checked and answer for what is printed.`,
    role: { admin: 'Responsible editor', editor: 'Editor' },
    none: 'The editors have not introduced themselves yet.',
    standards: 'How we work',
    corrections: 'When we are wrong',
  },
  beAReporter: {
    title: 'Be a reporter',
    lead: (outlet: string) =>
      `Most stories in ${outlet} are sent in by people who were there. If you have seen something others should know, write it.`,
    onTopic: (topic: string) => `Your story will be filed under ${topic}.`,
    write: 'Write your article',
    writeNote: 'You will be asked to sign in or to join; it takes a minute.',
    steps: 'How it works',
    step: [
      {
        title: 'Write',
        text: 'A headline, where and when it happened, what you saw and how you know. Add your photos. Drafts save themselves.',
      },
      {
        title: 'Send',
        text: 'One button. The page tells you beforehand what is still missing, and afterwards by when you will be answered.',
      },
      {
        title: 'Work with an editor',
        text: 'An editor reads it, may ask for changes and shows you each one. You can answer, accept or withdraw.',
      },
      {
        title: 'Be printed',
        text: 'Under your name, a pen name or with your name withheld. You are told when it is out, or why it is not.',
      },
    ],
    promise: 'When you will be answered',
    promiseIntro: 'Counted from the moment you send it:',
    hours: (hours: number) => {
      if (hours < 48 || hours % 24 !== 0) return `within ${span(hours, 'hour')}`
      return `within ${span(hours / 24, 'day')}`
    },
    looksFor: 'What we print',
    safety: 'Your safety first',
    agreement: 'What you and we agree',
    corrections: 'When something turns out wrong',
    desk: 'Who is at the desk',
    deskLink: 'Meet the editorial team',
  },
}
