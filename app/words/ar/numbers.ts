// Arabic: numbers as they are written in sentences, and the noun beside a number, which takes six forms.
import { formatsIn } from '../formats.ts'

export const { number, list, bytes, percent } = formatsIn('ar')
const { plural } = formatsIn('ar')

/** None, one, two, 3–10, 11–99; `other` is for whole hundreds, where their noun is written differently. */
type Forms = { zero: string; one: string; two: string; few: string; many: string; other?: string }

/** The form that goes with `count`. */
export function counted(count: number, forms: Forms): string {
  return plural(count, { ...forms, other: forms.other ?? forms.many })
}
