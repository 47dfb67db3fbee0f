// Kept pages over real HTTP: compressed once, 304 when known, and gone as soon as something public changes.
import { once } from 'node:events'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { codingsOf, etagOf, holdsTag, type Outside, openKeptPages } from '#app/platform/kept-pages.server.ts'
import { publicCaching } from '#app/platform/public-caching.ts'

const html = `<!doctype html>${'<p>Words of a page, many of them.</p>'.repeat(60)}`
const page = {
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0, must-revalidate' },
  body: Buffer.from(html),
  keys: ['paper', 'story-x'],
}

let server: Server | null = null
afterEach(() => server?.close())

const quiet: Outside = {
  mark: () => 1,
  changes: async () => [],
  everything: 'paper',
  nextChange: async () => null,
  caching: publicCaching({ purges: false }),
}

function memory(outside: Partial<Outside> = {}, clock?: () => number) {
  const kept = openKeptPages({ ...quiet, ...outside }, clock)
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

test('a change of the whole paper drops every page, and pages that were being made are not kept', async () => {
  const { kept, ask } = memory()
  await kept.keep('/', page, kept.epoch())
  const begun = kept.epoch()
  kept.dropAll()
  expect((await ask('/')).status).toBe(404)
  await kept.keep('/', page, begun)
  expect((await ask('/')).status).toBe(404)
  const compressing = kept.keep('/', page, kept.epoch())
  kept.dropAll()
  await compressing
  expect(kept.holds().pages).toBe(0)
})

test('a change drops the pages that are made of it and leaves the others', async () => {
  const changed: string[] = []
  const { kept, ask } = memory({ changes: async () => changed.splice(0) })
  await kept.keep('/stories/x', page, kept.epoch())
  await kept.keep('/stories/y', { ...page, keys: ['paper', 'story-y', 'topic-t'] }, kept.epoch())
  await kept.keep('/topics/t', { ...page, keys: ['paper', 'topic-t'] }, kept.epoch())
  changed.push('topic-t', 'lists')
  await kept.catchUp()
  expect((await ask('/stories/x')).status).toBe(200)
  for (const path of ['/stories/y', '/topics/t']) expect((await ask(path)).status, path).toBe(404)
  changed.push('paper')
  await kept.catchUp()
  expect(kept.holds().pages).toBe(0)
})

test('a change committed while an older question is under way is known when the one who made it is answered', async () => {
  let changed: string[] = []
  const waiting: (() => void)[] = []
  const changes = async () => {
    const found = changed // as it was when the question began
    if (waiting.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    return found
  }
  const { kept } = memory({ changes })
  await kept.keep('/stories/x', page, kept.epoch())
  const older = kept.catchUp()
  await expect.poll(() => waiting.length).toBe(1)
  changed = ['story-x']
  const mine = kept.catchUp()
  waiting[0]?.()
  await older
  expect(kept.holds().pages).toBe(1)
  await mine
  expect(kept.holds().pages).toBe(0)
})

test('who cannot look gives no old page', async () => {
  const { kept, ask } = memory({ changes: () => Promise.reject(new Error('no database')) })
  await kept.keep('/stories/x', page, kept.epoch())
  await kept.catchUp()
  expect((await ask('/stories/x')).status).toBe(404)
})

test('a change by another process is noticed within a moment; a save that readers do not see drops nothing', async () => {
  let now = 0
  let mark = 1
  const changed: string[] = []
  const { kept, ask } = memory({ mark: () => mark, changes: async () => changed.splice(0) }, () => now)
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
  changed.push('story-x')
  await moment()
  expect((await ask('/')).status).toBe(404)
})

test('where the engine cannot tell, it is asked once a second', async () => {
  let now = 0
  let asked = 0
  const changed: string[] = []
  const changes = async () => {
    asked++
    return changed.splice(0)
  }
  const { kept, ask } = memory({ mark: () => 0, changes }, () => now)
  now = 1_000
  await ask('/elsewhere')
  await kept.keep('/', page, kept.epoch())
  changed.push('story-x')
  for (now = 1_100; now < 2_000; now += 100) expect((await ask('/')).status).toBe(200)
  expect(asked).toBe(1)
  now = 2_100
  await ask('/')
  expect((await ask('/')).status).toBe(404)
  expect(asked).toBe(2)
})

test('no cache may keep an answer over the next known change, whenever the page was made', async () => {
  let now = 0
  const minute = 60_000
  const cache = { ...page, headers: { ...page.headers, 'cache-control': quiet.caching(0, null) } }
  const nextChange = async () => new Date(200 * minute)
  const { kept, ask } = memory({ nextChange }, () => now)
  await kept.catchUp()
  const at = async (instant: number) => {
    now = instant
    await kept.keep('/', cache, kept.epoch())
    const { headers } = await ask('/')
    const again = await ask('/', { 'if-none-match': String(headers.etag) })
    expect([again.status, again.headers['cache-control']]).toEqual([304, headers['cache-control']])
    return headers['cache-control']
  }
  expect(await at(minute)).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60')
  expect(await at(198 * minute)).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=60')
  expect(await at(199 * minute - 20_000)).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=20')
  expect(await at(200 * minute - 30_500)).toBe('public, max-age=0, s-maxage=30')
  expect(await at(200 * minute)).toBe('public, max-age=0, s-maxage=0')
  expect(await at(200 * minute + 4_000)).toBe('public, max-age=0, s-maxage=0') // until the clock has published it
})

test('should a change not be told, a page is made anew after ten minutes', async () => {
  let now = 0
  const { kept, ask } = memory(undefined, () => now)
  await kept.keep('/', page, kept.epoch())
  now = 599_000
  expect((await ask('/')).status).toBe(200)
  now = 601_000
  expect((await ask('/')).status).toBe(404)
})

test('the memory has a bound and forgets what was asked for longest ago', async () => {
  const { kept, ask } = memory()
  const tiny = { ...page, body: Buffer.from('x') }
  await kept.keep('/first', tiny, kept.epoch())
  for (let i = 0; i < 1999; i++) await kept.keep(`/${i}`, tiny, kept.epoch())
  await ask('/first')
  await kept.keep('/last', tiny, kept.epoch())
  expect(kept.holds().pages).toBe(2000)
  expect((await ask('/first')).status).toBe(200)
  expect((await ask('/0')).status).toBe(404)
}, 20_000)

test('the bytes of all forms have a bound, and nothing of what is gone is counted', async () => {
  const kept = openKeptPages(quiet, undefined, { pages: 100, bytes: 10_000 })
  const noise = (at: number) => Buffer.from(Array.from({ length: 1500 }, (_, i) => (i * i * at) % 251))
  for (let at = 1; at <= 20; at++) await kept.keep(`/${at}`, { ...page, body: noise(at) }, kept.epoch())
  const { pages, bytes } = kept.holds()
  expect(pages).toBeGreaterThan(1)
  expect(pages).toBeLessThan(20)
  expect(bytes).toBeLessThanOrEqual(10_000)
  await kept.keep('/20', { ...page, body: noise(20) }, kept.epoch())
  expect(kept.holds()).toEqual({ pages, bytes })
  kept.dropAll()
  expect(kept.holds()).toEqual({ pages: 0, bytes: 0 })
})

test('a page that many ask for at once is kept once, and anew after a change', async () => {
  const { kept, ask } = memory()
  await Promise.all(Array.from({ length: 16 }, () => kept.keep('/stories/x', page, kept.epoch())))
  expect((await ask('/stories/x', { 'accept-encoding': 'br' })).headers['content-encoding']).toBe('br')
  const old = kept.keep('/stories/y', page, kept.epoch())
  kept.dropAll()
  await Promise.all([old, kept.keep('/stories/y', { ...page, body: Buffer.from(`${html} New.`) }, kept.epoch())])
  expect((await ask('/stories/y')).body.toString()).toContain('New.')
  expect(kept.holds().pages).toBe(1)
})

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
