// Addresses in running text: what is one, where it ends, and what is none.
import { expect, test } from 'vitest'
import { bareAddresses, wholeAddress, withScheme } from '#app/newsroom/story/copy/bare-addresses.ts'

const hrefs = (text: string) => bareAddresses(text).map(({ href }) => href)

test('web and mail addresses are found, without the marks that end a sentence', () => {
  expect(hrefs('See https://example.org/a?b=1. And “http://example.org”, too!')).toEqual([
    'https://example.org/a?b=1',
    'http://example.org',
  ])
  expect(hrefs('www.example.org, me@example.org; Пишете на ред@пример.бг.')).toEqual([
    'https://www.example.org',
    'mailto:me@example.org',
    'mailto:ред@пример.бг',
  ])
})

test('a bracket belongs to the address in which it was opened', () => {
  expect(hrefs('(https://example.org/a)')).toEqual(['https://example.org/a'])
  expect(hrefs('(https://example.org/a_(b))')).toEqual(['https://example.org/a_(b)'])
})

test('the place of an address is told in the text as it is', () => {
  const text = 'A 😀 https://example.org now'
  const [found] = bareAddresses(text)
  expect(text.slice(found?.from, found?.to)).toBe('https://example.org')
})

test('words with a full stop, scripts and misleading addresses are none', () => {
  for (const text of ['ed.note', '3.14', 'a@b', 'javascript:alert(1)', 'https://user:pw@example.org', 'https://', ''])
    expect(hrefs(text), text).toEqual([])
})

test('an address alone is told from one in a sentence', () => {
  expect(wholeAddress(' https://example.org/a ')).toBe('https://example.org/a')
  expect(wholeAddress('see https://example.org/a')).toBeNull()
  expect(wholeAddress('https://example.org/a.')).toBeNull()
  expect(wholeAddress('')).toBeNull()
})

test('what is typed as an address gets the scheme it lacks', () => {
  expect(withScheme('example.org/a')).toBe('https://example.org/a')
  expect(withScheme('пример.бг')).toBe('https://пример.бг')
  expect(withScheme('me@example.org')).toBe('mailto:me@example.org')
  expect(withScheme('/topics/a')).toBe('/topics/a')
  expect(withScheme('https://example.org')).toBe('https://example.org')
  expect(withScheme('word')).toBe('word')
})

test('a long text without addresses costs nothing to speak of', () => {
  const began = performance.now()
  for (const part of ['a.', 'a@', 'www.', 'a-', '@a.b-']) bareAddresses(part.repeat(20_000))
  expect(performance.now() - began).toBeLessThan(3000)
})
