// What is alike is found by an index, however many stories and photos there are.
import { afterAll, expect, test } from 'vitest'
import { nearPrints } from '#app/newsroom/desk/picture-likeness.server.ts'
import { sharedBands } from '#app/newsroom/desk/text-likeness.server.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { planOf } from '../../query-plan.ts'

afterAll(closeDatabases)

const database = await freshDatabase()
const queries = {
  'texts that share a band': sharedBands(database.db, 1, ['a', 'b', 'c']),
  'photos that share a band': nearPrints(database.db, 'c0ffee00c0ffee00'),
}

for (const [name, query] of Object.entries(queries))
  test(`${name} are read by their index alone`, async () => {
    const plan = await planOf(database, query)
    expect(plan.filter((step) => /^SCAN /.test(step))).toEqual([])
    expect(plan.some((step) => /_prints_band/.test(step))).toBe(true)
  })
