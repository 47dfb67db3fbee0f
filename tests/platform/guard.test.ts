// The front guard as a table of arrivals: what goes on, and with what the rest is refused.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Arrival, frontGuard, mostBytes } from '#app/platform/guard.ts'

const publicSite = frontGuard({ siteUrl: 'https://news.example.org', local: false })
const localSite = frontGuard({ siteUrl: 'http://localhost:3000', local: true })
const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '3' }
const ours = { host: 'news.example.org', origin: 'https://news.example.org', 'sec-fetch-site': 'same-origin' }

function statusOf(method: string, url: string, headers: Arrival['headers']): number {
  return publicSite.refusal({ method, url, headers: { host: 'news.example.org', ...headers } })?.status ?? 200
}

test('an ordinary request goes on', () => {
  expect(statusOf('GET', '/stories/x?page=2', {})).toBe(200)
  expect(statusOf('HEAD', '/', {})).toBe(200)
  expect(statusOf('POST', '/join', { ...ours, ...form })).toBe(200)
  expect(
    statusOf('PUT', '/my/stories/a/draft', { ...ours, 'content-type': 'application/json', 'content-length': '9' }),
  ).toBe(200)
  expect(statusOf('POST', '/sign-out', { ...ours, 'content-length': '0' })).toBe(200)
})

test('a method that no page uses is refused', () => {
  for (const method of ['PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'get', ''])
    expect(statusOf(method, '/', ours)).toBe(405)
})

test('PATCH and its raw bytes go to photos on their way, and nowhere else', () => {
  const bytes = { ...ours, 'content-type': 'application/octet-stream', 'content-length': '1048576' }
  expect(statusOf('PATCH', '/pictures/uploads/0a1b2c?from=0', bytes)).toBe(200)
  expect(statusOf('PATCH', '/pictures/uploads/0a1b2c', { ...bytes, 'content-length': '1048577' })).toBe(413)
  expect(statusOf('PATCH', '/pictures/uploads/0a1b2c', { ...bytes, 'content-type': 'text/plain' })).toBe(415)
  expect(statusOf('POST', '/pictures/uploads', bytes)).toBe(413)
  expect(statusOf('POST', '/pictures/uploads', { ...bytes, 'content-length': '9' })).toBe(415)
  for (const path of ['/pictures/uploads', '/pictures/uploads/../x', '/pictures', '/my/stories/a/draft'])
    expect(statusOf('PATCH', path, bytes)).toBe(405)
  expect(statusOf('PATCH', '/pictures/uploads/0a1b2c', { 'content-length': '3' })).toBe(403)
})

test('an address that cannot be read is refused', () => {
  for (const url of [
    'x',
    '//evil.example/',
    'http://news.example.org/',
    '/%',
    '/%c0%af',
    '/%00',
    '/a\\b',
    '/%5c',
    `/${'a'.repeat(9000)}`,
  ])
    expect(statusOf('GET', url, {})).toBe(400)
})

test('what was typed behind the question mark is not the guard’s to judge', () => {
  for (const url of ['/search?q=%ff%', '/search?q=%ED%A0%80', '/search?q=100%'])
    expect(publicSite.refusal({ method: 'GET', url, headers: { host: 'news.example.org' } })).toBeNull()
})

test('another host is refused, and X-Forwarded-Host is dropped', () => {
  expect(statusOf('GET', '/', { host: 'evil.example' })).toBe(421)
  expect(statusOf('GET', '/', { host: 'news.example.org:8080' })).toBe(421)
  expect(publicSite.refusal({ method: 'GET', url: '/', headers: {} })?.status).toBe(421)
  const headers = { host: 'news.example.org', 'x-forwarded-host': 'evil.example' }
  expect(publicSite.refusal({ method: 'GET', url: '/', headers })).toBeNull()
  expect(headers).toEqual({ host: 'news.example.org' })
})

test('on this machine every name of it is the site, and each only its own origin', () => {
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
    expect(localSite.refusal({ method: 'GET', url: '/', headers: { host } })).toBeNull()
    const headers = { host, origin: `http://${host}`, ...form }
    expect(localSite.refusal({ method: 'POST', url: '/join', headers })).toBeNull()
  }
  const crossed = { host: 'localhost:3000', origin: 'http://127.0.0.1:3000', ...form }
  expect(localSite.refusal({ method: 'POST', url: '/join', headers: crossed })?.status).toBe(403)
  expect(localSite.knowsHost('localhost:3001')).toBe(false)
})

test('one address takes a form that says nothing of where it comes from: a mail program leaves the newsletter', () => {
  expect(statusOf('POST', '/newsletter/leave?token=v1.a', form)).toBe(200)
  for (const said of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }])
    expect(statusOf('POST', '/newsletter/leave?token=v1.a', { ...form, ...said })).toBe(403)
  expect(statusOf('PUT', '/newsletter/leave', form)).toBe(403)
  for (const path of [
    '/newsletter',
    '/newsletter/leave/',
    '/newsletter/leaves',
    '/newsletter/confirm',
    '/x/newsletter/leave',
  ])
    expect(statusOf('POST', path, form)).toBe(403)
  expect(statusOf('POST', '/newsletter/leave', { ...form, 'content-type': 'text/plain' })).toBe(415)
})

test('a form of another site is refused, and so is one that says nothing of where it comes from', () => {
  const said = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: ours.origin },
    { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
  ]
  for (const headers of said)
    for (const method of ['POST', 'PUT', 'DELETE']) expect(statusOf(method, '/join', { ...form, ...headers })).toBe(403)
  expect(statusOf('POST', '/join', { ...form, origin: ours.origin })).toBe(200)
  expect(statusOf('POST', '/join', { ...form, 'sec-fetch-site': 'same-origin' })).toBe(200)
})

test('bodies are weighed before they are read', () => {
  const weighing = (url: string, bytes: number, type = 'application/json', method = 'POST') =>
    statusOf(method, url, { ...ours, 'content-type': type, 'content-length': String(bytes) })
  expect(weighing('/join', 64 * 1024)).toBe(200)
  expect(weighing('/join', 64 * 1024 + 1)).toBe(413)
  expect(weighing('/my/stories/x/draft', 1024 * 1024, 'application/json', 'PUT')).toBe(200)
  expect(weighing('/my/stories/x/draft', 1024 * 1024 + 1, 'application/json', 'PUT')).toBe(413)
  expect(weighing('/pictures', 15 * 1024 * 1024, 'image/jpeg')).toBe(200)
  expect(weighing('/pictures?x=1', 15 * 1024 * 1024 + 1, 'image/jpeg')).toBe(413)
  expect(weighing('/pictures/', 100_000, 'image/jpeg')).toBe(413)
  expect(statusOf('POST', '/join', { ...ours, ...form, 'transfer-encoding': 'chunked' })).toBe(411)
  for (const length of ['-1', '1e3', '0x10', '1, 2', '', ' 5'])
    expect(statusOf('POST', '/join', { ...ours, ...form, 'content-length': length })).toBe(400)
  expect(statusOf('GET', '/', { 'content-length': '5' })).toBe(400)
  expect(mostBytes('GET', '/pictures')).toBe(64 * 1024)
})

test('a body of a kind that no form sends is refused', () => {
  for (const type of ['', 'text/plain', 'application/xml', 'image/png', 'multipart/form-data', 'application/jsonx'])
    expect(statusOf('POST', '/join', { ...ours, ...form, 'content-type': type })).toBe(415)
  expect(statusOf('POST', '/pictures', { ...ours, ...form, 'content-type': 'image/svg+xml' })).toBe(200) // the sizer says no to it
  expect(statusOf('POST', '/join', { ...ours, ...form, 'content-type': 'multipart/form-data; boundary=x' })).toBe(200)
})

test('the guard answers anything and never throws', () => {
  const anything = fc.oneof(fc.string(), fc.constant(undefined), fc.array(fc.string()))
  const names = fc.constantFrom(
    'host',
    'origin',
    'sec-fetch-site',
    'content-length',
    'content-type',
    'transfer-encoding',
  )
  fc.assert(
    fc.property(fc.string(), fc.string({ unit: 'binary' }), fc.dictionary(names, anything), (method, url, headers) => {
      const refusal = publicSite.refusal({ method, url, headers })
      expect(refusal === null || (refusal.status >= 400 && refusal.status < 500)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
