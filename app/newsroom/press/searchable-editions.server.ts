// What readers find a published story by: the words of its live edition, and nothing else that the house knows of it.
import { and, eq } from 'drizzle-orm'
import type { Database, Writer } from '#db/client.ts'
import { foldedWords } from '#db/folding.ts'
import { editions, publications, publicationTopics } from '#db/schema/press.ts'
import { dropDocument, keepDocument, readWaiting } from '#db/search.ts'

/** The kind of document that a published story is to the search. */
export const EDITION = 'edition'

/**
 * Writes down what readers find a story by: headline, standfirst, place, by-lines and text of the edition that is live.
 * What is not live is found by nobody. Belongs into the transaction that changed the publication.
 */
export async function keepEditionSearchable(tx: Writer, storyId: number): Promise<void> {
  const [live] = await tx
    .select({
      publishedAt: publications.publishedAt,
      sectionId: publications.sectionId,
      headline: editions.headline,
      standfirst: editions.standfirst,
      place: editions.place,
      bylineName: editions.bylineName,
      coBylines: editions.coBylines,
      text: editions.text,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.storyId, storyId), eq(publications.state, 'live')))
  if (!live) return dropDocument(tx, EDITION, storyId)
  const inTopics = await tx
    .select({ id: publicationTopics.topicId })
    .from(publicationTopics)
    .where(eq(publicationTopics.storyId, storyId))
  const bylines = [live.bylineName, ...live.coBylines.map(({ name }) => name)]
  await keepDocument(tx, {
    kind: EDITION,
    id: storyId,
    at: live.publishedAt,
    marks: [
      editionMark.section(live.sectionId),
      ...inTopics
        .map(({ id }) => id)
        .sort((a, b) => a - b)
        .map(editionMark.topic),
      ...editionMark.place(live.place),
    ],
    text: [live.headline, live.standfirst, live.place, ...bylines, live.text].join(' '),
  })
}

/** The marks that a search of readers can be narrowed by. */
export const editionMark = {
  section: (id: number) => `section${id}`,
  topic: (id: number) => `topic${id}`,
  /** One mark a word of the place, in whatever script it is written. */
  place: (typed: string) => [...new Set(foldedWords(typed))].slice(0, MOST_PLACE_WORDS).map(placeMark),
}

/** Reads editions that were there before the search was, at most `most`; returns how many it read. */
export function readOldEditions(db: Database, most: number): Promise<number> {
  return readWaiting(db, EDITION, keepEditionSearchable, most)
}

const MOST_PLACE_WORDS = 8

// Marks are a to z and digits only, so letters stand by their numbers.
function placeMark(word: string): string {
  return `place${[...word].map((letter) => letter.codePointAt(0)?.toString(36)).join('x')}`
}
