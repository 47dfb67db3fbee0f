// The archive of the newsletter: issues that were sent, as they were sent, without what was taken down since.
import { and, asc, desc, eq, gt, isNotNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { newsletterIssues, newsletterStories } from '#db/schema/newsletter.ts'
import { topics } from '#db/schema/topics.ts'
import type { IssueStory } from './issue.ts'
import { storiesAsFixed } from './issue-stories.server.ts'

const ON_A_PAGE = 50

/** An issue in the list; `topic` is the name of its topic, '' of others. */
export type ArchivedIssue = {
  number: number
  subject: string
  audience: 'daily' | 'weekly' | 'topic'
  topic: string
  language: string
  sentAt: Date
}

/** The issues that were sent, newest first, at most 50 below the number `before`. */
export async function archivedIssues(
  db: Reader,
  before: number | null,
): Promise<{ issues: ArchivedIssue[]; next: number | null }> {
  const rows = await archiveQuery(db, before, ON_A_PAGE + 1)
  const issues = rows.slice(0, ON_A_PAGE).flatMap(archived)
  return { issues, next: rows.length > ON_A_PAGE ? (issues.at(-1)?.number ?? null) : null }
}

/** The query behind it, for the test that reads its plan. */
export function archiveQuery(db: Reader, before: number | null, limit: number) {
  return db
    .select(columns)
    .from(newsletterIssues)
    .leftJoin(topics, eq(topics.id, newsletterIssues.topicId))
    .where(and(isSent, before === null ? undefined : lt(newsletterIssues.number, before)))
    .orderBy(desc(newsletterIssues.number))
    .limit(limit)
}

/** One issue that was sent; a story that was taken down is null. */
export type ArchivedIssueWhole = ArchivedIssue & {
  intro: string
  stories: (IssueStory | null)[]
  /** The numbers of its neighbours. */
  earlier: number | null
  later: number | null
}

/** The issue with this number, and the slugs of all its stories, whatever became of them; null when there is none. */
export async function archivedIssue(
  db: Reader,
  number: number,
): Promise<{ issue: ArchivedIssueWhole; slugs: string[] } | null> {
  const [row] = await db
    .select({ ...columns, id: newsletterIssues.id, intro: newsletterIssues.intro })
    .from(newsletterIssues)
    .leftJoin(topics, eq(topics.id, newsletterIssues.topicId))
    .where(and(isSent, eq(newsletterIssues.number, number)))
  const [issue] = row ? archived(row) : []
  if (!row || !issue) return null
  const fixed = await db
    .select({ slug: newsletterStories.slug })
    .from(newsletterStories)
    .where(eq(newsletterStories.issueId, row.id))
  const neighbours = {
    earlier: await nextNumber(db, lt(newsletterIssues.number, number), desc(newsletterIssues.number)),
    later: await nextNumber(db, gt(newsletterIssues.number, number), asc(newsletterIssues.number)),
  }
  return {
    issue: { ...issue, intro: row.intro, stories: await storiesAsFixed(db, row.id), ...neighbours },
    slugs: fixed.map(({ slug }) => slug),
  }
}

async function nextNumber(db: Reader, beyond: SQL, order: SQL): Promise<number | null> {
  const [row] = await db
    .select({ number: newsletterIssues.number })
    .from(newsletterIssues)
    .where(and(isSent, beyond))
    .orderBy(order)
    .limit(1)
  return row?.number ?? null
}

// Said so that the index on states is not taken, which would have to be sorted by number.
const isSent = and(sql`${newsletterIssues.state} || '' = 'sent'`, isNotNull(newsletterIssues.number))

const columns = {
  number: newsletterIssues.number,
  subject: newsletterIssues.subject,
  audience: newsletterIssues.audience,
  topic: topics.name,
  language: newsletterIssues.language,
  sentAt: newsletterIssues.queuedAt,
}

type Row = Awaited<ReturnType<typeof archiveQuery>>[number]

function archived({ number, topic, sentAt, subject, audience, language }: Row): ArchivedIssue[] {
  return number === null || sentAt === null ? [] : [{ number, subject, audience, topic: topic ?? '', language, sentAt }]
}
