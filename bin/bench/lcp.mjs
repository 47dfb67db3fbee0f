// When the largest part of a story's page is painted on a phone's slow net, beside the same page from a bare server and
// beside the least page that could show its words.
import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { chromium as browserPath } from '../chromium.mjs'
import { ROUNDS } from './asked.mjs'
import { lot, open, output } from './houses.mjs'
import { keptPages, sentFor, startFloor } from './raw-get.mjs'
import { median, row } from './rows.mjs'

/** "Slow 4G" of Lighthouse's simulation, and a processor a fourth as quick. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
const SLOWER = 4

/** The pages in turns, each in a browser context of its own: nothing is in a cache. */
export async function lcpRows() {
  const { chromium } = await import('playwright-core')
  const ground = await lot()
  const { slugs } = JSON.parse(await output('build/bin/bench-newsroom.js', ['5'], ground.env))
  const house = await open(ground)
  const path = `/stories/${slugs[0]}`
  const floor = await startFloor([...(await keptPages([path], house)), await sentFor('/icon.svg', house, 'br')])
  const bare = await barePage((await sentFor(path, house, 'identity')).body.toString('utf8'))
  const args = ['--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', ...args] })
  const pages = [house.url + path, `http://127.0.0.1:${floor.port}${path}`, bare.url]
  /** @type {number[][]} */
  const times = pages.map(() => [])
  for (let round = -1; round < ROUNDS; round++)
    for (const [at, url] of pages.entries()) {
      const painted = await paintedAt(browser, url)
      if (round >= 0) times[at]?.push(painted) // the first is a warm-up
    }
  await browser.close()
  bare.server.close()
  await house.stop()
  const [value = 0, same = 0, least = 0] = times.map((all) => median(all) / 1000)
  /** @param {number} floor */
  const beside = (floor) => ({ floor, ratio: value / floor, byRatio: true })
  return [
    row('story page: LCP, slow 4G, floor the same bytes', value, 's', 1.15, 'lower', beside(same)),
    row('story page: LCP, slow 4G, floor its bare words', value, 's', 1.15, 'lower', beside(least)),
  ]
}

/** @param {import('playwright-core').Browser} browser @param {string} url */
async function paintedAt(browser, url) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } })
  const page = await context.newPage()
  const tools = await context.newCDPSession(page)
  await tools.send('Network.emulateNetworkConditions', slow4G)
  await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await page.goto(url, { waitUntil: 'load' })
  const at = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
  await context.close()
  return Number(at)
}

/** The story's own words as bare paragraphs with three rules of style, compressed. @param {string} html */
async function barePage(html) {
  const words = (/** @type {RegExp} */ part) => html.match(part)?.[0] ?? ''
  const head =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
  const style = '<style>body{max-width:40rem;margin:auto;padding:1rem;font:1.1rem/1.6 serif}h1{font-size:2rem}</style>'
  const body = words(/<h1[\s\S]*?<\/h1>/) + [...html.matchAll(/<p>[\s\S]*?<\/p>/g)].map(([found]) => found).join('')
  const bytes = brotliCompressSync(`${head}<title>A story</title>${style}${body}`)
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-encoding': 'br',
      'content-length': bytes.length,
    }
    return response.writeHead(200, headers).end(bytes)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = server.address()
  return { server, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/` }
}
