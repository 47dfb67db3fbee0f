// Which way a story runs.
import { expect, test } from 'vitest'
import { directionOf } from '#app/newsroom/story/direction.ts'

test('an empty story runs as its language does', () => {
  expect(['en', 'bg', '', 'xx', 'arn'].map((language) => directionOf(language))).toEqual(Array(5).fill('ltr'))
  expect(['ar', 'AR-eg', 'he', 'fa', 'ur'].map((language) => directionOf(language))).toEqual(Array(5).fill('rtl'))
  expect(directionOf('ar', '24 … (7) – 112')).toBe('rtl')
})

test('its letters say more than the language it was begun in', () => {
  expect(directionOf('en', 'بحّارة من الإسكندرية')).toBe('rtl')
  expect(directionOf('ar', 'Доброволците край Марица')).toBe('ltr')
})

test('a foreign name at its start does not turn a story round', () => {
  expect(directionOf('ar', 'NATO يبدأ مناورات في البحر الأسود')).toBe('rtl')
  expect(directionOf('en', 'الجزيرة is a name that this English sentence begins with')).toBe('ltr')
})

test('only the start is looked at, however long a story is', () => {
  expect(directionOf('en', 'كلمة '.repeat(200) + 'word '.repeat(100_000))).toBe('rtl')
})
