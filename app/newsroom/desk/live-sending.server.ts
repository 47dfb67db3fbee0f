// A reporter's side of live coverage: sends an entry for the desk's approval, sees what became of it, takes it back.
import { and, count, desc, eq } from 'drizzle-orm'
import { cleanName } from '#app/newsroom/people/name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import {
  type LiveDone,
  type LiveFault,
  liveLimits,
  nameOfEntry,
  type OwnEntry,
  type SentInput,
} from '#app/newsroom/topics/live.ts'
import type { Database, Reader } from '#db/client.ts'
import { liveCoverages, liveEntries } from '#db/schema/live.ts'
import { topics } from '#db/schema/topics.ts'
import { tellDeskOfEntry } from './live-letters.server.ts'
import { livePhotos, shownPhoto } from './live-photos.server.ts'
import { entryOf, faulty, logLive, movedOn, openCoverageOf } from './live-rows.server.ts'
import { entryWords, storedCopy } from './live-words.ts'

const MOST_OWN = 30

/** Where a reporter can send entries: the topic and its coverage, null in `title` while nothing is covered live. */
export type LiveDoor = { slug: string; name: string; title: string | null }

/** The topic's name and whether it is covered live now; null when there is no such topic. */
export async function liveDoor(db: Reader, slug: string): Promise<LiveDoor | null> {
  const [topic] = await db.select({ slug: topics.slug, name: topics.name }).from(topics).where(eq(topics.slug, slug))
  return topic ? { ...topic, title: (await openCoverageOf(db, slug))?.title ?? null } : null
}

/** Sends an entry to the desk, which gets a letter. A few of one person may wait at a time. */
export async function sendEntry(
  db: Database,
  slug: string,
  input: SentInput,
  who: Person,
  when: Date,
): Promise<LiveDone<{ publicId: string }>> {
  return db.transaction(async (tx) => {
    const coverage = await openCoverageOf(tx, slug)
    if (!coverage) return faulty('live-closed')
    const { faults, title, copy } = entryWords(input)
    const penName = cleanName(input.penName)
    if (input.byline === 'pen' && !penName) faults.push({ field: 'penName', code: 'live-no-pen-name' })
    faults.push(...(await refusedSender(tx, who)))
    if (faults.length) return { ok: false, because: 'faults', faults }
    const publicId = newPublicId()
    const [entry] = await tx
      .insert(liveEntries)
      .values({
        publicId,
        coverageId: coverage.id,
        state: 'waiting',
        authorId: who.id,
        bylineKind: input.byline,
        penName: input.byline === 'pen' ? penName.slice(0, liveLimits.penName) : '',
        title,
        copy,
        sentAt: when,
        answerBy: new Date(when.getTime() + liveLimits.answerWithinMinutes * 60_000),
      })
      .returning()
    if (!entry) throw new Error('a live entry was not written')
    await logLive(tx, { coverageId: coverage.id, entryId: entry.id, act: 'send' }, who, when)
    await tellDeskOfEntry(tx, coverage, entry, when)
    return { ok: true, publicId }
  })
}

/** One's own entries on this topic, the newest first. */
export async function ownEntries(db: Reader, slug: string, who: Person): Promise<OwnEntry[]> {
  const rows = await db
    .select({ entry: liveEntries })
    .from(liveEntries)
    .innerJoin(liveCoverages, eq(liveCoverages.id, liveEntries.coverageId))
    .innerJoin(topics, eq(topics.id, liveCoverages.topicId))
    .where(and(eq(liveEntries.authorId, who.id), eq(topics.slug, slug)))
    .orderBy(desc(liveEntries.id))
    .limit(MOST_OWN)
  const photos = await livePhotos(
    db,
    rows.map(({ entry }) => entry.id),
  )
  return rows
    .filter(({ entry }) => entry.bylineKind !== 'desk')
    .map(({ entry }) => ({
      publicId: entry.publicId,
      name: nameOfEntry(entry.title, copyText(storedCopy(entry.copy))),
      state: entry.state,
      version: entry.version,
      sentAt: entry.sentAt.toISOString(),
      answerBy: entry.answerBy?.toISOString() ?? null,
      publishedAt: entry.publishedAt?.toISOString() ?? null,
      reason: entry.reason,
      photo: shownPhoto(photos.get(entry.id)),
    }))
}

/** Takes one's own waiting entry back. One that was answered meanwhile stays as it is. */
export async function withdrawEntry(
  db: Database,
  place: { topic: string; entry: string },
  who: Person,
  when: Date,
): Promise<LiveDone> {
  return db.transaction(async (tx): Promise<LiveDone> => {
    const found = await entryOf(tx, place)
    if (!found || found.entry.authorId !== who.id || found.entry.bylineKind === 'desk')
      return { ok: false, because: 'not-found' }
    const { coverage, entry } = found
    if (entry.state === 'withdrawn') return { ok: true }
    const taken = await tx
      .update(liveEntries)
      .set({ state: 'withdrawn', version: entry.version + 1 })
      .where(and(eq(liveEntries.id, entry.id), eq(liveEntries.authorId, who.id), eq(liveEntries.state, 'waiting')))
      .returning({ id: liveEntries.id })
    if (!taken.length) return movedOn('live-answered')
    await logLive(tx, { coverageId: coverage.id, entryId: entry.id, act: 'withdraw' }, who, when)
    return { ok: true }
  })
}

async function refusedSender(tx: Reader, who: Person): Promise<LiveFault[]> {
  if (!who.confirmed) return [{ field: '', code: 'live-unconfirmed' }]
  const [waiting] = await tx
    .select({ n: count() })
    .from(liveEntries)
    .where(and(eq(liveEntries.authorId, who.id), eq(liveEntries.state, 'waiting')))
  return (waiting?.n ?? 0) >= liveLimits.waiting ? [{ field: '', code: 'live-many-waiting' }] : []
}
