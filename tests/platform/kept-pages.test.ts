// Kept pages over real HTTP: compressed once, 304 when known, and gone as soon as something public changes.
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { codingsOf, etagOf, holdsTag, openKeptPages } from '#app/platform/kept-pages.server.ts'

const html = `<!doctype html>${'<p>Words of a page, many of them.</p>'.repeat(60)}`
const page = {
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' },
  body: Buffer.from(html),
}

let server: Server | null = null
afterEach(() => server?.close())

function memory(outside = { mark: () => 1, fingerprint: async () => '' }, clock?: () => number) {
  const kept = openKeptPages(outside, clock)
  server = createServer((request, response) => {
    if (kept.answer(request, response)) return
    response.writeHead(404)
    response.end()
  })
  const listening = once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    kept,
    async ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
      await listening
      const address = server?.address()
      const port = typeof address === 'object' && address ? address.port : 0
      const [response] = (await once(get({ port, host: '127.0.0.1', path, headers, method }), 'response')) as [
        IncomingMessage,
      ]
      const parts: Buffer[] = []
      for await (const part of response) parts.push(part as Buffer)
      return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }
    },
  }
}

test('a kept page is given in what the reader takes, with the same tag', async () => {
  const { kept, ask } = memory()
  await kept.keep('/stories/x', page, kept.epoch())
  const plain = await ask('/stories/x')
  expect(plain).toMatchObject({ status: 200, body: page.body })
  expect(plain.headers).toMatchObject({
    vary: 'accept-encoding, cookie',
    'content-length': String(page.body.length),
    etag: etagOf(page.body),
  })
  expect(plain.headers['content-encoding']).toBeUndefined()
  const zipped = await ask('/stories/x', { 'accept-encoding': 'gzip, deflate' })
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.body).toString()).toBe(html)
  const small = await ask('/stories/x', { 'accept-encoding': 'gzip, deflate, br, zstd' })
  expect(small.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(small.body).toString()).toBe(html)
  expect(small.headers.etag).toBe(plain.headers.etag)
})

test('a reader who has the page gets 304 and no body; HEAD gets the headers only', async () => {
  const { kept, ask } = memory()
  await kept.keep('/', page, kept.epoch())
  const { etag = '' } = (await ask('/')).headers
  const same = await ask('/', { 'if-none-match': etag })
  expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag])
  expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200)
  const head = await ask('/', {}, 'HEAD')
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, String(page.body.length)])
})

test('other addresses are not answered, not even the same with a query', async () => {
  const { kept, ask } = memory()
  await kept.keep('/', page, kept.epoch())
  expect((await ask('/?_data=routes%2Fx')).status).toBe(404)
  expect((await ask('/other')).status).toBe(404)
})

test('a change drops every page, and pages that were being made are not kept', async () => {
  const { kept, ask } = memory()
  await kept.keep('/', page, kept.epoch())
  const begun = kept.epoch()
  kept.bumpEpoch()
  expect((await ask('/')).status).toBe(404)
  await kept.keep('/', page, begun)
  expect((await ask('/')).status).toBe(404)
  const compressing = kept.keep('/', page, kept.epoch())
  kept.bumpEpoch()
  await compressing
  expect(kept.size()).toBe(0)
})

test('a change by another process is noticed within a moment; a save that readers do not see drops nothing', async () => {
  let now = 0
  let mark = 1
  let print = 'a'
  const { kept, ask } = memory({ mark: () => mark, fingerprint: async () => print }, () => now)
  const moment = async () => {
    now += 101
    await ask('/elsewhere')
    await new Promise((resolve) => setImmediate(resolve))
  }
  await moment()
  await kept.keep('/', page, kept.epoch())
  mark++
  await moment()
  expect((await ask('/')).status).toBe(200)
  mark++
  print = 'b'
  await moment()
  expect((await ask('/')).status).toBe(404)
})

test('where the engine cannot tell, it is asked once a second', async () => {
  let now = 0
  let asked = 0
  let print = 'a'
  const fingerprint = async () => {
    asked++
    return print
  }
  const { kept, ask } = memory({ mark: () => 0, fingerprint }, () => now)
  now = 1_000
  await ask('/elsewhere')
  await kept.keep('/', page, kept.epoch())
  print = 'b'
  for (now = 1_100; now < 2_000; now += 100) expect((await ask('/')).status).toBe(200)
  expect(asked).toBe(1)
  now = 2_100
  await ask('/')
  expect((await ask('/')).status).toBe(404)
  expect(asked).toBe(2)
})

test('a page is made anew after a minute', async () => {
  let now = 0
  const { kept, ask } = memory(undefined, () => now)
  await kept.keep('/', page, kept.epoch())
  now = 59_000
  expect((await ask('/')).status).toBe(200)
  now = 61_000
  expect((await ask('/')).status).toBe(404)
})

test('the memory has a bound and forgets what was asked for longest ago', async () => {
  const { kept, ask } = memory()
  const tiny = { ...page, body: Buffer.from('x') }
  await kept.keep('/first', tiny, kept.epoch())
  for (let i = 0; i < 1999; i++) await kept.keep(`/${i}`, tiny, kept.epoch())
  await ask('/first')
  await kept.keep('/last', tiny, kept.epoch())
  expect(kept.size()).toBe(2000)
  expect((await ask('/first')).status).toBe(200)
  expect((await ask('/0')).status).toBe(404)
}, 20_000)

test('what a reader takes is read as it was meant', () => {
  expect(codingsOf(undefined)).toEqual(['identity'])
  expect(codingsOf('gzip')).toEqual(['gzip', 'identity'])
  expect(codingsOf('br;q=0, gzip;q=0.5')).toEqual(['gzip', 'identity'])
  expect(codingsOf('*')).toEqual(['br', 'gzip', 'identity'])
  expect(codingsOf('x'.repeat(5000))).toEqual(['identity'])
})

test('tags are compared weakly, one by one', () => {
  expect(holdsTag('W/"a", "b"', 'W/"b"')).toBe(true)
  expect(holdsTag('*', 'W/"b"')).toBe(true)
  expect(holdsTag('"c"', 'W/"b"')).toBe(false)
  expect(holdsTag(undefined, 'W/"b"')).toBe(false)
})
