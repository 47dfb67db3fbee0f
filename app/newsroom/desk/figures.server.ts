// Counts the desk log into tallies by week (the clock's work), and reads them back as figures.
import { and, asc, count, eq, gt, gte, inArray, lt, lte, sql, sum } from 'drizzle-orm'
import {
  BACKLOG_COUNTED,
  type Backlog,
  type Figures,
  type LogFact,
  type Measure,
  type Period,
  periods,
  summaryOf,
  type Tally,
  talliesOf,
  weekOf,
  weeksFrom,
} from '#app/newsroom/desk/figures.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { figureMarks, figureTallies } from '#db/schema/figures.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { type StoryState, stories } from '#db/schema/story.ts'

const BATCH = 500
const ONLY_ROW = 1
const USUAL_HOURS = 48
// Of two transactions at once the one with the lower number may commit last; so long it is waited for.
const SETTLED_AFTER_MS = 15_000

/**
 * Counts what was added to the desk log since the last time, at most `most` rows, in short transactions. Each row is
 * counted once, whoever runs it and however often. Returns how many rows it counted.
 */
export async function countFigures(db: Database, when: Date, most = 2000): Promise<number> {
  let counted = 0
  while (counted < most) {
    const rows = await countBatch(db, Math.min(BATCH, most - counted), when)
    counted += rows
    if (rows < BATCH) break
  }
  return counted
}

async function countBatch(db: Database, limit: number, when: Date): Promise<number> {
  const settled = new Date(when.getTime() - SETTLED_AFTER_MS)
  const [next] = await db
    .select({ id: deskLog.id })
    .from(deskLog)
    .where(gt(deskLog.id, await markOf(db)))
    .limit(1)
  if (!next) return 0 // the usual time: no write lock for nothing
  return db.transaction(async (tx) => {
    const mark = await markOf(tx)
    const rows = await tx
      .select({ id: deskLog.id, storyId: deskLog.storyId, at: deskLog.at })
      .from(deskLog)
      .where(gt(deskLog.id, mark))
      .orderBy(asc(deskLog.id))
      .limit(limit)
    const fresh = rows.findIndex((row) => row.at > settled)
    const batch = fresh < 0 ? rows : rows.slice(0, fresh)
    const last = batch.at(-1)
    if (!last) return 0
    await addTallies(tx, await talliesBetween(tx, new Set(batch.map((row) => row.storyId)), mark, last.id))
    await tx
      .insert(figureMarks)
      .values({ id: ONLY_ROW, logId: last.id, countedAt: when })
      .onConflictDoUpdate({ target: figureMarks.id, set: { logId: last.id, countedAt: when } })
      .returning({ id: figureMarks.id })
    return batch.length
  })
}

async function markOf(db: Reader): Promise<number> {
  const [mark] = await db.select().from(figureMarks).where(eq(figureMarks.id, ONLY_ROW))
  return mark?.logId ?? 0
}

type Filed = Tally & { sectionId: number | null }

// A story's log is walked from its beginning, because what a row counts depends on the rows before it.
async function talliesBetween(
  tx: Reader,
  storyIds: ReadonlySet<number>,
  after: number,
  upTo: number,
): Promise<Filed[]> {
  const ids = [...storyIds]
  const [facts, log] = await Promise.all([
    tx
      .select({
        id: stories.id,
        ownerId: stories.ownerId,
        sectionId: stories.sectionId,
        hours: sections.answerWithinHours,
      })
      .from(stories)
      .leftJoin(sections, eq(sections.id, stories.sectionId))
      .where(inArray(stories.id, ids)),
    tx
      .select({
        storyId: deskLog.storyId,
        id: deskLog.id,
        move: deskLog.move,
        to: deskLog.toState,
        byId: deskLog.byId,
        at: deskLog.at,
        told: deskLog.told,
      })
      .from(deskLog)
      .where(and(inArray(deskLog.storyId, ids), lte(deskLog.id, upTo)))
      .orderBy(asc(deskLog.id)),
  ])
  const byStory = new Map<number, LogFact[]>()
  for (const { storyId, ...row } of log) byStory.set(storyId, [...(byStory.get(storyId) ?? []), row])
  return facts.flatMap(({ id, ownerId, sectionId, hours }) =>
    talliesOf(byStory.get(id) ?? [], { ownerId, answerWithinHours: hours ?? USUAL_HOURS })
      .filter(({ logId }) => logId > after)
      .map((tally) => ({ ...tally, sectionId })),
  )
}

async function addTallies(tx: Writer, tallies: readonly Filed[]): Promise<void> {
  const sums = new Map<string, typeof figureTallies.$inferInsert>()
  for (const { week, measure, bucket, n, by, sectionId } of tallies)
    for (const scope of scopesOf(sectionId, by)) {
      const key = `${week.getTime()} ${scope} ${measure} ${bucket}`
      const before = sums.get(key)
      sums.set(key, { week, scope, measure, bucket, n: (before?.n ?? 0) + n })
    }
  const rows = [...sums.values()].filter((row) => row.n !== 0)
  if (rows.length === 0) return
  for (let from = 0; from < rows.length; from += 200)
    await tx
      .insert(figureTallies)
      .values(rows.slice(from, from + 200))
      .onConflictDoUpdate({
        target: [figureTallies.week, figureTallies.scope, figureTallies.measure, figureTallies.bucket],
        set: { n: sql`${figureTallies.n} + excluded.n` },
      })
      .returning({ n: figureTallies.n })
}

function scopesOf(sectionId: number | null, by: number | null): string[] {
  return ['all', ...(sectionId === null ? [] : [sectionScope(sectionId)]), ...(by === null ? [] : [editorScope(by)])]
}

const sectionScope = (id: number) => `section:${id}`
const editorScope = (id: number) => `editor:${id}`

/**
 * The figures of the last 4, 13 or 52 weeks, this one included. Everybody of the desk sees every section and
 * themselves; an admin sees everybody.
 */
export async function figuresOf(db: Reader, period: Period, who: Person, when: Date): Promise<Figures> {
  const from = weeksFrom(weekOf(when), 1 - periods[period])
  const [byWeek, byScope, all, desk, waiting, [mark]] = await Promise.all([
    weeklyCounts(db, from),
    scopeCounts(db, from, who),
    db
      .select({ id: sections.id, name: sections.name })
      .from(sections)
      .orderBy(asc(sections.position), asc(sections.id))
      .limit(200),
    deskPeople(db, who),
    backlogBySection(db, when),
    db.select({ at: figureMarks.countedAt }).from(figureMarks).where(eq(figureMarks.id, ONLY_ROW)),
  ])
  const of = (scope: string) => summaryOf(byScope.get(scope) ?? new Map())
  const none = { waiting: 0, lateNow: 0 }
  return {
    from: from.toISOString(),
    countedAt: mark?.at.toISOString() ?? null,
    weeks: Array.from({ length: periods[period] }, (_, i) => {
      const week = weeksFrom(from, i)
      const n = (measure: Measure) => byWeek.get(`${week.getTime()} ${measure}`) ?? 0
      return {
        week: week.toISOString(),
        intake: n('intake'),
        spam: n('spam'),
        answered: n('answer'),
        late: n('late'),
        accepted: n('accepted'),
        declined: n('declined'),
        rejected: n('rejected'),
      }
    }),
    all: { ...of('all'), ...(waiting.get(null) ?? none) },
    sections: all.map(({ id, name }) => ({ name, ...of(sectionScope(id)), ...(waiting.get(id) ?? none) })),
    people: desk.map(({ id, name }) => ({ name, me: id === who.id, ...of(editorScope(id)) })),
  }
}

async function weeklyCounts(db: Reader, from: Date): Promise<Map<string, number>> {
  const rows = await db
    .select({ week: figureTallies.week, measure: figureTallies.measure, n: sum(figureTallies.n).mapWith(Number) })
    .from(figureTallies)
    .where(and(eq(figureTallies.scope, 'all'), gte(figureTallies.week, from)))
    .groupBy(figureTallies.week, figureTallies.measure)
  return new Map(rows.map(({ week, measure, n }) => [`${week.getTime()} ${measure}`, n]))
}

type Counts = Map<string, Map<Measure, Map<number, number>>>

async function scopeCounts(db: Reader, from: Date, who: Person): Promise<Counts> {
  const { scope, measure, bucket, week, n } = figureTallies
  const mine = editorScope(who.id)
  // An editor's page never reads another editor's numbers.
  const visible = who.role === 'admin' ? undefined : sql`(${scope} not like 'editor:%' or ${scope} = ${mine})`
  const rows = await db
    .select({ scope, measure, bucket, n: sum(n).mapWith(Number) })
    .from(figureTallies)
    .where(and(gte(week, from), visible))
    .groupBy(scope, measure, bucket)
  const counts: Counts = new Map()
  for (const row of rows) {
    const ofScope = counts.get(row.scope) ?? new Map<Measure, Map<number, number>>()
    const key = row.measure as Measure
    const ofMeasure = ofScope.get(key) ?? new Map<number, number>()
    ofMeasure.set(row.bucket, row.n)
    counts.set(row.scope, ofScope.set(key, ofMeasure))
  }
  return counts
}

async function deskPeople(db: Reader, who: Person): Promise<{ id: number; name: string }[]> {
  const desk = inArray(people.role, ['editor', 'admin'])
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(who.role === 'admin' ? desk : and(desk, eq(people.id, who.id)))
    .orderBy(asc(people.id))
    .limit(200)
}

const WAITING: readonly StoryState[] = ['submitted', 'in_review']

/** What waits, by section and (null) altogether. Counting stops at BACKLOG_COUNTED for each state. */
async function backlogBySection(db: Reader, when: Date): Promise<Map<number | null, Backlog>> {
  const found = new Map<number | null, Backlog>([[null, { waiting: 0, lateNow: 0 }]])
  const add = (sectionId: number | null, what: keyof Backlog, n: number) => {
    const before = found.get(sectionId) ?? { waiting: 0, lateNow: 0 }
    found.set(sectionId, { ...before, [what]: before[what] + n })
  }
  for (const state of WAITING)
    for (const what of ['waiting', 'lateNow'] as const) {
      const some = db
        .select({ sectionId: stories.sectionId })
        .from(stories)
        .where(and(eq(stories.state, state), what === 'lateNow' ? lt(stories.answerBy, when) : undefined))
        .limit(BACKLOG_COUNTED)
        .as('some')
      const rows = await db.select({ sectionId: some.sectionId, n: count() }).from(some).groupBy(some.sectionId)
      for (const { sectionId, n } of rows) {
        add(null, what, n)
        if (sectionId !== null) add(sectionId, what, n)
      }
    }
  return found
}
