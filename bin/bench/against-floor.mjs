// Processor time a request, ours and the floor's, in rounds that lie in one another.
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROUNDS, say } from './asked.mjs'
import { sendLoad } from './load.mjs'
import { cpuMicroseconds } from './processes.mjs'
import { rawGet } from './raw-get.mjs'
import { median, row } from './rows.mjs'

/**
 * The ratio is floor ÷ ours: 1 is as cheap as the floor. Every answer has to be a `status`, on both sides.
 * @param {string} name @param {number} goal
 * @param {{ house: import('./houses.mjs').House, floor: import('./raw-get.mjs').Floor, paths: string[], connections: number, status?: string, extra?: Record<string, string> }} setup
 */
export async function againstFloor(name, goal, { house, floor, paths, connections, status = '200', extra = {} }) {
  const { host } = house
  const count = connections === 1 ? 4_000 : 12_000
  const load = { host, paths, headers: { 'accept-encoding': 'br', ...extra }, count, connections }
  await sameBytes(paths, house, floor.port)
  const sides = [house, floor].map(({ pid, port }) => ({
    pid,
    port,
    cpu: times(),
    rate: times(),
    p50: times(),
    p99: times(),
  }))
  for (let round = -1; round < ROUNDS; round++)
    for (const side of Math.random() < 0.5 ? sides : [...sides].reverse()) {
      const before = cpuMicroseconds(side.pid)
      const { seconds, p50, p99, statuses } = await sendLoad({ ...load, port: side.port })
      const cpu = (cpuMicroseconds(side.pid) - before) / count
      const odd = Object.keys(statuses).find((one) => one !== status)
      if (odd) throw new Error(`${name}: an answer ${odd}`)
      if (round < 0) continue // warm-up
      side.cpu.push(cpu)
      side.rate.push(count / seconds)
      side.p50.push(p50)
      side.p99.push(p99)
    }
  const [ours, bare] = sides.map((side) => median(side.cpu))
  const [rate, p50, p99] = [sides[0]?.rate, sides[0]?.p50, sides[0]?.p99].map((all) => median(all ?? []))
  say(`  ${Math.round(rate ?? 0)} requests/s, p50 ${p50?.toFixed(2)} ms, p99 ${p99?.toFixed(2)} ms`)
  const ratio = (bare ?? 0) / (ours ?? 1)
  return row(name, ours ?? 0, 'µs CPU/request', goal, 'higher', { floor: bare ?? 0, ratio, byRatio: true })
}

/** @returns {number[]} */
function times() {
  return []
}

/** Both servers must send the same bytes, or the ratio says nothing. @param {string[]} paths @param {import('./houses.mjs').House} house @param {number} floorPort */
async function sameBytes(paths, { host, port }, floorPort) {
  const digest = async (/** @type {string} */ path, /** @type {number} */ one) => {
    const { body } = await rawGet(path, one, { host, 'accept-encoding': 'br' })
    return createHash('sha256').update(body).digest('hex')
  }
  for (const path of paths.slice(0, 5)) {
    const bare = await digest(path, floorPort)
    // A page may just have been made anew, and its best compression comes a moment later.
    for (let attempt = 0; (await digest(path, port)) !== bare; attempt++) {
      if (attempt === 50) throw new Error(`${path}: the floor sends other bytes`)
      await sleep(100)
    }
  }
}
