// Reads the live coverage of a hub for readers: only what was approved, and linked stories only while they are live.
import { and, desc, eq, inArray, lte, or } from 'drizzle-orm'
import { entryOf, newestCoverageOf, readersEntries } from '#app/newsroom/desk/live-rows.server.ts'
import { storedCopy } from '#app/newsroom/desk/live-words.ts'
import { lookOfPicture } from '#app/newsroom/pictures/picture-looks.server.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { renderCopy } from '#app/newsroom/story/copy/render-copy.ts'
import { nameOfEntry } from '#app/newsroom/topics/live.ts'
import type { Reader } from '#db/client.ts'
import { liveCoverages, liveEntries, livePictures } from '#db/schema/live.ts'
import { bylines } from '#db/schema/people.ts'
import { editions, publications } from '#db/schema/press.ts'
import { leadPictureOf } from './lead-picture.ts'
import type { LiveCoverageView, LiveEntryView } from './live-coverage.ts'

const ENTRIES_A_PAGE = 50
const MOST_PINNED = 5
const MOST_KEY_EVENTS = 20
const MOST_EARLIER = 20

type CoverageRow = typeof liveCoverages.$inferSelect
type EntryRow = typeof liveEntries.$inferSelect

/**
 * The coverage of the topic that a reader asks for: the one with the entry `from`, and that page of it; without one, or
 * with one that readers do not have, the newest. Null when the topic never had any.
 */
export async function liveCoverage(
  db: Reader,
  slug: string,
  from: string | null,
  when: Date,
): Promise<LiveCoverageView | null> {
  const asked = from === null ? null : await entryOf(db, { topic: slug, entry: from })
  const first = asked && isReaders(asked.entry, when) ? asked : null
  const coverage = first?.coverage ?? (await newestCoverageOf(db, slug))
  if (!coverage || coverage.openedAt > when) return null
  const [rows, marked, earlier] = await Promise.all([
    readersEntries(db, { coverageId: coverage.id, from: first?.entry, limit: ENTRIES_A_PAGE + 1 }, when),
    markedEntries(db, coverage.id, when),
    earlierCoverages(db, coverage, when),
  ])
  const pinned = first ? [] : marked.filter((row) => row.pinned).slice(0, MOST_PINNED)
  const entries = rows.slice(0, ENTRIES_A_PAGE)
  const views = await viewsOf(db, [...pinned, ...entries], coverage.language, when)
  return {
    id: coverage.publicId,
    title: coverage.title,
    language: coverage.language,
    openedAt: coverage.openedAt.toISOString(),
    closedAt: coverage.closedAt?.toISOString() ?? null,
    closing: coverage.closing,
    updatedAt: coverage.changedAt.toISOString(),
    pinned: views.slice(0, pinned.length),
    keyEvents: marked
      .filter((row) => row.isKey)
      .slice(0, MOST_KEY_EVENTS)
      .map((row) => ({ id: row.publicId, at: instantOf(row), name: nameOfEntry(row.title, textOf(row)) })),
    entries: views.slice(pinned.length),
    next: rows[ENTRIES_A_PAGE]?.publicId ?? null,
    isNewest: first === null,
    earlier,
  }
}

// One query for both: what is pinned and what is a key event are few.
async function markedEntries(db: Reader, coverageId: number, when: Date): Promise<EntryRow[]> {
  return db
    .select()
    .from(liveEntries)
    .where(
      and(
        eq(liveEntries.coverageId, coverageId),
        eq(liveEntries.state, 'public'),
        lte(liveEntries.publishedAt, when),
        or(eq(liveEntries.pinned, true), eq(liveEntries.isKey, true)),
      ),
    )
    .orderBy(desc(liveEntries.publishedAt), desc(liveEntries.id))
    .limit(MOST_PINNED + MOST_KEY_EVENTS)
}

async function earlierCoverages(db: Reader, { topicId, id }: CoverageRow, when: Date) {
  const rows = await db
    .select()
    .from(liveCoverages)
    .where(and(eq(liveCoverages.topicId, topicId), lte(liveCoverages.openedAt, when)))
    .orderBy(desc(liveCoverages.openedAt), desc(liveCoverages.id))
    .limit(MOST_EARLIER)
  const others = rows.filter((row) => row.id !== id)
  const newest = await Promise.all(others.map((row) => readersEntries(db, { coverageId: row.id, limit: 1 }, when)))
  return others.flatMap(({ title, openedAt }, at) => {
    const entry = newest[at]?.[0]?.publicId
    return entry ? [{ title, openedAt: openedAt.toISOString(), entry }] : []
  })
}

async function viewsOf(db: Reader, rows: EntryRow[], language: string, when: Date): Promise<LiveEntryView[]> {
  const [names, linked, photos] = await Promise.all([
    namesOf(db, rows, when),
    storiesOf(db, rows, when),
    photosOf(db, rows),
  ])
  return rows.map((row) => viewOf(row, language, { names, linked, photos }))
}

type Names = Map<number, { name: string; handle: string | null }>
type Linked = Map<number, { slug: string; headline: string; lead: unknown }>

type Photos = Map<number, LiveEntryView['photo']>
type Beside = { names: Names; linked: Linked; photos: Photos }

function viewOf(row: EntryRow, language: string, { names, linked, photos }: Beside): LiveEntryView {
  const isRemoved = row.state === 'removed'
  const photo = isRemoved ? null : (photos.get(row.id) ?? null)
  const story = isRemoved || row.storyId === null ? undefined : linked.get(row.storyId)
  return {
    id: row.publicId,
    version: row.version,
    at: instantOf(row),
    title: isRemoved ? '' : row.title,
    html: isRemoved ? '' : renderCopy(storedCopy(row.copy), nothingNamed, { language }),
    text: isRemoved ? '' : textOf(row),
    byline:
      isRemoved || row.bylineKind === 'desk' ? null : (names.get(row.bylineId ?? 0) ?? { name: '', handle: null }),
    isKey: row.isKey,
    corrections: isRemoved ? [] : row.corrections,
    removed: isRemoved ? { at: (row.removedAt ?? row.sentAt).toISOString(), reason: row.reason } : null,
    photo,
    story: story
      ? {
          slug: story.slug,
          headline: story.headline,
          picture: row.showsPicture && photo === null ? leadPictureOf(story.lead) : null,
        }
      : null,
  }
}

// An entry's words name no picture, story or topic by id.
const nothingNamed = { picture: () => null, story: () => null, topic: () => null }

// A by-line has a page only once a story appeared under it: a link to nothing would tell that somebody chose the name.
async function namesOf(db: Reader, rows: EntryRow[], when: Date): Promise<Names> {
  const ids = [...new Set(rows.map(({ bylineId }) => bylineId).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const [named, printed] = await Promise.all([
    db.select().from(bylines).where(inArray(bylines.id, ids)),
    db
      .selectDistinct({ id: publications.bylineId })
      .from(publications)
      .where(
        and(inArray(publications.bylineId, ids), eq(publications.state, 'live'), lte(publications.publishedAt, when)),
      ),
  ])
  const withPage = new Set(printed.map(({ id }) => id))
  return new Map(named.map(({ id, name, handle }) => [id, { name, handle: withPage.has(id) ? handle : null }]))
}

async function photosOf(db: Reader, rows: EntryRow[]): Promise<Photos> {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const found = await db.select().from(livePictures).where(inArray(livePictures.entryId, ids))
  return new Map(
    found.map((row) => {
      const { licence: _, ...look } = lookOfPicture(row)
      return [row.entryId, { picture: { ...look, credit: row.credit }, caption: row.caption }]
    }),
  )
}

async function storiesOf(db: Reader, rows: EntryRow[], when: Date): Promise<Linked> {
  const ids = [...new Set(rows.map(({ storyId }) => storyId).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const found = await db
    .select({
      storyId: publications.storyId,
      slug: publications.slug,
      headline: editions.headline,
      lead: editions.lead,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(inArray(publications.storyId, ids), eq(publications.state, 'live'), lte(publications.publishedAt, when)))
  return new Map(found.map(({ storyId, ...story }) => [storyId, story]))
}

/** May readers have this entry at this instant, if only as a notice that it was removed? */
function isReaders({ state, publishedAt }: EntryRow, when: Date): boolean {
  return (state === 'public' || state === 'removed') && publishedAt !== null && publishedAt <= when
}

function instantOf({ publishedAt, sentAt }: EntryRow): string {
  return (publishedAt ?? sentAt).toISOString()
}

function textOf({ copy }: EntryRow): string {
  return copyText(storedCopy(copy))
}
