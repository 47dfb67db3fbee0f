// The moves of a story in a bar that stays in view: the primary one first, each in a dialog of its own.
import type { DeskPage } from '#app/newsroom/desk/desk-story.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { type MoveFacts, MoveForm } from './move-form.tsx'
import { StateMark } from './state-mark.tsx'
import { TakeOverButton } from './take-over.tsx'

/** The order of the buttons; what is not named here is not ordered from the review page. */
const inOrder = [
  'claim',
  'approveTrusted',
  'approve',
  'approveToo',
  'publish',
  'overrideSignOff',
  'requestChanges',
  'sendForSignOff',
  'schedule',
  'revertDecision',
  'restore',
  'decline',
  'reject',
  'unschedule',
  'reopen',
  'handOver',
  'release',
  'liftHold',
  'placeHold',
  'unpublish',
  'askRetraction',
  'retract',
  'archive',
] as const satisfies readonly Move[]

const mayLead: readonly Move[] = ['claim', 'approve', 'approveToo', 'publish', 'revertDecision']

/** What the forms of moves have to know, from the page of the desk. */
export function moveFactsOf({ story, hash, claim, claimedBefore, colleagues, standing, putDown }: DeskPage): MoveFacts {
  const { publicId, state, version, own } = story
  return {
    publicId,
    state,
    version,
    hash,
    holder: claim === null ? 'nobody' : claim.me ? 'me' : 'other',
    claimedBefore,
    completes: standing.approvals.completes,
    own,
    colleagues,
    putDown,
  }
}

/** `now` (ISO) tells how long a decision can still be undone; `me` is the public id of the one who looks. */
export function MovesBar({ page, now, me }: { page: DeskPage; now: string; me: string }) {
  const { desk } = useWords()
  const facts = moveFactsOf(page)
  const undo = minutesToUndo(page, now)
  const isShown = (move: Move) => (page.offered.includes(move) && makesSense(move, page)) || isOpenAlone(move, page)
  // While a decision can be undone, that is the way back; taking it back with a reason is for later.
  const moves = inOrder.filter((move) => isShown(move) && !(move === 'revertDecision' && undo > 0))
  const [first, ...others] = moves
  return (
    <section className="moves-bar" aria-label={desk.review.moves}>
      <div className="standing">
        <StateMark state={page.story.state} />
        <Holder page={page} />
        <Approvals page={page} />
      </div>
      {moves.length > 0 || undo > 0 ? (
        <div className="orders">
          {undo > 0 && <UndoButton facts={facts} minutes={undo} />}
          {first && <Order move={first} page={page} facts={facts} primary={mayLead.includes(first)} />}
          {others.map((move) => (
            <Order key={move} move={move} page={page} facts={facts} />
          ))}
          {facts.holder === 'other' && page.claim && moves.includes('handOver') && (
            <TakeOverButton
              about={{ publicId: facts.publicId, version: facts.version, me, holder: page.claim.name }}
              next={`/desk/stories/${facts.publicId}`}
            />
          )}
        </div>
      ) : (
        <p className="quiet small">
          {page.story.own ? (
            <>
              {desk.review.ownStory} <a href={`/my/stories/${page.story.publicId}/status`}>{desk.review.ownStatus}</a>
            </>
          ) : (
            desk.review.nothingToDo
          )}
        </p>
      )}
    </section>
  )
}

// Words that nobody edited have nothing to be signed off; what can no longer be undone has no button.
function makesSense(move: Move, page: DeskPage): boolean {
  if (move !== 'sendForSignOff') return true
  const sent = page.revisions.find(({ why }) => why === 'submit' || why === 'resubmit' || why === 'suggestions')
  return sent !== undefined && sent.hash !== page.hash
}

// What takes two people is open to one for spam, or for somebody's safety.
function isOpenAlone(move: Move, page: DeskPage): boolean {
  return (move === 'reject' && page.rejectNeedsAnother) || (move === 'retract' && page.retractNeedsAnother)
}

function Holder({ page: { story, claim } }: { page: DeskPage }) {
  const { review } = useWords().desk
  if (story.state !== 'in_review' && story.state !== 'submitted') return null
  if (!claim) return <span className="quiet small">{review.notHeld}</span>
  return (
    <span className="quiet small">
      {claim.me ? review.holdUntil : review.heldBy(claim.name)} <Instant at={claim.lapsesAt} style="time" />
    </span>
  )
}

function Approvals({ page: { story, standing } }: { page: DeskPage }) {
  const words = useWords().desk.review.standing
  const { wanted, by } = standing.approvals
  if (by.length === 0 || (story.state !== 'in_review' && story.state !== 'approved' && story.state !== 'scheduled'))
    return null
  return (
    <span className="quiet small">
      {wanted > 1 && `${words.approvals(by.length, wanted)}. `}
      {words.approvedBy(by.join(', '))}
    </span>
  )
}

function minutesToUndo({ offered, standing: { undoUntil } }: DeskPage, now: string): number {
  if (undoUntil === null || !offered.includes('undoDecision')) return 0
  return Math.max(0, Math.ceil((Date.parse(undoUntil) - Date.parse(now)) / 60_000))
}

// Undoing asks nothing: the story is where it was, and the letter was not sent.
function UndoButton({ facts, minutes }: { facts: MoveFacts; minutes: number }) {
  const { desk, workflow } = useWords()
  return (
    <form method="post" action={`/moves/${facts.publicId}`} className="undo">
      <input type="hidden" name="move" value="undoDecision" />
      <input type="hidden" name="version" value={facts.version} />
      <input type="hidden" name="next" value={`/desk/stories/${facts.publicId}`} />
      <button type="submit" className="button primary" aria-describedby="undo-left">
        {workflow.moves.undoDecision}
      </button>{' '}
      <span className="quiet small" id="undo-left">
        {desk.review.standing.undoLeft(minutes)}
      </span>
    </form>
  )
}

type OrderProps = { move: Move; page: DeskPage; facts: MoveFacts; primary?: boolean }

function Order({ move, page, facts, primary = false }: OrderProps) {
  const { desk, workflow } = useWords()
  const next = `/desk/stories/${facts.publicId}`
  const look = `button${primary ? ' primary' : ''}${dangerous.includes(move) ? ' danger' : ''}`
  // Claiming asks nothing and hurts nobody, so it needs no second click.
  if (move === 'claim') return <ClaimButton facts={facts} next={next} className={look} label={workflow.moves.claim} />
  const id = `order-${move}`
  const spamOnly = move === 'reject' && !page.offered.includes('reject')
  const safetyOnly = move === 'retract' && !page.offered.includes('retract')
  return (
    <>
      <OpenDialog id={id} className={look}>
        {workflow.moves[move]}
      </OpenDialog>
      <Dialog id={id} title={workflow.moves[move]}>
        <MoveForm
          move={move}
          facts={facts}
          next={next}
          scope={move}
          spamOnly={spamOnly}
          safetyOnly={safetyOnly}
          beside={<CloseDialog id={id}>{desk.move.cancel}</CloseDialog>}
        />
      </Dialog>
    </>
  )
}

const dangerous: readonly Move[] = ['askRetraction', 'retract', 'unpublish', 'archive']

/** One click: the story is yours. */
export function ClaimButton({
  facts,
  next,
  className,
  label,
  heard,
}: {
  facts: Pick<MoveFacts, 'publicId' | 'version'>
  next: string
  className: string
  label: string
  /** What a screen reader adds, so that equal buttons in a list can be told apart. */
  heard?: string
}) {
  return (
    <form method="post" action={`/moves/${facts.publicId}`}>
      <input type="hidden" name="move" value="claim" />
      <input type="hidden" name="version" value={facts.version} />
      <input type="hidden" name="next" value={next} />
      <button type="submit" className={className} aria-describedby={heard}>
        {label}
      </button>
    </form>
  )
}
