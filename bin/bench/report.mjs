// What a run found: a table for people and a file, or one JSON object.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { asJson, compare, ROUNDS } from './asked.mjs'
import { shown } from './rows.mjs'

/** @param {import('./rows.mjs').Row[]} rows */
export function report(rows) {
  const [core] = cpus()
  const memoryGB = Math.round(totalmem() / 2 ** 30)
  const machine = { cpu: core?.model ?? '', cores: cpus().length, memoryGB, node: process.version }
  const result = { machine, rows: rows.map(({ better: _better, ...row }) => row) }
  if (asJson) {
    process.stdout.write(`${JSON.stringify(result)}\n`)
    return
  }
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, ${memoryGB} GB, Node ${machine.node}; medians of ${ROUNDS} rounds\n`,
  )
  const earlier = earlierRows()
  console.log(
    line(['row', 'value', 'unit', 'floor', 'ratio', 'goal', 'ok', ...(earlier ? ['earlier', 'now ÷ then'] : [])]),
  )
  for (const row of rows) console.log(line(cellsOf(row, earlier?.get(row.name))))
  const file = `bench-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`
  writeFileSync(file, JSON.stringify(result, null, 2))
  console.log(`\nWritten to ${file}`)
}

/** @param {import('./rows.mjs').Row} row @param {import('./rows.mjs').Row | undefined} then */
function cellsOf({ name, value, unit, floor, ratio, goal, better, ok }, then) {
  const wish = `${better === 'higher' ? '≥' : '≤'} ${shown(goal)}`
  const cells = [
    name,
    shown(value),
    unit,
    floor === null ? '' : shown(floor),
    ratio?.toFixed(2) ?? '',
    wish,
    ok ? 'yes' : 'NO',
  ]
  if (!then) return cells
  // What was measured beside a floor is compared by its ratio: the machine was another one then, or as good as.
  const [now, before] = ratio !== null && then.ratio ? [ratio, then.ratio] : [value, then.value]
  return [...cells, shown(before), before === 0 ? '' : (now / before).toFixed(2)]
}

/** @param {string[]} cells */
function line([name = '', value = '', unit = '', ...rest]) {
  return name.padEnd(46) + value.padStart(10) + ` ${unit}`.padEnd(18) + rest.map((cell) => cell.padStart(11)).join('')
}

/** @returns {Map<string, import('./rows.mjs').Row> | null} */
function earlierRows() {
  if (!compare) return null
  const { rows } = JSON.parse(readFileSync(compare, 'utf8'))
  return new Map(rows.map((/** @type {import('./rows.mjs').Row} */ row) => [row.name, row]))
}
