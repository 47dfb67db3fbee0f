/** Stories about the tank parade in Panagyurishte. */
import {
  background,
  dateline,
  doc,
  facts,
  h2,
  ol,
  p,
  pull,
  quote,
  related,
  timeline,
  ul,
  weekday,
} from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const paradeStories: DemoStory[] = [
  {
    key: 'tank-rolls-again',
    state: 'published',
    lead: true,
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'Off its plinth after 48 years, the town’s tank opens the parade under its own power',
    standfirst:
      'Fourteen thousand people lined the streets of Panagyurishte to see a monument move. The bridge held, the clutch nearly did not, and the driver was a schoolteacher.',
    section: 'forces',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 2,
    editor: 'day-editor',
    sources:
      'I stood at the reviewing stand and then walked the route behind the column. Mayor and brigade spokesman spoke to me on the record; the driver agreed to be quoted by trade only. Crowd figure from the municipal police, given by telephone.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        `At eleven minutes past ten on ${weekday(0)} morning the oldest resident of the market square left it for the second time this year, and for the first time without a crane. A medium tank that had stood on a granite plinth since before most of the spectators were born turned out of Museum Street in a cloud of blue smoke, straightened up with some effort, and led the garrison’s anniversary parade down to the river.`,
      ),
      p(
        'Municipal police put the crowd at fourteen thousand, in a town of sixteen thousand. Windows had been rented out along the first half of the route. Where the pavement narrows below the clock tower, people stood on kitchen chairs.',
      ),
      drawn(
        'tank-plinth',
        'wide',
        'The tank as the town has known it: on its plinth above the market square, facing the river.',
      ),
      p(
        '“I have walked past it every day of my life and I never once heard it,” said a baker who had closed her shop for the morning. “You think you know a thing.”',
      ),
      h2('A teacher at the levers'),
      p(
        'The driver, who teaches physics at the town’s technical school, had been chosen from eleven volunteers because he had driven tracked tractors as a young man and because, in his own words, he was the only applicant who asked about the brakes. He had nine hours of practice in the workshop yard. For the last of them the restorers taped a glass of water to the hull, and told him to keep it full.',
      ),
      p(
        'The difficult place was known in advance. At the corner of Museum Street the column had to turn right by a little more than ninety degrees on new paving, and the clutch had slipped there at the rehearsal two nights before. Now it slipped again. For some twenty seconds the tank stood across the street with its engine racing while two mechanics walked alongside as though nothing had happened. Then the left track bit, the turret passed a balcony with an arm’s length to spare, and the band, which had stopped, began again in the middle of a bar.',
      ),
      quote(
        'We said from the start that a restored machine is allowed to be old. It is not a fairground ride. If it had stopped, we would have pushed it back and people would have clapped for that too.',
        'The head of the restoration workshop',
      ),
      h2('Thirty-one tonnes on a bridge of 1934'),
      p(
        'Engineers had worried less about the clutch than about the bridge over the Luda Yana, whose main span was built in 1934 for carts and buses. Last month’s load test, with lorries filled with gravel, had shown a margin of about a third. The municipality closed the bridge to spectators all the same, and for the forty seconds of the crossing there was nobody on it except the crew and one structural engineer with a laser level.',
      ),
      p(
        'The deflection he read was seven millimetres. The limit that had been agreed was twelve. He held up seven fingers to the mayor on the far bank, who at first took it for a wave.',
      ),
      pull('I have walked past it every day of my life and I never once heard it.', 'A baker on Museum Street'),
      p(
        'Behind the tank came the garrison itself: three companies on foot, a mountain battery with its howitzers hitched to lorries, the sappers with two search dogs who received the loudest applause of the day, and a column of six of the new vehicles [[wheeled armoured carriers delivered under the current modernisation programme]] that the brigade has been training on since the summer. A flight of four trainer aircraft was cancelled because of low cloud over the ridge.',
      ),
      drawn(
        'parade-map',
        'inline',
        'The route: 2.3 kilometres, one bridge, one corner that everybody had warned about.',
      ),
      h2('What the day cost'),
      p(
        'The restoration was paid for by a public collection, the regional museum and a grant for industrial heritage; the parade itself comes out of the town’s budget and the brigade’s training money. The figures below were published by the municipality and have been added up by us.',
      ),
      ul(
        '**Restoration of the tank:** 214,000 euros, of which a little over half was collected from residents.',
        '**Strengthening and testing of the bridge:** 61,000 euros, which the council had planned to spend within two years in any case.',
        '**The parade:** 38,500 euros, including the repair of paving, of which forty square metres will have to be laid again.',
      ),
      p(
        'An opposition councillor who had voted against the project said after the parade that she had changed her mind about the tank but not about the money. “It was beautiful. I would still have mended the swimming pool first. One is allowed to think both.”',
      ),
      h2('Where it goes now'),
      p(
        'The tank will stand for two weeks in the yard of the history museum, where it can be visited from close by, and will then be lifted back on to its plinth. The fuel will be drained and the gun has been permanently closed since the sixties. The workshop will come once a year to turn the engine over by hand.',
      ),
      p(
        'Asked whether it would ever run again, the mayor said that the council had bound itself to one parade. Then she looked over at the queue of children in front of the museum gate. “But I would not sell the battery just yet.”',
      ),
      background(
        'A monument with an engine',
        'The tank was built in 1944 and used for training until 1972. It was placed on the square six years later as a memorial to the garrison, and was painted every spring by the final year of the technical school.',
        'Earlier this year the council voted by 17 to 8 to have it restored. Surveyors found the hull in better condition than expected and the plinth in worse: water had stood inside the granite for years. The plinth is being rebuilt with a drain. See {topic:panagyurishte-parade|all our reporting on the parade}.',
      ),
      related({ topic: 'panagyurishte-parade' }),
    ),
  },
  {
    key: 'parade-route',
    state: 'published',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'Which streets close for the Panagyurishte parade, and when they open again',
    standfirst:
      'A 2.3-kilometre route, one bridge without spectators and buses turned round at the cemetery: what residents and visitors need to know.',
    section: 'forces',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 76,
    editor: 'day-editor',
    sources:
      'Route plan on display in the town hall, photographed; timetable confirmed by the traffic department by e-mail. Bus changes from the operator’s notice at the station.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        `The centre of Panagyurishte will be closed to cars from six in the morning on ${weekday(0)} until three in the afternoon, the municipality has announced. The parade starts at ten from the yard of the history museum and is expected to reach the stadium at a quarter past eleven.`,
      ),
      drawn('parade-map', 'wide', 'Start, viewing stands, first-aid posts and the closed bridge.'),
      p(
        'The full plan hangs in the hall of the municipality and can be [read on its site](https://panagyurishte.example.org/parade/route). What follows is the short version.',
      ),
      h2('By the hour'),
      ol(
        '**06:00** Museum Street, the market square and the river road close. Parked cars will be moved to the yard of the cannery free of charge.',
        '**08:30** The stands by the clock tower open. There are 600 seats; 120 of them are kept for people who cannot stand for long, with a companion.',
        '**09:15** The bridge over the Luda Yana closes to everybody, including those on foot.',
        '**10:00** The column leaves the museum yard.',
        '**11:15** It reaches the stadium, where the vehicles can be looked at until two.',
        '**15:00** Streets open, the river road last.',
      ),
      h2('Why nobody may stand on the bridge'),
      p(
        'The bridge is safe for the column and it would be safe for a crowd, the town’s structural engineer told us. What had not been tested was both at the same time. “A crowd moves together when something interesting happens,” he said. “I would rather have the interesting thing alone on the span.”',
      ),
      p(
        'From the bank below the mill, the view of the crossing is better in any case. The municipality has cut back the willows and put down gravel.',
      ),
      h2('Buses, trains, dogs'),
      p(
        'Buses from Plovdiv and Pazardzhik turn round at the cemetery, ten minutes on foot from the square. The 07:40 train is lengthened by two carriages. Dogs are allowed on a lead, but the sappers ask owners to keep them away from the last third of the column, where two search dogs will be working in noise for the first time.',
      ),
      p(
        'Drones may not be flown within two kilometres of the route between eight and noon. The police will have one of its own in the air and will publish the recording.',
      ),
      facts(
        'For visitors',
        ul(
          'First aid: clock tower, mill, stadium. Emergency number: 112.',
          'Water is free at four points along the route.',
          'Lost children are brought to the library on the square.',
          'A quiet room for people who find the noise too much is open in the school on Museum Street.',
        ),
      ),
      related({ topic: 'panagyurishte-parade' }),
      related({ story: 'bridge-load-test', label: 'Also' }),
    ),
  },
  {
    key: 'bridge-load-test',
    state: 'published',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'Gravel, lorries and a laser: how a 1934 bridge was asked whether it can carry a tank',
    standfirst:
      'Engineers loaded the main span over the Luda Yana step by step through a night. The answer was yes, with conditions.',
    section: 'forces',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 420,
    editor: 'day-editor',
    asks: [
      {
        kind: 'correction',
        text: 'The load was 64 tonnes, not 46: I swapped the digits. The engineer’s protocol says 64; a photo of it is with my sources.',
      },
    ],
    sources:
      'Present at the test from 22:00 to 04:30. Readings copied from the engineer’s sheet with permission; the university’s calculation was sent to me as a PDF.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'Shortly before midnight the first lorry rolled on to the bridge at walking pace and stopped at a chalk cross. Its driver switched off the engine, climbed down and left, as he had been told to. Under the arch, in the beam of a lamp, a structural engineer from the university in Sofia read a number aloud and a student wrote it down: one millimetre.',
      ),
      p(
        'By four in the morning there were three lorries on the span, loaded with gravel to 41 tonnes together, and the number was nine. The tank that is to cross here at the head of the parade weighs 31. The bridge, built in 1934 for carts and the first buses, had passed.',
      ),
      drawn(
        'load-chart',
        'inline',
        'The sag grew evenly with the load, which is what the engineers wanted to see. After unloading, the span returned to within half a millimetre.',
      ),
      h2('What they were afraid of'),
      p(
        'Not collapse, the engineer said afterwards over coffee from a flask. Concrete of that age rarely gives way at once. The danger was a crack in a place nobody can see: at the bearing on the town side, where salt and water have been at work for ninety winters. A crack there would not have stopped the parade. It would have closed the bridge to buses for a year.',
      ),
      quote(
        'The tank is not the heaviest thing that crosses here. The milk lorry is, on a bad day. But the milk lorry does not bring the whole town with it.',
        'Structural engineer who led the test',
      ),
      p(
        'Forty-one sensors had been glued to the span during the week. Two of them fell off in the first hour and are not in the chart. [[The readings of the remaining 39 were made available to this newspaper]] The others agreed with the calculation to within ten per cent.',
      ),
      h2('The conditions'),
      ul(
        'The tank crosses alone, in the middle of the roadway, at no more than eight kilometres an hour.',
        'It may not brake on the span.',
        'Nobody stands on the bridge or under it.',
        'An engineer reads the sag during the crossing and can stop the column with a flag.',
      ),
      p(
        'The last condition caused some discussion, since a driver who may not brake on the span cannot stop on it either. It was agreed that the flag would be shown before the tank reached the bridge or not at all.',
      ),
      p(
        'The municipality will now strengthen the bearing on the town side, which it had planned to do within two years. The work takes three weeks and costs 61,000 euros with the test included. The calculation has been [put on the town’s site](https://panagyurishte.example.org/bridge/report) for anybody who wishes to check it; a retired bridge inspector has already done so, and found an error in the fourth decimal.',
      ),
      timeline(
        'A bridge and its loads',
        ul(
          '**1934** Built for carts of six tonnes and one bus at a time.',
          '**1957** Flood damage; the town-side bearing is rebuilt.',
          '**1978** The tank crosses on a trailer on its way to the plinth. Nobody measures anything.',
          '**2009** Weight limit set at 26 tonnes, raised to 32 after repairs.',
        ),
      ),
      related({ topic: 'panagyurishte-parade' }),
    ),
  },
]
