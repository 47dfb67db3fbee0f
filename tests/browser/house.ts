// The built house with a folder of its own, as a person would run it, and the mail that leaves it.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from '#db/client.ts'
import type { Account, Seeded, SeededStory } from './seeded.ts'
import { type Started, started } from './started.ts'

export type { Account, Place, Seeded, SeededStory } from './seeded.ts'

export type House = Opened & { seeded: Seeded }

/** A served folder. */
export type Opened = {
  url: string
  dataDir: string
  /** Asks the server to end, and gives its exit code; removes the folder. */
  stop(): Promise<number | null>
  /** Ends the server as a power cut does. */
  kill(): Promise<void>
  /** Opens the server again on the same folder. */
  openAgain(): Promise<void>
  /** What the server wrote to its log so far. */
  log(): string
}

/** Copies the run's seeded folder (one-seed.ts), opens the server on the copy and waits until it is ready. */
export async function openHouse(change?: Change): Promise<House> {
  const { seeded, ...seed } = inject('seed')
  return { ...(await openCopy(seed, change)), seeded }
}

/** What is done to the copied database before the server opens it. */
export type Change = (database: OpenDatabase) => Promise<unknown>

/** The same of any folder that was seeded under `url`. */
export async function openCopy(seed: { folder: string; url: string }, change?: Change): Promise<Opened> {
  const dataDir = mkdtempSync(join(tmpdir(), 'copydesk-browser-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    PORT: String(port),
    SITE_URL: url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    RATE_LIMITS: 'off', // a sweep asks more in a minute than a person in a year
  }
  cpSync(seed.folder, dataDir, { recursive: true })
  const database = await openDatabase(`file:${join(dataDir, 'copydesk.db')}`)
  await moveTo(url, seed.url, database)
  await change?.(database)
  await database.close()
  let server = started(['bin/serve.mjs'], env)
  await ready(url, server)
  return {
    url,
    dataDir,
    async kill() {
      server.child.kill('SIGKILL')
      await server.ended
    },
    async openAgain() {
      server = started(['bin/serve.mjs'], env)
      await ready(url, server)
    },
    log: () => server.said.out + server.said.err,
    async stop() {
      server.child.kill('SIGTERM')
      const code = await server.ended
      rmSync(dataDir, { recursive: true, force: true })
      return code
    },
  }
}

// Feeds are printed with whole addresses; it is the one place where the site's own stands in the data.
async function moveTo(url: string, from: string, database: OpenDatabase): Promise<void> {
  await database.raw(`update editions set feed_html = replace(feed_html, '${from}/', '${url}/')`)
}

async function ready(url: string, { child, said }: Started): Promise<void> {
  for (let i = 0; i < 600 && child.exitCode === null; i++) {
    const isOpen = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isOpen) return
    await pause(100)
  }
  throw new Error(`${url} did not open: ${said.err}`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no port is free')
  return address.port
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The cookie of somebody who has signed in, as a request sends it; '' when the house does not let them in. */
export async function signIn(house: House, { email, password }: Pick<Account, 'email' | 'password'>): Promise<string> {
  const answer = await fetch(`${house.url}/sign-in`, {
    method: 'POST',
    headers: { origin: house.url },
    body: new URLSearchParams({ email, password, next: '' }),
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** The account with this name; fails when the seed has none. */
export function accountOf(house: House, name: string): Account {
  const account = house.seeded.accounts[name]
  if (!account) throw new Error(`seed:test made no ${name}`)
  return account
}

/** The story in this state; fails when the seed has none. */
export function storyIn(house: House, state: string): SeededStory {
  const story = house.seeded.stories[state]
  if (!story) throw new Error(`seed:test made no story in ${state}`)
  return story
}

export type Letter = { kind: string; to: string; subject: string; text: string }

/** Waits for a letter of this kind to somebody (about something, when `about` is given); it leaves within seconds. */
export async function letterTo(house: Opened, to: string, kind: string, about = ''): Promise<Letter> {
  for (let i = 0; i < 150; i++) {
    const found = lettersIn(house).find(
      (letter) => letter.kind === kind && letter.to.includes(to) && (letter.subject + letter.text).includes(about),
    )
    if (found) return found
    await pause(100)
  }
  const there = lettersIn(house).map((letter) => `${letter.kind} to ${letter.to}: ${letter.subject}`)
  throw new Error(`no letter "${kind}" to ${to}; there are\n${there.join('\n')}`)
}

/** Every letter that has left so far. */
export function lettersIn(house: Opened): Letter[] {
  const folder = join(house.dataDir, 'mail')
  const names = readdirSync(house.dataDir).includes('mail') ? readdirSync(folder) : []
  return names
    .filter((name) => name.endsWith('.eml'))
    .map((name) => letterFrom(name, readFileSync(join(folder, name), 'latin1')))
}

function letterFrom(name: string, file: string): Letter {
  const [head = ''] = file.split(/\r?\n\r?\n/, 1)
  const header = (field: string) =>
    new RegExp(`^${field}: *(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replace(/\s*\r?\n\s+/g, ' ') ?? ''
  const kind = /Z-(.+)-[\w-]{8}\.eml$/.exec(name)?.[1] ?? ''
  return { kind, to: header('To'), subject: header('Subject'), text: plainPart(file) }
}

function plainPart(file: string): string {
  const part = file.split(/\r?\n--\S+/).find((one) => /^content-type: text\/plain/im.test(one)) ?? file
  const cut = part.search(/\r?\n\r?\n/)
  const head = part.slice(0, cut)
  const body = part.slice(cut).trim()
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
