// One vocabulary of columns for two dialects; the SQLite types are the ones TypeScript sees.
import * as p from 'drizzle-orm/pg-core'
import * as s from 'drizzle-orm/sqlite-core'
import { isPostgres } from './dialect.ts'

const sqlite = {
  table: s.sqliteTable,
  index: s.index,
  uniqueIndex: s.uniqueIndex,
  primaryKey: s.primaryKey,
  text: s.text,
  integer: s.integer,
  bigint: s.integer,
  id: () => s.integer('id').primaryKey({ autoIncrement: true }),
  boolean: (name: string) => s.integer(name, { mode: 'boolean' }),
  timestamp: (name: string) => s.integer(name, { mode: 'timestamp_ms' }),
  json: <T>(name: string) => s.text(name, { mode: 'json' }).$type<T>(),
}

const postgres = {
  table: p.pgTable,
  index: p.index,
  uniqueIndex: p.uniqueIndex,
  primaryKey: p.primaryKey,
  text: p.text,
  integer: p.integer,
  bigint: (name: string) => p.bigint(name, { mode: 'number' }),
  id: () => p.integer('id').primaryKey().generatedByDefaultAsIdentity(),
  boolean: (name: string) => p.boolean(name),
  timestamp: (name: string) => p.timestamp(name, { withTimezone: true, precision: 3 }),
  json: (name: string) => p.jsonb(name),
}

// The two vocabularies have one shape; only their types differ, and SQLite's are used throughout.
export const { table, index, uniqueIndex, primaryKey, text, integer, bigint, id, boolean, timestamp, json } =
  (isPostgres ? postgres : sqlite) as unknown as typeof sqlite
