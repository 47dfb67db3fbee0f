// The live coverage of an invented outlet: a parade by the minute, with entries of the desk and of reporters.
import { and, desc, eq, lte } from 'drizzle-orm'
import { openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import {
  answerEntry,
  correctEntry,
  markEntry,
  publishEntry,
  removeEntry,
} from '#app/newsroom/desk/live-entries.server.ts'
import { sendEntry } from '#app/newsroom/desk/live-sending.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { LiveDone, LiveMark, SentInput } from '#app/newsroom/topics/live.ts'
import type { Database } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import type { Newsroom } from './new-story.ts'
import { demoSections } from './outlet.ts'

const MINUTE = 60_000
const section = demoSections[0]?.slug ?? ''

type DemoEntry = {
  minutesAgo: number
  title?: string
  text: string
  /** Sent by the reporter and signed so; the desk’s own without it. */
  by?: SentInput['byline']
  marks?: LiveMark[]
  corrected?: { minutesAgo: number; text: string; note: string }
  removed?: string
  /** It points at the newest story. */
  linked?: true
}

/** Oldest first. */
const parade: DemoEntry[] = [
  {
    minutesAgo: 187,
    title: 'What we know before it begins',
    text: 'The parade leaves Museum Street at ten. The bridge over the Luda Yana is closed to cars until three; the square is reached on foot from the bus station.\n\n- First aid: at the town hall and behind the school\n- Drinking water: three tanks along the route',
    marks: ['pin'],
  },
  { minutesAgo: 171, text: 'The square is filling. Police count about four thousand people at half past eight.' },
  {
    minutesAgo: 158,
    by: 'name',
    text: 'I am at the reviewing stand. The driver has climbed out twice to look at the left track; a mechanic is under the hull.',
  },
  { minutesAgo: 146, text: 'The mayor says the start stays at ten. “If it does not start, we push,” he adds.' },
  {
    minutesAgo: 131,
    title: 'It moves',
    text: 'Eleven minutes past ten: the engine catches at the third try and the tank turns out of Museum Street under its own power.',
    marks: ['key'],
  },
  {
    minutesAgo: 119,
    text: 'Blue smoke over the market. The column behind it keeps *thirty metres* more than planned.',
    by: 'pen',
  },
  {
    minutesAgo: 103,
    title: 'On the bridge',
    text: 'The tank stands in the middle of the bridge for the measurement. Engineers read seven millimetres.',
    marks: ['key'],
    corrected: {
      minutesAgo: 96,
      text: 'The tank crosses the bridge at walking pace without a stop. Engineers read seven millimetres as it passes.',
      note: 'We first wrote that it had stopped on the bridge. It did not.',
    },
  },
  {
    minutesAgo: 88,
    text: 'A man was hit by a falling flagpole at the school, we are told.',
    removed: 'Nobody was hurt: a flagpole fell beside the road, and the report came from somebody who had not seen it.',
  },
  {
    minutesAgo: 71,
    by: 'name',
    text: '> I have swept around it every morning for thirty years.\n\nThe woman who says so sells sunflower seeds beside the empty plinth, and cries a little.',
  },
  {
    minutesAgo: 54,
    text: 'The column is back on the barracks road. The clutch smells, says the driver, but holds.',
    by: 'withheld',
  },
  {
    minutesAgo: 33,
    title: 'Fourteen thousand',
    text: 'The municipal police now speak of fourteen thousand people along the route. The bridge opens to cars at three, as planned.',
  },
  {
    minutesAgo: 12,
    text: 'Our report from the square, with the people who rebuilt the engine:',
    linked: true,
    marks: ['key'],
  },
]

export type SeededLive = { topic: string; waiting: string; declined: string; public: string; removed: string }

/** Opens a coverage on the topic and fills it; two entries of the reporter wait, one was declined. `canary` marks what never was public. */
export async function seedLive(
  { db, press }: Newsroom,
  topic: string,
  { editor, reporter }: { editor: Person; reporter: Person },
  now: Date,
  canary = '',
): Promise<SeededLive> {
  const ago = (minutes: number) => new Date(now.getTime() - minutes * MINUTE)
  done(await openCoverage(db, topic, { title: 'The parade, minute by minute', section }, editor, ago(190), press))
  const ids: string[] = []
  for (const entry of parade) ids.push(await demoEntry({ db, press }, topic, entry, { editor, reporter }, ago))
  const send = async (text: string, byline: SentInput['byline'], minutes: number) => {
    const sent = { title: '', text: `${text} ${canary}`.trim(), byline, penName: byline === 'pen' ? 'Sunflower' : '' }
    return done(await sendEntry(db, topic, sent, reporter, ago(minutes))).publicId
  }
  const declined = await send('Somebody says there will be a second parade tomorrow.', 'name', 64)
  const no = { verdict: 'decline' as const, title: '', text: '', version: 1 }
  const reason = `The town hall knows nothing of it. Who told you? ${canary}`.trim()
  done(await answerEntry(db, { topic, entry: declined }, { ...no, reason }, editor, ago(60), press))
  const waiting = await send('The brass band has begun to play in front of the museum.', 'name', 41)
  await send('They are washing the paving stones in Museum Street already.', 'pen', 6)
  return { topic, waiting, declined, public: ids.at(-2) ?? '', removed: ids[7] ?? '' }
}

async function demoEntry(
  { db, press }: Pick<Newsroom, 'db' | 'press'>,
  topic: string,
  entry: DemoEntry,
  { editor, reporter }: { editor: Person; reporter: Person },
  ago: (minutes: number) => Date,
): Promise<string> {
  const { title = '', text, by, minutesAgo, marks = [], corrected, removed, linked } = entry
  const story = linked ? await newestSlug(db, ago(minutesAgo)) : ''
  const words = { title, text, story, picture: story ? ('yes' as const) : ('' as const) }
  let publicId: string
  let version = 1
  if (by) {
    const sent = { title, text, byline: by, penName: by === 'pen' ? 'Sunflower' : '' }
    publicId = done(await sendEntry(db, topic, sent, reporter, ago(minutesAgo + 4))).publicId
    const yes = { verdict: 'approve' as const, title, text, reason: '', version }
    done(await answerEntry(db, { topic, entry: publicId }, yes, editor, ago(minutesAgo), press))
    version++
  } else publicId = done(await publishEntry(db, topic, words, editor, ago(minutesAgo), press)).publicId
  const place = { topic, entry: publicId }
  for (const mark of marks)
    done(await markEntry(db, place, { mark, version: version++ }, editor, ago(minutesAgo - 1), press))
  if (corrected) {
    const right = { ...words, text: corrected.text, note: corrected.note, version: version++ }
    done(await correctEntry(db, place, right, editor, ago(corrected.minutesAgo), press))
  }
  if (removed) done(await removeEntry(db, place, { reason: removed, version }, editor, ago(minutesAgo - 9), press))
  return publicId
}

/** The newest story that readers had by then; '' before the first. */
async function newestSlug(db: Database, when: Date): Promise<string> {
  const [newest] = await db
    .select({ slug: publications.slug })
    .from(publications)
    .where(and(eq(publications.state, 'live'), lte(publications.publishedAt, when)))
    .orderBy(desc(publications.publishedAt))
    .limit(1)
  return newest?.slug ?? ''
}

function done<More>(answer: LiveDone<More>): { ok: true } & More {
  if (!answer.ok) throw new Error(`live coverage of the demo was refused: ${JSON.stringify(answer)}`)
  return answer
}
