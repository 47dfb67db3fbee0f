// The languages that the house speaks, by their own names, and which of them a stranger would rather read.

/** Every language with a book of words, in the order in which they are offered. */
export const languages = [
  { code: 'en', name: 'English' },
  { code: 'bg', name: 'Български' },
  { code: 'ar', name: 'العربية' },
] as const

export type Language = (typeof languages)[number]['code']

/** Is there a book of words in this language? */
export function isLanguage(code: string): code is Language {
  return languages.some((language) => language.code === code)
}

/** The best of our languages for an `Accept-Language` header (RFC 9110, 12.5.4); null when it names none of them. */
export function bestLanguage(accepted: string | null): Language | null {
  let best: Language | null = null
  let bestQuality = 0
  // A header is a stranger's text: what stands far behind is not looked at.
  for (const part of (accepted ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.trim().split(/\s*;\s*/)
    const code = range.split('-')[0]?.toLowerCase() ?? ''
    const quality = qualityOf(parameters)
    if (isLanguage(code) && quality > bestQuality) [best, bestQuality] = [code, quality]
  }
  return best
}

/** Does this language run from right to left? */
export function isRightToLeft(code: string): boolean {
  return ['ar', 'fa', 'he', 'ur'].includes(code.split('-')[0] ?? '')
}

function qualityOf(parameters: string[]): number {
  const given = parameters.find((parameter) => parameter.startsWith('q='))
  if (!given) return 1
  const quality = Number(given.slice(2))
  return quality >= 0 && quality <= 1 ? quality : 0
}
