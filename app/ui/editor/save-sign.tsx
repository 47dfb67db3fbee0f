// The save state at the head of the page, and the loud word when words are not saved.
import { formatInstant } from '#app/words/formats.ts'
import { useOutlet } from '../page/outlet-data.ts'
import { useWords } from '../page/words-context.ts'
import { type Autosave, saveSign } from './autosave.ts'
import type { SaveFault } from './use-autosave.ts'

/** Quiet while all is well. */
export function SaveSign({ state, savedAt }: { state: Autosave; savedAt: string }) {
  const words = useWords().contributor.writing
  const { timeZone, language } = useOutlet()
  const sign = saveSign(state)
  const said = { saved: words.saved, saving: words.saving, 'not-saved': words.notSaved }[sign]
  const at = new Date(savedAt)
  const time = Number.isNaN(at.getTime()) ? '' : words.savedAt(formatInstant(at, 'time', timeZone, language))
  return (
    <p className={`save-sign ${sign}`} role="status" title={sign === 'saved' ? time : undefined}>
      {said}
    </p>
  )
}

/** What happened, what is kept and what to do; nothing while saving works. */
export function SaveTrouble({
  state,
  faults,
  onRetry,
}: {
  state: Autosave
  faults: readonly SaveFault[]
  onRetry: () => void
}) {
  const words = useWords().contributor.writing
  switch (state.phase) {
    case 'failed':
      return (
        <Trouble said={words.unsavedHint}>
          <button type="button" className="button small" onClick={onRetry}>
            {words.retry}
          </button>
        </Trouble>
      )
    case 'signed-out':
      return (
        <Trouble said={words.signedOutHint}>
          <a className="button small" href="/sign-in" target="_blank" rel="noopener">
            {words.signIn}
          </a>
          <button type="button" className="button small" onClick={onRetry}>
            {words.retry}
          </button>
        </Trouble>
      )
    case 'refused':
      return (
        <Trouble said={words.refusedHint}>
          <ul>
            {faults.map((fault) => (
              <li key={fault.path + fault.message}>{fault.message}</li>
            ))}
          </ul>
        </Trouble>
      )
    case 'closed':
      return <Trouble said={words.closedHint} />
    case 'saved':
    case 'waiting':
    case 'saving':
    case 'conflict':
      return null
  }
}

function Trouble({ said, children }: { said: string; children?: React.ReactNode }) {
  const words = useWords().contributor.writing
  return (
    <div className="save-trouble notice stopped" role="alert">
      <p>
        <strong>{words.notSaved}.</strong> {said}
      </p>
      {children}
    </div>
  )
}
