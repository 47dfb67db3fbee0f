// The words that printing adds to a story by itself, in the story's own language: they are part of what is published.
import { localeOf } from '#app/newsroom/outlet/locale.ts'

export type RenderWords = {
  cannotBeShown: string
  ed: string
  sic: string
  translation: string
  correction: string
  clarification: string
  update: string
  readMore: string
  seeOn: (service: string) => string
  playHere: (service: string) => string
  showGraphic: string
  graphicLeftOut: string
}

/** The label of a "Read more" card that nobody gave another: it stands for these words in every language. */
export const usualLabel = 'Read more'

const en: RenderWords = {
  cannotBeShown: 'This block cannot be shown.',
  ed: 'ed.',
  sic: 'sic',
  translation: 'translation',
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
  readMore: usualLabel,
  seeOn: (service) => `See it on ${service}`,
  playHere: (service) => `Play it here: ${service} then learns that you watch it`,
  showGraphic: 'Graphic picture – show',
  graphicLeftOut: 'A graphic picture is shown in the story on our site.',
}

// б.р.: note of the editors, б.пр.: note of the translator.
const bg: RenderWords = {
  cannotBeShown: 'Този блок не може да се покаже.',
  ed: 'б.р.',
  sic: 'sic',
  translation: 'б.пр.',
  correction: 'Поправка',
  clarification: 'Уточнение',
  update: 'Допълнение',
  readMore: 'Прочетете още',
  seeOn: (service) => `Вижте го в ${service}`,
  playHere: (service) => `Пуснете го тук: ${service} ще узнае, че го гледате`,
  showGraphic: 'Тежка снимка – покажи',
  graphicLeftOut: 'В материала на нашия сайт има тежка снимка.',
}

const ar: RenderWords = {
  cannotBeShown: 'لا يمكن عرض هذا الجزء.',
  ed: 'المحرر',
  sic: 'كذا في الأصل',
  translation: 'المترجم',
  correction: 'تصحيح',
  clarification: 'توضيح',
  update: 'تحديث',
  readMore: 'اقرأ المزيد',
  seeOn: (service) => `شاهده على ${service}`,
  playHere: (service) => `شغّله هنا: عندئذ يعلم ${service} أنك تشاهده`,
  showGraphic: 'صورة قاسية – اعرضها',
  graphicLeftOut: 'في القصة على موقعنا صورة قاسية.',
}

const books: Readonly<Record<string, RenderWords>> = { en, bg, ar }

/** The words for a story in this language; English for a language that the house does not print in itself. */
export function renderWordsFor(language: string): RenderWords {
  return (Object.hasOwn(books, language) ? books[language] : undefined) ?? en
}

const days = new Map<string, Intl.DateTimeFormat>()

/** The day (in UTC) of an instant in milliseconds, as the language of a story writes it. */
export function renderDay(instant: number, language: string): string {
  const house = Object.hasOwn(books, language) ? language : 'en'
  const written = days.get(house) ?? new Intl.DateTimeFormat(localeOf(house), { dateStyle: 'long', timeZone: 'UTC' })
  days.set(house, written)
  return written.format(instant)
}
