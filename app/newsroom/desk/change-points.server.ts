// Change points: what the desk asks for, one by one; the contributor ticks or answers each.
import { and, asc, eq, gt } from 'drizzle-orm'
import { anchorAt, placesIn } from '#app/newsroom/desk/places.server.ts'
import type { Place, PlaceAsked } from '#app/newsroom/desk/places.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import { type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { changePoints } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'

export type Point = {
  id: number
  round: number
  text: string
  done: boolean
  answer: string
  at: string
  /** The words that it is about; '' for the whole story. */
  quote: string
  /** Where these are in the copy that was asked for; null without a place. */
  place: Place | null
}
export type PointsSaved = { ok: true } | { ok: false; because: 'not-found' | 'not-now' }

const LONGEST_ANSWER = 2000

/** What a contributor did about several points at once: those they ticked, and the answers they wrote. */
export type PointsAnswered = { points: readonly number[]; done: readonly number[]; answers: readonly string[] }

/**
 * Takes over the ticks and answers of a whole form, when the story is sent again: `answers` in the order of `points`.
 * What the form does not name stays; an empty answer is none, and takes away what was there.
 */
export async function answerPoints(
  tx: Writer,
  story: Pick<Story, 'id' | 'round'>,
  { points, done, answers }: PointsAnswered,
  when: Date,
): Promise<void> {
  const asked = await tx
    .select()
    .from(changePoints)
    .where(and(eq(changePoints.storyId, story.id), eq(changePoints.round, story.round)))
  for (const point of asked) {
    const at = points.indexOf(point.id)
    if (at < 0) continue
    const isDone = done.includes(point.id)
    const answer = cleanText(answers[at] ?? point.answer)
      .trim()
      .slice(0, LONGEST_ANSWER)
    if (isDone === (point.doneAt !== null) && answer === point.answer) continue
    await tx
      .update(changePoints)
      .set({ doneAt: isDone ? (point.doneAt ?? when) : null, answer })
      .where(eq(changePoints.id, point.id))
      .returning({ id: changePoints.id })
  }
}

/**
 * Keeps the ticks and answers of the form as they are, without sending the story; the story's owner only, while its
 * points are asked.
 */
export async function savePoints(
  db: Database,
  publicId: string,
  given: PointsAnswered,
  who: Person,
  when: Date,
): Promise<PointsSaved> {
  return db.transaction(async (tx): Promise<PointsSaved> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    if (story.state !== 'changes_requested') return { ok: false, because: 'not-now' }
    await answerPoints(tx, story, given, when)
    return { ok: true }
  })
}

/** How many points an editor puts down before they are asked. */
const MOST_PUT_DOWN = 30
const LONGEST_POINT = 2000

export type PointPutDown =
  | { ok: true }
  | { ok: false; because: 'not-found' | 'not-holder' | 'changed' | 'empty' | 'too-long' | 'too-many' | 'no-place' }

/**
 * Puts a point down, at a place of the words as they are saved or on the whole story; only the holder, and the
 * contributor is told nothing before changes are requested. Null for `version` takes the words as they are.
 */
export async function putDownPoint(
  db: Database,
  publicId: string,
  { text, place, version }: { text: string; place: PlaceAsked | null; version: number | null },
  who: Person,
  when: Date,
): Promise<PointPutDown> {
  const clean = cleanText(text).replace(/\s+/g, ' ').trim()
  if (!clean) return { ok: false, because: 'empty' }
  if (clean.length > LONGEST_POINT) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<PointPutDown> => {
    const story = await heldStory(tx, publicId, who)
    if ('because' in story) return { ok: false, because: story.because }
    if (version !== null && version !== story.version) return { ok: false, because: 'changed' }
    const there = await putDown(tx, story.id)
    if (there.length >= MOST_PUT_DOWN) return { ok: false, because: 'too-many' }
    const anchor = place && (await anchorAt(tx, story, place, when))
    if (place && !anchor) return { ok: false, because: 'no-place' }
    const position = (there.at(-1)?.position ?? -1) + 1
    await tx
      .insert(changePoints)
      .values({ storyId: story.id, round: PUT_DOWN, position, text: clean, byId: who.id, at: when, anchor })
      .returning({ id: changePoints.id })
    return { ok: true }
  })
}

/** Takes away a point that was put down and not asked. */
export async function takePointAway(
  db: Database,
  publicId: string,
  point: number,
  who: Person,
): Promise<{ ok: true } | { ok: false; because: 'not-found' | 'not-holder' | 'changed' }> {
  return db.transaction(async (tx) => {
    const story = await heldStory(tx, publicId, who)
    if ('because' in story) return { ok: false as const, because: story.because }
    await tx
      .delete(changePoints)
      .where(and(eq(changePoints.id, point), eq(changePoints.storyId, story.id), eq(changePoints.round, PUT_DOWN)))
    return { ok: true as const }
  })
}

/** Asks what was put down, then the order's own points, in the story's present round. */
export async function askPoints(
  tx: Writer,
  story: Pick<Story, 'id' | 'round'>,
  more: readonly string[],
  byId: number,
  when: Date,
): Promise<void> {
  const down = await putDown(tx, story.id)
  for (const [position, { id }] of down.entries())
    await tx
      .update(changePoints)
      .set({ round: story.round, position, at: when })
      .where(eq(changePoints.id, id))
      .returning({ id: changePoints.id })
  if (more.length === 0) return
  const own = { storyId: story.id, round: story.round, byId, at: when }
  await tx
    .insert(changePoints)
    .values(more.map((text, at) => ({ ...own, position: down.length + at, text })))
    .returning({ id: changePoints.id })
}

/** The points that are put down and not asked yet, in order. */
export async function pointsPutDown(db: Reader, storyId: number): Promise<Pick<Point, 'id' | 'text' | 'quote'>[]> {
  return (await putDown(db, storyId)).map(({ id, text, anchor }) => ({ id, text, quote: anchor?.quote ?? '' }))
}

/** The points that were asked at this instant, as texts: what the letter says. */
export async function pointsAskedAt(db: Reader, storyId: number, when: Date): Promise<string[]> {
  const rows = await db
    .select({ text: changePoints.text })
    .from(changePoints)
    .where(and(eq(changePoints.storyId, storyId), eq(changePoints.at, when), gt(changePoints.round, PUT_DOWN)))
    .orderBy(asc(changePoints.position))
  return rows.map(({ text }) => text)
}

/** Every point of a story that was asked, by round and place; with `copy`, each with its place in these words. */
export async function pointsOfStory(db: Reader, storyId: number, copy?: StoryContent['copy']): Promise<Point[]> {
  const rows = await db
    .select()
    .from(changePoints)
    .where(and(eq(changePoints.storyId, storyId), gt(changePoints.round, PUT_DOWN)))
    .orderBy(asc(changePoints.round), asc(changePoints.position))
    .limit(500)
  const anchored = rows.filter(({ anchor }) => anchor !== null)
  const places = copy
    ? await placesIn(
        db,
        copy,
        anchored.flatMap(({ anchor }) => anchor ?? []),
      )
    : []
  const placeOf = new Map(anchored.map(({ id }, at) => [id, places[at] ?? null]))
  return rows.map(({ id, round, text, doneAt, answer, at, anchor }) => ({
    id,
    round,
    text,
    done: doneAt !== null,
    answer,
    at: at.toISOString(),
    quote: anchor?.quote ?? '',
    place: placeOf.get(id) ?? null,
  }))
}

const PUT_DOWN = 0

function putDown(db: Reader, storyId: number) {
  return db
    .select()
    .from(changePoints)
    .where(and(eq(changePoints.storyId, storyId), eq(changePoints.round, PUT_DOWN)))
    .orderBy(asc(changePoints.position))
    .limit(MOST_PUT_DOWN)
}

async function heldStory(
  tx: Reader,
  publicId: string,
  who: Person,
): Promise<Story | { because: 'not-found' | 'not-holder' | 'changed' }> {
  const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || row.state === 'draft' || !maySee(who, row)) return { because: 'not-found' }
  if (row.claimedById !== who.id || row.ownerId === who.id) return { because: 'not-holder' }
  return row.state === 'in_review' ? storyOf(row) : { because: 'changed' }
}
