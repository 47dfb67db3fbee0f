// Why the desk changed these words: one sentence a change, which goes with the change from revision to revision.
import { and, eq, sql } from 'drizzle-orm'
import { type KeptEdit, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { carriedKeys, editChanges } from '#app/newsroom/desk/suggestions.ts'
import type { Reader, Writer } from '#db/client.ts'
import { changeReasons } from '#db/schema/desk.ts'

/** The two revisions that an edit lies between. */
export type EditPair = { base: Pick<KeptEdit, 'id' | 'hash'>; edited: Pick<KeptEdit, 'id' | 'hash'> }

/** The reasons of an edit, by the key of the change. */
export async function reasonsOf(db: Reader, { base, edited }: EditPair): Promise<Map<string, string>> {
  const rows = await db
    .select({ change: changeReasons.change, reason: changeReasons.reason })
    .from(changeReasons)
    .where(and(eq(changeReasons.revisionId, edited.id), eq(changeReasons.baseId, base.id)))
  return new Map(rows.map(({ change, reason }) => [change, reason]))
}

/** Takes the reasons along when the words or their base have become another revision. */
export async function carryReasons(tx: Writer, storyId: number, from: EditPair, to: EditPair): Promise<void> {
  if (from.base.id === to.base.id && from.edited.id === to.edited.id) return
  const rows = await tx
    .select()
    .from(changeReasons)
    .where(and(eq(changeReasons.revisionId, from.edited.id), eq(changeReasons.baseId, from.base.id)))
  if (rows.length === 0) return
  const [before, after] = [await changesBetween(tx, from), await changesBetween(tx, to)]
  const carried = carriedKeys(before, after, from.base.id === to.base.id)
  await writeReasons(
    tx,
    storyId,
    to,
    rows.flatMap(({ change, reason, byId, at }) => {
      const key = carried.get(change)
      return key === undefined ? [] : [{ change: key, reason, byId, at }]
    }),
  )
}

async function changesBetween(db: Reader, { base, edited }: EditPair) {
  if (base.hash === edited.hash) return []
  const [from, to] = [await wordsOfKept(db, base as KeptEdit), await wordsOfKept(db, edited as KeptEdit)]
  return editChanges(from.content, to.content)
}

export type Reason = { change: string; reason: string; byId: number; at: Date }

/** Writes reasons for changes of one edit; an empty one takes the reason back. */
export async function writeReasons(
  tx: Writer,
  storyId: number,
  { base, edited }: EditPair,
  reasons: readonly Reason[],
): Promise<void> {
  if (reasons.length === 0) return
  await tx
    .insert(changeReasons)
    .values(reasons.map((reason) => ({ storyId, revisionId: edited.id, baseId: base.id, ...reason })))
    .onConflictDoUpdate({
      target: [changeReasons.revisionId, changeReasons.baseId, changeReasons.change],
      set: { reason: sql`excluded.reason`, byId: sql`excluded.by_id`, at: sql`excluded.at` },
    })
    .returning({ id: changeReasons.id })
}
