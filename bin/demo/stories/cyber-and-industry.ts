/** Stories about networks, railways and budgets. */
import { background, dateline, doc, facts, h2, h3, ol, p, pull, quote, related, ul } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const cyberAndIndustryStories: DemoStory[] = [
  {
    key: 'cyber-drill',
    state: 'published',
    owner: 'skopje',
    byline: 'name',
    headline: 'The town hall pulled its own plug: three days inside a regional cyber drill in Skopje',
    standfirst:
      'Eleven teams defended an invented town against an invented enemy. The best move of the week was made with a pair of scissors.',
    section: 'cyber',
    topics: [],
    place: 'Skopje',
    hoursAgo: 5,
    editor: 'day-editor',
    sources:
      'Observer’s badge for all three days. Everything technical was cleared by the exercise staff for what is public; nothing was asked to be removed except two product names, which I had left out anyway.',
    copy: doc(
      dateline('Skopje'),
      p(
        'At fourteen minutes past nine on the second morning, an accountant who does not exist opened an invoice that had not been sent by anybody she knew. At sixteen minutes past, the mail system of the town of Nova Reka, which does not exist either, began to write to all its other machines. In a sports hall in Skopje, eleven people sat up straight.',
      ),
      p(
        'The hall had been hired by the armed forces of four countries for a drill that takes place every year and grows every year. On one side of a curtain sat the attackers, on the other the defenders: soldiers, but also engineers from a water company, two nurses, and the head of computing of a real town, who had taken holiday to be there.',
      ),
      drawn('network-night', 'wide'),
      h2('Eighteen minutes'),
      p(
        'It took the defenders eighteen minutes to understand what they saw and set a rule at the exchange through which all the town’s networks are joined. In last year’s drill it had taken two hours and ten minutes. The mail servers were lost, and stayed lost until the afternoon. The hospital had been reached but not entered. The water works noticed nothing, as the two engineers stated with visible satisfaction.',
      ),
      p(
        'The town hall was not reached either, for a reason that nobody had written into the plan. Its network had no rule that could be set quickly; the person who knew the password was, according to the script, on a beach. The head of computing thought for a moment. Then she walked to the cabinet and cut the cable with a pair of scissors.',
      ),
      quote(
        'They told me I had destroyed equipment of the exercise. I said: four euros. Send me the invoice, but not by mail.',
        'The head of computing of a real town',
      ),
      p(
        'The referees conferred and allowed it. In the evaluation it is called “isolation by physical means”, and will be in next year’s handbook.',
      ),
      pull('I said: four euros. Send me the invoice, but not by mail.', 'Defender, Nova Reka town hall'),
      h2('What was learned'),
      ol(
        'Telephones matter more than tools. The team that called the others at once did best, although it had the oldest equipment.',
        'A list of who may switch off what has to exist on paper. In three of four institutions it existed only on a server.',
        'Restoring takes longer than defending. The hospital’s records were back at 10:41, on the third attempt; the first two copies were found to be empty.',
      ),
      p(
        'The last point kept the hall busy all afternoon. “Everybody makes copies,” said the captain who led the defence. “Hardly anybody tries to live from them.” The two nurses had meanwhile run the ward on paper. They had brought the forms, from a drawer in their own hospital, where somebody had been meaning to throw them away.',
      ),
      h2('A curtain, and soup'),
      p(
        'At lunch the curtain is pulled back and both sides eat at the same tables. The attackers, most of whom are students, are forbidden to say what they will do next, and cannot keep from grinning. On the third day they tried the invoice again with a different logo. The accountant who does not exist was played by a sergeant from the personnel branch. She printed it, wrote “no” on it and pinned it to the wall.',
      ),
      p(
        'The drill’s staff will publish [a summary](https://drill.example.org/summary) next month. It will name no products and no persons; the scissors will be shown.',
      ),
      facts(
        'The exercise',
        ul(
          'Four countries, eleven teams, 146 people.',
          'One invented town of 38,000 inhabitants, 212 virtual machines.',
          'Three days, 61 attacks, of which nine got anywhere.',
        ),
      ),
      related({ story: 'budgets-rescue-slice', label: 'What it costs' }),
    ),
  },
  {
    key: 'rail-bottleneck',
    state: 'published',
    owner: 'alexandroupoli',
    byline: 'name',
    headline: 'Two trains a day: the 38 kilometres that decide what the port of Alexandroupoli is worth',
    standfirst:
      'The quays can unload a ship in a day and a half. The single track to the north needs a week to carry it away.',
    section: 'industry',
    topics: [],
    place: 'Alexandroupoli',
    hoursAgo: 100,
    editor: 'day-editor',
    sources:
      'Timetables from the railway’s public network statement; two train drivers; the port’s press office. A cargo planner spoke without name. I travelled the line both ways.',
    copy: doc(
      dateline('Alexandroupoli'),
      p(
        'South of Soufli the train stops in the middle of a field, and the driver unpacks his sandwiches. He knows that he has time. Somewhere ahead, on the only track, a freight train is coming down from the north, and until it has passed there is nothing to be done except look at the storks’ nests on the signal posts, which are older than he is. The signals, not the nests.',
      ),
      drawn('rail-map', 'wide'),
      p(
        'For thirty-eight kilometres the railway from the port of Alexandroupoli along the border river has one track, and in that stretch a single place where two trains can pass. It is long enough for trains of 460 metres. A military transport of the usual kind measures 550.',
      ),
      h2('A day and a half, and then a week'),
      p(
        'The port itself has become fast. Two quays were deepened, a ramp was built for wheeled vehicles, and in the last large exercise a ship with 310 vehicles was unloaded in thirty-four hours. What followed took seven days: two trains in twenty-four hours were all that the line could carry, between the passenger trains and with a pause for the bridge inspector.',
      ),
      p(
        'The rest went by road, in small columns at night, through towns in which people still remember the noise of it. “A railway wagon does not wake anybody’s child,” said the mayor of one of them. “I never thought I would be a lobbyist for trains.”',
      ),
      quote(
        'Everyone photographs the ship. Nobody photographs the siding. But you move an army at the speed of the siding.',
        'A cargo planner',
      ),
      h2('What is being built'),
      ul(
        'A new siding of 750 metres near the port, to be ready in spring. It makes room for two military trains a day beside the civilian ones.',
        'A second passing place south of Soufli. The design is finished; the land has not been bought.',
        'Electric signals as far as the border. The contract has been awarded twice and contested twice.',
        'Stronger bridges: four of eleven are done.',
      ),
      p(
        'Together this would allow six long trains a day. The cost is put at 190 million euros, and most of it has been promised by European funds, on condition that the money is spent within four years. The railway’s planners say they need five.',
      ),
      pull('You move an army at the speed of the siding.', 'A cargo planner in Alexandroupoli'),
      h2('The people on the line'),
      p(
        'In the station of Didymoteicho the stationmaster hands the driver a brass token, as her predecessors have done since the line was opened. Whoever holds the token has the track. It cannot be hacked, she says, and it has only been lost once, in 1974, when a driver took it home in his coat. The whole line stood still for a day, and they found it in the wash.',
      ),
      p(
        'She is for the new signals all the same. She would like to keep the token, for the wall. And she would like the express to stop again, which for the time being has no place to do so: the platform is needed for wagons.',
      ),
      background(
        'A line with a border',
        'The railway was built in the 1870s and has lain in three states since. Until a bypass was built in the seventies, trains between two Greek towns crossed foreign soil on the way. The port has been used for military transports in greater numbers for some years; ships, dates and cargoes are announced by the governments concerned, and this report contains nothing that was not.',
      ),
      related({ story: 'budgets-rescue-slice' }),
    ),
  },
  {
    key: 'budgets-rescue-slice',
    state: 'published',
    owner: 'skopje',
    byline: 'name',
    headline: 'Three budgets, one pattern: the money for rescue is the smallest slice everywhere',
    standfirst:
      'Researchers in Skopje have sorted 2.2 billion euros of planned procurement by what it will be used for. Floods and fires come last.',
    section: 'industry',
    topics: ['maritsa-floods'],
    place: 'Skopje',
    hoursAgo: 288,
    editor: 'day-editor',
    sources:
      'The study and its data table; both authors interviewed. Ministries asked for comment, two answered. I recalculated the shares.',
    copy: doc(
      dateline('Skopje'),
      p(
        'When the river rises or the forest burns, people in this region call the army, and the army comes. What it comes with is mostly something that was bought for another purpose. A study presented in Skopje has put a figure on the difference: of 2.2 billion euros that three neighbouring countries plan to spend on equipment this year, 114 million are meant for rescue and relief. That is a little over five per cent.',
      ),
      drawn('budget-chart', 'wide'),
      p(
        'The two authors, an economist and a retired logistics officer, read through three ministries’ procurement plans, 870 lines in all, and asked of every line what the thing would be used for first. A lorry counted as a vehicle even if it can carry sandbags. A winch for a helicopter counted as rescue.',
      ),
      h2('Small country, larger share'),
      p(
        'The share differs more than the sums. The largest of the three countries plans 31 million for rescue, three per cent of its purchases. The smallest plans 39 million, which is more than thirteen per cent. It had large fires two years ago. “You can see the last disaster in a budget like a ring in a tree,” said the economist.',
      ),
      p(
        'The names of the countries are left out in the study. The authors say that they wanted a discussion about the pattern and not about a ranking; anybody who reads the plans will know which is which.',
      ),
      quote(
        'I do not say that it is too little. I say that nobody decided it. It is what was left.',
        'Co-author of the study, a retired logistics officer',
      ),
      h2('What the ministries say'),
      p(
        'Two ministries answered our questions. One pointed out that vehicles, radios and ships are used in every flood, and that a strict reading makes the number look smaller than it is. The authors agree, and give a second figure: counting half of such equipment, the share would be about fourteen per cent. The other ministry wrote that rescue is a task of the interior, and that the army assists. The third did not answer within a week.',
      ),
      h3('What 114 million buys'),
      ul(
        'Two rescue helicopters with winches, and the training for five crews.',
        'Four pontoon bridges.',
        'Ninety high-capacity pumps, the purchase that has been postponed most often.',
        'Tents, beds and kitchens for 6,000 people.',
      ),
      pull('Nobody decided it. It is what was left.', 'Co-author of the study'),
      p(
        'The pumps are the authors’ favourite example. They are dull, they are cheap, they have been in one plan or another for eleven years, and each time something more urgent took their place. After the Maritsa flood, sixty were borrowed from three countries to the north. Fifty-eight have been returned.',
      ),
      p(
        'The study [is open to everybody](https://institute.example.org/studies/slice), with the table and every one of the 870 decisions. Twelve have already been disputed by readers, and in four cases the authors have given way.',
      ),
      facts(
        'How to read the chart',
        p(
          'Planned purchases for one year, in millions of euros, by first use. Personnel, fuel and buildings are not included. The sum for ships in Country C is zero because it has no coast.',
        ),
      ),
      related({ story: 'flood-lessons' }),
      related({ topic: 'maritsa-floods' }),
    ),
  },
  {
    key: 'radar-open-day',
    state: 'published',
    owner: 'alexandroupoli',
    byline: 'name',
    headline: 'For one night the white ball on the hill was open to those who had only seen it from below',
    standfirst:
      'Two hundred residents walked up to a radar station that officially has no address. They were shown what can be shown, and given soup.',
    section: 'cyber',
    topics: [],
    place: 'Soufli',
    hoursAgo: 670,
    editor: 'night-editor',
    sources:
      'I was one of the two hundred. Telephones were handed in at the gate; notes were allowed. The commander saw his quotations.',
    copy: doc(
      dateline('Soufli'),
      p(
        'The village has three names for it. The old people call it the egg. The children call it the moon. In the land register it is called parcel 411, pasture. On a night with cloud in the valleys and a clear sky above them, the radar station over the hills near Soufli opened its gate for the first time since it was built, and two hundred people walked up with torches to look at what they had been looking at for thirty-five years.',
      ),
      drawn('radar-hill', 'wide'),
      p(
        'The open night had been the idea of the new commander, who had received a petition in her second week. It did not complain of the station. It asked what it was.',
      ),
      h2('What it is'),
      p(
        'It is, she told the first group, mostly a tent. The ball consists of 620 panels of glass fibre, no two of them alike, and keeps the wind off an antenna that weighs as much as a bus. It is lit from inside only during maintenance; the light that people in the valley take for a signal is an electrician looking for his screwdriver.',
      ),
      p(
        'What the antenna sees is put together with what other antennas see, in a place that she did not name, into a picture of everything that flies. Most of it is holidaymakers. On a night in August there are up to nine hundred aircraft in it. The station’s work consists of being surprised by none of them.',
      ),
      ul(
        'Forty-one people work here in four shifts.',
        'Half of them come from villages that can be seen from the gate.',
        'The station has its own spring, and two generators, and a cat on the strength.',
      ),
      h2('Questions'),
      p(
        'People had brought questions. Does it make the milk go sour? (No; there was a measurement, and it was hung up in the tent.) Can it see my tractor? (No.) Can it see my neighbour’s tractor? (Laughter.) Does it disturb the storks? A biologist from the national park answered this one: storks navigate by the sun and by each other, and nest on the station’s fence.',
      ),
      quote(
        'For thirty-five years we asked ourselves what they see. It did not occur to us that they see our lights go out, one house after another, and then know that it is midnight.',
        'A retired teacher',
      ),
      p(
        'The longest conversation took place at the soup. A shepherd of eighty told the commander that he had led the geometers up the hill, in the year when nobody was allowed to know, and had been paid with a watch. He still had it on. She asked him whether it kept time. It had stopped within the week, he said; but it was a very good secret.',
      ),
      pull('It had stopped within the week; but it was a very good secret.', 'A shepherd, on his watch'),
      p(
        'At eleven the cloud rose over the fence, and the ball stood in it like something that had been put down there for a moment. The commander said that there would be another open night next year. She has asked the municipality to think about a signpost.',
      ),
      background(
        'What this report leaves out',
        'The station’s exact position, range and connections are not public, and we do not print them. The open night was announced by the municipality, and the commander’s remarks were made to everybody present.',
      ),
      related({ story: 'rail-bottleneck', label: 'In the valley below' }),
    ),
  },
]
