// The form with which a reporter sends an entry to live coverage.
import { liveLimits, type SentInput } from '#app/newsroom/topics/live.ts'
import { Choice, TextField } from '#app/ui/forms/field.tsx'
import { LiveWordFields } from '#app/ui/forms/live-word-fields.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'

/** `slug` is the topic's; `values` what was typed, when it came back. */
export function SendLiveForm({
  slug,
  faults,
  values,
}: {
  slug: string
  faults: readonly Fault[]
  values: Partial<Record<keyof SentInput, string>>
}) {
  const { fields, send } = useWords().live.mine
  return (
    <form method="post" action={`/my/live/${slug}`} className="form wide" noValidate>
      <LiveWordFields words={fields} values={values} faults={faults} />
      <Choice
        name="byline"
        label={fields.byline}
        defaultValue={values.byline ?? 'name'}
        faults={faults}
        options={(['name', 'pen', 'withheld'] as const).map((value) => ({ value, label: fields.bylines[value] }))}
      />
      <TextField
        name="penName"
        label={fields.penName}
        maxLength={liveLimits.penName}
        dir="auto"
        autoComplete="off"
        defaultValue={values.penName}
        faults={faults}
      />
      <div className="buttons">
        <button type="submit" className="button primary">
          {send}
        </button>
      </div>
    </form>
  )
}
