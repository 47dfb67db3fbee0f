// PostgreSQL behind the two doors, through pg; PGlite stands in for the server in tests.
import { readFile, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Engine, Reader, Writer } from './client.ts'
import { refuseNewer } from './migrate.ts'

const migrationsFolder = 'migrations/postgres'
const worthRetrying = ['40001', '40P01'] // serialization failure, deadlock

type Drizzled = {
  transaction<T>(work: (tx: unknown) => Promise<T>, config: { isolationLevel: 'serializable' }): Promise<T>
}

/** Opens the server (or the in-process engine) behind the URL. */
export async function open(url: string): Promise<Engine> {
  const { drizzled, migrate, ...rest } = url.startsWith('pglite:')
    ? await insideThisProcess(url.slice('pglite:'.length))
    : await server(url)
  // Serializable with retry, so that a transaction means on both engines what it means on SQLite.
  const transaction: Engine['transaction'] = async (work) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await drizzled.transaction((tx) => work(tx as Writer), { isolationLevel: 'serializable' })
      } catch (error) {
        if (!worthRetrying.includes(codeOf(error)) || attempt === 10) throw error
      }
      await sleep(Math.random() * 5 * 2 ** attempt)
    }
  }
  return {
    reader: drizzled as unknown as Reader,
    transaction,
    async migrate() {
      refuseNewer(await newestApplied(rest.raw), migrationsFolder)
      await migrate()
    },
    dataVersion: () => 0,
    ...rest,
  }
}

async function newestApplied(raw: Engine['raw']): Promise<unknown> {
  const [there] = await raw("select 1 where to_regclass('drizzle.__drizzle_migrations') is not null")
  if (!there) return null
  const [newest] = await raw('select max(created_at) as at from drizzle.__drizzle_migrations')
  return newest
}

async function server(url: string) {
  const [{ default: pg }, { drizzle }, { migrate }] = await Promise.all([
    import('pg'),
    import('drizzle-orm/node-postgres'),
    import('drizzle-orm/node-postgres/migrator'),
  ])
  const client = new pg.Pool({ connectionString: url, max: 10 })
  client.on('error', (error) => console.error(`postgres: ${error.message}`)) // an idle connection died; the pool makes another
  const drizzled = drizzle({ client })
  return {
    drizzled: drizzled as unknown as Drizzled,
    migrate: () => migrate(drizzled, { migrationsFolder }),
    raw: async (text: string): Promise<unknown[]> => (await client.query(text)).rows,
    close: () => client.end(),
  }
}

// From nothing, or from the file of `dumpDatabase`.
async function insideThisProcess(dump: string) {
  const [{ PGlite }, { drizzle }, { migrate }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
    import('drizzle-orm/pglite/migrator'),
  ])
  const client = await PGlite.create(dump === '' ? {} : { loadDataDir: new Blob([await readFile(dump)]) })
  const drizzled = drizzle({ client })
  return {
    drizzled: drizzled as unknown as Drizzled,
    migrate: () => migrate(drizzled, { migrationsFolder }),
    raw: async (text: string): Promise<unknown[]> => (await client.query(text)).rows,
    close: () => client.close(),
    dump: async () => Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()),
  }
}

/** Writes a migrated, empty database to `path`, for tests: `pglite:PATH` begins from it five times sooner than from nothing. */
export async function dumpDatabase(path: string): Promise<void> {
  const { migrate, dump, close } = await insideThisProcess('')
  await migrate()
  await writeFile(path, await dump())
  await close()
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : ''
}
