// What became of a published story, edition by edition, for its readers: what changed, when, and why.
import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { comparedContents } from '#app/newsroom/desk/compared-contents.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { editions, hiddenWords, publications } from '#db/schema/press.ts'
import { revisions } from '#db/schema/story.ts'
import type { StoryChange, StoryChanges } from './changes.ts'
import type { RetractionNotice } from './edition.ts'

const MOST_EDITIONS = 50

/**
 * The editions behind an address with what differs between each two of them, and the notices of the times it was off
 * the site. Only words that were printed are compared. As for the story's page: a notice where it is taken down, null
 * where there is nothing.
 */
export async function changesOfStory(
  db: Reader,
  slug: string,
  when: Date,
): Promise<StoryChanges | { retracted: RetractionNotice } | null> {
  const [row] = await db
    .select({
      storyId: publications.storyId,
      state: publications.state,
      note: publications.retractionNote,
      retractedAt: publications.retractedAt,
      updatedAt: publications.updatedAt,
      number: editions.number,
      headline: editions.headline,
      language: editions.language,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.slug, slug), lte(publications.publishedAt, when)))
  if (!row || row.state === 'unpublished') return null
  if (row.state === 'retracted')
    return { retracted: { note: row.note, at: (row.retractedAt ?? row.updatedAt).toISOString() } }
  const steps = [...(await printed(db, row.storyId, row.number)), ...(await takenDown(db, row.storyId))]
  return {
    slug,
    headline: row.headline,
    language: row.language,
    steps: steps.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)),
  }
}

async function printed(db: Reader, storyId: number, upTo: number): Promise<StoryChange[]> {
  const rows = await db
    .select({
      number: editions.number,
      kind: editions.kind,
      note: editions.note,
      at: editions.printedAt,
      content: revisions.content,
      hiddenAt: hiddenWords.at,
    })
    .from(editions)
    .leftJoin(hiddenWords, eq(hiddenWords.editionId, editions.id))
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(and(eq(editions.storyId, storyId), lte(editions.number, upTo)))
    .orderBy(asc(editions.number))
    .limit(MOST_EDITIONS)
  // What an edition took out stood in those before it: none of their comparisons is shown either.
  const hiddenUpTo = rows.findLast(({ hiddenAt }) => hiddenAt !== null)?.number ?? 0
  return rows.map(({ number, kind, note, at, content, hiddenAt }, index) => {
    const before = rows[index - 1]
    const hidden = !before || number > hiddenUpTo ? null : hiddenAt ? ('here' as const) : ('later' as const)
    const difference =
      before && !hidden ? comparedContents(before.content as StoryContent, content as StoryContent) : null
    return { what: 'edition' as const, number, kind, note, at: at.toISOString(), difference, hidden }
  })
}

// The notice of a retraction is the public reason of the move; that a story came back does not unsay it.
async function takenDown(db: Reader, storyId: number): Promise<StoryChange[]> {
  const rows = await db
    .select({ move: deskLog.move, note: deskLog.note, at: deskLog.at })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), inArray(deskLog.move, ['retract', 'restore'])))
    .orderBy(asc(deskLog.id))
    .limit(MOST_EDITIONS)
  return rows.map(({ move, note, at }) =>
    move === 'retract'
      ? { what: 'retracted' as const, note, at: at.toISOString() }
      : { what: 'restored' as const, note: '', at: at.toISOString() },
  )
}
