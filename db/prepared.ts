// Queries that are put together once for each database: for what is asked so often that the putting together is what it costs.
import { type Column, Param, type SQL, sql } from 'drizzle-orm'
import type { Reader } from './client.ts'

/** A value of a query, or the place of one. */
export type Given<T> = T | SQL<T>

/** A drizzle query with `sql.placeholder`s. */
type Query<Rows> = { prepare(): Prepared<Rows> }
type Prepared<Rows> = { execute(values?: Record<string, unknown>): Promise<Rows> }

const known = new WeakMap<Reader, Map<unknown, Prepared<unknown>>>()
const MOST_KNOWN = 200

/**
 * What `build` asks, with `values` for its placeholders. It is built when `name` is first asked for through this door, and
 * has to be the same query whenever it has that name.
 */
export async function askPrepared<Rows>(
  db: Reader,
  name: string,
  build: (db: Reader) => Query<Rows>,
  values: Record<string, unknown>,
): Promise<Rows> {
  void db.select // refuses the reading door inside a transaction, as it would for a query built anew
  const queries = known.get(db) ?? new Map<string, Prepared<unknown>>()
  known.set(db, queries)
  const query = (queries.get(name) as Prepared<Rows> | undefined) ?? build(db).prepare()
  if (queries.size < MOST_KNOWN) queries.set(name, query)
  return query.execute(values)
}

/** The place of a value that is written into the query as `column` writes its own, such as an instant. */
export function valueAs<T>(name: string, column: Column): SQL<T> {
  return sql<T>`${new Param<unknown>(sql.placeholder(name), column)}`
}
