// Random people order random moves on random stories while clocks jump: whatever comes, nothing appears that may not,
// no revision is lost, and no story moves without its log row and its letters.
import { count, eq, inArray, ne } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import { storiesByState } from '#app/newsroom/story/state-counts.server.ts'
import type { StoryContent, StoryState } from '#app/newsroom/story/story.ts'
import { deskLog } from '#db/schema/desk.ts'
import { editions } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { draftBy, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { clockActs, doSomething, orderMove } from './walk/acts.ts'
import { type Dice, diceFrom } from './walk/dice.ts'
import { type Town, townOf } from './walk/town.ts'
import { type Known, newlyKnown, settle } from './walk/witness.ts'

const STEPS = Number(process.env.COPYDESK_WALK ?? 20_000)
// The same walk every time, so that a red test is the change's; another one is asked for by its seed.
const SEED = Number(process.env.COPYDESK_WALK_SEED ?? 1_810_718_690)
const STORIES = 12
const LONGEST_LIFE = 400

afterAll(closeDatabases)

test(`${STEPS} random moves by random people: nothing appears that may not, nothing is lost, nothing moves unsaid`, {
  timeout: 60_000 + STEPS * 60,
}, async () => {
  const { db, raw } = await freshDatabase()
  await raw('pragma synchronous = off') // no power will fail in this test
  const town = await townOf(db)
  const dice = diceFrom(SEED)
  const made = new Map<string, number>()
  const trail: string[] = []
  const known: Known[] = []
  let when = NOON
  try {
    for (let step = 0; step < STEPS; step += 1) {
      when = dice.chance(60) ? later(when, dice) : when
      // A clock may be wrong for a while, and a job run on it.
      const now = dice.chance(3) ? new Date(when.getTime() - dice.below(72) * 3_600_000) : when
      const story = await storyFor(town, dice, known, now)
      const before = story.row
      if (dice.chance(80)) {
        const { move, by, result } = await orderMove(town, dice, before, now)
        const who = by === 'clock' ? 'clock' : by.name
        trail.push(`${step} #${before.id} ${before.state} ${move} ${who}: ${result.ok ? 'made' : result.because}`)
        const log = await settle(town, story, now)
        // The same order of the same person once more is answered as it was, and makes nothing.
        const isAgain = result.ok && result.version <= before.version
        if ((result.ok && !isAgain) !== (log !== null))
          throw new Error(`${move} was ${result.ok} and the log has ${log?.move}`)
        if (!result.ok && story.row.version !== before.version) throw new Error(`${move} was refused and changed it`)
        if (log) made.set(log.move, (made.get(log.move) ?? 0) + 1)
      } else {
        const act = await doSomething(town, dice, before, now)
        trail.push(`${step} #${before.id} ${before.state} ${act}`)
        for (const one of clockActs.includes(act) ? await changed(town, known) : [story]) {
          const log = await settle(town, one, now)
          if (log) made.set(log.move, (made.get(log.move) ?? 0) + 1)
        }
      }
    }
    await everythingAddsUp(town)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new Error(`COPYDESK_WALK_SEED=${SEED}: ${what}\n${trail.slice(-25).join('\n')}`, { cause: error })
  }
  if (process.env.COPYDESK_WALK) console.log(`seed ${SEED}`, Object.fromEntries([...made].sort()))
  // The walk went everywhere, or it says little.
  const wanted = [
    'publish',
    'schedule',
    'retract',
    'restore',
    'approveToo',
    'approveTrusted',
    'sendForSignOff',
    'agree',
  ]
  if (STEPS >= 20_000) expect(wanted.filter((move) => !made.get(move))).toEqual([])
})

/** The stories that have another version than is known. */
async function changed({ db }: Town, known: Known[]): Promise<Known[]> {
  const ids = known.map(({ row }) => row.id)
  const now = await db
    .select({ id: stories.id, version: stories.version })
    .from(stories)
    .where(inArray(stories.id, ids))
  return known.filter(({ row }) => now.find(({ id }) => id === row.id)?.version !== row.version)
}

function later(when: Date, dice: Dice): Date {
  const minutes = dice.chance(70) ? dice.below(8) : dice.chance(80) ? dice.below(300) : dice.below(6 * 24 * 60)
  return new Date(when.getTime() + minutes * 60_000)
}

/** One of the stories that are in hand; a new draft in the place of one that has ended or is old. */
async function storyFor(town: Town, dice: Dice, known: Known[], when: Date): Promise<Known> {
  const index = known.length < STORIES ? known.length : dice.below(STORIES)
  const found = known[index]
  const stuck = found?.row.state === 'draft' && found.row.ownerId === town.cast.unconfirmed.id && dice.chance(30)
  const ended = found && (found.row.state === 'archived' || (isEnd(found.row.state) && dice.chance(8)) || stuck)
  if (found && !ended && found.row.version < LONGEST_LIFE) return found
  const owner = dice.one(town.writers)
  const publicId = await draftBy(town.db, owner, `Story ${dice.below(1000)}`, when)
  const [row] = await town.db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row) throw new Error('no draft was begun')
  const fresh = newlyKnown(row)
  known[index] = fresh
  return fresh
}

function isEnd(state: StoryState): boolean {
  return state === 'withdrawn' || state === 'retracted' || state === 'published'
}

/** At the end: counts, hashes and editions agree with each other, for every story there was. */
async function everythingAddsUp({ db }: Town) {
  const rows = await db.select({ state: stories.state, n: count() }).from(stories).groupBy(stories.state)
  const counted = await storiesByState(db)
  for (const { state, n } of rows)
    if (counted[state] !== n) throw new Error(`${n} are ${state}, counted ${counted[state]}`)
  for (const { hash, content } of await db.select().from(revisions))
    if (hashOf(content as StoryContent) !== hash) throw new Error('the words of a revision were changed')
  const moved = await db
    .select({ id: stories.id })
    .from(stories)
    .leftJoin(deskLog, eq(deskLog.storyId, stories.id))
    .where(ne(stories.state, 'draft'))
    .groupBy(stories.id)
  const withLog = await db
    .selectDistinct({ id: deskLog.storyId })
    .from(deskLog)
    .where(inArray(deskLog.storyId, moved.map(({ id }) => id).slice(0, 30_000)))
  if (withLog.length !== moved.length) throw new Error('a story has moved without a log')
  const printed = await db
    .select({ edition: editions.hash, revision: revisions.hash })
    .from(editions)
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
  for (const { edition, revision } of printed)
    if (edition !== revision) throw new Error('an edition has other words than its revision')
}
