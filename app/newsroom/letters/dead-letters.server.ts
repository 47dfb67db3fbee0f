// The outbox as an admin sees it: how much waits, what could not be sent and why, and another try.
import { and, asc, count, desc, eq } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'

const DEAD_SHOWN = 50

export type DeadLetter = {
  id: number
  kind: string
  /** Both '' where the desk must not know who it is: a protected reporter. */
  toName: string
  toEmail: string
  attempts: number
  error: string
  writtenAt: string
}

export type Outbox = { waiting: number; oldestWaitingSince: string | null; dead: number; deadLetters: DeadLetter[] }

/** Counts of waiting and dead letters, and the newest dead ones with their last error. */
export async function outboxHealth(db: Reader): Promise<Outbox> {
  const [[waiting], [oldest], [dead], rows] = await Promise.all([
    db.select({ letters: count() }).from(letters).where(eq(letters.state, 'waiting')),
    db
      .select({ notBefore: letters.notBefore })
      .from(letters)
      .where(eq(letters.state, 'waiting'))
      .orderBy(asc(letters.notBefore))
      .limit(1),
    db.select({ letters: count() }).from(letters).where(eq(letters.state, 'dead')),
    db
      .select({ letter: letters, protectedAt: people.protectedAt })
      .from(letters)
      .leftJoin(people, eq(people.id, letters.toPersonId))
      .where(eq(letters.state, 'dead'))
      .orderBy(desc(letters.notBefore))
      .limit(DEAD_SHOWN),
  ])
  return {
    waiting: waiting?.letters ?? 0,
    oldestWaitingSince: oldest?.notBefore.toISOString() ?? null,
    dead: dead?.letters ?? 0,
    deadLetters: rows.map(({ letter: row, protectedAt }) => ({
      id: row.id,
      kind: row.kind,
      ...(protectedAt ? { toName: '', toEmail: '' } : { toName: row.toName, toEmail: row.toEmail }),
      attempts: row.attempts,
      // A mail server says addresses back.
      error: protectedAt ? (row.lastError ?? '').replaceAll(row.toEmail, '…') : (row.lastError ?? ''),
      writtenAt: row.createdAt.toISOString(),
    })),
  }
}

/** Puts a dead letter back into the outbox, with all its tries before it. False when it is not dead any more. */
export async function tryLetterAgain(db: Database, letterId: number, when: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const again = await tx
      .update(letters)
      .set({ state: 'waiting', attempts: 0, notBefore: when, leasedUntil: null })
      .where(and(eq(letters.id, letterId), eq(letters.state, 'dead')))
      .returning({ id: letters.id })
    return again.length > 0
  })
}
