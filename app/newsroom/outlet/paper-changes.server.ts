// The journal of what readers get: which parts of the paper changed, for every memory of pages, here and elsewhere.
import { and, asc, desc, gt, inArray, isNull, lt } from 'drizzle-orm'
import type { Database, Reader, Writer } from '#db/client.ts'
import { paperChanges } from '#db/schema/outlet.ts'
import { type PaperKey, paperKeys } from './paper-keys.ts'

/** Tells whoever keeps pages of a change that is committed. It is done before the one who made it is answered. */
export type PaperNews = { afterwards(): Promise<void> }

const MOST_AT_ONCE = 500
// Two transactions may commit in another order than they took their numbers: so many are looked at again.
const LOOK_BACK = 100
const KEPT_DAYS = 7

/** Writes down that these parts changed, in the transaction that changes them. */
export async function paperChanged(tx: Writer, keys: Iterable<PaperKey>, when: Date): Promise<void> {
  const named = [...new Set(keys)]
  if (named.length === 0) return
  await tx
    .insert(paperChanges)
    .values({ keys: named.join(' '), at: when })
    .returning({ id: paperChanges.id })
}

/** Gives, with each call, the parts that changed since the call before; the first call gives none. */
export type ChangeReader = () => Promise<PaperKey[]>

/** A reader of the journal that begins at its end. More changes than it can look at are told as one of the whole paper. */
export function changeReader(db: Reader): ChangeReader {
  let newest = -1
  let seen = new Set<number>()
  return async () => {
    const isFirst = newest < 0
    const rows = isFirst ? await newestRows(db) : await changesQuery(db, newest - LOOK_BACK)
    const fresh = rows.filter(({ id }) => !seen.has(id))
    newest = Math.max(0, newest, ...rows.map(({ id }) => id))
    seen = new Set([...seen, ...rows.map(({ id }) => id)].filter((id) => id > newest - LOOK_BACK))
    if (isFirst) return []
    if (rows.length === MOST_AT_ONCE) return [paperKeys.whole]
    return [...new Set(fresh.flatMap(({ keys }) => keys.split(' ')))]
  }
}

/** The query behind the reader, for the test that reads its plan. */
export function changesQuery(db: Reader, after: number) {
  return db
    .select({ id: paperChanges.id, keys: paperChanges.keys })
    .from(paperChanges)
    .where(gt(paperChanges.id, after))
    .orderBy(asc(paperChanges.id))
    .limit(MOST_AT_ONCE)
}

function newestRows(db: Reader) {
  return db
    .select({ id: paperChanges.id, keys: paperChanges.keys })
    .from(paperChanges)
    .orderBy(desc(paperChanges.id))
    .limit(LOOK_BACK)
}

/** Parts that caches in front have not been told of yet, oldest first; `ids` go back to `markPurged` when they were. */
export async function unpurged(db: Reader): Promise<{ ids: number[]; keys: PaperKey[] }> {
  const rows = await db
    .select({ id: paperChanges.id, keys: paperChanges.keys })
    .from(paperChanges)
    .where(isNull(paperChanges.purgedAt))
    .orderBy(asc(paperChanges.id))
    .limit(MOST_AT_ONCE)
  return { ids: rows.map(({ id }) => id), keys: [...new Set(rows.flatMap(({ keys }) => keys.split(' ')))] }
}

/** Writes down that caches in front were told. */
export async function markPurged(db: Database, ids: number[], when: Date): Promise<void> {
  if (ids.length === 0) return
  await db.transaction((tx) =>
    tx
      .update(paperChanges)
      .set({ purgedAt: when })
      .where(inArray(paperChanges.id, ids))
      .returning({ id: paperChanges.id }),
  )
}

/** Forgets what is older than a week: no memory of pages is as old. The newest row stays, so that numbers go on. */
export async function sweepPaperChanges(db: Database, when: Date): Promise<void> {
  const before = new Date(when.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000)
  const [newest] = await newestRows(db)
  if (!newest) return
  const old = and(lt(paperChanges.at, before), lt(paperChanges.id, newest.id))
  await db.transaction((tx) => tx.delete(paperChanges).where(old).returning({ id: paperChanges.id }))
}
