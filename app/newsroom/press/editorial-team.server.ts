// Who edits: the names readers may know. No address and no contributor is ever among them.
import { and, asc, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

export type TeamMember = { name: string; about: string; role: 'editor' | 'admin' }

const MOST = 200

/** The active editors and admins, those who answer for the paper first, each kind by name. */
export async function editorialTeam(db: Reader): Promise<TeamMember[]> {
  const rows = await teamQuery(db)
  return rows
    .flatMap(({ role, ...who }) => (role === 'contributor' ? [] : [{ ...who, role }]))
    .sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name))
}

/** The query behind the team, for the test that reads its plan. */
export function teamQuery(db: Reader) {
  return db
    .select({ name: people.name, about: people.about, role: people.role })
    .from(people)
    .where(and(inArray(people.role, ['admin', 'editor']), isNotNull(people.confirmedAt), isNull(people.suspendedAt)))
    .orderBy(asc(people.role), asc(people.id))
    .limit(MOST)
}
