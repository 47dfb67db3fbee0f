// Questions to the queue that an editor gave a name: saved, listed, dropped; nobody sees another's.
import { and, asc, count, eq } from 'drizzle-orm'
import { type SavedFilter, type SavedFilterInput, savedFilterInput } from '#app/newsroom/desk/saved-filters.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader } from '#db/client.ts'
import { savedFilters } from '#db/schema/desk.ts'

/** An editor's own filters, by name. */
export async function filtersOf(db: Reader, who: Person): Promise<SavedFilter[]> {
  return db
    .select({ publicId: savedFilters.publicId, name: savedFilters.name, question: savedFilters.question })
    .from(savedFilters)
    .where(eq(savedFilters.personId, who.id))
    .orderBy(asc(savedFilters.name))
    .limit(MOST_FILTERS)
}

export const MOST_FILTERS = 20

export type FilterSaved = { ok: true } | { ok: false; because: 'name-taken' | 'too-many' | 'nothing-asked' }

/** Gives a question a name of this editor's own. The same name for the same question is no fault. */
export async function saveFilter(db: Database, input: SavedFilterInput, who: Person, when: Date): Promise<FilterSaved> {
  const { name, question } = savedFilterInput.parse(input)
  if (!question) return { ok: false, because: 'nothing-asked' }
  return db.transaction(async (tx): Promise<FilterSaved> => {
    const mine = eq(savedFilters.personId, who.id)
    const [same] = await tx
      .select()
      .from(savedFilters)
      .where(and(mine, eq(savedFilters.name, name)))
    if (same) return same.question === question ? { ok: true } : { ok: false, because: 'name-taken' }
    const [all] = await tx.select({ n: count() }).from(savedFilters).where(mine)
    if ((all?.n ?? 0) >= MOST_FILTERS) return { ok: false, because: 'too-many' }
    await tx
      .insert(savedFilters)
      .values({ publicId: newPublicId(), personId: who.id, name, question, at: when })
      .returning({ id: savedFilters.id })
    return { ok: true }
  })
}

/** Drops a filter of one's own; false when there is none of this id. */
export async function dropFilter(db: Database, publicId: string, who: Person): Promise<boolean> {
  const gone = await db.transaction((tx) =>
    tx
      .delete(savedFilters)
      .where(and(eq(savedFilters.publicId, publicId), eq(savedFilters.personId, who.id)))
      .returning({ id: savedFilters.id }),
  )
  return gone.length > 0
}
