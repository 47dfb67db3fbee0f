// An admin keeps the topic hubs: makes one, changes its words, ends it, takes back an earlier version, deletes an empty one.
import { and, asc, count, desc, eq, isNull, ne } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { liveCoverages } from '#db/schema/live.ts'
import { subscriberTopics } from '#db/schema/newsletter.ts'
import { people } from '#db/schema/people.ts'
import { publicationTopics } from '#db/schema/press.ts'
import { openCalls, storyTopics } from '#db/schema/story.ts'
import { topics, topicVersions } from '#db/schema/topics.ts'
import type { HubWords } from './topic.ts'

/** A hub as its form knows it. `position`: its place among the running ones. */
export type HubFields = HubWords & { slug: string; running: boolean; position: number }

/** A hub in the list; `stories` are those that readers find there. */
export type ListedHub = {
  slug: string
  name: string
  title: string
  running: boolean
  position: number
  stories: number
  /** Is it covered live now? */
  live: boolean
  /** Says nothing before its stories: neither background nor key events. */
  bare: boolean
}

export type HubVersion = HubWords & { id: number; by: string; at: Date }

/** `version` goes back with the form; `fixed`: readers know the address; `used`: it cannot be deleted. */
export type HubToEdit = {
  hub: HubFields
  version: number
  fixed: boolean
  used: boolean
  versions: HubVersion[]
  /** The others, which it can be joined with. */
  others: { slug: string; name: string }[]
}

export const mostHubs = 500
const VERSIONS_SHOWN = 30

export type HubRefusal = 'not-allowed' | 'not-found' | 'slug-taken' | 'slug-fixed' | 'used' | 'too-many' | 'moved'
export type HubSaved = { ok: true; slug: string } | { ok: false; because: HubRefusal }

/** Every hub that was not joined with another: the running ones in their order, then those that ended. */
export async function listedHubs(db: Reader): Promise<ListedHub[]> {
  const [hubs, stories, live] = await Promise.all([
    db
      .select()
      .from(topics)
      .where(isNull(topics.mergedIntoId))
      .orderBy(desc(topics.running), asc(topics.position), asc(topics.id))
      .limit(mostHubs),
    db.select({ id: publicationTopics.topicId, n: count() }).from(publicationTopics).groupBy(publicationTopics.topicId),
    db.select({ id: liveCoverages.topicId }).from(liveCoverages).where(isNull(liveCoverages.closedAt)),
  ])
  const countOf = new Map(stories.map(({ id, n }) => [id, n]))
  const isLive = new Set(live.map(({ id }) => id))
  return hubs.map(({ id, slug, name, title, running, position, background, keyEvents }) => ({
    slug,
    name,
    title,
    running,
    position,
    stories: countOf.get(id) ?? 0,
    live: isLive.has(id),
    bare: background.length === 0 && keyEvents.length === 0,
  }))
}

/** One hub for its form, with what it said before; null when there is none, or it was joined with another. */
export async function hubToEdit(db: Reader, slug: string): Promise<HubToEdit | null> {
  const row = await ownRow(db, slug)
  if (!row) return null
  const [versions, others, fixed, used] = await Promise.all([
    versionsOf(db, row.id, VERSIONS_SHOWN),
    db
      .select({ slug: topics.slug, name: topics.name })
      .from(topics)
      .where(and(isNull(topics.mergedIntoId), ne(topics.id, row.id)))
      .orderBy(asc(topics.name))
      .limit(mostHubs),
    isKnown(db, row.id),
    isUsed(db, row.id),
  ])
  const { running, position } = row
  const hub = { ...wordsOf(row), keyEvents: inOrder(row.keyEvents), slug: row.slug, running, position }
  return { hub, version: versions[0]?.id ?? 0, fixed, used: used || fixed, versions, others }
}

/**
 * Makes a hub (`before` null) or changes the one with this address. `version` is the one the form was filled from: when
 * somebody saved meanwhile it is refused, so that nobody's words are lost unseen. Readers see the change at once.
 */
export async function saveHub(
  db: Database,
  before: { slug: string; version: number } | null,
  fields: HubFields,
  who: Person,
  when: Date,
): Promise<HubSaved> {
  return db.transaction(async (tx): Promise<HubSaved> => {
    if (!(await isAdmin(tx, who))) return refuse('not-allowed')
    const hub = { ...fields, keyEvents: inOrder(fields.keyEvents) }
    const old = before === null ? null : await ownRow(tx, before.slug)
    if (before !== null && !old) return refuse('not-found')
    const [taken] = await tx.select({ id: topics.id }).from(topics).where(eq(topics.slug, hub.slug))
    if (taken && taken.id !== old?.id) return refuse('slug-taken')
    if (old && old.slug !== hub.slug && (await isKnown(tx, old.id))) return refuse('slug-fixed')
    if (old) {
      const [newest] = await versionsOf(tx, old.id, 1)
      if ((newest?.id ?? 0) !== before?.version) return refuse('moved')
      // What stood there before anybody kept versions is the first of them.
      if (!newest) await keepVersion(tx, old.id, wordsOf(old), null, old.createdAt)
      await tx.update(topics).set(hub).where(eq(topics.id, old.id)).returning({ id: topics.id })
      await keepVersion(tx, old.id, wordsOf(hub), who.id, when)
    } else {
      const [all] = await tx.select({ n: count() }).from(topics)
      if ((all?.n ?? 0) >= mostHubs) return refuse('too-many')
      const [made] = await tx
        .insert(topics)
        .values({ ...hub, createdAt: when })
        .returning({ id: topics.id })
      if (made) await keepVersion(tx, made.id, wordsOf(hub), who.id, when)
    }
    await writeDown(tx, hub.name, who, when)
    return { ok: true, slug: hub.slug }
  })
}

/** Makes the words of an earlier version those of the hub again; that is a version too. */
export async function takeBackHub(
  db: Database,
  what: { slug: string; version: number; take: number },
  who: Person,
  when: Date,
): Promise<HubSaved> {
  const row = await ownRow(db, what.slug)
  if (!row) return refuse('not-found')
  const [kept] = await db
    .select()
    .from(topicVersions)
    .where(and(eq(topicVersions.id, what.take), eq(topicVersions.topicId, row.id)))
  if (!kept) return refuse('not-found')
  const { slug, running, position } = row
  return saveHub(db, what, { ...wordsOf(kept), slug, running, position }, who, when)
}

/** Deletes a hub that no story, call, coverage or subscriber names. */
export async function deleteHub(db: Database, slug: string, who: Person, when: Date): Promise<HubSaved> {
  return db.transaction(async (tx): Promise<HubSaved> => {
    if (!(await isAdmin(tx, who))) return refuse('not-allowed')
    const row = await ownRow(tx, slug)
    if (!row) return refuse('not-found')
    if ((await isKnown(tx, row.id)) || (await isUsed(tx, row.id))) return refuse('used')
    await tx.delete(topics).where(eq(topics.id, row.id)).returning({ id: topics.id })
    await writeDown(tx, row.name, who, when)
    return { ok: true, slug }
  })
}

/** May this person keep hubs? Asked of the database, because a session may be older than the right. */
export async function isAdmin(tx: Reader, who: Person): Promise<boolean> {
  const active = and(eq(people.id, who.id), eq(people.role, 'admin'), isNull(people.suspendedAt))
  return (await tx.select({ id: people.id }).from(people).where(active)).length > 0
}

/** The row of a hub that was not joined with another; null when there is none of this address. */
export async function ownRow(db: Reader, slug: string): Promise<typeof topics.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(topics)
    .where(and(eq(topics.slug, slug), isNull(topics.mergedIntoId)))
  return row ?? null
}

function refuse(because: HubRefusal): HubSaved {
  return { ok: false, because }
}

function wordsOf({ name, title, description, background, keyEvents }: HubWords): HubWords {
  return { name, title, description, background, keyEvents }
}

/** Newest first; of one day as they were typed. */
function inOrder(events: HubWords['keyEvents']) {
  return [...events].sort((a, b) => b.date.localeCompare(a.date))
}

async function versionsOf(db: Reader, topicId: number, most: number): Promise<HubVersion[]> {
  const rows = await db
    .select({ version: topicVersions, by: people.name })
    .from(topicVersions)
    .leftJoin(people, eq(people.id, topicVersions.byId))
    .where(eq(topicVersions.topicId, topicId))
    .orderBy(desc(topicVersions.id))
    .limit(most)
  return rows.map(({ version, by }) => ({ ...wordsOf(version), id: version.id, at: version.at, by: by ?? '' }))
}

async function keepVersion(tx: Writer, topicId: number, words: HubWords, byId: number | null, at: Date) {
  await tx
    .insert(topicVersions)
    .values({ topicId, ...words, byId, at })
    .returning({ id: topicVersions.id })
}

async function writeDown(tx: Writer, name: string, who: Person, when: Date) {
  await paperChanged(tx, [paperKeys.whole], when)
  await logAct(tx, { personId: who.id, byId: who.id, act: 'changed-topic', reason: name }, when)
}

/** Do readers know its address: did a story, a live entry or another hub's old address ever lead there? */
async function isKnown(db: Reader, topicId: number): Promise<boolean> {
  return someRow([
    db.select({ id: publicationTopics.storyId }).from(publicationTopics).where(eq(publicationTopics.topicId, topicId)),
    db.select({ id: liveCoverages.id }).from(liveCoverages).where(eq(liveCoverages.topicId, topicId)),
    db.select({ id: topics.id }).from(topics).where(eq(topics.mergedIntoId, topicId)),
  ])
}

async function isUsed(db: Reader, topicId: number): Promise<boolean> {
  return someRow([
    db.select({ id: storyTopics.storyId }).from(storyTopics).where(eq(storyTopics.topicId, topicId)),
    db.select({ id: openCalls.id }).from(openCalls).where(eq(openCalls.topicId, topicId)),
    db
      .select({ id: subscriberTopics.subscriberId })
      .from(subscriberTopics)
      .where(eq(subscriberTopics.topicId, topicId)),
  ])
}

async function someRow(asked: { limit(most: number): PromiseLike<unknown[]> }[]): Promise<boolean> {
  return (await Promise.all(asked.map((question) => question.limit(1)))).some((rows) => rows.length > 0)
}
