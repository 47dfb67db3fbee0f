// Makes other words the story's working copy: those of a printed edition, or of an earlier revision.
import { eq, inArray } from 'drizzle-orm'
import { wordColumns } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

/**
 * Replaces the story's topics and returns the columns that hold the rest of `content`, for the guarded write of the
 * caller. The working copy then has the hash of `content`, as long as its section and topics are still there.
 */
export async function takeContent(tx: Writer, storyId: number, content: StoryContent) {
  const [section] = content.section
    ? await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, content.section))
    : []
  const found = content.topics.length
    ? await tx.select({ id: topics.id }).from(topics).where(inArray(topics.slug, content.topics))
    : []
  await tx.delete(storyTopics).where(eq(storyTopics.storyId, storyId))
  if (found.length) await tx.insert(storyTopics).values(found.map(({ id }) => ({ storyId, topicId: id })))
  return {
    ...wordColumns(content),
    sectionId: section?.id ?? null,
    language: content.language,
    bylineKind: content.byline.kind,
    penName: content.byline.penName,
  }
}
