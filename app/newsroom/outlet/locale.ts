// Which of a language's ways of writing dates and numbers the house uses.

/** The tag for `Intl`: day before month in English, and the digits of the keyboard in Arabic, as in all our sentences. */
export function localeOf(language: string): string {
  if (language === 'en') return 'en-GB'
  return language === 'ar' ? 'ar-u-nu-latn' : language
}
