// A newsroom for a test: a database of its own in about a millisecond, on the engine the test project names.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { type OpenDatabase, openDatabase } from '#db/client.ts'
import { isPostgres } from '#db/dialect.ts'

let postgres: Promise<OpenDatabase> | null = null
const opened: (() => Promise<void>)[] = []

/** An empty, migrated database: on SQLite a copy of the one that was migrated for the whole run (one-migration.ts). */
export async function freshDatabase(): Promise<OpenDatabase> {
  if (isPostgres) {
    postgres ??= openedPostgres()
    return emptied(await postgres)
  }
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-test-'))
  const path = join(folder, 'test.db')
  copyFileSync(inject('migrated'), path)
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
  postgres = null
}

async function openedPostgres(): Promise<OpenDatabase> {
  const database = await openDatabase(`pglite:${inject('migrated')}`)
  opened.push(() => database.close())
  return database
}

// Starting PostgreSQL takes most of a second, emptying it takes milliseconds: a test file has one.
async function emptied(database: OpenDatabase): Promise<OpenDatabase> {
  const tables = (await database.raw("select tablename from pg_tables where schemaname = 'public'")) as {
    tablename: string
  }[]
  const names = tables.map(({ tablename }) => `"${tablename}"`).join(', ')
  await database.raw(`truncate ${names} restart identity cascade`)
  return database
}
