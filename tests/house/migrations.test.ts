// The numbered SQL in migrations/ makes the schema that the program is written for, on both engines, and loses nothing.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { afterEach, expect, test, vi } from 'vitest'
import { type OpenDatabase, openDatabase } from '#db/client.ts'
import { castOf, storyIn } from '../cast.ts'

const home = process.cwd()
const databaseUrl = process.env.DATABASE_URL
const folders: string[] = []
const opened: OpenDatabase[] = []

afterEach(async () => {
  process.chdir(home)
  process.env.DATABASE_URL = databaseUrl
  vi.resetModules()
  for (const database of opened.splice(0)) await database.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

test('the newest SQLite migration is the schema', { timeout: 60_000 }, async () => {
  const now = await generateSQLiteDrizzleJson(await schemaFor('file:'))
  expect(await generateSQLiteMigration(newestSnapshot('sqlite'), now)).toEqual([])
})

test('the newest PostgreSQL migration is the schema', { timeout: 60_000 }, async () => {
  const now = generateDrizzleJson(await schemaFor('postgres://nowhere'))
  expect(await generateMigration(newestSnapshot('postgres'), now)).toEqual([])
})

test('both engines get the same tables and columns', { timeout: 60_000 }, async () => {
  const sqlite = await open(`file:${join(newFolder(), 'new.db')}`)
  await sqlite.migrate()
  const postgres = await open('pglite:')
  await postgres.migrate()
  await postgres.migrate() // a second start changes nothing
  const here = await sqlite.raw(
    "select m.name as t, p.name as c from sqlite_master m join pragma_table_info(m.name) p where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_\\_%' escape '\\' and m.name not like 'search\\_index%' escape '\\'",
  )
  const there = await postgres.raw(
    "select table_name as t, column_name as c from information_schema.columns where table_schema = 'public'",
  )
  expect(namesOf(here).length).toBeGreaterThan(100)
  expect(namesOf(here)).toEqual(namesOf(there))
})

test('a table that is rebuilt keeps the rows that hang on it', { timeout: 60_000 }, async () => {
  const folder = newFolder()
  const url = `file:${join(folder, 'full.db')}`
  const before = await open(url)
  await before.migrate()
  await storyIn(before.db, await castOf(before.db), 'published')
  const counted = 'select (select count(*) from desk_log) as log, (select count(*) from editions) as editions'
  const rows = await before.raw(counted)
  expect(rows).toEqual([{ log: 4, editions: 1 }])
  const [stories] = await before.raw("select sql from sqlite_master where name = 'stories'")
  await before.close()
  opened.splice(0)

  addRebuild(folder, 'stories', (stories as { sql: string }).sql)
  process.chdir(folder)
  const after = await open(url)
  await after.migrate()
  expect(await after.raw(counted)).toEqual(rows)
  expect(await after.raw('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }])
})

test.each([
  ['SQLite', () => `file:${join(newFolder(), 'newer.db')}`, '__drizzle_migrations'],
  ['PostgreSQL', () => 'pglite:', 'drizzle.__drizzle_migrations'],
])(
  'a database of %s that is newer than the program is refused in one line',
  { timeout: 60_000 },
  async (_, url, table) => {
    const database = await open(url())
    await database.migrate()
    await database.raw(`insert into ${table} (hash, created_at) values ('later', 9999999999999)`)
    const refused = await database.migrate().then(
      () => '',
      (error: Error) => error.message,
    )
    expect(refused).toMatch(/^The database is newer than this program: .+\.$/)
  },
)

async function open(url: string): Promise<OpenDatabase> {
  const database = await openDatabase(url)
  opened.push(database)
  return database
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-migrations-'))
  folders.push(folder)
  return folder
}

// The columns take their dialect when they load, so each engine's schema is loaded anew.
async function schemaFor(url: string): Promise<Record<string, unknown>> {
  process.env.DATABASE_URL = url
  vi.resetModules()
  return { ...(await import('#db/schema.ts')) }
}

function newestSnapshot(engine: 'sqlite' | 'postgres') {
  const meta = join('migrations', engine, 'meta')
  const journal = JSON.parse(readFileSync(join(meta, '_journal.json'), 'utf8')) as { entries: { idx: number }[] }
  const newest = String(journal.entries.at(-1)?.idx ?? 0).padStart(4, '0')
  return JSON.parse(readFileSync(join(meta, `${newest}_snapshot.json`), 'utf8'))
}

function namesOf(rows: unknown[]): string[] {
  return (rows as { t: string; c: string }[]).map(({ t, c }) => `${t}.${c}`).sort()
}

/** The migrations of the house and one more, in the form drizzle-kit gives to a table that has to be made anew. */
function addRebuild(folder: string, table: string, sql: string) {
  const target = join(folder, 'migrations/sqlite')
  mkdirSync(join(folder, 'migrations'), { recursive: true })
  cpSync(join(home, 'migrations/sqlite'), target, { recursive: true })
  const steps = [
    'PRAGMA foreign_keys=OFF;',
    `${sql.replace(`\`${table}\``, `\`__new_${table}\``)};`,
    `INSERT INTO \`__new_${table}\` SELECT * FROM \`${table}\`;`,
    `DROP TABLE \`${table}\`;`,
    `ALTER TABLE \`__new_${table}\` RENAME TO \`${table}\`;`,
    'PRAGMA foreign_keys=ON;',
  ]
  writeFileSync(join(target, '9999_rebuild.sql'), steps.join('\n--> statement-breakpoint\n'))
  const file = join(target, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: object[] }
  journal.entries.push({ idx: 9999, version: '6', when: 9_000_000_000_000, tag: '9999_rebuild', breakpoints: true })
  writeFileSync(file, JSON.stringify(journal))
}
