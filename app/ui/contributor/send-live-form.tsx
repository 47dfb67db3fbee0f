// The form with which a reporter sends an entry to live coverage.
import type { SentInput } from '#app/newsroom/topics/live.ts'
import { Choice, TextArea, TextField } from '#app/ui/forms/field.tsx'
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
      <TextField
        name="title"
        label={fields.title}
        hint={fields.titleHint}
        maxLength={120}
        dir="auto"
        defaultValue={values.title}
        faults={faults}
      />
      <TextArea
        name="text"
        label={fields.text}
        hint={fields.textHint}
        rows={5}
        maxLength={2000}
        dir="auto"
        defaultValue={values.text}
        faults={faults}
      />
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
        maxLength={60}
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
