// Who may edit and who may publish in a section: rows restrict, and who has none may do both everywhere.
import { and, eq, exists, notExists, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { people, sectionRights } from '#db/schema/people.ts'

/** What this person may do in a section; a story without a section is nobody's whose rights were given by section. */
export async function rightsInSection(
  db: Reader,
  personId: number,
  sectionId: number | null,
): Promise<{ edit: boolean; publish: boolean }> {
  const rows = await db.select().from(sectionRights).where(eq(sectionRights.personId, personId)).limit(200)
  if (rows.length === 0) return { edit: true, publish: true }
  const here = rows.find((row) => row.sectionId === sectionId)
  return { edit: here?.edit ?? false, publish: here?.publish ?? false }
}

/** The condition on a row of `people`: they have this right in the section, or no limits at all. */
export function hasRight(db: Reader, right: 'edit' | 'publish', sectionId: number | null) {
  const theirs = eq(sectionRights.personId, people.id)
  const rows = (more?: ReturnType<typeof eq>) => db.select({ one: sql`1` }).from(sectionRights).where(and(theirs, more))
  if (sectionId === null) return notExists(rows())
  return or(
    notExists(rows()),
    exists(rows(and(eq(sectionRights.sectionId, sectionId), eq(sectionRights[right], true)))),
  )
}
