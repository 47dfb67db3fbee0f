// Opening who a protected reporter is: with the right, a typed reason and a second proof; written down and told.
import { and, desc, eq } from 'drizzle-orm'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { dateAndTime } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { writeAccountLetter } from '#app/newsroom/people/account-outbox.server.ts'
import { knowsPassword } from '#app/newsroom/people/change-password.server.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Secrets } from '#app/newsroom/people/secrets.ts'
import { spendCode } from '#app/newsroom/people/two-step.server.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { Database, Reader } from '#db/client.ts'
import { identityOpenings } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

export const SHORTEST_REASON = 10
export const LONGEST_REASON = 1000

/** What the form in front of an identity has to know. `proof` is what the opener gives besides the reason. */
export type IdentityDoor = { number: number; headline: string; byline: string | null; proof: 'code' | 'password' }

export type IdentityAsked =
  | { ok: true; door: IdentityDoor }
  | { ok: false; because: 'not-allowed' | 'not-found' | 'not-protected' }

/** May this person stand before this door? Asked anew each time, of the database and not of the session. */
export async function identityDoor(db: Reader, publicId: string, who: Person): Promise<IdentityAsked> {
  const asker = await openerOf(db, who)
  if (!asker) return { ok: false, because: 'not-allowed' }
  const found = await behind(db, publicId, who)
  if (!found) return { ok: false, because: 'not-found' }
  if (found.owner.protectedAt === null) return { ok: false, because: 'not-protected' }
  const { story } = found
  const byline = story.bylineKind === 'pen' ? story.penName : null
  const proof = asker.totpSealed ? 'code' : 'password'
  return { ok: true, door: { number: story.id, headline: story.headline, byline, proof } }
}

/** What the form can mend, each with its sentence in words. */
export type IdentityFault = 'reason-missing' | 'reason-short' | 'reason-long' | 'wrong-code' | 'wrong-password'

export type IdentityOpened =
  | { ok: true; number: number; name: string; email: string }
  | { ok: false; because: 'not-allowed' | 'not-found' | 'not-protected' }
  | { ok: false; because: 'fault'; fault: IdentityFault }

/**
 * Shows once who the protected reporter of a story is. `proof` is a fresh code of the opener's app, or the password
 * where the opener has no second step (possible on a site of this machine only). In one transaction: the rights as they
 * are now, the row that the reporter sees, the house's log, and a letter with the reason to the reporter.
 */
export async function openIdentity(
  db: Database,
  { story: publicId, reason, proof }: { story: string; reason: string; proof: string },
  who: Person,
  secrets: Secrets,
  when: Date,
): Promise<IdentityOpened> {
  const asked = await identityDoor(db, publicId, who)
  if (!asked.ok) return asked
  const words = cleanText(reason).trim()
  if (!words) return faulty('reason-missing')
  if (words.length < SHORTEST_REASON) return faulty('reason-short')
  if (words.length > LONGEST_REASON) return faulty('reason-long')
  const byPassword = asked.door.proof === 'password'
  if (byPassword && !(await knowsPassword(db, who, proof, secrets))) return faulty('wrong-password')
  return db.transaction(async (tx): Promise<IdentityOpened> => {
    const asker = await openerOf(tx, who)
    if (!asker) return { ok: false, because: 'not-allowed' }
    const found = await behind(tx, publicId, who)
    if (!found) return { ok: false, because: 'not-found' }
    const { story, owner } = found
    if (owner.protectedAt === null) return { ok: false, because: 'not-protected' }
    // Two-step sign-in may have been turned on or off since the form was drawn.
    if (byPassword === Boolean(asker.totpSealed)) return faulty('wrong-code')
    if (!byPassword && !(await spendCode(tx, asker, proof, secrets, when))) return faulty('wrong-code')
    await tx
      .insert(identityOpenings)
      .values({ personId: owner.id, byId: who.id, storyId: story.id, reason: words, at: when })
      .returning({ id: identityOpenings.id })
    // The log is the opener's: a row about the reporter's account would join it to the story for all who read the log.
    await logAct(tx, { personId: who.id, byId: who.id, act: 'opened-identity', reason: `#${story.id}: ${words}` }, when)
    const at = dateAndTime(when, (await outletOf(tx)).timeZone, owner.language)
    await writeAccountLetter(tx, 'identity-opened', owner, { number: story.id, reason: words, at }, when)
    return { ok: true, number: story.id, name: owner.name, email: owner.email }
  })
}

/** One opening as the reporter reads it; who opened is the desk's to answer for, as with every move. */
export type Opening = { at: string; number: number | null; reason: string }

/** Every time that `who` was opened, newest first. */
export async function openingsOf(db: Reader, who: Person): Promise<Opening[]> {
  const rows = await db
    .select({ at: identityOpenings.at, number: identityOpenings.storyId, reason: identityOpenings.reason })
    .from(identityOpenings)
    .where(eq(identityOpenings.personId, who.id))
    .orderBy(desc(identityOpenings.id))
    .limit(100)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Has this person the right at all? For the link that leads to the door. */
export async function mayOpenIdentities(db: Reader, who: Person): Promise<boolean> {
  return (await openerOf(db, who)) !== null
}

function faulty(fault: IdentityFault): IdentityOpened {
  return { ok: false, because: 'fault', fault }
}

async function openerOf(db: Reader, who: Person) {
  const [asker] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, who.id), eq(people.mayOpenIdentity, true)))
  return asker && asker.role !== 'contributor' && asker.suspendedAt === null ? asker : null
}

async function behind(db: Reader, publicId: string, who: Person) {
  const [found] = await db
    .select({ story: stories, owner: people })
    .from(stories)
    .innerJoin(people, eq(people.id, stories.ownerId))
    .where(eq(stories.publicId, publicId))
  return found && maySee(who, found.story) ? found : null
}
