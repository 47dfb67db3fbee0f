// The moves that the clock orders: publish what is due, release idle claims, close what nobody changed.
import { and, asc, eq, inArray, isNotNull, lte, notExists, or } from 'drizzle-orm'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { CLAIM_LAPSES_AFTER_HOURS } from '#app/newsroom/desk/moving/clock-due.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { CLOCK } from '#app/newsroom/desk/policy.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { Database } from '#db/client.ts'
import { suggestionAnswers } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'

const AT_A_TIME = 100

/**
 * Publishes every scheduled story whose time has come, also those missed while the house was closed.
 * Exactly once: each is a guarded move, so a second process or a second run finds nothing to do.
 * Returns how many it published.
 */
export async function publishDue(db: Database, when: Date, press: PressWork): Promise<number> {
  const due = await db
    .select(order)
    .from(stories)
    .where(and(eq(stories.state, 'scheduled'), lte(stories.publishAt, when)))
    .orderBy(asc(stories.publishAt))
    .limit(AT_A_TIME)
  return makeMoves(db, due, 'publish', when, press)
}

/** Gives stories back to the queue whose holder has not looked at them for hours. */
export async function lapseClaims(db: Database, when: Date, press: PressWork): Promise<number> {
  const seenBefore = new Date(when.getTime() - CLAIM_LAPSES_AFTER_HOURS * 3_600_000)
  const idle = await db
    .select(order)
    .from(stories)
    .where(and(eq(stories.state, 'in_review'), isNotNull(stories.claimedById), lte(stories.claimSeenAt, seenBefore)))
    .limit(AT_A_TIME)
  return makeMoves(db, idle, 'release', when, press)
}

/**
 * Closes change requests after twice the time that was given, and sign-offs after their deadline. A sign-off whose
 * reporter has rejected a change, though without sending the answer, is not silence: it waits for an editor.
 */
export async function lapseChanges(db: Database, when: Date, press: PressWork): Promise<number> {
  const rejected = db
    .select({ id: suggestionAnswers.id })
    .from(suggestionAnswers)
    .where(
      and(
        eq(suggestionAnswers.storyId, stories.id),
        eq(suggestionAnswers.revisionId, stories.revisionId),
        eq(suggestionAnswers.accepted, false),
      ),
    )
  const overdue = await db
    .select({ ...order, state: stories.state })
    .from(stories)
    .where(
      and(
        inArray(stories.state, ['changes_requested', 'awaiting_sign_off']),
        lte(stories.dueAt, when),
        or(eq(stories.state, 'changes_requested'), notExists(rejected)),
      ),
    )
    .limit(AT_A_TIME)
  const [asked, sent] = [
    overdue.filter((story) => story.state === 'changes_requested'),
    overdue.filter((story) => story.state === 'awaiting_sign_off'),
  ]
  return (
    (await makeMoves(db, asked, 'lapse', when, press)) + (await makeMoves(db, sent, 'overrideSignOff', when, press))
  )
}

const order = { story: stories.publicId, version: stories.version }

async function makeMoves(
  db: Database,
  due: { story: string; version: number }[],
  move: Move,
  when: Date,
  press: PressWork,
): Promise<number> {
  let made = 0
  for (const { story, version } of due) {
    const deskNote = move === 'overrideSignOff' ? 'The time for an answer has passed.' : ''
    const result = await moveStory(db, { story, version, move, deskNote }, CLOCK, when, press)
    if (result.ok) made += 1
  }
  return made
}
