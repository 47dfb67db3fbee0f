// "One of these ids" as one parameter: with one for each id, a long list takes longer to be put together than to be found.
import { Placeholder, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { isPostgres } from './dialect.ts'

/** True of the rows whose `column`, an integer, is one of `ids`; of none where there are none. A placeholder takes an `idList`. */
export function among(column: SQLiteColumn, ids: readonly number[] | Placeholder): SQL {
  const listed = ids instanceof Placeholder ? ids : idList(ids)
  return isPostgres
    ? sql`${column} = any(${listed}::int[])`
    : sql`${column} in (select value from json_each(${listed}))`
}

/** Ids as the engine reads a list of them. Throws on what is no whole number. */
export function idList(ids: readonly number[]): string {
  if (!ids.every(Number.isSafeInteger)) throw new Error('an id is a whole number')
  return isPostgres ? `{${ids.join(',')}}` : `[${ids.join(',')}]`
}
