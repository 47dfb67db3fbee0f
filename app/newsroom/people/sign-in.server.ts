// Signing in: one answer for a wrong address and a wrong password; a second step where it is on.
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { personByEmail } from './join.server.ts'
import type { Role } from './person.ts'
import type { Secrets } from './secrets.ts'
import { openTicket, sealTicket } from './ticket.ts'
import { spendCode } from './two-step.server.ts'

const CODE_MINUTES = 10

export type SignedIn =
  | { ok: true; personId: number; publicId: string; role: Role; secondFactor: boolean }
  /** The second page asks for a code and posts the ticket back. */
  | { ok: false; because: 'code-needed'; ticket: string }
  | { ok: false; because: 'wrong' | 'suspended' | 'wrong-code' | 'ticket-over' }

/** Checks address and password. Takes as long for an unknown address, and answers the same. */
export async function signIn(
  db: Database,
  { email, password }: { email: string; password: string },
  secrets: Secrets,
  when: Date,
): Promise<SignedIn> {
  const person = await personByEmail(db, email)
  const right = await secrets.verifyPassword(person?.passwordHash ?? null, password)
  if (!person || !right) return { ok: false, because: 'wrong' }
  // Said only to somebody who knows the password.
  if (person.suspendedAt) return { ok: false, because: 'suspended' }
  if (!person.totpSealed) return signedIn(person, false)
  const ticket = { for: 'sign-in-code', personId: person.id, proof: fingerprint(person.passwordHash) } as const
  return { ok: false, because: 'code-needed', ticket: sealTicket(ticket, CODE_MINUTES, secrets, when) }
}

/** The second step: a ticket from the first and a code that was not spent before. */
export async function giveCode(
  db: Database,
  { ticket, code }: { ticket: string; code: string },
  secrets: Secrets,
  when: Date,
): Promise<SignedIn> {
  const opened = openTicket(ticket, 'sign-in-code', secrets, when)
  if (!opened) return { ok: false, because: 'ticket-over' }
  return db.transaction(async (tx): Promise<SignedIn> => {
    const [person] = await tx.select().from(people).where(eq(people.id, opened.personId))
    // A ticket does not outlive the password it was given for.
    if (!person || fingerprint(person.passwordHash) !== opened.proof) return { ok: false, because: 'ticket-over' }
    if (person.suspendedAt) return { ok: false, because: 'suspended' }
    if (!(await spendCode(tx, person, code, secrets, when))) return { ok: false, because: 'wrong-code' }
    return signedIn(person, true)
  })
}

/** Whose ticket it is, to count tries by; null when it is none. */
export function ticketOwner(ticket: string, secrets: Secrets, when: Date): number | null {
  return openTicket(ticket, 'sign-in-code', secrets, when)?.personId ?? null
}

function signedIn({ id, publicId, role }: typeof people.$inferSelect, secondFactor: boolean): SignedIn {
  return { ok: true, personId: id, publicId, role, secondFactor }
}

function fingerprint(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16)
}
