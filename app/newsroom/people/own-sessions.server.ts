// Where somebody is signed in, for themselves and for admins. No address and no device is stored, so none is shown.
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.ts'
import { sessions } from '#db/schema/people.ts'
import type { Person } from './person.ts'

export type SessionRow = { since: string; seen: string; until: string; here: boolean }

/** A person's live sessions, last used first, at most 50. `sessionKey` names the one that asks. */
export async function sessionsOf(
  db: Reader,
  personId: number,
  sessionKey: string | null,
  when: Date,
): Promise<SessionRow[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, when)))
    .orderBy(desc(sessions.seenAt))
    .limit(50)
  return rows.map((row) => ({
    since: row.createdAt.toISOString(),
    seen: row.seenAt.toISOString(),
    until: row.expiresAt.toISOString(),
    here: row.id === sessionKey,
  }))
}

/** Ends every session of `who` but the one that asks. */
export async function endOtherSessions(db: Database, sessionKey: string | null, who: Person): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(sessions).where(and(eq(sessions.personId, who.id), ne(sessions.id, sessionKey ?? '')))
  })
}
