// Which addresses may be linked to.
import { expect, test } from 'vitest'
import { embedFromAddress, embedLink } from '#app/newsroom/story/copy/embed-services.ts'
import { publicAddress, webAddress } from '#app/newsroom/story/copy/web-address.ts'

test('http, https, mailto and paths of our own are addresses', () => {
  for (const address of [
    'https://example.org',
    'http://example.org:8080/a?b=c&d=%20e#f',
    'HTTPS://EXAMPLE.ORG/A_(b)',
    'https://пример.бг/новини',
    'https://[2001:db8::1]/',
    'mailto:desk@example.org',
    'mailto:desk@example.org?subject=Correction',
    '/topics/border-towns',
    '/',
  ])
    expect(webAddress(address), address).toBe(address)
})

test('everything else is not', () => {
  for (const address of [
    '',
    ' ',
    'example.org',
    '#top',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://',
    'https:///path',
    'https://user:pass@example.org/',
    'https://bank.example@evil.example/',
    'https://example.org/a b',
    'https://example.org/"onclick=',
    'https://example.org/<b>',
    'mailto:a@b@c',
    'mailto:a@b?bcc=everyone@example.org',
    'mailto:',
    `https://example.org/${'a'.repeat(2048)}`,
    null,
    undefined,
    1,
    {},
    ['https://example.org'],
  ])
    expect(webAddress(address), String(address)).toBeNull()
})

test('a public address names a host', () => {
  expect(publicAddress('https://example.org/')).toBe('https://example.org/')
  expect(publicAddress('/topics/a')).toBeNull()
  expect(publicAddress('mailto:a@example.org')).toBeNull()
})

test('an embed is found by its address and gives it back', () => {
  const found = (address: string) => {
    const embed = embedFromAddress(address)
    return embed === null ? null : embedLink(embed.provider, embed.providerId)?.url
  }
  expect(found('https://www.youtube.com/watch?t=3&v=abcdefghijk')).toBe('https://www.youtube.com/watch?v=abcdefghijk')
  expect(found('https://youtu.be/abcdefghijk?si=1')).toBe('https://www.youtube.com/watch?v=abcdefghijk')
  expect(found('https://twitter.com/museum/status/123456')).toBe('https://x.com/museum/status/123456')
  expect(found('https://t.me/s/museum/12')).toBe('https://t.me/museum/12')
  expect(found('https://vimeo.com/123456')).toBe('https://vimeo.com/123456')
  expect(found('https://video.example.org/1')).toBeNull()
})

test('an embed of an unknown service or with a strange id has no address', () => {
  for (const id of ['', '../x', 'a//b', '/a', 'a?b=c', 'a"b', 'x'.repeat(201), 'a b', 7, null])
    expect(embedLink('youtube', id), String(id)).toBeNull()
  for (const provider of ['', 'constructor', '__proto__', 'evil', null])
    expect(embedLink(provider, 'abcdefghijk')).toBeNull()
})
