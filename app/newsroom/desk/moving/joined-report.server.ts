// Takes a joined report out of the story it was joined with, as part of the move that makes it a report of its own again.
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { withoutPictures } from '#app/newsroom/desk/merged-content.ts'
import { figuresIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { contentOf, hashOf, keepRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { pictures } from '#db/schema/pictures.ts'
import { revisions, stories, storyCoAuthors } from '#db/schema/story.ts'

/** May it be taken apart? Not once readers have it, and not where nothing was joined. */
export async function partConflict(tx: Reader, story: Story): Promise<'not-joined' | 'too-late' | null> {
  if (story.mergedIntoId === null) return 'not-joined'
  const [into] = await tx.select({ state: stories.state }).from(stories).where(eq(stories.id, story.mergedIntoId))
  return into?.state === 'published' || into?.state === 'retracted' ? 'too-late' : null
}

/**
 * The by-line goes, the pictures go back. The words of the other story are those before the joining again where nobody
 * has changed them since; else they stay, without the pictures that went.
 */
export async function partReports(tx: Writer, story: Story, byId: number | null, when: Date): Promise<void> {
  const [row] = await tx
    .select()
    .from(stories)
    .where(eq(stories.id, story.mergedIntoId ?? 0))
  if (!row) return
  const into = storyOf(row)
  await tx
    .delete(storyCoAuthors)
    .where(and(eq(storyCoAuthors.storyId, into.id), eq(storyCoAuthors.fromStoryId, story.id)))
  const gone = await giveBackPictures(tx, story, into)
  const now = await contentOf(tx, into)
  const words = (await wordsBefore(tx, into.id, hashOf(now))) ?? { ...now, copy: withoutPictures(now.copy, gone) }
  if (hashOf(words) === hashOf(now)) return
  const revision = await keepRevision(tx, into.id, words, 'restore', byId, when)
  await tx
    .update(stories)
    .set({
      ...wordColumns(words),
      version: into.version + 1,
      revisionId: revision.id,
      savedAt: when,
      savedIn: null,
    })
    .where(and(eq(stories.id, into.id), eq(stories.version, into.version)))
    .returning({ id: stories.id })
  await keepSearchable(tx, into.id)
}

async function giveBackPictures(tx: Writer, story: Story, into: Story): Promise<Set<string>> {
  const inWords = figuresIn(story.copy).map(({ pictureId }) => pictureId)
  // Of one reporter's two reports only those come back that stand in the words of this one.
  const isTheirs =
    story.ownerId !== into.ownerId
      ? eq(pictures.ownerId, story.ownerId)
      : inArray(pictures.publicId, inWords.length ? inWords : [''])
  const back = await tx
    .update(pictures)
    .set({ storyId: story.id })
    .where(and(eq(pictures.storyId, into.id), isTheirs))
    .returning({ publicId: pictures.publicId })
  return new Set(back.map(({ publicId }) => publicId))
}

// The words before the last joining, if the words are still those that it made.
async function wordsBefore(tx: Reader, storyId: number, hash: string): Promise<StoryContent | null> {
  const [merge] = await tx
    .select({ number: revisions.number, hash: revisions.hash })
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), eq(revisions.why, 'merge')))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!merge || merge.hash !== hash) return null
  const [before] = await tx
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), lt(revisions.number, merge.number)))
    .orderBy(desc(revisions.number))
    .limit(1)
  return before ? (before.content as StoryContent) : null
}
