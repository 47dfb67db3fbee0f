// The whole server over real sockets: whatever a client sends is the client's fault, and every answer is dressed.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSessions } from '#app/platform/session.server.ts'
import { openDatabase } from '#db/client.ts'
import { person } from '../cast.ts'
import { openSmallHouse, sendRaw } from './small-build.ts'

type Small = Awaited<ReturnType<typeof openSmallHouse>>
let small: Small

beforeAll(async () => {
  small = await openSmallHouse()
})
afterAll(() => small.house.stop())

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const ask = (path: string, init: RequestInit = {}) => fetch(small.url + path, { redirect: 'manual', ...init })
const post = (path: string, body: string, headers: Record<string, string> = form) =>
  ask(path, { method: 'POST', body, headers: { origin: small.url, ...headers } })

async function cookieOf(role: 'contributor' | 'editor'): Promise<string> {
  const database = await openDatabase(small.settings.databaseUrl)
  const who = await person(database.db, role, 'Reporter in Varna')
  const setCookie = await openSessions(database.db, { secure: false, local: true }).start(who.id, new Date())
  await database.close()
  return setCookie.split(';')[0] ?? ''
}

test('every answer carries the security headers', async () => {
  for (const path of ['/page', '/form', '/nowhere', '/broken', '/wire.xml']) {
    const { headers } = await ask(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toContain('unsafe')
    for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    expect(policy).toMatch(/frame-src 'self' https:\/\/www\.youtube-nocookie\.com https:\/\/player\.vimeo\.com;/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(headers.get('permissions-policy')).toContain('camera=(self)')
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-keep')).toBeNull()
  }
})

test('a public page is kept: no nonce, no script, the same tag, 304 to who has it', async () => {
  const first = await ask('/hub')
  expect(first.headers.get('content-security-policy')).toContain("script-src 'none'")
  expect(first.headers.get('x-request-id')).not.toBeNull()
  await new Promise((resolve) => setTimeout(resolve, 100))
  const second = await ask('/hub')
  expect(second.headers.get('x-request-id')).toBeNull() // out of memory
  expect(await second.text()).toBe(await first.text())
  for (const name of ['etag', 'content-security-policy', 'cache-control', 'vary', 'content-type'])
    expect(second.headers.get(name)).toBe(first.headers.get(name))
  const etag = second.headers.get('etag') ?? ''
  expect((await ask('/hub', { headers: { 'if-none-match': etag } })).status).toBe(304)
  expect((await ask('/hub?x=1', { headers: { 'if-none-match': etag } })).headers.get('x-request-id')).not.toBeNull()
})

test('what a signed-in person gets is kept nowhere', async () => {
  const cookie = await cookieOf('contributor')
  for (const path of ['/page', '/account', '/form']) {
    const { headers } = await ask(path, { headers: { cookie } })
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('etag')).toBeNull()
  }
  expect(await (await ask('/page?_data=page', { headers: { cookie } })).json()).toEqual({ who: 'Reporter in Varna' })
  expect(await (await ask('/page?_data=page')).json()).toEqual({ who: 'nobody' })
})

test('a dead session’s cookie is cleared', async () => {
  const answer = await ask('/form', { headers: { cookie: `copydesk=${'a'.repeat(40)}` } })
  expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
})

test('each door asks for itself: by page, by data request and by post', async () => {
  expect((await ask('/desk')).headers.get('location')).toBe('/sign-in?next=%2Fdesk')
  expect((await ask('/desk?_data=desk', { headers: { accept: 'application/json' } })).status).toBe(401)
  expect((await ask('/account', { headers: { accept: 'application/json' } })).status).toBe(401)
  expect((await ask('/desk', { headers: { cookie: await cookieOf('contributor') } })).status).toBe(403)
  expect((await ask('/desk', { headers: { cookie: await cookieOf('editor') } })).status).toBe(200)
})

test('a form comes through, a faulty one says why', async () => {
  expect(await (await post('/form', 'name=Ana')).json()).toEqual({ ok: true, value: { name: 'Ana' } })
  const faulty = await post('/form', `name=${'x'.repeat(30)}`)
  expect(faulty.status).toBe(422)
  for (const [body, type] of [
    ['{', 'application/json'],
    ['null', 'application/json'],
    ['--x\r\nnonsense', 'multipart/form-data; boundary=x'],
    ['%ff=%', form['content-type']],
    ['', form['content-type']],
  ] as const)
    expect((await post('/form', body, { 'content-type': type })).status).toBe(422)
})

test('another site’s form, a body too large or of another kind never reach a door', async () => {
  expect((await ask('/form', { method: 'POST', body: 'name=x', headers: form })).status).toBe(403)
  expect((await post('/form', 'name=x', { ...form, origin: 'https://evil.example' })).status).toBe(403)
  expect((await post('/form?_data=form', 'name=x', { ...form, origin: 'https://evil.example' })).status).toBe(403)
  expect((await post('/form', 'x'.repeat(65 * 1024))).status).toBe(413)
  expect((await post('/form', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
  const long = await ask('/my/stories/a/draft', {
    method: 'PUT',
    body: 'x'.repeat(1024 * 1024),
    headers: { origin: small.url, 'content-type': 'application/json' },
  })
  expect(await long.json()).toEqual({ bytes: 1024 * 1024 })
})

test('a large body is refused without being taken in', async () => {
  const before = process.memoryUsage().rss
  const head = `POST /form HTTP/1.1\r\nHost: 127.0.0.1:${small.port}\r\nOrigin: ${small.url}\r\nContent-Type: application/json\r\nContent-Length: 200000000\r\n\r\n`
  const answer = await sendRaw(small.port, Buffer.concat([Buffer.from(head), Buffer.alloc(1_000_000)]))
  expect(answer).toMatch(/^HTTP\/1\.1 413/)
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
})

test('our own fault is a 500 that tells nothing but a number', async () => {
  const answer = await ask('/broken', { headers: { accept: 'application/json' } })
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
})

test('long answers are compressed in what the client takes', async () => {
  for (const coding of ['gzip', 'br']) {
    const answer = await ask('/wire.xml?a=b', { headers: { 'accept-encoding': coding } })
    expect(answer.headers.get('content-encoding')).toBe(coding)
    expect(await answer.text()).toContain('A sentence')
  }
})

const crlf = '\r\n'
const line = () => `Host: 127.0.0.1:${small.port}${crlf}Connection: close${crlf}`
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0)

test('bytes that are hardly HTTP get a 4xx or a closed door', async () => {
  const body = `Content-Type: application/json${crlf}Origin: ${small.url}${crlf}`
  const sent = [
    `GET / HTTP/1.1${crlf}${crlf}`,
    `GET http://evil.example/ HTTP/1.1${crlf}${line()}${crlf}`,
    `GET //evil.example/ HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /%zz HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /%c3%28 HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /\u00ff HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /page?_data=${'%00'} HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /page?_data=__proto__ HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /page?_data=root HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /page?_data=desk HTTP/1.1${crlf}${line()}${crlf}`,
    `GET /page?index&_data= HTTP/1.1${crlf}${line()}${crlf}`,
    `GET / HTTP/1.1${crlf}Host: evil.example${crlf}${crlf}`,
    `GET / HTTP/1.1${crlf}${line()}${line()}${crlf}`,
    `OPTIONS * HTTP/1.1${crlf}${line()}${crlf}`,
    `CONNECT evil.example:443 HTTP/1.1${crlf}${line()}${crlf}`,
    `BREW /pot HTTP/1.1${crlf}${line()}${crlf}`,
    `GET / HTTP/1.1${crlf}${line()}Upgrade: websocket${crlf}Connection: Upgrade${crlf}${crlf}`,
    `GET / HTTP/1.1${crlf}${line()}X-Long: ${'x'.repeat(20_000)}${crlf}${crlf}`,
    `GET /${'a'.repeat(20_000)} HTTP/1.1${crlf}${line()}${crlf}`,
    `POST /form HTTP/1.1${crlf}${line()}${body}Content-Length: 1${crlf}Transfer-Encoding: chunked${crlf}${crlf}0${crlf}${crlf}`,
    `POST /form HTTP/1.1${crlf}${line()}${body}Transfer-Encoding: chunked${crlf}${crlf}0${crlf}${crlf}`,
    `POST /form HTTP/1.1${crlf}${line()}${body}Content-Length: -5${crlf}${crlf}`,
    `POST /form HTTP/1.1${crlf}${line()}${body}Content-Length: 3${crlf}Content-Length: 4${crlf}${crlf}{}`,
    `DELETE /page HTTP/1.1${crlf}${line()}${body}${crlf}`,
    `PUT /nowhere HTTP/1.1${crlf}${line()}${body}Content-Length: 2${crlf}${crlf}{}`,
    `GET /page HTTP/1.1${crlf}${line()}Cookie: copydesk=%ff; =;;${crlf}${crlf}`,
    `GET /page HTTP/1.1${crlf}${line()}Accept-Encoding: ;;;q=,,*${crlf}If-None-Match: ${'"'.repeat(99)}${crlf}${crlf}`,
    `\u0016\u0003\u0001\u0002\u0000${'\u0001'.repeat(40)}`,
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ]
  for (const bytes of sent) {
    const status = statusOf(await sendRaw(small.port, Buffer.from(bytes, 'latin1')))
    expect([bytes.slice(0, 60), status < 500]).toEqual([bytes.slice(0, 60), true])
  }
})

test('no address, query, header or body a client can think of gives a 5xx', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('__proto__', 'constructor', '%', '%2e%2e%2f', '_data', '../../etc/passwd', "' or 1=1--", '\u0000'),
  )
  const path = fc
    .array(
      fc.constantFrom(
        'form',
        'page',
        'desk',
        'account',
        'my',
        'stories',
        'draft',
        'wire.xml',
        '..',
        '.',
        '*',
        'assets',
      ),
      { maxLength: 4 },
    )
    .map((all) => `/${all.join('/')}`)
  const request = fc.record({
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
    path,
    query: fc.dictionary(fc.constantFrom('_data', 'index', 'page', '_routes', 'x'), text, { maxKeys: 3 }),
    raw: text,
    type: fc.constantFrom(
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'multipart/form-data; boundary=',
      'application/json; charset=nonsense',
    ),
    body: fc.oneof(text, fc.json()),
  })
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path: where, query, raw, type, body }) => {
      const asked = `${where}?${new URLSearchParams(query)}&${raw}`
      const payload = method === 'GET' || method === 'HEAD' ? '' : body
      const headers =
        payload || method === 'POST'
          ? `Origin: ${small.url}${crlf}Content-Type: ${type}${crlf}Content-Length: ${Buffer.byteLength(payload)}${crlf}`
          : ''
      const answer = await sendRaw(small.port, `${method} ${asked} HTTP/1.1${crlf}${line()}${headers}${crlf}${payload}`)
      expect(statusOf(answer)).toBeLessThan(500)
    }),
    { numRuns: 150 },
  )
}, 60_000)

test('a stop waits for the answer under way and takes no new one', async () => {
  const other = await openSmallHouse()
  const underWay = fetch(`${other.url}/slow`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  const stopped = other.house.stop()
  expect(await (await underWay).json()).toEqual({ slow: true })
  await stopped
  await expect(fetch(`${other.url}/page`)).rejects.toThrow()
})
