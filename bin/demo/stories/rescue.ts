/** Stories of relief and rescue: the flood, sappers, the mountains, a winter road. */
import { background, dateline, doc, facts, h2, p, pull, quote, related, timeline, ul, weekday } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const rescueStories: DemoStory[] = [
  {
    key: 'pontoon-bridge',
    state: 'published',
    owner: 'maritsa',
    byline: 'name',
    headline: 'A bridge in nine hours: how the engineers reconnected two halves of a valley',
    standfirst:
      'When the Maritsa took the road at Svilengrad, 6,000 people on the south bank were cut off from their hospital. Forty-eight soldiers and fifteen floats put it back.',
    section: 'rescue',
    topics: ['maritsa-floods'],
    place: 'Svilengrad',
    hoursAgo: 838,
    editor: 'night-editor',
    sources:
      'I live on the south bank and was there from the first float to the first ambulance. The platoon commander and the hospital’s head nurse agreed to be quoted.',
    copy: doc(
      dateline('Svilengrad'),
      p(
        'The first vehicle across was an ambulance with a woman in labour. The second was a lorry full of bread. The third, somewhat to the annoyance of the lieutenant in charge, was a goat, which had broken away from its owner in the queue and trotted over forty metres of steel deck as if it had been waiting for the bridge all its life.',
      ),
      p(
        'The pontoon bridge above Svilengrad was opened at twenty past three in the afternoon, nine hours after the first float was pushed into the brown water. It replaces a road that no longer exists. Where the embankment used to be, there is a gap of ninety metres with the river in it.',
      ),
      drawn('pontoon-bridge', 'wide'),
      h2('The sandbank that was not on the map'),
      p(
        'A bridge of this kind can in theory be laid in three hours. The engineers had practised it in May on the same river, forty kilometres upstream, and had needed three hours and ten minutes. What they had not practised was a river that carried trees.',
      ),
      p(
        '“You hear them before you see them,” said the platoon commander, a lieutenant of 26. “They roll. One came under the ferry boat and lifted it like a hand.” After that he put two soldiers with poles on the upstream side and a third on the bank with a whistle. The whistle was blown 31 times.',
      ),
      quote(
        'They asked me where the bottom is firm. I have fished here for forty years, so I told them. Then they measured anyway, and I was off by half a metre. They were very polite about it.',
        'A fisherman from the south bank',
      ),
      p(
        'The fisherman’s advice moved the crossing two hundred metres down the river, on to a bank of gravel which had formed since the last survey. The far ramp stands on it now.',
      ),
      h2('Who crosses, and in what order'),
      p(
        'The municipality and the army agreed on an order of crossing on the bonnet of a car: ambulances and fire engines first, then food and medicine, then buses, then everybody else by number plate, odd before even. In the first day 340 vehicles went over. A soldier with a loudhailer explained the rule so often that he lost his voice, and was given a blackboard.',
      ),
      pull('You hear the trees before you see them.', 'Lieutenant of the engineers'),
      p(
        'The head nurse of the hospital, on the north bank, said that eleven dialysis patients from the south had been flown out by helicopter during the two days before. “That is a very expensive way to cross a river. We sent the helicopter home at four.”',
      ),
      p(
        'The bridge will stay until a temporary road is ready, which the road agency puts at six to eight weeks. Its floats are needed elsewhere too: the garrison has one more set, and three towns have asked for it.',
      ),
      facts(
        'The bridge',
        ul(
          'Length: 88 metres on 15 floats, carrying up to 40 tonnes.',
          'Builders: 48 soldiers, two ferry boats, one fisherman.',
          'Open: six in the morning to ten at night, and for ambulances at any hour.',
          'Speed: 10 kilometres an hour, one vehicle to a float.',
        ),
      ),
      related({ topic: 'maritsa-floods' }),
      related({ story: 'flood-lessons' }),
    ),
  },
  {
    key: 'flood-lessons',
    state: 'published',
    owner: 'maritsa',
    byline: 'pen',
    headline: 'The river gave four days’ warning. Where the hours went, and what will change',
    standfirst:
      'A review of the Maritsa flood praises the relief and finds fault with the telephone. Two ministries have published a list of 41 dike sections.',
    section: 'rescue',
    topics: ['maritsa-floods'],
    place: 'Plovdiv',
    hoursAgo: 210,
    editor: 'night-editor',
    sources:
      'The review (96 pages) was presented at an open session; I have the printed copy. The mayor and the brigade were asked for comment and answered. One official spoke without his name because he is not allowed to speak to the press; the desk knows who he is.',
    messages: [
      {
        from: 'desk',
        text: 'Thank you. Please send the page of the review with the eleven-hour gap, so that we can cite it.',
      },
      { from: 'owner', text: 'Pages 41 to 43, scanned and attached to the sources.' },
    ],
    copy: doc(
      dateline('Plovdiv'),
      p(
        'On the fourth day of the rain, at six in the morning, the gauge at Svilengrad stood at 236 centimetres and was rising by a hand’s width every hour. It takes the water from Plovdiv a day and a half to get there. Anybody who had the two numbers in front of him could have known then that the red line would be crossed on the seventh day.',
      ),
      p(
        'Several people had the two numbers. They did not have them at the same time, says a review of the flood that was presented in Plovdiv this week. Eleven hours passed between the forecast and the first call to the army. They passed, the authors write, “in good faith and on hold”.',
      ),
      drawn('river-chart', 'wide'),
      h2('What went well'),
      p(
        'The 96 pages do not read like an accusation. Nobody drowned. The garrisons at Plovdiv and Haskovo opened their canteens two days before they were asked to. The pontoon bridge stood in nine hours. Helicopters carried 214 people and, on one flight that the authors describe with some admiration, the complete insulin stock of a wholesale pharmacy.',
      ),
      ul(
        '**Evacuation:** 3,900 people from nine places, most of them by school bus.',
        '**Drinking water:** 61 army tankers; no case of illness from water was recorded.',
        '**Volunteers:** about 2,200, of whom 300 had been trained beforehand.',
      ),
      h2('Eleven hours'),
      p(
        'The call for help has to go from a mayor to the district governor, from there to the ministry of the interior, and on to the ministry of defence. Each of the four has a form. The forms ask for the same things in a different order, and one of them could at that time be sent only by fax. The fax stood in a room which was being painted.',
      ),
      quote(
        'I had boats on trailers and engines warm. I needed a piece of paper, and the paper was drying somewhere with the walls.',
        'An officer of the engineers, in the review',
      ),
      p(
        'An official who was on duty that night told us the account is correct, “except for the paint, which was dry”. The mayor of the town concerned said she would have called the brigade commander directly if she had been allowed to. She has his number; their children are in the same class.',
      ),
      h2('What will change'),
      p(
        'From January a mayor may call the nearest garrison at once and send the form afterwards. The brigade may move engineers, boats and water up to fifty kilometres on the word of its commander, for 24 hours. The two ministries have agreed on one form, of one page.',
      ),
      p(
        'They have also published a list of 41 sections of dike which are to be rebuilt over three years. It comes with a sum, 58 million euros, and with a note that a third of it is not yet in any budget. [The list](https://rivers.example.org/dikes) can be searched by village.',
      ),
      pull('Eleven hours passed “in good faith and on hold”.', 'From the review'),
      p(
        'On one question the review gives no answer: who should have cleared the river bed of trees and gravel in the years before. The river directorate says the municipalities, the municipalities say the directorate. The authors print both letters side by side and go on to the next page.',
      ),
      related({ topic: 'maritsa-floods' }),
      related({ story: 'pontoon-bridge' }),
    ),
  },
  {
    key: 'sappers-orchard',
    state: 'published',
    owner: 'maritsa',
    byline: 'name',
    headline: 'Six thousand signals in an orchard: sappers clear a field that has waited since 1913',
    standfirst:
      'Between the rows where a family wants to plant almonds, a platoon is finding nails, horseshoes, and now and then what it came for.',
    section: 'rescue',
    topics: [],
    place: 'Svilengrad',
    hoursAgo: 54,
    editor: 'history-editor',
    sources:
      'Visited the site twice behind the tape. Numbers from the platoon’s daily sheet. The family agreed to be described but not named. The exact place is left out on purpose.',
    copy: doc(
      dateline('Svilengrad'),
      p(
        'The detector makes a sound like a question. The sapper stops, goes down on one knee, lays aside the machine and takes a brush and a blunt blade out of his apron. For eleven minutes nothing can be seen of him from the edge of the field except his back. Then he holds something up between two fingers. It is a nail. He puts it into a bucket with some hundreds of others, takes one step and begins again.',
      ),
      drawn('sapper-field', 'wide'),
      p(
        'The field lies in the hills near Svilengrad, four hectares of good soil on a slope to the south. For a hundred years it has been used as pasture, because everybody in the village knew that a battery had stood there in the Balkan war and that not everything had been taken away. Two years ago the family that owns it decided to plant almonds. The ploughman turned up a shell on the first morning, switched off his engine and walked home along his own wheel tracks.',
      ),
      h2('Nails and horseshoes'),
      p(
        'A platoon of sappers has been here for seven weeks. It has followed up 6,140 signals so far. By the daily sheet that hangs in the command tent, they were:',
      ),
      ul(
        '5,702 pieces of scrap: nails, wire, tins, buckles, part of a plough.',
        '391 horseshoes, which the local museum has asked for and then asked to be spared.',
        '38 fragments of shells without explosive.',
        '9 shells with explosive, of which two with a fuse.',
      ),
      p(
        'The nine were carried off or blown up where they lay, on three afternoons that were announced on the church door. “Nine out of six thousand sounds like little,” said the platoon’s sergeant. “You may choose which nine.”',
      ),
      quote(
        'Old iron does not get tired. The wood rots, the brass goes green, and the filling is as good as on the day. That is what people find hard to believe.',
        'Sergeant of the sapper platoon',
      ),
      h2('Slowly, with breaks'),
      p(
        'A sapper works for thirty minutes and rests for ten, and not more than five hours in a day. The lane he walks in is a metre wide and marked by white tape; every signal gets a red flag until it has been dealt with. On a good day the platoon clears six hundred square metres. In wet soil it is half.',
      ),
      p(
        'Two dogs were tried in the first week. They did well on the lower half, and badly on the upper one, where the thyme grows. Their handler does not hold it against them.',
      ),
      pull('You may choose which nine.', 'Sergeant of the platoon, on nine shells among 6,140 signals'),
      p(
        'The family comes on Sundays and brings food to the tape. The almond trees, three hundred of them, stand in pots behind the house, and have been repotted once already. If the weather holds, the last lane will be finished in three weeks. Then the sergeant will do what he does at the end of every clearance: he will walk across the whole field, alone, with his hands in his pockets, so that the owner can see it.',
      ),
      facts(
        'If you find something',
        ul(
          'Do not touch it, do not mark it with a stick, do not photograph it from close by.',
          'Go back the way you came and keep others away.',
          'Call 112. Sappers come free of charge, and you will not be fined.',
        ),
      ),
      related({ story: 'archive-red-box', label: 'From the same war' }),
    ),
  },
  {
    key: 'mountain-winch',
    state: 'published',
    owner: 'skopje',
    byline: 'name',
    headline: 'Four students, two turns of the winch: a rescue above Tetovo in a 19-minute gap',
    standfirst: 'The crew had been told there would be no window. They warmed up the engines anyway.',
    section: 'rescue',
    topics: [],
    place: 'Tetovo',
    hoursAgo: 17,
    editor: 'night-editor',
    sources:
      'Crew commander and winch operator interviewed at the airfield; mountain rescue log read to me over the telephone; one of the students confirmed the times.',
    copy: doc(
      dateline('Tetovo'),
      p(
        `Four students who had been stranded on a ridge in the Šar mountains since ${weekday(2)} afternoon were lifted off by helicopter the next day, in a break in the cloud that lasted nineteen minutes. One of them has a broken ankle. All were out of hospital by the evening.`,
      ),
      drawn('mountain-rescue', 'wide'),
      p(
        'They had set out from the hut at eight for a walk of six hours. Snow came two hours earlier than forecast. Near the top they lost the path, and did what the rescuers later praised them for: they stopped, dug in on the side away from the wind, and used the last battery of one telephone for one call with their position.',
      ),
      h2('A night by voice'),
      p(
        'The mountain rescue service sent eight people up on foot from two sides. Both parties had to turn back, the second of them four hundred metres below the ridge. A retired guide who knew the place spoke with the students every half hour, on a second telephone that they had kept warm in a sock, and made them take turns in telling him the plots of films.',
      ),
      quote(
        'I have not understood any of those films. But they all had to stay awake to explain them to me.',
        'The guide',
      ),
      p(
        'At the airfield the duty crew was told at five in the morning that there would be no flying that day. The commander asked for the engines to be warmed up every two hours regardless. “Weather people are right about the weather,” he said. “They cannot be right about every minute of it.”',
      ),
      h2('Nineteen minutes'),
      p(
        'At 12:41 a hut keeper reported that he could see the summit. The helicopter was in the air at 12:47, over the ridge at 12:58. There was no place to land. The winch takes 270 kilograms; the students were brought up in two turns, the one with the ankle first, with the winch man holding her. On the second turn the cloud had reached the tail rotor. At 13:07 they were on their way down the valley. At 13:17 the hut keeper could not see his own flagpole.',
      ),
      pull('Weather people cannot be right about every minute of it.', 'Commander of the helicopter crew'),
      p(
        'The flight will be paid for by the state, as every rescue is; a proposal to charge those who go out in spite of a warning was rejected by parliament last year. There had been no warning that morning.',
      ),
      p(
        'The students have brought a cake to the airfield. According to the winch operator it weighed considerably less than 270 kilograms and was also lifted in two turns.',
      ),
      facts(
        'Before you go up',
        ul(
          'Leave your route and your hour of return with somebody who will act on it.',
          'Carry a whistle, a warm layer more than you need and a charged second telephone.',
          'If you are lost, stop. A party that stays in one place is found.',
          'The rescue number is 112 on both sides of the border.',
        ),
      ),
      background(
        'A machine of 1987',
        'The helicopter belongs to the air force and is one of three that are fitted with a winch. They fly about ninety rescues a year. Their replacement is in this year’s plan for the third time.',
      ),
      related({ story: 'budgets-rescue-slice' }),
    ),
  },
  {
    key: 'winter-pass',
    state: 'published',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'Nineteen bends, four lorries: the column that keeps a mountain clinic open all winter',
    standfirst: 'Every second Thursday an army convoy carries oxygen, heating oil and library books over the pass.',
    section: 'rescue',
    topics: [],
    place: 'Koprivshtitsa',
    hoursAgo: 330,
    editor: 'day-editor',
    asks: [
      {
        kind: 'takedown',
        text: 'One of the drivers has asked me to take his words down, because his employer has seen them. Could the story go, or at least his name?',
      },
    ],
    sources: 'I rode in the third lorry. Costs from the district’s answer to a public request.',
    copy: doc(
      dateline('Koprivshtitsa'),
      p(
        'The convoy commander counts the bends aloud. There are nineteen of them between the last village and the clinic at the top, and at every one his driver answers with the number of metres he thinks they have on the outer side. “Nine.” “Three.” “Eight.” “One and a bit.” At bend fourteen neither of them says anything.',
      ),
      drawn('winter-convoy', 'wide'),
      p(
        'The clinic above Koprivshtitsa has forty beds for people with diseases of the lung. It was built there in 1936 because of the air, and nobody then asked how anything would get up to it in January. For twenty years a private haulier did it. Three winters ago he sold his chains and moved to the coast, and nobody answered the tender.',
      ),
      p(
        'Since then the supply company of the brigade has driven every second Thursday from the first snow until the road is dry: four lorries, eleven people, one snow plough of the district in front. In two winters they have missed a single trip. On that day the plough itself had to be dug out, by patients, who still talk about it.',
      ),
      h2('What is on board'),
      ul(
        'Oxygen in bottles: 2.1 tonnes, more than half of the weight.',
        'Heating oil, in the last lorry, which keeps a distance of a hundred metres.',
        'Flour, potatoes, milk powder and coffee, the last in quantities that the clinic calls medically necessary.',
        'Letters, and a box of forty library books that changes each time.',
      ),
      p(
        'The books were the idea of a corporal whose mother is a librarian. There is a list on the wall of the day room on which wishes can be entered. Crime stories lead by a wide margin. Someone has wished, in three different hands, for a book about the sea.',
      ),
      quote(
        'People think it is an exercise for us. It is not. On an exercise, when you arrive, nobody is glad.',
        'Convoy commander',
      ),
      h2('Who pays'),
      p(
        'The district reimburses the fuel, about 1,900 euros in a winter. The army books the rest as driver training, and has reason to: of the 26 drivers who hold the brigade’s mountain licence, 19 got it on this road. A study for the ministry of health came to the result that a helicopter would cost forty times as much, and could not fly on the days when it was needed.',
      ),
      pull('On an exercise, when you arrive, nobody is glad.', 'Convoy commander'),
      p(
        'At the top the lorries are unloaded by everybody who can stand. It takes fifty minutes. Then there is soup, and the patients who go home that day climb up beside the drivers, wrapped in blankets, and are counted twice.',
      ),
      p(
        'On the way down the commander counts the bends again. He counts backwards, from nineteen, and it is only at one that he looks at the view.',
      ),
      timeline(
        'A road in winter',
        ul(
          '**1936** The clinic opens; supplies come by mule.',
          '**1961** The road is finished, without a tunnel that had been drawn.',
          '**Three winters ago** The haulier gives up; no offer is made for the contract.',
          '**Since then** 27 convoys, one of them cancelled.',
        ),
      ),
    ),
  },
]
