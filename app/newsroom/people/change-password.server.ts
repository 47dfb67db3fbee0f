// A new password by somebody who is signed in and knows the old one; their other sessions end.
import { and, eq, ne } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { dropTokens } from './mailed-tokens.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'
import type { PasswordFault, Secrets } from './secrets.ts'

/** `sessionKey` names the session that stays. */
export async function changePassword(
  db: Database,
  { now, next, sessionKey }: { now: string; next: string; sessionKey: string | null },
  who: Person,
  { secrets, outletName }: { secrets: Secrets; outletName: string },
  when: Date,
): Promise<
  { ok: true } | { ok: false; because: 'wrong-password' } | { ok: false; because: 'weak'; passwordFault: PasswordFault }
> {
  if (!(await knowsPassword(db, who, now, secrets))) return { ok: false, because: 'wrong-password' }
  const passwordFault = secrets.passwordFault(next, [who.name, who.email, outletName])
  if (passwordFault) return { ok: false, because: 'weak', passwordFault }
  const passwordHash = await secrets.hashPassword(next)
  await db.transaction(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, who.id))
    await dropTokens(tx, 'reset-password', who.id, when)
    await tx.delete(sessions).where(and(eq(sessions.personId, who.id), ne(sessions.id, sessionKey ?? '')))
    await logAct(tx, { personId: who.id, byId: who.id, act: 'changed-password' }, when)
    await writeAccountLetter(tx, 'password-changed', who, {}, when)
  })
  return { ok: true }
}

/** Asked again before what a stolen session must not do. */
export async function knowsPassword(db: Database, who: Person, password: string, secrets: Secrets): Promise<boolean> {
  const [row] = await db.select({ hash: people.passwordHash }).from(people).where(eq(people.id, who.id))
  return secrets.verifyPassword(row?.hash ?? null, password)
}
