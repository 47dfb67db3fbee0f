// Which parts of the paper a published story is in: its own pages, the lists that show it.
import { eq } from 'drizzle-orm'
import { type PaperKey, paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Reader } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { bylines } from '#db/schema/people.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'

/** The keys of everything that shows the story as it is printed now; none when it never was. */
export async function partsOfStory(db: Reader, storyId: number): Promise<PaperKey[]> {
  const [row] = await db
    .select({
      slug: publications.slug,
      section: sections.slug,
      byline: bylines.handle,
      coBylines: editions.coBylines,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .leftJoin(bylines, eq(bylines.id, publications.bylineId))
    .where(eq(publications.storyId, storyId))
  if (!row) return []
  const inTopics = await db
    .select({ slug: topics.slug })
    .from(publicationTopics)
    .innerJoin(topics, eq(topics.id, publicationTopics.topicId))
    .where(eq(publicationTopics.storyId, storyId))
  const handles = [row.byline, ...row.coBylines.map(({ handle }) => handle)].flatMap((handle) => handle ?? [])
  return [
    paperKeys.lists,
    paperKeys.story(row.slug),
    paperKeys.section(row.section),
    ...inTopics.map(({ slug }) => paperKeys.topic(slug)),
    ...handles.map(paperKeys.byline),
  ]
}
