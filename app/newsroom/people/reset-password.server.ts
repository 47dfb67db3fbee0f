// The way back in: a mailed link, one hour, one use; a new password ends every session.
import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { personByEmail } from './join.server.ts'
import { consumeToken, issueToken, tokenOpens } from './mailed-tokens.server.ts'
import { logAct } from './people-log.server.ts'
import type { PasswordFault, Secrets } from './secrets.ts'

/** Writes a letter with a link when the address has an account. The answer is the same when it has none. */
export async function askForReset(db: Database, email: string, when: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person) return
    const token = await issueToken(tx, 'reset-password', person.id, when)
    await writeAccountLetter(tx, 'reset-password', person, { token }, when)
  })
}

/**
 * Sets a new password by a mailed token, ends every session and tells the person.
 * A link that came by mail also proves the address, so it counts as confirmed.
 */
export async function resetPassword(
  db: Database,
  { token, password }: { token: string; password: string },
  { secrets, outletName }: { secrets: Secrets; outletName: string },
  when: Date,
): Promise<
  { ok: true } | { ok: false; because: 'link-over' } | { ok: false; because: 'weak'; passwordFault: PasswordFault }
> {
  if (!(await tokenOpens(db, 'reset-password', token, when))) return { ok: false, because: 'link-over' }
  const passwordFault = secrets.passwordFault(password, [outletName])
  if (passwordFault) return { ok: false, because: 'weak', passwordFault }
  const passwordHash = await secrets.hashPassword(password)
  return db.transaction(async (tx) => {
    const personId = await consumeToken(tx, 'reset-password', token, when)
    if (personId === null) return { ok: false, because: 'link-over' }
    const [before] = await tx.select().from(people).where(eq(people.id, personId))
    if (!before) return { ok: false, because: 'link-over' }
    await tx
      .update(people)
      .set({ passwordHash, confirmedAt: before.confirmedAt ?? when })
      .where(eq(people.id, personId))
    await tx.delete(sessions).where(eq(sessions.personId, personId))
    await logAct(tx, { personId, byId: personId, act: 'reset-password' }, when)
    await writeAccountLetter(tx, 'password-changed', before, {}, when)
    return { ok: true }
  })
}
