// Opens and closes the live coverage of a topic. Readers see both at once; both are in its log.
import { and, count, eq, isNull } from 'drizzle-orm'
import { outletOf, sectionBySlug } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanLine, cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { type LiveDone, type LiveFault, liveLimits, type OpenInput } from '#app/newsroom/topics/live.ts'
import type { Database } from '#db/client.ts'
import { isUniqueViolation } from '#db/errors.ts'
import { liveCoverages, liveEntries } from '#db/schema/live.ts'
import { topics } from '#db/schema/topics.ts'
import { coverageChanged, faulty, type LivePress, liveRefusal, logLive, openCoverageOf } from './live-rows.server.ts'

/** Opens live coverage of a topic, run by the editors of a section. One is open at a time; two at once: one wins. */
export async function openCoverage(
  db: Database,
  slug: string,
  input: OpenInput,
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone<{ publicId: string }>> {
  const opened = await db
    .transaction((tx) => opening(tx, slug, input, who, when))
    .catch((error) => {
      if (isUniqueViolation(error)) return faulty('live-open-already')
      throw error
    })
  if (opened.ok) await press.afterwards()
  return opened
}

async function opening(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  slug: string,
  input: OpenInput,
  who: Person,
  when: Date,
): Promise<LiveDone<{ publicId: string }>> {
  if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
  const [topic] = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.slug, slug), isNull(topics.mergedIntoId)))
  if (!topic) return { ok: false, because: 'not-found' }
  const title = cleanLine(input.title)
  const section = input.section ? await sectionBySlug(tx, input.section) : null
  const faults: LiveFault[] = []
  if (!title) faults.push({ field: 'title', code: 'live-no-title' })
  else if (title.length > liveLimits.coverageTitle) faults.push({ field: 'title', code: 'live-title-long' })
  if (!section) faults.push({ field: 'section', code: 'live-no-section' })
  if (faults.length || !section) return { ok: false, because: 'faults', faults }
  const refusal = await liveRefusal(tx, 'open', section.id, null, who)
  if (refusal) return { ok: false, because: refusal }
  if (await openCoverageOf(tx, slug)) return faulty('live-open-already')
  const { language } = await outletOf(tx)
  const publicId = newPublicId()
  const [coverage] = await tx
    .insert(liveCoverages)
    .values({
      publicId,
      topicId: topic.id,
      sectionId: section.id,
      title,
      language,
      openedAt: when,
      openedById: who.id,
      changedAt: when,
    })
    .returning({ id: liveCoverages.id })
  if (!coverage) throw new Error('a live coverage was not written')
  await coverageChanged(tx, coverage.id, when)
  await logLive(tx, { coverageId: coverage.id, act: 'open', note: title }, who, when)
  return { ok: true, publicId }
}

/** Ends the coverage with a sentence for readers. Who sent something is answered first. */
export async function closeCoverage(
  db: Database,
  slug: string,
  { closing }: { closing: string },
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  const closed = await db.transaction(async (tx): Promise<LiveDone> => {
    if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
    const coverage = await openCoverageOf(tx, slug)
    if (!coverage) return { ok: false, because: 'not-found' }
    const refusal = await liveRefusal(tx, 'close', coverage.sectionId, null, who)
    if (refusal) return { ok: false, because: refusal }
    const words = cleanText(closing).trim()
    if (!words) return faulty('live-no-closing', 'closing')
    if (words.length > liveLimits.closing) return faulty('live-closing-long', 'closing')
    const [waiting] = await tx
      .select({ n: count() })
      .from(liveEntries)
      .where(and(eq(liveEntries.coverageId, coverage.id), eq(liveEntries.state, 'waiting')))
    if (waiting?.n) return faulty('live-waiting')
    await tx
      .update(liveCoverages)
      .set({ closedAt: when, closedById: who.id, closing: words })
      .where(eq(liveCoverages.id, coverage.id))
      .returning({ id: liveCoverages.id })
    await coverageChanged(tx, coverage.id, when)
    await logLive(tx, { coverageId: coverage.id, act: 'close', note: words }, who, when)
    return { ok: true }
  })
  if (closed.ok) await press.afterwards()
  return closed
}
