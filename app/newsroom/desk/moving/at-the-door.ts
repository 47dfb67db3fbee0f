// What an order is refused for before its needs are asked: who, state, version, and the clock's own time. Pure.
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { type Clocked, isDue } from '#app/newsroom/desk/moving/clock-due.ts'
import { CLOCK, type Mover, mayMove, type PolicyFacts, type PolicyRefusal } from '#app/newsroom/desk/policy.ts'
import { canMove } from '#app/newsroom/desk/workflow.ts'
import type { Story } from '#app/newsroom/story/story.ts'

const NEVER_YOURS: readonly PolicyRefusal[] = [
  'not-found',
  'not-allowed',
  'own-story',
  'interest',
  'no-edit-right',
  'no-publish-right',
]

/** `never`: no order of this person's could be made here, so that they learn no more of the story than that. */
export type DoorRefusal =
  | { kind: 'never' | 'rule'; because: PolicyRefusal }
  | { kind: 'conflict'; because: 'already-moved' | 'changed' | 'not-due' }

/** Null where the door lets the order in to have its needs asked. */
export function refusedAtTheDoor(
  order: Pick<MoveOrder, 'move' | 'version' | 'spam' | 'safety'>,
  who: Mover,
  facts: PolicyFacts,
  story: Pick<Story, 'state' | 'version'> & Clocked,
  when: Date,
): DoorRefusal | null {
  const because = mayMove(who, order.move, facts, isForOne(order))
  if (because && NEVER_YOURS.includes(because)) return { kind: 'never', because }
  if (!canMove(story.state, order.move)) return { kind: 'conflict', because: 'already-moved' }
  if (order.version !== story.version) return { kind: 'conflict', because: 'changed' }
  if (because) return { kind: 'rule', because }
  if (who === CLOCK && !isDue(order.move, story, when)) return { kind: 'conflict', because: 'not-due' }
  return null
}

// What one person may order alone, where it usually takes two.
function isForOne(order: Pick<MoveOrder, 'move' | 'spam' | 'safety'>): boolean {
  return order.move === 'retract' ? order.safety : order.spam
}
