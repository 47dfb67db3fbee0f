// What of a story can be searched for: its words are written down whenever it moves or its words change at the desk.
import { eq } from 'drizzle-orm'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import { copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import { type Story, type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { stories, storyTopics } from '#db/schema/story.ts'
import { dropDocument, keepDocument, readWaiting } from '#db/search.ts'

/** The kind of document that a story is to the search. */
export const STORY = 'story'

/**
 * Writes down what a story is found by: headline, standfirst, words of the copy, place and by-line. A draft is found by
 * nobody, nor is a name that its owner withholds or that is protected. Belongs into the transaction that changed the story.
 */
export async function keepSearchable(tx: Writer, storyId: number): Promise<void> {
  const [row] = await tx.select().from(stories).where(eq(stories.id, storyId))
  if (!row || row.state === 'draft') return dropDocument(tx, STORY, storyId)
  const story = storyOf(row)
  const topicIds = await topicsOf(tx, storyId)
  await keepDocument(tx, {
    kind: STORY,
    id: storyId,
    at: story.enteredAt,
    marks: [markOf.state(story.state), ...topicIds.map(markOf.topic)],
    text: [story.headline, story.standfirst, story.place, await bylineOf(tx, story), copyToText(story.copy)].join(' '),
  })
}

/** The marks that a search for stories can be narrowed by. */
export const markOf = {
  state: (state: StoryState) => `state${state.replaceAll('_', '')}`,
  topic: (topicId: number) => `topic${topicId}`,
}

/** Reads stories that were there before the search was, at most `most`; returns how many it read. */
export function readOldStories(db: Database, most: number): Promise<number> {
  return readWaiting(db, STORY, keepSearchable, most)
}

async function topicsOf(tx: Reader, storyId: number): Promise<number[]> {
  const rows = await tx.select({ id: storyTopics.topicId }).from(storyTopics).where(eq(storyTopics.storyId, storyId))
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

async function bylineOf(tx: Reader, story: Story): Promise<string> {
  const [owner] = await tx
    .select({ name: people.name, protectedAt: people.protectedAt })
    .from(people)
    .where(eq(people.id, story.ownerId))
  return (owner && nameForDesk(story, owner)) ?? ''
}
