// The desk's edit as its revisions tell it: the contributor's own words, the base of what is suggested, and the words now.
import { and, asc, desc, eq, gt, inArray } from 'drizzle-orm'
import { type Revision, revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { revisions } from '#db/schema/story.ts'

/** Why a revision was kept when its words are what the contributor stands for. */
export const contributorsWords = ['submit', 'resubmit', 'suggestions'] as const satisfies readonly Revision['why'][]

/** Why the desk keeps revisions of its edit. `direct` is not the words as they are: it is the base that moved. */
export const desksWords = ['direct', 'desk', 'restore', 'merge'] as const satisfies readonly Revision['why'][]

/** A revision without its words. */
export type KeptEdit = Pick<Revision, 'id' | 'number' | 'hash' | 'why' | 'byId' | 'at'>

/**
 * `own`: the newest words that the contributor stands for. `base`: these with the desk's direct edits in them, which
 * need no answer. `edited`: the desk's newest words; what lies between `base` and `edited` is suggested. All three are
 * one revision while nobody has edited. `kept`: everything the desk kept since `own`, oldest first.
 */
export type EditChain = { own: KeptEdit; base: KeptEdit; edited: KeptEdit; kept: KeptEdit[] }

/** The edit of a story as it is kept now, in whatever state the story is; null before it was sent for the first time. */
export async function editChain(db: Reader, story: Pick<Story, 'id' | 'ownerId'>): Promise<EditChain | null> {
  const [own] = await db
    .select(columns)
    .from(revisions)
    .where(and(eq(revisions.storyId, story.id), inArray(revisions.why, [...contributorsWords])))
    .orderBy(desc(revisions.number))
    .limit(1)
  if (!own) return null
  const later = await db
    .select(columns)
    .from(revisions)
    .where(
      and(eq(revisions.storyId, story.id), inArray(revisions.why, [...desksWords]), gt(revisions.number, own.number)),
    )
    .orderBy(asc(revisions.number))
  // A contributor takes earlier versions back, too: those are theirs.
  const kept = later.filter(({ byId }) => byId !== story.ownerId)
  const base = kept.findLast(({ why }) => why === 'direct') ?? own
  return { own, base, edited: kept.at(-1) ?? own, kept }
}

/** The words of a revision of the chain. */
export async function wordsOfKept(db: Reader, { id }: KeptEdit): Promise<Revision> {
  const revision = await revisionById(db, id)
  if (!revision) throw new Error(`revision ${id} went while it was read`)
  return revision
}

const columns = {
  id: revisions.id,
  number: revisions.number,
  hash: revisions.hash,
  why: revisions.why,
  byId: revisions.byId,
  at: revisions.at,
}
