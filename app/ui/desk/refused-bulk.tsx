// The page of a move on several stories that was not made: which story stood in the way, and the selection as it was.
import { type BulkMove, storiesOf } from '#app/newsroom/desk/bulk-order.ts'
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace, type WorkspacePerson } from '#app/ui/page/workspace.tsx'
import type { Words } from '#app/words/words.ts'
import { BulkFields } from './selection-bar.tsx'
import type { TypedOrder } from './typed-order.ts'

export type BulkRefusal = {
  /** Null when the form named none of the moves. */
  move: BulkMove | null
  because: keyof Words['workflow']['refusals'] | 'faults'
  faults: Fault[]
  by: string | null
  /** The story in the way; null where the order itself was faulty or the story does not exist for this person. */
  story: OrderedStory | null
  /** What was selected, as the form sent it. */
  lines: string[]
  typed: TypedOrder
  back: string
  colleagues: { publicId: string; name: string }[]
}

export function RefusedBulk({ person, refusal }: { person: WorkspacePerson; refusal: BulkRefusal }) {
  const { desk, queue, workflow } = useWords()
  const { move, because, faults, by, story, lines, back } = refusal
  const rest = lines.filter((line) => storiesOf([line])[0]?.story !== story?.publicId)
  const mayMend = move !== null && because === 'faults'
  return (
    <Workspace
      person={person}
      here="desk"
      title={move ? queue.bulk.refusedTitle(workflow.moves[move]) : desk.refused.noMove}
    >
      <Problems faults={because === 'faults' ? faults : [{ field: '', message: workflow.refusals[because] }]} />
      {story && because !== 'faults' && (
        <div className="happened">
          <p>{queue.bulk.nothingDone}</p>
          <p className="about-story">
            <a href={`/desk/stories/${story.publicId}`}>
              {desk.queue.number(story.number)} <bdi>{story.headline || desk.queue.untitled}</bdi>
            </a>
          </p>
          <p>
            {desk.refused.stateNow(workflow.states[story.state])} {by && desk.refused.lastBy(by)}
          </p>
        </div>
      )}
      {lines.length > 0 && <p className="quiet">{queue.bulk.kept(lines.length)}</p>}
      {move && (mayMend || rest.length > 0) && (
        <Again
          refusal={refusal}
          move={move}
          lines={mayMend ? lines : rest}
          label={mayMend ? null : queue.bulk.without}
        />
      )}
      <p className="ways-back">
        <a className="button" href={back}>
          {queue.bulk.back}
        </a>
      </p>
    </Workspace>
  )
}

function Again({
  refusal,
  move,
  lines,
  label,
}: {
  refusal: BulkRefusal
  move: BulkMove
  lines: string[]
  label: string | null
}) {
  const { workflow } = useWords()
  const { typed, back, colleagues, because, faults } = refusal
  return (
    <form method="post" action="/desk/bulk">
      <input type="hidden" name="next" value={back} />
      {lines.map((line) => (
        <input key={line} type="hidden" name="story" value={line} />
      ))}
      <BulkFields move={move} colleagues={colleagues} typed={typed} faults={because === 'faults' ? faults : []} />
      <div className="buttons">
        <button
          type="submit"
          name="move"
          value={move}
          className={move === 'decline' ? 'button danger' : 'button primary'}
        >
          {label ?? workflow.moves[move]}
        </button>
      </div>
    </form>
  )
}
