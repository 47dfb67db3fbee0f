// The languages a story may be written in: which there are to choose from, in which order, and what they are called.

/** ISO 639-1 codes: the languages of the region first in mind, then those that reach an outlet's desk now and then. */
export const storyLanguages: readonly string[] =
  'en bg ro sr mk sq el tr hr bs sl hu uk ru de fr it es pt pl cs sk nl da sv nb fi et lv lt he ar fa ku hy ka az kk hi zh ja ko vi id'.split(
    ' ',
  )

export type LanguageChoice = { code: string; name: string }

/**
 * The choices of a writing page: `first` in their order (the outlet's own, and the story's), then all others by name.
 * Names are in the language `named`, e.g. “Bulgarian” or „български“.
 */
export function languageChoices(first: readonly string[], named: string): LanguageChoice[] {
  const names = new Intl.DisplayNames([named, 'en'], { type: 'language' })
  const choice = (code: string): LanguageChoice => ({ code, name: capitalised(names.of(code) ?? code, named) })
  const head = [...new Set(first.map(plainCode))].filter(isCode)
  const rest = storyLanguages.filter((code) => !head.includes(code)).map(choice)
  return [...head.map(choice), ...rest.sort((a, b) => a.name.localeCompare(b.name, named))]
}

/** The language of a tag without its script and region: “en” of “en-GB”. */
export function plainCode(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase()
}

function isCode(code: string): boolean {
  return /^[a-z]{2,3}$/.test(code)
}

function capitalised(name: string, language: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
