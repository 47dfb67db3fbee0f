/** The demo outlet itself: who it says it is, its sections and its running topics. */

export const demoOutlet = {
  name: 'Balkan Defence Courier',
  shortName: 'Courier',
  agency: 'BDC',
  keepEvidence: 'facts' as const,
  tagline: 'Reported from where it happens, checked before it is printed',
  language: 'en',
  storyLanguages: ['bg', 'ro', 'mk', 'el', 'sr', 'tr'],
  aiDeclaration: 'ask' as const,
  timeZone: 'Europe/Sofia',
  about:
    'The Balkan Defence Courier reports on the armed forces, the industry and the memory of the region, from the towns where they can be seen. Most of our stories are sent in by people who were there. The desk reads every one of them, asks questions, checks what can be checked and says what could not be.',
  social: [
    { name: 'Mastodon', url: 'https://social.example.org/@courier' },
    { name: 'Telegram', url: 'https://telegram.example.org/courier' },
    { name: 'YouTube', url: 'https://video.example.org/courier' },
    { name: 'Google News', url: 'https://news.example.org/publications/courier' },
  ],
  deskName: 'News desk',
  promise:
    'We answer every story that reaches us, usually within two days. You will be told what we changed and why, and nothing appears under your name that you have not been able to see.',
  wire: {
    trainingCrawlers: 'disallow' as const,
    hub: '',
    indexNowKey: '',
    securityContact: 'mailto:security@courier.example.org',
    fediverseCreator: '@courier@social.example.org',
  },
  policies: {
    editorial: [
      '## What we print',
      'We print what we can stand behind. A claim needs a source the desk knows; a number needs to say who counted; a picture needs to say who made it and where.',
      'Opinion is marked as opinion. A person or an organisation that is criticised is asked for an answer before we publish, and the answer is printed with the criticism.',
      '## What we leave out',
      'We do not publish positions, routes or timings of forces that are not already public, names of people in protected roles, or anything that helps somebody do harm.',
      'Advertisers and donors see a story when readers see it. Nobody pays for a place on the page.',
    ],
    corrections: [
      'When we are wrong we say so on the story itself, with the date and what was wrong, and we leave the note there.',
      'Write to the desk when you find an error. A correction makes a new edition; the earlier ones stay in our records.',
      'We take a story down only when it harms somebody or turns out not to be true. A notice with the reason stays at its address.',
    ],
    ethics: [
      'We say who we are. Nobody reports for us under a false pretext, and nobody is recorded without knowing it.',
      'We do not pay for information, and we take no gifts, trips or favours from those we write about. What a reporter has to do with a story is told to the desk and, where it matters, to readers.',
      'We show the dead and the wounded only when the story cannot be told otherwise, never for effect, and behind a warning. Children are not named or shown without those who care for them.',
      'A reporter tells us what part software had in words and pictures. Nothing that a machine made up is printed as if somebody had seen it.',
    ],
    ownership: [
      'Balkan Defence Courier is an invented paper. In this place an outlet says who owns it, who pays for it and who decides what is printed.',
      'Its owners have no say in single stories. The responsible editor decides, and answers for it.',
    ],
    privacy: [
      '## If you read',
      'You can read everything without an account. Pages for readers set no cookie, load nothing from anybody else and do not know who you are; we count how often a story is opened, not by whom.',
      '## If you write to us',
      'Who writes for us has an account with a name, an address for letters and what they sent. The desk sees it, nobody else; your network address is not stored.',
      'Who reports an error may leave an address for our answer. It is deleted with the answer.',
      'You may:',
      '- have your data as a file,\n- have it corrected,\n- have your account deleted.',
      'Write to the desk. How we say what was wrong with a story stands in [When we are wrong](/policies/corrections).',
    ],
    safety: [
      'No story is worth an injury. Do not enter closed areas, do not touch anything that may be unexploded, and call the emergency number 112 before you call us.',
      'You may ask us to withhold your name. Readers then see the story without one, or with the pen name you chose.',
      'Remove what you do not want known from your pictures. We strip location and device data from every file before it is shown.',
    ],
    agreement: [
      'You keep the rights in your work. You allow us to edit it with you, to publish it and to keep it in our archive.',
      'You tell us that the words and pictures are yours or that you may use them, and that what you report is true as far as you know.',
      'You may withdraw a story at any time before it is published. Afterwards, ask the desk; we will explain what can be done.',
    ],
  },
}

export const demoSections = [
  {
    slug: 'forces',
    name: 'Forces and exercises',
    description: 'Parades, training grounds, units and the people who serve in them.',
    answerWithinHours: 24,
    checklist: ['source', 'date', 'place', 'original', 'consent'],
  },
  {
    slug: 'industry',
    name: 'Industry and procurement',
    description: 'What is bought, built and repaired, by whom and for how much.',
    answerWithinHours: 72,
    checklist: ['source', 'date', 'right-of-reply'],
  },
  {
    slug: 'sea-and-air',
    name: 'Sea and air',
    description: 'Harbours, airfields, ships, aircraft and the space between them.',
    answerWithinHours: 48,
    checklist: ['source', 'date', 'place', 'original'],
  },
  {
    slug: 'rescue',
    name: 'Rescue and relief',
    description: 'Floods, fires, mountains and minefields: soldiers when there is no war.',
    answerWithinHours: 24,
    checklist: ['source', 'place', 'original', 'consent'],
  },
  {
    slug: 'cyber',
    name: 'Cyber and signals',
    description: 'Networks, radio, drills and the people who keep the lines open.',
    answerWithinHours: 48,
    checklist: ['source', 'right-of-reply'],
  },
  {
    slug: 'memory',
    name: 'History and memory',
    description: 'Museums, archives, monuments and veterans.',
    answerWithinHours: 96,
    checklist: ['source', 'original', 'consent'],
  },
]

export const demoTopics = [
  {
    slug: 'panagyurishte-parade',
    name: 'Panagyurishte tank parade',
    title: '24/7 – All about the Panagyurishte tank parade',
    background: [
      'For two generations a tank on a granite plinth has stood above the market square of Panagyurishte. This year it was lifted down, taken to a workshop and made to run again, so that it could open the parade that marks the town’s garrison anniversary.',
      'Not everybody wanted it moved. Engineers worried about the old bridge on the parade route, shopkeepers about the paving, and some residents about the plinth standing empty. The town council answered with public drawings, a load test and a promise that the tank will be back in its place before the year is out.',
      'This page gathers what we have reported: the route, the restoration, the bridge, the day itself and what comes after.',
    ],
    keyEvents: [
      { date: daysAgo(260), text: 'Council votes 17 to 8 to lift the tank from its plinth for restoration.' },
      { date: daysAgo(212), text: 'The hull leaves the square on a low loader before dawn.' },
      { date: daysAgo(120), text: 'First start of the rebuilt engine in the workshop yard.' },
      { date: daysAgo(18), text: 'Load test on the Luda Yana bridge passed with a margin of a third.' },
      { date: daysAgo(4), text: 'Route and timetable of the parade are put on display at the town hall.' },
      {
        date: daysAgo(0),
        text: 'The tank opens the parade under its own power; the bridge gives by seven millimetres.',
      },
    ],
  },
  {
    slug: 'black-sea-mines',
    name: 'Black Sea mines',
    title: '24/7 – All about drifting mines in the Black Sea',
    background: [
      'Since naval mines began to drift along the western Black Sea, three coastal navies have shared the work of finding them. Minehunters sweep agreed boxes, aircraft look for what the current has moved, and fishing boats report what they see.',
      'The work is slow by design. A single suspicious object can close a lane for half a day while divers and an underwater drone decide whether it is a mine, a buoy or a lost refrigerator.',
      'Here we keep the running count, the maps of the cleared lanes, and the stories of the crews.',
    ],
    keyEvents: [
      { date: daysAgo(140), text: 'The joint task group begins its fourth rotation from Varna.' },
      { date: daysAgo(96), text: 'A fishing boat off Cape Kaliakra reports the first object of the season.' },
      { date: daysAgo(38), text: 'Lane C is declared clear from the shore to the twelve-mile line.' },
      { date: daysAgo(6), text: 'An underwater drone built in Varna completes its first hundred dives.' },
    ],
  },
  {
    slug: 'maritsa-floods',
    name: 'Maritsa floods',
    title: '24/7 – All about the Maritsa floods and the army’s relief work',
    background: [
      'After eleven days of rain the Maritsa left its banks between Plovdiv and Svilengrad. Engineers laid a pontoon bridge, helicopters flew out people and insulin, and three garrisons turned their canteens over to the towns downstream.',
      'The water has gone down. The repair of dikes, roads and wells has not ended, and neither has the argument over who was to clear the river bed.',
      'This page follows the relief, the money and the lessons.',
    ],
    keyEvents: [
      { date: daysAgo(36), text: 'The gauge at Svilengrad passes the red line at 4.60 metres.' },
      { date: daysAgo(36), text: 'Engineers open a pontoon bridge; 340 vehicles cross on the first day.' },
      { date: daysAgo(32), text: 'The level falls below the red line; evacuated families begin to return.' },
      { date: daysAgo(9), text: 'The two ministries publish a joint list of 41 dike sections to be rebuilt.' },
    ],
  },
]

/** Day of the month that long before today, so that a demo seeded at any time reads as current. */
function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
