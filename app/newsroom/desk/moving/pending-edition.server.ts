// The next edition of a published story, once it is approved: what `correct`, `clarify` and `update` print.
import { and, eq } from 'drizzle-orm'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Conflict } from '#app/newsroom/desk/moving/outcome.ts'
import type { NextEdition } from '#app/newsroom/desk/moving/press-work.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { pendingEditions } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { editions, publications } from '#db/schema/press.ts'

/** An approved next edition as the moves need it. */
export type ApprovedEdition = Pick<NextEdition, 'kind' | 'note' | 'content' | 'hash'> & {
  id: number
  byId: number
  ticketId: number | null
}

/** Which kind of edition a move prints; null for every other move. */
export function editionKindOf(move: Move): NextEdition['kind'] | null {
  switch (move) {
    case 'correct':
      return 'correction'
    case 'clarify':
      return 'clarification'
    case 'update':
      return 'update'
    default:
      return null
  }
}

/**
 * The approved edition that this order prints, or why it is not printed: none of its kind is approved, its words or
 * its public note are not those that were approved, the story was printed anew since it was begun, or its writer
 * approved it where the section asks for four eyes.
 */
export async function approvedEdition(
  tx: Reader,
  story: Story,
  order: Pick<MoveOrder, 'move' | 'hash'>,
): Promise<{ edition: ApprovedEdition } | { conflict: Conflict }> {
  const kind = editionKindOf(order.move)
  const [row] = await tx
    .select()
    .from(pendingEditions)
    .where(and(eq(pendingEditions.storyId, story.id), eq(pendingEditions.state, 'approved')))
  if (!row || row.kind !== kind || !row.note.trim()) return { conflict: 'no-edition' }
  const content = row.content as StoryContent
  if (order.hash && order.hash !== row.hash) return { conflict: 'other-words' }
  if (row.approvedHash !== row.hash || hashOf(content) !== row.hash) return { conflict: 'changed-since-approval' }
  if (row.approvedById === row.byId && (await wantsFourEyes(tx, content.section))) return { conflict: 'four-eyes' }
  if ((await liveNumber(tx, story.id)) !== row.baseNumber) return { conflict: 'other-edition' }
  const { id, note, hash, byId, ticketId } = row
  return { edition: { id, kind: row.kind, note, content, hash, byId, ticketId } }
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
