// A promise that was not kept: the reporter may remind the desk, once in two days.
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import { theDesk } from '#app/newsroom/desk/the-desk.server.ts'
import { whoActsNext } from '#app/newsroom/desk/workflow.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'

export type Reminded = { ok: true; people: number } | { ok: false; because: 'not-found' | 'not-late' | 'too-soon' }

/** `may`: the button is offered. `lastAt`: when the desk was last reminded, within the two days in which that counts. */
export type Reminder = { late: boolean; may: boolean; lastAt: string | null }

const ONCE_IN_HOURS = 48

/** Is the desk late with its answer to this story, at this instant? */
export function isLate(story: Pick<Story, 'state' | 'answerBy'>, when: Date): boolean {
  const next = whoActsNext(story.state)
  return (next === 'desk' || next === 'editor') && story.answerBy !== null && story.answerBy < when
}

/** Whether the story's reporter may remind the desk now. */
export async function reminderFor(db: Reader, story: Story, when: Date): Promise<Reminder> {
  const late = isLate(story, when)
  const lastAt = late ? await lastReminder(db, story.id, when) : null
  return { late, may: late && lastAt === null, lastAt: lastAt?.toISOString() ?? null }
}

/** Writes to the editor who holds the story, else to the desk, that its reporter is still waiting. */
export async function remindDesk(db: Database, publicId: string, who: Person, when: Date): Promise<Reminded> {
  return db.transaction(async (tx): Promise<Reminded> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    if (!story.answerBy || !isLate(story, when)) return { ok: false, because: 'not-late' }
    if (await lastReminder(tx, story.id, when)) return { ok: false, because: 'too-soon' }
    const { deskName, timeZone } = await outletOf(tx)
    const about = { number: story.id, publicId, headline: story.headline, deskName, timeZone, forDesk: true }
    const readers = await readersOf(tx, story)
    for (const reader of readers)
      await writeLetter(
        tx,
        {
          key: `reminder:${story.id}:${when.getTime()}:${reader.id}`,
          kind: 'reminder',
          to: { personId: reader.id, email: reader.email, name: reader.name },
          storyId: story.id,
          content: storyFacts(about, { answerBy: story.answerBy.toISOString() }),
        },
        when,
      )
    return { ok: true, people: readers.length }
  })
}

async function readersOf(tx: Writer, story: Story) {
  const holder = story.claimedById === null ? [] : await editorsOf(tx, [story.claimedById])
  return holder.length ? holder : theDesk(tx, story.ownerId)
}

function editorsOf(tx: Writer, ids: number[]) {
  return tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(and(inArray(people.id, ids), inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
}

async function lastReminder(db: Reader, storyId: number, when: Date): Promise<Date | null> {
  const since = new Date(when.getTime() - ONCE_IN_HOURS * 3_600_000)
  const [row] = await db
    .select({ at: letters.createdAt })
    .from(letters)
    .where(and(eq(letters.storyId, storyId), eq(letters.kind, 'reminder'), gt(letters.createdAt, since)))
    .limit(1)
  return row?.at ?? null
}
