// The next edition of a published story while it is prepared: begun, written, approved, dropped. A move prints it.
import { and, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import { type ComparedContents, comparedContents } from '#app/newsroom/desk/compared-contents.ts'
import type { EditionKind } from '#app/newsroom/desk/edition-kinds.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { maySee } from '#app/newsroom/desk/policy.ts'
import { policyFacts } from '#app/newsroom/desk/policy-facts.server.ts'
import { paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { checkCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { copyFromText } from '#app/newsroom/story/copy/copy-as-text.ts'
import { strangePictures } from '#app/newsroom/story/drafts.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import { type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { approvals, holds, pendingEditions, tickets } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { editions, hiddenWords, publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'

/** The page on which a next edition is prepared. */
export type NextEditionPage = {
  story: { publicId: string; number: number; version: number; headline: string; slug: string }
  live: { number: number; content: StoryContent }
  pending: {
    kind: EditionKind
    note: string
    /** Why readers are not to be shown what it takes out; '' where they may be. */
    hideReason: string
    version: number
    state: 'open' | 'approved'
    content: StoryContent
    hash: string
    byName: string
    at: string
    savedAt: string
    /** Who has said yes to exactly these words so far, and how many the section asks for. */
    approvedBy: string[]
    approvalsNeeded: number
    /** The section asks that somebody else approves than who wrote last, and that is who looks. */
    needsAnother: boolean
    difference: ComparedContents
  } | null
  /** Open requests about this story; `inHand`: this edition answers them. */
  tickets: { publicId: string; kind: 'correction' | 'takedown' | 'error'; text: string; at: string; inHand: boolean }[]
  onHold: boolean
  /** The later editions that were printed, newest first, and why their old words are hidden, if they are. */
  printed: PrintedEdition[]
  /** May this person hide words that readers can still compare? */
  mayHide: boolean
}

export type PrintedEdition = {
  number: number
  kind: EditionKind
  note: string
  at: string
  hidden: { byName: string; reason: string; at: string } | null
}

export type NextEditionFault =
  | 'edition-no-note'
  | 'edition-note-long'
  | 'edition-no-why'
  | 'edition-why-long'
  | 'edition-no-headline'
  | 'edition-no-text'
  | 'edition-copy'
  | 'edition-picture'
export type NextEditionRefusal =
  | 'not-found'
  | 'own-story'
  | 'not-published'
  | 'already-begun'
  | 'nothing-begun'
  | 'changed'
  | 'not-edited'
  | 'four-eyes'
  | 'no-note'
  | 'no-such-edition'
  | 'not-publisher'
export type NextEditionDone =
  | { ok: true; version: number }
  | { ok: false; because: NextEditionRefusal }
  | { ok: false; because: 'faults'; faults: { field: string; code: NextEditionFault }[] }

const LONGEST_NOTE = 1000

/**
 * The live words of a published story, and its next edition if one is prepared. Null where the desk has no such story,
 * and for an editor who wrote it: what is said about it is not said to them.
 */
export async function nextEdition(db: Reader, publicId: string, who: Person): Promise<NextEditionPage | null> {
  const found = await lookAt(db, publicId, who)
  if ('because' in found || found.story.ownerId === who.id) return null
  const { story, live, pending } = found
  const [asked, [held]] = await Promise.all([
    db
      .select()
      .from(tickets)
      .where(and(eq(tickets.storyId, story.id), eq(tickets.state, 'open')))
      .orderBy(desc(tickets.id))
      .limit(50),
    db
      .select({ holds: count() })
      .from(holds)
      .where(and(eq(holds.storyId, story.id), isNull(holds.liftedAt))),
  ])
  return {
    story: {
      publicId,
      number: story.id,
      version: story.version,
      headline: live.content.headline,
      slug: live.slug,
    },
    live: { number: live.number, content: live.content },
    pending: pending ? await shown(db, story, live, pending, who) : null,
    tickets: asked.map(({ publicId: id, kind, text, at, pendingId }) => ({
      publicId: id,
      kind,
      text,
      at: at.toISOString(),
      inHand: pending !== null && pendingId === pending.id,
    })),
    onHold: (held?.holds ?? 0) > 0,
    printed: await printedEditions(db, story.id),
    mayHide: (await policyFacts(db, story, who)).rights.publish,
  }
}

/** Begins the next edition with the words that are live; `ticket` is the request that it is to answer. */
export async function beginEdition(
  db: Database,
  publicId: string,
  { kind, ticket }: { kind: EditionKind; ticket: string },
  who: Person,
  when: Date,
): Promise<NextEditionDone> {
  return db.transaction(async (tx): Promise<NextEditionDone> => {
    const found = await lookAt(tx, publicId, who)
    if ('because' in found) return { ok: false, because: found.because }
    const { story, live, pending } = found
    if (story.ownerId === who.id) return { ok: false, because: 'own-story' }
    if (pending) {
      // Two who begin from two reports of one error work on one edition.
      if (ticket) await takeInHand(tx, story, pending.id, [ticket])
      return { ok: false, because: 'already-begun' }
    }
    const [begun] = await tx
      .insert(pendingEditions)
      .values({
        publicId: newPublicId(),
        storyId: story.id,
        kind,
        baseNumber: live.number,
        content: live.content,
        hash: hashOf(live.content),
        byId: who.id,
        at: when,
        savedAt: when,
      })
      .returning({ id: pendingEditions.id })
    if (!begun) throw new Error('a next edition was not begun')
    if (ticket) await takeInHand(tx, story, begun.id, [ticket])
    return { ok: true, version: 1 }
  })
}

export type EditionWords = {
  version: number
  kind: EditionKind
  note: string
  /** Readers are not to be shown the words that it takes out, and why. */
  hide: boolean
  hideReason: string
  headline: string
  standfirst: string
  /** The copy as a text area holds it: newsroom/story/copy/copy-as-text.ts. */
  text: string
  /** Requests that this edition answers. */
  tickets: readonly string[]
}

/** Keeps the words of the next edition. Whatever was approved named other words, and is worth nothing for these. */
export async function saveEdition(
  db: Database,
  publicId: string,
  words: EditionWords,
  who: Person,
  when: Date,
): Promise<NextEditionDone> {
  const faults: { field: string; code: NextEditionFault }[] = []
  const note = cleanText(words.note).trim()
  const headline = oneLine(words.headline)
  if (note.length > LONGEST_NOTE) faults.push({ field: 'note', code: 'edition-note-long' })
  const hideReason = words.hide ? cleanText(words.hideReason).trim() : ''
  if (words.hide && !hideReason) faults.push({ field: 'hideReason', code: 'edition-no-why' })
  if (hideReason.length > LONGEST_NOTE) faults.push({ field: 'hideReason', code: 'edition-why-long' })
  if (!headline || headline.length > 200) faults.push({ field: 'headline', code: 'edition-no-headline' })
  if (!words.text.trim()) faults.push({ field: 'text', code: 'edition-no-text' })
  if (faults.length > 0) return { ok: false, because: 'faults', faults }
  return db.transaction(async (tx): Promise<NextEditionDone> => {
    const at = await atWork(tx, publicId, words.version, who)
    if ('because' in at) return { ok: false, because: at.because }
    const { story, live, pending } = at
    const content = pending.content as StoryContent
    const checked = checkCopy(copyFromText(words.text, content.copy))
    if (!checked.ok) return { ok: false, because: 'faults', faults: [{ field: 'text', code: 'edition-copy' }] }
    if ((await strangePictures(tx, story.id, checked.copy)).length > 0)
      return { ok: false, because: 'faults', faults: [{ field: 'text', code: 'edition-picture' }] }
    const standfirst = oneLine(words.standfirst).slice(0, 400)
    const next: StoryContent = { ...content, headline, standfirst, copy: checked.copy }
    await forgetApprovals(tx, story, pending.hash)
    await tx
      .update(pendingEditions)
      .set({
        kind: words.kind,
        note,
        hideReason,
        content: next,
        hash: hashOf(next),
        baseNumber: live.number,
        version: pending.version + 1,
        state: 'open',
        byId: who.id,
        savedAt: when,
        approvedById: null,
        approvedHash: null,
        approvedAt: null,
      })
      .where(and(eq(pendingEditions.id, pending.id), eq(pendingEditions.version, pending.version)))
      .returning({ id: pendingEditions.id })
    await letGo(tx, pending.id)
    await takeInHand(tx, story, pending.id, words.tickets)
    return { ok: true, version: pending.version + 1 }
  })
}

/**
 * Says yes to exactly these words and this note. Approved it is once as many have said so as the section asks for;
 * where it asks for four eyes, who wrote last does not count. Then a move prints it.
 */
export async function approveEdition(
  db: Database,
  publicId: string,
  { version }: { version: number },
  who: Person,
  when: Date,
): Promise<NextEditionDone> {
  return db.transaction(async (tx): Promise<NextEditionDone> => {
    const at = await atWork(tx, publicId, version, who)
    if ('because' in at) return { ok: false, because: at.because }
    const { story, live, pending } = at
    if (!pending.note.trim()) return { ok: false, because: 'no-note' }
    if (pending.hash === hashOf(live.content)) return { ok: false, because: 'not-edited' }
    const rules = await rulesOf(tx, pending.content as StoryContent)
    if (rules.fourEyes && pending.byId === who.id) return { ok: false, because: 'four-eyes' }
    await tx
      .insert(approvals)
      .values({ storyId: story.id, hash: pending.hash, byId: who.id, at: when })
      .onConflictDoNothing()
      .returning({ id: approvals.id })
    const said = await approversOf(tx, story.id, pending.hash)
    const isEnough = said.length >= rules.approvals
    await tx
      .update(pendingEditions)
      .set(
        isEnough
          ? {
              version: version + 1,
              state: 'approved',
              approvedById: who.id,
              approvedHash: pending.hash,
              approvedAt: when,
              baseNumber: live.number,
            }
          : { version: version + 1 },
      )
      .where(and(eq(pendingEditions.id, pending.id), eq(pendingEditions.version, version)))
      .returning({ id: pendingEditions.id })
    return { ok: true, version: version + 1 }
  })
}

/** Gives the next edition up. What readers have stays; requests it was to answer are open again. */
export async function dropEdition(
  db: Database,
  publicId: string,
  { version }: { version: number },
  who: Person,
): Promise<NextEditionDone> {
  return db.transaction(async (tx): Promise<NextEditionDone> => {
    const at = await atWork(tx, publicId, version, who)
    if ('because' in at) return { ok: false, because: at.because }
    const { story, pending } = at
    await forgetApprovals(tx, story, pending.hash)
    await letGo(tx, pending.id)
    await tx
      .update(pendingEditions)
      .set({ state: 'dropped', version: version + 1 })
      .where(and(eq(pendingEditions.id, pending.id), eq(pendingEditions.version, version)))
      .returning({ id: pendingEditions.id })
    return { ok: true, version: version + 1 }
  })
}

/**
 * From now on readers are not shown what a printed edition took out, nor the comparisons of those before it. It stays so:
 * who would show the words again prints them. Whoever publishes in the section may, not the story's author.
 */
export async function hideOldWords(
  db: Database,
  publicId: string,
  { number, reason }: { number: number; reason: string },
  who: Person,
  when: Date,
  press: Pick<PressWork, 'afterwards'>,
): Promise<NextEditionDone> {
  const why = cleanText(reason).trim()
  if (!why) return { ok: false, because: 'faults', faults: [{ field: 'hideReason', code: 'edition-no-why' }] }
  if (why.length > LONGEST_NOTE)
    return { ok: false, because: 'faults', faults: [{ field: 'hideReason', code: 'edition-why-long' }] }
  const done = await db.transaction(async (tx): Promise<NextEditionDone> => {
    const found = await lookAt(tx, publicId, who)
    if ('because' in found) return { ok: false, because: found.because }
    const { story, live } = found
    if (story.ownerId === who.id) return { ok: false, because: 'own-story' }
    if (!(await policyFacts(tx, story, who)).rights.publish) return { ok: false, because: 'not-publisher' }
    const [edition] = await tx
      .select({ id: editions.id })
      .from(editions)
      .where(and(eq(editions.storyId, story.id), eq(editions.number, number), ne(editions.kind, 'first')))
    if (!edition) return { ok: false, because: 'no-such-edition' }
    await tx
      .insert(hiddenWords)
      .values({ editionId: edition.id, byId: who.id, reason: why, at: when })
      .onConflictDoNothing()
      .returning({ id: hiddenWords.editionId })
    // The history that was kept for readers is out of date at once.
    await paperChanged(tx, [paperKeys.story(live.slug)], when)
    return { ok: true, version: story.version }
  })
  if (done.ok) await press.afterwards()
  return done
}

async function printedEditions(db: Reader, storyId: number): Promise<PrintedEdition[]> {
  const rows = await db
    .select({
      number: editions.number,
      kind: editions.kind,
      note: editions.note,
      at: editions.printedAt,
      byName: people.name,
      reason: hiddenWords.reason,
      hiddenAt: hiddenWords.at,
    })
    .from(editions)
    .leftJoin(hiddenWords, eq(hiddenWords.editionId, editions.id))
    .leftJoin(people, eq(people.id, hiddenWords.byId))
    .where(eq(editions.storyId, storyId))
    .orderBy(desc(editions.number))
    .limit(50)
  return rows.flatMap(({ kind, at, byName, reason, hiddenAt, ...row }) => {
    if (kind === 'first') return []
    const hidden = hiddenAt && { byName: byName ?? '', reason: reason ?? '', at: hiddenAt.toISOString() }
    return [{ ...row, kind, at: at.toISOString(), hidden }]
  })
}

/** Every next edition that is being prepared, the oldest first; not those of one's own stories. */
export async function editionsInHand(db: Reader, who: Person) {
  const rows = await db
    .select({
      story: stories.publicId,
      number: stories.id,
      headline: stories.headline,
      kind: pendingEditions.kind,
      state: pendingEditions.state,
      at: pendingEditions.at,
      byName: people.name,
    })
    .from(pendingEditions)
    .innerJoin(stories, eq(stories.id, pendingEditions.storyId))
    .innerJoin(people, eq(people.id, pendingEditions.byId))
    .where(and(inArray(pendingEditions.state, ['open', 'approved']), ne(stories.ownerId, who.id)))
    .orderBy(pendingEditions.id)
    .limit(100)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

type Pending = typeof pendingEditions.$inferSelect
type Live = { number: number; slug: string; content: StoryContent }
type Found = { story: Story; live: Live; pending: Pending | null }

async function lookAt(
  db: Reader,
  publicId: string,
  who: Person,
): Promise<Found | { because: 'not-found' | 'not-published' }> {
  if (who.role === 'contributor') return { because: 'not-found' }
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row || !maySee(who, row)) return { because: 'not-found' }
  if (row.state !== 'published') return { because: 'not-published' }
  const [live] = await db
    .select({ number: editions.number, slug: publications.slug, content: revisions.content })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(eq(publications.storyId, row.id))
  if (!live) return { because: 'not-published' }
  const [pending] = await db
    .select()
    .from(pendingEditions)
    .where(and(eq(pendingEditions.storyId, row.id), inArray(pendingEditions.state, ['open', 'approved'])))
  return { story: storyOf(row), live: { ...live, content: live.content as StoryContent }, pending: pending ?? null }
}

type AtWork = { story: Story; live: Live; pending: Pending }

async function atWork(
  tx: Reader,
  publicId: string,
  version: number,
  who: Person,
): Promise<AtWork | { because: NextEditionRefusal }> {
  const found = await lookAt(tx, publicId, who)
  if ('because' in found) return found
  const { story, live, pending } = found
  if (story.ownerId === who.id) return { because: 'own-story' }
  if (!pending) return { because: 'nothing-begun' }
  return pending.version === version ? { story, live, pending } : { because: 'changed' }
}

async function shown(
  db: Reader,
  story: Story,
  live: Live,
  pending: Pending,
  who: Person,
): Promise<NonNullable<NextEditionPage['pending']>> {
  const content = pending.content as StoryContent
  const [writer] = await db.select({ name: people.name }).from(people).where(eq(people.id, pending.byId))
  const rules = await rulesOf(db, content)
  const { kind, note, hideReason, version, state, hash, at, savedAt } = pending
  return {
    kind,
    note,
    hideReason,
    version,
    state: state === 'approved' ? 'approved' : 'open',
    content,
    hash,
    byName: writer?.name ?? '',
    at: at.toISOString(),
    savedAt: savedAt.toISOString(),
    approvedBy: (await approversOf(db, story.id, hash)).map(({ name }) => name),
    approvalsNeeded: rules.approvals,
    needsAnother: rules.fourEyes && pending.byId === who.id,
    difference: comparedContents(live.content, content),
  }
}

async function rulesOf(db: Reader, { section }: StoryContent): Promise<{ approvals: number; fourEyes: boolean }> {
  const [row] = section
    ? await db
        .select({ approvals: sections.approvals, fourEyes: sections.fourEyes })
        .from(sections)
        .where(eq(sections.slug, section))
    : []
  return row ?? { approvals: 1, fourEyes: false }
}

async function approversOf(db: Reader, storyId: number, hash: string) {
  return db
    .select({ id: people.id, name: people.name })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.byId))
    .where(and(eq(approvals.storyId, storyId), eq(approvals.hash, hash)))
}

// The words that are live keep their approvals; a next edition's go with its words, or with its note.
async function forgetApprovals(tx: Writer, story: Story, hash: string): Promise<void> {
  if (hash === story.approvedHash) return
  await tx.delete(approvals).where(and(eq(approvals.storyId, story.id), eq(approvals.hash, hash)))
}

async function takeInHand(tx: Writer, story: Story, pendingId: number, publicIds: readonly string[]): Promise<void> {
  if (publicIds.length === 0) return
  await tx
    .update(tickets)
    .set({ pendingId })
    .where(and(eq(tickets.storyId, story.id), eq(tickets.state, 'open'), inArray(tickets.publicId, [...publicIds])))
    .returning({ id: tickets.id })
}

async function letGo(tx: Writer, pendingId: number): Promise<void> {
  await tx
    .update(tickets)
    .set({ pendingId: null })
    .where(and(eq(tickets.pendingId, pendingId), eq(tickets.state, 'open')))
    .returning({ id: tickets.id })
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
