// Records what was verified on a story, lets a story pass with a reason, and tells both; words and version stay as they are.
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { hasShare, isInterested } from '#app/newsroom/desk/policy-facts.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { rightsInSection } from '#app/newsroom/people/rights-in-section.server.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { verificationChecks, verificationLog, verificationOverrides } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'
import {
  type CheckKey,
  type CheckState,
  checkedForReaders,
  checkKeys,
  checklistOf,
  isCheckKey,
  LONGEST_EVIDENCE,
  mayVerify,
  type Override,
  type Verification,
  type VerificationLogRow,
  type VerificationPage,
  type VerificationRefusal,
  verificationState,
} from './verification.ts'

export type VerificationAnswer = { ok: true; state: Verification['state'] } | Refused
type Refused = { ok: false; because: VerificationRefusal }

export type CheckRecord = {
  story: string
  check: string
  state: CheckState
  evidence: string
  /** ISO instant of the record this one was written over, '' when there was none; left out, it is not compared. */
  seen?: string
}

/** What a story's verification has come to; `story` is a row or what stands for one. Rights are the caller's to ask. */
export async function verificationOf(
  db: Reader,
  story: { id: number; sectionId: number | null },
): Promise<Verification> {
  const [asked, recorded, override] = await Promise.all([
    checklistOfSection(db, story.sectionId),
    db
      .select({ row: verificationChecks, byName: people.name })
      .from(verificationChecks)
      .innerJoin(people, eq(people.id, verificationChecks.byId))
      .where(eq(verificationChecks.storyId, story.id)),
    overrideOf(db, story.id),
  ])
  const checks = checkKeys.map((key) => {
    const found = recorded.find(({ row }) => row.check === key)
    return {
      key,
      asked: asked.includes(key),
      state: found?.row.state ?? 'open',
      evidence: found?.row.evidence ?? '',
      byName: found?.byName ?? null,
      at: found?.row.at.toISOString() ?? null,
    }
  })
  return { state: verificationState(checks, override !== null), checks, override }
}

/** The checks that were done, for the press to print with an edition. */
export async function checkedFor(db: Reader, storyId: number): Promise<CheckKey[]> {
  const rows = await db
    .select({ key: verificationChecks.check, state: verificationChecks.state })
    .from(verificationChecks)
    .where(eq(verificationChecks.storyId, storyId))
  return checkedForReaders(rows.flatMap(({ key, state }) => (isCheckKey(key) ? [{ key, state }] : [])))
}

/** Everything that was said of a story's checks, newest first, also what was said over. */
export async function verificationLogOf(db: Reader, storyId: number): Promise<VerificationLogRow[]> {
  const rows = await db
    .select({ row: verificationLog, byName: people.name })
    .from(verificationLog)
    .leftJoin(people, eq(people.id, verificationLog.byId))
    .where(eq(verificationLog.storyId, storyId))
    .orderBy(desc(verificationLog.id))
    .limit(200)
  return rows.map(({ row: { id, act, subject, words, at }, byName }) => ({
    id,
    act,
    check: isCheckKey(subject) ? subject : null,
    words,
    byName,
    at: at.toISOString(),
  }))
}

/** The panel of a story for the desk; null where this person has no part in it, the story's own writer among them. */
export async function verificationPage(db: Reader, publicId: string, who: Person): Promise<VerificationPage | null> {
  const [story] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!story || story.ownerId === who.id || story.state === 'draft' || !maySee(who, story)) return null
  const facts = await verifierFacts(db, story, who)
  if (facts.coAuthor) return null
  const { id, headline } = story
  const [verification, log] = await Promise.all([verificationOf(db, story), verificationLogOf(db, id)])
  const may = mayVerify(who, { ...story, ...facts }) === null
  return { publicId, number: id, headline, verification, log, may }
}

/**
 * Records one check, over what was said before; the log keeps both. Done and not-needed take evidence in words. The
 * story's words, version and approval stay as they are: what was found out about them does not change them.
 */
export async function recordCheck(
  db: Database,
  { story: publicId, check, state, evidence, seen }: CheckRecord,
  who: Person,
  when: Date,
): Promise<VerificationAnswer> {
  const words = cleanText(evidence).trim()
  return db.transaction(async (tx): Promise<VerificationAnswer> => {
    const story = await verifiableStory(tx, publicId, who)
    if (!story.ok) return story
    if (!isCheckKey(check)) return refuse('no-such-check')
    if (state !== 'open' && !words) return refuse('no-evidence')
    if (words.length > LONGEST_EVIDENCE) return refuse('too-long')
    const row = { storyId: story.id, check, state, evidence: words, byId: who.id, at: when }
    if (!(await writeCheck(tx, row, seen))) return refuse('changed')
    await log(tx, { storyId: story.id, act: state, subject: check, words, byId: who.id, at: when })
    return { ok: true, state: (await verificationOf(tx, story)).state }
  })
}

/** Lets a story pass although not everything its section asks for was answered. The reason is kept and shown. */
export async function overrideVerification(
  db: Database,
  { story: publicId, reason }: { story: string; reason: string },
  who: Person,
  when: Date,
): Promise<VerificationAnswer> {
  const words = cleanText(reason).trim()
  return db.transaction(async (tx): Promise<VerificationAnswer> => {
    const story = await verifiableStory(tx, publicId, who)
    if (!story.ok) return story
    const { state, override } = await verificationOf(tx, story)
    if (override) return refuse('already-overridden')
    if (state === 'complete') return refuse('nothing-open')
    if (!words) return refuse('no-reason')
    if (words.length > LONGEST_EVIDENCE) return refuse('too-long')
    await tx
      .insert(verificationOverrides)
      .values({ storyId: story.id, reason: words, byId: who.id, at: when })
      .returning({ id: verificationOverrides.id })
    await log(tx, { storyId: story.id, act: 'override', words, byId: who.id, at: when })
    return { ok: true, state: 'overridden' }
  })
}

/** Takes an override back: the open checks count again. */
export async function revokeOverride(
  db: Database,
  { story: publicId }: { story: string },
  who: Person,
  when: Date,
): Promise<VerificationAnswer> {
  return db.transaction(async (tx): Promise<VerificationAnswer> => {
    const story = await verifiableStory(tx, publicId, who)
    if (!story.ok) return story
    const [revoked] = await tx
      .update(verificationOverrides)
      .set({ revokedAt: when })
      .where(and(eq(verificationOverrides.storyId, story.id), isNull(verificationOverrides.revokedAt)))
      .returning({ id: verificationOverrides.id })
    if (!revoked) return refuse('not-overridden')
    await log(tx, { storyId: story.id, act: 'revoke', byId: who.id, at: when })
    return { ok: true, state: (await verificationOf(tx, story)).state }
  })
}

function refuse(because: VerificationRefusal): Refused {
  return { ok: false, because }
}

async function checklistOfSection(db: Reader, sectionId: number | null): Promise<CheckKey[]> {
  if (sectionId === null) return []
  const [section] = await db.select({ checklist: sections.checklist }).from(sections).where(eq(sections.id, sectionId))
  return checklistOf(section?.checklist ?? [])
}

async function overrideOf(db: Reader, storyId: number): Promise<Override | null> {
  const [found] = await db
    .select({ row: verificationOverrides, byName: people.name })
    .from(verificationOverrides)
    .innerJoin(people, eq(people.id, verificationOverrides.byId))
    .where(and(eq(verificationOverrides.storyId, storyId), isNull(verificationOverrides.revokedAt)))
    .orderBy(asc(verificationOverrides.id))
    .limit(1)
  if (!found) return null
  const { id, reason, at } = found.row
  return { id, reason, byName: found.byName, at: at.toISOString() }
}

async function verifiableStory(
  tx: Reader,
  publicId: string,
  who: Person,
): Promise<{ ok: true; id: number; sectionId: number | null } | Refused> {
  const [story] = await tx
    .select({ id: stories.id, state: stories.state, ownerId: stories.ownerId, sectionId: stories.sectionId })
    .from(stories)
    .where(eq(stories.publicId, publicId))
  if (!story) return refuse('not-found')
  const refusal = mayVerify(who, { ...story, ...(await verifierFacts(tx, story, who)) })
  return refusal ? refuse(refusal) : { ok: true, id: story.id, sectionId: story.sectionId }
}

async function verifierFacts(db: Reader, story: { id: number; sectionId: number | null }, who: Person) {
  return {
    coAuthor: await hasShare(db, story.id, who.id),
    interested: await isInterested(db, story.id, who.id),
    edits: (await rightsInSection(db, who.id, story.sectionId)).edit,
  }
}

// The record that was seen stands in the WHERE: of two who record one check at once, the second is told.
async function writeCheck(
  tx: Writer,
  row: typeof verificationChecks.$inferInsert,
  seen: string | undefined,
): Promise<boolean> {
  const one = and(eq(verificationChecks.storyId, row.storyId), eq(verificationChecks.check, row.check))
  const [before] = await tx.select({ at: verificationChecks.at }).from(verificationChecks).where(one)
  if (seen !== undefined && seen !== (before?.at.toISOString() ?? '')) return false
  const written = before
    ? await tx
        .update(verificationChecks)
        .set(row)
        .where(and(one, eq(verificationChecks.at, before.at)))
        .returning({ id: verificationChecks.id })
    : await tx.insert(verificationChecks).values(row).onConflictDoNothing().returning({ id: verificationChecks.id })
  return written.length > 0
}

async function log(tx: Writer, row: typeof verificationLog.$inferInsert): Promise<void> {
  await tx.insert(verificationLog).values(row).returning({ id: verificationLog.id })
}
