// The fields of a section, for a new one and for one that is changed.
import { checkKeys } from '#app/newsroom/desk/verification.ts'
import { TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import type { SectionForm } from './section-form.ts'

export function SectionFields({
  section,
  faults,
  fixed = false,
}: {
  section: SectionForm
  faults: readonly Fault[]
  /** Stories have appeared at its address, so that it stays. */
  fixed?: boolean
}) {
  const words = useWords().house.sections
  return (
    <>
      <TextField name="name" label={words.name} required maxLength={60} defaultValue={section.name} faults={faults} />
      <TextField
        name="slug"
        label={words.slug}
        hint={words.slugHint}
        required
        maxLength={60}
        dir="ltr"
        readOnly={fixed}
        defaultValue={section.slug}
        faults={faults}
      />
      <TextArea
        name="description"
        label={words.description}
        rows={2}
        maxLength={500}
        defaultValue={section.description}
        faults={faults}
      />
      <TextField
        name="position"
        label={words.position}
        inputMode="numeric"
        defaultValue={section.position}
        faults={faults}
      />
      <TextField
        name="answerWithinHours"
        label={words.clock}
        hint={words.clockHint}
        inputMode="numeric"
        defaultValue={section.answerWithinHours}
        faults={faults}
      />
      <TextField
        name="approvals"
        label={words.approvals}
        hint={words.approvalsHint}
        inputMode="numeric"
        defaultValue={section.approvals}
        faults={faults}
      />
      <Tick name="fourEyes" label={words.fourEyes} defaultChecked={section.fourEyes} faults={faults} />
      <Tick name="silenceAgrees" label={words.silenceAgrees} defaultChecked={section.silenceAgrees} faults={faults} />
      <fieldset className="field">
        <legend>{words.checklist}</legend>
        {checkKeys.map((key) => (
          <div className="pick" key={key}>
            <label>
              <input type="checkbox" name="checklist" value={key} defaultChecked={section.checklist.includes(key)} />
              <span>{words.checks[key]}</span>
            </label>
          </div>
        ))}
      </fieldset>
    </>
  )
}
