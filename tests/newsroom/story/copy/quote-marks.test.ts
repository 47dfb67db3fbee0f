// Straight quotation marks become those that the story's language prints.
import { expect, test } from 'vitest'
import { quoteMark } from '#app/newsroom/story/copy/quote-marks.ts'

/** A whole text as it comes out when it is typed letter by letter. */
function typed(text: string, language: string): string {
  let out = ''
  for (const letter of text) out += letter === '"' || letter === "'" ? quoteMark(letter, out, language) : letter
  return out
}

test('English, and every language without marks of its own', () => {
  for (const language of ['en', 'en-GB', 'tlh', ''])
    expect(typed('He said: "It\'s \'here\'," and ("there").', language)).toBe('He said: “It’s ‘here’,” and (“there”).')
})

test('Bulgarian and German begin low, Russian and Arabic with angles, French with spaces', () => {
  expect(typed('Каза: "Отворен е".', 'bg')).toBe('Каза: „Отворен е“.')
  expect(typed('Er sagte "ja".', 'de-AT')).toBe('Er sagte „ja“.')
  expect(typed('Он сказал "да".', 'ru')).toBe('Он сказал «да».')
  expect(typed('قال "نعم".', 'ar')).toBe('قال «نعم».')
  expect(typed('Il dit "oui".', 'FR')).toBe('Il dit «\u00A0oui\u00A0».')
})

test('an apostrophe in a word stays one in any language', () => {
  for (const language of ['en', 'fr', 'bg', 'uk', 'de']) expect(typed("l'eau", language)).toBe('l’eau')
})

test('a mark after a dash, a bracket or another opening mark opens', () => {
  expect(typed('– "a" ("b") "\'c\' d"', 'en')).toBe('– “a” (“b”) “‘c’ d”')
})
