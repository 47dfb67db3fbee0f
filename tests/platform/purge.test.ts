// A cache in front is told in its own words, over real HTTP, in as many orders as it takes; what it refuses is an error.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { frontCache } from '#app/platform/purge.server.ts'

type Heard = { method: string; headers: Record<string, unknown>; body: string }
let server: Server | null = null
afterEach(() => server?.close())

async function cacheThatAnswers(status: number) {
  const heard: Heard[] = []
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    heard.push({ method: request.method ?? '', headers: request.headers, body: Buffer.concat(parts).toString() })
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('{}')
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/purge`
  return { heard, url }
}

const keys = (count: number) => Array.from({ length: count }, (_, n) => `story-${n}`)

test('Fastly takes surrogate keys, 256 at a time', async () => {
  const { heard, url } = await cacheThatAnswers(200)
  const front = frontCache({ kind: 'fastly', url, token: 'a-token' })
  await front?.forget(keys(300))
  expect(heard.map(({ method, headers }) => [method, headers['fastly-key']])).toEqual([
    ['POST', 'a-token'],
    ['POST', 'a-token'],
  ])
  expect(heard.flatMap(({ body }) => JSON.parse(body).surrogate_keys)).toEqual(keys(300))
  expect(front?.tag(['paper', 'lists'])).toEqual(['surrogate-key', 'paper lists'])
})

test('Cloudflare takes tags, 30 at a time', async () => {
  const { heard, url } = await cacheThatAnswers(200)
  const front = frontCache({ kind: 'cloudflare', url, token: 'a-token' })
  await front?.forget(keys(31))
  expect(heard.map(({ headers, body }) => [headers.authorization, JSON.parse(body).tags.length])).toEqual([
    ['Bearer a-token', 30],
    ['Bearer a-token', 1],
  ])
  expect(front?.tag(['paper', 'lists'])).toEqual(['cache-tag', 'paper,lists'])
})

test('Varnish takes the keys in a header of PURGE', async () => {
  const { heard, url } = await cacheThatAnswers(200)
  const front = frontCache({ kind: 'varnish', url, token: '' })
  await front?.forget(['lists', 'story-a'])
  expect(heard).toMatchObject([{ method: 'PURGE', headers: { 'xkey-purge': 'lists story-a' }, body: '' }])
  expect(heard[0]?.headers.authorization).toBeUndefined()
  expect(front?.tag(['paper'])).toEqual(['xkey', 'paper'])
})

test('a refusal and a way elsewhere are errors, and no cache is no cache', async () => {
  for (const status of [401, 500, 302]) {
    const { url } = await cacheThatAnswers(status)
    await expect(frontCache({ kind: 'fastly', url, token: 't' })?.forget(['lists'])).rejects.toThrow()
    server?.close()
  }
  expect(frontCache(null)).toBeNull()
})
