// Two revisions of a story side by side for the desk, and taking an earlier one up again.
import { and, desc, eq } from 'drizzle-orm'
import { editChain, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import { keepEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { comparedWords } from '#app/newsroom/desk/own-revisions.server.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { strangePictures } from '#app/newsroom/story/drafts.server.ts'
import { contentOf, keepRevision, type Revision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { revisions, stories } from '#db/schema/story.ts'

export type DeskRevision = { number: number; why: Revision['why']; at: string; byName: string | null }

export type DeskComparison = Awaited<ReturnType<typeof comparedWords>> & {
  publicId: string
  storyNumber: number
  headline: string
  language: string
  version: number
  list: DeskRevision[]
  from: DeskRevision
  to: DeskRevision
  mayRestore: boolean
}

/** A story of which there is nothing to compare yet. */
export type OneVersion = { isOne: true; storyNumber: number; headline: string }

const MOST_LISTED = 300

/**
 * What the desk was sent and what it kept itself, the newest first, and two of them compared: numbers that are not
 * there give way to the newest two. Null where the story does not exist for this person or is their own.
 */
export async function deskComparison(
  db: Reader,
  publicId: string,
  { from, to }: { from: string; to: string },
  who: Person,
): Promise<DeskComparison | OneVersion | null> {
  const story = await deskStoryOf(db, publicId, who)
  if (!story) return null
  const list = await listOf(db, story)
  const newer = list.find(({ number }) => String(number) === to) ?? list[0]
  const older = list.find(({ number }) => String(number) === from) ?? (newer && list[list.indexOf(newer) + 1])
  if (!newer || !older) return { isOne: true, storyNumber: story.id, headline: story.headline }
  const [a, b] = [await contentAt(db, story, older.number), await contentAt(db, story, newer.number)]
  if (!a || !b) return null
  return {
    publicId,
    storyNumber: story.id,
    headline: story.headline,
    language: story.language,
    version: story.version,
    list,
    from: older,
    to: newer,
    ...comparedWords(a, b),
    mayRestore: story.state === 'in_review' && story.claimedById === who.id,
  }
}

export type DeskRestored =
  | { ok: true; version: number }
  | { ok: false; because: 'not-found' | 'not-holder' | 'not-in-review' | 'changed' | 'gone' }

/**
 * Takes headline, standfirst and copy of a revision up again, as a revision of its own; only the claim's holder, while
 * the story is in review. The base of suggestions goes back with it, as far as it was another one then.
 */
export async function restoreForDesk(
  db: Database,
  publicId: string,
  { revision: number, version }: { revision: number; version: number },
  who: Person,
  when: Date,
): Promise<DeskRestored> {
  return db.transaction(async (tx): Promise<DeskRestored> => {
    const found = await deskStoryOf(tx, publicId, who)
    if (!found || !(await listOf(tx, found)).some((one) => one.number === number))
      return { ok: false, because: 'not-found' }
    if (found.claimedById !== who.id) return { ok: false, because: 'not-holder' }
    if (found.state !== 'in_review') return { ok: false, because: 'not-in-review' }
    if (found.version !== version) return { ok: false, because: 'changed' }
    const wanted = await contentAt(tx, found, number)
    if (!wanted) return { ok: false, because: 'not-found' }
    const { headline, standfirst, copy } = wanted
    if ((await strangePictures(tx, found.id, copy)).length) return { ok: false, because: 'gone' }
    const story = await keepEdit(tx, found, when)
    const current = await contentOf(tx, story)
    await restoreBase(tx, story, number, current, who, when)
    const kept = await keepRevision(tx, story.id, { ...current, headline, standfirst, copy }, 'restore', who.id, when)
    await tx
      .update(stories)
      .set({ ...wordColumns(wanted), version: version + 1, revisionId: kept.id, savedAt: when, claimSeenAt: when })
      .where(and(eq(stories.id, story.id), eq(stories.version, version)))
      .returning({ id: stories.id })
    await keepSearchable(tx, story.id)
    return { ok: true, version: version + 1 }
  })
}

// Words from before a direct edit have to be answered for without it: else the way back would look like suggestions.
async function restoreBase(tx: Writer, story: Story, number: number, current: StoryContent, who: Person, when: Date) {
  const chain = await editChain(tx, story)
  if (!chain || number < chain.own.number) return
  const then = chain.kept.findLast((one) => one.why === 'direct' && one.number <= number) ?? chain.own
  if (then.hash === chain.base.hash) return
  const { headline, standfirst, copy } = (await wordsOfKept(tx, then)).content
  await keepRevision(tx, story.id, { ...current, headline, standfirst, copy }, 'direct', who.id, when)
}

async function deskStoryOf(db: Reader, publicId: string, who: Person): Promise<Story | null> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  return row && row.state !== 'draft' && row.ownerId !== who.id && maySee(who, row) ? storyOf(row) : null
}

// What its contributor saved while writing is theirs; what an editor's slower window sent is the desk's.
async function listOf(db: Reader, story: Story): Promise<DeskRevision[]> {
  const rows = await db
    .select({
      number: revisions.number,
      why: revisions.why,
      at: revisions.at,
      byId: revisions.byId,
      byName: people.name,
    })
    .from(revisions)
    .leftJoin(people, eq(people.id, revisions.byId))
    .where(eq(revisions.storyId, story.id))
    .orderBy(desc(revisions.number))
    .limit(MOST_LISTED)
  const own = ['autosave', 'conflict', 'restore']
  return rows
    .filter(({ why, byId }) => why !== 'autosave' && !(byId === story.ownerId && own.includes(why)))
    .map(({ number, why, at, byId, byName }) => ({
      number,
      why,
      at: at.toISOString(),
      byName: byId === story.ownerId ? null : byName,
    }))
}

async function contentAt(db: Reader, story: Story, number: number): Promise<StoryContent | null> {
  const [row] = await db
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.storyId, story.id), eq(revisions.number, number)))
  return row ? (row.content as StoryContent) : null
}
