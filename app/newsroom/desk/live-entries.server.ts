// The desk's acts on live entries: publish, answer a reporter's, correct in the open, pin, remove with a notice, begin a story.
import { and, eq, lte } from 'drizzle-orm'
import { bylineFor } from '#app/newsroom/people/bylines.server.ts'
import { printedAs } from '#app/newsroom/people/desk-name.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { copyText, copyToText } from '#app/newsroom/story/copy/copy-facts.ts'
import { beginDraft } from '#app/newsroom/story/drafts.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import {
  type AnswerInput,
  type CorrectionInput,
  type EntryInput,
  entryPath,
  type LiveDone,
  type LiveMark,
  liveLimits,
} from '#app/newsroom/topics/live.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { liveEntries } from '#db/schema/live.ts'
import { people } from '#db/schema/people.ts'
import { editions, publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { tellReporter } from './live-letters.server.ts'
import type { DeskLiveAct } from './live-policy.ts'
import {
  type CoverageRow,
  coverageChanged,
  type EntryRow,
  entryOf,
  faulty,
  type LivePress,
  liveRefusal,
  logLive,
  movedOn,
  openCoverageOf,
} from './live-rows.server.ts'
import { entryWords, storedCopy } from './live-words.ts'

/** Where an entry stands: the topic's slug and the entry's public id. */
export type EntryPlace = { topic: string; entry: string }

/** Publishes an entry of the desk's own; readers have it from now on. */
export async function publishEntry(
  db: Database,
  topic: string,
  input: EntryInput,
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone<{ publicId: string }>> {
  const done = await db.transaction(async (tx): Promise<LiveDone<{ publicId: string }>> => {
    if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
    const coverage = await openCoverageOf(tx, topic)
    if (!coverage) return faulty('live-closed')
    const refusal = await liveRefusal(tx, 'publish', coverage.sectionId, null, who)
    if (refusal) return { ok: false, because: refusal }
    const { faults, ...words } = await entryRow(tx, input, when)
    if (faults.length) return { ok: false, because: 'faults', faults }
    const publicId = newPublicId()
    const own = { coverageId: coverage.id, authorId: who.id, bylineKind: 'desk', state: 'public' } as const
    const [entry] = await tx
      .insert(liveEntries)
      .values({ publicId, ...own, ...words, sentAt: when, publishedAt: when })
      .returning({ id: liveEntries.id })
    if (!entry) throw new Error('a live entry was not written')
    await logLive(tx, { coverageId: coverage.id, entryId: entry.id, act: 'publish' }, who, when)
    await coverageChanged(tx, coverage.id, when)
    return { ok: true, publicId }
  })
  if (done.ok) await press.afterwards()
  return done
}

/**
 * Answers an entry that a reporter sent: prints it as the desk leaves it, under the name it was signed with, or declines
 * it with a reason. One of several answers wins, and the reporter gets it by letter.
 */
export async function answerEntry(
  db: Database,
  place: EntryPlace,
  { verdict, title, text, reason, version }: AnswerInput,
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  return acted(db, place, { act: verdict, version, states: ['waiting'] }, who, when, press, async (tx, found) => {
    const { coverage, entry } = found
    if (verdict === 'decline') {
      const words = reasonOf(reason)
      if ('because' in words) return words
      const changed = await change(tx, entry, { state: 'declined', reason: words.text, ...decided(who, when) })
      if (changed) await tellReporter(tx, 'live-declined', coverage, changed, words.text, when)
      return changed ? { note: words.text } : null
    }
    const { faults, ...words } = entryWords({ title, text })
    if (faults.length) return { ok: false, because: 'faults', faults }
    const isEdited = words.title !== entry.title || !sameCopy(words.copy, entry.copy)
    const changed = await change(tx, entry, {
      ...words,
      state: 'public',
      publishedAt: when,
      bylineId: await bylineIdOf(tx, entry, when),
      ...decided(who, when),
    })
    // Words that the desk changed are said to the one who sent others.
    if (changed) await tellReporter(tx, 'live-approved', coverage, changed, isEdited ? copyText(words.copy) : '', when)
    return changed ? { before: isEdited ? wordsOf(entry) : undefined } : null
  })
}

/** Puts a public entry right: its time stays, and a note says what was wrong. Also after the coverage has closed. */
export async function correctEntry(
  db: Database,
  place: EntryPlace,
  { note, version, ...input }: CorrectionInput,
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  const expected = { act: 'correct', version, states: ['public'], alsoClosed: true } as const
  return acted(db, place, expected, who, when, press, async (tx, { coverage, entry }) => {
    const { faults, ...words } = await entryRow(tx, input, when)
    const said = cleanText(note).trim()
    if (!said) faults.push({ field: 'note', code: 'live-no-note' })
    else if (said.length > liveLimits.note) faults.push({ field: 'note', code: 'live-note-long' })
    const isSame =
      words.title === entry.title &&
      sameCopy(words.copy, entry.copy) &&
      words.storyId === entry.storyId &&
      words.showsPicture === entry.showsPicture
    if (isSame) faults.push({ field: 'text', code: 'live-nothing-changed' })
    if (faults.length) return { ok: false, because: 'faults', faults }
    const corrections = [...entry.corrections, { at: when.toISOString(), note: said }]
    const changed = await change(tx, entry, { ...words, corrections })
    if (changed) await tellReporter(tx, 'live-corrected', coverage, changed, said, when)
    return changed ? { note: said, before: wordsOf(entry) } : null
  })
}

/** Pins an entry above the others or lets it go; makes it a key event or takes that away. */
export async function markEntry(
  db: Database,
  place: EntryPlace,
  { mark, version }: { mark: LiveMark; version: number },
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  const set = {
    pin: { pinned: true },
    unpin: { pinned: false },
    key: { isKey: true },
    'not-key': { isKey: false },
  }[mark]
  return acted(db, place, { act: mark, version, states: ['public'] }, who, when, press, async (tx, { entry }) =>
    (await change(tx, entry, set)) ? {} : null,
  )
}

/** Takes a public entry's words away; its time and the reason stay for readers. Also after the coverage has closed. */
export async function removeEntry(
  db: Database,
  place: EntryPlace,
  { reason, version }: { reason: string; version: number },
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  const expected = { act: 'remove', version, states: ['public'], alsoClosed: true } as const
  return acted(db, place, expected, who, when, press, async (tx, { coverage, entry }) => {
    const words = reasonOf(reason)
    if ('because' in words) return words
    const gone = { state: 'removed', pinned: false, isKey: false, removedAt: when, reason: words.text } as const
    const changed = await change(tx, entry, gone)
    if (changed) await tellReporter(tx, 'live-removed', coverage, changed, words.text, when)
    return changed ? { note: words.text, before: wordsOf(entry) } : null
  })
}

/** Begins a story with a public entry's words and a link back to it; asked again by the same editor, gives the same. */
export async function storyFromEntry(
  db: Database,
  place: EntryPlace,
  who: Person,
  when: Date,
): Promise<LiveDone<{ story: string }>> {
  return db.transaction(async (tx): Promise<LiveDone<{ story: string }>> => {
    if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
    const found = await entryOf(tx, place)
    if (!found) return { ok: false, because: 'not-found' }
    const { coverage, entry } = found
    const refusal = await liveRefusal(tx, 'story', coverage.sectionId, entry, who)
    if (refusal) return { ok: false, because: refusal }
    if (entry.state !== 'public') return movedOn('live-removed')
    const [begun] = entry.draftId
      ? await tx
          .select({ publicId: stories.publicId, ownerId: stories.ownerId })
          .from(stories)
          .where(eq(stories.id, entry.draftId))
      : []
    if (begun) return begun.ownerId === who.id ? { ok: true, story: begun.publicId } : movedOn('live-story-begun')
    const back = `[${coverage.title.replace(/[[\]*_\\]/g, ' ')}](${entryPath(place.topic, entry.publicId)})`
    const draft = await beginDraft(
      tx,
      {
        headline: entry.title,
        words: `${copyToText(storedCopy(entry.copy))}\n\n${back}`,
        topic: place.topic,
        section: coverage.sectionId,
        language: coverage.language,
      },
      who,
      when,
    )
    await tx
      .update(liveEntries)
      .set({ draftId: draft.id })
      .where(eq(liveEntries.id, entry.id))
      .returning({ id: liveEntries.id })
    await logLive(tx, { coverageId: coverage.id, entryId: entry.id, act: 'story' }, who, when)
    return { ok: true, story: draft.publicId }
  })
}

type Found = { coverage: CoverageRow; entry: EntryRow }
type Logged = { note?: string; before?: { title: string; copy: unknown } | undefined }
type Refused = Exclude<LiveDone, { ok: true }>

// Look, ask, work, log, tell: in one transaction, the same for every act. `work` gives null when another act won.
async function acted(
  db: Database,
  place: EntryPlace,
  expected: { act: DeskLiveAct; version: number; states: readonly EntryRow['state'][]; alsoClosed?: boolean },
  who: Person,
  when: Date,
  press: LivePress,
  work: (tx: Writer, found: Found) => Promise<Logged | Refused | null>,
): Promise<LiveDone> {
  const { act, version, states, alsoClosed = false } = expected
  const done = await db.transaction(async (tx): Promise<LiveDone> => {
    if (who.role === 'contributor') return { ok: false, because: 'not-allowed' }
    const found = await entryOf(tx, place)
    if (!found) return { ok: false, because: 'not-found' }
    const { coverage, entry } = found
    const refusal = await liveRefusal(tx, act, coverage.sectionId, entry, who)
    if (refusal) return { ok: false, because: refusal }
    if (coverage.closedAt && !alsoClosed) return faulty('live-closed')
    if (!states.includes(entry.state)) return movedOn(states.includes('waiting') ? 'live-answered' : 'live-removed')
    if (entry.version !== version) return movedOn()
    const worked = await work(tx, found)
    if (worked === null) return movedOn()
    if ('ok' in worked) return worked
    const { note = '', before } = worked
    const row = { coverageId: coverage.id, entryId: entry.id, act, note, ...(before && { before }) }
    await logLive(tx, row, who, when)
    // What only a reporter learns must not show in a page's instants.
    if (act !== 'decline') await coverageChanged(tx, coverage.id, when)
    return { ok: true }
  })
  if (done.ok && act !== 'decline') await press.afterwards()
  return done
}

/** Writes the change unless the entry has moved since it was read; null then. */
async function change(
  tx: Writer,
  entry: EntryRow,
  set: Partial<typeof liveEntries.$inferInsert>,
): Promise<EntryRow | null> {
  const [changed] = await tx
    .update(liveEntries)
    .set({ ...set, version: entry.version + 1 })
    .where(and(eq(liveEntries.id, entry.id), eq(liveEntries.version, entry.version)))
    .returning()
  return changed ?? null
}

async function entryRow(tx: Reader, input: EntryInput, when: Date) {
  const { faults, ...words } = entryWords(input)
  const story = await storyNamed(tx, input.story, when)
  if (input.story.trim() && !story) faults.push({ field: 'story', code: 'live-no-story' })
  if (input.picture === 'yes' && !story?.hasPicture) faults.push({ field: 'picture', code: 'live-no-picture' })
  return { ...words, storyId: story?.storyId ?? null, showsPicture: input.picture === 'yes', faults }
}

// By its slug or its address; only what readers can open already.
async function storyNamed(tx: Reader, typed: string, when: Date) {
  const slug = /(?:^|\/stories\/)([^/?#\s]{1,200})\/?(?:[?#]\S*)?$/.exec(typed.trim())?.[1]
  if (!slug) return null
  const [row] = await tx
    .select({ storyId: publications.storyId, lead: editions.lead })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(and(eq(publications.slug, slug), eq(publications.state, 'live'), lte(publications.publishedAt, when)))
  return row ? { storyId: row.storyId, hasPicture: row.lead !== null } : null
}

async function bylineIdOf(tx: Writer, entry: EntryRow, when: Date): Promise<number | null> {
  if (entry.bylineKind === 'desk') return null
  const [author] = await tx
    .select({ id: people.id, name: people.name, protectedAt: people.protectedAt })
    .from(people)
    .where(eq(people.id, entry.authorId))
  const kind = author ? printedAs(entry.bylineKind, author) : 'withheld'
  return author && kind !== 'withheld' ? (await bylineFor(tx, author, kind, entry.penName, when)).id : null
}

function reasonOf(reason: string): { text: string } | Refused {
  const text = cleanText(reason).trim()
  if (!text) return faulty('live-no-reason', 'reason')
  return text.length > liveLimits.reason ? faulty('live-reason-long', 'reason') : { text }
}

function decided(who: Person, when: Date) {
  return { decidedById: who.id, decidedAt: when }
}

function wordsOf({ title, copy }: EntryRow) {
  return { title, copy }
}

function sameCopy(a: unknown, b: unknown): boolean {
  return copyToText(storedCopy(a)) === copyToText(storedCopy(b))
}
