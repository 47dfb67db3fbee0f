// An admin changes what somebody may do: role, suspension, a lost second factor. The last active admin stays.

import { and, eq, isNull, ne } from 'drizzle-orm'
import type { AccountLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { AccountLetterFacts } from '#app/newsroom/letters/letter-words.ts'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Database, Writer } from '#db/client.ts'
import { people, sectionRights, sessions } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { logAct, type PeopleAct } from './people-log.server.ts'
import type { Person, Role } from './person.ts'

type PersonRow = typeof people.$inferSelect

/** What an admin can do to an account. */
export const standingActs = [
  'make-contributor',
  'make-editor',
  'make-admin',
  'suspend',
  'lift-suspension',
  'turn-off-two-step',
] as const
export type StandingAct = (typeof standingActs)[number]

export type StandingRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'last-admin'
  | 'not-confirmed'
  | 'suspended'
  | 'reason-missing'
  | 'nothing-to-change'
  | 'protected'
export type StandingChanged = { ok: true } | { ok: false; because: StandingRefusal }

/**
 * Does `act` to the account with this public id; `reason` is required for a suspension, and the person reads it.
 * In one transaction: the asker is still an active admin, an active admin is left, sessions end, log, letter.
 */
export async function changeStanding(
  db: Database,
  { publicId, act, reason = '' }: { publicId: string; act: StandingAct; reason?: string },
  who: Person,
  when: Date,
): Promise<StandingChanged> {
  return db.transaction(async (tx) => {
    // Asked of the database, not of `who`: two admins may be demoting each other at this moment.
    const [asker] = await tx.select().from(people).where(eq(people.id, who.id))
    if (asker?.role !== 'admin' || asker.suspendedAt) return { ok: false, because: 'not-allowed' }
    const [person] = await tx.select().from(people).where(eq(people.publicId, publicId))
    if (!person) return { ok: false, because: 'not-found' }
    const refusal = refusalOf(person, act, reason)
    if (refusal) return { ok: false, because: refusal }
    const change = changes[act](reason, when)
    if (endsAdmin(person, change.set) && !(await anotherAdmin(tx, person.id)))
      return { ok: false, because: 'last-admin' }

    await tx.update(people).set(change.set).where(eq(people.id, person.id))
    await tx.delete(sessions).where(eq(sessions.personId, person.id))
    if (act === 'make-contributor') await tx.delete(sectionRights).where(eq(sectionRights.personId, person.id))
    await logAct(tx, { personId: person.id, byId: who.id, act: change.logged, reason }, when)
    await paperChanged(tx, [paperKeys.team], when)
    await writeAccountLetter(tx, change.letter.kind, person, change.letter.facts, when)
    return { ok: true }
  })
}

/** The acts that make sense for an account as it is: the page offers these and no others. */
export function standingActsFor(person: {
  role: Role
  suspended: boolean
  confirmed: boolean
  twoStep: boolean
  protected?: boolean
}): StandingAct[] {
  const row = {
    role: person.role,
    suspendedAt: person.suspended ? new Date(0) : null,
    confirmedAt: person.confirmed ? new Date(0) : null,
    totpSealed: person.twoStep ? 'on' : null,
    protectedAt: person.protected ? new Date(0) : null,
  }
  return standingActs.filter((act) => refusalOf(row, act, 'asked for later') === null)
}

type Change = {
  set: Partial<
    Pick<PersonRow, 'role' | 'suspendedAt' | 'suspendedBecause' | 'totpSealed' | 'totpLastStep' | 'mayOpenIdentity'>
  >
  logged: PeopleAct
  letter: { kind: AccountLetterKind; facts: AccountLetterFacts }
}

const changes: Record<StandingAct, (reason: string, when: Date) => Change> = {
  'make-contributor': () => roleChange('contributor'),
  'make-editor': () => roleChange('editor'),
  'make-admin': () => roleChange('admin'),
  suspend: (reason, when) => ({
    set: { suspendedAt: when, suspendedBecause: reason },
    logged: 'suspended',
    letter: { kind: 'suspended', facts: { reason } },
  }),
  'lift-suspension': () => ({
    set: { suspendedAt: null, suspendedBecause: null },
    logged: 'suspension-lifted',
    letter: { kind: 'suspension-lifted', facts: {} },
  }),
  'turn-off-two-step': () => ({
    set: { totpSealed: null, totpLastStep: null },
    logged: 'two-step-off',
    letter: { kind: 'two-step', facts: { on: false } },
  }),
}

function roleChange(role: Role): Change {
  // A right of the desk is not found again by who comes back to it.
  const set = role === 'contributor' ? { role, mayOpenIdentity: false } : { role }
  return { set, logged: `made-${role}`, letter: { kind: 'role', facts: { role } } }
}

function refusalOf(
  person: Pick<PersonRow, 'role' | 'suspendedAt' | 'confirmedAt' | 'totpSealed' | 'protectedAt'>,
  act: StandingAct,
  reason: string,
): StandingRefusal | null {
  switch (act) {
    case 'make-contributor':
      return person.role === 'contributor' ? 'nothing-to-change' : null
    case 'make-editor':
    case 'make-admin':
      if (person.role === (act === 'make-editor' ? 'editor' : 'admin')) return 'nothing-to-change'
      if (person.suspendedAt) return 'suspended'
      // The desk would know them; the protection is theirs alone to end.
      if (person.protectedAt) return 'protected'
      // An address that nobody proved to be theirs must not open the desk.
      return person.confirmedAt ? null : 'not-confirmed'
    case 'suspend':
      if (person.suspendedAt) return 'nothing-to-change'
      return reason.trim() ? null : 'reason-missing'
    case 'lift-suspension':
      return person.suspendedAt ? null : 'nothing-to-change'
    case 'turn-off-two-step':
      return person.totpSealed ? null : 'nothing-to-change'
  }
}

function endsAdmin(person: PersonRow, set: Change['set']): boolean {
  const isActiveAdmin = person.role === 'admin' && !person.suspendedAt
  return isActiveAdmin && ((set.role ?? 'admin') !== 'admin' || Boolean(set.suspendedAt))
}

async function anotherAdmin(tx: Writer, personId: number): Promise<boolean> {
  const [other] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.suspendedAt), ne(people.id, personId)))
    .limit(1)
  return other !== undefined
}
