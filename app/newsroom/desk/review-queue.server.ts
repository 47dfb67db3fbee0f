// The review queue: what waits at the desk, oldest first, one page at a time.
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import {
  type QueueQuestion,
  type QueueRow,
  type QueueTab,
  queueTabs,
  tabNames,
} from '#app/newsroom/desk/review-queue.ts'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { storiesByState } from '#app/newsroom/story/state-counts.server.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { openCalls, stories, storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

/** A page of the queue. Each state is read through its own index and the pages are merged, so cost follows the limit. */
export async function reviewQueue(
  db: Reader,
  question: QueueQuestion,
  who: Person,
  when: Date,
): Promise<{ rows: QueueRow[]; next: string | null }> {
  const limit = question.limit ?? 50
  const pages = await Promise.all(queueTabs[question.tab].map((state) => ofState(db, state, question, who, limit + 1)))
  const all = pages
    .flat()
    .sort((a, b) => a.story.enteredAt.getTime() - b.story.enteredAt.getTime() || a.story.id - b.story.id)
  const shown = all.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map((found) => rowOf(found, who, when)),
    next: all.length > limit && last ? `${last.story.enteredAt.getTime()}-${last.story.id}` : null,
  }
}

/** How many stories each tab holds. Kept counters, but for one's own claims. */
export async function queueCounts(db: Reader, who: Person): Promise<Record<QueueTab, number>> {
  const counts = await storiesByState(db)
  const [mine] = await db
    .select({ n: count() })
    .from(stories)
    .where(and(eq(stories.claimedById, who.id), inArray(stories.state, [...queueTabs.mine])))
  const sum = (tab: QueueTab) => queueTabs[tab].reduce((total, state) => total + counts[state], 0)
  return Object.fromEntries(tabNames.map((tab) => [tab, tab === 'mine' ? (mine?.n ?? 0) : sum(tab)])) as Record<
    QueueTab,
    number
  >
}

type Found = Awaited<ReturnType<typeof ofState>>[number]

async function ofState(db: Reader, state: StoryState, question: QueueQuestion, who: Person, limit: number) {
  const after = cursorOf(question.after)
  return db
    .select({
      story: {
        id: stories.id,
        publicId: stories.publicId,
        version: stories.version,
        ownerId: stories.ownerId,
        headline: stories.headline,
        place: stories.place,
        bylineKind: stories.bylineKind,
        penName: stories.penName,
        state: stories.state,
        enteredAt: stories.enteredAt,
        answerBy: stories.answerBy,
        dueAt: stories.dueAt,
        publishAt: stories.publishAt,
        firstAnsweredAt: stories.firstAnsweredAt,
        round: stories.round,
        words: stories.words,
        claimedById: stories.claimedById,
      },
      section: sections.name,
      call: openCalls.title,
      ownerName: sql<string>`owner.name`,
      ownerProtectedAt: sql<unknown>`owner.protected_at`,
      holderName: sql<string | null>`holder.name`,
    })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(openCalls, eq(openCalls.id, stories.callId))
    .innerJoin(sql`${people} owner`, sql`owner.id = ${stories.ownerId}`)
    .leftJoin(sql`${people} holder`, sql`holder.id = ${stories.claimedById}`)
    .where(
      and(
        eq(stories.state, state),
        question.tab === 'mine' ? eq(stories.claimedById, who.id) : undefined,
        question.section ? eq(sections.slug, question.section) : undefined,
        question.topic ? inArray(stories.id, withTopic(db, question.topic)) : undefined,
        question.text ? matches(question.text) : undefined,
        after &&
          sql`(${stories.enteredAt}, ${stories.id}) > (${sql.param(after.enteredAt, stories.enteredAt)}, ${after.id})`,
      ),
    )
    .orderBy(asc(stories.enteredAt), asc(stories.id))
    .limit(limit)
}

function withTopic(db: Reader, slug: string) {
  return db
    .select({ id: storyTopics.storyId })
    .from(storyTopics)
    .innerJoin(topics, eq(topics.id, storyTopics.topicId))
    .where(eq(topics.slug, slug))
}

function matches(text: string) {
  const number = /^#?(\d{1,9})$/.exec(text.trim())
  if (number) return eq(stories.id, Number(number[1]))
  const words = text.trim().toLowerCase().split(/\s+/).slice(0, 8)
  return and(
    ...words.map((word) => sql`lower(${stories.headline}) like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`),
  )
}

function cursorOf(after: string | undefined): { enteredAt: Date; id: number } | undefined {
  const parts = /^(\d{1,15})-(\d{1,12})$/.exec(after ?? '')
  return parts ? { enteredAt: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined
}

function rowOf(found: Found, who: Person, when: Date): QueueRow {
  const { story, section, call, ownerName, ownerProtectedAt, holderName } = found
  const isProtected = ownerProtectedAt !== null
  return {
    publicId: story.publicId,
    number: story.id,
    version: story.version,
    headline: story.headline,
    place: story.place,
    section,
    call,
    byline: nameForDesk(story, { name: ownerName, protectedAt: isProtected ? story.enteredAt : null }),
    protected: isProtected,
    state: story.state,
    since: story.enteredAt.toISOString(),
    answerBy: story.answerBy?.toISOString() ?? null,
    dueAt: story.dueAt?.toISOString() ?? null,
    publishAt: story.publishAt?.toISOString() ?? null,
    late: isLate(story, when),
    round: story.round,
    words: story.words,
    holder: story.claimedById === null ? null : { name: holderName ?? '', me: story.claimedById === who.id },
    own: story.ownerId === who.id,
  }
}

/** Late: the promised answer, the contributor's time or the publication time has passed. */
function isLate(
  story: { state: StoryState; answerBy: Date | null; dueAt: Date | null; publishAt: Date | null },
  when: Date,
): boolean {
  switch (story.state) {
    case 'submitted':
    case 'in_review':
      return story.answerBy !== null && story.answerBy < when
    case 'changes_requested':
    case 'awaiting_sign_off':
      return story.dueAt !== null && story.dueAt < when
    case 'scheduled':
      return story.publishAt !== null && story.publishAt < when
    default:
      return false
  }
}
