// The press's part of a move: print, take down with a notice, take off the site, put back.
import { eq } from 'drizzle-orm'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { partsOfStory } from '#app/newsroom/press/parts-of-story.server.ts'
import { printEdition, setTopics } from '#app/newsroom/press/print-edition.server.ts'
import { keepEditionSearchable } from '#app/newsroom/press/searchable-editions.server.ts'
import { revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Writer } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'

/** The press of a site at `siteUrl` (no slash at its end); `afterwards` drops what was kept of the old pages. */
export function pressWork(siteUrl: string, afterwards: PressWork['afterwards']): PressWork {
  return {
    publish: (tx, order, when) => written(tx, order.storyId, when, () => printEdition(tx, order, siteUrl, when)),
    correct: (tx, order, when) => written(tx, order.storyId, when, () => printEdition(tx, order, siteUrl, when)),
    retract: (tx, storyId, publicReason, when) =>
      written(tx, storyId, when, () =>
        takeDown(tx, storyId, { state: 'retracted', retractedAt: when, retractionNote: publicReason, updatedAt: when }),
      ),
    unpublish: (tx, storyId, when) =>
      written(tx, storyId, when, () => takeDown(tx, storyId, { state: 'unpublished', updatedAt: when })),
    restore: (tx, storyId, when) => written(tx, storyId, when, () => restore(tx, storyId, when)),
    afterwards,
  }
}

// The lists it was in are out of date as much as the lists it is in now.
async function written<T>(tx: Writer, storyId: number, when: Date, work: () => Promise<T>): Promise<T> {
  const before = await partsOfStory(tx, storyId)
  const done = await work()
  await paperChanged(tx, [...before, ...(await partsOfStory(tx, storyId)), paperKeys.corrections], when)
  return done
}

// Out of every list and hub at once; the row stays, because its address and its notice stay.
async function takeDown(tx: Writer, storyId: number, change: Partial<typeof publications.$inferInsert>): Promise<void> {
  await tx.update(publications).set(change).where(eq(publications.storyId, storyId))
  await setTopics(tx, storyId, [], new Date(0))
  await keepEditionSearchable(tx, storyId)
}

async function restore(tx: Writer, storyId: number, when: Date): Promise<{ slug: string }> {
  const [publication] = await tx
    .update(publications)
    .set({ state: 'live', retractedAt: null, retractionNote: '', updatedAt: when })
    .where(eq(publications.storyId, storyId))
    .returning()
  if (!publication) throw new Error(`story ${storyId} was never printed`)
  const [edition] = await tx
    .select({ revisionId: editions.revisionId })
    .from(editions)
    .where(eq(editions.id, publication.editionId))
  const revision = await revisionById(tx, edition?.revisionId ?? null)
  await setTopics(tx, storyId, revision?.content.topics ?? [], publication.publishedAt)
  await keepEditionSearchable(tx, storyId)
  return { slug: publication.slug }
}
