// What can be done with the selected lines of the queue; it shows itself when a line is selected.
import type { BulkMove } from '#app/newsroom/desk/bulk-order.ts'
import type { QueueTab } from '#app/newsroom/desk/review-queue.ts'
import { moveRow } from '#app/newsroom/desk/workflow.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { type MoveFacts, NeedField, type Typed } from './move-form.tsx'

/** The id of the form that the boxes of the lines belong to. */
export const BULK_FORM = 'bulk'

type Colleague = { publicId: string; name: string }

export function SelectionBar({ tab, next, colleagues }: { tab: QueueTab; next: string; colleagues: Colleague[] }) {
  const { desk, queue, workflow } = useWords()
  return (
    <form id={BULK_FORM} method="post" action="/desk/bulk" className="selection" aria-label={queue.select.bar}>
      <input type="hidden" name="next" value={next} />
      <p className="chosen">
        <b className="count" /> {queue.select.selected}
      </p>
      {movesUnder(tab).map((move) =>
        isPlain(move) ? (
          <button key={move} type="submit" name="move" value={move} className="button">
            {workflow.moves[move]}
          </button>
        ) : (
          <OpenDialog key={move} id={`bulk-${move}`}>
            {workflow.moves[move]}
          </OpenDialog>
        ),
      )}
      {movesUnder(tab)
        .filter((move) => !isPlain(move))
        .map((move) => (
          <Dialog key={move} id={`bulk-${move}`} title={workflow.moves[move]}>
            <BulkFields move={move} colleagues={colleagues} />
            <div className="buttons">
              <CloseDialog id={`bulk-${move}`}>{desk.move.cancel}</CloseDialog>
              <button
                type="submit"
                name="move"
                value={move}
                className={move === 'decline' ? 'button danger' : 'button primary'}
              >
                {workflow.moves[move]}
              </button>
            </div>
          </Dialog>
        ))}
    </form>
  )
}

/** What a move on several stories has to be told, and that it is done for all of them or none. */
export function BulkFields({
  move,
  colleagues,
  typed,
  faults,
}: {
  move: BulkMove
  colleagues: Colleague[]
  typed?: Typed
  faults?: readonly Fault[]
}) {
  const { desk, queue } = useWords()
  const facts: MoveFacts = {
    publicId: '',
    state: 'in_review',
    version: 0,
    hash: '',
    holder: 'me',
    claimedBefore: true,
    own: false,
    completes: true,
    colleagues,
  }
  return (
    <div className="form wide move-form">
      <p>{desk.move.explain[move]}</p>
      {moveRow(move).needs.map((need) => (
        <NeedField
          key={need}
          need={need}
          safetyOnly={false}
          move={move}
          facts={facts}
          typed={typed}
          faults={faults}
          scope={`bulk-${move}`}
        />
      ))}
      <p className="hint">{queue.bulk.allOrNone}</p>
    </div>
  )
}

/** A move that asks for nothing but a click. */
export function isPlain(move: BulkMove): boolean {
  return moveRow(move).needs.length === 0
}

// A button that no line of the tab could obey helps nobody.
function movesUnder(tab: QueueTab): BulkMove[] {
  switch (tab) {
    case 'new':
      return ['claim', 'decline']
    case 'mine':
    case 'in_review':
      return ['release', 'handOver', 'decline']
    case 'all':
      return ['claim', 'release', 'handOver', 'decline']
    default:
      return []
  }
}

/** Is there anything that the lines of this tab can be selected for? */
export function hasBulkMoves(tab: QueueTab): boolean {
  return movesUnder(tab).length > 0
}
