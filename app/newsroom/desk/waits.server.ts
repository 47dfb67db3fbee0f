// How long reporters have waited for the desk: the medians that an honest answer to "how long?" is made of.
import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { median } from '#app/newsroom/desk/figures.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Reader } from '#db/client.ts'
import { allNumbers, msBetween } from '#db/figures-in-sql.ts'
import { askPrepared } from '#db/prepared.ts'
import { stories } from '#db/schema/story.ts'

/** Half of the stories were answered within so long (milliseconds); null when fewer than five tell of it. */
export type Waits = { firstAnswerMs: number | null; decisionMs: number | null }

/** The whole outlet's waits, and those of one section where it has enough stories of its own. */
export type WaitsHere = { outlet: Waits; section: (Waits & { name: string }) | null }

const DAYS_BACK = 90
/** A median of more stories is hardly another one. */
const OF_OUTLET = 500
const OF_SECTION = 200

/**
 * Medians of the first answer and of the decision, both from the moment of sending, over the last 90 days. They are
 * made from the newest answered stories at most, 500 of the outlet and 200 of the section, found by an index: a million
 * stories cost no more.
 */
export async function waitsAt(db: Reader, sectionId: number | null, when: Date): Promise<WaitsHere> {
  const since = new Date(when.getTime() - DAYS_BACK * 86_400_000)
  const outlet = await askPrepared(db, 'waits', outletQuery, { since, when })
  if (sectionId === null) return { outlet: waitsIn(outlet), section: null }
  const ofSection = await askPrepared(db, 'waits of a section', sectionQuery, { since, when, sectionId })
  const waits = waitsIn(ofSection)
  const section = (await sectionsOf(db)).find(({ id }) => id === sectionId)
  const isTold = waits.firstAnswerMs !== null || waits.decisionMs !== null
  return { outlet: waitsIn(outlet), section: section && isTold ? { ...waits, name: section.name } : null }
}

const outletQuery = (db: Reader) => spansQuery(db, undefined, OF_OUTLET)
const sectionQuery = (db: Reader) => spansQuery(db, eq(stories.sectionId, sql.placeholder('sectionId')), OF_SECTION)

// One row with all spans: to hand over hundreds of rows would cost more than to find them.
function spansQuery(db: Reader, where: SQL | undefined, most: number) {
  const answered = stories.firstAnsweredAt
  const newest = db
    .select({
      answer: spanUntil(answered).as('answer'),
      decision: spanUntil(stories.decidedAt).as('decision'),
    })
    .from(stories)
    .where(
      and(
        where,
        gte(answered, sql.param(sql.placeholder('since'), answered)),
        lte(answered, sql.param(sql.placeholder('when'), answered)),
      ),
    )
    .orderBy(desc(answered))
    .limit(most)
    .as('newest')
  return db.select({ answers: allNumbers(newest.answer), decisions: allNumbers(newest.decision) }).from(newest)
}

// Spam was answered by nobody, and what was decided before it was sent again tells of another waiting.
function spanUntil(until: typeof stories.firstAnsweredAt | typeof stories.decidedAt): SQL {
  const sent = stories.submittedAt
  return sql`case when not ${stories.spam} and ${until} >= ${sent} then ${msBetween(sent, until)} end`
}

function waitsIn([all]: { answers: number[] | null; decisions: number[] | null }[]): Waits {
  return { firstAnswerMs: median(all?.answers ?? []), decisionMs: median(all?.decisions ?? []) }
}
