// What SQLite says it will do to answer a query: which index it takes, what it reads as a whole, what it sorts.
import type { OpenDatabase } from '#db/client.ts'

export type Query = { toSQL(): { sql: string; params: unknown[] } }

/** The steps of a query's plan, one line each. */
export async function planOf({ raw }: OpenDatabase, query: Query): Promise<string[]> {
  const { sql, params } = query.toSQL()
  const values = [...params]
  const filled = sql.replace(/\?/g, () => literal(values.shift()))
  const steps = (await raw(`explain query plan ${filled}`)) as { detail: string }[]
  return steps.map(({ detail }) => detail)
}

function literal(value: unknown): string {
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}
