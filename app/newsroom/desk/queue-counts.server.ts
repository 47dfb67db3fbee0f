// How many stories each tab of the queue holds, and how many each editor: kept counters, or counts that stop at a bound.
import { and, asc, count, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { narrowedBy } from '#app/newsroom/desk/review-queue.server.ts'
import {
  type EditorLoad,
  type QueueQuestion,
  type QueueTab,
  queueTabs,
  type Tally,
  tabNames,
} from '#app/newsroom/desk/review-queue.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { storiesByState } from '#app/newsroom/story/state-counts.server.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

/** What is counted row by row is counted so far. */
export const COUNTED_AT_MOST = 1000

/**
 * How many stories each tab holds under this filter. Without a filter the kept counters tell; one that an index knows
 * (section, language, risk, holder, one at a time) is counted up to 1,000; any other is not counted.
 */
export async function queueCounts(db: Reader, question: QueueQuestion, who: Person): Promise<Record<QueueTab, Tally>> {
  const kept = await storiesByState(db)
  const narrowed = await narrowedBy(db, { ...question, tab: 'all' }, who)
  const none: Tally = { stories: 0, more: false }
  if (narrowed && (narrowed.terms.length || narrowed.topicIds.length || narrowed.columns.length > 1))
    return eachTab(() => null)
  if (!narrowed) return eachTab(() => none)
  if (narrowed.columns.length === 0) {
    const mine = await counted(db, queueTabs.mine, kept, [eq(stories.claimedById, who.id)])
    return eachTab((tab) =>
      tab === 'mine' ? total(mine) : { stories: sum(queueTabs[tab].map((state) => kept[state])), more: false },
    )
  }
  const all = await counted(db, queueTabs.all, kept, narrowed.columns)
  // Mine under a filter is a second filter, which no index knows.
  return eachTab((tab) => (tab === 'mine' ? null : total(all.filter(([state]) => isIn(tab, state)))))
}

const MOST_EDITORS = 200

/** Everybody who may hold a story, those with most to do first. A hundred stories are counted, more are "more". */
export async function deskLoad(db: Reader, who: Person): Promise<EditorLoad[]> {
  const theirs = sql`from ${stories} s where s.claimed_by_id = people.id and s.state = 'in_review'`
  const rows = await db
    .select({
      id: people.id,
      publicId: people.publicId,
      name: people.name,
      holds: sql<number>`(select count(*) from (select 1 ${theirs} limit 101) held)`.mapWith(Number),
      oldest: sql`(select min(s.entered_at) ${theirs})`.mapWith(stories.enteredAt),
    })
    .from(people)
    .where(and(inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
    .orderBy(asc(people.id))
    .limit(MOST_EDITORS)
  return rows
    .map(({ id, publicId, name, holds, oldest }) => ({
      publicId,
      name,
      me: id === who.id,
      holds: Math.min(holds, 100),
      more: holds > 100,
      oldest: oldest instanceof Date ? oldest.toISOString() : null,
    }))
    .sort((a, b) => b.holds - a.holds)
}

type Counted = [state: StoryState, stories: number][]

async function counted(
  db: Reader,
  states: readonly StoryState[],
  kept: Record<StoryState, number>,
  columns: SQL[],
): Promise<Counted> {
  const found: Counted = []
  for (const state of states.filter((one) => kept[one] > 0)) {
    const some = db
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.state, state), ...columns))
      .limit(COUNTED_AT_MOST + 1)
      .as('some')
    const [row] = await db.select({ n: count() }).from(some)
    found.push([state, row?.n ?? 0])
  }
  return found
}

function total(found: Counted): Tally {
  const all = sum(found.map(([, stories]) => stories))
  return { stories: Math.min(all, COUNTED_AT_MOST), more: all > COUNTED_AT_MOST }
}

function isIn(tab: QueueTab, state: StoryState): boolean {
  return queueTabs[tab].some((one) => one === state)
}

function eachTab(of: (tab: QueueTab) => Tally): Record<QueueTab, Tally> {
  return Object.fromEntries(tabNames.map((tab) => [tab, of(tab)])) as Record<QueueTab, Tally>
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0)
}
