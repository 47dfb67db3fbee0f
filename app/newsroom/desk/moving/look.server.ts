// What the door of the moves looks at before it asks anything: the last move, the facts of policy, an order sent twice.
import { desc, eq } from 'drizzle-orm'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Moved, ToldWho } from '#app/newsroom/desk/moving/outcome.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import type { Told } from '#app/newsroom/desk/tell.ts'
import { isVeiled } from '#app/newsroom/people/desk-name.ts'
import type { Story, StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

/** The last move of a story, as far as an order that comes twice and a refusal need it. */
export type LastRow = {
  move: string
  byId: number | null
  byName: string | null
  version: number
  toState: StoryState
  told: string[]
}

/** The newest row of the desk log. Its name is null where it is the writer's and the desk must not learn it. */
export async function lastLogRow(tx: Reader, storyId: number): Promise<LastRow | undefined> {
  const [last] = await tx
    .select({
      move: deskLog.move,
      byId: deskLog.byId,
      byName: people.name,
      version: deskLog.version,
      toState: deskLog.toState,
      told: deskLog.told,
      ownerId: stories.ownerId,
      bylineKind: stories.bylineKind,
      protectedAt: people.protectedAt,
    })
    .from(deskLog)
    .innerJoin(stories, eq(stories.id, deskLog.storyId))
    .leftJoin(people, eq(people.id, deskLog.byId))
    .where(eq(deskLog.storyId, storyId))
    .orderBy(desc(deskLog.id))
    .limit(1)
  if (!last) return undefined
  const { ownerId, bylineKind, protectedAt, ...row } = last
  return row.byId === ownerId && isVeiled({ bylineKind }, { protectedAt }) ? { ...row, byName: null } : row
}

/** Has this person made exactly this order already, as the last move? */
export function isReplay(last: LastRow, order: MoveOrder, who: Mover): boolean {
  return who !== CLOCK && last.byId === who.id && last.move === order.move && last.version === order.version + 1
}

/** The answer to an order that was made already, as it was given then. */
export function replayed(story: Story, last: LastRow): Moved {
  const told = last.told.map((text): ToldWho => {
    const [who, letter, people, afterMinutes] = text.split(':')
    return { who: who as Told, letter: letter ?? '', people: Number(people), afterMinutes: Number(afterMinutes) }
  })
  return { ok: true, state: last.toState, version: last.version, told, number: story.id }
}

/** Is the one who has the claim still at the desk? */
export async function holderStillThere(tx: Reader, story: Story): Promise<boolean> {
  if (story.claimedById === null) return false
  const [holder] = await tx
    .select({ role: people.role, suspendedAt: people.suspendedAt })
    .from(people)
    .where(eq(people.id, story.claimedById))
  return holder !== undefined && holder.role !== 'contributor' && holder.suspendedAt === null
}
