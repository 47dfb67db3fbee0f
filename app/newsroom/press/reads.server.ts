// How often published stories were asked for: counts come in batches by address, and go out as sums.
import { and, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Database, Reader } from '#db/client.ts'
import { publications, storyReads } from '#db/schema/press.ts'

export type Reads = { total: number; lastSevenDays: number }

const AT_A_TIME = 200

/** Adds counts (slug → reads) to the day of `when` (UTC). Addresses that no story has are left out. */
export async function addReads(db: Database, counts: ReadonlyMap<string, number>, when: Date): Promise<void> {
  if (counts.size === 0) return
  const day = dayOf(when)
  const slugs = [...counts.keys()]
  await db.transaction(async (tx) => {
    for (let from = 0; from < slugs.length; from += AT_A_TIME) {
      const found = await tx
        .select({ storyId: publications.storyId, slug: publications.slug })
        .from(publications)
        .where(inArray(publications.slug, slugs.slice(from, from + AT_A_TIME)))
      if (found.length === 0) continue
      await tx
        .insert(storyReads)
        .values(found.map(({ storyId, slug }) => ({ storyId, day, reads: counts.get(slug) ?? 0 })))
        .onConflictDoUpdate({
          target: [storyReads.storyId, storyReads.day],
          set: { reads: sql`${storyReads.reads} + excluded.reads` },
        })
        .returning({ storyId: storyReads.storyId })
    }
  })
}

/** The reads of one story (its number) so far. */
export async function readsOf(db: Reader, storyId: number, when: Date): Promise<Reads> {
  const weekAgo = dayOf(new Date(when.getTime() - 6 * 86_400_000))
  const sum = { reads: sql<number>`coalesce(sum(${storyReads.reads}), 0)`.mapWith(Number) }
  const [[all], [week]] = await Promise.all([
    db.select(sum).from(storyReads).where(eq(storyReads.storyId, storyId)),
    db
      .select(sum)
      .from(storyReads)
      .where(and(eq(storyReads.storyId, storyId), gte(storyReads.day, weekAgo))),
  ])
  return { total: all?.reads ?? 0, lastSevenDays: week?.reads ?? 0 }
}

function dayOf(when: Date): string {
  return when.toISOString().slice(0, 10)
}
