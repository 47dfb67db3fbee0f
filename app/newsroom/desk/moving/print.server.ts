// Hands a move to the press: what readers get changes inside the move’s transaction.
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { editionKindOf } from '#app/newsroom/desk/moving/edition-conflict.ts'
import type { ApprovedEdition } from '#app/newsroom/desk/moving/pending-edition.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'

/** Do readers get something else after it? */
export function changesThePaper(move: Move): boolean {
  if (editionKindOf(move)) return true
  return move === 'publish' || move === 'retract' || move === 'unpublish' || move === 'restore'
}

/** Prints, takes down or puts back what the move asks for; null where it touches no address of the site. */
export async function print(
  tx: Writer,
  story: Story,
  order: MoveOrder,
  when: Date,
  press: PressWork,
  edition: ApprovedEdition | null,
): Promise<{ slug: string } | null> {
  switch (order.move) {
    case 'publish': {
      const revision = await revisionById(tx, story.revisionId)
      if (!revision) throw new Error(`story ${story.id} is approved without a revision`)
      const { id: revisionId, hash, content } = revision
      return press.publish(tx, { storyId: story.id, ownerId: story.ownerId, revisionId, hash, content }, when)
    }
    case 'correct':
    case 'clarify':
    case 'update': {
      if (!edition || story.revisionId === null) throw new Error(`story ${story.id} has no next edition`)
      const { kind, note, hash, content, hides } = edition
      const what = {
        storyId: story.id,
        ownerId: story.ownerId,
        revisionId: story.revisionId,
        hash,
        content,
        kind,
        note,
        hides,
      }
      return press.correct(tx, what, when)
    }
    case 'retract':
      await press.retract(tx, story.id, order.note, when)
      return null
    case 'unpublish':
      await press.unpublish(tx, story.id, when)
      return null
    case 'restore':
      return press.restore(tx, story.id, when)
    default:
      return null
  }
}
