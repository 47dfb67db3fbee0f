/** Shorter stories that came to an end without being in the paper, or left it again. */
import { dateline, doc, p, quote, related, ul } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const closedStories: DemoStory[] = [
  {
    key: 'coast-guard-radios',
    state: 'declined',
    owner: 'constanta',
    byline: 'name',
    headline: 'New radios are said to be on their way to the coast guard',
    standfirst: 'Crew members expect the equipment before the year is out. There has been no announcement.',
    section: 'cyber',
    topics: [],
    place: 'Constanța',
    hoursAgo: 80,
    editor: 'day-editor',
    sources: 'Two crew members, off the record. I have not asked the ministry yet.',
    reason:
      'Not ready yet: the claim rests on two people who cannot be named, and the ministry has not been asked. Put the question to the ministry and the coast guard in writing, send us the answers, and we will look at it again the same day.',
    messages: [
      {
        from: 'desk',
        text: 'This can become a good story. The press office of the coast guard usually answers within two days.',
      },
      { from: 'owner', text: 'Understood, I have written to both. Will send it again.' },
    ],
    copy: doc(
      dateline('Constanța'),
      p(
        'The coast guard’s boats off Constanța may soon be given new radios. Crew members told this newspaper that they expect the sets before the year is out. The present ones date from 2003, and spare parts have become hard to find.',
      ),
      p(
        'According to the crews, the old sets fail about once in a week, mostly in rain. In such cases they use the mobile telephone, which works as far as eight miles from the coast. Beyond that there is the flare pistol.',
      ),
      p(
        'The new sets are said to be of the same kind as those on the minehunters of the joint task group, so that for the first time all could talk on one net. How many have been ordered, and at what price, could not be found out. There has been no announcement, and no tender under this heading can be found in the public register.',
      ),
      p(
        'A retired radio officer in the harbour considers it likely. “Either they buy something now, or they may as well buy pigeons,” he said. He had nothing against pigeons, he added; they had been reliable, in rain as well, and one could talk to them. The crews hope for an answer before the winter storms, when the old sets fail most often and the mobile network is at its worst.',
      ),
    ),
  },
  {
    key: 'best-tent-offer',
    state: 'rejected',
    owner: 'skopje',
    byline: 'name',
    headline: 'This tent survives every storm: why more and more units rely on it',
    standfirst: 'A manufacturer presents its new model. Demand is said to be enormous.',
    section: 'industry',
    topics: [],
    place: 'Skopje',
    hoursAgo: 150,
    editor: 'day-editor',
    sources: 'Press kit of the manufacturer; they invited me to the presentation and the lunch.',
    reason:
      'This is advertising: the only source is the manufacturer, most sentences are taken from its press kit, and the invitation was not mentioned in the text. We do not print it in any form. A report on how units choose their tents, with prices and users who are free to speak, would be a different matter.',
    copy: doc(
      dateline('Skopje'),
      p(
        'Anyone who has ever slept in the open in a storm knows what a good tent is worth. The new model that was presented in Skopje this week sets standards in this respect. Thanks to its innovative poles it is said to withstand winds of up to 140 kilometres an hour, and to be put up by two persons in only six minutes.',
      ),
      ul('Six minutes to set up.', 'Room for twelve people.', 'Available in three colours.'),
      p(
        '“We have listened to the users,” said the head of sales. “And the users have told us: make it better. So we made it better.” The audience of invited guests was visibly impressed. An officer, who did not wish to be named, called the tent “solid”.',
      ),
      p(
        'Demand is said to be enormous. Several countries of the region are reported to have expressed an interest. Whoever decides by the end of the month will benefit from an introductory price and receives a set of pegs free of charge. Orders are accepted at the company’s stand until Friday, and afterwards by telephone; the friendly team will be glad to advise every customer in person, also on weekends. After the presentation there was an opportunity for conversations over lunch, at which the qualities of the fabric could be tried out on the terrace, in glorious sunshine.',
      ),
    ),
  },
  {
    key: 'garrison-gate',
    state: 'withdrawn',
    owner: 'maritsa',
    byline: 'withheld',
    headline: 'The barracks gate that closes at four',
    standfirst: 'A garrison town quarrels with its garrison about a short cut to school.',
    section: 'forces',
    topics: [],
    place: 'Haskovo',
    hoursAgo: 240,
    sources: 'Three parents and the school. The garrison has not answered yet.',
    reason:
      'The contributor withdrew the story: “The gate stays open until six from Monday. There is nothing left to report, and I would rather not be the one who made a fuss.”',
    messages: [{ from: 'owner', text: 'They have settled it. Thank you for your patience; I withdraw the text.' }],
    copy: doc(
      dateline('Haskovo'),
      p(
        'For as long as anybody remembers, the children of the upper town have gone to school through the barracks. There is a gate at the top, and a gate at the bottom, and between them four hundred metres of lime trees. The way around by the road is two kilometres long and has no pavement.',
      ),
      p(
        'Since the beginning of the school year the lower gate has been shut at four in the afternoon, for reasons of security, as a notice says. Lessons end at twenty past. Some of the sixty children wait for a bus now, others walk along the road, and a few have found a place in the fence.',
      ),
      p(
        'The parents have written a letter, friendly in tone, with a drawing by the third form. It shows the gate with a face. The school has proposed a list of names, and a teacher who would walk in front. “We do not want to abolish the army,” said a mother. “We want twenty minutes.”',
      ),
      p(
        'The garrison has said that it will examine the proposal. An officer whose daughter is in the third form is supposed to have recognised the drawing. He has hung it up, one hears, in the guardroom, opposite the clock. The mayor has offered to pay for a lamp at the lower gate, where it is dark at that hour, and the parents have offered to sweep the leaves.',
      ),
    ),
  },
  {
    key: 'bridge-sold',
    state: 'retracted',
    owner: 'alexandroupoli',
    byline: 'name',
    headline: 'Old pontoon bridge at the border sold to a collector for one euro',
    standfirst: 'The army is said to have parted with a bridge from the sixties without a tender.',
    section: 'industry',
    topics: [],
    place: 'Alexandroupoli',
    hoursAgo: 400,
    editor: 'publisher',
    sources: 'A copy of the contract, sent to me by somebody I had known for years.',
    reason:
      'We reported that an army unit had sold a pontoon bridge for one euro without a tender. The contract on which the report was based is not genuine: the bridge was lent to a museum, free of charge, and the loan was announced at the time. We did not compare the document with the public register before we printed it. We apologise to the unit and to the museum, and have changed our rule: a document is checked with the authority it is said to come from, every time.',
    messages: [
      {
        from: 'desk',
        text: 'The unit has sent us the loan agreement. We have to take the story down today. Please call me.',
      },
      { from: 'owner', text: 'I trusted the wrong person. You may say that the document came through me.' },
    ],
    copy: doc(
      dateline('Alexandroupoli'),
      p(
        'A pontoon bridge of the army from the sixties has been sold to a private collector for one euro, according to a contract that this newspaper has seen. There was no tender. The bridge, 64 metres long, had been in a depot near the border for twenty years.',
      ),
      drawn('pontoon-bridge', 'inline', 'A pontoon bridge of a newer kind, in use during a flood.'),
      p(
        'The contract bears the stamp of an engineer unit and the date of last March. It says that the buyer takes over “all floats, decks and accessories in the state in which they are” and bears the costs of transport. Comparable bridges have been sold in other countries for between 40,000 and 90,000 euros.',
      ),
      p(
        'The collector is not named in the copy at hand. In the neighbourhood of the depot, people remember a convoy of low loaders on a Sunday. “We thought that it was an exercise,” said a farmer, whose gate had been removed for the purpose and put back again.',
      ),
      p(
        'The unit could not be reached at the weekend. The public register of surplus goods contains, as far as could be seen, no entry on the subject. A lawyer who deals with public property considers that a sale of this kind would require the consent of the ministry of finance, and that a symbolic price is possible only between public bodies. The mayor of the nearest village would have liked to have the bridge: the one across the stream below the church has been closed to cars since the spring.',
      ),
    ),
  },
  {
    key: 'calendar-of-exercises',
    state: 'archived',
    owner: 'constanta',
    byline: 'name',
    headline: 'Which roads the autumn exercise will use',
    standfirst: 'A service piece for drivers, now over: columns, times and diversions on the coast.',
    section: 'forces',
    topics: [],
    place: 'Constanța',
    hoursAgo: 950,
    editor: 'day-editor',
    sources: 'Announcement of the county, published in the official journal.',
    reason: 'The exercise is over and the traffic notices no longer apply.',
    copy: doc(
      dateline('Constanța'),
      p(
        'Drivers on the coast have to expect military columns for the next ten days. The county has published the roads on which they will travel. Most of the movements will take place at night, between eleven and five.',
      ),
      ul(
        'Coast road south of Constanța: columns of up to twenty vehicles, on the first three nights.',
        'The road to the training ground: closed to lorries on the fourth and fifth day.',
        'Bridges over the canal: one lane, with lights, for the whole time.',
      ),
      p(
        'Columns can be recognised by a blue flag on the first vehicle and a green one on the last. They may be overtaken where the road allows it, as a whole but not in part: whoever begins has to be able to finish. It is forbidden to join a column, even for a short way and even if the lights are with it.',
      ),
      quote('Drive as you would behind a tractor with good manners.', 'The county’s traffic officer'),
      p(
        'Damage to fields and fences is to be reported to the town hall within a week; a form is available there, and last year all 43 claims were settled before Christmas. The exercise ends with an open afternoon at the training ground, where the vehicles can be looked at, and where, according to the programme, there will be bean soup.',
      ),
      related({ story: 'air-show-returns' }),
    ),
  },
]
