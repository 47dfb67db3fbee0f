// The later editions of a story that readers have, and the way to keep from them the words that one of these took out.
import type { EditionKind } from '#app/newsroom/desk/edition-kinds.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

type Printed = {
  number: number
  kind: EditionKind
  note: string
  at: string
  hidden: { byName: string; reason: string; at: string } | null
}

/** Nothing at all while there is only the first edition. */
export function PrintedEditions({
  story,
  printed,
  mayHide,
}: {
  story: { publicId: string; slug: string }
  printed: readonly Printed[]
  mayHide: boolean
}) {
  const { changes, next } = useWords().after
  if (printed.length === 0) return null
  return (
    <section className="part" aria-labelledby="printed">
      <h2 id="printed">{next.hide.printed}</h2>
      <p className="quiet">
        {next.hide.lead} <a href={`/stories/${story.slug}/changes`}>{changes.short}</a>
      </p>
      <ul className="kept-list">
        {printed.map(({ number, kind, note, at, hidden }) => (
          <li key={number}>
            <div>
              <p>
                <b>
                  {changes.edition(number)} · {changes.kind[kind]}
                </b>{' '}
                <span className="quiet small">
                  <Instant at={at} style="both" />
                </span>
              </p>
              {note ? <p dir="auto">{note}</p> : null}
              {hidden ? (
                <p className="small">
                  {next.hide.hiddenBy(hidden.byName)}, <Instant at={hidden.at} style="both" />:{' '}
                  <span dir="auto">{hidden.reason}</span>
                </p>
              ) : mayHide ? (
                <HideForm story={story.publicId} number={number} />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function HideForm({ story, number }: { story: string; number: number }) {
  const { hide } = useWords().after.next
  return (
    <details>
      <summary>{hide.label}</summary>
      <form method="post" action={`/desk/stories/${story}/next`} className="form">
        <input type="hidden" name="number" value={number} />
        <TextArea
          name="hideReason"
          scope={`printed-${number}`}
          label={hide.why}
          hint={hide.whyHint}
          rows={2}
          maxLength={1000}
          required
        />
        <div className="buttons">
          <button type="submit" name="act" value="hide" className="button danger">
            {hide.now}
          </button>
        </div>
      </form>
    </details>
  )
}
