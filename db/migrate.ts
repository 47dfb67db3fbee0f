// What the program knows of its numbered migrations, to refuse a database made by a newer version.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Throws one line where the newest applied migration, from a row `{ at }` (ms; no row: none was applied), is younger
 * than the newest of the folder.
 */
export function refuseNewer(row: unknown, folder: string): void {
  if (appliedFrom(row) > knownMigrations(folder))
    throw new Error('The database is newer than this program: start the newer version of Copydesk.')
}

// The instant (ms) of the newest migration in a folder, as drizzle-kit wrote it down.
function knownMigrations(folder: string): number {
  const journal: unknown = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
  const entries = typeof journal === 'object' && journal !== null && 'entries' in journal ? journal.entries : []
  return Array.isArray(entries) ? Math.max(0, ...entries.map((entry: { when: number }) => entry.when)) : 0
}

// PostgreSQL gives a bigint as text.
function appliedFrom(row: unknown): number {
  const at = typeof row === 'object' && row !== null && 'at' in row ? Number(row.at) : 0
  return Number.isFinite(at) ? at : 0
}
