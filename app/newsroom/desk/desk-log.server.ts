// The desk log: who moved what when, and why; read here, written by move-story only.
import { asc, eq } from 'drizzle-orm'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'

export type LogRow = {
  id: number
  move: Move
  from: StoryState | null
  to: StoryState
  at: string
  /** Null when the clock made the move. */
  byName: string | null
  byOwner: boolean
  /** Keys of the desk's list, retired ones too. */
  reasons: string[]
  note: string
  deskNote: string
  revisionHash: string | null
  told: string[]
}

/**
 * The log of one story, oldest first. For the contributor, desk-only words and names are left out; `veiled` leaves out
 * the contributor's own, for a desk that must not learn it.
 */
export async function logOf(
  db: Reader,
  storyId: number,
  ownerId: number,
  { forDesk, veiled = false }: { forDesk: boolean; veiled?: boolean },
): Promise<LogRow[]> {
  const rows = await db
    .select({ row: deskLog, name: people.name })
    .from(deskLog)
    .leftJoin(people, eq(people.id, deskLog.byId))
    .where(eq(deskLog.storyId, storyId))
    .orderBy(asc(deskLog.id))
    .limit(1000)
  return rows.map(({ row, name }) => ({
    id: row.id,
    move: row.move as Move,
    from: row.fromState,
    to: row.toState,
    at: row.at.toISOString(),
    byName: (row.byId === ownerId ? !veiled : forDesk) ? name : null,
    byOwner: row.byId === ownerId,
    reasons: row.reasons,
    note: row.note,
    deskNote: forDesk ? row.deskNote : '',
    revisionHash: forDesk ? row.revisionHash : null,
    told: forDesk ? row.told : [],
  }))
}
