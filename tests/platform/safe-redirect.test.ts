// Where a person may be sent: only ever to a path of this site.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeRedirect } from '#app/platform/safe-redirect.ts'

test('a path of this site is kept with its query and fragment', () => {
  expect(safeRedirect('/my/stories?page=2#x', '/')).toBe('/my/stories?page=2#x')
  expect(safeRedirect('/a/../b', '/')).toBe('/b')
})

test('everything that could lead away falls back', () => {
  const evil = [
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/a\nb',
    '',
    ' /x',
    'x',
    '/é',
    undefined,
    null,
    5,
    ['/x'],
  ]
  for (const to of evil) expect(safeRedirect(to, '/fallback')).toBe('/fallback')
})

test('whatever is asked, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '//',
    '%2f',
    '%5c',
    '@',
    ':',
    'evil.example',
    '?',
    '#',
    ' ',
    '\t',
    'http:',
    'a',
  )
  const asked = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.array(piece).map((all) => all.join('')),
    fc.array(piece).map((all) => `/${all.join('')}`),
  )
  fc.assert(
    fc.property(asked, (to) => {
      const given = safeRedirect(to, '/fallback')
      expect(given.startsWith('/') && !given.startsWith('//')).toBe(true)
      for (const site of ['https://news.example.org', 'http://localhost:3000'])
        expect(new URL(given, site).origin).toBe(site)
    }),
    { numRuns: 1000 },
  )
})
