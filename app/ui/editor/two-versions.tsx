// The choice between what is written here and what was saved elsewhere; neither text goes away unasked.
import { useEffect, useRef } from 'react'
import { useWords } from '../page/words-context.ts'

/** `others`: what differs beside the text, in words. */
export type Version = {
  headline: string
  standfirst: string
  text: string
  others?: { label: string; value: string }[]
}

/** Both texts side by side. It can't be closed without a choice, because saving waits for one. */
export function TwoVersions({
  mine,
  theirs,
  onMine,
  onTheirs,
}: {
  mine: Version
  theirs: Version
  onMine: () => void
  onTheirs: () => void
}) {
  const words = useWords().contributor.conflict
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="dialog two-versions"
      aria-labelledby="two-versions"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="two-versions">{words.title}</h2>
      <p className="lead">{words.lead}</p>
      <div className="versions">
        <OneVersion name={words.mine} version={mine} button={words.keepMine} onChoose={onMine} />
        <OneVersion name={words.theirs} version={theirs} button={words.keepTheirs} onChoose={onTheirs} />
      </div>
    </dialog>
  )
}

/** The text that was not chosen, kept in view until its writer has what they need of it. */
export function LeftOver({ version, onClose }: { version: Version; onClose: () => void }) {
  const words = useWords().contributor.conflict
  const others = (version.others ?? []).map(({ label, value }) => `${label}: ${value}`)
  const whole = [version.headline, version.standfirst, version.text, ...others]
    .filter((part) => part !== '')
    .join('\n\n')
  return (
    <section className="left-over" aria-labelledby="left-over">
      <h2 id="left-over">{words.leftOver}</h2>
      <textarea readOnly rows={10} value={whole} aria-labelledby="left-over" />
      <div className="buttons">
        <button type="button" className="button small" onClick={() => void navigator.clipboard?.writeText(whole)}>
          {words.copy}
        </button>
        <button type="button" className="button small" onClick={onClose}>
          {words.close}
        </button>
      </div>
    </section>
  )
}

function OneVersion({
  name,
  version,
  button,
  onChoose,
}: {
  name: string
  version: Version
  button: string
  onChoose: () => void
}) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reachable by keyboard */}
      <div className="version-text" tabIndex={0}>
        <p className="version-headline">{version.headline}</p>
        {version.standfirst ? <p>{version.standfirst}</p> : null}
        <pre>{version.text}</pre>
        {version.others?.length ? (
          <dl>
            {version.others.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
      </div>
      <button type="button" className="button" onClick={onChoose}>
        {button}
      </button>
    </section>
  )
}
