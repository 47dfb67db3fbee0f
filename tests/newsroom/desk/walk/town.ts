// The town in which the walk takes place: two sections with rules of their own, and people with all kinds of rights.
import { eq } from 'drizzle-orm'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people, sectionRights } from '#db/schema/people.ts'
import { type Cast, castOf, person } from '../../../cast.ts'

export type Right = { sectionId: number; edit: boolean; publish: boolean }

export type Town = {
  db: Database
  press: PressWork
  cast: Cast
  writers: Person[]
  staff: Person[]
  everybody: Person[]
  /** Ids of the sections, and what each asks for now. */
  sections: { id: number; slug: string; approvals: number; fourEyes: boolean; silenceAgrees: boolean }[]
  /** No entry: no limits. */
  rights: Map<number, Right[]>
  suspended: Set<number>
}

export async function townOf(db: Database): Promise<Town> {
  const cast = await castOf(db)
  const trusted = await person(db, 'contributor', 'Trusted reporter')
  const writingEditor = await person(db, 'editor', 'Editor who writes')
  const limited = await person(db, 'editor', 'Exercises only')
  const publisher = await person(db, 'editor', 'Publisher')
  const chief = await person(db, 'admin', 'Second chief')
  const found = await db.select().from(sections).orderBy(sections.id)
  const [exercises, history] = found
  if (!exercises || !history) throw new Error('a town has two sections')
  const rights = new Map<number, Right[]>([
    [limited.id, [{ sectionId: exercises.id, edit: true, publish: true }]],
    [
      publisher.id,
      [
        { sectionId: exercises.id, edit: false, publish: true },
        { sectionId: history.id, edit: true, publish: true },
      ],
    ],
  ])
  await db.transaction(async (tx) => {
    await tx.update(people).set({ trusted: true }).where(eq(people.id, trusted.id)).returning()
    for (const [personId, rows] of rights)
      await tx
        .insert(sectionRights)
        .values(rows.map((right) => ({ personId, ...right })))
        .returning()
  })
  const writers = [cast.reporter, cast.otherReporter, cast.unconfirmed, trusted, writingEditor]
  const staff = [cast.editor, cast.otherEditor, cast.admin, writingEditor, limited, publisher, chief]
  return {
    db,
    press: cast.press,
    cast,
    writers,
    staff,
    everybody: [...new Set([...writers, ...staff])],
    sections: found.map(({ id, slug, approvals, fourEyes, silenceAgrees }) => ({
      ...{ id, slug, approvals, fourEyes, silenceAgrees },
    })),
    rights,
    suspended: new Set(),
  }
}

/** What somebody may do in a section, from the town's own book. */
export function mayIn(town: Town, personId: number, right: 'edit' | 'publish', sectionId: number | null): boolean {
  const rows = town.rights.get(personId)
  if (!rows) return true
  return rows.some((row) => row.sectionId === sectionId && row[right])
}
