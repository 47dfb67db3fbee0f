// What is alike is found by an index, however many stories and photos there are.
import { afterAll, expect, test } from 'vitest'
import { nearPrints } from '#app/newsroom/desk/picture-likeness.server.ts'
import { sharedBands } from '#app/newsroom/desk/text-likeness.server.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

const database = await freshDatabase()
const queries = {
  'texts that share a band': sharedBands(database.db, 1, ['a', 'b', 'c']),
  'photos that share a band': nearPrints(database.db, 'c0ffee00c0ffee00'),
}

for (const [name, query] of Object.entries(queries))
  test(`${name} are read by their index alone`, async () => {
    const { sql, params } = query.toSQL()
    const values = [...params]
    const filled = sql.replace(/\?/g, () => {
      const value = values.shift()
      return typeof value === 'number' ? String(value) : `'${String(value)}'`
    })
    const plan = (await database.raw(`explain query plan ${filled}`)) as { detail: string }[]
    expect(plan.filter(({ detail }) => /^SCAN /.test(detail))).toEqual([])
    expect(plan.some(({ detail }) => /_prints_band/.test(detail))).toBe(true)
  })
