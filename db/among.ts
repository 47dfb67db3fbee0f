// "One of these ids" as one parameter: with one for each id, a long list takes longer to be put together than to be found.
import { type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { isPostgres } from './dialect.ts'

/** True of the rows whose `column`, an integer, is one of `ids`; of none where there are none. Throws on what is no whole number. */
export function among(column: SQLiteColumn, ids: readonly number[]): SQL {
  if (!ids.every(Number.isSafeInteger)) throw new Error('an id is a whole number')
  const listed = ids.join(',')
  return isPostgres
    ? sql`${column} = any(${`{${listed}}`}::int[])`
    : sql`${column} in (select value from json_each(${`[${listed}]`}))`
}
