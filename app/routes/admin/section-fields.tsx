// The fields of a section, for a new one and for one that is changed; and the shape in which they come back.
import { z } from 'zod'
import { checkKeys } from '#app/newsroom/desk/verification.ts'
import { TextArea, TextField, Tick } from '#app/ui/forms/field.tsx'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))

/** Fields → what is saved. Tick boxes that are not sent are off. */
export const sectionForm = perBook(({ house: { sections: words } }) =>
  z.strictObject({
    name: z.string(words.faults.name).trim().min(1, words.faults.name).max(60),
    slug: z
      .string(words.faults.slug)
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, words.faults.slug)
      .max(60),
    description: z.string().trim().max(500).default(''),
    position: wholeNumber(0, 10_000),
    answerWithinHours: wholeNumber(1, 720),
    approvals: wholeNumber(1, 5),
    fourEyes: z
      .literal('on')
      .optional()
      .transform((on) => on === 'on'),
    silenceAgrees: z
      .literal('on')
      .optional()
      .transform((on) => on === 'on'),
    checklist: z.array(z.enum(checkKeys)).max(checkKeys.length).default([]),
  }),
)

/** What the fields show: numbers as they were typed where they are none. */
export type SectionForm = {
  name: string
  slug: string
  description: string
  position: number | string
  answerWithinHours: number | string
  approvals: number | string
  fourEyes: boolean
  silenceAgrees: boolean
  checklist: readonly string[]
}

/** What was typed, for a form that comes back. */
export function typedSection(values: Record<string, string>): SectionForm {
  const { name = '', slug = '', description = '', position = '', answerWithinHours = '', approvals = '' } = values
  return {
    ...{ name, slug, description, position, answerWithinHours, approvals },
    fourEyes: values.fourEyes === 'on',
    silenceAgrees: values.silenceAgrees === 'on',
    checklist: (values.checklist ?? '').split('\n'),
  }
}

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
