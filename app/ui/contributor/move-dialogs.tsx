// The moves a writer can make on their story, each with a dialog that says what it means.
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { CloseDialog, Dialog, OpenDialog } from '../page/dialog.tsx'
import { useWords } from '../page/words-context.ts'

type OwnersMove = keyof ReturnType<typeof useWords>['contributor']['status']['leads']

/** Sending a draft for the first time is done from the writing page, where what is missing stands beside it. */
const shownHere: readonly OwnersMove[] = [
  'resubmit',
  'agree',
  'answerEdit',
  'object',
  'revise',
  'appeal',
  'takeBack',
  'withdraw',
]
const needsWords: readonly OwnersMove[] = ['object', 'appeal']
const takesWords: readonly OwnersMove[] = ['answerEdit', 'withdraw', 'takeBack']
const leading: readonly OwnersMove[] = ['resubmit', 'agree', 'answerEdit']

/** The story's facts that decide which moves are shown, and what their dialogs say. */
type MovesOf = { publicId: string; version: number; state: string }
/** Changes of the desk's that are not answered, and those that are rejected; null where nothing was edited. */
type Left = { open: number; rejected: number } | null

export function MoveDialogs({ story, offered, left }: { story: MovesOf; offered: readonly Move[]; left: Left }) {
  const { moves } = useWords().workflow
  const shown = shownHere.filter((move) => offered.includes(move) && fits(move, left))
  if (shown.length === 0) return null
  return (
    <div className="buttons status-moves">
      {shown.map((move) => (
        <OpenDialog key={move} id={`move-${move}`} className={leading.includes(move) ? 'button primary' : 'button'}>
          {moves[move]}
        </OpenDialog>
      ))}
      {shown.map((move) => (
        <MoveDialog key={move} move={move} story={story} />
      ))}
    </div>
  )
}

// Agreeing to an edit and rejecting parts of it are two answers: only the one that fits is offered.
function fits(move: OwnersMove, changes: Left): boolean {
  if (move === 'agree') return !changes?.rejected
  if (move === 'answerEdit') return changes !== null && changes.open === 0 && changes.rejected > 0
  return true
}

function MoveDialog({ move, story }: { move: OwnersMove; story: MovesOf }) {
  const words = useWords()
  const { status } = words.contributor
  const isAccepted = story.state === 'approved' || story.state === 'scheduled'
  const name = words.workflow.moves[move]
  return (
    <Dialog id={`move-${move}`} title={name}>
      <form className="form" method="post" action={`/moves/${story.publicId}`}>
        <p>{status.leads[move]}</p>
        <input type="hidden" name="move" value={move} />
        <input type="hidden" name="version" value={story.version} />
        <input type="hidden" name="next" value={`/my/stories/${story.publicId}/status`} />
        {needsWords.includes(move) || takesWords.includes(move) ? (
          <div className="field">
            <label htmlFor={`note-${move}`}>{needsWords.includes(move) ? status.why : status.reason}</label>
            {takesWords.includes(move) ? <p className="hint">{status.reasonHint}</p> : null}
            <textarea id={`note-${move}`} name="note" rows={3} maxLength={5000} required={needsWords.includes(move)} />
          </div>
        ) : null}
        {move === 'withdraw' && isAccepted ? (
          // Asked twice: the box has no name, so that it is the browser's question and no part of the order.
          <div className="field tick">
            <label>
              <input type="checkbox" required />
              <span>{words.tracking.sureAccepted}</span>
            </label>
          </div>
        ) : null}
        <div className="buttons">
          <CloseDialog id={`move-${move}`}>{status.cancel}</CloseDialog>
          <button type="submit" className={move === 'withdraw' ? 'button danger' : 'button primary'}>
            {name}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
