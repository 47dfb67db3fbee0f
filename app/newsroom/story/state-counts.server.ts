// How many stories are in each state: kept by whoever changes a state, so that no page counts rows.
import { sql } from 'drizzle-orm'
import type { Reader, Writer } from '#db/client.ts'
import { stateCounts } from '#db/schema/desk.ts'
import { type StoryState, storyStates } from '#db/schema/story.ts'

/** Takes one story out of `from` (null: it is new) and puts it into `to`. */
export async function countState(tx: Writer, from: StoryState | null, to: StoryState): Promise<void> {
  if (from === to) return
  if (from) await add(tx, from, -1)
  await add(tx, to, 1)
}

/** Stories by state; states without a story count 0. */
export async function storiesByState(db: Reader): Promise<Record<StoryState, number>> {
  const rows = await db.select().from(stateCounts).limit(1000)
  const counts = Object.fromEntries(storyStates.map((state) => [state, 0])) as Record<StoryState, number>
  for (const row of rows) counts[row.state] += row.stories
  return counts
}

async function add(tx: Writer, state: StoryState, by: number) {
  await tx
    .insert(stateCounts)
    .values({ state, shard: 0, stories: by })
    .onConflictDoUpdate({
      target: [stateCounts.state, stateCounts.shard],
      set: { stories: sql`${stateCounts.stories} + ${by}` },
    })
}
