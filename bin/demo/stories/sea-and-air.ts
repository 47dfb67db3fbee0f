/** Stories from the coast: mine clearance, an air show, a shipyard. */
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

export const seaAndAirStories: DemoStory[] = [
  {
    key: 'forty-metres-down',
    state: 'published',
    owner: 'varna',
    byline: 'pen',
    headline: 'Forty metres down, most mines turn out to be refrigerators',
    standfirst:
      'Two days aboard a minehunter out of Varna: long hours, a small underwater drone, and a crew that has learned to love a boring screen.',
    section: 'sea-and-air',
    topics: ['black-sea-mines'],
    place: 'Varna',
    hoursAgo: 9,
    editor: 'night-editor',
    sources:
      'I was aboard for two days with permission of the task group’s press officer, who read the text for positions only and asked for no changes. Counts checked against the October bulletin.',
    copy: doc(
      dateline('Varna'),
      p(
        'The object lay on its side in the silt at 41 metres, and on the sonar it had everything that a mine should have: the right length, a hard echo, a shadow with a lump at one end. The minehunter had been circling it since four in the morning. At twenty to seven the ship’s drone, a yellow thing the size of a suitcase, put its lamp on it, and the picture came up on a screen in the operations room.',
      ),
      p(
        'Nobody said anything for some seconds. Then a petty officer leaned forward and read out, in a voice without expression, the name of a make of refrigerator.',
      ),
      drawn('minehunter-dawn', 'wide'),
      p(
        '“That is a good morning,” the commanding officer said. He meant it. His ship is one of five that three navies have put together to keep the shipping lanes of the western Black Sea clear of drifting and sunken mines. In the first ten months of this year the task group has looked at 192 objects. Thirty-one of them were mines. The rest was what the sea collects: gas bottles, fenders, an anchor, a piece of a railway carriage, two pianos.',
      ),
      h2('The long way to a no'),
      p(
        'Every one of the 161 that were not mines took the same patience as the 31 that were. The ship first runs parallel lines over a box of sea, three hundred metres apart, and records what lies on the bottom. Computers mark what might be worth a second look; two people who are not allowed to talk to each other mark it too. What two of the three lists agree on, gets a visit.',
      ),
      ol(
        'The drone approaches from downstream, so that its own mud drifts away from the object.',
        'It circles at five metres, lights off, on sonar alone.',
        'It comes in to two metres, lights on. A doctor, a diver and an explosives officer look at the screen.',
        'If there is any doubt, a diver goes down. There is doubt about once a week.',
      ),
      p(
        'A lane stays closed as long as an object in it has no name. On the ship’s second day out, that cost nine merchant vessels half a day at anchor. The master of one of them called on the radio every hour to ask whether it was a mine yet.',
      ),
      pull('I would like to be paid by the boring hour. I would be a rich man.', 'Sonar operator'),
      h2('A drone from the neighbourhood'),
      p(
        'The yellow drone was designed in a workshop behind the Varna shipyard by four people who used to build instruments for oceanographers. It has no propeller that could catch in a net, and it is cheap enough that losing one does not need to be explained to an admiral. This month it completed its first hundred dives. It has been lost twice, and came home by itself both times, once into the harbour of a surprised fishing village.',
      ),
      quote(
        'A big drone sees more. But a big drone needs a big ship, and a big ship needs deep water, and the mines do not care where the water is deep.',
        'The drone’s designer',
      ),
      drawn('mines-map', 'inline'),
      p(
        'With lanes A, B and C declared clear, the group has moved on to lane D, the largest and furthest out. Four objects there are under watch [[a buoy with a light is laid beside an object until it has been identified; ships keep a mile away]] and the weather has allowed work on eleven of the last thirty days.',
      ),
      h2('What fishermen see'),
      p(
        'Nearly half of all reports come from fishing boats. A year ago it was a fifth. The task group puts the change down to a telephone number that is answered at night, and to a decision that is still argued about: a fisherman who reports an object and has to leave his nets is paid for the lost day within two weeks. So far 64 claims have been made, and two were turned down.',
      ),
      p(
        '“People say we are buying reports,” the press officer said. “We are buying sleep, for everybody who sails here.”',
      ),
      facts(
        'If you see something in the water',
        ul(
          'Keep at least 500 metres away and do not run your propeller towards it.',
          'Note time, position and drift. A photograph helps, from a distance.',
          'Call the coast guard on channel 16 or 112 ashore.',
        ),
      ),
      related({ topic: 'black-sea-mines' }),
      related({ story: 'shipyard-second-hull', label: 'Also from Varna' }),
    ),
  },
  {
    key: 'mines-by-numbers',
    state: 'published',
    owner: 'constanta',
    byline: 'name',
    headline: 'Reports of objects in the sea doubled over the summer; confirmed mines did not',
    standfirst:
      'Ten monthly bulletins side by side show what changed this year: not the number of mines, but the number of people who look.',
    section: 'sea-and-air',
    topics: ['black-sea-mines'],
    place: 'Constanța',
    hoursAgo: 192,
    editor: 'night-editor',
    sources:
      'The ten bulletins are public; I typed the tables into a sheet that the desk has. The analyst at the maritime institute was interviewed by telephone and has seen her quotations.',
    copy: doc(
      dateline('Constanța'),
      p(
        'Each month the joint task group in the western Black Sea publishes two pages: how many suspicious objects were reported to it, and how many of them were mines. Read one at a time, the pages give reason to worry or to relax, depending on the month. We have laid all ten of this year’s bulletins next to each other.',
      ),
      drawn('mines-chart', 'wide'),
      p(
        'Between January and July the number of reports rose from nine to 31. The number of confirmed mines stayed where it had been, between one and five a month. For every mine there were three or four false alarms in the winter, and seven in July.',
      ),
      h2('More eyes, better weather'),
      p(
        '“If you only look at the grey bars, the sea became more dangerous. If you only look at the red ones, nothing happened,” said an analyst at the maritime institute in Constanța who has gone through the same data. “What happened is that people were asked to look, and that it was summer.”',
      ),
      p(
        'Three things changed in spring. A telephone number was set up that is answered at night in three languages. Fishermen who lose a day because of a report are paid for it. And from May onwards beaches, sailing schools and ferry crews were given a one-page guide with drawings of what a mine looks like, and of eleven things that look like one.',
      ),
      ul(
        'Reports from fishing boats rose from 19 per cent of the total to 46.',
        'Reports from beaches rose from almost none to a sixth; none of those was a mine.',
        'Reports from merchant ships stayed the same, at about five a month.',
      ),
      h2('Is a false alarm a cost?'),
      p(
        'A closed lane costs money. The port of Constanța estimates half a day’s delay for a medium container ship at 14,000 euros. By that measure the 161 false alarms of the year cost between six and nine million, most of it in July and August.',
      ),
      quote(
        'Against that you set one mine that nobody reported. I know which of the two sums I would rather explain.',
        'Duty officer of the task group',
      ),
      p(
        'The analyst sees it in the same way, with a reservation. The group’s ships can look at about one object a day. In July they were at that limit. If reports were to double again next summer, some would have to wait. Her institute proposes to sort them by drift: an object that the current cannot have carried from a known field goes to the end of the queue.',
      ),
      p(
        'The task group has said that it is testing such a model, and that it will publish how often the model is wrong. The bulletins can be read on [the group’s site](https://taskgroup.example.org/bulletins).',
      ),
      background(
        'How we counted',
        'All figures are from the bulletins for January to October. An object that was reported more than once is counted once. Mines found by the ships themselves without a report are included; there were four. The group corrected its figure for March from six mines to five in a later bulletin, and we use the corrected one.',
      ),
      related({ topic: 'black-sea-mines' }),
      related({ story: 'forty-metres-down' }),
    ),
  },
  {
    key: 'air-show-returns',
    state: 'published',
    owner: 'constanta',
    byline: 'name',
    headline: 'Six trainers, one red trail: the air show is back over the bay after nine years',
    standfirst: 'Ninety thousand people watched a programme that had been halved by fog and doubled by enthusiasm.',
    section: 'sea-and-air',
    topics: [],
    place: 'Constanța',
    hoursAgo: 26,
    editor: 'night-editor',
    sources:
      'On the beach and at the airfield on both days. Crowd estimate by the port authority from aerial pictures; noise readings from the city’s own meters.',
    copy: doc(
      dateline('Constanța'),
      p(
        `For most of ${weekday(2)} morning the ninety thousand people on the beach had nothing to look at but fog and each other. The loudspeakers played the same four songs. Children dug. At ten to one a line of light appeared over the lighthouse, and eleven minutes later six training aircraft came out of it so low and so close together that the cheer went up before the sound arrived.`,
      ),
      drawn('air-show', 'wide'),
      p(
        'It was the first display over the bay for nine years. The last one had been cancelled on the morning itself, after the insurers asked for a distance from the crowd that would have put the aircraft over the next county. The new rules, agreed over two years between the air force, the city and the civil aviation authority, allow a display line 450 metres from the beach, no manoeuvres towards the public, and a minimum height of 150 metres.',
      ),
      h2('One trail in red'),
      p(
        'The formation flew loops, a slow roll in line and a fan that opened over the water. The leader alone trailed red smoke, the others white. The colour, a sergeant of the ground crew explained, is a vegetable dye and washes out of shirts. He had a list of complaints from earlier years in his pocket, and had answered all of them by letter.',
      ),
      quote(
        'From inside you see nothing of it. You see the wing of the man beside you and you hear your own breathing. We watch the film in the evening to find out whether it was beautiful.',
        'Pilot, number four in the formation',
      ),
      p(
        'The afternoon programme was cut from five hours to two and a half. The helicopter crew of the coast guard, which was to have shown a winch rescue at four, was called away at a quarter past three to carry out a real one: two people in an inflatable boat, unhurt, eight kilometres north. The speaker announced it as a change in the programme.',
      ),
      pull('We watch the film in the evening to find out whether it was beautiful.', 'Pilot of the formation'),
      h2('Who minds'),
      p(
        'Not everybody came to watch. A residents’ group had asked for the second day to end at four, and it did. The city’s meters recorded 97 decibels at the old casino for less than a minute in all; the group’s own meter, on a balcony two streets behind, recorded 94. Both sides called that agreement, and both thanked the other in writing.',
      ),
      p(
        'Bird counters from the university stood on the breakwater with clipboards. The terns left at the first pass and were back within the hour, they said; the cormorants did not look up.',
      ),
      facts(
        'The weekend in figures',
        ul(
          'Visitors: about 90,000 on the first day, 60,000 on the second.',
          'Aircraft: 23 planned, 15 flown.',
          'Lost children: 41, all found; the longest for 35 minutes.',
          'Rubbish: 31 tonnes, collected by noon on the day after.',
        ),
      ),
      p(
        'Whether the show will return next year depends on money. The city paid 410,000 euros and the air force booked the flights as training. The hotels, which were full to the last room, have been asked for a contribution. They have asked for time to think.',
      ),
    ),
  },
  {
    key: 'shipyard-second-hull',
    state: 'published',
    owner: 'varna',
    byline: 'name',
    headline: 'Hull two leaves the slip in Varna four months late and one million under price',
    standfirst:
      'The second patrol ship floats. What the yard learned from the first, what the navy paid for it, and why the oldest crane in the harbour did the lifting.',
    section: 'industry',
    topics: [],
    place: 'Varna',
    hoursAgo: 130,
    editor: 'day-editor',
    sources:
      'Yard manager and two welders on the record by trade; the ministry’s reply by e-mail; payment schedule from the public contract register.',
    copy: doc(
      dateline('Varna'),
      p(
        'The tide has little to do with it on a sea that has none, but the yard waited for high water all the same, because it always has. At a quarter to six in the evening the last wedges were knocked out, the hull gave a groan that could be heard across the harbour, and the second of two patrol ships for the navy slid into the basin at Varna, stern first and four months late.',
      ),
      drawn('shipyard-cranes', 'wide'),
      p(
        'The first ship, delivered the year before last, had been nine months late. It had also cost eleven per cent more than agreed, which the yard had to bear. “You build the first ship to find out how you should have built it,” the yard’s production manager said on the quay. “Nobody pays you for that. So you had better build a second.”',
      ),
      h2('What was done differently'),
      ul(
        'Blocks were fitted out with pipes and cables before they were joined. On the first hull the electricians had to work lying down.',
        'Steel was ordered in one go instead of five times. It was stored in the open, which cost a month of rust removal, but saved seven per cent.',
        'Eighty welders were trained in the yard’s own school. Fifty-six have stayed.',
      ),
      p(
        'The delay has one main reason, and it is 2.4 metres long. A gearbox arrived with the wrong flange and had to go back by road. The manufacturer accepted the blame and paid the agreed penalty. The ministry confirmed to us that the final price will be 1.1 million euros below the contract as a result. [[The contract, for both ships together, was for 83.5 million euros]]',
      ),
      h2('The crane that outlived its owners'),
      p(
        'The engine block, at 118 tonnes the heaviest piece, was lifted by the gantry that has spanned the slip since 1962. A newer crane stood beside it and was not used: its certificate had run out in the week of the lift, and the inspector was ill. The gantry’s certificate was in order. Its driver, who retires at the end of the year, did the lift in one movement of 22 minutes and then asked for somebody to bring him his glasses, which he had left on the ground.',
      ),
      pull('You build the first ship to find out how you should have built it.', 'Production manager of the yard'),
      p(
        'Trials at sea begin in spring. The navy has 27 sailors at the yard already, who will be the ship’s first crew and who have been crawling through her for a year. They have handed in 340 remarks. The yard has accepted 212 of them, among them number 17, which moved the coffee machine out of the magazine passage.',
      ),
      h2('After the second, what?'),
      p(
        'The question on the quay was what comes after. The option for a third ship runs out in June. The ministry says that a decision will be taken “in the framework of the next plan”. The welders have heard such sentences before. A yard on the Danube has been advertising for them on the radio.',
      ),
      timeline(
        'Two ships',
        ul(
          '**Contract** signed for two ships after the second tender.',
          '**First ship** laid down in Varna, delivered nine months late.',
          '**Second ship** laid down 23 months ago, launched this week.',
          '**Delivery** planned in ten months, after trials.',
        ),
      ),
      related({ story: 'budgets-rescue-slice', label: 'On the money' }),
    ),
  },
]
