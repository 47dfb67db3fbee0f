// Everything that was published in a section or under a by-line, newest first, page by page.
import { and, eq } from 'drizzle-orm'
import { sectionBySlug } from '#app/newsroom/outlet/outlet.server.ts'
import type { Reader } from '#db/client.ts'
import { bylines } from '#db/schema/people.ts'
import { editions, publications } from '#db/schema/press.ts'
import { storyCoAuthors } from '#db/schema/story.ts'
import type { Teaser } from './teaser.ts'
import { teasersOf } from './teasers.server.ts'

export type SectionPage = { slug: string; name: string; description: string; teasers: Teaser[]; next: string | null }
export type BylinePage = { handle: string; name: string; about: string; teasers: Teaser[]; next: string | null }

const ON_A_PAGE = 20

/** A section's stories after the one with the slug `after`; null when there is no such section. */
export async function sectionPage(
  db: Reader,
  slug: string,
  after: string | null,
  when: Date,
): Promise<SectionPage | null> {
  const section = await sectionBySlug(db, slug)
  if (!section) return null
  const { teasers, next } = await teasersOf(db, { sectionId: section.id }, { limit: ON_A_PAGE, after }, when)
  return { slug, name: section.name, description: section.description, teasers, next }
}

/** The stories under one by-line. Null for a handle nobody published under: that somebody chose it is not public. */
export async function bylinePage(
  db: Reader,
  handle: string,
  after: string | null,
  when: Date,
): Promise<BylinePage | null> {
  const [byline] = await db
    .select({ id: bylines.id, name: bylines.name, about: bylines.about })
    .from(bylines)
    .where(eq(bylines.handle, handle))
  if (!byline) return null
  const also = await storiesBeside(db, handle)
  const { teasers, next } = await teasersOf(db, { bylineId: byline.id, also }, { limit: ON_A_PAGE, after }, when)
  if (teasers.length === 0) return null
  return { handle, name: byline.name, about: byline.about, teasers, next }
}

const MOST_BESIDE = 500

/** The stories that this by-line stands under as a second one: only where the edition that is live says so. */
export async function storiesBeside(db: Reader, handle: string): Promise<number[]> {
  const rows = await db
    .select({ storyId: publications.storyId, coBylines: editions.coBylines })
    .from(bylines)
    .innerJoin(storyCoAuthors, eq(storyCoAuthors.personId, bylines.personId))
    .innerJoin(publications, and(eq(publications.storyId, storyCoAuthors.storyId), eq(publications.state, 'live')))
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(eq(bylines.handle, handle))
    .limit(MOST_BESIDE)
  return rows.filter(({ coBylines }) => coBylines.some((one) => one.handle === handle)).map(({ storyId }) => storyId)
}
