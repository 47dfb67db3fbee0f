// Issues that the clock writes: when an admin wants them, and the work of the hour.
import { and, eq, ne } from 'drizzle-orm'
import { dateOnly, latestHour } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { isAdmin } from '#app/newsroom/people/admins.server.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { newsletterPlans } from '#db/schema/newsletter.ts'
import type { IssueDone } from './issue.ts'
import { type AudienceRow, readerCount } from './issue-audience.server.ts'
import type { IssueWords } from './issue-mail.ts'
import { queueIssue } from './issue-sending.server.ts'
import { newStories } from './issue-stories.server.ts'

const ONLY_ROW = 1
/** A slot that was missed for longer, because the house was closed, is left out. */
const LATE_HOURS = 6

/** `dailyHour` 0–23 or null for never; `weekly` with a day from 1 Monday to 7 Sunday. On the outlet's clocks. */
export type IssuePlan = { dailyHour: number | null; weekly: { day: number; hour: number } | null }

/** When the clock writes issues. Until somebody says otherwise: never. */
export async function planOf(db: Reader): Promise<IssuePlan> {
  const [row] = await db.select().from(newsletterPlans).where(eq(newsletterPlans.id, ONLY_ROW))
  return row ? planFrom(row) : { dailyHour: null, weekly: null }
}

/** Sets when the clock writes issues, from now on. */
export async function savePlan(db: Database, plan: IssuePlan, who: Person, when: Date): Promise<IssueDone> {
  return db.transaction(async (tx): Promise<IssueDone> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const set = {
      dailyHour: plan.dailyHour,
      weeklyDay: plan.weekly?.day ?? null,
      weeklyHour: plan.weekly?.hour ?? null,
      setAt: when,
    }
    await tx
      .insert(newsletterPlans)
      .values({ id: ONLY_ROW, ...set })
      .onConflictDoUpdate({ target: newsletterPlans.id, set })
      .returning({ id: newsletterPlans.id })
    await logAct(tx, { personId: who.id, byId: who.id, act: 'planned-newsletter' }, when)
    return { ok: true }
  })
}

/**
 * Writes the issues whose hour has come, once, however many processes ask: daily and of each topic, weekly. Nothing new
 * or nobody to read it is no issue. Gives how many were written.
 */
export async function writePlanned(
  db: Database,
  wordsIn: (language: string) => IssueWords,
  when: Date,
): Promise<number> {
  const [row] = await db.select().from(newsletterPlans).where(eq(newsletterPlans.id, ONLY_ROW))
  if (!row) return 0
  const outlet = await outletOf(db)
  const due = dueOf(planFrom(row), row.setAt, outlet.timeZone, when)
  let written = 0
  if (due.daily && due.daily !== row.dailyDone)
    written += await once(db, { dailyDone: due.daily }, (tx) => writeDaily(tx, outlet, wordsIn, when))
  if (due.weekly && due.weekly !== row.weeklyDone)
    written += await once(db, { weeklyDone: due.weekly }, async (tx) => {
      const subject = wordsIn(outlet.language).subjects.weekly(dateIn(outlet, when))
      return write(tx, { audience: 'weekly', topicId: null }, subject, when)
    })
  return written
}

type PlanRow = typeof newsletterPlans.$inferSelect

function planFrom({ dailyHour, weeklyDay, weeklyHour }: PlanRow): IssuePlan {
  return { dailyHour, weekly: weeklyDay === null || weeklyHour === null ? null : { day: weeklyDay, hour: weeklyHour } }
}

/** The days ("2026-11-24", on the outlet's calendar) whose hour has come lately, and after the plan was set. */
function dueOf({ dailyHour, weekly }: IssuePlan, setAt: Date, timeZone: string, when: Date) {
  const slot = (hour: number): string | null => {
    const { day, at } = latestHour(`${String(hour).padStart(2, '0')}:00`, when, timeZone)
    const late = when.getTime() - at.getTime() > LATE_HOURS * 3_600_000
    return late || at <= setAt ? null : day
  }
  const daily = dailyHour === null ? null : slot(dailyHour)
  const day = weekly && slot(weekly.hour)
  return { daily, weekly: day && weekday(day) === weekly?.day ? day : null }
}

// 1 Monday to 7 Sunday.
function weekday(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay() || 7
}

// Who marks the day writes its issues; the mark and the issues are one transaction.
function once(
  db: Database,
  mark: { dailyDone: string } | { weeklyDone: string },
  work: (tx: Writer) => Promise<number>,
): Promise<number> {
  return db.transaction(async (tx) => {
    const open =
      'dailyDone' in mark
        ? ne(newsletterPlans.dailyDone, mark.dailyDone)
        : ne(newsletterPlans.weeklyDone, mark.weeklyDone)
    const [mine] = await tx
      .update(newsletterPlans)
      .set(mark)
      .where(and(eq(newsletterPlans.id, ONLY_ROW), open))
      .returning({ id: newsletterPlans.id })
    return mine ? work(tx) : 0
  })
}

async function writeDaily(
  tx: Writer,
  outlet: OutletSettings,
  wordsIn: (language: string) => IssueWords,
  when: Date,
): Promise<number> {
  const { subjects } = wordsIn(outlet.language)
  const date = dateIn(outlet, when)
  let written = await write(tx, { audience: 'daily', topicId: null }, subjects.daily(date), when)
  for (const { id, name } of await runningTopics(tx))
    written += await write(tx, { audience: 'topic', topicId: id }, subjects.topic(name, date), when)
  return written
}

async function write(tx: Writer, row: AudienceRow, subject: string, when: Date): Promise<number> {
  if ((await readerCount(tx, row, when)) === 0) return 0
  const chosen = await newStories(tx, row, when)
  if (chosen.length === 0) return 0
  await queueIssue(tx, { ...row, subject }, chosen, when)
  return 1
}

function dateIn({ timeZone, language }: OutletSettings, when: Date): string {
  return dateOnly(when, timeZone, language)
}
