// How long a house takes to open, empty and with very many stories, and how much room it takes on the disk.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../build.mjs'
import { asked, ROUNDS, say } from './asked.mjs'
import { lot, open, output } from './houses.mjs'
import { median, row } from './rows.mjs'

/** Starts of both in turns. */
export async function coldRows() {
  const [small, large] = [await lot(), await lot()]
  await output('build/bin/bench-newsroom.js', ['5'], small.env)
  say('Writing 100,000 published stories …')
  await output('build/bin/bench-search.js', ['100000'], large.env)
  const took = /** @type {[number[], number[]]} */ ([[], []])
  for (let round = -1; round < ROUNDS; round++)
    for (const [at, ground] of [small, large].entries()) {
      const house = await open(ground)
      if (round >= 0) took[at]?.push(house.milliseconds / 1000) // before that, the files are not in the machine's memory
      await house.stop()
    }
  return [
    row('cold start', median(took[0]), 's', 1.0, 'lower'),
    row('cold start with 100 k stories', median(took[1]), 's', 1.2, 'lower'),
  ]
}

/** What a server needs to run: our build and the packages that are not for development. */
export function installedSize() {
  /** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const needed = Object.entries(packages).filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
  const here = needed.map(([path]) => join(root, path)).filter((path) => existsSync(path)) // not those of other platforms
  const bytes = here.reduce((sum, path) => sum + bytesIn(path, false), 0)
  return row('installed size', (bytes + bytesIn(join(root, 'build'), true)) / 2 ** 20, 'MB', 160, 'lower')
}

/** What lies in a folder; the packages of a package are counted for themselves. @param {string} folder @param {boolean} all @returns {number} */
function bytesIn(folder, all) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return all || entry.name !== 'node_modules' ? sum + bytesIn(path, all) : sum
    return sum + lstatSync(path).size
  }, 0)
}

/** The rows that were asked for. */
export async function startRows() {
  return [...(asked('cold') ? await coldRows() : []), ...(asked('size') ? [installedSize()] : [])]
}
