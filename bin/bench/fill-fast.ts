// How a database of a bench is filled quickly: indexes are made at the end, each in one sorted pass, and nothing waits for the disk.
import type { OpenDatabase } from '#db/client.ts'

/** Fills these tables and the index of words by `fill`, without their indexes, which are as they were when it ends. */
export async function fillFast(raw: OpenDatabase['raw'], tables: readonly string[], fill: () => Promise<void>) {
  await raw('pragma synchronous = off')
  const named = ['search_texts', ...tables].map((table) => `'${table}'`).join(', ')
  const indexes = (await raw(
    `select name, sql from sqlite_master where type = 'index' and tbl_name in (${named}) and sql is not null`,
  )) as { name: string; sql: string }[]
  const [trigger] = (await raw("select sql from sqlite_master where name = 'search_texts_added'")) as { sql: string }[]
  for (const { name } of indexes) await raw(`drop index "${name}"`)
  await raw('drop trigger search_texts_added')
  await fill()
  await raw("insert into search_index (search_index) values ('rebuild')")
  for (const { sql } of indexes) await raw(sql)
  await raw(trigger?.sql ?? 'select 1')
  await raw('pragma synchronous = full')
}
