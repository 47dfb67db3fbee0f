// How long reporters have waited for the desk: the medians that an honest answer to "how long?" is made of.
import { and, desc, eq, gte, lte } from 'drizzle-orm'
import { median } from '#app/newsroom/desk/figures.ts'
import type { Reader } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { stories } from '#db/schema/story.ts'

/** Half of the stories were answered within so long (milliseconds); null when fewer than five tell of it. */
export type Waits = { firstAnswerMs: number | null; decisionMs: number | null }

/** The whole outlet's waits, and those of one section where it has enough stories of its own. */
export type WaitsHere = { outlet: Waits; section: (Waits & { name: string }) | null }

const DAYS_BACK = 90
/** A median of more stories is hardly another one, and this many are read in a millisecond. */
export const SAMPLE = 500

/**
 * Medians of the first answer and of the decision, both from the moment of sending, over the last 90 days. They are
 * made from the newest 500 answered stories at most, found by an index: a million stories cost no more than 500.
 */
export async function waitsAt(db: Reader, sectionId: number | null, when: Date): Promise<WaitsHere> {
  const [outlet, ofSection, section] = await Promise.all([
    answeredQuery(db, null, when),
    sectionId === null ? [] : answeredQuery(db, sectionId, when),
    sectionId === null ? [] : db.select({ name: sections.name }).from(sections).where(eq(sections.id, sectionId)),
  ])
  const waits = waitsIn(ofSection)
  const isTold = waits.firstAnswerMs !== null || waits.decisionMs !== null
  return { outlet: waitsIn(outlet), section: section[0] && isTold ? { ...waits, name: section[0].name } : null }
}

/** The newest answered stories, of a section or of the whole outlet. */
export function answeredQuery(db: Reader, sectionId: number | null, when: Date) {
  const since = new Date(when.getTime() - DAYS_BACK * 86_400_000)
  return db
    .select({
      sentAt: stories.submittedAt,
      answeredAt: stories.firstAnsweredAt,
      decidedAt: stories.decidedAt,
      spam: stories.spam,
    })
    .from(stories)
    .where(
      and(
        sectionId === null ? undefined : eq(stories.sectionId, sectionId),
        gte(stories.firstAnsweredAt, since),
        lte(stories.firstAnsweredAt, when),
      ),
    )
    .orderBy(desc(stories.firstAnsweredAt))
    .limit(SAMPLE)
}

type Answered = Awaited<ReturnType<typeof answeredQuery>>[number]

function waitsIn(rows: readonly Answered[]): Waits {
  const honest = rows.filter((row) => !row.spam)
  return {
    firstAnswerMs: median(spans(honest, 'answeredAt')),
    decisionMs: median(spans(honest, 'decidedAt')),
  }
}

function spans(rows: readonly Answered[], until: 'answeredAt' | 'decidedAt'): number[] {
  return rows.flatMap(({ sentAt, ...row }) => {
    const at = row[until]
    return sentAt && at && at >= sentAt ? [at.getTime() - sentAt.getTime()] : []
  })
}
