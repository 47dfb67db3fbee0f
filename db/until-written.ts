// Small things that every page needs and that seldom change are read again only after somebody has written.
import type { Reader } from './client.ts'

type Memory = { version: () => number; values: WeakMap<object, { version: number; value: unknown }> }

const memories = new WeakMap<Reader, Memory>()

/** Lets `untilWritten` remember what it read through this door; `version` is the engine's number of the last write. */
export function rememberBy(db: Reader, version: () => number): void {
  memories.set(db, { version, values: new WeakMap() })
}

/**
 * What `read` gives, from memory unless anything was written since, by this process or another. The value is frozen:
 * all who ask share it. Inside a transaction, and with an engine that cannot tell cheaply, it is read every time.
 * `read` has to be the same function each time.
 */
export async function untilWritten<T>(db: Reader, read: (db: Reader) => Promise<T>): Promise<T> {
  const memory = memories.get(db)
  const version = memory?.version() ?? 0
  if (!memory || version === 0) return read(db)
  const known = memory.values.get(read)
  if (known?.version === version) return known.value as T
  // A write between the two is harmless: the value is kept under the older number, and the next one who asks reads again.
  const value = frozen(await read(db))
  memory.values.set(read, { version, value })
  return value
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}
