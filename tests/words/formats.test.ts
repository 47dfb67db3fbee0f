// Numbers, plurals, lists, spans, dates and ages in each of our languages.
import { expect, test } from 'vitest'
import { formatAge, formatInstant, formatsIn } from '#app/words/formats.ts'

const at = new Date('2026-11-24T16:05:00Z')
const zone = 'Europe/Sofia'
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '')

test('an instant is written as its language writes it, on the outlet’s clocks', () => {
  const said = (style: Parameters<typeof formatInstant>[1], language: string) =>
    plain(formatInstant(at, style, zone, language))
  expect(said('date', 'en')).toBe('24 November 2026')
  expect(said('both', 'en')).toBe('24 Nov 2026, 18:05')
  expect(said('brief', 'en')).toBe('24 Nov, 18:05')
  expect(said('zoned', 'en')).toBe('24 Nov 2026, 18:05 EET')
  expect(said('zoned', 'bg')).toMatch(/^24\.11\.2026.*18:05.*\+2$/)
  expect(said('time', 'en')).toBe('18:05')
  expect(said('date', 'bg')).toBe('24 ноември 2026 г.')
  expect(said('both', 'bg')).toBe('24.11.2026 г., 18:05')
  expect(said('time', 'bg')).toBe('18:05')
  expect(said('date', 'ar')).toBe('24 نوفمبر 2026')
  expect(said('time', 'ar')).toBe('18:05')
})

test('an age is told in the largest unit that fits', () => {
  const ago = (seconds: number, language: string) =>
    plain(formatAge(new Date(at.getTime() - seconds * 1000), at, language))
  expect(ago(20, 'en')).toBe('now')
  expect(ago(3 * 3600, 'en')).toBe('3 hours ago')
  expect(ago(-2 * 86_400, 'en')).toBe('in 2 days')
  expect(ago(3 * 3600, 'bg')).toBe('преди 3 часа')
  expect(ago(60, 'bg')).toBe('преди 1 минута')
  expect(ago(86_400, 'bg')).toBe('вчера')
  expect(ago(400 * 86_400, 'bg')).toBe('миналата година')
  expect(ago(3 * 3600, 'ar')).toBe('قبل 3 ساعات')
  expect(ago(2 * 3600, 'ar')).toBe('قبل ساعتين')
})

test('numbers, shares, sizes and spans have the marks and the units of their language', () => {
  const [en, bg, ar] = ['en', 'bg', 'ar'].map(formatsIn)
  expect(en?.number(10_000)).toBe('10,000')
  expect(plain(bg?.number(10_000) ?? '')).toBe('10 000')
  expect(ar?.number(10_000)).toBe('10,000')
  expect(en?.percent(0.25)).toBe('25%')
  expect(plain(bg?.percent(0.25) ?? '')).toMatch(/^25 ?%$/)
  expect([0, 999, 1000, 999_499, 999_500, 1_500_000, 15_000_000, 2e9].map((size) => en?.bytes(size))).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '999 kB',
    '1 MB',
    '1.5 MB',
    '15 MB',
    '2 GB',
  ])
  expect(plain(bg?.bytes(1_500_000) ?? '')).toBe('1,5 MB')
  expect([1, 2, 21].map((hours) => en?.span(hours, 'hour'))).toEqual(['1 hour', '2 hours', '21 hours'])
  expect([1, 2, 21].map((hours) => plain(bg?.span(hours, 'hour') ?? ''))).toEqual(['1 час', '2 часа', '21 часа'])
  expect([1, 2, 3, 11].map((days) => plain(ar?.span(days, 'day') ?? ''))).toEqual(['يوم', 'يومان', '3 أيام', '11 يومًا'])
})

test('lists are joined as the language joins them', () => {
  expect(formatsIn('en').list(['a', 'b', 'c'])).toBe('a, b and c')
  expect(formatsIn('bg').list(['а', 'б', 'в'])).toBe('а, б и в')
  expect(formatsIn('ar').list(['أ', 'ب'])).toBe('أ وب')
  expect(formatsIn('en').list([])).toBe('')
})

test('the form of a plural follows the rules of its language, and a form that is not given is the last one', () => {
  const all = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' }
  const rules = (language: string, ...values: number[]) => values.map((value) => formatsIn(language).plural(value, all))
  expect(rules('en', 0, 1, 2, 21)).toEqual(['other', 'one', 'other', 'other'])
  expect(rules('bg', 0, 1, 2, 11, 21)).toEqual(['other', 'one', 'other', 'other', 'other'])
  expect(rules('ar', 0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)).toEqual([
    'zero',
    'one',
    'two',
    'few',
    'few',
    'many',
    'many',
    'other',
    'other',
    'few',
    'many',
  ])
  expect(formatsIn('ar').plural(2, { one: 'one', other: 'other' })).toBe('other')
})
