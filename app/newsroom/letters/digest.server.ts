// Once a day a person's gathered letters become one: at 17:00 of the outlet, exactly once, whoever's clock runs.
import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import type { GatheredLetter } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { latestHour } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Database, Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'

/** When the letter of the day is written, on the outlet's clocks. */
export const DIGEST_HOUR = '17:00'
const MOST_LISTED = 60
const MOST_PEOPLE = 200

/**
 * Writes the digests that are due: for everybody with letters gathered before the latest 17:00, one letter, and the
 * letters in it count as sent. Both happen in one transaction, under a key made of person and day, so that a second
 * clock or a second try after a crash writes no second one. Gives how many were written; at most 200 a call.
 */
export async function writeDigests(db: Database, when: Date): Promise<number> {
  const { timeZone } = await outletOf(db)
  const { day, at } = latestHour(DIGEST_HOUR, when, timeZone)
  const waiting = await db
    .selectDistinct({ personId: letters.toPersonId })
    .from(letters)
    .where(and(eq(letters.state, 'gathered'), lte(letters.notBefore, at), isNotNull(letters.toPersonId)))
    .limit(MOST_PEOPLE)
  let written = 0
  for (const { personId } of waiting)
    if (personId !== null && (await db.transaction((tx) => writeDigest(tx, personId, day, at, when)))) written++
  return written
}

async function writeDigest(tx: Writer, personId: number, day: string, at: Date, when: Date): Promise<boolean> {
  const key = `digest-${personId}-${day}`
  const [known] = await tx.select({ id: letters.id }).from(letters).where(eq(letters.key, key))
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (known || !person) return false // what came late waits for tomorrow
  const gathered = await takeGathered(tx, personId, at, when)
  if (gathered.length === 0) return false
  const to = { personId, email: person.email, name: person.name }
  const content = { gathered: gathered.length, letters: gathered.slice(0, MOST_LISTED) }
  // Where another process was first with the key in this very moment, nothing of this one may stay.
  if (!(await writeLetter(tx, { key, kind: 'digest', to, content }, when))) throw new Error(`${key} is written already`)
  return true
}

/** Marks them sent and gives them, oldest first: who marks a row has it, and no other digest can. */
async function takeGathered(tx: Writer, personId: number, at: Date, when: Date): Promise<GatheredLetter[]> {
  const due = and(eq(letters.toPersonId, personId), eq(letters.state, 'gathered'), lte(letters.notBefore, at))
  const ids = await tx.select({ id: letters.id }).from(letters).where(due).orderBy(asc(letters.id))
  if (ids.length === 0) return []
  const taken = await tx
    .update(letters)
    .set({ state: 'sent', sentAt: when })
    .where(
      and(
        inArray(
          letters.id,
          ids.map(({ id }) => id),
        ),
        eq(letters.state, 'gathered'),
      ),
    )
    .returning({ id: letters.id, kind: letters.kind, content: letters.content })
  return taken
    .sort((a, b) => a.id - b.id)
    .map(({ kind, content }) => ({ kind, content: content as GatheredLetter['content'] }))
}
