// Builds what runs: the site, then the commands, then the compressed forms of its files and the rules of its sheets. Skips what is up to date.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '../..')
const stamp = join(root, 'build/.stamp')
const sources = ['app', 'db', 'bin', 'package.json', 'package-lock.json', 'vite.config.ts', 'remix.config.js']

/** Builds when a source changed since the last build. Exits with the tool's own words when it fails. */
export async function buildWhenStale() {
  return isFresh() ? false : inTurn(async () => (isFresh() ? false : build()))
}

// Two commands started together would otherwise write into each other's build.
/** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
async function inTurn(work) {
  const lock = join(root, 'node_modules/.copydesk-build.lock')
  while (!take(lock)) await sleep(200)
  process.once('exit', () => rmSync(lock, { force: true }))
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(lock)) rmSync(lock, { force: true }) // its process died while building
    return false
  }
}

/** @param {string} lock */
function isAlive(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0)
    return true
  } catch {
    return false
  }
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOfSources()
}

async function build() {
  const before = stateOfSources() // what changes while building is built again next time
  rmSync(stamp, { force: true })
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  run(process.execPath, [remix, 'vite:build', '--logLevel', 'error'])
  await shrinkServer()
  await buildCommands()
  const assets = join(root, 'build/client/assets')
  await import('./compress-assets.mjs').then(({ compressAssets }) => compressAssets(assets))
  await import('./sheet-parts.mjs').then(({ writeSheetParts }) => writeSheetParts(assets, join(root, 'build/sheets')))
  mkdirSync(join(root, 'build'), { recursive: true })
  writeFileSync(stamp, before)
  return true
}

// V8 keeps the text of every file it reads: white space goes, and letters outside ASCII are escaped, because one of them
// would make each letter of its file take two bytes. Names stay, for the log.
async function shrinkServer() {
  const { transform } = await import('esbuild')
  const server = join(root, 'build/server')
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((one) => one.endsWith('.js'))) {
    const path = join(server, name)
    const { code } = await transform(readFileSync(path, 'utf8'), {
      target: 'node20',
      charset: 'ascii',
      legalComments: 'none',
      minifyWhitespace: true,
      minifySyntax: true,
    })
    writeFileSync(path, code)
  }
}

async function buildCommands() {
  const { build } = await import('esbuild')
  const commands = readdirSync(join(root, 'bin')).filter((name) => name.endsWith('.ts'))
  await build({
    absWorkingDir: root,
    entryPoints: commands.map((name) => join('bin', name)),
    outdir: 'build/bin',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'warning',
    plugins: [{ name: 'packages-stay-outside', setup: keepPackagesOutside }],
  })
}

/** @param {import('esbuild').PluginBuild} build */
function keepPackagesOutside(build) {
  // Our own `#app/…` and `#db/…` and relative files go in; everything else is loaded from node_modules.
  build.onResolve({ filter: /^[^./#]/ }, ({ path, kind }) =>
    kind === 'entry-point' ? undefined : { path, external: true },
  )
}

function stateOfSources() {
  const hash = createHash('sha256')
  for (const source of sources) addState(join(root, source), hash)
  return hash.digest('hex')
}

/** @param {string} path @param {import('node:crypto').Hash} hash */
function addState(path, hash) {
  if (!existsSync(path)) return
  const about = statSync(path)
  if (about.isDirectory()) for (const name of readdirSync(path).sort()) addState(join(path, name), hash)
  else hash.update(`${path} ${about.size} ${about.mtimeMs}\n`)
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await inTurn(build)
