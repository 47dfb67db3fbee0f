// Reads and writes the outlet's own rows: its settings and its sections.

import { asc, eq } from 'drizzle-orm'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { isAdmin } from '#app/newsroom/people/admins.server.ts'
import { logAct } from '#app/newsroom/people/people-log.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { outlets, sections } from '#db/schema/outlet.ts'
import { untilWritten } from '#db/until-written.ts'
import { keepPolicyVersions } from './policies.server.ts'
import { newOutlet, type OutletSettings, outletSettings } from './settings.ts'

const ONLY_ROW = 1

export type Section = { id: number; slug: string; name: string; description: string; answerWithinHours: number }

/** The outlet's settings, with defaults for what is not set. Settings that cannot be read count as not set. */
export function outletOf(db: Reader): Promise<OutletSettings> {
  return untilWritten(db, readOutlet)
}

async function readOutlet(db: Reader): Promise<OutletSettings> {
  const [row] = await db.select({ settings: outlets.settings }).from(outlets).where(eq(outlets.id, ONLY_ROW))
  if (!row) return newOutlet
  const parsed = outletSettings.safeParse(row.settings)
  return parsed.success ? parsed.data : newOutlet
}

/** The sections in their order; `answerWithinHours` is the promise a sent story gets. */
export function sectionsOf(db: Reader): Promise<Section[]> {
  return untilWritten(db, readSections)
}

async function readSections(db: Reader): Promise<Section[]> {
  return db.select(sectionColumns).from(sections).orderBy(asc(sections.position), asc(sections.id))
}

/** One section, or null when no section has this slug. */
export async function sectionBySlug(db: Reader, slug: string): Promise<Section | null> {
  const [section] = await db.select(sectionColumns).from(sections).where(eq(sections.slug, slug))
  return section ?? null
}

/** Replaces the settings; only an admin may, by the database. `settings` was parsed by `outletSettings`. */
export async function saveOutlet(
  db: Database,
  settings: OutletSettings,
  who: Person,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'not-allowed' }> {
  return db.transaction(async (tx) => {
    if (!(await isAdmin(tx, who))) return { ok: false, because: 'not-allowed' }
    const before = (await outletOf(tx)).policies
    await keepPolicyVersions(tx, { before, after: settings.policies }, who.id, when)
    await writeOutlet(tx, settings, when)
    await logAct(tx, { personId: who.id, byId: who.id, act: 'changed-outlet' }, when)
    return { ok: true }
  })
}

/** The same inside a transaction that has already asked who may: setting up and filling a new outlet. */
export async function writeOutlet(tx: Writer, settings: OutletSettings, when: Date): Promise<void> {
  await tx
    .insert(outlets)
    .values({ id: ONLY_ROW, settings, updatedAt: when })
    .onConflictDoUpdate({ target: outlets.id, set: { settings, updatedAt: when } })
    .returning({ id: outlets.id })
  await paperChanged(tx, [paperKeys.whole], when)
}

const sectionColumns = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  answerWithinHours: sections.answerWithinHours,
}
