// Before tests of the domain: one migrated, empty database on the engine of the project, which every file begins from.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '#db/client.ts'
import { dumpDatabase } from '#db/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The file to begin from: a SQLite database, or what PGlite dumped. */
    migrated: string
  }
}

/** Makes the file; what it returns removes it after the last test. */
export default async function migrateOnce(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-migrated-'))
  const path = join(folder, 'migrated')
  if (project.config.env.DATABASE_URL === 'pglite:') await dumpDatabase(path)
  else {
    const database = await openDatabase(`file:${path}`)
    await database.migrate()
    await database.close() // leaves everything in the one file
  }
  project.provide('migrated', path)
  return () => rmSync(folder, { recursive: true, force: true })
}
