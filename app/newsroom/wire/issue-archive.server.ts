// The archive of the newsletter: issues that were sent, as they were sent, without what was taken down since.
import { and, desc, eq, gt, isNotNull, lt } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { newsletterIssues } from '#db/schema/newsletter.ts'
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

/** One issue that was sent, and its neighbours' numbers; null when there is none. A story that was taken down is null. */
export async function archivedIssue(
  db: Reader,
  number: number,
): Promise<
  | (ArchivedIssue & { intro: string; stories: (IssueStory | null)[]; earlier: number | null; later: number | null })
  | null
> {
  const [row] = await db
    .select({ ...columns, id: newsletterIssues.id, intro: newsletterIssues.intro })
    .from(newsletterIssues)
    .leftJoin(topics, eq(topics.id, newsletterIssues.topicId))
    .where(and(isSent, eq(newsletterIssues.number, number)))
  const [issue] = row ? archived(row) : []
  if (!row || !issue) return null
  const [earlier] = await db
    .select({ number: newsletterIssues.number })
    .from(newsletterIssues)
    .where(and(isSent, lt(newsletterIssues.number, number)))
    .orderBy(desc(newsletterIssues.number))
    .limit(1)
  const [later] = await db
    .select({ number: newsletterIssues.number })
    .from(newsletterIssues)
    .where(and(isSent, gt(newsletterIssues.number, number)))
    .orderBy(newsletterIssues.number)
    .limit(1)
  const stories = await storiesAsFixed(db, row.id)
  return { ...issue, intro: row.intro, stories, earlier: earlier?.number ?? null, later: later?.number ?? null }
}

const isSent = and(eq(newsletterIssues.state, 'sent'), isNotNull(newsletterIssues.number))

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
