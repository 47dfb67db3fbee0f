// Arabic: a noun beside its number, which takes six forms.

/** `many` is also what hundreds take ("other") unless they are given their own form. */
type Forms = { zero: string; one: string; two: string; few: string; many: string; other?: string }

const rules = new Intl.PluralRules('ar')

/** The form that `count` asks for: none, one, two, 3–10, 11–99, and whole hundreds. */
export function counted(count: number, forms: Forms): string {
  return forms[rules.select(count)] ?? forms.many
}
