// Asks the database whether somebody is an admin at this moment.
import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { Person } from './person.ts'

/** Is `who` an active admin? The row decides, not what the session knew when the request began. */
export async function isAdmin(db: Reader, who: Person): Promise<boolean> {
  const [row] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, who.id), eq(people.role, 'admin'), isNull(people.suspendedAt)))
  return row !== undefined
}
