// What every act on live coverage begins and ends with: the rows it is about, the rights of who acts, the log.
import { and, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { type PaperNews, paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { rightsInSection } from '#app/newsroom/people/rights-in-section.server.ts'
import type { LiveAct, LiveFault, LiveFaultCode, LiveRefusal } from '#app/newsroom/topics/live.ts'
import type { Reader, Writer } from '#db/client.ts'
import { liveCoverages, liveEntries, liveLog } from '#db/schema/live.ts'
import { topics } from '#db/schema/topics.ts'
import { type DeskLiveAct, mayActLive } from './live-policy.ts'

/** Told after the commit of what changes a public page. */
export type LivePress = PaperNews

export type CoverageRow = typeof liveCoverages.$inferSelect
export type EntryRow = typeof liveEntries.$inferSelect

/** The open coverage of the topic with this slug; null when there is none. */
export async function openCoverageOf(db: Reader, slug: string): Promise<CoverageRow | null> {
  const [row] = await db
    .select({ coverage: liveCoverages })
    .from(liveCoverages)
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(and(eq(topics.slug, slug), isNull(liveCoverages.closedAt)))
  return row?.coverage ?? null
}

/** The topic's newest coverage, open or closed; null when there never was one. */
export async function newestCoverageOf(db: Reader, slug: string): Promise<CoverageRow | null> {
  const [row] = await db
    .select({ coverage: liveCoverages })
    .from(liveCoverages)
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(eq(topics.slug, slug))
    .orderBy(desc(liveCoverages.openedAt), desc(liveCoverages.id))
    .limit(1)
  return row?.coverage ?? null
}

/** An entry of a topic with its coverage; null when this topic has none of that id. */
export async function entryOf(
  db: Reader,
  { topic, entry }: { topic: string; entry: string },
): Promise<{ coverage: CoverageRow; entry: EntryRow } | null> {
  const [row] = await db
    .select({ coverage: liveCoverages, entry: liveEntries })
    .from(liveEntries)
    .innerJoin(liveCoverages, eq(liveCoverages.id, liveEntries.coverageId))
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(and(eq(liveEntries.publicId, entry), eq(topics.slug, topic)))
  return row ?? null
}

/**
 * The entries of a coverage that readers have, the newest first; those that were removed stand at their time. `from` is
 * the entry to begin with; left out, the newest.
 */
export function readersEntries(
  db: Reader,
  {
    coverageId,
    from,
    limit,
  }: { coverageId: number; from?: Pick<EntryRow, 'publishedAt' | 'id'> | null; limit: number },
  when: Date,
) {
  // A row value, because an OR of two comparisons reads every row before the page.
  const begins = from?.publishedAt
    ? sql`(${liveEntries.publishedAt}, ${liveEntries.id}) <= (${sql.param(from.publishedAt, liveEntries.publishedAt)}, ${from.id})`
    : undefined
  return db
    .select()
    .from(liveEntries)
    .where(
      and(
        eq(liveEntries.coverageId, coverageId),
        inArray(liveEntries.state, ['public', 'removed']),
        lte(liveEntries.publishedAt, when),
        begins,
      ),
    )
    .orderBy(desc(liveEntries.publishedAt), desc(liveEntries.id))
    .limit(limit)
}

/** Null when `who` may do this in the section, else why not. */
export async function liveRefusal(
  tx: Reader,
  act: DeskLiveAct,
  sectionId: number,
  entry: Pick<EntryRow, 'authorId' | 'bylineKind'> | null,
  who: Person,
): Promise<LiveRefusal | null> {
  const rights = await rightsInSection(tx, who.id, sectionId)
  return mayActLive(who, act, { rights, sentById: entry && entry.bylineKind !== 'desk' ? entry.authorId : null })
}

/** Writes down who did what. */
export async function logLive(
  tx: Writer,
  row: {
    coverageId: number
    entryId?: number
    act: LiveAct
    note?: string
    before?: { title: string; copy: unknown }
  },
  who: Person,
  when: Date,
): Promise<void> {
  const { entryId = null, note = '', before = null, ...rest } = row
  await tx
    .insert(liveLog)
    .values({ ...rest, entryId, note, before, byId: who.id, at: when })
    .returning({ id: liveLog.id })
}

/** Says that readers get something else from now on. The instant always rises, also within a millisecond. */
export async function coverageChanged(tx: Writer, coverageId: number, when: Date): Promise<void> {
  const [row] = await tx
    .select({ at: liveCoverages.changedAt, topic: topics.slug })
    .from(liveCoverages)
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(eq(liveCoverages.id, coverageId))
  const changedAt = new Date(Math.max(when.getTime(), (row?.at.getTime() ?? 0) + 1))
  await tx
    .update(liveCoverages)
    .set({ changedAt })
    .where(eq(liveCoverages.id, coverageId))
    .returning({ id: liveCoverages.id })
  // Lists too: they say where something is live.
  if (row) await paperChanged(tx, [paperKeys.topic(row.topic), paperKeys.lists], when)
}

/** A refusal that a form can mend. */
export function faulty(code: LiveFaultCode, field: LiveFault['field'] = '') {
  return { ok: false as const, because: 'faults' as const, faults: [{ field, code }] }
}

/** The refusal of who acts on an entry that has changed since they saw it. */
export function movedOn(code: LiveFaultCode = 'live-moved') {
  return { ok: false as const, because: 'moved' as const, faults: [{ field: '' as const, code }] }
}
