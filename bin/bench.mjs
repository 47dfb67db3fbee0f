// `npm run bench`: figures as ratios to a floor measured in the same interleaved run, beside their goals.
// `-- story copy` runs some rows, `-- --json` prints JSON only, `-- --compare FILE` sets an earlier JSON beside.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { brotliCompressSync, constants } from 'node:zlib'
import { timeSaves } from './bench/autosave.mjs'
import { editorFiles } from './bench/chunks.mjs'
import { sendLoad } from './bench/load.mjs'
import { timeMoves } from './bench/moves.mjs'
import { cpuMicroseconds, memoryMegabytes } from './bench/processes.mjs'
import { timeWriting } from './bench/writing.mjs'
import { buildWhenStale, root } from './build.mjs'

/** @typedef {{ name: string, value: number, unit: string, floor?: number, ratio?: number, goal: number, better: 'higher' | 'lower', ok: boolean, more?: Record<string, number> }} Row */

const args = process.argv.slice(2)
const asJson = args.includes('--json')
const compare = args.includes('--compare') ? args[args.indexOf('--compare') + 1] : undefined
const wanted = args.filter((arg) => !arg.startsWith('--') && arg !== compare)
const ROUNDS = 6
const OF_SERVER = ['story', 'front', 'hub', 'feed', 'atom', 'json', '304', 'cold', 'memory', 'bytes']
const NAMES = [...OF_SERVER, 'chunk', 'writing', 'autosave', 'move', 'copy', 'diff', 'likeness', 'queue', 'search']
const unknown = wanted.find((name) => !NAMES.includes(name))
if (unknown) {
  console.error(`There is no row "${unknown}"; there are ${NAMES.join(', ')}.`)
  process.exit(1)
}
const say = (/** @type {string} */ line) => asJson || console.error(line)

process.chdir(root)
await buildWhenStale()
const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
/** @type {Row[]} */
const rows = []
/** @type {import('node:child_process').ChildProcess[]} */
const started = []
try {
  if (asked(...OF_SERVER)) await measureServer()
  if (asked('chunk', 'writing')) rows.push(editorChunk())
  if (asked('autosave')) await measureAutosave()
  if (asked('writing')) await measureWriting()
  if (asked('move')) await measureMoves()
  if (asked('copy', 'diff', 'likeness')) await measureCopy()
  if (asked('queue')) await measureQueue()
  if (asked('search')) await measureSearch()
} finally {
  for (const child of started) child.kill('SIGTERM')
  await sleep(300)
  rmSync(folder, { recursive: true, force: true })
}
report()

/** @param {...string} names */
function asked(...names) {
  return wanted.length === 0 || names.some((name) => wanted.includes(name))
}

// ---- the server ----------------------------------------------------------------------------------------------------

async function measureServer() {
  const port = await freePort()
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    SITE_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'error',
    DATABASE_URL: '',
    SMTP_URL: '',
  }
  say('Writing 60 stories of about 900 words …')
  const { slugs, topic } = JSON.parse(await output('build/bin/bench-newsroom.js', ['60'], env))
  const { server, milliseconds } = await coldStart(port, env)
  if (asked('cold')) rows.push(row('cold start', milliseconds / 1000, 's', 1.0, 'lower'))
  await sleep(1500)
  if (asked('memory')) rows.push(row('memory idle', memoryMegabytes(pidOf(server)), 'MB', 110, 'lower'))

  const host = `127.0.0.1:${port}`
  const stories = slugs.map((/** @type {string} */ slug) => `/stories/${slug}`)
  const sets = {
    story: stories,
    front: ['/'],
    hub: [`/topics/${topic}`],
    feed: ['/feed.xml'],
    atom: ['/atom.xml'],
    json: ['/feed.json'],
  }
  const kept = await keepAll(Object.values(sets).flat(), host, port)
  if (asked('bytes')) await measureBytes(stories[0] ?? '', host, port)
  const floor = await startFloor(kept)
  for (const [name, paths] of Object.entries(sets))
    if (asked(name))
      for (const connections of name === 'story' ? [1, 16, 64] : [16]) {
        const label =
          {
            story: 'story page',
            front: 'front page',
            hub: 'topic hub',
            feed: 'feed',
            atom: 'feed as Atom',
            json: 'feed as JSON',
          }[name] ?? name
        rows.push(
          await againstFloor(`${label}, kept, c=${connections}`, 0.6, {
            server,
            floor,
            port,
            host,
            paths,
            connections,
          }),
        )
      }
  if (asked('304')) {
    const etag =
      kept.find((answer) => answer.path === stories[0])?.headers.find(([header]) => header === 'etag')?.[1] ?? ''
    rows.push(
      await againstFloor('304, c=16', 0.8, {
        server,
        floor,
        port,
        host,
        paths: stories.slice(0, 1),
        connections: 16,
        extra: { 'if-none-match': etag },
      }),
    )
  }
  if (asked('story')) rows.push(await notKept(stories, { server, port, host }))
  if (asked('memory')) rows.push(row('memory after the load', memoryMegabytes(pidOf(server)), 'MB', 300, 'lower'))
}

/** @param {number} port @param {NodeJS.ProcessEnv} env */
async function coldStart(port, env) {
  const began = performance.now()
  const server = start('bin/serve.mjs', [], env, 'ignore')
  while (!(await answers(port))) await sleep(10)
  return { server, milliseconds: performance.now() - began }
}

/** @param {number} port */
async function answers(port) {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  )
}

/** Asks for every page until it comes from memory, compressed; keeps what was sent for the floor. @param {string[]} paths @param {string} host @param {number} port */
async function keepAll(paths, host, port) {
  const answersKept = []
  for (const path of paths) {
    const plain = await rawGet(path, port, { host, 'accept-encoding': 'identity' })
    const smallest = brotliSize(plain.body)
    for (let attempt = 0; attempt < 100; attempt++) {
      const { headers, body, status } = await rawGet(path, port, { host, 'accept-encoding': 'br' })
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      // The first answers are compressed quickly, the kept one is compressed best.
      if (headers.get('content-encoding') === 'br' && body.length <= smallest * 1.02) {
        const sent = [...headers].filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
        )
        answersKept.push({ path, headers: sent, body })
        break
      }
      if (attempt === 99) throw new Error(`${path} never came compressed from memory`)
      await sleep(20)
    }
  }
  return answersKept
}

/** The bytes as they cross the wire. @param {string} path @param {number} port @param {Record<string, string>} headers */
async function rawGet(path, port, headers) {
  const { request } = await import('node:http')
  return new Promise(
    (
      /** @type {(answer: { status: number, headers: Map<string, string>, body: Buffer }) => void} */ resolve,
      reject,
    ) => {
      request({ port, host: '127.0.0.1', path, headers }, (response) => {
        /** @type {Buffer[]} */
        const parts = []
        response.on('data', (part) => parts.push(part))
        response.on('end', () => {
          const sent = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]))
          resolve({ status: response.statusCode ?? 0, headers: sent, body: Buffer.concat(parts) })
        })
      })
        .on('error', reject)
        .end()
    },
  )
}

/** @param {{ path: string, headers: [string, string][], body: Buffer }[]} kept */
async function startFloor(kept) {
  const child = start('bin/bench/floor.mjs', [], process.env, 'pipe')
  child.stdin?.end(
    JSON.stringify(kept.map(({ path, headers, body }) => ({ path, headers, body: body.toString('base64') }))),
  )
  const port = await new Promise((resolve) => child.stdout?.once('data', (data) => resolve(Number(String(data)))))
  return { child, port }
}

/**
 * Processor time a request, ours and the floor's, in shuffled rounds; the ratio is floor ÷ ours (1 = as cheap as the floor).
 * @param {string} name @param {number} goal
 * @param {{ server: import('node:child_process').ChildProcess, floor: { child: import('node:child_process').ChildProcess, port: number }, port: number, host: string, paths: string[], connections: number, extra?: Record<string, string> }} setup
 * @returns {Promise<Row>}
 */
async function againstFloor(name, goal, { server, floor, port, host, paths, connections, extra = {} }) {
  const sides = [
    { key: 'ours', pid: pidOf(server), port },
    { key: 'floor', pid: pidOf(floor.child), port: floor.port },
  ]
  const count = connections === 1 ? 4_000 : 12_000
  const headers = { 'accept-encoding': 'br', ...extra }
  await sameBytes(paths, host, port, floor.port)
  /** @type {Record<string, { cpu: number[], rate: number[], p50: number[], p99: number[] }>} */
  const seen = Object.fromEntries(sides.map(({ key }) => [key, { cpu: [], rate: [], p50: [], p99: [] }]))
  for (let round = -1; round < ROUNDS; round++)
    for (const side of Math.random() < 0.5 ? sides : [...sides].reverse()) {
      const before = cpuMicroseconds(side.pid)
      const load = await sendLoad({ port: side.port, host, paths, headers, count, connections })
      const cpu = (cpuMicroseconds(side.pid) - before) / count
      const odd = Object.keys(load.statuses).find((status) => status !== '200' && status !== '304')
      if (odd) throw new Error(`${name}: an answer ${odd}`)
      if (round < 0) continue // warm-up
      seen[side.key]?.cpu.push(cpu)
      seen[side.key]?.rate.push(count / load.seconds)
      seen[side.key]?.p50.push(load.p50)
      seen[side.key]?.p99.push(load.p99)
    }
  const ours = median(seen.ours?.cpu ?? [])
  const bare = median(seen.floor?.cpu ?? [])
  const more = {
    requestsPerSecond: Math.round(median(seen.ours?.rate ?? [])),
    floorRequestsPerSecond: Math.round(median(seen.floor?.rate ?? [])),
    p50: median(seen.ours?.p50 ?? []),
    p99: median(seen.ours?.p99 ?? []),
  }
  say(`${name}: ${ours.toFixed(1)} µs, floor ${bare.toFixed(1)} µs, ratio ${(bare / ours).toFixed(2)}`)
  return {
    name,
    value: ours,
    unit: 'µs CPU a request',
    floor: bare,
    ratio: bare / ours,
    goal,
    better: 'higher',
    ok: bare / ours >= goal,
    more,
  }
}

/** Both servers must send the same bytes, or the ratio says nothing. @param {string[]} paths @param {string} host @param {number} port @param {number} floorPort */
async function sameBytes(paths, host, port, floorPort) {
  for (const path of paths.slice(0, 5)) {
    const digest = async (/** @type {number} */ one) => {
      const { body } = await rawGet(path, one, { host, 'accept-encoding': 'br' })
      return createHash('sha256').update(body).digest('hex')
    }
    const bare = await digest(floorPort)
    // A page is made anew once a minute, and its best compression comes a moment later.
    for (let attempt = 0; (await digest(port)) !== bare; attempt++) {
      if (attempt === 50) throw new Error(`${path}: the floor sends other bytes`)
      await sleep(100)
    }
  }
}

/** A page with a query is not kept, so it is rendered each time. @param {string[]} stories @param {{ server: import('node:child_process').ChildProcess, port: number, host: string }} setup */
async function notKept(stories, { server, port, host }) {
  const paths = stories.map((path) => `${path}?from=bench`)
  const cpu = []
  for (let round = -1; round < ROUNDS; round++) {
    const before = cpuMicroseconds(pidOf(server))
    await sendLoad({ port, host, paths, headers: { 'accept-encoding': 'identity' }, count: 300, connections: 4 })
    if (round >= 0) cpu.push((cpuMicroseconds(pidOf(server)) - before) / 300)
  }
  return row('story page, not kept', median(cpu), 'µs CPU a request', 2000, 'lower')
}

/** @param {string} path @param {string} host @param {number} port */
async function measureBytes(path, host, port) {
  const page = await rawGet(path, port, { host, 'accept-encoding': 'identity' })
  const html = page.body.toString('utf8')
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map((match) => match[1] ?? '')
  let css = 0
  for (const style of styles)
    css += brotliSize((await rawGet(style, port, { host, 'accept-encoding': 'identity' })).body)
  rows.push(row('story page: HTML + CSS, brotli', (brotliSize(page.body) + css) / 1024, 'KB', 14, 'lower'))
  rows.push(row('story page: requests without pictures', 1 + styles.length, 'requests', 2, 'lower'))
  rows.push(
    row(
      'story page: script',
      (html.match(/<script(?! type="application\/ld\+json">)/g) ?? []).length,
      'elements',
      0,
      'lower',
    ),
  )
}

// ---- saving --------------------------------------------------------------------------------------------------------

/** A house with accounts and one story in every state. */
async function seededHouse() {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const data = mkdtempSync(join(folder, 'seeded-'))
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: data, PORT: String(port), HOST: '127.0.0.1' }
  Object.assign(env, { SITE_URL: url, LOG_LEVEL: 'error', DATABASE_URL: '', SMTP_URL: '', RATE_LIMITS: 'off' })
  const seeded = JSON.parse(await output('build/bin/seed-test.js', ['--json'], env))
  await coldStart(port, env)
  return { url, data, seeded }
}

async function measureWriting() {
  say('Opening and writing a story of 5,000 words in a browser …')
  const { url, seeded } = await seededHouse()
  const { usable, scriptBytes, paint, cpu } = await timeWriting({ url, seeded, rounds: ROUNDS })
  rows.push(row('writing page script, as sent', scriptBytes / 1024, 'KB', 260, 'lower'))
  rows.push(row('writing page usable', median(usable) / 1000, 's', 1.5, 'lower'))
  rows.push(
    row('keydown to paint at 5,000 words, p50', median(paint.map((all) => quantile(all, 0.5))), 'ms', 33, 'lower'),
  )
  rows.push(
    row('keydown to paint at 5,000 words, p95', median(paint.map((all) => quantile(all, 0.95))), 'ms', 33, 'lower'),
  )
  rows.push(row('CPU a key at 5,000 words', median(cpu), 'ms', 10, 'lower'))
}

async function measureAutosave() {
  const house = await seededHouse()
  const { ours, bare, bytes } = await timeSaves({ ...house, bareWrites: bareWritesIn(house.data), rounds: ROUNDS })
  say(`each save is ${bytes} bytes`)
  rows.push(...acknowledged('autosave', ours, bare))
}

async function measureMoves() {
  const house = await seededHouse()
  const { ours, bare } = await timeMoves({ ...house, bareWrites: bareWritesIn(house.data), rounds: ROUNDS })
  rows.push(...acknowledged('move', ours, bare))
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

/** @param {string} what @param {number[][]} ours @param {number[][]} bare @returns {Row[]} */
function acknowledged(what, ours, bare) {
  return /** @type {const} */ ([
    ['p50', 0.5],
    ['p99', 0.99],
  ]).map(([name, part]) => {
    const value = median(ours.map((round) => quantile(round, part)))
    const floor = median(bare.map((round) => quantile(round, part)))
    const label = `${what} acknowledged, ${name}`
    say(`${label}: ${value.toFixed(2)} ms, bare write ${floor.toFixed(2)} ms`)
    return {
      name: label,
      value,
      unit: 'ms',
      floor,
      ratio: floor / value,
      goal: 25,
      better: /** @type {const} */ ('lower'),
      ok: value <= 25,
    }
  })
}

/** @param {number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

// ---- files and functions -------------------------------------------------------------------------------------------

/** What the writing page loads for the editor: its chunk and those that it imports. */
function editorChunk() {
  const assets = join(root, 'build/client/assets')
  const bytes = editorFiles(assets).reduce((sum, name) => sum + brotliSize(readFileSync(join(assets, name))), 0)
  return row('editor chunk without React, brotli', bytes / 1024, 'KB', 115, 'lower')
}

async function measureCopy() {
  const { check, render, prints, diff } = JSON.parse(await output('build/bin/bench-copy.js', [], process.env))
  if (asked('copy')) {
    rows.push(row('check-copy, 900 words', check, 'documents/s', 3000, 'higher'))
    rows.push(row('render-copy, 900 words', render, 'documents/s', 10_000, 'higher'))
  }
  if (asked('diff')) rows.push(row('diff, 5,000 words with 50 changes', diff, 'ms CPU', 20, 'lower'))
  if (asked('likeness')) rows.push(row('prints of likeness, 900 words', prints, 'documents/s', 300, 'higher'))
}

/** Readers' search among 200,000 stories, over HTTP; the questions are those that cost the most, and one that costs little. */
async function measureSearch() {
  const port = await freePort()
  const data = mkdtempSync(join(folder, 'search-'))
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: data, PORT: String(port), HOST: '127.0.0.1' }
  Object.assign(env, { SITE_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error', DATABASE_URL: '', RATE_LIMITS: 'off' })
  say('Writing 200,000 published stories …')
  /** @type {{ common: string[], rarelyMeet: string[], phrase: string[], rare: string }} */
  const { common, rarelyMeet, phrase, rare } = JSON.parse(await output('build/bin/bench-search.js', ['200000'], env))
  const { server } = await coldStart(port, env)
  const quoted = (/** @type {string[]} */ words) => `"${words.join(' ')}"`
  const asks = [rare, common[0], common.join(' '), quoted(common), rarelyMeet.join(' '), quoted(phrase)]
  const host = `127.0.0.1:${port}`
  for (const [order, goal] of /** @type {const} */ ([
    ['newest', 10],
    ['best', 50],
  ])) {
    const paths = asks.map((q) => `/search?order=${order}&q=${encodeURIComponent(q ?? '')}`)
    const kept = []
    for (const path of paths) {
      const { headers, body, status } = await rawGet(path, port, { host, 'accept-encoding': 'identity' })
      if (status !== 200) throw new Error(`${path} answers ${status}`)
      const sent = [...headers].filter(
        ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
      )
      kept.push({ path, headers: [...sent, ['content-length', String(body.length)]], body })
    }
    const floor = await startFloor(/** @type {{ path: string, headers: [string, string][], body: Buffer }[]} */ (kept))
    await searchRows(order, goal, { paths, host, server, port, floor })
  }
}

/**
 * @param {string} order @param {number} goal
 * @param {{ paths: string[], host: string, port: number, server: import('node:child_process').ChildProcess, floor: { child: import('node:child_process').ChildProcess, port: number } }} setup
 */
async function searchRows(order, goal, { paths, host, server, port, floor }) {
  const count = 50 * paths.length
  const load = { host, paths, headers: { 'accept-encoding': 'identity' }, count, connections: 1 }
  /** @type {{ ours: number[], bare: number[], cpu: number[] }} */
  const seen = { ours: [], bare: [], cpu: [] }
  for (let round = -1; round < ROUNDS; round++) {
    const before = cpuMicroseconds(pidOf(server))
    const ours = await sendLoad({ ...load, port })
    const cpu = (cpuMicroseconds(pidOf(server)) - before) / count
    const bare = await sendLoad({ ...load, port: floor.port })
    if (Object.keys(ours.statuses).some((status) => status !== '200')) throw new Error('search: an answer is no 200')
    if (round < 0) continue // warm-up
    seen.ours.push(ours.p99)
    seen.bare.push(bare.p99)
    seen.cpu.push(cpu)
  }
  const [value, bare] = [median(seen.ours), median(seen.bare)]
  rows.push(row(`search, ${order}, processor`, median(seen.cpu), 'µs CPU a request', goal * 1000, 'lower'))
  const name = `search, ${order}, p99 among 200 k`
  say(`${name}: ${value.toFixed(1)} ms, floor ${bare.toFixed(2)} ms`)
  rows.push({ name, value, unit: 'ms', floor: bare, ratio: bare / value, goal, better: 'lower', ok: value <= goal })
}

/** The floor of each row is what the same question costs among a thousand stories. */
async function measureQueue() {
  say('Writing a thousand, a hundred thousand and a million stories …')
  const { seconds, times } = JSON.parse(await output('build/bin/bench-queue.js', [], process.env))
  say(`written in ${Math.round(seconds[1_000_000])} s`)
  for (const [name, of] of Object.entries(times)) {
    const [thousand, hundred, million] = [of[1_000], of[100_000], of[1_000_000]]
    rows.push(row(`${name}, 1 M stories`, million, 'ms', 1, 'lower'))
    for (const [label, value] of [
      ['100 k', hundred],
      ['1 M', million],
    ]) {
      const ratio = value / thousand
      const title = `${name}, ${label} ÷ 1 k`
      rows.push({
        name: title,
        value,
        unit: 'ms',
        floor: thousand,
        ratio,
        goal: 1.5,
        better: 'lower',
        ok: ratio <= 1.5,
      })
    }
  }
}

/** @param {Buffer} bytes */
function brotliSize(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}

// ---- plumbing ------------------------------------------------------------------------------------------------------

/** @param {string} name @param {number} value @param {string} unit @param {number} goal @param {'higher' | 'lower'} better @returns {Row} */
function row(name, value, unit, goal, better) {
  say(`${name}: ${shown(value)} ${unit}`)
  return { name, value, unit, goal, better, ok: better === 'higher' ? value >= goal : value <= goal }
}

/** @param {string} file @param {string[]} given @param {NodeJS.ProcessEnv} env @param {'pipe' | 'ignore'} stdio */
function start(file, given, env, stdio) {
  const child = spawn(process.execPath, [file, ...given], { cwd: root, env, stdio: [stdio, stdio, 'inherit'] })
  started.push(child)
  return child
}

/** @param {string} file @param {string[]} given @param {NodeJS.ProcessEnv} env @returns {Promise<string>} */
function output(file, given, env) {
  const child = start(file, given, env, 'pipe')
  let text = ''
  child.stdout?.on('data', (part) => {
    text += part
  })
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(`${file} ended with ${code}`))))
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function pidOf(child) {
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

/** @param {number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** @param {number} value */
function shown(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(value >= 10 ? 1 : 2)
}

function report() {
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  }
  const result = { machine, rows }
  if (asJson) {
    process.stdout.write(`${JSON.stringify(result)}\n`)
    return
  }
  const earlier = compare
    ? new Map(JSON.parse(readFileSync(compare, 'utf8')).rows.map((/** @type {Row} */ one) => [one.name, one]))
    : null
  console.log(
    `\n${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB, Node ${machine.node}; medians of ${ROUNDS} rounds\n`,
  )
  console.log(
    `${'row'.padEnd(40)}${'value'.padStart(10)} ${'unit'.padEnd(18)}${'floor'.padStart(8)}${'ratio'.padStart(7)}${'goal'.padStart(9)}  ok${earlier ? '    earlier' : ''}`,
  )
  for (const one of rows) {
    const before = /** @type {Row | undefined} */ (earlier?.get(one.name))
    const then = before ? `    ${shown(before.ratio ?? before.value)}` : ''
    console.log(
      `${one.name.padEnd(40)}${shown(one.value).padStart(10)} ${one.unit.padEnd(18)}${(one.floor ? shown(one.floor) : '').padStart(8)}${(one.ratio ? one.ratio.toFixed(2) : '').padStart(7)}${`${one.better === 'higher' ? '≥' : '≤'} ${shown(one.goal)}`.padStart(9)}  ${one.ok ? 'yes' : 'NO'}${then}`,
    )
  }
  const file = `bench-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`
  writeFileSync(file, JSON.stringify(result, null, 2))
  console.log(`\nWritten to ${file}`)
}
