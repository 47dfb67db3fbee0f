// Which story a contributor may still add pictures to or change them on: their own, while it is theirs to edit.
import { and, eq, inArray } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'
import { type StoryState, stories } from '#db/schema/story.ts'

/** The states in which the words and pictures are in the contributor's hands. */
const inTheirHands: StoryState[] = ['draft', 'changes_requested']

/** The story's internal id, or null when there is none, it belongs to somebody else, or the desk has it. */
export async function editableStory(db: Reader, publicId: string, who: Person): Promise<number | null> {
  const [story] = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.publicId, publicId), eq(stories.ownerId, who.id), inArray(stories.state, inTheirHands)))
    .limit(1)
  return story?.id ?? null
}
