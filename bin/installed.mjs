// Are the packages of the lock file installed? Asked at every start, so it reads two files and nothing else.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepNative } from './keep-native.mjs'

/** Installs what the lock file names when anything of it is missing. Exits when npm fails. @param {string} root */
export function installWhenMissing(root) {
  if (isInstalled(root)) return
  console.error('Installing packages (the first time this takes a minute or two) …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit'), shell: process.platform === 'win32' }
  const { status, error } = spawnSync(
    npm,
    ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    options,
  )
  if (status !== 0) {
    console.error(error ? `npm could not be run: ${error.message}` : 'npm ci failed; what it said is above.')
    process.exit(status || 1)
  }
  refuseWithoutEngine(root)
  keepNative(root)
}

// npm lets go of it silently when it can neither be fetched nor compiled; nothing here runs without it.
/** @param {string} root */
function refuseWithoutEngine(root) {
  const engines = ['better-sqlite3', 'better-sqlite3-node22']
  if (engines.some((name) => existsSync(join(root, 'node_modules', name, 'package.json')))) return
  console.error(
    'The database engine better-sqlite3 could be neither fetched nor compiled: that takes the network, or python3, make, g++ and the headers of Node. `npm install better-sqlite3@12.11.1 --no-save` says why.',
  )
  process.exit(1)
}

/** @param {string} root */
function isInstalled(root) {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'))
  const wanted = packagesOf(join(root, 'package-lock.json'))
  if (!installed || !wanted) return false
  // Optional packages are those of other platforms and other Nodes: npm leaves out what does not fit.
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) => path === '' || optional || link || installed[path]?.version === version,
  )
}

/** @param {string} path @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | null} */
function packagesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null
}
