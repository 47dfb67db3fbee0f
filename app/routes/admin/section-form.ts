// A section as its form sends it: what is read from the fields, and what a form that comes back shows.
import { z } from 'zod'
import { checkKeys } from '#app/newsroom/desk/verification.ts'
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
    name,
    slug,
    description,
    position,
    answerWithinHours,
    approvals,
    fourEyes: values.fourEyes === 'on',
    silenceAgrees: values.silenceAgrees === 'on',
    checklist: (values.checklist ?? '').split('\n'),
  }
}
