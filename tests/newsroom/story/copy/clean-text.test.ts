// The character door.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from '#app/newsroom/story/copy/clean-text.ts'

test('control characters go, tab and line end stay, and every line end is one', () => {
  expect(cleanText('a\u0000b\u0007c\u001Fd\u007Fe\u0085f')).toBe('abcdef')
  expect(cleanText('one\ttwo\nthree\r\nfour\rfive')).toBe('one\ttwo\nthree\nfour\nfive')
})

test('lone surrogates go, pairs stay', () => {
  expect(cleanText('a\uD800b\uDC00c')).toBe('abc')
  expect(cleanText('A medal \u{1F396} for 1')).toBe('A medal \u{1F396} for 1')
})

test('direction overrides go, the marks that Hebrew and Arabic need stay', () => {
  expect(cleanText('a\u202Eb\u2066c\u2069d')).toBe('abcd')
  expect(cleanText('ש\u200Fל\u200E')).toBe('ש\u200Fל\u200E')
})

test('what XML 1.0 forbids goes', () => {
  expect(cleanText('a\uFFFEb\uFFFFc\uFEFFd')).toBe('abcd')
})

test('text is composed: one letter and not a letter with a mark beside it', () => {
  expect(cleanText('Constant\u0326a')).toBe('Constan\u021Ba')
  expect(cleanText('е\u0438\u0306')).toBe('е\u0439')
})

test('a line has no line ends and no space to spare', () => {
  expect(cleanLine('  A   headline\nover two\tlines ')).toBe('A headline over two lines')
  expect(cleanLine('a \u0000 b')).toBe('a b')
})

test('cleaning is done after one time, and leaves only what XML may hold', { timeout: 60_000 }, () => {
  const illegal = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/u
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      expect(cleanText(clean)).toBe(clean)
      expect(illegal.test(clean)).toBe(false)
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text))
    }),
    { numRuns: 3000 },
  )
})
