// Joining as a contributor: the same answer for an address that is new and for one that has an account.
import { eq } from 'drizzle-orm'
import type { Database, Reader, Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { issueToken } from './mailed-tokens.server.ts'
import { cleanEmail, cleanName } from './name.ts'
import { logAct } from './people-log.server.ts'
import { newPersonId } from './public-id.server.ts'
import type { PasswordFault, Secrets } from './secrets.ts'

/** The version of the contributor agreement that joining accepts. */
export const AGREEMENT_VERSION = 1

/**
 * Makes an account and writes the confirmation letter; to a known address goes a letter that says so instead.
 * The answer does not tell which of the two happened.
 */
export async function join(
  db: Database,
  typed: { name: string; email: string; password: string; language?: string },
  { secrets, outletName }: { secrets: Secrets; outletName: string },
  when: Date,
): Promise<{ ok: true } | { ok: false; passwordFault: PasswordFault }> {
  const name = cleanName(typed.name)
  const email = cleanEmail(typed.email)
  const fault = secrets.passwordFault(typed.password, [name, email, outletName])
  if (fault) return { ok: false, passwordFault: fault }
  // Hashed for a known address too: the work, and so the time, is the same.
  const passwordHash = await secrets.hashPassword(typed.password)
  await db.transaction(async (tx) => {
    const known = await personByEmail(tx, email)
    if (known) {
      const token = await issueToken(tx, 'reset-password', known.id, when)
      await writeAccountLetter(tx, 'already-joined', known, { token }, when)
      return
    }
    const [person] = await tx
      .insert(people)
      .values({
        publicId: newPersonId(),
        email,
        name,
        passwordHash,
        language: typed.language ?? 'en',
        agreedAt: when,
        agreementVersion: AGREEMENT_VERSION,
        createdAt: when,
      })
      .returning({ id: people.id, email: people.email, name: people.name })
    if (!person) throw new Error('an account was not written')
    await logAct(tx, { personId: person.id, byId: person.id, act: 'joined' }, when)
    await writeConfirmLetter(tx, person, when)
  })
  return { ok: true }
}

/** Puts a confirmation letter with a fresh link into the outbox. */
export async function writeConfirmLetter(
  tx: Writer,
  person: { id: number; email: string; name: string },
  when: Date,
): Promise<void> {
  const token = await issueToken(tx, 'confirm-email', person.id, when)
  await writeAccountLetter(tx, 'confirm-email', person, { token }, when)
}

/** The account with this address, however it was typed; null when there is none. */
export async function personByEmail(db: Reader, email: string) {
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.email, cleanEmail(email)))
  return person ?? null
}
