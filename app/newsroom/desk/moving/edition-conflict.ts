// Why a next edition is not printed, pure; pending-edition.server.ts finds the facts.
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Conflict } from '#app/newsroom/desk/moving/outcome.ts'
import type { NextEdition } from '#app/newsroom/desk/moving/press-work.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'

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

/** What is known of the edition that a story has approved. */
export type EditionFacts = Pick<NextEdition, 'kind' | 'note' | 'hash'> & {
  approvedHash: string | null
  /** The hash of its words counted again. */
  counted: string
  byId: number
  approvedById: number | null
  /** Its section lets nobody approve the change that they made. */
  fourEyes: boolean
  /** The number of the edition it was begun from, and of the one that readers have. */
  baseNumber: number
  liveNumber: number | null
}

/**
 * Null where this order prints it. Else none of its kind is approved, its words or its public note are not those that
 * were approved, its writer approved it where that takes two, or the story was printed anew since it was begun.
 */
export function editionConflict(
  order: Pick<MoveOrder, 'move' | 'hash'>,
  edition: EditionFacts | null,
): Conflict | null {
  if (!edition || edition.kind !== editionKindOf(order.move) || !edition.note.trim()) return 'no-edition'
  if (order.hash && order.hash !== edition.hash) return 'other-words'
  if (edition.approvedHash !== edition.hash || edition.counted !== edition.hash) return 'changed-since-approval'
  if (edition.fourEyes && edition.approvedById === edition.byId) return 'four-eyes'
  return edition.liveNumber === edition.baseNumber ? null : 'other-edition'
}
