// The save state at the head of the page: who has the newest words; and the word that something stands in the way.
import type { ReactNode } from 'react'
import { formatInstant } from '#app/words/formats.ts'
import { useOutlet } from '../page/outlet-data.ts'
import { useWords } from '../page/words-context.ts'
import { isKept, saveSign } from './autosave.ts'
import type { KeeperView } from './draft-keeper.ts'

/** Quiet while the server or this device has the words, loud when neither has. */
export function SaveSign({ view: { state, savedAt } }: { view: KeeperView }) {
  const words = useWords().contributor.writing
  const { timeZone, language } = useOutlet()
  const sign = saveSign(state)
  const said = { saved: words.saved, 'on-device': words.onDevice, saving: words.saving, 'not-saved': words.notSaved }
  const at = new Date(savedAt)
  const time = Number.isNaN(at.getTime()) ? '' : words.savedAt(formatInstant(at, 'time', timeZone, language))
  return (
    <p className={`save-sign ${sign}`} role="status" title={time || undefined}>
      {said[sign]}
    </p>
  )
}

/** What happened, what is kept and what to do; nothing while saving works. */
export function SaveTrouble({
  view: { state, faults, isSomebodyElse },
  onRetry,
  onSignIn,
}: {
  view: KeeperView
  onRetry: () => void
  onSignIn: () => void
}) {
  const words = useWords().contributor.writing
  const held = state.device === 'on'
  const retry = (
    <button type="button" className="button small" onClick={onRetry}>
      {words.retry}
    </button>
  )
  switch (state.phase === 'saving' && state.trouble ? state.trouble : state.phase) {
    case 'failed':
      return (
        <Trouble isHeld={held} said={held ? words.offlineHint : words.unsavedHint}>
          {retry}
        </Trouble>
      )
    case 'signed-out':
      return (
        <Trouble isHeld={held} said={isSomebodyElse ? words.somebodyElseHint : words.signedOutHint}>
          <button type="button" className="button small primary" onClick={onSignIn}>
            {words.signIn}
          </button>
        </Trouble>
      )
    case 'refused':
      return (
        <Trouble isHeld={false} said={words.refusedHint}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path + fault.message}>{fault.message}</li>
            ))}
          </ul>
        </Trouble>
      )
    case 'closed':
      return <Trouble isHeld={false} said={words.closedHint} />
    case 'saved':
    case 'waiting':
    case 'saving':
    case 'conflict':
      return state.device === 'refused' && !isKept(state) && state.phase !== 'saved' ? (
        <p className="notice waiting">{words.noCopyHint}</p>
      ) : null
  }
}

/** Loud when the words are nowhere but in this window; calmer when the device has them too. */
function Trouble({ isHeld, said, children }: { isHeld: boolean; said: string; children?: ReactNode }) {
  const words = useWords().contributor.writing
  return (
    <div className={`save-trouble notice ${isHeld ? 'waiting' : 'stopped'}`} role={isHeld ? 'status' : 'alert'}>
      <p>
        <strong>{isHeld ? words.onDevice : words.notSaved}.</strong> {said}
      </p>
      {children}
    </div>
  )
}
