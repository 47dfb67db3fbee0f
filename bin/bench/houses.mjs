// Houses to measure: built servers on data folders of their own, and what else a bench starts. All of it ends with the bench.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../build.mjs'

/** @typedef {{ pid: number, port: number, host: string, url: string, data: string, env: NodeJS.ProcessEnv, milliseconds: number, stop: () => Promise<void> }} House */

/** As `npm run serve` starts it. @type {{ scripts: { serve: string } }} */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const [serve = '', ...flags] = scripts.serve.split(' ').slice(1).reverse()

const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
/** @type {import('node:child_process').ChildProcess[]} */
const started = []

/** A data folder, and the environment of a house on it. @param {string} [data] an existing one, for a second process */
export async function lot(data = mkdtempSync(join(folder, 'house-'))) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: data, PORT: String(port), HOST: '127.0.0.1' }
  Object.assign(env, { SITE_URL: url, LOG_LEVEL: 'error', DATABASE_URL: '', SMTP_URL: '', RATE_LIMITS: 'off' })
  return { data, port, url, env }
}

/** Opens the built server and waits until it is ready; `milliseconds` is how long that took. @param {Awaited<ReturnType<typeof lot>>} on @returns {Promise<House>} */
export async function open({ data, port, url, env }) {
  const began = performance.now()
  const child = start(serve, [], env, 'ignore', flags)
  while (!(await isReady(url))) await sleep(10)
  const milliseconds = performance.now() - began
  async function stop() {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { pid: pidOf(child), port, host: `127.0.0.1:${port}`, url, data, env, milliseconds, stop }
}

/** A house with accounts and one story in every state. */
export async function seededHouse() {
  const ground = await lot()
  const seeded = JSON.parse(await output('build/bin/seed-test.js', ['--json'], ground.env))
  return { ...(await open(ground)), seeded }
}

/** @param {string} url */
function isReady(url) {
  return fetch(`${url}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** @param {string} file @param {string[]} given @param {NodeJS.ProcessEnv} env @param {'pipe' | 'ignore'} stdio @param {string[]} [ofNode] flags */
export function start(file, given, env, stdio, ofNode = []) {
  const child = spawn(process.execPath, [...ofNode, file, ...given], {
    cwd: root,
    env,
    stdio: [stdio, stdio, 'inherit'],
  })
  started.push(child)
  return child
}

/** What a command prints. @param {string} file @param {string[]} given @param {NodeJS.ProcessEnv} env @returns {Promise<string>} */
export function output(file, given, env) {
  const child = start(file, given, env, 'pipe')
  let text = ''
  child.stdout?.on('data', (part) => {
    text += part
  })
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`${file} ended with ${code}`))))
  })
}

/** Ends everything that was started and removes its data. */
export async function endAll() {
  for (const child of started) child.kill('SIGTERM')
  await sleep(300)
  rmSync(folder, { recursive: true, force: true })
}

/** @param {import('node:child_process').ChildProcess} child */
export function pidOf(child) {
  if (child.pid === undefined || child.exitCode !== null) throw new Error('a measured process has ended')
  return child.pid
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
