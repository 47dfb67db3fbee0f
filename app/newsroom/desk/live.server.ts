// What happened at the desk since somebody's page was drawn: for pages that say so without a reload.
import { and, asc, eq, gt, inArray, isNull, max, ne, or } from 'drizzle-orm'
import { presenceMark } from '#app/newsroom/desk/presence.server.ts'
import { type QueueTab, queueTabs } from '#app/newsroom/desk/review-queue.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'

/** The number of the latest move of the house; 0 before the first. */
export async function latestMove(db: Reader): Promise<number> {
  const [row] = await db.select({ id: max(deskLog.id) }).from(deskLog)
  return row?.id ?? 0
}

/** A text that changes with every move and with every change of who is there: the question a process asks again and again. */
export async function deskMark(db: Reader, when: Date): Promise<string> {
  return `${await latestMove(db)} ${await presenceMark(db, when)}`
}

/** How many stories are new under a tab, and how many others moved into it, within it or out of it. */
export type DeskNews = { fresh: number; moved: number }

const MOST_MOVES = 500
const fromOutside: readonly (StoryState | null)[] = [null, 'draft', 'changes_requested', 'declined', 'rejected']

/** What others did since the move `since`, as far as it concerns a tab; each story counts once. */
export async function deskNews(
  db: Reader,
  { tab, since }: { tab: QueueTab; since: number },
  who: Person,
): Promise<DeskNews> {
  const states = [...queueTabs[tab]]
  const rows = await db
    .select({ storyId: deskLog.storyId, from: deskLog.fromState, to: deskLog.toState })
    .from(deskLog)
    .innerJoin(stories, eq(stories.id, deskLog.storyId))
    .where(
      and(
        gt(deskLog.id, since),
        or(isNull(deskLog.byId), ne(deskLog.byId, who.id)),
        or(inArray(deskLog.fromState, states), inArray(deskLog.toState, states)),
        tab === 'mine' ? eq(stories.claimedById, who.id) : undefined,
      ),
    )
    .orderBy(asc(deskLog.id))
    .limit(MOST_MOVES)
  const came = new Set(rows.filter(({ from, to }) => to === 'submitted' && fromOutside.includes(from)).map(idOf))
  const stands = new Map(rows.map((row) => [row.storyId, row.to]))
  // What came and has gone on since is no longer new.
  const fresh = [...came].filter((storyId) => stands.get(storyId) === 'submitted')
  return { fresh: fresh.length, moved: stands.size - fresh.length }
}

function idOf({ storyId }: { storyId: number }): number {
  return storyId
}
