// The moves that the clock orders: publish what is due, release idle claims, close what nobody changed.
import { and, asc, eq, inArray, isNotNull, isNull, lte, notExists, or } from 'drizzle-orm'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { ARCHIVED_AFTER_DAYS, CLAIM_LAPSES_AFTER_HOURS } from '#app/newsroom/desk/moving/clock-due.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { CLOCK } from '#app/newsroom/desk/policy.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { Database } from '#db/client.ts'
import { holds, suggestionAnswers } from '#db/schema/desk.ts'
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
  let made = 0
  for (const story of due) {
    const result = await makeMove(db, story, 'publish', when, press)
    if (result.ok) made += 1
    // Words that are not the approved ones are nobody's to publish: the story is opened again, and its approvers told.
    else if (result.because === 'changed-since-approval') await makeMove(db, story, 'reopen', when, press)
  }
  return made
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
 * Closes change requests after twice the time that was given, and sign-offs after their deadline: approved where the
 * section takes silence for a yes and nothing else is wanted, else back with the editor. A sign-off whose
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
  return (await makeMoves(db, asked, 'lapse', when, press)) + (await endSignOffs(db, sent, when, press))
}

/** Closes what ended long ago. A legal hold keeps a story open, so it is looked at again later. */
export async function archiveEnded(db: Database, when: Date, press: PressWork): Promise<number> {
  const before = new Date(when.getTime() - ARCHIVED_AFTER_DAYS * 86_400_000)
  const held = db
    .select({ id: holds.id })
    .from(holds)
    .where(and(eq(holds.storyId, stories.id), eq(holds.kind, 'legal'), isNull(holds.liftedAt)))
  const ended = await db
    .select(order)
    .from(stories)
    .where(
      and(
        inArray(stories.state, ['declined', 'rejected', 'withdrawn']),
        lte(stories.enteredAt, before),
        notExists(held),
      ),
    )
    .limit(AT_A_TIME)
  return makeMoves(db, ended, 'archive', when, press)
}

async function endSignOffs(db: Database, sent: Due[], when: Date, press: PressWork): Promise<number> {
  let made = 0
  for (const story of sent) {
    const approved = await makeMove(db, story, 'overrideSignOff', when, press)
    const ended = approved.ok ? approved : await makeMove(db, story, 'signOffLapse', when, press)
    if (ended.ok) made += 1
  }
  return made
}

type Due = { story: string; version: number }

const order = { story: stories.publicId, version: stories.version }

async function makeMoves(db: Database, due: Due[], move: Move, when: Date, press: PressWork): Promise<number> {
  let made = 0
  for (const story of due) if ((await makeMove(db, story, move, when, press)).ok) made += 1
  return made
}

function makeMove(db: Database, { story, version }: Due, move: Move, when: Date, press: PressWork) {
  const deskNote = move === 'overrideSignOff' ? 'The time for an answer has passed.' : ''
  return moveStory(db, { story, version, move, deskNote }, CLOCK, when, press)
}
