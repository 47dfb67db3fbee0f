// What is known to change for readers before it does: the next story that the clock publishes, the next call that ends.
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { openCalls, stories } from '#db/schema/story.ts'

/** The instant of the next change after `when`; null when none is planned. */
export async function nextChange(db: Reader, when: Date): Promise<Date | null> {
  const [due] = await dueQuery(db)
  const [ending] = await db
    .select({ at: openCalls.closesAt })
    .from(openCalls)
    .where(and(isNull(openCalls.closedAt), gt(openCalls.closesAt, when)))
    .orderBy(asc(openCalls.closesAt))
    .limit(1)
  const instants = [due?.at, ending?.at].flatMap((at) => (at ? [at.getTime()] : []))
  return instants.length === 0 ? null : new Date(Math.min(...instants))
}

/** The query behind it, for the test that reads its plan. What is overdue counts too: it comes at any moment. */
export function dueQuery(db: Reader) {
  return db
    .select({ at: stories.publishAt })
    .from(stories)
    .where(and(eq(stories.state, 'scheduled'), gt(stories.publishAt, new Date(0))))
    .orderBy(asc(stories.publishAt))
    .limit(1)
}
