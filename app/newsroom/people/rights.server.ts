// What an admin allows somebody besides their role: sections to work in, opening identities; and protecting a reporter.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Reader, Writer } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people, sectionRights } from '#db/schema/people.ts'
import { writeAccountLetter } from './account-outbox.server.ts'
import { logAct } from './people-log.server.ts'
import type { Person } from './person.ts'
import { forgetName } from './protection.server.ts'

type PersonRow = typeof people.$inferSelect

export const rightActs = ['protect', 'allow-identity', 'forbid-identity'] as const
export type RightAct = (typeof rightActs)[number]

export type RightRefusal =
  | 'not-found'
  | 'not-allowed'
  | 'not-staff'
  | 'not-a-contributor'
  | 'own-right'
  | 'nothing-to-change'
export type RightChanged = { ok: true } | { ok: false; because: RightRefusal }

/**
 * Protects a reporter, or gives or takes the right to open identities. Nobody gives themselves that right: it takes
 * another admin. An admin can protect and never unprotect; that is the reporter's alone. Log and letter each time.
 */
export async function changeRight(
  db: Database,
  { publicId, act }: { publicId: string; act: RightAct },
  who: Person,
  when: Date,
): Promise<RightChanged> {
  return db.transaction(async (tx): Promise<RightChanged> => {
    const found = await forAdmin(tx, publicId, who)
    if (!found.ok) return found
    const { person } = found
    const refusal = rightRefusal(person, act)
    if (refusal) return { ok: false, because: refusal }
    if (act === 'allow-identity' && person.id === who.id) return { ok: false, because: 'own-right' }
    const set = act === 'protect' ? { protectedAt: when } : { mayOpenIdentity: act === 'allow-identity' }
    await tx.update(people).set(set).where(eq(people.id, person.id)).returning({ id: people.id })
    if (act === 'protect') await forgetName(tx, person.id)
    await logAct(tx, { personId: person.id, byId: who.id, act: logged[act] }, when)
    if (act === 'protect') await writeAccountLetter(tx, 'identity-protected', person, {}, when)
    else await writeAccountLetter(tx, 'identity-right', person, { on: act === 'allow-identity' }, when)
    return { ok: true }
  })
}

/** The acts that make sense for an account as it is: the page offers these and no others. */
export function rightActsFor(person: Pick<PersonRow, 'role' | 'protectedAt' | 'mayOpenIdentity'>): RightAct[] {
  return rightActs.filter((act) => rightRefusal(person, act) === null)
}

/** One section an editor may work in; `edit` and `publish` are separate rights. */
export type SectionRight = { slug: string; name: string; edit: boolean; publish: boolean }

/** Every section with what this account may do in it; `everywhere` when nothing was limited. */
export async function sectionRightsOf(
  db: Reader,
  personId: number,
): Promise<{ everywhere: boolean; rights: SectionRight[] }> {
  const [all, own] = await Promise.all([
    db
      .select({ id: sections.id, slug: sections.slug, name: sections.name })
      .from(sections)
      .orderBy(asc(sections.position), asc(sections.id))
      .limit(200),
    db.select().from(sectionRights).where(eq(sectionRights.personId, personId)).limit(200),
  ])
  const everywhere = own.length === 0
  const rights = all.map(({ id, slug, name }) => {
    const right = own.find((row) => row.sectionId === id)
    return { slug, name, edit: everywhere || (right?.edit ?? false), publish: everywhere || (right?.publish ?? false) }
  })
  return { everywhere, rights }
}

/** Which sections, by slug. Ignored where `everywhere`. */
export type RightsWanted = { everywhere: boolean; edit: readonly string[]; publish: readonly string[] }

/**
 * Limits an editor or admin to sections, or lifts every limit. At least one section has to be named: who shall work
 * nowhere is no editor. Log and letter, unless nothing changed.
 */
export async function changeSectionRights(
  db: Database,
  publicId: string,
  { everywhere, edit, publish }: RightsWanted,
  who: Person,
  when: Date,
): Promise<RightChanged | { ok: false; because: 'no-section' }> {
  return db.transaction(async (tx) => {
    const found = await forAdmin(tx, publicId, who)
    if (!found.ok) return found
    const { person } = found
    if (person.role === 'contributor') return { ok: false, because: 'not-staff' }
    const named = everywhere ? [] : [...new Set([...edit, ...publish])]
    const rows = named.length ? await tx.select().from(sections).where(inArray(sections.slug, named)) : []
    if (rows.length !== named.length) return { ok: false, because: 'no-section' }
    // No row means everywhere, so a limit to nothing cannot be written down as one.
    if (!everywhere && rows.length === 0) return { ok: false, because: 'no-section' }
    const wanted = rows.map((row) => ({
      sectionId: row.id,
      name: row.name,
      edit: edit.includes(row.slug),
      publish: publish.includes(row.slug),
    }))
    const before = await tx.select().from(sectionRights).where(eq(sectionRights.personId, person.id))
    const key = (all: { sectionId: number; edit: boolean; publish: boolean }[]) =>
      JSON.stringify(all.map((row) => [row.sectionId, row.edit, row.publish]).sort())
    if (key(before) === key(wanted)) return { ok: false, because: 'nothing-to-change' }
    await tx.delete(sectionRights).where(eq(sectionRights.personId, person.id))
    if (wanted.length)
      await tx
        .insert(sectionRights)
        .values(wanted.map(({ name: _, ...row }) => ({ personId: person.id, ...row })))
        .returning({ sectionId: sectionRights.sectionId })
    const marks = ({ edit, publish }: { edit: boolean; publish: boolean }) => (edit ? 'E' : '') + (publish ? 'P' : '')
    const reason = wanted.map((row) => `${row.name}: ${marks(row)}`).join(' · ')
    await logAct(tx, { personId: person.id, byId: who.id, act: 'section-rights', reason }, when)
    const told = wanted.map(({ name, edit, publish }) => ({ name, edit, publish }))
    await writeAccountLetter(tx, 'section-rights', person, { sections: told }, when)
    return { ok: true }
  })
}

const logged = {
  protect: 'protected',
  'allow-identity': 'may-open-identity',
  'forbid-identity': 'may-not-open-identity',
} as const satisfies Record<RightAct, string>

// Asked of the database, not of `who`: their rights may have ended a moment ago.
async function forAdmin(
  tx: Writer,
  publicId: string,
  who: Person,
): Promise<{ ok: true; person: PersonRow } | { ok: false; because: 'not-allowed' | 'not-found' }> {
  const isAdmin = and(eq(people.id, who.id), eq(people.role, 'admin'), isNull(people.suspendedAt))
  const [asker] = await tx.select({ id: people.id }).from(people).where(isAdmin)
  if (!asker) return { ok: false, because: 'not-allowed' }
  const [person] = await tx.select().from(people).where(eq(people.publicId, publicId))
  return person ? { ok: true, person } : { ok: false, because: 'not-found' }
}

function rightRefusal(
  { role, protectedAt, mayOpenIdentity }: Pick<PersonRow, 'role' | 'protectedAt' | 'mayOpenIdentity'>,
  act: RightAct,
): 'not-staff' | 'not-a-contributor' | 'nothing-to-change' | null {
  switch (act) {
    case 'protect':
      if (role !== 'contributor') return 'not-a-contributor'
      return protectedAt ? 'nothing-to-change' : null
    case 'allow-identity':
      if (role === 'contributor') return 'not-staff'
      return mayOpenIdentity ? 'nothing-to-change' : null
    case 'forbid-identity':
      return mayOpenIdentity ? null : 'nothing-to-change'
  }
}
