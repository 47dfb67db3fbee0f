// What the program knows of its numbered migrations, to refuse a database made by a newer version.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The instant (ms) of the newest migration in a folder, as drizzle-kit wrote it down. */
export function knownMigrations(folder: string): number {
  const journal: unknown = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8'))
  const entries = typeof journal === 'object' && journal !== null && 'entries' in journal ? journal.entries : []
  return Array.isArray(entries) ? Math.max(0, ...entries.map((entry: { when: number }) => entry.when)) : 0
}

/** The instant (ms) of the newest applied migration, from a row `{ at }`; 0 when none was applied. */
export function appliedFrom(row: unknown): number {
  const at = typeof row === 'object' && row !== null && 'at' in row ? Number(row.at) : 0
  return Number.isFinite(at) ? at : 0
}
