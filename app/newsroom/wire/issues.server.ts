// Writing an issue of the newsletter: begun with what is new, changed while it is a draft, thrown away, tried out, listed.
import { and, count, desc, eq, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { isAdmin } from '#app/newsroom/people/admins.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterLetters } from '#db/schema/newsletter.ts'
import { topics } from '#db/schema/topics.ts'
import {
  type Audience,
  type IssueCounts,
  type IssueDone,
  type IssueRefusal,
  type IssueStory,
  type IssueView,
  LONGEST_INTRO,
  LONGEST_SUBJECT,
  MOST_STORIES,
} from './issue.ts'
import { audienceRow } from './issue-audience.server.ts'
import { keepStories, newStories, storiesAsFixed, storiesBySlug, storiesOfDraft } from './issue-stories.server.ts'

const ON_A_PAGE = 25
const MOST_DRAFTS = 100

/** What an admin types. `stories` are slugs in their order; those that are not public are left out. */
export type IssueInput = { audience: Audience; subject: string; intro: string; stories: readonly string[] }

/** Begins a draft for an audience, with what is new for it. Gives its public id. */
export async function startIssue(
  db: Database,
  audience: Audience,
  who: Person,
  when: Date,
): Promise<{ ok: true; issue: string } | { ok: false; because: IssueRefusal }> {
  return db.transaction(async (tx) => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const row = await audienceRow(tx, audience)
    if (!row) return { ok: false, because: 'no-topic' }
    const [drafts] = await tx.select({ n: count() }).from(newsletterIssues).where(eq(newsletterIssues.state, 'draft'))
    if ((drafts?.n ?? 0) >= MOST_DRAFTS) return { ok: false, because: 'too-many' }
    const issue = newPublicId()
    const [made] = await tx
      .insert(newsletterIssues)
      .values({
        publicId: issue,
        ...row,
        state: 'draft',
        subject: '',
        intro: '',
        writtenById: who.id,
        createdAt: when,
      })
      .returning({ id: newsletterIssues.id })
    await keepStories(tx, made?.id ?? 0, await newStories(tx, row, when), { fixed: false })
    return { ok: true, issue }
  })
}

/** Keeps what was typed. `version` is the one the form was made from; another has been kept since: `changed`. */
export async function saveIssue(
  db: Database,
  { issue, version, ...input }: IssueInput & { issue: string; version: number },
  who: Person,
  when: Date,
): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const row = await audienceRow(tx, input.audience)
    if (!row) return { ok: false, because: 'no-topic' }
    const chosen = await storiesBySlug(tx, input.stories, when)
    if (chosen.length > MOST_STORIES) return { ok: false, because: 'too-many' }
    const typed = {
      subject: cleanText(input.subject).replace(/\s+/g, ' ').trim().slice(0, LONGEST_SUBJECT),
      intro: cleanText(input.intro).trim().slice(0, LONGEST_INTRO),
    }
    const changed = await changeDraft(tx, issue, version, { ...row, ...typed })
    if (!changed.ok) return changed
    await keepStories(tx, changed.id, chosen, { fixed: false })
    return { ok: true }
  })
}

/** The stories that are new for the audience of this draft, as slugs; for the button that takes them. */
export async function newFor(db: Reader, audience: Audience, when: Date): Promise<string[]> {
  const row = await audienceRow(db, audience)
  return row ? (await newStories(db, row, when)).map(({ slug }) => slug) : []
}

/** Throws a draft away. */
export async function discardIssue(db: Database, issue: string, who: Person): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const gone = await tx
      .delete(newsletterIssues)
      .where(and(eq(newsletterIssues.publicId, issue), eq(newsletterIssues.state, 'draft')))
      .returning({ id: newsletterIssues.id })
    return gone.length > 0 ? { ok: true } : { ok: false, because: 'already-sent' }
  })
}

/** Sends the draft as it is kept to the admin who asks, and to nobody else. One at a time. */
export async function testIssue(db: Database, issue: string, who: Person, when: Date): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [row] = await tx.select().from(newsletterIssues).where(eq(newsletterIssues.publicId, issue))
    if (!row) return { ok: false, because: 'not-found' }
    if (row.state !== 'draft') return { ok: false, because: 'already-sent' }
    if ((await storiesOfDraft(tx, row.id, when)).length === 0) return { ok: false, because: 'no-story' }
    const mine = and(eq(newsletterLetters.testForId, who.id), isNotNull(newsletterLetters.testForId))
    const [waiting] = await tx
      .select({ id: newsletterLetters.id })
      .from(newsletterLetters)
      .where(and(mine, inArray(newsletterLetters.state, ['waiting', 'sending'])))
      .limit(1)
    if (waiting) return { ok: false, because: 'not-now' }
    await tx.delete(newsletterLetters).where(mine)
    await tx
      .insert(newsletterLetters)
      .values({
        issueId: row.id,
        testForId: who.id,
        key: `newsletter-test-${newPublicId()}`,
        state: 'waiting',
        notBefore: when,
      })
      .returning({ id: newsletterLetters.id })
    return { ok: true }
  })
}

/** Changes a draft if it is one and has this version. */
export async function changeDraft(
  tx: Writer,
  issue: string,
  version: number,
  change: Partial<typeof newsletterIssues.$inferInsert>,
): Promise<{ ok: true; id: number } | { ok: false; because: IssueRefusal }> {
  const mine = eq(newsletterIssues.publicId, issue)
  const [changed] = await tx
    .update(newsletterIssues)
    .set({ ...change, version: version + 1 })
    .where(and(mine, eq(newsletterIssues.state, 'draft'), eq(newsletterIssues.version, version)))
    .returning({ id: newsletterIssues.id })
  if (changed) return { ok: true, id: changed.id }
  const [row] = await tx.select({ state: newsletterIssues.state }).from(newsletterIssues).where(mine)
  if (!row) return { ok: false, because: 'not-found' }
  return { ok: false, because: row.state === 'draft' ? 'changed' : 'already-sent' }
}

// --- Looking ---

/** The newest issues, at most 25; `before` is the id of the last one of the page before. */
export async function issuesPage(
  db: Reader,
  before: number | null,
): Promise<{ issues: IssueView[]; next: number | null }> {
  const rows = await db
    .select({ issue: newsletterIssues, slug: topics.slug, topicName: topics.name })
    .from(newsletterIssues)
    .leftJoin(topics, eq(topics.id, newsletterIssues.topicId))
    .where(before === null ? undefined : lt(newsletterIssues.id, before))
    .orderBy(desc(newsletterIssues.id))
    .limit(ON_A_PAGE + 1)
  const shown = rows.slice(0, ON_A_PAGE)
  const counted = await countsOf(
    db,
    shown.filter(({ issue }) => issue.finishedAt === null).map(({ issue }) => issue.id),
  )
  const issues = shown.map((row) => viewOf(row, counted.get(row.issue.id)))
  return { issues, next: rows.length > ON_A_PAGE ? (shown.at(-1)?.issue.id ?? null) : null }
}

/** One issue with its stories: of a draft as they are now, else as they were fixed, null where one was taken down. */
export async function issueOf(
  db: Reader,
  publicId: string,
  when: Date,
): Promise<{ view: IssueView; stories: (IssueStory | null)[] } | null> {
  const [row] = await db
    .select({ issue: newsletterIssues, slug: topics.slug, topicName: topics.name })
    .from(newsletterIssues)
    .leftJoin(topics, eq(topics.id, newsletterIssues.topicId))
    .where(eq(newsletterIssues.publicId, publicId))
  if (!row) return null
  const { id, state, finishedAt } = row.issue
  const counted = finishedAt === null ? await countsOf(db, [id]) : new Map<number, IssueCounts>()
  const stories = state === 'draft' ? await storiesOfDraft(db, id, when) : await storiesAsFixed(db, id)
  return { view: viewOf(row, counted.get(id)), stories }
}

/** What an issue is made of, for its letter: the words around the stories and who signs. */
export async function issueWords(db: Reader, view: Pick<IssueView, 'issue' | 'state'>) {
  const [row] = await db.select().from(newsletterIssues).where(eq(newsletterIssues.publicId, view.issue))
  const { language, name } = await outletOf(db)
  return {
    subject: row?.subject ?? '',
    intro: row?.intro ?? '',
    language: row?.language || language,
    outletName: row?.outletName || name,
  }
}

/** What became of the test an admin last asked for; null when there was none lately. */
export async function lastTest(
  db: Reader,
  issue: string,
  who: Person,
): Promise<{ state: string; error: string } | null> {
  const [row] = await db
    .select({ state: newsletterLetters.state, error: newsletterLetters.lastError })
    .from(newsletterLetters)
    .innerJoin(newsletterIssues, eq(newsletterIssues.id, newsletterLetters.issueId))
    .where(
      and(
        eq(newsletterIssues.publicId, issue),
        eq(newsletterLetters.testForId, who.id),
        isNotNull(newsletterLetters.testForId),
      ),
    )
    .orderBy(desc(newsletterLetters.id))
    .limit(1)
  return row ?? null
}

/** Counts the letters of these issues by what became of them; tests are not counted. */
export async function countsOf(db: Reader, issueIds: readonly number[]): Promise<Map<number, IssueCounts>> {
  const counts = new Map(issueIds.map((id) => [id, { ...noLetters }]))
  if (issueIds.length === 0) return counts
  const rows = await db
    .select({ issueId: newsletterLetters.issueId, state: newsletterLetters.state, n: count() })
    .from(newsletterLetters)
    .where(and(inArray(newsletterLetters.issueId, [...issueIds]), isNull(newsletterLetters.testForId)))
    .groupBy(newsletterLetters.issueId, newsletterLetters.state)
  for (const { issueId, state, n } of rows) {
    const mine = counts.get(issueId)
    if (mine) mine[state === 'sending' ? 'waiting' : state] += n
  }
  return counts
}

const noLetters: IssueCounts = { waiting: 0, sent: 0, failed: 0, bounced: 0, skipped: 0, unsure: 0 }

type Row = { issue: typeof newsletterIssues.$inferSelect; slug: string | null; topicName: string | null }

function viewOf({ issue, slug, topicName }: Row, counted: IssueCounts | undefined): IssueView {
  const { publicId, number, state, audience, subject, intro, version, createdAt, queuedAt, pausedUntil } = issue
  const kept = {
    waiting: 0,
    sent: issue.sentCount,
    failed: issue.failedCount,
    bounced: issue.bouncedCount,
    skipped: issue.skippedCount,
    unsure: issue.unsureCount,
  }
  return {
    issue: publicId,
    number,
    state,
    subject,
    intro,
    version,
    createdAt: createdAt.toISOString(),
    queuedAt: queuedAt?.toISOString() ?? null,
    audience: audience === 'topic' ? { topic: slug ?? '' } : audience,
    topicName: topicName ?? '',
    byClock: issue.writtenById === null,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    lastError: issue.lastError,
    counts: counted ?? kept,
  }
}
