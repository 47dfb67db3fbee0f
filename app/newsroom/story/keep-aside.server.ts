// Keeps what was not chosen of two versions, as a revision beside the draft.
import { and, count, eq } from 'drizzle-orm'
import { hashOf, keepRevision } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'
import { revisions } from '#db/schema/story.ts'

/** How many a story keeps: far more than people choose between, few enough that nobody fills a disk. */
export const mostAsides = 100

/** Keeps the words once, however often they are sent. False when the story keeps as many as it may. */
export async function keepAside(
  tx: Writer,
  storyId: number,
  content: StoryContent,
  byId: number,
  when: Date,
): Promise<boolean> {
  const ofStory = and(eq(revisions.storyId, storyId), eq(revisions.why, 'conflict'))
  const [known] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(ofStory, eq(revisions.hash, hashOf(content))))
  if (known) return true
  const [there] = await tx.select({ count: count() }).from(revisions).where(ofStory)
  if ((there?.count ?? 0) >= mostAsides) return false
  await keepRevision(tx, storyId, content, 'conflict', byId, when)
  return true
}
