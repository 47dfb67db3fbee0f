// The moves that a person is shown as buttons: the same two tables that the action asks.
import { type Mover, mayMove, type PolicyFacts } from '#app/newsroom/desk/policy.ts'
import { canMove, type Move, moves } from '#app/newsroom/desk/workflow.ts'

/** Every move this person could order on the story now, in the workflow's order. */
export function offeredMoves(who: Mover, facts: PolicyFacts): Move[] {
  return moves.filter((move) => canMove(facts.state, move) && mayMove(who, move, facts) === null)
}
