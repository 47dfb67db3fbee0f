// English: the lists that admins keep – reasons of decisions and words of letters.
import { formatsIn } from '../formats.ts'

const { number } = formatsIn('en')

export const lists = {
  reasons: {
    title: 'Reasons for a decision',
    lead: 'What an editor can choose when a story is declined or rejected, in this order. The reporter reads the sentence in their own language.',
    outcomes: { 'not-ready': 'Not ready: may be sent again', 'not-for-us': 'Not for us' },
    own: 'Own words',
    up: 'Up',
    down: 'Down',
    change: 'Change',
    retire: 'Retire',
    bringBack: 'Bring back',
    /** Said after a button, for those who cannot see beside which sentence it stands. */
    about: (sentence: string) => `: ${sentence}`,
    retired: 'No longer offered',
    retiredHint: 'Old letters and logs go on naming them.',
    noneRetired: 'No reason has been retired.',
    add: 'Add a reason',
    changeTitle: 'Change a reason',
    outcome: 'Which list it belongs to',
    sentence: (language: string) => `Sentence in ${language}`,
    sentenceHint: 'Begin as a whole sentence: it stands in the letter as it is here.',
    bookHint: (sentence: string) => `Without words of your own: ${sentence}`,
    save: 'Save the reason',
    back: 'All reasons',
    done: {
      saved: 'The reason is saved.',
      moved: 'The order is saved.',
      retired: 'The reason is no longer offered.',
      'brought-back': 'The reason is offered again, at the end of its list.',
    },
    faults: {
      'reason-empty': 'Write the sentence in the language of the outlet.',
      'reason-long': 'The sentence is too long: at most 300 characters.',
      'reasons-many': 'There are 100 reasons already. Retired ones count too: change one of them.',
      'reason-unknown': 'There is no such reason.',
      'reason-last': 'This is the last reason of its list. Add another one before you retire it.',
    },
  },

  letters: {
    title: 'Words of letters',
    lead: 'Every letter the house writes about stories. You can put words of your own in place of the book’s; letters leave with them from then on.',
    toReaders: 'To readers who reported something',
    ownIn: (languages: string) => `Own words in ${languages}`,
    back: 'All letters',
    languages: 'Language of the words',
    book: 'The words of the book',
    bookHint: 'What is said where you put nothing. Parts that depend on the story may be left out or differ.',
    own: 'Your own words',
    noOwn: 'You have put no words of your own in this language.',
    places: 'Places you can name',
    placesHint:
      'Write a place in braces and the letter has the fact there. A paragraph with a place for which there is no fact is left out.',
    protectedReader: 'A protected reporter',
    noteToWriter: 'what the desk writes to the reporter',
    placeNames: {
      number: 'the story’s number',
      headline: 'its headline',
      desk: 'the name of the desk',
      byline: 'how the story is signed',
      note: 'what the other side writes',
      deskNote: 'what the desk writes to the desk',
      reasons: 'the reasons, one a line',
      points: 'what should change, one a line',
      sent: 'when the story arrived',
      date: 'the date this letter is about',
      hold: 'why the story is on hold',
      outcome: 'whether it was done',
    },
    subject: 'Subject',
    body: 'Text',
    bodyHint: 'One paragraph a line. Only text: greeting, button and the last lines are added.',
    save: 'Save these words',
    show: 'Show the preview',
    drop: 'Back to the words of the book',
    preview: 'Preview with a made-up story',
    asText: 'As text',
    asHtml: 'As mail programs show it',
    openHtml: 'Open it alone',
    veiled: 'Who is in safety mode gets none of this: their letters say only that there is news, whatever stands here.',
    sample: {
      headline: 'The bridge opens on Tuesday',
      note: 'The mayor should be asked, too.',
      point: 'Name the source of the figure.',
      byline: 'Mila of the riverside',
      name: 'Mila',
    },
    done: {
      saved: 'These words are used from the next letter on.',
      dropped: 'The words of the book are used again.',
    },
    faults: {
      'template-empty': 'Write something here, or go back to the words of the book.',
      'template-long': (most: number) => `This is too long: at most ${number(most)} characters.`,
      'template-place': (place: string) =>
        `There is no place {${place}} in this letter. The list names those there are.`,
      'template-lacks': (place: string) => `This letter may not leave out {${place}}.`,
    },
  },

  /** In the dialog of a decision. */
  letter: {
    show: 'Preview the letter',
    title: 'The letter that will go',
    to: (language: string) => `In the language of the one who gets it: ${language}`,
    spam: 'To a sender of spam no letter goes.',
    subject: 'Subject:',
  },
}
