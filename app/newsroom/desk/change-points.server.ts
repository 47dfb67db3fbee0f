// Change points: what the desk asks for, one by one; the contributor ticks or answers each.
import { and, asc, eq } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Database, Reader } from '#db/client.ts'
import { changePoints } from '#db/schema/desk.ts'

export type Point = { id: number; round: number; text: string; done: boolean; answer: string; at: string }
export type PointAnswered = { ok: true } | { ok: false; because: 'not-found' | 'not-now' | 'too-long' }

const LONGEST_ANSWER = 2000

/**
 * Marks a point of the current round as done or open again, answers it in words, or both; the story's owner only.
 * What is left out stays as it is: a tick takes no answer away, and an answer no tick.
 */
export async function answerPoint(
  db: Database,
  publicId: string,
  { point, done, answer }: { point: number; done?: boolean | undefined; answer?: string | undefined },
  who: Person,
  when: Date,
): Promise<PointAnswered> {
  const clean = answer === undefined ? undefined : cleanText(answer).trim()
  if ((clean?.length ?? 0) > LONGEST_ANSWER) return { ok: false, because: 'too-long' }
  return db.transaction(async (tx): Promise<PointAnswered> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    if (story.state !== 'changes_requested') return { ok: false, because: 'not-now' }
    const asked = and(
      eq(changePoints.id, point),
      eq(changePoints.storyId, story.id),
      eq(changePoints.round, story.round),
    )
    const [row] = await tx
      .select({ answer: changePoints.answer, doneAt: changePoints.doneAt })
      .from(changePoints)
      .where(asked)
    if (!row) return { ok: false, because: 'not-found' }
    await tx
      .update(changePoints)
      .set({
        doneAt: done === undefined ? row.doneAt : done ? (row.doneAt ?? when) : null,
        answer: clean ?? row.answer,
      })
      .where(asked)
      .returning({ id: changePoints.id })
    return { ok: true }
  })
}

/** Every point of a story, by round and place. */
export async function pointsOfStory(db: Reader, storyId: number): Promise<Point[]> {
  const rows = await db
    .select()
    .from(changePoints)
    .where(eq(changePoints.storyId, storyId))
    .orderBy(asc(changePoints.round), asc(changePoints.position))
    .limit(500)
  return rows.map(({ id, round, text, doneAt, answer, at }) => ({
    id,
    round,
    text,
    done: doneAt !== null,
    answer,
    at: at.toISOString(),
  }))
}
