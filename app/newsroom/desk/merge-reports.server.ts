// Two reports of one event become one story: both texts side by side, joined by the editor who holds one of them.
import { and, count, eq, inArray, isNull } from 'drizzle-orm'
import { keepEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { type JoinedParts, joinedContent, type MergePart, mergeParts } from '#app/newsroom/desk/merged-content.ts'
import { moveWithin } from '#app/newsroom/desk/move-story.server.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { policyFacts } from '#app/newsroom/desk/policy-facts.server.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { contentOf, keepRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { type Story, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { holds } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { stories, storyCoAuthors } from '#db/schema/story.ts'

export type MergeRefusal =
  | 'not-found'
  | 'no-such-story'
  | 'not-holder'
  | 'not-in-review'
  | 'other-state'
  | 'other-held'
  | 'same-story'
  | 'own-story'
  | 'on-hold'
  | 'changed'
  | 'nothing-to-take'

/** One of the two as the page of joining shows it. `byline` is how it is signed, '' where the name is withheld. */
export type MergeSide = {
  publicId: string
  number: number
  version: number
  headline: string
  standfirst: string
  language: string
  byline: string
  parts: MergePart[]
}
export type MergePage = {
  own: MergeSide
  other: MergeSide | null
  because: MergeRefusal | null
  /** Reports that are part of it already. */
  joined: { publicId: string; number: number; byline: string; version: number }[]
}

/** The page of joining; `asked` is the other story's number or public id, '' while none is named. Null: no such story. */
export async function mergePage(db: Reader, publicId: string, asked: string, who: Person): Promise<MergePage | null> {
  const story = await seen(db, publicId, who)
  if (!story || story.ownerId === who.id) return null
  const own = await sideOf(db, story)
  const joined = await joinedWith(db, story.id)
  if (!asked) return { own, other: null, because: null, joined }
  const other = await named(db, asked, who)
  const because = other ? await refusalOf(db, story, other, who) : 'no-such-story'
  return { own, other: other && because === null ? await sideOf(db, other) : null, because, joined }
}

export type Merged = { ok: true } | { ok: false; because: MergeRefusal }

/**
 * Joins another report into the story that `who` holds, with exactly the parts that are named. The other one is closed
 * and points here, its pictures come along, its by-line stands beside the first, and both reporters are told.
 */
export async function mergeReports(
  db: Database,
  publicId: string,
  order: JoinedParts & { other: string; version: number; otherVersion: number },
  who: Person,
  when: Date,
  press: PressWork,
): Promise<Merged> {
  return db.transaction(async (tx): Promise<Merged> => {
    const found = await seen(tx, publicId, who)
    if (!found) return { ok: false, because: 'not-found' }
    const other = await named(tx, order.other, who)
    if (!other) return { ok: false, because: 'no-such-story' }
    const because = await refusalOf(tx, found, other, who)
    if (because) return { ok: false, because }
    if (found.version !== order.version || other.version !== order.otherVersion)
      return { ok: false, because: 'changed' }
    const story = await keepEdit(tx, found, when)
    const content = joinedContent(await contentOf(tx, story), await contentOf(tx, other), order)
    if (!content) return { ok: false, because: 'nothing-to-take' }

    const revision = await keepRevision(tx, story.id, content, 'merge', who.id, when)
    const version = story.version + 1
    await tx
      .update(stories)
      .set({
        ...wordColumns(content),
        version,
        revisionId: revision.id,
        savedAt: when,
        claimSeenAt: when,
        savedIn: null,
      })
      .where(and(eq(stories.id, story.id), eq(stories.version, story.version)))
      .returning({ id: stories.id })
    await keepSearchable(tx, story.id)
    await tx
      .update(pictures)
      .set({ storyId: story.id })
      .where(eq(pictures.storyId, other.id))
      .returning({ id: pictures.id })
    await tx
      .insert(storyCoAuthors)
      .values({
        storyId: story.id,
        fromStoryId: other.id,
        personId: other.ownerId,
        bylineKind: other.bylineKind,
        penName: other.penName,
        at: when,
      })
      .returning({ storyId: storyCoAuthors.storyId })
    await tx
      .update(stories)
      .set({ mergedIntoId: story.id })
      .where(eq(stories.id, other.id))
      .returning({ id: stories.id })
    const moved = await moveWithin(
      tx,
      { story: other.publicId, move: 'join', version: other.version },
      who,
      when,
      press,
    )
    // Nothing of the above may stay where the move is refused.
    if (!moved.ok) throw new Error(`a report could not be joined: ${moved.because}`)
    await tellOwner(tx, story, other, version, when)
    return { ok: true }
  })
}

async function tellOwner(tx: Writer, story: Story, other: Story, version: number, when: Date): Promise<void> {
  const [owner] = await tx.select().from(people).where(eq(people.id, story.ownerId))
  if (!owner) return
  const { deskName, timeZone } = await outletOf(tx)
  const about = { number: story.id, publicId: story.publicId, headline: story.headline, deskName, timeZone }
  await writeLetter(
    tx,
    {
      key: `story:${story.id}:v${version}:joined:${owner.id}`,
      kind: 'joined',
      to: { personId: owner.id, email: owner.email, name: owner.name },
      storyId: story.id,
      content: storyFacts({ ...about, forDesk: false }, { byline: await signedAs(tx, other) }),
    },
    when,
  )
}

/** How a story is signed, as others than its reporter may know it; '' where the name is withheld. */
export async function signedAs(db: Reader, story: Pick<Story, 'ownerId' | 'bylineKind' | 'penName'>): Promise<string> {
  const [owner] = await db
    .select({ name: people.name, protectedAt: people.protectedAt })
    .from(people)
    .where(eq(people.id, story.ownerId))
  return (owner && nameForDesk(story, owner)) ?? ''
}

async function refusalOf(db: Reader, story: Story, other: Story, who: Person): Promise<MergeRefusal | null> {
  if (story.id === other.id) return 'same-story'
  const facts = [await policyFacts(db, story, who), await policyFacts(db, other, who)]
  if (facts.some(({ ownerId, coAuthor }) => ownerId === who.id || coAuthor)) return 'own-story'
  if (story.claimedById !== who.id || facts.some(({ rights, interested }) => !rights.edit || interested))
    return 'not-holder'
  if (story.state !== 'in_review') return 'not-in-review'
  if (other.state !== 'submitted' && other.state !== 'in_review') return 'other-state'
  if (other.claimedById !== null && other.claimedById !== who.id) return 'other-held'
  const [held] = await db
    .select({ holds: count() })
    .from(holds)
    .where(and(inArray(holds.storyId, [story.id, other.id]), isNull(holds.liftedAt)))
  return (held?.holds ?? 0) > 0 ? 'on-hold' : null
}

async function seen(db: Reader, publicId: string, who: Person): Promise<Story | null> {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  return row && who.role !== 'contributor' && row.state !== 'draft' && maySee(who, row) ? storyOf(row) : null
}

async function named(db: Reader, asked: string, who: Person): Promise<Story | null> {
  const number = /^#?(\d{1,15})$/.exec(asked.trim())?.[1]
  if (number === undefined) return seen(db, asked.trim(), who)
  const [row] = await db
    .select({ publicId: stories.publicId })
    .from(stories)
    .where(eq(stories.id, Number(number)))
  return row ? seen(db, row.publicId, who) : null
}

async function sideOf(db: Reader, story: Story): Promise<MergeSide> {
  const { publicId, id: number, version, headline, standfirst, language, copy } = story
  const byline = await signedAs(db, story)
  return { publicId, number, version, headline, standfirst, language, byline, parts: mergeParts(copy) }
}

async function joinedWith(db: Reader, storyId: number): Promise<MergePage['joined']> {
  const rows = await db
    .select({ story: stories })
    .from(storyCoAuthors)
    .innerJoin(stories, eq(stories.id, storyCoAuthors.fromStoryId))
    .where(eq(storyCoAuthors.storyId, storyId))
    .limit(20)
  return Promise.all(
    rows.map(async ({ story: row }) => ({
      publicId: row.publicId,
      number: row.id,
      version: row.version,
      byline: await signedAs(db, row),
    })),
  )
}
