// Proving that an e-mail address is one's own. It touches the account and nothing else: no story moves by it.
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { writeConfirmLetter } from './join.server.ts'
import { consumeToken } from './mailed-tokens.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'

/** Uses the mailed token up and marks the address as confirmed. */
export async function confirmEmail(
  db: Database,
  token: string,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'link-over' }> {
  return db.transaction(async (tx) => {
    const personId = await consumeToken(tx, 'confirm-email', token, when)
    if (personId === null) return { ok: false, because: 'link-over' }
    const [confirmed] = await tx
      .update(people)
      .set({ confirmedAt: when })
      .where(and(eq(people.id, personId), isNull(people.confirmedAt)))
      .returning({ id: people.id })
    if (confirmed) await logAct(tx, { personId, byId: personId, act: 'confirmed-email' }, when)
    return { ok: true }
  })
}

/** Writes the confirmation letter again; does nothing for an address that is confirmed already. */
export async function sendConfirmationAgain(db: Database, who: Person, when: Date): Promise<void> {
  if (who.confirmed) return
  await db.transaction((tx) => writeConfirmLetter(tx, who, when))
}
