// Settings: what holds without any, what is refused and with which sentence.
import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings, type Settings } from '#app/platform/env.server.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'copydesk-env-'))

function settingsOf(env: Record<string, string>): Settings {
  const read = readSettings({ DATA_DIR: folder(), ...env })
  if (!read.ok) throw new Error(read.faults.join(' '))
  return read.settings
}

test('without any setting it is a site of this machine', () => {
  const dataDir = folder()
  const settings = settingsOf({ DATA_DIR: dataDir })
  expect(settings).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    siteUrl: 'http://localhost:3000',
    local: true,
    databaseUrl: `file:${join(dataDir, 'copydesk.db')}`,
    smtpUrl: null,
    trustProxy: false,
    logLevel: 'info',
    rateLimits: true,
  })
})

test('a local site keeps its secret key, readable by its owner only', () => {
  const dataDir = folder()
  const { secretKey } = settingsOf({ DATA_DIR: dataDir })
  expect(secretKey.length).toBeGreaterThanOrEqual(32)
  expect(settingsOf({ DATA_DIR: dataDir }).secretKey).toBe(secretKey)
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8')).toBe(secretKey)
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
})

test('the port names the site', () => {
  expect(settingsOf({ PORT: '4001' }).siteUrl).toBe('http://localhost:4001')
  expect(settingsOf({ PORT: '4001', SITE_URL: 'http://127.0.0.1:4001/' })).toMatchObject({
    siteUrl: 'http://127.0.0.1:4001',
    local: true,
  })
})

test('a public site must bring its secret key', () => {
  const env = { DATA_DIR: folder(), SITE_URL: 'https://news.example.org' }
  expect(readSettings(env)).toMatchObject({ ok: false, faults: [expect.stringContaining('SECRET_KEY is required')] })
  const settings = settingsOf({ ...env, SECRET_KEY: 'x'.repeat(32) })
  expect(settings).toMatchObject({ siteUrl: 'https://news.example.org', local: false })
})

test('rate limits can be turned off on a local site only', () => {
  expect(settingsOf({ RATE_LIMITS: 'off' }).rateLimits).toBe(false)
  expect(
    settingsOf({ RATE_LIMITS: 'off', SITE_URL: 'http://news.example.org', SECRET_KEY: 'x'.repeat(32) }).rateLimits,
  ).toBe(true)
})

test('each faulty setting has one sentence that names it', () => {
  const faulty = {
    PORT: 'x',
    SITE_URL: 'news.example.org',
    DATABASE_URL: 'mysql://x',
    SMTP_URL: 'mail',
    TRUST_PROXY: 'maybe',
    LOG_LEVEL: 'loud',
    SECRET_KEY: 'short',
    RATE_LIMITS: 'no',
  }
  const read = readSettings({ DATA_DIR: folder(), ...faulty })
  expect(read.ok).toBe(false)
  if (read.ok) return
  for (const name of Object.keys(faulty)) expect(read.faults.filter((fault) => fault.startsWith(name))).toHaveLength(1)
  for (const url of ['https://a.example/path', 'ftp://a.example', 'https://me@a.example', 'https://a.example/?x'])
    expect(readSettings({ DATA_DIR: folder(), SITE_URL: url, SECRET_KEY: 'x'.repeat(32) }).ok).toBe(false)
})
