// The changes of the desk's edit in the margin: what was and what is, who and when, the reason, and a way to take each back.
import type { FormEvent } from 'react'
import type { MadeChange } from '#app/newsroom/desk/edit-page.ts'
import { Instant } from '../../page/instant.tsx'
import { useWords } from '../../page/words-context.ts'

/** `id` stays with a change while the words around it are written; its key does not. */
export type ListedChange = MadeChange & { id: string }

export type ChangeWork = {
  takeBack: (change: ListedChange) => void
  giveReason: (change: ListedChange, reason: string) => void
  goTo: (change: ListedChange) => void
}

/** Without `work` every change is a form that works by itself; those on the words as they were saved in `version`. */
export function ChangeList({
  changes,
  publicId,
  version,
  language,
  work,
}: {
  changes: readonly ListedChange[]
  publicId: string
  version: number
  /** Of the story. */
  language: string
  work?: ChangeWork | undefined
}) {
  const words = useWords().copydesk.changes
  if (changes.length === 0) return <p className="quiet">{words.none}</p>
  return (
    <ol className="desk-changes">
      {changes.map((change) => (
        <li key={change.id}>
          <OneChange change={change} publicId={publicId} version={version} language={language} work={work} />
        </li>
      ))}
    </ol>
  )
}

function OneChange({
  change,
  publicId,
  version,
  language,
  work,
}: {
  change: ListedChange
  publicId: string
  version: number
  language: string
  work?: ChangeWork | undefined
}) {
  const words = useWords().copydesk.changes
  const isSame = change.removed === change.added
  return (
    <>
      <p className="change-head small" id={`change-${change.id}`}>
        <b>{words.kinds[change.kind]}</b> ·{' '}
        {change.byName ? (
          <>
            <bdi>{words.by(change.byName)}</bdi>, <Instant at={change.at} style="both" />
          </>
        ) : (
          words.you
        )}
      </p>
      <dl className="was-is" lang={language}>
        <div>
          <dt className="only-heard">{words.was}</dt>
          <dd dir="auto">{change.removed ? <del>{change.removed}</del> : <span className="quiet">–</span>}</dd>
        </div>
        <div>
          <dt className="only-heard">{words.is}</dt>
          <dd dir="auto">{change.added ? <ins>{change.added}</ins> : <span className="quiet">–</span>}</dd>
        </div>
      </dl>
      {isSame ? <p className="quiet small">{words.formOnly}</p> : null}
      <form
        method="post"
        action={`/desk/stories/${publicId}/reasons`}
        className="reason-form"
        onSubmit={(event) => {
          if (!work) return
          event.preventDefault()
          work.giveReason(change, reasonIn(event))
        }}
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="change" value={change.key} />
        <label className="small" htmlFor={`reason-${change.id}`}>
          {words.reason}
        </label>
        <input
          id={`reason-${change.id}`}
          name="reason"
          maxLength={500}
          dir="auto"
          defaultValue={change.reason}
          aria-describedby={`change-${change.id}`}
          onBlur={(event) => {
            const { value } = event.currentTarget
            if (work && value.trim() !== change.reason) work.giveReason(change, value)
          }}
        />
        <button type="submit" className="button small" aria-describedby={`change-${change.id}`}>
          {words.keepReason}
        </button>
      </form>
      <form
        method="post"
        action={`/desk/stories/${publicId}/take-back`}
        onSubmit={(event) => {
          if (!work) return
          event.preventDefault()
          work.takeBack(change)
        }}
      >
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="change" value={change.key} />
        <button type="submit" className="link-button small" aria-describedby={`change-${change.id}`}>
          {words.takeBack}
        </button>
      </form>
    </>
  )
}

function reasonIn(event: FormEvent<HTMLFormElement>): string {
  const value = new FormData(event.currentTarget).get('reason')
  return typeof value === 'string' ? value : ''
}
