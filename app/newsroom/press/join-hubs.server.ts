// Joins one topic hub with another: its stories, calls, readers and live coverage go there, and its address leads there.
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { isAdmin, ownRow } from '#app/newsroom/topics/edit-topics.server.ts'
import type { Database, Writer } from '#db/client.ts'
import { liveCoverages } from '#db/schema/live.ts'
import { subscriberTopics } from '#db/schema/newsletter.ts'
import { publicationTopics } from '#db/schema/press.ts'
import { openCalls } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'
import { keepEditionSearchable } from './searchable-editions.server.ts'

export type JoinRefusal = 'not-allowed' | 'not-found' | 'same' | 'live'
export type HubsJoined = { ok: true; slug: string } | { ok: false; because: JoinRefusal }

/** So many stories move in one transaction: a hub with thousands must not hold up everybody else's writing. */
const STORIES_AT_A_TIME = 100

/**
 * Joins `from` with `into`. While the stories move, each is in one of the two; broken off, it is done by asking again.
 * Drafts and revisions keep the topic they name, so that their words and hashes stay; printed, they come into the other.
 */
export async function joinHubs(
  db: Database,
  { from, into }: { from: string; into: string },
  who: Person,
  when: Date,
): Promise<HubsJoined> {
  for (;;) {
    const step = await db.transaction((tx) => oneStep(tx, { from, into }, who, when))
    if (step !== 'goes-on') return step
  }
}

async function oneStep(
  tx: Writer,
  { from, into }: { from: string; into: string },
  who: Person,
  when: Date,
): Promise<HubsJoined | 'goes-on'> {
  if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
  const [old, target] = [await ownRow(tx, from), await ownRow(tx, into)]
  if (!old || !target) return { ok: false, because: 'not-found' }
  if (old.id === target.id) return { ok: false, because: 'same' }
  const [live] = await tx
    .select({ id: liveCoverages.id })
    .from(liveCoverages)
    .where(and(eq(liveCoverages.topicId, old.id), isNull(liveCoverages.closedAt)))
  if (live) return { ok: false, because: 'live' }
  await paperChanged(tx, [paperKeys.whole], when)
  if ((await moveStories(tx, old.id, target.id)) === STORIES_AT_A_TIME) return 'goes-on'
  await moveTheRest(tx, old.id, target.id)
  const reason = `${old.name} → ${target.name}`
  await logAct(tx, { personId: who.id, byId: who.id, act: 'joined-topics', reason }, when)
  return { ok: true, slug: target.slug }
}

/** Moves some published stories; gives how many. One that stands in both hubs already only leaves the old one. */
async function moveStories(tx: Writer, from: number, into: number): Promise<number> {
  const rows = await tx
    .select()
    .from(publicationTopics)
    .where(eq(publicationTopics.topicId, from))
    .orderBy(asc(publicationTopics.storyId))
    .limit(STORIES_AT_A_TIME)
  if (rows.length === 0) return 0
  const ids = rows.map(({ storyId }) => storyId)
  await tx
    .delete(publicationTopics)
    .where(and(eq(publicationTopics.topicId, from), inArray(publicationTopics.storyId, ids)))
    .returning({ id: publicationTopics.storyId })
  await tx
    .insert(publicationTopics)
    .values(rows.map((row) => ({ ...row, topicId: into })))
    .onConflictDoNothing()
    .returning({ id: publicationTopics.storyId })
  for (const id of ids) await keepEditionSearchable(tx, id)
  return rows.length
}

async function moveTheRest(tx: Writer, from: number, into: number): Promise<void> {
  const subscribers = await tx.select().from(subscriberTopics).where(eq(subscriberTopics.topicId, from))
  await tx
    .delete(subscriberTopics)
    .where(eq(subscriberTopics.topicId, from))
    .returning({ id: subscriberTopics.subscriberId })
  for (let at = 0; at < subscribers.length; at += 500)
    await tx
      .insert(subscriberTopics)
      .values(subscribers.slice(at, at + 500).map((row) => ({ ...row, topicId: into })))
      .onConflictDoNothing()
      .returning({ id: subscriberTopics.subscriberId })
  await tx.update(openCalls).set({ topicId: into }).where(eq(openCalls.topicId, from)).returning({ id: openCalls.id })
  await tx
    .update(liveCoverages)
    .set({ topicId: into })
    .where(eq(liveCoverages.topicId, from))
    .returning({ id: liveCoverages.id })
  // What was joined with the old one before goes on to the new one, so that no address leads there by two steps.
  await tx.update(topics).set({ mergedIntoId: into }).where(eq(topics.mergedIntoId, from)).returning({ id: topics.id })
  await tx
    .update(topics)
    .set({ mergedIntoId: into, running: false })
    .where(eq(topics.id, from))
    .returning({ id: topics.id })
}
