// The stories of an issue: what is new for an audience, the words they are sent with, and what is left of them later.
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, max, ne } from 'drizzle-orm'
import type { Reader, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterStories } from '#db/schema/newsletter.ts'
import { editions, hiddenWords, publications, publicationTopics } from '#db/schema/press.ts'
import { type IssueStory, MOST_STORIES } from './issue.ts'
import { type AudienceRow, sameAudience } from './issue-audience.server.ts'

const DAY_MS = 24 * 3_600_000
/** How far the first issue of an audience looks back, and how far any at most. */
const looksBack = {
  daily: { first: DAY_MS, most: 7 * DAY_MS },
  topic: { first: DAY_MS, most: 7 * DAY_MS },
  weekly: { first: 7 * DAY_MS, most: 31 * DAY_MS },
}

/** What was published since the last issue of this audience, newest first; none that it was sent already. */
export async function newStories(db: Reader, row: AudienceRow, when: Date): Promise<IssueStory[]> {
  // One that reached nobody does not count.
  const mine = and(sameAudience(row), isNotNull(newsletterIssues.queuedAt), ne(newsletterIssues.state, 'cancelled'))
  const [last] = await db
    .select({ at: max(newsletterIssues.queuedAt) })
    .from(newsletterIssues)
    .where(mine)
  const { first, most } = looksBack[row.audience]
  const since = new Date(Math.max(last?.at?.getTime() ?? when.getTime() - first, when.getTime() - most))
  const found = await newStoriesQuery(db, row, since, when)
  if (found.length === 0) return []
  const before = await db
    .select({ storyId: newsletterStories.storyId })
    .from(newsletterStories)
    .innerJoin(newsletterIssues, eq(newsletterIssues.id, newsletterStories.issueId))
    .where(
      and(
        inArray(
          newsletterStories.storyId,
          found.map(({ storyId }) => storyId),
        ),
        mine,
      ),
    )
  const sent = new Set(before.map(({ storyId }) => storyId))
  return found.filter(({ storyId }) => !sent.has(storyId))
}

/** The query behind it, for the test that reads its plan. */
export function newStoriesQuery(db: Reader, { audience, topicId }: AudienceRow, since: Date, when: Date) {
  const live = and(
    eq(publications.state, 'live'),
    gt(publications.publishedAt, since),
    lte(publications.publishedAt, when),
  )
  if (audience !== 'topic')
    return db
      .select(storyColumns)
      .from(publications)
      .innerJoin(editions, eq(editions.id, publications.editionId))
      .where(live)
      .orderBy(desc(publications.publishedAt), desc(publications.storyId))
      .limit(MOST_STORIES)
  return db
    .select(storyColumns)
    .from(publicationTopics)
    .innerJoin(publications, eq(publications.storyId, publicationTopics.storyId))
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publicationTopics.topicId, topicId ?? 0), gt(publicationTopics.publishedAt, since), live))
    .orderBy(desc(publicationTopics.publishedAt), desc(publicationTopics.storyId))
    .limit(MOST_STORIES)
}

/** The live ones of these stories, in the order of their slugs. What is not public is left out. */
export async function storiesBySlug(db: Reader, slugs: readonly string[], when: Date): Promise<IssueStory[]> {
  if (slugs.length === 0) return []
  const rows = await db
    .select(storyColumns)
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(inArray(publications.slug, [...slugs]), eq(publications.state, 'live'), lte(publications.publishedAt, when)),
    )
  const found = new Map(rows.map((row) => [row.slug, row]))
  return [...new Set(slugs)].flatMap((slug) => found.get(slug) ?? [])
}

/** Puts the stories into the issue in their order; those that were in it are taken out. `fixed`: with their words. */
export async function keepStories(
  tx: Writer,
  issueId: number,
  chosen: readonly IssueStory[],
  { fixed }: { fixed: boolean },
): Promise<void> {
  await tx.delete(newsletterStories).where(eq(newsletterStories.issueId, issueId))
  if (chosen.length === 0) return
  const rows = chosen.map(({ storyId, ...words }, position) => ({
    issueId,
    storyId,
    position,
    ...(fixed && words),
  }))
  await tx.insert(newsletterStories).values(rows).returning({ storyId: newsletterStories.storyId })
}

/** The stories of a draft as they are now; those that are not public any more are left out. */
export async function storiesOfDraft(db: Reader, issueId: number, when: Date): Promise<IssueStory[]> {
  return db
    .select(storyColumns)
    .from(newsletterStories)
    .innerJoin(publications, eq(publications.storyId, newsletterStories.storyId))
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(
      and(eq(newsletterStories.issueId, issueId), eq(publications.state, 'live'), lte(publications.publishedAt, when)),
    )
    .orderBy(asc(newsletterStories.position))
}

/**
 * The stories of an issue with the words that were fixed; null in the place of one that was taken down. Where the desk
 * hid words that a later edition took out, the story has its words of today.
 */
export async function storiesAsFixed(db: Reader, issueId: number): Promise<(IssueStory | null)[]> {
  const rows = await db
    .select({
      fixed: {
        storyId: newsletterStories.storyId,
        edition: newsletterStories.edition,
        slug: newsletterStories.slug,
        headline: newsletterStories.headline,
        standfirst: newsletterStories.standfirst,
        language: newsletterStories.language,
      },
      state: publications.state,
      today: storyColumns,
    })
    .from(newsletterStories)
    .innerJoin(publications, eq(publications.storyId, newsletterStories.storyId))
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(eq(newsletterStories.issueId, issueId))
    .orderBy(asc(newsletterStories.position))
  const hiddenUpTo = await hiddenEditions(
    db,
    rows.map(({ fixed }) => fixed.storyId),
  )
  return rows.map(({ fixed, state, today }) => {
    if (state !== 'live') return null
    return (hiddenUpTo.get(fixed.storyId) ?? 0) > fixed.edition ? today : fixed
  })
}

async function hiddenEditions(db: Reader, storyIds: number[]): Promise<Map<number, number>> {
  if (storyIds.length === 0) return new Map()
  const rows = await db
    .select({ storyId: editions.storyId, number: max(editions.number) })
    .from(hiddenWords)
    .innerJoin(editions, eq(editions.id, hiddenWords.editionId))
    .where(inArray(editions.storyId, storyIds))
    .groupBy(editions.storyId)
  return new Map(rows.map(({ storyId, number }) => [storyId, number ?? 0]))
}

const storyColumns = {
  storyId: publications.storyId,
  edition: editions.number,
  slug: publications.slug,
  headline: editions.headline,
  standfirst: editions.standfirst,
  language: editions.language,
}
