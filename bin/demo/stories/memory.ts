/** Stories from museums, archives and veterans' halls. */
import { background, dateline, doc, facts, h2, p, pull, quote, related, timeline, ul, weekday } from '../copy-words.ts'
import type { DemoStory } from '../demo-story.ts'
import { drawn } from '../pictures.ts'

export const memoryStories: DemoStory[] = [
  {
    key: 'archive-red-box',
    state: 'published',
    owner: 'plovdiv',
    byline: 'pen',
    headline: 'The red box on shelf 2,114: an archive in Plovdiv finds the letters nobody sent on',
    standfirst:
      'Three hundred and six soldiers’ letters of 1913 lay in a box marked “saddlery, receipts”. Now the archive is looking for the families.',
    section: 'memory',
    topics: [],
    place: 'Plovdiv',
    hoursAgo: 34,
    editor: 'history-editor',
    sources:
      'I was in the reading room when the box was opened and have seen eleven of the letters. Archive’s director and conservator on the record. Names in the letters are withheld until families have been asked.',
    copy: doc(
      dateline('Plovdiv'),
      p(
        'The box is red because somebody, a hundred years ago, had run out of grey. It stood on shelf 2,114 in the military stores of the archive in Plovdiv, between the accounts of a bakery column and a run of horse registers, and on its label was written in a careful hand: saddlery, receipts. Nobody has ever had an urgent question about saddlery receipts.',
      ),
      drawn('archive-shelves', 'wide'),
      p(
        'An apprentice opened it last month because she had been told to practise on something unimportant. On top lay, in fact, a receipt for saddle straps. Under it were three hundred and six letters from soldiers, written in the summer of 1913, folded, addressed and never delivered.',
      ),
      h2('“Tell Mother the boots are good”'),
      p(
        'They are short, most of them. There were forms for it, with a line for health and a line for greetings, and the men wrote around the edges. “The boots are good, tell Mother, only the left one is a stranger to me.” “Do not sell the grey one before I am back, he pulls to the right but he is honest.” “We are near a river whose name I may not write. It is the one we used to fish in.” [[The spelling has been modernised by the archive]]',
      ),
      p(
        'Why they stayed behind can only be guessed. The unit’s field post office was disbanded within four days that July. A clerk, so the director thinks, put the bag of outgoing mail into the nearest box, meaning to see to it. The receipt for saddle straps bears his signature and the date of the last day.',
      ),
      quote(
        'We look for great documents and find a left boot. I have been in this house for thirty years, and I had to leave the room.',
        'The director of the archive',
      ),
      h2('Looking for the addressees'),
      p(
        'Two hundred and eighty of the letters have a legible address, in one hundred and twelve villages, of which ninety still exist and fourteen lie in another country today. The archive has decided not to print any of them before it has asked. It has written to the town halls, and for each village it has put up a list of first names and house names, as they are used there. Nineteen families have come forward so far.',
      ),
      ul(
        'Letters are handed over as a facsimile; the originals stay together in the archive.',
        'A family may ask that its letter is not shown or quoted.',
        'Whoever cannot read the old hand is read to, by an archivist, in a room with a door.',
      ),
      p(
        'The first to come was a man of eighty-four, with his great-granddaughter. The letter was from his grandfather to a child not yet born. It contains a list of names to choose from. None of them had been chosen.',
      ),
      pull('We look for great documents and find a left boot.', 'The director of the archive'),
      h2('Eleven kilometres of shelves'),
      p(
        'The archive holds eleven kilometres of paper, and a catalogue that knows about seven. At the present speed the rest will take thirty-one years. The director has asked for two more posts and been given one, for two years, and has filled it with the apprentice.',
      ),
      p(
        'The red box itself has been replaced with a grey one of acid-free card, as the rules demand. It now stands on the director’s windowsill. He keeps receipts in it.',
      ),
      facts(
        'Was it your village?',
        p(
          'The list of villages and house names can be read in the archive and [on its site](https://archive-plovdiv.example.org/letters). Write or call before you come; the reading room has nine seats.',
        ),
      ),
      related({ story: 'sappers-orchard', label: 'From the same war' }),
    ),
  },
  {
    key: 'museum-night-shift',
    state: 'published',
    owner: 'plovdiv',
    byline: 'name',
    headline: 'A museum counts its rifles, and finds three more than it has ever owned',
    standfirst:
      'The first full inventory for forty years turned up a cannonball used as a doorstop and a general’s tooth. The curator is pleased with the doorstop.',
    section: 'memory',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 505,
    editor: 'history-editor',
    sources:
      'Followed the count on four evenings. Figures from the signed protocol. The police confirmed that the three rifles are not on any list of stolen arms.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'The rule is that two people have to touch every object, one who says what it is and one who writes it down, and that neither may say “obviously”. In this manner the history museum in Panagyurishte has spent six weeks, always after closing time, on counting what it owns. It is the first complete count for forty years. The last one was carried out by a single man with a bad knee who did not go up to the attic.',
      ),
      drawn('museum-facade', 'wide'),
      p(
        'There are 11,482 objects. According to the books there should be 11,455. That a museum has lost something is common; that it has twenty-seven things too many is, the curator says, “a luxury problem with a legal side”.',
      ),
      h2('Three rifles and a tooth'),
      p(
        'The legal side is three rifles of a make from the 1890s, which stood in the rack with their fellows, polished and oiled, and bear no number. Nobody knows how they came there. The police took them away, compared them with every list, and brought them back. The present assumption is that someone returned them. After the war many households had such a thing in the barn, and the museum had a side door that did not lock.',
      ),
      p(
        'The other surplus objects are easier to love: a drum with a mouse’s nest, eleven buttons in a cigarette tin, a cannonball that has held open the door of the cloakroom since at least 1971, and a tooth in a velvet case that is said to have belonged to a general. Which general, the case does not say.',
      ),
      quote(
        'We shall keep the cannonball where it is. It has been on duty for longer than I have. But it has got a number now.',
        'The museum’s curator',
      ),
      h2('What is missing'),
      p(
        'Nine things are missing, none of them of great value. A sabre was lent to a film crew in 1988, and appears in the film. Two flags were found to have been entered twice. The remaining six are badges, small enough to fit into a pocket, and the curator has put their pictures on the door, with the remark that the side door now locks but the letter box does not.',
      ),
      pull('It has been on duty for longer than I have.', 'The curator, on a cannonball'),
      ul(
        '11,482 objects were counted, by 14 people, in 37 evenings.',
        '4,100 had never been photographed. Now they all are.',
        '212 need a conservator; the tank in the yard is the largest of them.',
        'One was found to be alive: a sourdough in the canteen refrigerator, labelled by a joker.',
      ),
      h2('For the parade, and afterwards'),
      p(
        'The count was finished just in time. When the town’s tank has led the garrison’s {topic:panagyurishte-parade|anniversary parade}, it will stand for two weeks in the museum’s yard, and the curator expects more visitors than in the rest of the year. They will be able to see some of what was found: a small room, called “Too many”, shows the twenty-seven, and asks who knows something about them.',
      ),
      p(
        'On the first afternoon an old woman stood for a long time before the rifles. Asked whether she recognised one, she answered that they all look the same. Then she said that the sling on the middle one was her mother’s stitching, and would say nothing more.',
      ),
      timeline(
        'Counting',
        ul(
          '**1931** The museum opens with 640 objects and the gun beside its steps.',
          '**1954** First inventory, in pencil.',
          '**1986** Second inventory, without the attic.',
          '**This year** Third inventory: every object touched by two people.',
        ),
      ),
      related({ topic: 'panagyurishte-parade' }),
    ),
  },
  {
    key: 'veterans-choir',
    state: 'published',
    owner: 'panagyurishte',
    byline: 'name',
    headline: 'For once the veterans asked to sit, and the town of Panagyurishte sat with them',
    standfirst:
      'With an average age of 81, the old soldiers of Panagyurishte wrote to the council. It answered with eight hundred chairs.',
    section: 'memory',
    topics: ['panagyurishte-parade'],
    place: 'Panagyurishte',
    hoursAgo: 48,
    editor: 'history-editor',
    sources: 'The veterans’ letter and the council’s answer, both copied with permission. I sat in the fourth row.',
    copy: doc(
      dateline('Panagyurishte'),
      p(
        'The letter had four sentences. The members of the veterans’ association wished to thank the town for the invitation to the parade. They wished to point out that their average age was now eighty-one, and that the route measured 2.3 kilometres. They had always marched past the town. Would the town be willing, for once, to come past them?',
      ),
      p(
        `On ${weekday(2)} afternoon, two days before the parade, it was. The council had put eight hundred chairs on the market square, in front of the empty plinth, with no stage. Sixty-three veterans sat in the first two rows, facing the wrong way, towards the others.`,
      ),
      drawn(
        'parade-line',
        'wide',
        'The garrison’s companies marched past the chairs in ordinary step, at the veterans’ request.',
      ),
      h2('In ordinary step'),
      p(
        'There were no speeches, which had been the second request, made by telephone. The mayor read out sixty-three names and after each of them what the person had done for a living afterwards: miller, nurse, teacher of mathematics, bus driver, bus driver, baker. It took nine minutes. People who had come for the uniform learned that the man who had repaired their gutters for thirty years had been a divisional signaller, and could still do it.',
      ),
      p(
        'He did it. He had brought his key, and tapped something on the microphone stand. On the other side of the square, a corporal of the brigade’s signal platoon stood up from among the audience and answered by whistling. It went back and forth for a minute. Neither of them would say what had been sent. The corporal had turned red.',
      ),
      quote(
        'Nobody has to be grateful to me. I should have liked somebody to ask me what it was like to be bored for two years at twenty. Today a girl asked me.',
        'A veteran of the mountain artillery',
      ),
      p(
        'Then the companies of the garrison came across the square. They were to have marched past in parade step, and had been asked not to. They walked, at the pace at which one walks home, and some of them looked to the side and found their grandfathers.',
      ),
      pull('I should have liked somebody to ask me what it was like to be bored for two years at twenty.', 'A veteran'),
      h2('Cake, and a list'),
      p(
        'Afterwards there was cake. The association’s chairwoman, a former nurse in a field hospital, went from table to table with a school notebook. She is collecting what each of the sixty-three would like to have recorded, in one sentence, and has 41 so far. Some are about comrades. One is a recipe for bread in a mess tin. One reads in full: “The stars in the Rhodope, on guard, January.”',
      ),
      ul(
        'The notebook will be printed by the library in spring.',
        'The technical school will make recordings with everyone who wishes.',
        'The chairs stay until the parade, so that nobody has to stand.',
      ),
      p(
        'When it got dark the square was still half full. The plinth without its tank had the last light on it. Someone had put a chair up there too.',
      ),
      background(
        'The association',
        'Founded in 1951, it had 1,100 members in its largest year. It now has 94, of whom nine are women. New members are admitted from any branch and from either side of any border; there are two.',
      ),
      related({ topic: 'panagyurishte-parade' }),
      related({ story: 'tank-rolls-again' }),
    ),
  },
]
