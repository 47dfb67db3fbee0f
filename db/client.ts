// The two doors to the data, the same on both engines: `db` reads, `db.transaction()` writes.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { rememberBy } from './until-written.ts'

type Everything = BaseSQLiteDatabase<'async', unknown>

/** What can be read with. Queries are drizzle builders: await them; end writes with `.returning()`. */
export type Reader = Pick<Everything, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>

/** What can be read and written with, inside a transaction only. */
export type Writer = Reader & Pick<Everything, 'insert' | 'update' | 'delete'>

/** The reading door, with the writing door on it. Hand `tx` down inside a transaction. */
export type Database = Reader & {
  /** Every write goes through here: all of it happens or none, and no other write comes between. */
  transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T>
}

/** An opened engine before its doors are guarded. */
export type Engine = {
  reader: Reader
  transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  /** Brings the database to the newest migration. Throws when it is newer than this program. */
  migrate(): Promise<void>
  /** Runs SQL that no builder can say (search set-up, pragmas, EXPLAIN). Never with text from outside. */
  raw(sql: string): Promise<unknown[]>
  /** A number that changes when another process has written. 0 where the engine cannot tell cheaply. */
  dataVersion(): number
  close(): Promise<void>
}

/** An engine whose doors are guarded against being mixed up. */
export type OpenDatabase = Omit<Engine, 'reader' | 'transaction'> & { db: Database }

/** Opens the database behind `url` (see dialect.ts). Throws one clear line when the file is damaged or unreadable. */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const { open } = /^(postgres|postgresql|pglite):/.test(url)
    ? await import('./postgres.ts')
    : await import('./sqlite.ts')
  return guardDoors(await open(url))
}

function guardDoors(engine: Engine): OpenDatabase {
  const inside = new AsyncLocalStorage<true>()

  function transaction<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    if (inside.getStore()) throw new Error('transaction() inside transaction(): hand `tx` down instead')
    return inside.run(true, () => engine.transaction(work))
  }

  function refuseInside() {
    if (inside.getStore()) throw new Error('db inside transaction(): use `tx`, or the read misses your own writes')
  }

  const db = new Proxy(engine.reader, {
    get(target, name) {
      if (name === 'transaction') return transaction
      refuseInside()
      return Reflect.get(target, name)
    },
  }) as Database
  rememberBy(db, () => {
    refuseInside()
    return engine.dataVersion()
  })

  const { migrate, raw, dataVersion, close } = engine
  return { db, migrate, raw, dataVersion, close }
}
