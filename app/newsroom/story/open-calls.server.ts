// Open calls: what the desk is looking for. Editors make and close them; stories and pitches may answer one.
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, or } from 'drizzle-orm'
import { instantIn } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { type PaperNews, paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { CallFault, CallFaultCode, CallInList, CallInput, OpenCall } from '#app/newsroom/story/call.ts'
import { cleanLine, cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { slugOf } from '#app/newsroom/story/slug.ts'
import { topicIdsOf } from '#app/newsroom/topics/topics.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { sections } from '#db/schema/outlet.ts'
import { openCalls, stories } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

const LONGEST_TITLE = 120
const LONGEST_TEXT = 2000
const CALLS_SHOWN = 20
const CALLS_LISTED = 200

/** The calls that are open at this instant, newest first. */
export async function openCallsNow(db: Reader, when: Date): Promise<OpenCall[]> {
  const rows = await selectCalls(db)
    .where(and(isNull(openCalls.closedAt), or(isNull(openCalls.closesAt), gt(openCalls.closesAt, when))))
    .orderBy(desc(openCalls.id))
    .limit(CALLS_SHOWN)
  return rows.map(callOf)
}

/** Every call, the open ones first, with how many stories answer it. */
export async function callList(db: Reader, when: Date): Promise<CallInList[]> {
  const [rows, answered] = await Promise.all([
    selectCalls(db).orderBy(desc(openCalls.id)).limit(CALLS_LISTED),
    db
      .select({ callId: stories.callId, n: count() })
      .from(stories)
      .where(isNotNull(stories.callId))
      .groupBy(stories.callId),
  ])
  const counts = new Map(answered.map(({ callId, n }) => [callId, n]))
  return rows
    .map((row) => ({ ...callOf(row), isOpen: isOpen(row.call, when), stories: counts.get(row.call.id) ?? 0 }))
    .sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
}

/** The call with this slug, open or not; null when there is none. */
export async function callBySlug(db: Reader, slug: string): Promise<OpenCall | null> {
  const [row] = await selectCalls(db).where(eq(openCalls.slug, slug))
  return row ? callOf(row) : null
}

/** Slug and title of the call with this number, for a story or pitch that answers it. */
export async function slugOfCall(db: Reader, id: number | null): Promise<ChosenCall | null> {
  if (id === null) return null
  const [call] = await db.select(chosenColumns).from(openCalls).where(eq(openCalls.id, id))
  return call ?? null
}

/** The call with this slug while it can be answered; null when it has closed or never was. */
export async function callForDraft(db: Reader, slug: string, when: Date): Promise<ChosenCall | null> {
  const [call] = await db
    .select(chosenColumns)
    .from(openCalls)
    .where(
      and(
        eq(openCalls.slug, slug),
        isNull(openCalls.closedAt),
        or(isNull(openCalls.closesAt), gt(openCalls.closesAt, when)),
      ),
    )
  return call ?? null
}

export type CallMade = { ok: true; slug: string } | { ok: false; because: 'not-allowed' } | CallFaulty
type CallFaulty = { ok: false; because: 'faults'; faults: CallFault[] }

/** Makes a call; editors and admins may. It is public from now on. */
export async function makeCall(
  db: Database,
  input: CallInput,
  who: Person,
  when: Date,
  press: PaperNews,
): Promise<CallMade> {
  if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
  const made = await db.transaction(async (tx): Promise<CallMade> => {
    const read = await readInput(tx, input, when)
    if (read.faults.length) return { ok: false, because: 'faults', faults: read.faults }
    const { title, text, sectionId, topicId, closesAt } = read
    const slug = await freeSlug(tx, title)
    await tx
      .insert(openCalls)
      .values({ slug, title, text, sectionId, topicId, closesAt, createdById: who.id, createdAt: when })
      .returning({ id: openCalls.id })
    await paperChanged(tx, [paperKeys.calls], when)
    return { ok: true, slug }
  })
  if (made.ok) await press.afterwards()
  return made
}

/** Closes a call now. Closing one that has closed is no mistake; `not-found` when there never was one. */
export async function closeCall(
  db: Database,
  slug: string,
  who: Person,
  when: Date,
  press: PaperNews,
): Promise<{ ok: true } | { ok: false; because: 'not-allowed' | 'not-found' }> {
  if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
  const [known] = await db.select({ id: openCalls.id }).from(openCalls).where(eq(openCalls.slug, slug))
  if (!known) return { ok: false, because: 'not-found' }
  await db.transaction(async (tx) => {
    await tx
      .update(openCalls)
      .set({ closedAt: when })
      .where(and(eq(openCalls.slug, slug), isNull(openCalls.closedAt)))
      .returning({ id: openCalls.id })
    await paperChanged(tx, [paperKeys.calls], when)
  })
  await press.afterwards()
  return { ok: true }
}

/** Closes the calls whose time has come, so that pages kept in memory lose them. Says how many. */
export async function closeDueCalls(db: Database, when: Date, press: PaperNews): Promise<number> {
  const due = and(isNull(openCalls.closedAt), lte(openCalls.closesAt, when))
  const [any] = await db.select({ id: openCalls.id }).from(openCalls).where(due).orderBy(asc(openCalls.id)).limit(1)
  if (!any) return 0
  const closed = await db.transaction(async (tx) => {
    await paperChanged(tx, [paperKeys.calls], when)
    return tx.update(openCalls).set({ closedAt: when }).where(due).returning({ id: openCalls.id })
  })
  await press.afterwards()
  return closed.length
}

export type ChosenCall = {
  id: number
  slug: string
  title: string
  sectionId: number | null
  topicId: number | null
}

const chosenColumns = {
  id: openCalls.id,
  slug: openCalls.slug,
  title: openCalls.title,
  sectionId: openCalls.sectionId,
  topicId: openCalls.topicId,
}

function selectCalls(db: Reader) {
  return db
    .select({
      call: openCalls,
      section: { slug: sections.slug, name: sections.name },
      topic: { slug: topics.slug, name: topics.name },
    })
    .from(openCalls)
    .leftJoin(sections, eq(sections.id, openCalls.sectionId))
    .leftJoin(topics, eq(topics.id, openCalls.topicId))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof selectCalls>>[number]

function callOf({ call, section, topic }: Row): OpenCall {
  const { id, slug, title, text, closesAt, closedAt, createdAt } = call
  const iso = (at: Date | null) => at?.toISOString() ?? null
  return {
    id,
    slug,
    title,
    text,
    section,
    topic,
    closesAt: iso(closesAt),
    closedAt: iso(closedAt),
    createdAt: createdAt.toISOString(),
  }
}

function isOpen({ closedAt, closesAt }: Row['call'], when: Date): boolean {
  return closedAt === null && (closesAt === null || closesAt > when)
}

async function readInput(tx: Writer, input: CallInput, when: Date) {
  const title = cleanLine(input.title)
  const text = cleanText(input.text).trim()
  const [section] = input.section
    ? await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, input.section))
    : []
  const [topicId] = await topicIdsOf(tx, input.topic ? [input.topic] : [])
  const { timeZone } = await outletOf(tx)
  const closesAt = /^\d{4}-\d{2}-\d{2}$/.test(input.until) ? instantIn(timeZone, `${input.until}T23:59:59`) : null
  const faults: CallFault[] = []
  const fault = (field: CallFault['field'], code: CallFaultCode) => faults.push({ field, code })
  if (!title) fault('title', 'call-no-title')
  else if (title.length > LONGEST_TITLE) fault('title', 'call-title-long')
  if (!text) fault('text', 'call-no-text')
  else if (text.length > LONGEST_TEXT) fault('text', 'call-text-long')
  if (input.section && !section) fault('section', 'call-no-section')
  if (input.topic && topicId === undefined) fault('topic', 'call-no-topic')
  if (input.until && !closesAt) fault('until', 'call-no-time')
  else if (closesAt && closesAt <= when) fault('until', 'call-time-past')
  return { title, text, sectionId: section?.id ?? null, topicId: topicId ?? null, closesAt, faults }
}

async function freeSlug(tx: Writer, title: string): Promise<string> {
  const base = slugOf(title)
  const [taken] = base ? await tx.select({ id: openCalls.id }).from(openCalls).where(eq(openCalls.slug, base)) : []
  return base && !taken ? base : [base, newPublicId().slice(0, 6)].filter(Boolean).join('-')
}
