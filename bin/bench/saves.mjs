// How long autosaves and moves take until they are acknowledged, beside bare writes that wait for the disk as they do.
import { createInterface } from 'node:readline'
import { asked, ROUNDS, say } from './asked.mjs'
import { timeSaves } from './autosave.mjs'
import { seededHouse, start } from './houses.mjs'
import { timeMoves } from './moves.mjs'
import { median, quantile, row } from './rows.mjs'

/** The rows that were asked for. */
export async function saveRows() {
  const rows = []
  if (asked('autosave')) {
    const house = await seededHouse()
    const { ours, bare, bytes } = await timeSaves({ ...house, bareWrites: bareWritesIn(house.data), rounds: ROUNDS })
    say(`each save is ${bytes} bytes`)
    rows.push(...acknowledged('autosave', ours, bare))
  }
  if (asked('move')) {
    const house = await seededHouse()
    const { ours, bare } = await timeMoves({ ...house, bareWrites: bareWritesIn(house.data), rounds: ROUNDS })
    rows.push(...acknowledged('move', ours, bare))
  }
  return rows
}

/** The floor: bare synced writes, as many as asked for, in milliseconds each. @param {string} data */
function bareWritesIn(data) {
  const bare = start('bin/bench/bare-write.mjs', [data, '7000'], process.env, 'pipe')
  const lines = createInterface({ input: bare.stdout ?? process.stdin })[Symbol.asyncIterator]()
  return async (/** @type {number} */ count) => {
    bare.stdin?.write(`${count}\n`)
    return JSON.parse((await lines.next()).value)
  }
}

/** @param {string} what @param {number[][]} ours @param {number[][]} bare */
function acknowledged(what, ours, bare) {
  return [0.5, 0.99].map((part) => {
    const value = median(ours.map((round) => quantile(round, part)))
    const floor = median(bare.map((round) => quantile(round, part)))
    return row(`${what} acknowledged, p${part * 100}`, value, 'ms', 25, 'lower', { floor, ratio: floor / value })
  })
}
