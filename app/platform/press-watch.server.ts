// Notices, after the commit, that a transaction has changed what the public reads.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '#db/client.ts'

/**
 * Gives `db` and `press` back, watched: when a function of `press` ran inside a transaction, `pressed` is called once that
 * transaction is on the disk and before its caller goes on. Earlier would be wrong: a reader could still get the old row.
 */
export function watchPress<P extends object>(db: Database, press: P, pressed: () => void): { db: Database; press: P } {
  const scope = new AsyncLocalStorage<{ pressed: boolean }>()

  async function transaction<T>(work: Parameters<Database['transaction']>[0]): Promise<T> {
    const note = { pressed: false }
    const result = await scope.run(note, () => db.transaction(work))
    if (note.pressed) pressed()
    return result as T
  }

  const watchedDb = new Proxy(db, {
    get: (target, name) => (name === 'transaction' ? transaction : Reflect.get(target, name)),
  })
  const watchedPress = new Proxy(press, {
    get(target, name) {
      const work: unknown = Reflect.get(target, name)
      if (typeof work !== 'function') return work
      return (...all: unknown[]) => {
        const note = scope.getStore()
        if (note) note.pressed = true
        return Reflect.apply(work, target, all)
      }
    },
  })
  return { db: watchedDb, press: watchedPress }
}
