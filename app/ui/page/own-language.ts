// The language and direction of words that may be in another language than the page around them.
import { type Direction, directionOf } from '#app/newsroom/story/direction.ts'

/**
 * The attributes of an element that holds `text` of a story in `language`, on a page in `pageLanguage`: only what
 * differs from the page is said. The text counts for the direction, as a story may be begun in the wrong language.
 */
export function ownLanguage(
  pageLanguage: string,
  language: string,
  text: string,
): { lang: string | undefined; dir: Direction | undefined } {
  const dir = directionOf(language, text)
  return {
    lang: language === pageLanguage ? undefined : language,
    dir: dir === directionOf(pageLanguage) ? undefined : dir,
  }
}
