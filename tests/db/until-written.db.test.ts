// What is remembered between writes: never older than the last one, by whichever door or process it was made.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { outletOf, writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import type { OpenDatabase, Reader } from '#db/client.ts'
import { isPostgres } from '#db/dialect.ts'
import { untilWritten } from '#db/until-written.ts'
import { closeDatabases, freshDatabase } from '../newsroom.ts'

const noon = new Date('2026-11-24T12:00:00Z')
let database: OpenDatabase
let reads = 0

async function nameOf(db: Reader) {
  reads += 1
  return { name: (await outletOf(db)).name }
}

beforeEach(async () => {
  database = await freshDatabase()
  reads = 0
})
afterAll(closeDatabases)

const rename = (name: string) =>
  database.db.transaction((tx) => writeOutlet(tx, { ...newOutlet, name: name, timeZone: 'Europe/Sofia' }, noon))

test('a value is as new as the last write', async () => {
  for (const name of ['First Times', 'Second Times', 'Third Times']) {
    await rename(name)
    expect((await untilWritten(database.db, nameOf)).name).toBe(name)
    expect((await untilWritten(database.db, nameOf)).name).toBe(name)
  }
  expect(reads).toBe(isPostgres ? 6 : 3)
})

test('a write past our doors is noticed too', async () => {
  await rename('First Times')
  await untilWritten(database.db, nameOf)
  const json = JSON.stringify({ ...newOutlet, name: 'Written elsewhere', timeZone: 'Europe/Sofia' })
  await database.raw(`update outlets set settings = '${json}'`)
  expect((await untilWritten(database.db, nameOf)).name).toBe('Written elsewhere')
})

test('a transaction reads its own writes, and what it takes back is not remembered', async () => {
  await rename('First Times')
  const undone = database.db.transaction(async (tx) => {
    await writeOutlet(tx, { ...newOutlet, name: 'Never printed', timeZone: 'Europe/Sofia' }, noon)
    expect((await outletOf(tx)).name).toBe('Never printed')
    throw new Error('taken back')
  })
  await expect(undone).rejects.toThrow('taken back')
  expect((await outletOf(database.db)).name).toBe('First Times')
})

test('the reading door stays closed inside a transaction, also for what is remembered', async () => {
  await rename('First Times')
  await outletOf(database.db)
  await expect(database.db.transaction(() => outletOf(database.db))).rejects.toThrow('use `tx`')
})

test('what all share cannot be changed by one, and a failure is not kept', async () => {
  const value = await untilWritten(database.db, nameOf)
  if (!isPostgres) expect(() => Object.assign(value, { name: 'mine' })).toThrow(TypeError)
  let failures = 0
  const fails = async () => {
    failures += 1
    throw new Error('no')
  }
  for (const _ of [1, 2]) await expect(untilWritten(database.db, fails)).rejects.toThrow('no')
  expect(failures).toBe(2)
})
