// The form of one reason: which list it stands in, and its sentence in each language of the house.
import { type DeskReason, reasonOutcomes } from '#app/newsroom/desk/reasons.ts'
import { TextField } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { languages } from '#app/words/languages.ts'

/** What came back with faults, with what was typed. */
export type ReasonRefused = { faults: Fault[]; values: Record<string, string> }

/** `reason` null: a new one. */
export function ReasonForm({
  reason,
  refused,
  outletLanguage,
}: {
  reason: DeskReason | null
  refused?: ReasonRefused
  outletLanguage: string
}) {
  const { lists, workflow } = useWords()
  const words = lists.reasons
  const values = refused?.values ?? {}
  const book: Record<string, string> = workflow.reasons
  return (
    <section className="part" aria-labelledby="reason-form">
      <h2 id="reason-form">{reason ? words.changeTitle : words.add}</h2>
      {reason?.first ? <p className="hint">{words.bookHint(book[reason.key] ?? '')}</p> : null}
      <p className="hint">{words.sentenceHint}</p>
      <form method="post" action="/admin/reasons" className="form" noValidate>
        <input type="hidden" name="key" value={reason?.key ?? ''} />
        {reason ? (
          <input type="hidden" name="outcome" value={reason.outcome} />
        ) : (
          <fieldset className="field">
            <legend className="label">{words.outcome}</legend>
            {reasonOutcomes.map((outcome) => (
              <div className="pick" key={outcome}>
                <label>
                  <input
                    type="radio"
                    name="outcome"
                    value={outcome}
                    defaultChecked={(values.outcome ?? 'not-ready') === outcome}
                  />
                  <span>{words.outcomes[outcome]}</span>
                </label>
              </div>
            ))}
          </fieldset>
        )}
        {[...languages]
          .sort((a, b) => Number(b.code === outletLanguage) - Number(a.code === outletLanguage))
          .map(({ code, name }) => (
            <TextField
              key={code}
              name={code}
              label={words.sentence(name)}
              lang={code}
              dir="auto"
              maxLength={300}
              faults={refused?.faults}
              defaultValue={values[code] ?? reason?.sentences[code] ?? ''}
            />
          ))}
        <div className="buttons">
          <button type="submit" name="act" value="save" className="button primary">
            {words.save}
          </button>
          {reason ? <a href="/admin/reasons">{words.back}</a> : null}
        </div>
      </form>
    </section>
  )
}
