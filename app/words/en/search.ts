// English: readers' search.
import { formatsIn } from '../formats.ts'

const { number, plural } = formatsIn('en')

export const search = {
  title: 'Search',
  pageTitle: (typed: string, outlet: string) => (typed ? `“${typed}” – Search – ${outlet}` : `Search – ${outlet}`),
  about: (outlet: string) =>
    `Search everything that ${outlet} has published: by words, section, topic, place and date.`,
  label: 'Search the paper',
  words: 'Words',
  hint: 'Quotation marks keep words together; a minus before a word leaves it out.',
  find: 'Search',
  narrow: 'Section, topic, place and date',
  any: 'All',
  section: 'Section',
  topic: 'Topic',
  place: 'Place',
  from: 'From',
  to: 'Up to',
  order: 'Order',
  orders: { best: 'Best first', newest: 'Newest first' },
  count: (stories: number) => plural(stories, { one: 'One story', other: `${number(stories)} stories` }),
  moreThan: (stories: number) => `More than ${number(stories)} stories`,
  bestOf: (stories: number) =>
    `The best of the newest ${number(stories)}. Choose “Newest first” or more words to reach the others.`,
  none: 'No published story has all of this. Try fewer or other words, or take a filter away.',
  noMore: 'There are no more stories here.',
  first: 'Back to the first',
  next: 'More stories',
  lookedAt: 'These words stand in very many stories. Only the newest of them were looked at, older ones were not.',
  older: 'Look in older stories',
  topics: 'Topics',
  sections: 'Sections',
  latest: 'Latest',
  often: 'You have searched very often within a minute. Please wait a moment and search again.',
  remarks: {
    cut: 'This was very long; only its beginning was looked for.',
    'open-quote': 'A quotation mark was not closed, so the words after it were looked for one by one.',
    'many-words': 'Only the first 16 words were looked for.',
    'no-words': 'There is no word in this that can be looked for. Type at least one word or number.',
    'no-choice': 'There is no such section or topic.',
    'no-day': 'One of the dates does not exist, so it was left out.',
    'days-turned': 'The first date lies after the last one.',
  },
}
