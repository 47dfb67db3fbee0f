// The panel "Before you send it": what is still needed, what is worth a look, each a link to its place.
import type { FaultField, ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

type Ways = {
  /** Called instead of following the link when the fault's place is inside the editor. */
  onPlace?: (fault: ReadinessFault) => void
  /** Gives a link the address that would be right. */
  onMend?: (fault: ReadinessFault) => void
}

export function BeforeSending({ faults, ...ways }: { faults: readonly ReadinessFault[] } & Ways) {
  const words = useWords().contributor.writing
  const needed = faults.filter((fault) => fault.weight === 'error')
  const advice = faults.filter((fault) => fault.weight === 'warning')
  return (
    <section id="before-sending-panel" className="before-sending" aria-labelledby="before-sending" tabIndex={-1}>
      <h2 id="before-sending">{words.before}</h2>
      <div aria-live="polite">
        {needed.length === 0 ? <p className="ready">{words.readyToSend}</p> : null}
        {faults.length > 0 ? <p className="counted">{words.counted(needed.length, advice.length)}</p> : null}
      </div>
      {needed.length > 0 ? <FaultList title={words.mustBe} faults={needed} kind="needed" {...ways} /> : null}
      {advice.length > 0 ? <FaultList title={words.advice} faults={advice} kind="advice" {...ways} /> : null}
    </section>
  )
}

function FaultList({
  title,
  faults,
  kind,
  onPlace,
  onMend,
}: { title: string; faults: readonly ReadinessFault[]; kind: 'needed' | 'advice' } & Ways) {
  const { workflow, contributor } = useWords()
  return (
    <>
      <h3>{title}</h3>
      <ul className={kind}>
        {faults.map((fault) => (
          <li key={keyOf(fault)}>
            <a
              href={placeOf(fault.field)}
              onClick={(event) => {
                if ((!fault.pictureId && !fault.at) || !onPlace) return
                event.preventDefault()
                onPlace(fault)
              }}
            >
              {workflow.faults[fault.code]}
              {fault.words ? (
                <>
                  {' '}
                  <q dir="auto">{fault.words}</q>
                </>
              ) : null}
            </a>
            {fault.mend !== undefined && onMend ? (
              <button type="button" className="button small" onClick={() => onMend(fault)}>
                {contributor.writing.takeItOut}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function keyOf({ code, pictureId, at }: ReadinessFault): string {
  return [code, pictureId, at?.block, at?.from].join(' ')
}

function placeOf(field: FaultField): string {
  return field === 'email' ? '/account' : `#${fieldId(field)}`
}
