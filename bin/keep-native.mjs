// Keeps the compiled database engine where npm looks before it compiles: the next `npm ci` on this machine takes seconds.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const addon = 'build/Release/better_sqlite3.node'

/** Does nothing where there is nothing to keep, and never fails a start: it only saves time. @param {string} root */
export function keepNative(root) {
  try {
    keep(createRequire(join(root, 'package.json')))
  } catch (error) {
    console.error(`The compiled database engine was not kept: ${error instanceof Error ? error.message : error}`)
  }
}

/** @param {NodeJS.Require} require */
function keep(require) {
  const file = require.resolve('better-sqlite3/package.json')
  const folder = dirname(file)
  const pkg = JSON.parse(readFileSync(file, 'utf8'))
  if (!pkg.dependencies?.['prebuild-install'] || !existsSync(join(folder, addon))) return
  const ask = createRequire(file)
  const before = process.cwd()
  process.chdir(folder) // prebuild-install reads its settings from where it stands
  try {
    const { cachedPrebuild, getDownloadUrl } = ask('prebuild-install/util')
    const settings = ask('prebuild-install/rc')(pkg)
    const kept = cachedPrebuild(getDownloadUrl({ ...settings, pkg }))
    if (existsSync(kept)) return
    mkdirSync(dirname(kept), { recursive: true })
    const aside = `${kept}.${process.pid}`
    execFileSync('tar', ['-czf', aside, addon])
    renameSync(aside, kept) // whole or not at all: half an archive would break the next install
  } finally {
    process.chdir(before)
  }
}
