// The device's own copy of words that are not saved yet, in IndexedDB: one for each window, so that none overwrites another's.
import { del, entries, get, promisifyRequest, set, type UseStore } from 'idb-keyval'
import type { DraftWords } from './writing-draft.ts'

/** Words of a draft as the server had them. */
export type SavedWords = { version: number; words: DraftWords }

/** What one window has that the server has not. */
export type LocalDraft = { window: string; base: SavedWords; words: DraftWords; changedAt: number }

export type LocalDrafts = {
  /**
   * Writes the copy of a window, in place of the one that another window left behind when that is named.
   * Resolves when it is on the disk; rejects when the device will not.
   */
  keep(draft: LocalDraft, inPlaceOf?: string): Promise<void>
  drop(window: string): Promise<void>
  /** Copies whose window has gone, oldest first. */
  leftBehind(): Promise<LocalDraft[]>
  /** What the server had last, for a page that is opened again without it. */
  keepLatest(saved: SavedWords): Promise<void>
  latest(): Promise<SavedWords | null>
  /** Versions that were not chosen and have not reached the server. */
  keepAside(id: string, words: DraftWords): Promise<void>
  asides(): Promise<[id: string, words: DraftWords][]>
  dropAside(id: string): Promise<void>
}

/** The name of the lock that a window holds while it lives. */
export const lockOf = (window: string) => `copydesk-writing-${window}`

type Kind = 'draft' | 'latest' | 'aside'
export type LocalKey = [kind: Kind, person: string, story: string, id: string]

/** The copies of one person's one story. */
export function openLocalDrafts(person: string, story: string): LocalDrafts {
  const key = (kind: Kind, id = ''): LocalKey => [kind, person, story, id]
  const all = async (kind: Kind) =>
    (await localEntries()).filter(([[what, who, where]]) => what === kind && who === person && where === story)
  return {
    keep: (draft, inPlaceOf) =>
      inTurn(() =>
        store('readwrite', (rows) => {
          rows.put(draft, key('draft', draft.window))
          if (inPlaceOf) rows.delete(key('draft', inPlaceOf))
          return promisifyRequest(rows.transaction)
        }),
      ),
    drop: (window) => inTurn(() => del(key('draft', window), store)),
    async leftBehind() {
      const [rows, living] = await Promise.all([all('draft'), livingWindows()])
      const drafts = rows.map(([, draft]) => draft as LocalDraft).filter(({ window }) => !living.has(window))
      return drafts.sort((a, b) => a.changedAt - b.changedAt)
    },
    keepLatest: (saved) => inTurn(() => set(key('latest'), saved, store)),
    latest: async () => (await get<SavedWords>(key('latest'), store)) ?? null,
    keepAside: (id, words) => inTurn(() => set(key('aside', id), words, store)),
    asides: async () => (await all('aside')).map(([[, , , id], words]) => [id, words as DraftWords]),
    dropAside: (id) => inTurn(() => del(key('aside', id), store)),
  }
}

/** Everything this device keeps, of whomever. */
export function localEntries(): Promise<[LocalKey, unknown][]> {
  return inTurn(() => entries<LocalKey, unknown>(store))
}

/** Forgets one person's words on this device. */
export async function forgetLocalDrafts(person: string): Promise<void> {
  for (const [key] of await localEntries()) if (key[1] === person) await inTurn(() => del(key, store))
}

/** The windows that are open now. Where the browser cannot tell, none: merging the same words twice changes nothing. */
export async function livingWindows(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? []
  return new Set(held.map(({ name }) => (name ?? '').slice(lockOf('').length)))
}

// One after the other, so that a copy that was written first is never what stays.
let queue: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = queue.then(work, work)
  queue = done.catch(() => {})
  return done
}

const NAME = 'copydesk'
const STORE = 'drafts'
let opening: Promise<IDBDatabase> | null = null

// Not the library's own opener: a phone whose battery dies needs `strict`, and a store that was wiped is opened again.
const store: UseStore = async (mode, work) => {
  opening ??= openDatabase()
  try {
    const database = await opening
    return await work(database.transaction(STORE, mode, { durability: 'strict' }).objectStore(STORE))
  } catch (fault) {
    opening = null
    throw fault
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('another window holds the store'))
    request.onsuccess = () => {
      const database = request.result
      database.onclose = forgetConnection
      database.onversionchange = () => {
        database.close()
        forgetConnection()
      }
      resolve(database)
    }
  })
}

function forgetConnection() {
  opening = null
}
