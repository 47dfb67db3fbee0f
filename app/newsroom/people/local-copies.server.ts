// Whether a person's devices may keep copies of unsaved words; in safety mode a phone that is taken tells nothing.
import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { Person } from './person.ts'

/** False in safety mode, and for somebody who is not there. */
export async function keepsLocalCopies(db: Reader, who: Person): Promise<boolean> {
  const [row] = await db.select({ safetyMode: people.safetyMode }).from(people).where(eq(people.id, who.id))
  return row?.safetyMode === false
}
