// The one way lists of published stories are read: newest first, a page at a time, never more than asked for.
import { and, desc, eq, inArray, lte, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { among, idList } from '#db/among.ts'
import type { Reader } from '#db/client.ts'
import { askPrepared, type Given, valueAs } from '#db/prepared.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { leadPictureOf } from './lead-picture.ts'
import { smallerSources } from './smaller-pictures.server.ts'
import { leadWithSmaller, picturesNamedIn } from './smaller-sources.ts'
import type { Teaser } from './teaser.ts'

/** Which stories a list holds. `led`: those the desk put at the head of the front page, the last so put first. */
export type TeaserFilter = { sectionId: number } | OfByline | { topicId: number } | 'all' | 'led'

type ListFilter = { sectionId: Given<number> } | OfByline | { topicId: Given<number> } | Extract<TeaserFilter, string>

/** `also`: stories that the by-line stands under beside another one. */
type OfByline = { bylineId: number; also?: readonly number[] }

/** What a page of a list is: `after` is the slug of the last story of the page before. */
export type TeaserPage = { teasers: Teaser[]; next: string | null }

/** The live stories of a list, newest first, at most `limit`; `next` is null on the last page. */
export async function teasersOf(
  db: Reader,
  filter: TeaserFilter,
  { limit, after = null }: { limit: number; after?: string | null },
  when: Date,
): Promise<TeaserPage> {
  const place = after === null ? null : await placeOf(db, after, when)
  const rows =
    place === null ? await head(db, filter, limit + 1, when) : await teaserQuery(db, filter, place, limit + 1, when)
  const teasers = await teasersFrom(db, rows.slice(0, limit))
  return { teasers, next: rows.length > limit ? (teasers.at(-1)?.slug ?? null) : null }
}

/** The live ones of these stories, by the story's id. */
export async function teasersById(db: Reader, storyIds: readonly number[], when: Date): Promise<Map<number, Teaser>> {
  if (storyIds.length === 0) return new Map()
  const rows = await askPrepared(db, 'teasers by id', teasersHeld, { ids: idList(storyIds), when })
  const teasers = await teasersFrom(
    db,
    rows.map(({ storyId: _storyId, ...row }) => row),
  )
  return new Map(rows.map(({ storyId }, at) => [storyId, teasers[at] as Teaser]))
}

function teasersHeld(db: Reader) {
  return teasersByIdQuery(db, sql.placeholder('ids'), valueAs('when', publications.publishedAt))
}

/** The query behind it, for the test that reads its plan. */
export function teasersByIdQuery(db: Reader, storyIds: readonly number[] | Placeholder, when: Given<Date>) {
  return (
    db
      .select({ storyId: publications.storyId, ...teaserColumns })
      .from(publications)
      .innerJoin(editions, eq(editions.id, publications.editionId))
      // Said so that the index of the latest is not taken, which would read every live story to find these few.
      .where(
        and(
          among(publications.storyId, storyIds),
          sql`${publications.state} || '' = 'live'`,
          lte(publications.publishedAt, when),
        ),
      )
  )
}

type TeaserRow = Awaited<ReturnType<typeof teaserQuery>>[number]

async function teasersFrom(db: Reader, rows: readonly TeaserRow[]): Promise<Teaser[]> {
  const names = new Map((await sectionsOf(db)).map(({ id, slug, name }) => [id, { slug, name }]))
  const leads = rows.map(({ lead }) => leadPictureOf(lead))
  const smaller = await smallerSources(
    db,
    leads.flatMap((lead) => (lead ? picturesNamedIn(lead.src) : [])),
  )
  return rows.map(({ sectionId, publishedAt, lead: _, coBylines, ...row }, at) => ({
    ...row,
    bylineName: [row.bylineName, ...coBylines.map(({ name }) => name)].filter(Boolean).join(' · '),
    section: names.get(sectionId) ?? { slug: '', name: '' },
    publishedAt: publishedAt.toISOString(),
    lead: leadWithSmaller(leads[at] ?? null, smaller),
  }))
}

// The head of a topic's or a section's list stands on every page of a story.
function head(db: Reader, filter: TeaserFilter, limit: number, when: Date): Promise<TeaserRow[]> {
  const values = typeof filter === 'object' ? { ...filter, limit, when } : { limit, when }
  if ('topicId' in values) return askPrepared(db, 'head of topic', headOfTopic, values)
  if ('sectionId' in values) return askPrepared(db, 'head of section', headOfSection, values)
  return teaserQuery(db, filter, null, limit, when)
}

const headOfTopic = (db: Reader) => headQuery(db, { topicId: valueAs('topicId', publicationTopics.topicId) })
const headOfSection = (db: Reader) => headQuery(db, { sectionId: valueAs('sectionId', publications.sectionId) })

function headQuery(db: Reader, filter: ListFilter) {
  return teaserQuery(db, filter, null, sql.placeholder('limit'), valueAs('when', publications.publishedAt))
}

/** The query behind a list, for the test that reads its plan. */
export function teaserQuery(
  db: Reader,
  filter: ListFilter,
  place: Place | null,
  limit: number | Placeholder,
  when: Given<Date>,
) {
  if (typeof filter === 'object' && 'topicId' in filter)
    return db
      .select(teaserColumns)
      .from(publicationTopics)
      .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
      .innerJoin(editions, eq(editions.id, publications.editionId))
      .where(
        and(
          eq(publicationTopics.topicId, filter.topicId),
          lte(publicationTopics.publishedAt, when),
          place === null ? undefined : olderThan(publicationTopics, place),
          eq(publications.state, 'live'),
          lte(publications.publishedAt, when),
        ),
      )
      .orderBy(desc(publicationTopics.publishedAt), desc(publicationTopics.storyId))
      .limit(limit)
  return db
    .select(teaserColumns)
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(
        typeof filter === 'object' ? ownerOf(filter) : undefined,
        eq(publications.state, 'live'),
        // Only one of the two, or SQLite takes the wrong index and sorts: a story leads when it is published or later.
        lte(filter === 'led' ? publications.leadAt : publications.publishedAt, when),
        place === null ? undefined : olderThan(publications, place),
      ),
    )
    .orderBy(...(filter === 'led' ? [desc(publications.leadAt)] : newestFirst))
    .limit(limit)
}

const newestFirst = [desc(publications.publishedAt), desc(publications.storyId)]

/** Where in a list a story stands. */
export type Place = { publishedAt: Date; storyId: number }

// An address nobody published yet is no place: the list then begins at its head, as for any unknown word.
async function placeOf(db: Reader, slug: string, when: Date): Promise<Place | null> {
  const [place] = await db
    .select({ publishedAt: publications.publishedAt, storyId: publications.storyId })
    .from(publications)
    .where(and(eq(publications.slug, slug), lte(publications.publishedAt, when)))
  return place ?? null
}

function ownerOf(filter: { sectionId: Given<number> } | OfByline): SQL {
  return 'sectionId' in filter
    ? eq(publications.sectionId, filter.sectionId)
    : (or(
        eq(publications.bylineId, filter.bylineId),
        filter.also?.length ? inArray(publications.storyId, [...filter.also]) : undefined,
      ) as SQL)
}

// A row value, because an OR of two comparisons reads every row before the page.
function olderThan(table: typeof publications | typeof publicationTopics, { publishedAt, storyId }: Place): SQL {
  return sql`(${table.publishedAt}, ${table.storyId}) < (${sql.param(publishedAt, table.publishedAt)}, ${storyId})`
}

const teaserColumns = {
  slug: publications.slug,
  headline: editions.headline,
  standfirst: editions.standfirst,
  place: editions.place,
  language: editions.language,
  bylineName: editions.bylineName,
  coBylines: editions.coBylines,
  sectionId: publications.sectionId,
  publishedAt: publications.publishedAt,
  lead: editions.lead,
}
