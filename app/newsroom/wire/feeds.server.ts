// What a feed holds: the newest live editions of the whole paper, of a section, a topic or a by-line, or what was corrected.
import { and, desc, eq, inArray, lte, or } from 'drizzle-orm'
import { outletOf, sectionBySlug } from '#app/newsroom/outlet/outlet.server.ts'
import { storiesBeside } from '#app/newsroom/press/archive.server.ts'
import { type PublicChange, publicChanges } from '#app/newsroom/press/corrections.server.ts'
import { leadPictureOf } from '#app/newsroom/press/lead-picture.ts'
import { summaryOf } from '#app/newsroom/press/topic-hub.server.ts'
import { escapeHtml } from '#app/newsroom/story/copy/render-copy.ts'
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Reader } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { bylines } from '#db/schema/people.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'
import { atomFeed } from './atom.ts'
import { type Feed, type FeedFormat, type FeedItem, feedPictureOf } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { rssFeed } from './rss.ts'

export type FeedOf =
  | { kind: 'paper' }
  | { kind: 'section'; slug: string }
  | { kind: 'topic'; slug: string }
  | { kind: 'byline'; handle: string }

/** A feed as it leaves the house; `hub` is the WebSub hub, empty when there is none, `path` the page it belongs to. */
export type FeedDocument = { body: string; path: string; hub: string }

/** What the corrections' feed says around the desk's own notes, in the outlet's language. */
export type ChangeWords = {
  title(outlet: string): string
  about(outlet: string): string
  kind: Record<'correction' | 'clarification' | 'update', string>
  changed(kind: string, headline: string): string
  retracted: string
}

const NEWEST = 30

/**
 * The feed in one of its forms, newest 30; null when there is no such section or topic, or nothing was published under
 * the by-line: that somebody chose a name is not public. `siteUrl` has no slash at its end.
 */
export async function feedOf(
  db: Reader,
  of: FeedOf,
  format: FeedFormat,
  siteUrl: string,
  when: Date,
): Promise<FeedDocument | null> {
  const chosen = await chosenBy(db, of)
  if (!chosen) return null
  const rows = await feedQuery(db, chosen, when)
  if (of.kind === 'byline' && rows.length === 0) return null
  const outlet = await outletOf(db)
  const feed: Feed = {
    title: chosen.name === '' ? outlet.name : `${outlet.name}: ${chosen.name}`,
    description: chosen.description || outlet.tagline || outlet.about || outlet.name,
    language: outlet.language,
    outlet: outlet.name,
    path: chosen.path,
    hub: outlet.wire.hub,
    items: await itemsOf(db, rows),
  }
  return { body: printers[format](feed, siteUrl), path: feed.path, hub: feed.hub }
}

/** What was corrected, clarified, updated or taken down, newest 30, in one of the forms. */
export async function correctionsFeed(
  db: Reader,
  wordsIn: (language: string) => ChangeWords,
  format: FeedFormat,
  siteUrl: string,
  when: Date,
): Promise<FeedDocument> {
  const outlet = await outletOf(db)
  const words = wordsIn(outlet.language)
  const changes = await publicChanges(db, NEWEST, when)
  const feed: Feed = {
    title: words.title(outlet.name),
    description: words.about(outlet.name),
    language: outlet.language,
    outlet: outlet.name,
    path: '/corrections',
    hub: outlet.wire.hub,
    items: changes.map((change) => changeItem(change, words, outlet.language)),
  }
  return { body: printers[format](feed, siteUrl), path: feed.path, hub: feed.hub }
}

const printers: Record<FeedFormat, (feed: Feed, siteUrl: string) => string> = {
  rss: rssFeed,
  atom: atomFeed,
  json: jsonFeed,
}

function changeItem({ kind, slug, headline, language, note, at }: PublicChange, words: ChangeWords, own: string) {
  const isGone = kind === 'retraction'
  const item: FeedItem = {
    path: isGone ? '/corrections' : `/stories/${encodeURIComponent(slug)}`,
    fragment: `${kind}-${at.toISOString()}`,
    title: isGone ? words.retracted : words.changed(words.kind[kind], headline),
    summary: note,
    authors: [],
    categories: isGone ? [] : [words.kind[kind]],
    language: isGone ? own : language,
    html: `<p>${escapeHtml(note)}</p>`,
    publishedAt: at,
    updatedAt: at,
    picture: null,
  }
  return item
}

type Chosen = {
  name: string
  description: string
  path: string
  by: 'all' | { sectionId: number } | { topicId: number } | { bylineId: number; also?: number[] }
}

async function chosenBy(db: Reader, of: FeedOf): Promise<Chosen | null> {
  switch (of.kind) {
    case 'paper':
      return { name: '', description: '', path: '/', by: 'all' }
    case 'section': {
      const section = await sectionBySlug(db, of.slug)
      if (!section) return null
      const { id, slug, name, description } = section
      return { name, description, path: `/sections/${slug}`, by: { sectionId: id } }
    }
    case 'topic': {
      const topic = await topicBySlug(db, of.slug)
      if (!topic) return null
      const { id, slug, name } = topic
      return { name, description: summaryOf(topic), path: `/topics/${slug}`, by: { topicId: id } }
    }
    case 'byline': {
      const [byline] = await db
        .select({ id: bylines.id, name: bylines.name, about: bylines.about })
        .from(bylines)
        .where(eq(bylines.handle, of.handle))
      if (!byline) return null
      const path = `/contributors/${encodeURIComponent(of.handle)}`
      return {
        name: byline.name,
        description: byline.about,
        path,
        by: { bylineId: byline.id, also: await storiesBeside(db, of.handle) },
      }
    }
  }
}

/** The query behind a feed, for the test that reads its plan. */
export function feedQuery(db: Reader, { by }: Pick<Chosen, 'by'>, when: Date) {
  if (typeof by === 'object' && 'topicId' in by)
    return db
      .select(itemColumns)
      .from(publicationTopics)
      .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
      .innerJoin(editions, eq(editions.id, publications.editionId))
      .where(
        and(
          eq(publicationTopics.topicId, by.topicId),
          lte(publicationTopics.publishedAt, when),
          eq(publications.state, 'live'),
          lte(publications.publishedAt, when),
        ),
      )
      .orderBy(desc(publicationTopics.publishedAt), desc(publicationTopics.storyId))
      .limit(NEWEST)
  return db
    .select(itemColumns)
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(by === 'all' ? undefined : ownerOf(by), eq(publications.state, 'live'), lte(publications.publishedAt, when)),
    )
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(NEWEST)
}

// `also`: the stories under which a by-line stands as the second one.
function ownerOf(by: { sectionId: number } | { bylineId: number; also?: number[] }) {
  if ('sectionId' in by) return eq(publications.sectionId, by.sectionId)
  const own = eq(publications.bylineId, by.bylineId)
  return by.also?.length ? or(own, inArray(publications.storyId, by.also)) : own
}

async function itemsOf(db: Reader, rows: Awaited<ReturnType<typeof feedQuery>>): Promise<FeedItem[]> {
  const sectionNames = new Map(
    (await db.select({ id: sections.id, name: sections.name }).from(sections)).map(({ id, name }) => [id, name]),
  )
  const topicNames = await topicNamesOf(
    db,
    rows.map(({ storyId }) => storyId),
  )
  return rows.map((row) => ({
    path: `/stories/${encodeURIComponent(row.slug)}`,
    fragment: '',
    title: row.headline,
    summary: row.standfirst,
    authors: [{ name: row.bylineName, handle: row.bylineHandle }, ...row.coBylines].filter(({ name }) => name !== ''),
    categories: [sectionNames.get(row.sectionId) ?? '', ...(topicNames.get(row.storyId) ?? [])].filter(
      (name) => name !== '',
    ),
    language: row.language,
    html: row.feedHtml,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    picture: feedPictureOf(leadPictureOf(row.lead)),
  }))
}

async function topicNamesOf(db: Reader, storyIds: number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>()
  if (storyIds.length === 0) return names
  for (const { storyId, name } of await topicNamesQuery(db, storyIds))
    names.set(storyId, [...(names.get(storyId) ?? []), name])
  return names
}

/** The query behind the items' topics, for the test that reads its plan. */
export function topicNamesQuery(db: Reader, storyIds: number[]) {
  return db
    .select({ storyId: publicationTopics.storyId, name: topics.name })
    .from(topics)
    .crossJoin(publicationTopics) // keeps SQLite to this order: few topics, each looked up by its key
    .where(and(eq(publicationTopics.topicId, topics.id), inArray(publicationTopics.storyId, storyIds)))
}

const itemColumns = {
  storyId: publications.storyId,
  slug: publications.slug,
  sectionId: publications.sectionId,
  publishedAt: publications.publishedAt,
  updatedAt: publications.updatedAt,
  headline: editions.headline,
  standfirst: editions.standfirst,
  language: editions.language,
  bylineName: editions.bylineName,
  bylineHandle: editions.bylineHandle,
  coBylines: editions.coBylines,
  feedHtml: editions.feedHtml,
  lead: editions.lead,
}
