// Safety mode: for people to whom a letter on a screen, or a copy on a phone, is a danger.
import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { knowsPassword } from './change-password.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'
import type { Secrets } from './secrets.ts'

/**
 * Turns it on and ends every other session of `who`. From now on letters say only that there is news, those too that
 * wait already. Quick and without a password: whoever needs it needs it now, and whoever should not, gains nothing.
 */
export async function turnOnSafetyMode(
  db: Database,
  sessionKey: string | null,
  who: Person,
  when: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const off = and(eq(people.id, who.id), eq(people.safetyMode, false))
    const turned = await tx.update(people).set({ safetyMode: true }).where(off).returning({ id: people.id })
    await tx.delete(sessions).where(and(eq(sessions.personId, who.id), ne(sessions.id, sessionKey ?? '')))
    if (turned.length > 0) await logAct(tx, { personId: who.id, byId: who.id, act: 'safety-mode-on' }, when)
  })
}

/** Turns it off; asks for the password, because somebody else may hold the phone. A letter says that it is off. */
export async function turnOffSafetyMode(
  db: Database,
  password: string,
  who: Person,
  secrets: Secrets,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'wrong-password' }> {
  if (!(await knowsPassword(db, who, password, secrets))) return { ok: false, because: 'wrong-password' }
  await db.transaction(async (tx) => {
    const on = and(eq(people.id, who.id), eq(people.safetyMode, true))
    const turned = await tx.update(people).set({ safetyMode: false }).where(on).returning({ id: people.id })
    if (turned.length === 0) return
    await logAct(tx, { personId: who.id, byId: who.id, act: 'safety-mode-off' }, when)
    await writeAccountLetter(tx, 'safety-off', who, {}, when)
  })
  return { ok: true }
}
