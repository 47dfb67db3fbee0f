// SQLite behind the two doors: better-sqlite3, one writing and one reading connection.
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type BetterSqlite3 from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import type { Engine, Reader, Writer } from './client.ts'
import { DatabaseBusy } from './errors.ts'
import { refuseNewer } from './migrate.ts'

const require = createRequire(import.meta.url)
const LONGEST_WAIT_MS = 1000

/** Opens the file behind `file:PATH`, making its folder. Throws in words when it is not a usable database. */
export async function open(url: string): Promise<Engine> {
  const path = resolve(url.replace(/^file:(\/\/)?/, ''))
  mkdirSync(dirname(path), { recursive: true })
  if (!existsSync(path) && existsSync(`${path}-wal`))
    throw new Error(
      `The database ${path} is missing but its log ${path}-wal is there: put the file back from a backup.`,
    )
  const writer = connect(path, false)
  const reader = connect(path, true)
  const tx = drizzle({ client: writer })
  const version = reader.prepare('pragma data_version').pluck()

  let last: Promise<unknown> = Promise.resolve() // one writer, so writes queue up
  const transaction: Engine['transaction'] = (work) => {
    const mine = last.then(async () => {
      await begin(writer)
      try {
        const result = await work(tx as unknown as Writer)
        writer.exec('commit')
        return result
      } catch (error) {
        if (writer.inTransaction) writer.exec('rollback')
        throw error
      }
    })
    last = mine.catch(() => {})
    return mine
  }

  return {
    reader: drizzle({ client: reader }) as unknown as Reader,
    transaction,
    async migrate() {
      refuseNewer(newestApplied(writer), migrationsFolder())
      writer.pragma('foreign_keys = off') // or a rebuilt table would take its children's rows with it
      migrate(tx, { migrationsFolder: migrationsFolder() })
      if ((writer.pragma('foreign_key_check') as unknown[]).length) throw new Error('A migration left dangling rows.')
      writer.pragma('foreign_keys = on')
    },
    raw: async (text) => {
      const statement = writer.prepare(text)
      if (statement.reader) return statement.all()
      statement.run()
      return []
    },
    dataVersion: () => version.get() as number,
    async close() {
      await last
      reader.close()
      writer.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

function connect(path: string, readonly: boolean): BetterSqlite3.Database {
  const Database = engineForThisNode()
  let connection: BetterSqlite3.Database
  try {
    connection = new Database(path, { readonly, timeout: readonly ? 1000 : 0 })
    if (!readonly) connection.pragma('journal_mode = wal')
    connection.pragma('synchronous = full') // "we have your story" means that it is on the disk
  } catch (error) {
    throw new Error(`The database ${path} cannot be opened: ${error instanceof Error ? error.message : error}`)
  }
  connection.pragma('foreign_keys = on')
  connection.pragma('secure_delete = on')
  connection.pragma('trusted_schema = off')
  connection.pragma('cache_size = -65536')
  keepStatements(connection)
  return connection
}

// 12.x crashes on Node 24.19 and later, 13.x on Node 20: each Node loads the one that runs on it.
function engineForThisNode(): typeof BetterSqlite3 {
  const major = Number(process.versions.node.split('.')[0])
  return require(major >= 22 ? 'better-sqlite3-node22' : 'better-sqlite3')
}

// Another process may hold the lock. Waiting here, not inside SQLite, lets this one go on answering readers.
async function begin(connection: BetterSqlite3.Database) {
  for (let waited = 0; ; waited += 5) {
    try {
      connection.exec('begin immediate')
      return
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
      if (!busy) throw error
      if (waited >= LONGEST_WAIT_MS) throw new DatabaseBusy()
    }
    await sleep(5)
  }
}

// Drizzle compiles a statement for every query; keeping the compiled ones halves the cost of a read.
function keepStatements(connection: BetterSqlite3.Database, most = 500) {
  const compile = connection.prepare.bind(connection)
  const kept = new Map<string, BetterSqlite3.Statement>()
  connection.prepare = ((text: string) => {
    const statement = kept.get(text) ?? (compile(text) as BetterSqlite3.Statement)
    kept.delete(text)
    kept.set(text, statement) // youngest last
    const oldest = kept.size > most ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
    return statement
  }) as typeof connection.prepare
}

function newestApplied(connection: BetterSqlite3.Database): unknown {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get()
  return table && connection.prepare('select max(created_at) as at from __drizzle_migrations').get()
}

function migrationsFolder(): string {
  return resolve('migrations/sqlite')
}
