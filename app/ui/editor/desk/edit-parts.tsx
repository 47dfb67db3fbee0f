// Parts of the desk's editing screen: how one edits, what was edited directly, words to be said about a place, a lost claim.
import type { EditMode } from '#app/newsroom/desk/edit-mode.ts'
import type { EditChange } from '#app/newsroom/desk/suggestions.ts'
import { AudienceChoice } from '../../desk/threads.tsx'
import { useWords } from '../../page/words-context.ts'
import type { Lost } from './use-desk-edit.ts'

/** Two ways of editing, each with what it means for the reporter. Without `onMode` the choice goes with the form. */
export function ModeSwitch({ mode, onMode }: { mode: EditMode; onMode: ((mode: EditMode) => void) | undefined }) {
  const words = useWords().copydesk.mode
  return (
    <fieldset className={`edit-mode ${mode}`}>
      <legend className="only-heard">{words.title}</legend>
      {(['suggest', 'direct'] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name="how"
            value={value}
            {...(onMode
              ? { checked: mode === value, onChange: () => onMode(value) }
              : { defaultChecked: mode === value })}
          />
          <span>
            <b>{words[value]}</b>{' '}
            <span className="small">{value === 'direct' ? words.directHint : words.suggestHint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** What the reporter is told of and not asked about. */
export function DirectChanges({ changes, language }: { changes: readonly EditChange[]; language: string }) {
  const words = useWords().copydesk.changes
  if (changes.length === 0) return null
  return (
    <details className="direct-changes">
      <summary>
        {words.direct} ({changes.length})
      </summary>
      <p className="quiet small">{words.directLead(changes.length)}</p>
      <ul lang={language}>
        {changes.map((change) => (
          <li key={change.key} dir="auto">
            {change.removed ? <del>{change.removed}</del> : null} {change.added ? <ins>{change.added}</ins> : null}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A comment or a point on words that were selected. */
export function SpeakForm({
  what,
  quote,
  onSend,
  onCancel,
}: {
  what: 'comment' | 'ask'
  quote: string
  onSend: (input: { text: string; for: string }) => void
  onCancel: () => void
}) {
  const { comments, points, tools } = useWords().copydesk
  const isComment = what === 'comment'
  return (
    <form
      className="form wide speak-form"
      aria-label={isComment ? tools.comment : tools.ask}
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        onSend({ text: String(data.get('text') ?? ''), for: String(data.get('for') ?? '') })
      }}
    >
      <blockquote className="quoted-words" dir="auto">
        {quote}
      </blockquote>
      <div className="field">
        <label htmlFor="speak-text">{isComment ? comments.text : points.text}</label>
        <textarea
          id="speak-text"
          name="text"
          rows={3}
          maxLength={isComment ? 3000 : 2000}
          required
          // biome-ignore lint/a11y/noAutofocus: it opens because somebody chose words and pressed a button to speak of them
          autoFocus
          dir="auto"
        />
      </div>
      {isComment ? <AudienceChoice /> : null}
      <div className="buttons">
        <button type="submit" className="button small primary">
          {isComment ? comments.send : points.add}
        </button>
        <button type="button" className="button small" onClick={onCancel}>
          {comments.cancel}
        </button>
      </div>
    </form>
  )
}

/** The story is not here to edit any more; every word is kept. */
export function LostNotice({ lost }: { lost: Lost }) {
  const { conflict } = useWords().copydesk
  const said = lost.because === 'moved' ? conflict.moved : lost.by ? conflict.lost(lost.by) : conflict.lostToNobody
  return (
    <p className="notice stopped" role="alert">
      {said}
    </p>
  )
}
