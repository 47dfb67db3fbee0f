// Arabic: numbers as they are written in sentences, and the noun beside a number, which takes six forms.

/** Digits as in European languages, which most Arabic newsrooms print; story numbers and times have them too. */
const written = new Intl.NumberFormat('ar-u-nu-latn')

/** 10000 is "10,000". */
export function number(value: number): string {
  return written.format(value)
}

/** `other` is for whole hundreds, where it is written differently from `many`. */
type Forms = { zero: string; one: string; two: string; few: string; many: string; other?: string }

const rules = new Intl.PluralRules('ar')

/** The form that `count` asks for: none, one, two, 3–10, 11–99, whole hundreds. */
export function counted(count: number, forms: Forms): string {
  return forms[rules.select(count)] ?? forms.many
}
