// Which of our languages a browser's wish list means.
import { expect, test } from 'vitest'
import { bestLanguage, isLanguage, isRightToLeft, languages } from '#app/words/languages.ts'

test('the language that a browser likes best and that we have is taken', () => {
  expect(bestLanguage('en')).toBe('en')
  expect(bestLanguage('de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7')).toBe('en')
  for (const { code } of languages) {
    expect(bestLanguage(`${code}-ZZ, en;q=0.2`)).toBe(code)
    expect(bestLanguage(`de, en;q=0.3, ${code};q=0.9`)).toBe(code)
    expect(bestLanguage(code.toUpperCase())).toBe(code)
  }
})

test('a header that names none of ours, refuses it or is nonsense names none', () => {
  for (const header of [null, '', '*', 'de', 'en;q=0', 'en;q=x', 'en;q=2', ';;,,', 'xx;q=1;q=2', 'a'.repeat(10_000)])
    expect(bestLanguage(header)).toBeNull()
  expect(bestLanguage(`${'x,'.repeat(400)}en`)).toBeNull()
})

test('codes are ours or not, and Arabic runs from the right', () => {
  expect(isLanguage('en')).toBe(true)
  expect(['EN', 'en-GB', 'constructor', ''].some(isLanguage)).toBe(false)
  expect([isRightToLeft('ar'), isRightToLeft('ar-EG'), isRightToLeft('bg')]).toEqual([true, true, false])
})
