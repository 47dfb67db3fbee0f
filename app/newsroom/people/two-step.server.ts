// Two-step sign-in by an authenticator app: turning it on and off, and spending a code once.
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Database, Writer } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { knowsPassword } from './change-password.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'
import type { Secrets } from './secrets.ts'
import { openTicket, sealTicket } from './ticket.ts'

const PERIOD_S = 30
const PROPOSAL_MINUTES = 30

/** What the page shows while two-step sign-in is being turned on. Nothing is stored until a code was given. */
export type TwoStepProposal = {
  /** The secret in base32, in groups of four, for typing. */
  secret: string
  /** `otpauth://…`, which a phone opens in its app. */
  uri: string
  /** The sealed secret, to be posted back with the first code. */
  ticket: string
}

/** A fresh secret for this person, good for half an hour. */
export function proposeTwoStep(who: Person, outletName: string, secrets: Secrets, when: Date): TwoStepProposal {
  const secret = new Secret({ size: 20 }).base32
  return {
    secret: secret.replace(/(.{4})(?=.)/g, '$1 '),
    uri: new TOTP({ issuer: outletName, label: who.email, secret: Secret.fromBase32(secret) }).toString(),
    ticket: sealTicket({ for: 'two-step', personId: who.id, proof: secret }, PROPOSAL_MINUTES, secrets, when),
  }
}

/** The proposal again, for a page that comes back with a fault; null when its time is over. */
export function proposalOf(
  ticket: string,
  who: Person,
  outletName: string,
  secrets: Secrets,
  when: Date,
): TwoStepProposal | null {
  const opened = openTicket(ticket, 'two-step', secrets, when)
  if (opened?.personId !== who.id) return null
  const uri = new TOTP({ issuer: outletName, label: who.email, secret: Secret.fromBase32(opened.proof) }).toString()
  return { secret: opened.proof.replace(/(.{4})(?=.)/g, '$1 '), uri, ticket }
}

/** Turns two-step sign-in on by a first right code; this session counts as having given it, the others end. */
export async function turnOnTwoStep(
  db: Database,
  { ticket, code, sessionKey }: { ticket: string; code: string; sessionKey: string | null },
  who: Person,
  secrets: Secrets,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'ticket-over' | 'wrong-code' | 'already-on' }> {
  const opened = openTicket(ticket, 'two-step', secrets, when)
  if (opened?.personId !== who.id) return { ok: false, because: 'ticket-over' }
  const step = stepOf(opened.proof, code, when)
  if (step === null) return { ok: false, because: 'wrong-code' }
  return db.transaction(async (tx) => {
    const [on] = await tx
      .update(people)
      .set({ totpSealed: secrets.seal(opened.proof), totpLastStep: step })
      .where(and(eq(people.id, who.id), isNull(people.totpSealed)))
      .returning({ id: people.id })
    if (!on) return { ok: false, because: 'already-on' }
    const theirs = await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, who.id))
    for (const session of theirs) {
      if (session.id === sessionKey)
        await tx.update(sessions).set({ secondFactor: true }).where(eq(sessions.id, session.id))
      else await tx.delete(sessions).where(eq(sessions.id, session.id))
    }
    await logAct(tx, { personId: who.id, byId: who.id, act: 'two-step-on' }, when)
    await writeAccountLetter(tx, 'two-step', who, { on: true }, when)
    return { ok: true }
  })
}

/** Turns two-step sign-in off; asks for the password again. */
export async function turnOffTwoStep(
  db: Database,
  password: string,
  who: Person,
  secrets: Secrets,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'wrong-password' }> {
  if (!(await knowsPassword(db, who, password, secrets))) return { ok: false, because: 'wrong-password' }
  await db.transaction(async (tx) => {
    await tx.update(people).set({ totpSealed: null, totpLastStep: null }).where(eq(people.id, who.id))
    await logAct(tx, { personId: who.id, byId: who.id, act: 'two-step-off' }, when)
    await writeAccountLetter(tx, 'two-step', who, { on: false }, when)
  })
  return { ok: true }
}

/** Is two-step sign-in on for this person? */
export async function hasTwoStep(db: Database, who: Person): Promise<boolean> {
  const [row] = await db.select({ sealed: people.totpSealed }).from(people).where(eq(people.id, who.id))
  return Boolean(row?.sealed)
}

/** Spends a code: right, and of a later half-minute than the last one spent. Of two at once, one wins. */
export async function spendCode(
  tx: Writer,
  person: { id: number; totpSealed: string | null },
  code: string,
  secrets: Secrets,
  when: Date,
): Promise<boolean> {
  const secret = person.totpSealed ? secrets.open(person.totpSealed) : null
  const step = secret ? stepOf(secret, code, when) : null
  if (step === null) return false
  const [spent] = await tx
    .update(people)
    .set({ totpLastStep: step })
    .where(and(eq(people.id, person.id), or(isNull(people.totpLastStep), lt(people.totpLastStep, step))))
    .returning({ id: people.id })
  return spent !== undefined
}

// A clock may be half a minute off either way. Null when the code is wrong.
function stepOf(secret: string, code: string, when: Date): number | null {
  const digits = code.replace(/\s+/g, '')
  if (!/^\d{6}$/.test(digits)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_S })
  const delta = totp.validate({ token: digits, timestamp: when.getTime(), window: 1 })
  return delta === null ? null : Math.floor(when.getTime() / 1000 / PERIOD_S) + delta
}
