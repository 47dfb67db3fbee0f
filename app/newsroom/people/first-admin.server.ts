// The command line's way to an admin: makes or promotes an account and gives a link to set a password, never a password.

import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { personByEmail } from './join.server.ts'
import { issueToken } from './mailed-tokens.server.ts'
import { cleanEmail } from './name.ts'
import { logAct } from './people-log.server.ts'
import { newPersonId } from './public-id.server.ts'

/** `path` opens the page that sets the password, once and within one hour; put the site's address before it. */
export async function makeFirstAdmin(
  db: Database,
  email: string,
  when: Date,
): Promise<{ ok: true; made: 'created' | 'promoted'; path: string } | { ok: false; because: 'not-an-address' }> {
  const address = cleanEmail(email)
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return { ok: false, because: 'not-an-address' }
  return db.transaction(async (tx) => {
    const known = await personByEmail(tx, address)
    if (known) {
      const standing = { role: 'admin', suspendedAt: null, suspendedBecause: null } as const
      await tx.update(people).set(standing).where(eq(people.id, known.id))
      await tx.delete(sessions).where(eq(sessions.personId, known.id))
    }
    const person = known ?? (await createAdmin())
    const token = await issueToken(tx, 'reset-password', person.id, when)
    await logAct(tx, { personId: person.id, byId: null, act: 'made-admin', reason: 'by the command line' }, when)
    await paperChanged(tx, [paperKeys.team], when)
    await writeAccountLetter(tx, 'first-admin', person, { token }, when)
    return { ok: true, made: known ? 'promoted' : 'created', path: `/reset-password?token=${token}` }

    async function createAdmin() {
      const [created] = await tx
        .insert(people)
        .values({
          publicId: newPersonId(),
          email: address,
          name: address.split('@')[0] ?? address,
          passwordHash: `none-${randomBytes(16).toString('hex')}`, // no password has this hash
          role: 'admin',
          createdAt: when,
        })
        .returning()
      if (!created) throw new Error('an account was not written')
      return created
    }
  })
}
