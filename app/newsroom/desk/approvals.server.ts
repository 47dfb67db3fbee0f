// Approvals: one editor's yes to exactly these words. Other words have none.
import { and, asc, eq, notExists, sql } from 'drizzle-orm'
import type { Reader, Writer } from '#db/client.ts'
import { approvals, interests } from '#db/schema/desk.ts'
import { storyCoAuthors } from '#db/schema/story.ts'

/**
 * Who has approved these words of the story, the first one first. Who has declared an interest since, or has become one
 * of its authors, does not count any more.
 */
export async function approversOf(db: Reader, storyId: number, hash: string): Promise<number[]> {
  const interested = db
    .select({ one: sql`1` })
    .from(interests)
    .where(and(eq(interests.storyId, approvals.storyId), eq(interests.personId, approvals.byId)))
  const shares = db
    .select({ one: sql`1` })
    .from(storyCoAuthors)
    .where(and(eq(storyCoAuthors.storyId, approvals.storyId), eq(storyCoAuthors.personId, approvals.byId)))
  const rows = await db
    .select({ byId: approvals.byId })
    .from(approvals)
    .where(and(eq(approvals.storyId, storyId), eq(approvals.hash, hash), notExists(interested), notExists(shares)))
    .orderBy(asc(approvals.id))
    .limit(100)
  return rows.map(({ byId }) => byId)
}

/** Has anybody approved any words of this story? Saves hashing where nobody has. */
export async function hasApprovals(db: Reader, storyId: number): Promise<boolean> {
  const [row] = await db.select({ id: approvals.id }).from(approvals).where(eq(approvals.storyId, storyId)).limit(1)
  return row !== undefined
}

/** Writes one yes; a second one of the same person to the same words is the same one. */
export async function addApproval(tx: Writer, storyId: number, hash: string, byId: number, when: Date): Promise<void> {
  await tx
    .insert(approvals)
    .values({ storyId, hash, byId, at: when })
    .onConflictDoNothing()
    .returning({ id: approvals.id })
}

/** Takes every approval of the story back, whatever the words: it was opened again. */
export async function voidApprovals(tx: Writer, storyId: number): Promise<void> {
  await tx.delete(approvals).where(eq(approvals.storyId, storyId))
}
