// Queries that are put together once: they answer what they are asked each time, by whichever door.
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { among, idList } from '#db/among.ts'
import type { Database, Reader } from '#db/client.ts'
import { askPrepared } from '#db/prepared.ts'
import { topics } from '#db/schema/topics.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'

const noon = new Date('2026-11-24T12:00:00Z')
let db: Database
let built = 0

beforeEach(async () => {
  db = (await freshDatabase()).db
  built = 0
  await db.transaction((tx) => addTopic(tx, 'border', 1))
})
afterAll(closeDatabases)

const addTopic = (tx: Parameters<Parameters<Database['transaction']>[0]>[0], slug: string, id: number) =>
  tx
    .insert(topics)
    .values({ id, slug, name: slug, title: slug, background: [], keyEvents: [], position: id, createdAt: noon })
    .returning({ id: topics.id })

function slugsQuery(reader: Reader) {
  built += 1
  return reader
    .select({ slug: topics.slug })
    .from(topics)
    .where(among(topics.id, sql.placeholder('ids')))
    .orderBy(asc(topics.id))
}
const slugsOf = async (reader: Reader, ids: number[]) =>
  (await askPrepared(reader, 'slugs', slugsQuery, { ids: idList(ids) })).map(({ slug }) => slug)

test('it is built once, and answers what is asked and what was written meanwhile', async () => {
  expect(await slugsOf(db, [1, 2])).toEqual(['border'])
  await db.transaction((tx) => addTopic(tx, 'roads', 2))
  expect(await slugsOf(db, [1, 2])).toEqual(['border', 'roads'])
  expect(await slugsOf(db, [2])).toEqual(['roads'])
  expect(await slugsOf(db, [])).toEqual([])
  expect(built).toBe(1)
})

test('inside a transaction it sees what the transaction wrote, and the reading door stays closed', async () => {
  await slugsOf(db, [1])
  await db.transaction(async (tx) => {
    await addTopic(tx, 'roads', 2)
    expect(await slugsOf(tx, [1, 2])).toEqual(['border', 'roads'])
    await expect(slugsOf(db, [1])).rejects.toThrow(/inside transaction/)
  })
})

test('what is wrong with a query is told to who asks', async () => {
  const broken = (reader: Reader) =>
    reader.select({ id: topics.id }).from(topics).where(eq(topics.id, sql`nothing.at_all`))
  await expect(askPrepared(db, 'broken', broken, {})).rejects.toThrow()
  expect(() => idList([1.5])).toThrow()
})
