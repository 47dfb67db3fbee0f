// The next edition of a published story, once it is approved: what `correct`, `clarify` and `update` print.
import { and, eq } from 'drizzle-orm'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { editionConflict } from '#app/newsroom/desk/moving/edition-conflict.ts'
import type { Conflict } from '#app/newsroom/desk/moving/outcome.ts'
import type { NextEdition } from '#app/newsroom/desk/moving/press-work.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { pendingEditions } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { editions, publications } from '#db/schema/press.ts'

/** An approved next edition as the moves need it. */
export type ApprovedEdition = Pick<NextEdition, 'kind' | 'note' | 'content' | 'hash' | 'hides'> & {
  id: number
  byId: number
  ticketId: number | null
}

/** The approved edition that this order prints, or why it is not printed. */
export async function approvedEdition(
  tx: Reader,
  story: Story,
  order: Pick<MoveOrder, 'move' | 'hash'>,
): Promise<{ edition: ApprovedEdition } | { conflict: Conflict }> {
  const [row] = await tx
    .select()
    .from(pendingEditions)
    .where(and(eq(pendingEditions.storyId, story.id), eq(pendingEditions.state, 'approved')))
  if (!row) return { conflict: 'no-edition' }
  const content = row.content as StoryContent
  const conflict = editionConflict(order, {
    ...row,
    counted: hashOf(content),
    fourEyes: await wantsFourEyes(tx, content.section),
    liveNumber: await liveNumber(tx, story.id),
  })
  if (conflict) return { conflict }
  const { id, kind, note, hash, byId, ticketId, hideReason } = row
  const hides = hideReason ? { byId, reason: hideReason } : null
  return { edition: { id, kind, note, content, hash, byId, ticketId, hides } }
}

/** The edition is printed: it is no longer pending. */
export async function markPrinted(tx: Writer, id: number): Promise<void> {
  await tx.update(pendingEditions).set({ state: 'printed' }).where(eq(pendingEditions.id, id))
}

async function wantsFourEyes(tx: Reader, slug: string | null): Promise<boolean> {
  if (!slug) return false
  const [section] = await tx.select({ fourEyes: sections.fourEyes }).from(sections).where(eq(sections.slug, slug))
  return section?.fourEyes ?? false
}

async function liveNumber(tx: Reader, storyId: number): Promise<number | null> {
  const [live] = await tx
    .select({ number: editions.number })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(eq(publications.storyId, storyId))
  return live?.number ?? null
}
