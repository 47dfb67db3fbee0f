// Pages and feeds: from memory against the floor, made anew, their bytes, and memory under their load.
import { setTimeout as sleep } from 'node:timers/promises'
import { againstFloor } from './against-floor.mjs'
import { asked, minutes, ROUNDS, say, WARM_UP } from './asked.mjs'
import { lot, open, output } from './houses.mjs'
import { sendLoad } from './load.mjs'
import { cpuMicroseconds, memoryMegabytes } from './processes.mjs'
import { keptPages, sentFor, startFloor } from './raw-get.mjs'
import { brotliSize, median, row } from './rows.mjs'

/** @typedef {import('./houses.mjs').House} House */

/** The rows that ask a house with 60 stories. */
export async function pageRows() {
  const ground = await lot()
  say('Writing 60 stories of about 900 words …')
  const { slugs, topic, section } = JSON.parse(await output('build/bin/bench-newsroom.js', ['60'], ground.env))
  const house = await open(ground)
  await sleep(1500)
  const rows = asked('memory') ? [row('memory idle', memoryMegabytes(house.pid), 'MB', 110, 'lower')] : []
  /** @type {string[]} */
  const stories = slugs.map((/** @type {string} */ slug) => `/stories/${slug}`)
  const kept = [
    { asked: 'story', name: 'story page', paths: stories, connections: [1, 16, 64] },
    { asked: 'front', name: 'front page', paths: ['/'], connections: [16] },
    { asked: 'hub', name: 'topic hub', paths: [`/topics/${topic}`], connections: [16] },
    { asked: 'section', name: 'section', paths: [`/sections/${section}`], connections: [16] },
    { asked: 'feed', name: 'feed', paths: ['/feed.xml'], connections: [16] },
    { asked: 'atom', name: 'feed as Atom', paths: ['/atom.xml'], connections: [16] },
    { asked: 'json', name: 'feed as JSON', paths: ['/feed.json'], connections: [16] },
  ]
  const wanted = kept.filter((one) => asked(one.asked))
  const paths = [...wanted.flatMap((one) => one.paths), ...(asked('304') ? stories.slice(0, 1) : [])]
  const floor = await startFloor(await keptPages([...new Set(paths)], house))
  for (const { name, paths, connections } of wanted)
    for (const many of connections)
      rows.push(await againstFloor(`${name}, kept, c=${many}`, 0.6, { house, floor, paths, connections: many }))
  if (asked('304')) rows.push(await notModified(stories[0] ?? '', { house, floor }))
  if (asked('fresh')) rows.push(await madeAnew(stories, house))
  if (asked('bytes')) rows.push(...(await bytesOf(stories[0] ?? '', house)))
  if (asked('memory')) rows.push(...(await memoryUnder([...stories, ...kept.flatMap((one) => one.paths)], house)))
  await house.stop()
  return rows
}

/** @param {string} path @param {{ house: House, floor: import('./raw-get.mjs').Floor }} sides */
async function notModified(path, { house, floor }) {
  const [, etag = ''] = (await sentFor(path, house, 'br')).headers.find(([name]) => name === 'etag') ?? []
  const extra = { 'if-none-match': etag }
  return againstFloor('304, c=16', 0.8, { house, floor, paths: [path], connections: 16, status: '304', extra })
}

/** A page with a query is not kept, so it is made each time. @param {string[]} stories @param {House} house */
async function madeAnew(stories, { pid, port, host }) {
  const load = { port, host, paths: stories.map((path) => `${path}?from=bench`), count: 300, connections: 4 }
  const cpu = []
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const before = cpuMicroseconds(pid)
    await sendLoad({ ...load, headers: { 'accept-encoding': 'identity' } })
    if (round >= 0) cpu.push((cpuMicroseconds(pid) - before) / load.count)
  }
  return row('story page, not kept', median(cpu), 'µs CPU/request', 2000, 'lower')
}

/** @param {string} path @param {House} house */
async function bytesOf(path, house) {
  const { body } = await sentFor(path, house, 'identity')
  const html = body.toString('utf8')
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map((match) => match[1] ?? '')
  let bytes = brotliSize(body)
  for (const style of styles) bytes += brotliSize((await sentFor(style, house, 'identity')).body)
  const scripts = html.match(/<script(?! type="application\/ld\+json")/g) ?? []
  return [
    row('story page: HTML + CSS, brotli', bytes / 1024, 'KB', 14, 'lower'),
    row('story page: requests without pictures', 1 + styles.length, 'requests', 2, 'lower'),
    row('story page: script', scripts.length, 'elements', 0, 'lower'),
  ]
}

/** Kept pages, pages made anew and addresses that are nowhere, as fast as they are answered. @param {string[]} paths @param {House} house */
async function memoryUnder(paths, { pid, port, host }) {
  say(`Asking for ${minutes} min …`)
  const headers = { 'accept-encoding': 'br' }
  const ends = performance.now() + minutes * 60_000
  const seen = []
  for (let turn = 0; performance.now() < ends; turn++) {
    const anew = paths.map((path) => `${path}?turn=${turn}`)
    await sendLoad({ port, host, headers, paths, count: 5_000, connections: 16 })
    await sendLoad({ port, host, headers, paths: anew, count: 300, connections: 16 })
    await sendLoad({ port, host, headers, paths: anew.map((path) => `/nowhere${path}`), count: 100, connections: 16 })
    seen.push(memoryMegabytes(pid))
  }
  // The middle third is warm already: what grows from there to the end goes on growing.
  const third = Math.ceil(seen.length / 3)
  const [middle, last] = [median(seen.slice(third, 2 * third)), median(seen.slice(-third))]
  return [
    row(`memory after ${minutes} min of load`, seen.at(-1) ?? 0, 'MB', 300, 'lower'),
    row('memory, last third ÷ middle third', last, 'MB', 1.1, 'lower', {
      floor: middle,
      ratio: last / middle,
      byRatio: true,
    }),
  ]
}
