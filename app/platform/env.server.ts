// The settings a person gives in the environment, checked once at start.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/** Everything the program is told from outside. */
export type Settings = {
  port: number
  host: string
  /** The address people see, without a slash at its end. */
  siteUrl: string
  /** True when the site is only this machine's own: plain http on localhost or a loopback address. */
  local: boolean
  /** Folder of the database, the pictures and unsent mail; absolute. */
  dataDir: string
  databaseUrl: string
  /** Null: letters stay in DATA_DIR/mail as .eml files. */
  smtpUrl: string | null
  /** True when a proxy in front sets X-Forwarded-For. */
  trustProxy: boolean
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Seals second factors and keys rate limits; at least 32 characters. */
  secretKey: string
  /** The cache in front that is told what to forget; null: none can be told. */
  purge: { kind: 'fastly' | 'cloudflare' | 'varnish'; url: string; token: string } | null
  /** How many letters of the newsletter leave in a minute at most. */
  newsletterPerMinute: number
  /** False only on a local site that asked for it (load tests). */
  rateLimits: boolean
}

export type SettingsRead = { ok: true; settings: Settings } | { ok: false; faults: string[] }

const environment = z.object({
  PORT: z.coerce
    .number('PORT must be a number, for example 3000.')
    .int('PORT must be a whole number.')
    .min(1, 'PORT must be between 1 and 65535.')
    .max(65535, 'PORT must be between 1 and 65535.')
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  SITE_URL: z
    .string()
    .refine(
      isSiteUrl,
      'SITE_URL must be an http or https address without a path, for example https://news.example.org.',
    )
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.|postgres:\/\/|postgresql:\/\/|pglite:)/, 'DATABASE_URL must begin with file: or postgres://.')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s]+$/, 'SMTP_URL must look like smtp://user:password@mail.example.org:587.')
    .optional(),
  TRUST_PROXY: z.enum(['0', '1', 'true', 'false'], 'TRUST_PROXY must be true or false.').default('false'),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
      'LOG_LEVEL must be trace, debug, info, warn, error or silent.',
    )
    .default('info'),
  SECRET_KEY: z.string().min(32, 'SECRET_KEY must have at least 32 characters.').optional(),
  PURGE_KIND: z
    .enum(['fastly', 'cloudflare', 'varnish'], 'PURGE_KIND must be fastly, cloudflare or varnish.')
    .optional(),
  PURGE_URL: z.url({ protocol: /^https?$/, error: 'PURGE_URL must be an http or https address.' }).optional(),
  PURGE_TOKEN: z.string().default(''),
  NEWSLETTER_PER_MINUTE: z.coerce
    .number('NEWSLETTER_PER_MINUTE must be a number, for example 120.')
    .int('NEWSLETTER_PER_MINUTE must be a whole number.')
    .min(1, 'NEWSLETTER_PER_MINUTE must be between 1 and 3000.')
    .max(3000, 'NEWSLETTER_PER_MINUTE must be between 1 and 3000.')
    .default(120),
  RATE_LIMITS: z.enum(['on', 'off'], 'RATE_LIMITS must be on or off.').default('on'),
})

/**
 * Reads settings from `env`. Makes DATA_DIR, and on a local site DATA_DIR/secret.key, when missing.
 * Faults are whole sentences, one a faulty setting.
 */
export function readSettings(env: Record<string, string | undefined>): SettingsRead {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.map((issue) => issue.message) }
  const e = parsed.data
  if ((e.PURGE_KIND === undefined) !== (e.PURGE_URL === undefined))
    return { ok: false, faults: ['PURGE_KIND and PURGE_URL belong together: give both, or neither.'] }
  const siteUrl = new URL(e.SITE_URL ?? `http://localhost:${e.PORT}`).origin
  const local = isLocal(new URL(siteUrl))
  const dataDir = resolve(e.DATA_DIR)
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    return { ok: false, faults: [`DATA_DIR ${dataDir} cannot be made: ${String(error)}`] }
  }
  const secretKey = e.SECRET_KEY ?? (local ? keptSecret(dataDir) : null)
  if (!secretKey)
    return {
      ok: false,
      faults: ['SECRET_KEY is required when SITE_URL is not localhost: give 32 or more random characters.'],
    }
  return {
    ok: true,
    settings: {
      port: e.PORT,
      host: e.HOST,
      siteUrl,
      local,
      dataDir,
      databaseUrl: e.DATABASE_URL ?? `file:${join(dataDir, 'copydesk.db')}`,
      smtpUrl: e.SMTP_URL ?? null,
      trustProxy: e.TRUST_PROXY === '1' || e.TRUST_PROXY === 'true',
      logLevel: e.LOG_LEVEL,
      secretKey,
      purge: e.PURGE_KIND && e.PURGE_URL ? { kind: e.PURGE_KIND, url: e.PURGE_URL, token: e.PURGE_TOKEN } : null,
      newsletterPerMinute: e.NEWSLETTER_PER_MINUTE,
      rateLimits: !(local && e.RATE_LIMITS === 'off'),
    },
  }
}

function isSiteUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username
}

function isLocal(url: URL): boolean {
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret.key')
  // `wx` so that of two processes starting together only one writes, and both then read the same key.
  if (!existsSync(path)) {
    try {
      writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(path)) throw error
    }
  }
  return readFileSync(path, 'utf8').trim()
}
