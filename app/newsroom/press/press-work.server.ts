// The press's part of a move: print, take down with a notice, take off the site, put back.
import { eq } from 'drizzle-orm'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { printEdition, setTopics } from '#app/newsroom/press/print-edition.server.ts'
import { keepEditionSearchable } from '#app/newsroom/press/searchable-editions.server.ts'
import { revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Writer } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'

/** The press of a site at `siteUrl` (no slash at its end); `afterwards` drops what was kept of the old pages. */
export function pressWork(siteUrl: string, afterwards: () => void): PressWork {
  return {
    publish: (tx, order, when) => printEdition(tx, order, siteUrl, when),
    correct: (tx, order, when) => printEdition(tx, order, siteUrl, when),
    retract: (tx, storyId, publicReason, when) =>
      takeDown(tx, storyId, { state: 'retracted', retractedAt: when, retractionNote: publicReason, updatedAt: when }),
    unpublish: (tx, storyId, when) => takeDown(tx, storyId, { state: 'unpublished', updatedAt: when }),
    restore,
    afterwards,
  }
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
