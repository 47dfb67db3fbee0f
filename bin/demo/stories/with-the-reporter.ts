/** Two stories that wait for their reporter: one to check the desk's edit, one to answer its points. */
import { dateline, doc, p, quote, ul } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'

const clock = p(
  'Since Monday the bells of the town hall have struck the hour again. They had been silent for nineteen years, because the cable to the tower was cut when the square was paved, and nobody knew where.',
)
const found = p(
  'A pupil of the technical school found it with a borrowed detector, in one afternoon, forty centimetres below the flower bed. Her class had been asked to map the pipes; the cable was on no plan of the square, old or new.',
)

export const storiesWithTheReporter: DemoStory[] = [
  {
    key: 'town-hall-bells',
    state: 'awaiting_sign_off',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'The bells are back: after nineteen years the town hall strikes the hour',
    standfirst: 'A cut cable, a borrowed detector and a flower bed. The mayor now asks for quiet between ten and six.',
    section: 'memory',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 9,
    editor: 'day-editor',
    reason: 'We made the beginning shorter and checked the names. Please tell us whether the list is right now.',
    sources: 'The pupil and her teacher, both on record; the mayor’s office in writing.',
    messages: [{ from: 'desk', text: 'A lovely story. The edit is with you: seven small things.' }],
    copy: doc(
      dateline('Panagyurishte'),
      clock,
      found,
      p('The cable was mended by the municipal electrician, who did not send a bill.'),
      p('Three things had to be repaired besides:'),
      ul('the hammer of the large bell', 'the face of the clock to the north', 'the ladder'),
      quote('I thought it was a water pipe. Then it began to hum.', 'The pupil who found the cable'),
      p(
        'Not everybody is happy. Two families who live opposite have asked for quiet at night, and the mayor says she will have the hammer lifted between ten and six.',
      ),
    ),
    edited: {
      headline: 'After nineteen years the town hall of Panagyurishte strikes the hour again',
      copy: doc(
        dateline('Panagyurishte'),
        p(
          'Since Monday the bells of the town hall have struck the hour again. They had been silent for nineteen years: the cable to the tower was cut when the square was paved, and nobody knew where.',
        ),
        found,
        p('The cable was mended by the municipal electrician free of charge.'),
        p('Three things had to be repaired besides:'),
        ul(
          'the hammer of the large bell',
          'the face of the clock to the north',
          'the ladder to the loft',
          'two panes of the lantern',
        ),
        quote('I thought it was a water pipe. Then it began to hum.', 'Raya, 17, who found the cable'),
        p(
          'Not everybody is happy. Two families who live opposite have asked for quiet at night, and the mayor says she will have the hammer lifted between ten at night and six.',
        ),
      ),
    },
  },
  {
    key: 'fire-brigade-well',
    state: 'changes_requested',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'The volunteer fire brigade digs its own well',
    standfirst: 'Eleven metres by hand, because the hydrant at the upper end of the town has no pressure in summer.',
    section: 'rescue',
    topics: [],
    place: 'Panagyurishte',
    hoursAgo: 30,
    editor: 'day-editor',
    sources: 'Helped to carry stones on two Saturdays. The commander is named with his consent.',
    changePoints: [
      'You write that the hydrant “has never had pressure”. The waterworks say it has, except in July and August. Please ask them and put it right.',
      'How deep is the well? The second paragraph says eleven metres, the last one twelve.',
      'Who pays for the pump? One sentence is enough.',
    ],
    messages: [{ from: 'desk', text: 'Three points, none of them long. We would like to print it on Saturday.' }],
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'At the upper end of the town the hydrant has never had pressure, and in August, when the slope burned, the volunteers drove down to the river eleven times with a tank that holds as much as three bath tubs.',
      ),
      p(
        'Now they are digging. The well is eleven metres deep, as wide as two people, and lined with stones from the old school. It has taken nine Saturdays. Nobody was paid, and nobody was hurt, if a thumb is not counted.',
      ),
      p(
        'Every stone was carried up from the school yard by hand, because the lane is too steep for the lorry. The baker sent rolls, the chemist sent plasters, and the fourth form painted a sign that says how many metres there are to go. It has been wrong by one for a fortnight.',
      ),
      p(
        'The water came on the last Saturday of October, at twelve metres, and was drunk at once, against the advice of the commander.',
      ),
    ),
  },
]
