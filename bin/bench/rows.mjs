// One row of the table: a figure beside its goal, and how figures are put together.
import { brotliCompressSync, constants } from 'node:zlib'
import { say } from './asked.mjs'

/**
 * `floor` is the same figure of a server or function that does the least that can be done, `ratio` how near to it we are.
 * `ok` compares with the goal the ratio where there is one and `byRatio` says so, else the value.
 * @typedef {{ name: string, value: number, unit: string, floor: number | null, ratio: number | null, goal: number, better: 'higher' | 'lower', ok: boolean }} Row
 */

/** @param {string} name @param {number} value @param {string} unit @param {number} goal @param {'higher' | 'lower'} better @param {{ floor?: number, ratio?: number, byRatio?: boolean }} [beside] @returns {Row} */
export function row(name, value, unit, goal, better, { floor, ratio, byRatio = false } = {}) {
  const compared = byRatio ? (ratio ?? Number.NaN) : value
  const ok = better === 'higher' ? compared >= goal : compared <= goal
  const beside = ratio === undefined ? '' : `, floor ${shown(floor ?? 0)}, ratio ${ratio.toFixed(2)}`
  say(`${name}: ${shown(value)} ${unit}${beside}`)
  return { name, value, unit, floor: floor ?? null, ratio: ratio ?? null, goal, better, ok }
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** @param {number[]} values @param {number} part */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** @param {Buffer} bytes */
export function brotliSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

/** @param {number} value */
export function shown(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)
}
