// Readers' search among 200,000 stories, over HTTP; the questions are those that cost the most, and one that costs little.
import { ROUNDS, say, WARM_UP } from './asked.mjs'
import { lot, open, output } from './houses.mjs'
import { sendLoad } from './load.mjs'
import { cpuMicroseconds } from './processes.mjs'
import { sentFor, startFloor } from './raw-get.mjs'
import { median, row } from './rows.mjs'

/** Newest first and best first. */
export async function searchRows() {
  const ground = await lot()
  say('Writing 200,000 published stories …')
  /** @type {{ common: string[], rarelyMeet: string[], phrase: string[], rare: string }} */
  const sought = JSON.parse(await output('build/bin/bench-search.js', ['200000'], ground.env))
  const { common, rarelyMeet, phrase, rare } = sought
  const quoted = (/** @type {string[]} */ words) => `"${words.join(' ')}"`
  const asks = [rare, common[0], common.join(' '), quoted(common), rarelyMeet.join(' '), quoted(phrase)]
  const house = await open(ground)
  const rows = []
  for (const [order, name, goal] of /** @type {const} */ ([
    ['newest', 'newest', 10],
    ['best', 'relevance', 50],
  ])) {
    const paths = asks.map((q) => `/search?order=${order}&q=${encodeURIComponent(q ?? '')}`)
    rows.push(...(await inOrder(name, goal, paths, house)))
  }
  await house.stop()
  return rows
}

/** @param {string} name @param {number} goal @param {string[]} paths @param {import('./houses.mjs').House} house */
async function inOrder(name, goal, paths, house) {
  const answers = []
  for (const path of paths) answers.push(await sentFor(path, house, 'identity'))
  const floor = await startFloor(answers)
  const count = 50 * paths.length
  const load = { host: house.host, paths, headers: { 'accept-encoding': 'identity' }, count, connections: 1 }
  /** @type {{ ours: number[], bare: number[], cpu: number[] }} */
  const seen = { ours: [], bare: [], cpu: [] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const before = cpuMicroseconds(house.pid)
    const ours = await sendLoad({ ...load, port: house.port })
    const cpu = (cpuMicroseconds(house.pid) - before) / count
    const bare = await sendLoad({ ...load, port: floor.port })
    if (Object.keys(ours.statuses).some((status) => status !== '200')) throw new Error('search: an answer is no 200')
    if (round < 0) continue
    seen.ours.push(ours.p99)
    seen.bare.push(bare.p99)
    seen.cpu.push(cpu)
  }
  const [value, bare] = [median(seen.ours), median(seen.bare)]
  return [
    row(`search, ${name}, processor`, median(seen.cpu), 'µs CPU/request', goal * 1000, 'lower'),
    row(`search, ${name}, p99 among 200 k`, value, 'ms', goal, 'lower', { floor: bare, ratio: bare / value }),
  ]
}
