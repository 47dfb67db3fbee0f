// Figures that the engine puts together, where handing over every row would cost more than finding it.
import { type Column, type SQL, sql } from 'drizzle-orm'
import { isPostgres } from './dialect.ts'

/** Milliseconds from one instant to another, a whole number; null where one of them is not set. */
export function msBetween(from: Column, until: Column): SQL {
  return isPostgres ? sql`round(extract(epoch from (${until} - ${from})) * 1000)` : sql`(${until} - ${from})`
}

/** All numbers of a column in one row, in no order; those that are null are left out. */
export function allNumbers(column: SQL | SQL.Aliased): SQL<number[] | null> {
  return sql`string_agg(cast(${column} as text), ',')`.mapWith((listed: string) => listed.split(',').map(Number))
}
