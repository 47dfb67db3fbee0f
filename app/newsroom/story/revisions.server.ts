// Revisions: immutable saved copies of a story's words, each with the hash that names it.
import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { datelineOf, wordCount } from '#app/newsroom/story/copy/copy-facts.ts'
import { canonicalContent, type Story, type StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { revisions, storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

export type Revision = Omit<typeof revisions.$inferSelect, 'content'> & { content: StoryContent }

/** SHA-256 (hex) of the words' canonical text: two contents have one hash only when they read the same. */
export function hashOf(content: StoryContent): string {
  return createHash('sha256').update(canonicalContent(content)).digest('hex')
}

/** The words of the story's working copy, as they would be frozen now. */
export async function contentOf(db: Reader, story: Story): Promise<StoryContent> {
  const [section] = story.sectionId
    ? await db.select({ slug: sections.slug }).from(sections).where(eq(sections.id, story.sectionId))
    : []
  return {
    headline: story.headline,
    standfirst: story.standfirst,
    section: section?.slug ?? null,
    topics: await topicSlugsOf(db, story.id),
    byline: { kind: story.bylineKind, penName: story.bylineKind === 'pen' ? story.penName : '' },
    language: story.language,
    copy: story.copy,
  }
}

/** Freezes the words as the story's next revision. */
export async function keepRevision(
  tx: Writer,
  storyId: number,
  content: StoryContent,
  why: Revision['why'],
  byId: number | null,
  when: Date,
): Promise<Revision> {
  const newest = await newestRevision(tx, storyId)
  const [row] = await tx
    .insert(revisions)
    .values({ storyId, number: (newest?.number ?? 0) + 1, hash: hashOf(content), content, why, byId, at: when })
    .returning()
  if (!row) throw new Error('a revision was not written')
  return revisionOf(row)
}

/** The revision with this id, or null. */
export async function revisionById(db: Reader, id: number | null): Promise<Revision | null> {
  if (id === null) return null
  const [row] = await db.select().from(revisions).where(eq(revisions.id, id))
  return row ? revisionOf(row) : null
}

/** The latest revision of a story, whatever it was kept for. */
export async function newestRevision(db: Reader, storyId: number): Promise<Revision | null> {
  const [row] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, storyId))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row ? revisionOf(row) : null
}

/** The slugs of a story's topics, sorted. */
export async function topicSlugsOf(db: Reader, storyId: number): Promise<string[]> {
  const rows = await db
    .select({ slug: topics.slug })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(storyTopics.storyId, storyId))
  return rows.map((row) => row.slug).sort()
}

function revisionOf(row: typeof revisions.$inferSelect): Revision {
  return { ...row, content: row.content as StoryContent }
}

/** The columns of a story that hold its words; place and count are read from the copy. */
export function wordColumns({ headline, standfirst, copy }: Pick<StoryContent, 'headline' | 'standfirst' | 'copy'>) {
  return { headline, standfirst, copy, place: datelineOf(copy)?.place ?? '', words: wordCount(copy) }
}
