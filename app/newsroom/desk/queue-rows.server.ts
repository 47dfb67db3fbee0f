// The lines of the review queue: what a page shows of each of its stories.
import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Presence } from '#app/newsroom/desk/presence.ts'
import type { QueueRow } from '#app/newsroom/desk/review-queue.ts'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { among, idList } from '#db/among.ts'
import type { Reader } from '#db/client.ts'
import { askPrepared } from '#db/prepared.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { openCalls, type StoryState, stories } from '#db/schema/story.ts'

/** The lines of these stories, in the order of `ids`. */
export async function queueRows(
  db: Reader,
  ids: readonly number[],
  here: Map<number, Presence[]>,
  who: Person,
  when: Date,
): Promise<QueueRow[]> {
  if (ids.length === 0) return []
  const found = await askPrepared(db, 'queue rows', rowsQuery, { ids: idList(ids) })
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const one = byId.get(id)
    return one ? [rowOf(one, here.get(id) ?? [], who, when)] : []
  })
}

const owners = alias(people, 'owner')
const holders = alias(people, 'holder')

type Found = Awaited<ReturnType<typeof rowsQuery>>[number]

function rowsQuery(db: Reader) {
  return db
    .select({
      id: stories.id,
      publicId: stories.publicId,
      version: stories.version,
      ownerId: stories.ownerId,
      headline: stories.headline,
      place: stories.place,
      language: stories.language,
      risk: stories.risk,
      bylineKind: stories.bylineKind,
      penName: stories.penName,
      state: stories.state,
      enteredAt: stories.enteredAt,
      answerBy: stories.answerBy,
      dueAt: stories.dueAt,
      publishAt: stories.publishAt,
      round: stories.round,
      words: stories.words,
      claimedById: stories.claimedById,
      section: sections.name,
      call: openCalls.title,
      ownerName: owners.name,
      ownerProtectedAt: owners.protectedAt,
      holderName: holders.name,
    })
    .from(stories)
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .leftJoin(openCalls, eq(openCalls.id, stories.callId))
    .innerJoin(owners, eq(owners.id, stories.ownerId))
    .leftJoin(holders, eq(holders.id, stories.claimedById))
    .where(among(stories.id, sql.placeholder('ids')))
}

function rowOf(story: Found, here: Presence[], who: Person, when: Date): QueueRow {
  const isProtected = story.ownerProtectedAt !== null
  return {
    publicId: story.publicId,
    number: story.id,
    version: story.version,
    headline: story.headline,
    place: story.place,
    section: story.section,
    language: story.language,
    risk: story.risk,
    call: story.call,
    byline: nameForDesk(story, { name: story.ownerName, protectedAt: isProtected ? story.enteredAt : null }),
    protected: isProtected,
    state: story.state,
    since: story.enteredAt.toISOString(),
    answerBy: story.answerBy?.toISOString() ?? null,
    dueAt: story.dueAt?.toISOString() ?? null,
    publishAt: story.publishAt?.toISOString() ?? null,
    late: isLate(story, when),
    round: story.round,
    words: story.words,
    holder: story.claimedById === null ? null : { name: story.holderName ?? '', me: story.claimedById === who.id },
    own: story.ownerId === who.id,
    here,
  }
}

/** Late: the answer that the section's clock promised, the contributor's time or the publication time has passed. */
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
