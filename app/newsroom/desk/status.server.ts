// "Where is my story": everything its contributor may know, in the order of asking.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { type Point, pointsOfStory } from '#app/newsroom/desk/change-points.server.ts'
import { type LogRow, logOf } from '#app/newsroom/desk/desk-log.server.ts'
import { contributorsWords } from '#app/newsroom/desk/edit-chain.server.ts'
import { type Note, notesOf } from '#app/newsroom/desk/notes.server.ts'
import { offeredMoves } from '#app/newsroom/desk/offered-moves.ts'
import { nothingSpecial } from '#app/newsroom/desk/policy.ts'
import { type Move, whoActsNext } from '#app/newsroom/desk/workflow.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { ownerMayWrite, ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Story, StoryContent, StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'

export type StatusFacts = {
  publicId: string
  number: number
  headline: string
  state: StoryState
  version: number
  whoActs: ReturnType<typeof whoActsNext>
  since: string
  submittedAt: string | null
  answerBy: string | null
  dueAt: string | null
  publishAt: string | null
  savedAt: string
  round: number
  words: number
  /** Address of the public page while there is one (live or with a notice). */
  slug: string | null
}

export type StatusPage = {
  story: StatusFacts
  mayWrite: boolean
  steps: LogRow[]
  notes: Note[]
  points: Point[]
  /** How many points of the current round are neither done nor answered. */
  pointsOpen: number
  offered: Move[]
}

/** The status page of one's own story; null for anybody else's. */
export async function storyStatus(db: Reader, publicId: string, who: Person): Promise<StatusPage | null> {
  const story = await ownStory(db, publicId, who)
  if (!story) return null
  const [own, steps, notes, points, publication] = await Promise.all([
    ownHeadlines(db, [story]),
    logOf(db, story.id, story.ownerId, { forDesk: false }),
    notesOf(db, story.id, story.ownerId, { forDesk: false }),
    pointsOfStory(db, story.id, story.copy),
    db.select().from(publications).where(eq(publications.storyId, story.id)),
  ])
  return {
    story: factsOf(story, own, publication[0]?.state === 'unpublished' ? null : (publication[0]?.slug ?? null)),
    mayWrite: ownerMayWrite(story.state),
    steps,
    notes,
    points,
    pointsOpen: points.filter((p) => p.round === story.round && !p.done && !p.answer).length,
    offered: offeredMoves(who, { ...nothingSpecial, ...story }),
  }
}

/** One's own stories, last saved first; `after` is the last row of the page before. */
export async function myStories(
  db: Reader,
  { after, limit = 50 }: { after?: { savedAt: Date; id: number }; limit?: number },
  who: Person,
): Promise<StatusFacts[]> {
  const rows = await db
    .select({ story: stories, slug: publications.slug, publication: publications.state })
    .from(stories)
    .leftJoin(publications, eq(publications.storyId, stories.id))
    .where(
      and(
        eq(stories.ownerId, who.id),
        after && sql`(${stories.savedAt}, ${stories.id}) < (${sql.param(after.savedAt, stories.savedAt)}, ${after.id})`,
      ),
    )
    .orderBy(desc(stories.savedAt), desc(stories.id))
    .limit(limit)
  const own = await ownHeadlines(
    db,
    rows.map(({ story }) => story),
  )
  return rows.map(({ story, slug, publication }) => factsOf(story, own, publication === 'unpublished' ? null : slug))
}

type Headed = Pick<Story, 'id' | 'state'>

/** The headlines as their contributor sent them, by story, where an editor is at work: an edit is not news before it is sent. */
async function ownHeadlines(db: Reader, all: readonly Headed[]): Promise<Map<number, string>> {
  const ids = all.filter(({ state }) => state === 'in_review').map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const sent = await db
    .select({ storyId: revisions.storyId, content: revisions.content })
    .from(revisions)
    .where(and(inArray(revisions.storyId, ids), inArray(revisions.why, [...contributorsWords])))
    .orderBy(asc(revisions.number))
  return new Map(sent.map(({ storyId, content }) => [storyId, (content as StoryContent).headline]))
}

function factsOf(story: Omit<Story, 'copy'>, own: Map<number, string>, slug: string | null): StatusFacts {
  return {
    publicId: story.publicId,
    number: story.id,
    headline: own.get(story.id) ?? story.headline,
    state: story.state,
    version: story.version,
    whoActs: whoActsNext(story.state),
    since: story.enteredAt.toISOString(),
    submittedAt: iso(story.submittedAt),
    answerBy: iso(story.answerBy),
    dueAt: iso(story.dueAt),
    publishAt: iso(story.publishAt),
    savedAt: story.savedAt.toISOString(),
    round: story.round,
    words: story.words,
    slug,
  }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
