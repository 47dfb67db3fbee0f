// The panel "Before you send it": what is still needed, what is worth a look, each a link to its place.
import type { FaultField, ReadinessFault } from '#app/newsroom/story/readiness.ts'
import { fieldId } from '../forms/problems.tsx'
import { useWords } from '../page/words-context.ts'

/** `onPhoto` is called instead of following the link when a fault belongs to a photo inside the editor. */
export function BeforeSending({
  faults,
  onPhoto,
}: {
  faults: readonly ReadinessFault[]
  onPhoto?: (pictureId: string) => void
}) {
  const words = useWords().contributor.writing
  const needed = faults.filter((fault) => fault.weight === 'error')
  const advice = faults.filter((fault) => fault.weight === 'warning')
  return (
    <section id="before-sending-panel" className="before-sending" aria-labelledby="before-sending" tabIndex={-1}>
      <h2 id="before-sending">{words.before}</h2>
      {needed.length === 0 ? <p className="ready">{words.readyToSend}</p> : null}
      {needed.length > 0 ? <FaultList title={words.mustBe} faults={needed} kind="needed" onPhoto={onPhoto} /> : null}
      {advice.length > 0 ? <FaultList title={words.advice} faults={advice} kind="advice" onPhoto={onPhoto} /> : null}
    </section>
  )
}

function FaultList({
  title,
  faults,
  kind,
  onPhoto,
}: {
  title: string
  faults: readonly ReadinessFault[]
  kind: 'needed' | 'advice'
  onPhoto?: (pictureId: string) => void
}) {
  const sentences = useWords().workflow.faults
  return (
    <>
      <h3>{title}</h3>
      <ul className={kind}>
        {faults.map((fault) => (
          <li key={fault.code + (fault.pictureId ?? '')}>
            <a
              href={placeOf(fault.field)}
              onClick={(event) => {
                if (!fault.pictureId || !onPhoto) return
                event.preventDefault()
                onPhoto(fault.pictureId)
              }}
            >
              {sentences[fault.code]}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

function placeOf(field: FaultField): string {
  return field === 'email' ? '/account' : `#${fieldId(field)}`
}
