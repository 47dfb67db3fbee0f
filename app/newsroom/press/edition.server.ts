// A published story as readers open it: the live edition, a notice where it was taken down, or nothing.
import { and, asc, eq, gt, lte, ne } from 'drizzle-orm'
import { checklistOf } from '#app/newsroom/desk/verification.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Reader } from '#db/client.ts'
import { askPrepared, type Given, valueAs } from '#db/prepared.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { topics } from '#db/schema/topics.ts'
import type { EditionLink, EditionPage, RetractionNotice } from './edition.ts'
import { leadPictureOf } from './lead-picture.ts'
import { smallerSources } from './smaller-pictures.server.ts'
import { picturesNamedIn, withSmaller } from './smaller-sources.ts'
import type { Teaser } from './teaser.ts'
import { teasersOf } from './teasers.server.ts'

const MOST_TOPICS = 12
const MOST_CHANGES = 50
const RELATED = 4

/**
 * What stands at an address. Null for everything readers may not know of: an unknown address, a story not published
 * yet, one that was unpublished.
 */
export async function editionBySlug(
  db: Reader,
  slug: string,
  when: Date,
): Promise<EditionPage | { retracted: RetractionNotice } | null> {
  const [row] = await askPrepared(db, 'live edition', liveEdition, { slug, when })
  if (!row || row.state === 'unpublished') return null
  if (row.state === 'retracted')
    return { retracted: { note: row.retractionNote, at: (row.retractedAt ?? row.updatedAt).toISOString() } }
  const inTopics = await askPrepared(db, 'topics around', topicsAround, { storyId: row.storyId })
  const section = (await sectionsOf(db)).find(({ id }) => id === row.sectionId)
  return {
    slug,
    headline: row.headline,
    standfirst: row.standfirst,
    place: row.place,
    language: row.language,
    byline: { name: row.bylineName, handle: row.bylineHandle },
    coBylines: row.coBylines,
    section: { slug: section?.slug ?? '', name: section?.name ?? '' },
    topics: inTopics.map(({ slug, name }) => ({ slug, name })),
    html: withSmaller(row.html, await smallerSources(db, picturesNamedIn(row.html))),
    words: row.words,
    checked: checklistOf(row.checked),
    lead: leadPictureOf(row.lead),
    publishedAt: row.publishedAt.toISOString(),
    updatedAt: row.number > 1 ? row.printedAt.toISOString() : null,
    changes: row.number > 1 ? await changesOf(db, row.storyId, row.number) : [],
    related: await relatedTo(db, { slug, sectionId: row.sectionId, topic: inTopics[0] ?? null }, when),
  }
}

const liveEdition = (db: Reader) =>
  editionQuery(db, valueAs('slug', publications.slug), valueAs('when', publications.publishedAt))
const topicsAround = (db: Reader) => topicsOf(db, valueAs('storyId', publicationTopics.storyId))

/** The query behind an address, for the test that reads its plan. */
export function editionQuery(db: Reader, slug: Given<string>, when: Given<Date>) {
  return db
    .select({
      storyId: publications.storyId,
      state: publications.state,
      sectionId: publications.sectionId,
      publishedAt: publications.publishedAt,
      updatedAt: publications.updatedAt,
      retractedAt: publications.retractedAt,
      retractionNote: publications.retractionNote,
      number: editions.number,
      headline: editions.headline,
      standfirst: editions.standfirst,
      place: editions.place,
      language: editions.language,
      bylineName: editions.bylineName,
      bylineHandle: editions.bylineHandle,
      coBylines: editions.coBylines,
      html: editions.html,
      words: editions.words,
      checked: editions.checked,
      lead: editions.lead,
      printedAt: editions.printedAt,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.slug, slug), lte(publications.publishedAt, when)))
}

/** The hubs a published story stands in. */
export function topicsOf(db: Reader, storyId: Given<number>) {
  return db
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(topics)
    .crossJoin(publicationTopics) // keeps SQLite to this order: few topics, each looked up by its key
    .where(and(eq(publicationTopics.topicId, topics.id), eq(publicationTopics.storyId, storyId)))
    .orderBy(asc(topics.position), asc(topics.id))
    .limit(MOST_TOPICS)
}

async function changesOf(db: Reader, storyId: number, upTo: number): Promise<EditionPage['changes']> {
  const rows = await db
    .select({ kind: editions.kind, note: editions.note, printedAt: editions.printedAt })
    .from(editions)
    .where(
      and(eq(editions.storyId, storyId), gt(editions.number, 1), lte(editions.number, upTo), ne(editions.note, '')),
    )
    .orderBy(asc(editions.number))
    .limit(MOST_CHANGES)
  return rows.flatMap(({ kind, note, printedAt }) =>
    kind === 'first' ? [] : [{ kind, note, at: printedAt.toISOString() }],
  )
}

// The newest of its topic, else of its section; the story itself is left out.
async function relatedTo(
  db: Reader,
  { slug, sectionId, topic }: { slug: string; sectionId: number; topic: (EditionLink & { id: number }) | null },
  when: Date,
): Promise<EditionPage['related']> {
  const others = (teasers: Teaser[]) => teasers.filter((teaser) => teaser.slug !== slug).slice(0, RELATED)
  if (topic) {
    const ofTopic = others((await teasersOf(db, { topicId: topic.id }, { limit: RELATED + 1 }, when)).teasers)
    if (ofTopic.length > 0) return { topic: { slug: topic.slug, name: topic.name }, teasers: ofTopic }
  }
  return { topic: null, teasers: others((await teasersOf(db, { sectionId }, { limit: RELATED + 1 }, when)).teasers) }
}
