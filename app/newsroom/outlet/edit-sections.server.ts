// An admin changes the sections: adds, renames, orders, sets their clock and rules, deletes those that never held a story.

import { and, asc, count, eq, ne } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { isAdmin } from '#app/newsroom/people/admins.server.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { pitches } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { publications } from '#db/schema/press.ts'
import { openCalls, stories } from '#db/schema/story.ts'

/** A section with everything an admin sets; `checklist` holds keys of newsroom/desk/verification.ts. */
export type SectionRules = {
  slug: string
  name: string
  description: string
  position: number
  answerWithinHours: number
  approvals: number
  fourEyes: boolean
  silenceAgrees: boolean
  checklist: string[]
}

export const mostSections = 100

export type SectionRefusal =
  | 'not-allowed'
  | 'not-found'
  | 'slug-taken'
  | 'slug-fixed'
  | 'name-taken'
  | 'has-stories'
  | 'too-many'
export type SectionSaved = { ok: true; slug: string } | { ok: false; because: SectionRefusal }

/** Every section with its rules, in order. */
export async function sectionRules(db: Reader): Promise<SectionRules[]> {
  return db.select(columns).from(sections).orderBy(asc(sections.position), asc(sections.id)).limit(mostSections)
}

/** One section for its form; null when there is none. `fixed`: its address stays, `used`: it cannot be deleted. */
export async function sectionToEdit(
  db: Reader,
  slug: string,
): Promise<{ section: SectionRules; fixed: boolean; used: boolean } | null> {
  const [row] = await db.select().from(sections).where(eq(sections.slug, slug))
  if (!row) return null
  const { id, ...section } = row
  const [fixed, used] = await Promise.all([hasPrinted(db, id), isUsed(db, id)])
  return { section, fixed, used: used || fixed }
}

/** Adds a section (`before` null) or changes the one with this address. Readers see it at once; the log says who did it. */
export async function saveSection(
  db: Database,
  before: string | null,
  rules: SectionRules,
  who: Person,
  when: Date,
): Promise<SectionSaved> {
  return db.transaction(async (tx): Promise<SectionSaved> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [old] = before === null ? [] : await tx.select().from(sections).where(eq(sections.slug, before))
    if (before !== null && !old) return { ok: false, because: 'not-found' }
    if (await another(tx, eq(sections.slug, rules.slug), old?.id)) return { ok: false, because: 'slug-taken' }
    if (await another(tx, eq(sections.name, rules.name), old?.id)) return { ok: false, because: 'name-taken' }
    if (old && old.slug !== rules.slug && (await hasPrinted(tx, old.id))) return { ok: false, because: 'slug-fixed' }
    if (old) await tx.update(sections).set(rules).where(eq(sections.id, old.id)).returning({ id: sections.id })
    else {
      const [all] = await tx.select({ n: count() }).from(sections)
      if ((all?.n ?? 0) >= mostSections) return { ok: false, because: 'too-many' }
      await tx.insert(sections).values(rules).returning({ id: sections.id })
    }
    await writeDown(tx, rules.name, who, when)
    return { ok: true, slug: rules.slug }
  })
}

/** Deletes a section that no story, pitch, call or edition names. */
export async function deleteSection(db: Database, slug: string, who: Person, when: Date): Promise<SectionSaved> {
  return db.transaction(async (tx): Promise<SectionSaved> => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const [row] = await tx.select().from(sections).where(eq(sections.slug, slug))
    if (!row) return { ok: false, because: 'not-found' }
    if ((await isUsed(tx, row.id)) || (await hasPrinted(tx, row.id))) return { ok: false, because: 'has-stories' }
    await tx.delete(sections).where(eq(sections.id, row.id)).returning({ id: sections.id })
    await writeDown(tx, row.name, who, when)
    return { ok: true, slug }
  })
}

const columns = {
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  position: sections.position,
  answerWithinHours: sections.answerWithinHours,
  approvals: sections.approvals,
  fourEyes: sections.fourEyes,
  silenceAgrees: sections.silenceAgrees,
  checklist: sections.checklist,
}

async function writeDown(tx: Writer, name: string, who: Person, when: Date) {
  await paperChanged(tx, [paperKeys.whole], when)
  await logAct(tx, { personId: who.id, byId: who.id, act: 'changed-section', reason: name }, when)
}

async function another(tx: Reader, same: ReturnType<typeof eq>, exceptId: number | undefined): Promise<boolean> {
  const found = await tx
    .select({ id: sections.id })
    .from(sections)
    .where(and(same, exceptId === undefined ? undefined : ne(sections.id, exceptId)))
    .limit(1)
  return found.length > 0
}

async function hasPrinted(db: Reader, sectionId: number): Promise<boolean> {
  const found = await db
    .select({ id: publications.storyId })
    .from(publications)
    .where(eq(publications.sectionId, sectionId))
    .limit(1)
  return found.length > 0
}

async function isUsed(db: Reader, sectionId: number): Promise<boolean> {
  const found = await Promise.all([
    db.select({ id: stories.id }).from(stories).where(eq(stories.sectionId, sectionId)).limit(1),
    db.select({ id: pitches.id }).from(pitches).where(eq(pitches.sectionId, sectionId)).limit(1),
    db.select({ id: openCalls.id }).from(openCalls).where(eq(openCalls.sectionId, sectionId)).limit(1),
  ])
  return found.some((rows) => rows.length > 0)
}
