// Reads live coverage for the desk: the topics, one coverage with what waits, what readers have and its log.
import { and, asc, count, desc, eq, inArray, isNull, min } from 'drizzle-orm'
import { nameForDesk } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { rightsInSection } from '#app/newsroom/people/rights-in-section.server.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { type LiveAct, nameOfEntry } from '#app/newsroom/topics/live.ts'
import type { Reader } from '#db/client.ts'
import { liveCoverages, liveEntries, liveLog } from '#db/schema/live.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'
import type { DeskEntry, EntryToCorrect, LiveDesk, LiveLogLine, TopicAtDesk, WaitingEntry } from './live-desk.ts'
import { livePhotos } from './live-photos.server.ts'
import { type CoverageRow, type EntryRow, entryOf, newestCoverageOf, readersEntries } from './live-rows.server.ts'
import { storedCopy, typedWords } from './live-words.ts'

const ENTRIES_A_PAGE = 50
const LOG_LINES = 60
const MOST_WAITING = 100
const MOST_TOPICS = 200

/** Every topic, those covered live first. */
export async function topicsAtDesk(db: Reader): Promise<TopicAtDesk[]> {
  const [rows, waiting] = await Promise.all([
    db
      .select({ topic: topics, live: liveCoverages })
      .from(topics)
      .leftJoin(liveCoverages, and(eq(liveCoverages.topicId, topics.id), isNull(liveCoverages.closedAt)))
      .where(isNull(topics.mergedIntoId))
      .orderBy(desc(topics.running), asc(topics.position), asc(topics.id))
      .limit(MOST_TOPICS),
    db
      .select({ coverageId: liveEntries.coverageId, n: count(), since: min(liveEntries.sentAt) })
      .from(liveEntries)
      .where(eq(liveEntries.state, 'waiting'))
      .groupBy(liveEntries.coverageId),
  ])
  const byCoverage = new Map(waiting.map((row) => [row.coverageId, row]))
  return rows
    .map(({ topic: { slug, name, running }, live }) => {
      const mine = live ? byCoverage.get(live.id) : undefined
      return {
        slug,
        name,
        running,
        live: live && { title: live.title, openedAt: live.openedAt.toISOString() },
        waiting: mine?.n ?? 0,
        waitingSince: mine?.since ? new Date(mine.since).toISOString() : null,
      }
    })
    .sort((a, b) => Number(b.live !== null) - Number(a.live !== null))
}

/** The newest coverage of a topic for its desk; null when there is no such topic. `from` is the entry to begin with. */
export async function liveDesk(
  db: Reader,
  slug: string,
  from: string | null,
  who: Person,
  when: Date,
): Promise<LiveDesk | null> {
  const [topic] = await db.select({ slug: topics.slug, name: topics.name }).from(topics).where(eq(topics.slug, slug))
  if (!topic) return null
  const coverage = await newestCoverageOf(db, slug)
  const rights = await rightsInSection(db, who.id, coverage?.sectionId ?? null)
  if (!coverage) return { topic, coverage: null, rights, waiting: [], entries: [], next: null, log: [] }
  const first = from ? await entryOf(db, { topic: slug, entry: from }) : null
  const begins = first?.coverage.id === coverage.id ? first.entry : null
  const page = { coverageId: coverage.id, from: begins, limit: ENTRIES_A_PAGE + 1 }
  const [waiting, rows, log, facts] = await Promise.all([
    waitingEntries(db, coverage, who, when),
    readersEntries(db, page, when),
    logOf(db, coverage),
    coverageFacts(db, coverage),
  ])
  const entries = await deskEntriesOf(db, rows.slice(0, ENTRIES_A_PAGE), who)
  return { topic, coverage: facts, rights, waiting, entries, next: rows[ENTRIES_A_PAGE]?.publicId ?? null, log }
}

/** A public entry as it is typed, for the form that corrects it; null when readers have no such entry. */
export async function entryToCorrect(
  db: Reader,
  place: { topic: string; entry: string },
): Promise<EntryToCorrect | null> {
  const found = await entryOf(db, place)
  if (found?.entry.state !== 'public') return null
  const { entry } = found
  return {
    publicId: entry.publicId,
    version: entry.version,
    at: entry.publishedAt?.toISOString() ?? '',
    title: entry.title,
    text: typedWords(entry.copy),
    story: (await slugOf(db, entry.storyId)) ?? '',
    picture: entry.showsPicture,
    corrections: entry.corrections,
  }
}

async function coverageFacts(db: Reader, row: CoverageRow) {
  const [section] = await db.select({ name: sections.name }).from(sections).where(eq(sections.id, row.sectionId))
  const { publicId, title, openedAt, closedAt, closing } = row
  return {
    publicId,
    title,
    section: section?.name ?? '',
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    closing,
  }
}

async function waitingEntries(db: Reader, { id }: CoverageRow, who: Person, when: Date): Promise<WaitingEntry[]> {
  const rows = await db
    .select({ entry: liveEntries, name: people.name, protectedAt: people.protectedAt })
    .from(liveEntries)
    .innerJoin(people, eq(people.id, liveEntries.authorId))
    .where(and(eq(liveEntries.coverageId, id), eq(liveEntries.state, 'waiting')))
    .orderBy(asc(liveEntries.sentAt), asc(liveEntries.id))
    .limit(MOST_WAITING)
  const photos = await livePhotos(
    db,
    rows.map(({ entry }) => entry.id),
  )
  return rows.map(({ entry, ...author }) => ({
    publicId: entry.publicId,
    version: entry.version,
    title: entry.title,
    text: typedWords(entry.copy),
    from: authorShown(entry, author),
    signed: entry.bylineKind === 'desk' ? 'name' : entry.bylineKind,
    own: entry.authorId === who.id,
    sentAt: entry.sentAt.toISOString(),
    answerBy: entry.answerBy?.toISOString() ?? null,
    late: entry.answerBy !== null && entry.answerBy < when,
    photo: photos.get(entry.id) ?? null,
  }))
}

async function deskEntriesOf(db: Reader, rows: EntryRow[], who: Person): Promise<DeskEntry[]> {
  const idsOf = (field: 'authorId' | 'draftId' | 'storyId') => [
    ...new Set(rows.map((row) => row[field]).filter((id) => id !== null)),
  ]
  const [photos, authors, drafts, printed] = await Promise.all([
    livePhotos(
      db,
      rows.map(({ id }) => id),
    ),
    db
      .select({ id: people.id, name: people.name, protectedAt: people.protectedAt })
      .from(people)
      .where(inArray(people.id, idsOf('authorId'))),
    db
      .select({ id: stories.id, publicId: stories.publicId, ownerId: stories.ownerId })
      .from(stories)
      .where(inArray(stories.id, idsOf('draftId'))),
    db
      .select({ id: publications.storyId, slug: publications.slug })
      .from(publications)
      .where(inArray(publications.storyId, idsOf('storyId'))),
  ])
  return rows.map((entry) => {
    const author = authors.find(({ id }) => id === entry.authorId)
    const draft = drafts.find(({ id }) => id === entry.draftId)
    const { publicId, version, title, pinned, isKey, corrections, reason } = entry
    return {
      publicId,
      version,
      state: entry.state === 'removed' ? 'removed' : 'public',
      at: entry.publishedAt?.toISOString() ?? '',
      title,
      text: copyText(storedCopy(entry.copy)),
      from: author ? authorShown(entry, author) : null,
      pinned,
      isKey,
      corrections,
      reason,
      story: printed.find(({ id }) => id === entry.storyId)?.slug ?? null,
      photo: photos.get(entry.id) ?? null,
      draft: draft ? (draft.ownerId === who.id ? draft.publicId : '') : null,
    }
  })
}

async function logOf(db: Reader, { id }: CoverageRow): Promise<LiveLogLine[]> {
  const rows = await db
    .select({ log: liveLog, entry: liveEntries, name: people.name, protectedAt: people.protectedAt })
    .from(liveLog)
    .leftJoin(liveEntries, eq(liveEntries.id, liveLog.entryId))
    .leftJoin(people, eq(people.id, liveLog.byId))
    .where(eq(liveLog.coverageId, id))
    .orderBy(desc(liveLog.id))
    .limit(LOG_LINES)
  return rows.map(({ log, entry, name, protectedAt }) => {
    const bySender = entry !== null && entry.bylineKind !== 'desk' && log.byId === entry.authorId
    return {
      id: log.id,
      at: log.at.toISOString(),
      act: log.act as LiveAct,
      by: name === null ? null : bySender ? authorShown(entry, { name, protectedAt }) : name,
      entry: entry ? nameOfEntry(entry.title, copyText(storedCopy(entry.copy))) : '',
      note: log.note,
    }
  })
}

// Signed by the house, an editor's name is the desk's business; signed otherwise, it is the rule of stories.
function authorShown(
  { bylineKind, penName }: Pick<EntryRow, 'bylineKind' | 'penName'>,
  author: { name: string; protectedAt: Date | null },
): string | null {
  return bylineKind === 'desk' ? author.name : nameForDesk({ bylineKind, penName }, author)
}

async function slugOf(db: Reader, storyId: number | null): Promise<string | null> {
  if (storyId === null) return null
  const [row] = await db.select({ slug: publications.slug }).from(publications).where(eq(publications.storyId, storyId))
  return row?.slug ?? null
}
