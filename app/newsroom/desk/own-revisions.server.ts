// The kept versions of a story that its reporter may look at, compare and take back into the draft.
import { and, desc, eq, inArray } from 'drizzle-orm'
import { lineDifference, type ShownLine } from '#app/newsroom/desk/shown-suggestions.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { diffCopies } from '#app/newsroom/story/copy/compare-copy.ts'
import { type ComparedLine, comparedLines } from '#app/newsroom/story/copy/compared-lines.ts'
import { ownerMayWrite, ownStory, strangePictures } from '#app/newsroom/story/drafts.server.ts'
import {
  contentOf,
  hashOf,
  keepRevision,
  newestRevision,
  type Revision,
  wordColumns,
} from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Database, Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { revisions, stories } from '#db/schema/story.ts'

/** A version in the list; `number` is null for the draft as it is now. */
export type OwnRevision = { number: number | null; why: Revision['why'] | 'now'; at: string; mine: boolean }

export type ComparedRevisions = {
  publicId: string
  headline: string
  language: string
  version: number
  /** Versions to choose from, the newest first. */
  list: OwnRevision[]
  from: OwnRevision
  to: OwnRevision
  headlines: ShownLine[]
  standfirsts: ShownLine[]
  lines: ComparedLine[]
  changes: number
  /** May `from` be taken back into the draft? */
  mayRestore: boolean
}

// The moves that show the contributor the words as they are: the desk's own between them are its work.
const SHOWN_BY = ['requestChanges', 'sendForSignOff', 'publish', 'revise', 'takeBack'] as const
const MOST_LISTED = 500

/**
 * Two versions of one's own story side by side: `from` and `to` are numbers, or "now" for the draft while it is the
 * contributor's to write. What cannot be seen or is not there gives way to the newest two. Null for a stranger, and
 * while there is nothing to compare.
 */
export async function comparedRevisions(
  db: Reader,
  publicId: string,
  { from, to }: { from: string; to: string },
  who: Person,
): Promise<ComparedRevisions | 'nothing-yet' | null> {
  const story = await ownStory(db, publicId, who)
  if (!story) return null
  const list = await listOf(db, story)
  const newer = chosen(list, to) ?? list[0]
  const older = chosen(list, from) ?? (newer && list[list.indexOf(newer) + 1]) ?? list.find((one) => one !== newer)
  if (!newer || !older) return 'nothing-yet'
  const [a, b] = [await wordsOf(db, story, older), await wordsOf(db, story, newer)]
  return {
    publicId,
    headline: story.headline,
    language: story.language,
    version: story.version,
    list,
    from: older,
    to: newer,
    ...comparedWords(a, b),
    mayRestore: ownerMayWrite(story.state) && older.mine && older.number !== null,
  }
}

/** The words of two versions, as both sides' pages show them. */
export function comparedWords(a: StoryContent, b: StoryContent) {
  const changes = diffCopies(a.copy, b.copy)
  const headlines = a.headline === b.headline ? [] : lineDifference(a.headline, b.headline)
  const standfirsts = a.standfirst === b.standfirst ? [] : lineDifference(a.standfirst, b.standfirst)
  return {
    headlines,
    standfirsts,
    lines: comparedLines(a.copy, b.copy, changes),
    changes: changes.length + (headlines.length ? 1 : 0) + (standfirsts.length ? 1 : 0),
  }
}

export type Restored =
  | { ok: true; version: number }
  /** `gone`: the version shows a photo that is no longer there. */
  | { ok: false; because: 'not-found' | 'not-now' | 'changed' | 'gone' }

/** Takes headline, standfirst and copy of an own earlier version into the draft; the words before are kept as a revision. */
export async function restoreRevision(
  db: Database,
  publicId: string,
  { revision: number, version }: { revision: number; version: number },
  who: Person,
  when: Date,
): Promise<Restored> {
  return db.transaction(async (tx): Promise<Restored> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    if (!ownerMayWrite(story.state)) return { ok: false, because: 'not-now' }
    if (story.version !== version) return { ok: false, because: 'changed' }
    const [row] = await tx
      .select()
      .from(revisions)
      .where(and(eq(revisions.storyId, story.id), eq(revisions.number, number), eq(revisions.byId, who.id)))
    if (!row) return { ok: false, because: 'not-found' }
    const { headline, standfirst, copy } = row.content as StoryContent
    if ((await strangePictures(tx, story.id, copy)).length) return { ok: false, because: 'gone' }
    const current = await contentOf(tx, story)
    const newest = await newestRevision(tx, story.id)
    if (newest?.hash !== hashOf(current)) await keepRevision(tx, story.id, current, 'autosave', who.id, when)
    await keepRevision(tx, story.id, { ...current, headline, standfirst, copy }, 'restore', who.id, when)
    await tx
      .update(stories)
      .set({
        ...wordColumns({ headline, standfirst, copy }),
        version: version + 1,
        savedAt: when,
      })
      .where(and(eq(stories.id, story.id), eq(stories.version, version)))
      .returning({ id: stories.id })
    if (story.state !== 'draft') await keepSearchable(tx, story.id)
    return { ok: true, version: version + 1 }
  })
}

/** Own versions, and those of the desk that the contributor was shown by a move. */
async function listOf(db: Reader, story: Story): Promise<OwnRevision[]> {
  const kept = await db
    .select({
      number: revisions.number,
      why: revisions.why,
      at: revisions.at,
      byId: revisions.byId,
      hash: revisions.hash,
    })
    .from(revisions)
    .where(eq(revisions.storyId, story.id))
    .orderBy(desc(revisions.number))
    .limit(MOST_LISTED)
  const shown = await shownHashes(db, story.id)
  const seen = kept
    .filter((one) => one.byId === story.ownerId || shown.has(one.hash))
    .map(
      ({ number, why, at, byId }): OwnRevision => ({
        number,
        why,
        at: at.toISOString(),
        mine: byId === story.ownerId,
      }),
    )
  if (!ownerMayWrite(story.state)) return seen
  return [{ number: null, why: 'now', at: story.savedAt.toISOString(), mine: true }, ...seen]
}

async function shownHashes(db: Reader, storyId: number): Promise<Set<string>> {
  const rows = await db
    .select({ hash: deskLog.revisionHash })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), inArray(deskLog.move, [...SHOWN_BY])))
  return new Set(rows.flatMap(({ hash }) => hash ?? []))
}

function chosen(list: readonly OwnRevision[], asked: string): OwnRevision | undefined {
  return list.find(({ number }) => (number === null ? asked === 'now' : asked === String(number)))
}

async function wordsOf(db: Reader, story: Story, { number }: OwnRevision): Promise<StoryContent> {
  if (number === null) return contentOf(db, story)
  const [row] = await db
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.storyId, story.id), eq(revisions.number, number)))
  if (!row) throw new Error(`revision ${number} of story ${story.id} went while it was read`)
  return row.content as StoryContent
}
