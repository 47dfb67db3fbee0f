// What the paper said it got wrong: the public notes of later editions, and the notices of stories taken down.
import { and, desc, eq, lte, ne, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { editions, publications } from '#db/schema/press.ts'

/**
 * One public note. Of a retracted story nothing is said but why it is gone: `headline` is empty, and so is `slug`, which is
 * made of the headline.
 */
export type PublicChange = {
  kind: 'correction' | 'clarification' | 'update' | 'retraction'
  slug: string
  headline: string
  language: string
  note: string
  at: Date
}

/** The newest public notes on what is live, and notices of what is not any more: newest first, `most` at most. */
export async function publicChanges(db: Reader, most: number, when: Date): Promise<PublicChange[]> {
  const noted = await changesQuery(db, most, when)
  const retracted = await retractionsQuery(db, most, when)
  const all: PublicChange[] = [
    ...noted.flatMap(({ kind, ...row }) => (kind === 'first' ? [] : [{ ...row, kind }])),
    ...retracted.map(({ language, note, at }) => ({
      kind: 'retraction' as const,
      slug: '',
      headline: '',
      language,
      note,
      at: at ?? when,
    })),
  ]
  return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, most)
}

/** The query behind the notes, for the test that reads its plan. A literal, or the small index would not be taken. */
export function changesQuery(db: Reader, most: number, when: Date) {
  return db
    .select({
      kind: editions.kind,
      slug: publications.slug,
      headline: editions.headline,
      language: editions.language,
      note: editions.note,
      at: editions.printedAt,
    })
    .from(editions)
    .crossJoin(publications) // keeps SQLite to this order: the few changes, each looked up by its story
    .where(
      and(
        sql`${editions.kind} <> 'first'`,
        ne(editions.note, ''),
        lte(editions.printedAt, when),
        eq(publications.storyId, editions.storyId),
        eq(publications.state, 'live'),
        lte(publications.publishedAt, when),
      ),
    )
    .orderBy(desc(editions.printedAt))
    .limit(most)
}

/** The query behind the notices. Few stories are ever taken down: the index on the state finds them. */
export function retractionsQuery(db: Reader, most: number, when: Date) {
  return db
    .select({
      language: editions.language,
      note: publications.retractionNote,
      at: publications.retractedAt,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.state, 'retracted'), lte(publications.publishedAt, when)))
    .orderBy(desc(publications.retractedAt))
    .limit(most)
}
