// Comments on words of a story: threads shared with its contributor or for the desk only; answered, resolved, opened again.
import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { tellOfComment } from '#app/newsroom/desk/comment-letters.server.ts'
import { type Comment, LONGEST_COMMENT, type Thread } from '#app/newsroom/desk/comments.ts'
import { anchorAt, placesIn } from '#app/newsroom/desk/places.server.ts'
import type { PlaceAsked } from '#app/newsroom/desk/places.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { mayEnter, type Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { comments, commentThreads } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'

const MOST_THREADS = 500
const MOST_COMMENTS = 200

export type CommentFault = 'empty' | 'too-long' | 'no-place' | 'too-many'
export type Commented = { ok: true; thread: string } | { ok: false; because: 'not-found' | 'changed' | CommentFault }

/**
 * Hangs a comment on words of the story as they are saved in `version`: an editor's or an admin's, never its author's.
 * Null for `version` takes the words as they are.
 */
export async function openThread(
  db: Database,
  publicId: string,
  { place, shared, text, version }: { place: PlaceAsked; shared: boolean; text: string; version: number | null },
  who: Person,
  when: Date,
): Promise<Commented> {
  const clean = cleanComment(text)
  if (typeof clean === 'object') return clean
  return db.transaction(async (tx): Promise<Commented> => {
    const story = await seenStory(tx, publicId, who)
    if (!story || story.ownerId === who.id) return { ok: false, because: 'not-found' }
    if (version !== null && version !== story.version) return { ok: false, because: 'changed' }
    const [there] = await tx.select({ n: count() }).from(commentThreads).where(eq(commentThreads.storyId, story.id))
    if ((there?.n ?? 0) >= MOST_THREADS) return { ok: false, because: 'too-many' }
    const anchor = await anchorAt(tx, story, place, when)
    if (!anchor) return { ok: false, because: 'no-place' }
    const [thread] = await tx
      .insert(commentThreads)
      .values({ publicId: newPublicId(), storyId: story.id, anchor, shared, at: when })
      .returning()
    if (!thread) throw new Error('a thread was not written')
    await say(tx, story, thread, clean, who, when)
    return { ok: true, thread: thread.publicId }
  })
}

/** Answers in a thread: whoever may read it. A resolved thread is opened again by an answer. */
export async function replyInThread(
  db: Database,
  publicId: string,
  { thread: threadId, text }: { thread: string; text: string },
  who: Person,
  when: Date,
): Promise<Commented> {
  const clean = cleanComment(text)
  if (typeof clean === 'object') return clean
  return db.transaction(async (tx): Promise<Commented> => {
    const found = await readThread(tx, publicId, threadId, who)
    if (!found) return { ok: false, because: 'not-found' }
    const { story, thread } = found
    const [there] = await tx.select({ n: count() }).from(comments).where(eq(comments.threadId, thread.id))
    if ((there?.n ?? 0) >= MOST_COMMENTS) return { ok: false, because: 'too-many' }
    if (thread.resolvedAt !== null) await mark(tx, thread.id, null, null)
    await say(tx, story, thread, clean, who, when)
    return { ok: true, thread: threadId }
  })
}

/** Marks a thread as settled, or opens it again; the desk's side only. */
export async function resolveThread(
  db: Database,
  publicId: string,
  { thread: threadId, resolved }: { thread: string; resolved: boolean },
  who: Person,
  when: Date,
): Promise<Commented> {
  return db.transaction(async (tx): Promise<Commented> => {
    const found = await readThread(tx, publicId, threadId, who)
    if (!found || found.story.ownerId === who.id) return { ok: false, because: 'not-found' }
    const isResolved = found.thread.resolvedAt !== null
    if (isResolved !== resolved) await mark(tx, found.thread.id, resolved ? when : null, resolved ? who.id : null)
    return { ok: true, thread: threadId }
  })
}

/**
 * The threads of a story with their places in `copy`, in reading order, those without a place last. For its author
 * (also one who is an editor) the shared ones only.
 */
export async function threadsOf(
  db: Reader,
  story: Pick<Story, 'id' | 'ownerId'>,
  copy: StoryContent['copy'],
  who: Person,
): Promise<Thread[]> {
  const asDesk = who.id !== story.ownerId && mayEnter(who, 'desk')
  const rows = await db
    .select({ thread: commentThreads, resolvedBy: people.name })
    .from(commentThreads)
    .leftJoin(people, eq(people.id, commentThreads.resolvedById))
    .where(and(eq(commentThreads.storyId, story.id), asDesk ? undefined : eq(commentThreads.shared, true)))
    .orderBy(asc(commentThreads.id))
    .limit(MOST_THREADS)
  if (rows.length === 0) return []
  const places = await placesIn(
    db,
    copy,
    rows.map(({ thread }) => thread.anchor),
  )
  const said = await commentsIn(
    db,
    story,
    rows.map(({ thread }) => thread.id),
    who,
  )
  const threads = rows.map(({ thread, resolvedBy }, at): Thread => {
    const place = places[at] ?? { from: 0, to: 0, quote: thread.anchor.quote, state: 'detached' }
    const { resolvedAt } = thread
    const resolved = resolvedAt ? { at: resolvedAt.toISOString(), byName: asDesk ? (resolvedBy ?? '') : '' } : null
    return {
      publicId: thread.publicId,
      shared: thread.shared,
      place,
      resolved,
      comments: said.get(thread.id) ?? [],
    }
  })
  const rank = ({ place }: Thread) => (place.state === 'detached' ? Number.MAX_SAFE_INTEGER : place.from)
  return threads.sort((a, b) => rank(a) - rank(b))
}

async function commentsIn(db: Reader, story: Pick<Story, 'ownerId'>, ids: number[], who: Person) {
  const rows = await db
    .select({ comment: comments, name: people.name })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(inArray(comments.threadId, ids))
    .orderBy(asc(comments.id))
    .limit(5000)
  const said = new Map<number, Comment[]>()
  for (const { comment, name } of rows) {
    const { id, threadId, authorId, text, at } = comment
    const fromOwner = authorId === story.ownerId
    const one = {
      id,
      text,
      at: at.toISOString(),
      authorName: fromOwner ? '' : name,
      fromOwner,
      mine: authorId === who.id,
    }
    said.set(threadId, [...(said.get(threadId) ?? []), one])
  }
  return said
}

function cleanComment(text: string): string | { ok: false; because: 'empty' | 'too-long' } {
  const clean = cleanText(text).trim()
  if (!clean) return { ok: false, because: 'empty' }
  return clean.length > LONGEST_COMMENT ? { ok: false, because: 'too-long' } : clean
}

async function seenStory(tx: Reader, publicId: string, who: Person): Promise<Story | null> {
  const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
  return row && row.state !== 'draft' && maySee(who, row) ? storyOf(row) : null
}

// The thread belongs to the story of the address, and its author finds none of the desk's own.
async function readThread(tx: Reader, publicId: string, threadId: string, who: Person) {
  const story = await seenStory(tx, publicId, who)
  if (!story) return null
  const [thread] = await tx
    .select()
    .from(commentThreads)
    .where(
      and(
        eq(commentThreads.publicId, threadId),
        eq(commentThreads.storyId, story.id),
        story.ownerId === who.id ? eq(commentThreads.shared, true) : undefined,
      ),
    )
  return thread ? { story, thread } : null
}

async function mark(tx: Writer, id: number, resolvedAt: Date | null, resolvedById: number | null) {
  await tx
    .update(commentThreads)
    .set({ resolvedAt, resolvedById })
    .where(eq(commentThreads.id, id))
    .returning({ id: commentThreads.id })
}

async function say(
  tx: Writer,
  story: Story,
  thread: { id: number; shared: boolean },
  text: string,
  who: Person,
  when: Date,
) {
  const [comment] = await tx
    .insert(comments)
    .values({ threadId: thread.id, authorId: who.id, text, at: when })
    .returning({ id: comments.id })
  if (!comment) throw new Error('a comment was not written')
  await tellOfComment(tx, story, thread, comment.id, who, when)
}
