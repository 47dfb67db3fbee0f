// How much work waits for the desk, from the kept counts, and how long the oldest has waited.
import { asc, eq, inArray, sum } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { stateCounts } from '#db/schema/desk.ts'
import { type StoryState, stories } from '#db/schema/story.ts'

const DESK_STATES = ['submitted', 'in_review', 'approved', 'scheduled'] as const satisfies readonly StoryState[]

export type Backlog = {
  counts: Record<(typeof DESK_STATES)[number], number>
  /** The story that nobody has claimed for the longest time. */
  oldest: { publicId: string; number: number; since: string; answerBy: string | null } | null
}

/** Costs the same with a million stories as with none. */
export async function backlogOf(db: Reader): Promise<Backlog> {
  const [rows, [oldest]] = await Promise.all([
    db
      .select({ state: stateCounts.state, stories: sum(stateCounts.stories) })
      .from(stateCounts)
      .where(inArray(stateCounts.state, [...DESK_STATES]))
      .groupBy(stateCounts.state),
    db
      .select({ publicId: stories.publicId, id: stories.id, since: stories.enteredAt, answerBy: stories.answerBy })
      .from(stories)
      .where(eq(stories.state, 'submitted'))
      .orderBy(asc(stories.enteredAt), asc(stories.id))
      .limit(1),
  ])
  const counts = { submitted: 0, in_review: 0, approved: 0, scheduled: 0 }
  for (const row of rows) if (row.state in counts) counts[row.state as keyof typeof counts] = Number(row.stories ?? 0)
  return {
    counts,
    oldest: oldest
      ? {
          publicId: oldest.publicId,
          number: oldest.id,
          since: oldest.since.toISOString(),
          answerBy: oldest.answerBy?.toISOString() ?? null,
        }
      : null,
  }
}
