/** Shorter stories that are still on their way: drafts, the queue, the review, the last steps before print. */
import { background, dateline, doc, h2, p, pull, quote, related, ul } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const storiesOnTheDesk: DemoStory[] = [
  {
    key: 'plinth-drain',
    state: 'draft',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'What the masons found inside the plinth',
    standfirst:
      'Water, a bottle with a list of names, and a coin. The pedestal of the tank is being rebuilt with a drain.',
    section: 'memory',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 3,
    sources: 'Foreman of the masons, by name known to me. Still to call: the museum about the bottle.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'The granite came off in slabs, each with a chalk number, and behind it stood the water. The foreman of the masons put his rule into it: seventy centimetres. For decades the rain had run in through the joints at the top of the plinth on the market square, and had found no way out.',
      ),
      p(
        'That the tank stood on a cistern was known since the survey in spring. What nobody knew was that there was something in it. On a ledge, just above the waterline, lay a green bottle with a waxed cork. Inside was a sheet of squared paper with nineteen names and the words “we built this in eleven weeks, the sand was bad”.',
      ),
      p(
        'Four of the nineteen are alive. One of them, a man of seventy-nine, came to the fence yesterday and confirmed the part about the sand.',
      ),
      p(
        'The new plinth will have a drain, a layer of gravel and a steel frame that carries the load past the granite. The masons intend to put the bottle back, with a second sheet. They have not agreed on the text.',
      ),
      p(
        'To come: what the museum says about the coin, and who pays for the frame. Ask the municipality for the drawing.',
      ),
    ),
  },
  {
    key: 'night-ferry',
    state: 'draft',
    owner: 'varna',
    byline: 'pen',
    headline: 'Notes from the night ferry',
    standfirst: 'Lorry drivers between two ports on what they see in the dark.',
    section: 'sea-and-air',
    topics: [],
    place: 'Varna',
    hoursAgo: 60,
    sources: 'Own notes from two crossings. First names only; ask again before quoting.',
    copy: doc(
      dateline('Varna'),
      p(
        'The drivers’ mess on the night ferry has eleven tables and one rule, which is that nobody talks about freight rates before the second coffee. So they talk about the sea. Twice a week they cross it, and they see more of it than most sailors, because they cannot sleep.',
      ),
      p(
        'They have seen the lamps of the minehunters, which move so slowly that one takes them for stars. They have seen a searchlight stand on one place in the water for two hours. One has seen a mine, he thinks, though the officer of the watch said it was a fender; he has drawn it on a napkin, and carries the napkin in his licence.',
      ),
      p(
        'What do they do when they see something? They go to the bridge and knock. It is forbidden to go to the bridge. The officers have put up a bell on the car deck for the purpose, painted red, with a sign in five languages. It has been rung nine times this year.',
      ),
      p(
        'I want to add here what the company says about the bell, and the one time when it was right to ring it. Also check whether the guide with the drawings hangs in the mess. On the first crossing I did not look, on the second I had no glasses.',
      ),
    ),
  },
  {
    key: 'radio-school',
    state: 'submitted',
    owner: 'skopje',
    byline: 'name',
    headline: 'Morse returns to the signal school, and the recruits are better at it than their teachers',
    standfirst: 'A course that had been struck from the plan in 2004 is full. Its pupils blame it on rhythm games.',
    section: 'cyber',
    topics: [],
    place: 'Skopje',
    hoursAgo: 1.2,
    sources:
      'Visited the school on Thursday, spoke to the head instructor and four recruits, all aware that I am writing. Speed figures from the wall list.',
    copy: doc(
      dateline('Skopje'),
      p(
        'The room has been used for storing chairs since 2004. Now the chairs are in use again, there are keys on the tables, and at eight in the morning a sound comes out of it that makes older officers in the corridor stop and move their lips.',
      ),
      p(
        'The signal school in Skopje has put Morse back on its timetable, as a course of six weeks and by choice. Twelve places were planned. Sixty recruits put down their names.',
      ),
      drawn('radar-hill', 'inline', 'Where speech and data no longer get over the hill, a key and a wire often do.'),
      p(
        'The reason is sober. A Morse signal gets through where speech and data do not, with a transmitter that fits into a lunch box. In two exercises last year it was the only connection that worked for several hours. The reason why it is popular is another one. “It’s a rhythm game,” said a recruit of nineteen. “With consequences.”',
      ),
      p(
        'After four weeks the best of the class take twenty-six words a minute. The instructor, who learned it on ships, manages twenty-four, and has started to practise at home.',
      ),
      quote(
        'I told them that nobody gets above twenty in a month. They asked where that was written.',
        'The head instructor',
      ),
      p(
        'The school now thinks about a second course, and about the chairs. A cellar has been found for them. It was, until 2004, the room for receiving.',
      ),
    ),
  },
  {
    key: 'border-horse-patrol',
    state: 'submitted',
    owner: 'alexandroupoli',
    byline: 'name',
    headline: 'Horses back on the river patrol, where cars get stuck and drones get wet',
    standfirst:
      'Six geldings and eight riders now cover the marsh below Soufli. They have found two lost hikers and one lost drone.',
    section: 'forces',
    topics: [],
    place: 'Soufli',
    hoursAgo: 7,
    sources: 'Unit commander on record, patrol seen from the public dike. No patrol times are given in the text.',
    copy: doc(
      dateline('Soufli'),
      p(
        'The marsh below Soufli has defeated two makes of all-terrain vehicle, a hovercraft that was on loan, and in one autumn nine pairs of the same boots. Since this month it is patrolled by six geldings of no particular breed, which have been bought from farmers nearby and know the ground.',
      ),
      p(
        '“A horse looks where it puts its foot,” said the commander of the unit, a woman who grew up on a farm and did not have to be persuaded. “That is a function we have not been able to buy.”',
      ),
      h2('What they do'),
      p(
        'The riders go out in pairs along the dike and through the reeds. They look at fences, at boats that have come loose, and at the state of the bank, on which they report to the river authority. In their first weeks they have led two hikers out of the fog, and brought back a drone of the neighbouring unit that had come down in a willow.',
      ),
      ul(
        'Cost of a horse with tack: 3,400 euros.',
        'Cost of the drone: not given.',
        'Names of the horses: chosen by the primary school of Soufli.',
      ),
      p(
        'There is criticism too. A bird protection society fears for the herons’ breeding places, and has asked for a map with a line on it. The commander says it will have it before spring, and that the horses will keep to it better than the people.',
      ),
      p(
        'The winter will show whether the experiment goes on. The vehicles stay in the garage, where they are, for the time being, dry.',
      ),
    ),
  },
  {
    key: 'dike-volunteers',
    state: 'submitted',
    owner: 'maritsa',
    byline: 'pen',
    headline: 'After the flood, the volunteers want a training day, not a medal',
    standfirst:
      'Two thousand people filled sandbags. Three hundred knew how. A group in Svilengrad wants to change the proportion.',
    section: 'rescue',
    topics: ['maritsa-floods'],
    place: 'Svilengrad',
    hoursAgo: 31,
    sources:
      'I am a member of the group and have said so in the text. The garrison’s answer came by letter; scan available.',
    messages: [{ from: 'owner', text: 'I belong to the group I write about. Please mark it as you think right.' }],
    copy: doc(
      dateline('Svilengrad'),
      p(
        'A sandbag that is filled to the top is useless. It rolls. It has to be filled to two thirds, tied high, and laid with the knot upstream, like a brick, and one treads on it. Who knows this builds ten metres of wall in an hour. Who does not builds it too, and the river takes it.',
      ),
      p(
        'During the flood about two thousand people helped on the dikes between Plovdiv and Svilengrad. Some three hundred had done it before. The municipality would like to thank them all, with a medal in the shape of the river. A group of forty volunteers, of whom the writer of this report is one, has written a letter and asked for something else: one Saturday a year, a lorry of sand, and somebody from the engineers who shouts.',
      ),
      drawn('river-chart'),
      p(
        'The garrison has answered within the week. It can provide a sergeant for the shouting, and two pumps to practise with. What is missing is a place. The football club has offered its second pitch, provided that the wall is taken away again before the derby.',
      ),
      p(
        'The medal has not been cancelled. The mayor says that one does not exclude the other, and that the design had been paid for. It will be handed over on the training day, if there is one, to everybody who has built ten metres.',
      ),
      related({ story: 'flood-lessons' }),
    ),
  },
  {
    key: 'simulator-school',
    state: 'submitted',
    owner: 'constanta',
    byline: 'name',
    headline: 'A ship’s bridge in a cellar: cadets cross the whole Black Sea before lunch',
    standfirst:
      'The naval academy in Constanța has opened a simulator that can do storms, mines and ferry captains in a hurry.',
    section: 'industry',
    topics: ['black-sea-mines'],
    place: 'Constanța',
    hoursAgo: 52,
    sources: 'Press tour of the academy, 40 minutes in the simulator; price from the tender notice.',
    copy: doc(
      dateline('Constanța'),
      p(
        'The floor does not move. This is what visitors do not believe. They hold on to the rail, bend their knees at every wave, and one member of the press had to be led outside. The bridge stands on concrete, in a cellar of the naval academy in Constanța; what moves is the picture, on eleven screens around it.',
      ),
      p(
        'The simulator cost 3.8 million euros and knows every port between Istanbul and Odesa, in all weathers. It was opened this week. Cadets will spend 120 hours in it before they are let on to a real bridge, twice as long as before, and will use no fuel in doing so.',
      ),
      drawn('minehunter-dawn'),
      p(
        'The instructors sit next door, behind glass, and have a list of unpleasant things. They can take away the radar. They can let a fishing boat appear without lights. Their favourite is called “the ferry”: a large ship whose captain is late and answers every call with the same friendly sentence.',
      ),
      p(
        'A new chapter concerns drifting mines. The cadets learn to see them, which is hard, to report them, which is easy, and to go on thinking in between. In the first week four of ten ships were lost in it. “Better here,” said the instructor. “Here I can press a button, and we all get up again.”',
      ),
      related({ topic: 'black-sea-mines' }),
    ),
  },
  {
    key: 'helmets-for-schools',
    state: 'in_review',
    owner: 'plovdiv',
    byline: 'pen',
    headline: 'How a crate of steel helmets became the best-visited history lesson in Plovdiv',
    standfirst: 'A teacher asked the army museum for something that may be dropped. He was given forty.',
    section: 'memory',
    topics: [],
    place: 'Plovdiv',
    hoursAgo: 14,
    editor: 'history-editor',
    sources:
      'Sat in on two lessons; the school agreed in writing that pupils are not named or shown. Museum’s loan contract seen.',
    messages: [
      {
        from: 'desk',
        text: 'A lovely piece. Who checked that the helmets are free of asbestos padding? The museum or the school?',
      },
      { from: 'owner', text: 'The museum, with a certificate from the health office. I can send it tonight.' },
    ],
    copy: doc(
      dateline('Plovdiv'),
      p(
        'The first thing that they do is put them on, all at once, and laugh. Then the teacher asks them to wear them for the whole lesson. After ten minutes nobody laughs any more. After twenty, a hand goes up: may one take it off? “At half past,” says the teacher. “He couldn’t either.”',
      ),
      drawn(
        'museum-facade',
        'inline',
        'The museum that lent the crate. In the showcase, the helmet is much too light.',
      ),
      p(
        'He had been looking for something that could be dropped. In museums things lie behind glass, and in textbooks they lie flat; he wanted weight. The army museum had forty helmets in a crate, from the time between the wars, too many of one kind to exhibit. It lent them to the school for a year, with a contract of one page, in which dropping is expressly allowed.',
      ),
      p(
        'Meanwhile eleven schools share the crate. A pupil’s parents drive it around. Each class adds a sheet of paper to it about one helmet: the size, the dents, a name scratched inside. Three of the names have been found in the town’s registers. One belonged to a man who lived two doors away from the school, and who became a hat maker.',
      ),
      quote(
        'I can tell them that it weighed 1,300 grams. Or I can let them wear it until half past.',
        'The history teacher',
      ),
      p(
        'The museum has noticed something else. More pupils have come on Sundays, with parents in tow, whom they lead to the showcase with the helmet, and tell what is wrong with it: that it is much too light, lying there.',
      ),
    ),
  },
  {
    key: 'port-drone-boat',
    state: 'in_review',
    owner: 'varna',
    byline: 'name',
    headline: 'An unmanned boat sweeps the harbour mouth for a week; the gulls adopt it at once',
    standfirst: 'Trials of a surface drone in Varna went well, apart from a regatta, a rope and forty birds.',
    section: 'sea-and-air',
    topics: ['black-sea-mines'],
    place: 'Varna',
    hoursAgo: 38,
    editor: 'night-editor',
    sources:
      'Watched from the breakwater on five days; the trial’s leader answered questions in writing. The distance of the control station is deliberately not given.',
    copy: doc(
      dateline('Varna'),
      p(
        'It is seven metres long, grey, and has no windows, because nobody is in it. For a week an unmanned boat has been sailing up and down the harbour mouth of Varna at walking pace, with a sonar in tow, while its crew of three sat ashore in a container and drank tea.',
      ),
      p(
        'The trial was meant to show whether the boat can do the dull part of a minehunter’s work: the lines, up and down, on which nothing is found. It can, says the leader of the trial. In five days it covered as much bottom as a ship does in four, and marked 31 objects, of which 29 had been put there for the purpose. The other two were a bicycle and an unknown anchor.',
      ),
      drawn('mines-map'),
      p(
        'There were lessons. A regatta took the boat for a mark and went around it. A rope got into the propeller, and a diver had to be sent for, “manned in the traditional way”. And on the second day the gulls discovered that something which neither moves quickly nor shouts makes a good seat. At times there were forty of them on it. The sonar was not affected. The camera was.',
      ),
      pull('Manned in the traditional way.', 'The trial’s leader, on the diver'),
      p(
        'A decision on buying two boats is expected in spring. The trial’s report proposes a change to the deck, which costs little: a length of wire, at the height of a gull’s foot.',
      ),
      related({ story: 'forty-metres-down' }),
    ),
  },
  {
    key: 'field-kitchen-contest',
    state: 'changes_requested',
    owner: 'maritsa',
    byline: 'name',
    headline: 'Bean soup for six hundred: the brigades’ cooks meet in Haskovo',
    standfirst: 'Nine field kitchens, one recipe, and a jury of schoolchildren who do not know about ranks.',
    section: 'forces',
    topics: [],
    place: 'Haskovo',
    hoursAgo: 20,
    editor: 'day-editor',
    sources: 'Was there. Jury list from the organisers.',
    changePoints: [
      'The second paragraph says the winning kitchen “has won every year”. The organisers’ list shows two other winners since 2015. Please check and give the source.',
      'The remark about last year’s stomach complaints needs an answer from the brigade concerned before we can print it. Ask them, give them a day, and add what they say.',
    ],
    messages: [
      { from: 'desk', text: 'We would like to run this at the weekend. Two points before that; the rest is ready.' },
    ],
    copy: doc(
      dateline('Haskovo'),
      p(
        'At five in the morning the fires are lit, and at noon six hundred people stand in the square of Haskovo with a spoon in their hand. In between lies what the army’s cooks call the longest silence of the year. Nine field kitchens from nine brigades have been given the same beans, the same onions, the same recipe. No one says a word to anyone.',
      ),
      p(
        'The kitchen of the mountain brigade has won every year, and its cook, a sergeant with a moustache that is known beyond the region, was again the man to beat. He had brought his own wooden spoon, against which there is no rule.',
      ),
      p(
        'The jury consists of twelve children of the fourth form. They were chosen because they do not know ranks and cannot be promoted. They tasted from numbered bowls, with a sip of water between, and gave their reasons in writing: “It tastes as if someone was at home.” “Too much leaf.” “Number six is the best but number two is nicer.”',
      ),
      p(
        'Number two came in second. It was the kitchen which last year had been in the talk because of stomach complaints, and its cook was visibly moved.',
      ),
      p(
        'The winner’s name was read out at two o’clock: number six, an artillery brigade from the north, for the first time. The sergeant with the moustache was the first to congratulate. Then he asked, quietly, about the leaf.',
      ),
    ),
  },
  {
    key: 'submarine-cable',
    state: 'awaiting_sign_off',
    owner: 'constanta',
    byline: 'name',
    headline: 'Who guards the cables? A small ship, a long list and a lot of fishermen',
    standfirst:
      'A week with the crew that checks the data lines on the sea bed off Constanța, mostly by asking people to anchor somewhere else.',
    section: 'cyber',
    topics: [],
    place: 'Constanța',
    hoursAgo: 16,
    editor: 'day-editor',
    sources:
      'Sailed along for a day; cable company’s duty manager on record. Cable positions are on every sea chart; nothing else is described.',
    messages: [
      {
        from: 'desk',
        text: 'We moved the fishermen up and cut the history of the telegraph to one sentence. Please check that the quotation still says what was meant.',
      },
    ],
    copy: doc(
      dateline('Constanța'),
      p(
        'The most important sentence in the protection of undersea cables is: “Good morning, would you mind anchoring half a mile further north?” The master of the guard ship says it about four times a week, in three languages, and has never had to say it twice.',
      ),
      p(
        'Off Constanța three data cables come ashore, as thick as a wrist and drawn on every sea chart. Nine out of ten faults in them are caused by anchors and nets, the cable company says. So the small ship that has been chartered for their protection spends its days less with watching than with talking: to coasters that wait for a berth, and to fishermen who know the bottom better than any chart.',
      ),

      p(
        'Forty fishing boats now carry a grey box that warns them when they tow a net towards a cable. In return the company pays for nets which have to be cut loose. There were eleven such cases last year, and no cable fault at all, for the first time since records have been kept.',
      ),
      quote(
        'People imagine divers and submarines. It is a list of telephone numbers. But it is a very good list.',
        'Duty manager of the cable company',
      ),
      p(
        'In an emergency the traffic would be sent another way, overland, and most people would notice nothing but a slower film. The repair ship needs four days from its port. Until it comes, the guard ship would stay above the fault and ask everybody, politely, to keep away.',
      ),
    ),
  },
  {
    key: 'carrier-training',
    state: 'approved',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'First drivers pass on the brigade’s new carriers, and the tyre bill is lower than feared',
    standfirst:
      'Thirty-two drivers, eight wheels, four months: what the new vehicles do better than the old, and what they do not.',
    section: 'forces',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 6,
    editor: 'day-editor',
    sources:
      'Graduation attended on invitation; training figures confirmed by the brigade spokesman in writing. Nothing on readiness or numbers beyond what the ministry has published.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'The last task of the examination is to reverse. Twenty tonnes, eight wheels, around a corner and through a gate with a hand’s breadth on each side, by looking at a screen and listening to a sergeant. Thirty-two drivers of the brigade have now done it, and are the first who may drive the new carriers on the road.',
      ),
      p(
        'The course took four months and was held on the old training ground above Panagyurishte and, on Sundays when the town slept, in its streets. Residents had been asked to report damage. They reported one kerb, one letter box and a cat that has refused to come home since and was found to live in the motor pool.',
      ),
      drawn('parade-line'),
      h2('Better and worse'),
      ul(
        'On the road the vehicle is quieter and twice as fast as the tracked carrier which it replaces.',
        'In deep mud it is not as good. “You learn to look for the edge of the field,” said an instructor.',
        'Tyres have lasted for 9,000 kilometres instead of the 5,000 that had been allowed for.',
      ),
      p(
        'The simulator arrived late and was in use for only the last six weeks. The brigade says that the next course will be three weeks shorter for that reason. Forty more drivers begin in a fortnight.',
      ),
      related({ topic: 'panagyurishte-parade' }),
    ),
  },
  {
    key: 'tank-back-on-plinth',
    state: 'scheduled',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'When the tank goes back up: the crane, the date and the closed streets',
    standfirst:
      'The lift is planned for a Sunday morning at six. There will be no ceremony, the municipality says, and expects about two thousand people.',
    section: 'forces',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 4,
    editor: 'day-editor',
    sources: 'Municipality’s press release, held until the time of publication; crane driver spoken to by telephone.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'The tank of Panagyurishte will be lifted back on to its plinth on the market square a fortnight after the parade, the municipality has announced. Two mobile cranes will do it between six and eight on a Sunday morning, so that the square is free in time for church.',
      ),
      drawn('tank-plinth', 'wide'),
      p(
        'The tank now stands in the yard of the history museum, where it can be visited every day until eight in the evening. Fuel and oil will be drained on the Friday. On the Saturday night it will be brought to the square on a low loader, by the same route that it took under its own power, the other way round.',
      ),
      background(
        'Closed streets',
        ul(
          'Museum Street: Saturday from ten at night to Sunday, nine in the morning.',
          'Market square: until noon; the Sunday market moves to the river road.',
          'Bridge: for twenty minutes at about midnight.',
        ),
      ),
      p(
        'The crane driver who took it down will also put it up again. He asked for an hour more than last time. The plinth is new, the paint is fresh, and he has seen on the internet how many people have photographs of him.',
      ),
      p(
        'A ceremony is not planned. The school orchestra has announced that it will rehearse on the square that morning by chance.',
      ),
      related({ story: 'tank-rolls-again' }),
    ),
  },
]
