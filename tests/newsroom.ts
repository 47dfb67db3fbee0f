// A newsroom for a test: a database of its own in about a millisecond, on the engine the test project names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type OpenDatabase, openDatabase } from '#db/client.ts'
import { isPostgres } from '#db/dialect.ts'
import { serializeDatabase } from '#db/sqlite.ts'

let template: Promise<Buffer> | null = null
let postgres: Promise<OpenDatabase> | null = null
const opened: (() => Promise<void>)[] = []

/** An empty, migrated database. On SQLite it is a copy of one that was migrated once for the whole file. */
export async function freshDatabase(): Promise<OpenDatabase> {
  if (isPostgres) {
    postgres ??= openedPostgres()
    return emptied(await postgres)
  }
  template ??= migratedOnce()
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'))
  const path = join(folder, 'test.db')
  writeFileSync(path, await template)
  const database = await openDatabase(`file:${path}`)
  opened.push(async () => {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return database
}

/** Closes and removes every database of the test file; call it in afterAll. */
export async function closeDatabases(): Promise<void> {
  for (const close of opened.splice(0)) await close()
  template = null
  postgres = null
}

async function migratedOnce(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-template-'))
  const path = join(folder, 'template.db')
  const database = await openDatabase(`file:${path}`)
  await database.migrate()
  await database.close()
  const bytes = serializeDatabase(path)
  rmSync(folder, { recursive: true, force: true })
  return bytes
}

async function openedPostgres(): Promise<OpenDatabase> {
  const database = await openDatabase('pglite:')
  await database.migrate()
  opened.push(() => database.close())
  return database
}

// Starting PostgreSQL takes seconds, emptying it takes milliseconds: a test file has one.
async function emptied(database: OpenDatabase): Promise<OpenDatabase> {
  const tables = (await database.raw("select tablename from pg_tables where schemaname = 'public'")) as {
    tablename: string
  }[]
  const names = tables.map(({ tablename }) => `"${tablename}"`).join(', ')
  await database.raw(`truncate ${names} restart identity cascade`)
  return database
}
