// The demo outlet: whole, and a newspaper that looks like one from the first minute.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { count, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { frontPage } from '#app/newsroom/press/front-page.server.ts'
import { storyStates } from '#app/newsroom/story/story.ts'
import { readSettings } from '#app/platform/env.server.ts'
import { verifyPassword } from '#app/platform/passwords.server.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import { type OpenDatabase, openDatabase } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { editions, publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { checkDemo } from '../../bin/demo/stories.ts'
import { seedDemo } from '../../bin/seed.ts'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-demo-'))
let accounts: Awaited<ReturnType<typeof seedDemo>>
let database: OpenDatabase

beforeAll(async () => {
  const read = readSettings({ DATA_DIR: folder })
  if (!read.ok) throw new Error(read.faults.join(' '))
  accounts = await seedDemo(read.settings)
  database = await openDatabase(read.settings.databaseUrl)
}, 240_000)

afterAll(async () => {
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('what the demo is made of holds together', () => {
  expect(checkDemo()).toEqual([])
})

test('there is a story in every state', async () => {
  const rows = await database.db.select({ state: stories.state }).from(stories)
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(storyStates))
})

test('at least twelve published stories have 400 to 1,200 words and a picture', async () => {
  const live = await database.db
    .select({ words: editions.words, lead: editions.lead, headline: editions.headline })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(eq(publications.state, 'live'))
  expect(live.length).toBeGreaterThanOrEqual(12)
  for (const { words, lead, headline } of live) {
    expect(words, headline).toBeGreaterThanOrEqual(400)
    expect(words, headline).toBeLessThanOrEqual(1200)
    expect(lead, headline).not.toBeNull()
  }
})

test('every size of every picture is in the store', async () => {
  const rows = await database.db.select({ sizes: pictures.sizes }).from(pictures)
  expect(rows.length).toBeGreaterThan(12)
  const missing = rows
    .flatMap(({ sizes }) => sizes.map(({ key }) => join(folder, 'pictures', key)))
    .filter((path) => !existsSync(path))
  expect(missing).toEqual([])
})

test('the front page is full', async () => {
  const front = await frontPage(database.db, new Date())
  expect(front.lead).not.toBeNull()
  expect(front.seconds.length).toBeGreaterThanOrEqual(3)
  expect(front.hubs.length).toBeGreaterThan(0)
  expect(front.sections.length).toBeGreaterThan(2)
})

test('the printed accounts open, each with a password of its own, and nobody else’s does', async () => {
  const made = Object.values(accounts)
  expect(new Set(made.map(({ password }) => password)).size).toBe(3)
  for (const { email, password } of made) {
    const [row] = await database.db.select({ hash: people.passwordHash }).from(people).where(eq(people.email, email))
    expect(await verifyPassword(row?.hash ?? null, password), email).toBe(true)
  }
  const emails = made.map(({ email }) => email)
  const staff = await database.db.select({ role: people.role }).from(people).where(inArray(people.email, emails))
  expect(staff.map(({ role }) => role).sort()).toEqual(['admin', 'contributor', 'editor'])
})

test('no letter of the demo waits to be sent, and nothing half-made is left', async () => {
  const { sendDueLetters } = await import('#app/newsroom/letters/send-letters.server.ts')
  const sent: string[] = []
  const mailer = { send: async ({ subject }: { subject: string }) => void sent.push(subject) }
  const later = new Date(Date.now() + 60 * 60_000)
  await sendDueLetters(
    database.db,
    mailer,
    { url: 'http://localhost', outletName: 'Demo', wordsIn: letterWordsFor },
    later,
  )
  expect(sent).toEqual([])
  const [row] = await database.db.select({ letters: count() }).from(letters)
  expect(row?.letters).toBeGreaterThan(0)
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([])
})
