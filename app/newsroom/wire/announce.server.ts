// Tells others that something changed: the hub of our feeds (WebSub) and search engines that take part in IndexNow.
import { asc, desc, eq, gt, inArray } from 'drizzle-orm'
import { outletOf, sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { bylines } from '#db/schema/people.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'
import { feedAddress, feedFormats } from './feed.ts'

/** One message to another site; `url` was set by an admin. */
export type Announcement = { url: string; type: string; body: string }

const indexNow = 'https://api.indexnow.org/indexnow'
const MOST_MOVES = 200
const LOOK_BACK_MINUTES = 10
/** Moves after which readers get something else. */
const publicMoves = ['publish', 'correct', 'clarify', 'update', 'retract', 'restore', 'unpublish']

/**
 * What is to be said of everything that changed for readers after the log's row `since`, and the row up to which that
 * is said. `since` null is a beginning: the last ten minutes are looked back on, because a process may have ended before
 * it said them. To say a thing twice does no harm. `siteUrl` has no slash at its end.
 */
export async function announcements(
  db: Reader,
  since: number | null,
  siteUrl: string,
  when: Date,
): Promise<{ upTo: number | null; toSend: Announcement[] }> {
  const { hub, indexNowKey } = (await outletOf(db)).wire
  if (hub === '' && indexNowKey === '') return { upTo: null, toSend: [] }
  const rows = since === null ? await latestRows(db, when) : await rowsAfter(db, since)
  const upTo = rows.reduce<number | null>((last, { id }) => Math.max(last ?? 0, id), since)
  const changed = rows.filter(({ move }) => publicMoves.includes(move)).map(({ storyId }) => storyId)
  const stories = await storiesOf(db, [...new Set(changed)])
  if (stories.length === 0) return { upTo, toSend: [] }
  return {
    upTo,
    toSend: [
      ...(hub === '' ? [] : hubMessages(hub, await feedPages(db, stories), siteUrl)),
      ...(indexNowKey === '' ? [] : [indexNowMessage(indexNowKey, stories, siteUrl)]),
    ],
  }
}

// One message a feed (WebSub, section 6): hubs differ in how many addresses they take at once.
function hubMessages(hub: string, pages: string[], siteUrl: string): Announcement[] {
  const addresses = pages.flatMap((path) => feedFormats.map((format) => feedAddress(path, format, siteUrl)))
  return addresses.map((address) => ({
    url: hub,
    type: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': address, 'hub.topic': address }).toString(),
  }))
}

function indexNowMessage(key: string, stories: Changed[], siteUrl: string): Announcement {
  return {
    url: indexNow,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify({
      host: new URL(siteUrl).host,
      key,
      keyLocation: `${siteUrl}/indexnow.txt`,
      urlList: stories.map(({ slug }) => `${siteUrl}/stories/${encodeURIComponent(slug)}`),
    }),
  }
}

function rowsAfter(db: Reader, since: number) {
  return db.select(logColumns).from(deskLog).where(gt(deskLog.id, since)).orderBy(asc(deskLog.id)).limit(MOST_MOVES)
}

// Found from the log's end, then looked at: no index knows when a move was made.
async function latestRows(db: Reader, when: Date) {
  const rows = await db.select(logColumns).from(deskLog).orderBy(desc(deskLog.id)).limit(MOST_MOVES)
  const from = when.getTime() - LOOK_BACK_MINUTES * 60_000
  const late = rows.filter(({ at }) => at.getTime() >= from)
  const [newest] = rows
  // The newest row counts as seen even when it is older: what comes next is after it.
  return late.length > 0 || !newest ? late : [{ ...newest, move: '' }]
}

const logColumns = { id: deskLog.id, storyId: deskLog.storyId, move: deskLog.move, at: deskLog.at }

type Changed = Awaited<ReturnType<typeof storiesOf>>[number]

async function storiesOf(db: Reader, storyIds: number[]) {
  if (storyIds.length === 0) return []
  return db
    .select({
      storyId: publications.storyId,
      slug: publications.slug,
      sectionId: publications.sectionId,
      handle: bylines.handle,
      number: editions.number,
      state: publications.state,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .leftJoin(bylines, eq(bylines.id, publications.bylineId))
    .where(inArray(publications.storyId, storyIds))
}

/** The pages whose feeds hold one of the stories. */
async function feedPages(db: Reader, stories: Changed[]): Promise<string[]> {
  const pages = new Set(['/'])
  const sections = new Map((await sectionsOf(db)).map(({ id, slug }) => [id, slug]))
  for (const { sectionId, handle, number, state } of stories) {
    const slug = sections.get(sectionId)
    if (slug !== undefined) pages.add(`/sections/${slug}`)
    if (handle !== null) pages.add(`/contributors/${encodeURIComponent(handle)}`)
    if (number > 1 || state === 'retracted') pages.add('/corrections')
  }
  const ids = stories.map(({ storyId }) => storyId)
  const inTopics = await db
    .selectDistinct({ slug: topics.slug })
    .from(publicationTopics)
    .innerJoin(topics, eq(topics.id, publicationTopics.topicId))
    .where(inArray(publicationTopics.storyId, ids))
  for (const { slug } of inTopics) pages.add(`/topics/${slug}`)
  return [...pages]
}
