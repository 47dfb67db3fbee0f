// The built house as a person runs it: opens, says where, answers, and leaves cleanly when it is asked to stop.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWhenStale } from '../../bin/build.mjs'

const started: ChildProcess[] = []
beforeAll(() => buildWhenStale())
afterAll(() => {
  for (const child of started) if (child.exitCode === null) child.kill('SIGKILL')
})

let nextPort = 20_000 + (process.pid % 20_000)

function start(command: string, env: Record<string, string> = {}) {
  const port = nextPort++
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'copydesk-serve-'))
  const all: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    LOG_LEVEL: 'info',
    PORT: String(port),
    DATA_DIR: dataDir,
    ...env,
  }
  const child = spawn(process.execPath, [command], { env: all, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    said.out += part
  })
  child.stderr.on('data', (part) => {
    said.err += part
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said, ended, dataDir, url: `http://127.0.0.1:${port}` }
}

async function ready(url: string) {
  for (let i = 0; i < 600; i++) {
    const ok = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} did not open`)
}

test('npm run serve opens, serves its built files compressed, and ends with 0 and a whole database', async () => {
  const house = start('bin/serve.mjs')
  await ready(house.url)
  expect(house.said.err).toContain('Copydesk is open at http://localhost:')
  const page = await (await fetch(`${house.url}/sign-in`)).text()
  const [css] = /\/assets\/[^"]+\.css/.exec(page) ?? ['']
  const styles = await fetch(house.url + css, { headers: { 'accept-encoding': 'br' } })
  expect(styles.status).toBe(200)
  expect(styles.headers.get('content-encoding')).toBe('br')
  expect(styles.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(styles.headers.get('x-content-type-options')).toBe('nosniff')
  house.child.kill('SIGTERM')
  expect(await house.ended).toBe(0)
  expect(existsSync(join(house.dataDir, 'copydesk.db-wal'))).toBe(false)
})

test('the log names routes and numbers, never addresses or what was typed', async () => {
  const house = start('bin/serve.mjs')
  await ready(house.url)
  await fetch(`${house.url}/stories/a-secret-slug?q=secret-query`)
  const headers = { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' }
  await fetch(`${house.url}/sign-in`, {
    method: 'POST',
    headers,
    body: 'email=secret%40example.org&password=secret-word',
    redirect: 'manual',
  })
  house.child.kill('SIGTERM')
  await house.ended
  expect(house.said.out).toContain('"route":"/stories/:slug"')
  expect(house.said.out).toContain('"route":"/sign-in"')
  expect(house.said.out).not.toMatch(/secret|127\.0\.0\.1/)
})

test('faulty settings are said one a line, before anything is opened', async () => {
  const house = start('bin/serve.mjs', { PORT: 'x', LOG_LEVEL: 'loud' })
  expect(await house.ended).toBe(1)
  expect(house.said.err.trim().split('\n')).toEqual([
    'PORT must be a number, for example 3000.',
    'LOG_LEVEL must be trace, debug, info, warn, error or silent.',
  ])
})

test('a taken port is one clear line', async () => {
  const first = start('bin/serve.mjs')
  await ready(first.url)
  const second = start('bin/serve.mjs', { PORT: new URL(first.url).port })
  expect(await second.ended).toBe(1)
  expect(second.said.err).toMatch(/^Port \d+ on 127\.0\.0\.1 is taken/)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
})

test('a kill in the middle of everything leaves a database that opens again', async () => {
  const house = start('bin/serve.mjs')
  await ready(house.url)
  house.child.kill('SIGKILL')
  await house.ended
  const again = start('bin/serve.mjs', { DATA_DIR: house.dataDir })
  await ready(again.url)
  again.child.kill('SIGTERM')
  expect(await again.ended).toBe(0)
})
