// The reasons that an editor can choose, in their order, each with the buttons that change the list.
import type { DeskReason, ReasonOutcome } from '#app/newsroom/desk/reasons.ts'
import { useReasons } from '#app/ui/page/reasons.ts'
import { useWords } from '#app/ui/page/words-context.ts'

export function ReasonList({ outcome, reasons }: { outcome: ReasonOutcome; reasons: readonly DeskReason[] }) {
  const words = useWords().lists.reasons
  return (
    <section className="part" aria-labelledby={`reasons-${outcome}`}>
      <h2 id={`reasons-${outcome}`}>{words.outcomes[outcome]}</h2>
      <ol className="kept-list">
        {reasons.map((reason, at) => (
          <Row key={reason.key} reason={reason} first={at === 0} last={at === reasons.length - 1} />
        ))}
      </ol>
    </section>
  )
}

/** Those that were taken out of the lists. */
export function RetiredReasons({ reasons }: { reasons: readonly DeskReason[] }) {
  const words = useWords().lists.reasons
  return (
    <section className="part" aria-labelledby="reasons-retired">
      <h2 id="reasons-retired">{words.retired}</h2>
      {reasons.length === 0 ? (
        <p className="quiet">{words.noneRetired}</p>
      ) : (
        <>
          <p className="hint">{words.retiredHint}</p>
          <ul className="kept-list">
            {reasons.map((reason) => (
              <li key={reason.key}>
                <Sentence reason={reason} />
                <div className="buttons">
                  <Act act="bring-back" reason={reason} label={words.bringBack} />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Row({ reason, first, last }: { reason: DeskReason; first: boolean; last: boolean }) {
  const words = useWords().lists.reasons
  const { say } = useReasons()
  return (
    <li>
      <Sentence reason={reason} />
      <div className="buttons">
        {first ? null : <Act act="up" reason={reason} label={words.up} />}
        {last ? null : <Act act="down" reason={reason} label={words.down} />}
        <a className="button small" href={`/admin/reasons?change=${reason.key}`}>
          {words.change}
          <span className="only-heard">{words.about(say(reason.key))}</span>
        </a>
        <Act act="retire" reason={reason} label={words.retire} />
      </div>
    </li>
  )
}

function Sentence({ reason }: { reason: DeskReason }) {
  const { own } = useWords().lists.reasons
  const { say } = useReasons()
  return (
    <p>
      <span dir="auto">{say(reason.key)}</span>
      {reason.first && Object.keys(reason.sentences).length > 0 ? <span className="quiet small"> · {own}</span> : null}
    </p>
  )
}

function Act({ act, reason, label }: { act: string; reason: DeskReason; label: string }) {
  const { about } = useWords().lists.reasons
  const { say } = useReasons()
  return (
    <form method="post" action="/admin/reasons">
      <input type="hidden" name="key" value={reason.key} />
      <button type="submit" name="act" value={act} className="button small">
        {label}
        <span className="only-heard">{about(say(reason.key))}</span>
      </button>
    </form>
  )
}
