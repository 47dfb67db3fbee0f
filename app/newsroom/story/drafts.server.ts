// A story while its contributor owns it: start, read and save drafts. A save names the version it was based on.
import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm'
import { keepsLocalCopies } from '#app/newsroom/people/local-copies.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { OpenCall } from '#app/newsroom/story/call.ts'
import { type Copy, checkCopy, deskOnlyFaults, emptyCopy } from '#app/newsroom/story/copy/check-copy.ts'
import { copyFromText, figuresIn, withDateline } from '#app/newsroom/story/copy/copy-facts.ts'
import { type DraftFault, draftFaultOf } from '#app/newsroom/story/draft-fault.ts'
import { type DraftInput, draftInput } from '#app/newsroom/story/draft-input.ts'
import { keepAside, mostAsides } from '#app/newsroom/story/keep-aside.server.ts'
import { deskOnlyOf, keepDeskOnly } from '#app/newsroom/story/news-fields.server.ts'
import type { DeskOnly } from '#app/newsroom/story/news-fields.ts'
import { callForDraft, openCallsNow, slugOfCall } from '#app/newsroom/story/open-calls.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { contentOf, keepRevision, newestRevision, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { countState } from '#app/newsroom/story/state-counts.server.ts'
import { canonicalContent, type Story, type StoryContent, storyOf } from '#app/newsroom/story/story.ts'
import { suggestedLanguage } from '#app/newsroom/story/suggested-language.server.ts'
import { topicIdsOf } from '#app/newsroom/topics/topics.server.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { changePoints } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { type StoryState, stories, storyTopics } from '#db/schema/story.ts'
import { topics } from '#db/schema/topics.ts'

const OWNER_MAY_WRITE: readonly StoryState[] = ['draft', 'changes_requested']
const AUTOSAVE_REVISION_EVERY_MS = 10 * 60_000

/** May the contributor change the words while the story is in this state? */
export function ownerMayWrite(state: StoryState): boolean {
  return OWNER_MAY_WRITE.includes(state)
}

/** What a draft may begin with: the hub the reporter came from, the call they answer, words that they have sent before. */
export type DraftBeginning = {
  topic?: string
  call?: string
  /** A call that was chosen before, also when it has closed since. */
  callId?: number | null
  section?: number | null
  headline?: string
  words?: string
  language?: string
}

/** Begins a draft; without a section, in the call's or else the first one. `callClosed` when the call takes no more. */
export async function startDraft(
  db: Database,
  beginning: DraftBeginning,
  who: Person,
  when: Date,
): Promise<{ id: number; publicId: string; callClosed: boolean }> {
  return db.transaction((tx) => beginDraft(tx, beginning, who, when))
}

/** The same inside a transaction that has more to write. */
export async function beginDraft(
  tx: Writer,
  { topic, call: asked, callId, section, headline = '', words = '', language }: DraftBeginning,
  who: Person,
  when: Date,
): Promise<{ id: number; publicId: string; callClosed: boolean }> {
  const call = asked ? await callForDraft(tx, asked, when) : null
  const [story] = await tx
    .insert(stories)
    .values({
      publicId: newPublicId(),
      ownerId: who.id,
      headline,
      copy: words ? copyFromText(words, emptyCopy) : emptyCopy,
      language: language ?? who.language,
      sectionId: section ?? call?.sectionId ?? (await firstSection(tx)),
      callId: callId ?? call?.id ?? null,
      enteredAt: when,
      createdAt: when,
      savedAt: when,
    })
    .returning({ id: stories.id, publicId: stories.publicId })
  if (!story) throw new Error('a draft was not written')
  await countState(tx, null, 'draft')
  const topicIds = [
    ...new Set([...(await topicIdsOf(tx, topic ? [topic] : [])), ...(call?.topicId ? [call.topicId] : [])]),
  ]
  if (topicIds.length) await replaceTopics(tx, story.id, topicIds)
  return { ...story, callClosed: Boolean(asked) && call === null }
}

async function firstSection(tx: Writer): Promise<number | null> {
  const [section] = await tx
    .select({ id: sections.id })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id))
    .limit(1)
  return section?.id ?? null
}

/** What a save is compared with and what a conflict shows. */
export type DraftContent = StoryContent & DeskOnly & { call: string | null }

export type DraftPage = {
  story: {
    id: number
    publicId: string
    state: StoryState
    version: number
    savedAt: string
    /** The browser window whose save made this version; '' when it was made otherwise. */
    savedIn: string
    mayWrite: boolean
  }
  content: DraftContent
  sections: { slug: string; name: string }[]
  topics: { slug: string; name: string }[]
  pictures: DraftPicture[]
  /** The points the desk asked for, in the current round. */
  points: DraftPoint[]
  emailConfirmed: boolean
  /** False in safety mode: then the reporter's devices keep no words. */
  keepsLocalCopy: boolean
  /** The calls that are open now, and the one this story answers even when it has closed. */
  calls: { slug: string; title: string }[]
  /** True while the desk must not learn the account's name: then no story is signed with it. */
  isProtected: boolean
  /** Pen names this person has signed with before. */
  penNames: string[]
}

/** `quote`: the words that a point is about, '' for the whole story; `from`: where they stood when it was asked. */
export type DraftPoint = { id: number; text: string; done: boolean; answer: string; quote: string; from: number }

export type DraftPicture = {
  publicId: string
  width: number
  height: number
  /** The size for the writing page, e.g. "800.webp". */
  size: string
  alt: string
  credit: string
  caption: string
  rightsConfirmed: boolean
  licence: string
}

/**
 * Everything the writing page needs, for the story's owner only; null for anybody else.
 * `when` says which calls are open; without it only the story's own is named.
 */
export async function draftOf(db: Reader, publicId: string, who: Person, when?: Date): Promise<DraftPage | null> {
  const story = await ownStory(db, publicId, who)
  if (!story) return null
  const [allSections, allTopics, storyPictures, points, calls, penNames, [owner]] = await Promise.all([
    db.select({ slug: sections.slug, name: sections.name }).from(sections).orderBy(asc(sections.position)).limit(100),
    db
      .select({ slug: topics.slug, name: topics.name })
      .from(topics)
      .orderBy(desc(topics.running), asc(topics.position))
      .limit(200),
    db.select().from(pictures).where(eq(pictures.storyId, story.id)).orderBy(asc(pictures.id)).limit(100),
    db
      .select()
      .from(changePoints)
      .where(and(eq(changePoints.storyId, story.id), eq(changePoints.round, story.round)))
      .orderBy(asc(changePoints.position)),
    when ? openCallsNow(db, when) : [],
    penNamesOf(db, who),
    db.select({ protectedAt: people.protectedAt }).from(people).where(eq(people.id, who.id)),
  ])
  const own = await slugOfCall(db, story.callId)
  return {
    story: {
      id: story.id,
      publicId,
      state: story.state,
      version: story.version,
      savedAt: story.savedAt.toISOString(),
      savedIn: lastWindowOf(story),
      mayWrite: ownerMayWrite(story.state),
    },
    content: await draftContent(db, story),
    sections: allSections,
    topics: allTopics,
    pictures: storyPictures.map((picture) => ({
      publicId: picture.publicId,
      width: picture.width,
      height: picture.height,
      size: sizeForPage(picture.sizes),
      alt: picture.alt,
      credit: picture.credit,
      caption: picture.caption,
      rightsConfirmed: picture.rightsConfirmed,
      licence: picture.licence,
    })),
    points:
      story.state === 'changes_requested'
        ? points.map(({ id, text, doneAt, answer, anchor }) => ({
            id,
            text,
            answer,
            done: doneAt !== null,
            quote: anchor?.quote ?? '',
            from: anchor?.from ?? 0,
          }))
        : [],
    emailConfirmed: who.confirmed,
    keepsLocalCopy: await keepsLocalCopies(db, who),
    calls: callsToChoose(calls, own),
    isProtected: (owner?.protectedAt ?? null) !== null,
    penNames,
  }
}

function callsToChoose(open: OpenCall[], own: { slug: string; title: string } | null) {
  const choices = open.map(({ slug, title }) => ({ slug, title }))
  return own && !choices.some(({ slug }) => slug === own.slug) ? [own, ...choices] : choices
}

const PEN_NAMES_SHOWN = 12

async function penNamesOf(db: Reader, who: Person): Promise<string[]> {
  const rows = await db
    .selectDistinct({ name: stories.penName })
    .from(stories)
    .where(and(eq(stories.ownerId, who.id), ne(stories.penName, '')))
    .orderBy(asc(stories.penName))
    .limit(PEN_NAMES_SHOWN)
  return rows.map(({ name }) => name)
}

export type DraftSaved =
  /** `suggestedLanguage` only when the words are plainly in another language than the story is said to be. */
  | { ok: true; version: number; savedAt: Date; suggestedLanguage?: string }
  | { ok: false; because: 'not-found' }
  | { ok: false; because: 'not-editable'; version: number; state: StoryState }
  /** `yours`: the window that asks made the stored version itself and never heard of it. */
  | { ok: false; because: 'conflict'; version: number; theirs: DraftContent; yours: boolean }
  | { ok: false; because: 'faults'; faults: DraftFault[] }

/**
 * Saves a draft. Acknowledged means committed. A version that is not the stored one is a conflict, and both texts are
 * kept: the stored one where it is, the other in the answer's reader's hands. The same words sent twice are no conflict.
 * With `aside` the draft stays as it is, and the words become a revision beside it.
 */
export async function saveDraft(
  db: Database,
  publicId: string,
  input: unknown,
  who: Person,
  when: Date,
): Promise<DraftSaved> {
  const parsed = draftInput.safeParse(input)
  if (!parsed.success) return { ok: false, because: 'faults', faults: parsed.error.issues.map(draftFaultOf) }
  const draft = parsed.data
  const checked = checkCopy(draft.copy)
  if (!checked.ok) return { ok: false, because: 'faults', faults: checked.faults }
  const copy = draft.dateline
    ? withDateline(checked.copy, draft.dateline.place ? { agency: '', ...draft.dateline } : null)
    : checked.copy

  let language = draft.language ?? ''
  const saved = await db.transaction(async (tx): Promise<DraftSaved> => {
    const story = await ownStory(tx, publicId, who)
    if (!story) return { ok: false, because: 'not-found' }
    language ||= story.language
    if (!ownerMayWrite(story.state))
      return { ok: false, because: 'not-editable', version: story.version, state: story.state }
    const chosen = await choicesOf(tx, story, draft, when)
    const faults = [
      ...chosen.faults,
      ...deskOnlyFaults(story.copy, copy),
      ...(await strangePictures(tx, story.id, copy)),
    ]
    if (faults.length) return { ok: false, because: 'faults', faults }

    const stored = await draftContent(tx, story)
    const next: DraftContent = {
      headline: draft.headline,
      standfirst: draft.standfirst,
      section: chosen.section?.slug ?? null,
      topics: chosen.topics.map((topic) => topic.slug).sort(),
      byline: { kind: draft.byline.kind, penName: draft.byline.kind === 'pen' ? draft.byline.penName : '' },
      language: draft.language ?? story.language,
      copy,
      call: chosen.call?.slug ?? null,
      ...toldTo(stored, draft),
    }
    if (draft.aside) {
      const kept = await keepAside(tx, story.id, wordsIn(next), who.id, when)
      if (kept) return { ok: true, version: story.version, savedAt: story.savedAt }
      const full = {
        path: 'aside',
        message: 'no more versions are kept aside',
        code: 'asides-full',
        most: mostAsides,
      } as const
      return { ok: false, because: 'faults', faults: [full] }
    }
    if (sameWords(stored, next)) return { ok: true, version: story.version, savedAt: story.savedAt }
    if (draft.version !== story.version) {
      const yours = draft.window !== undefined && draft.window === lastWindowOf(story)
      return { ok: false, because: 'conflict', version: story.version, theirs: stored, yours }
    }

    await tx
      .update(stories)
      .set({
        version: story.version + 1,
        ...wordColumns(next),
        sectionId: chosen.section?.id ?? null,
        callId: chosen.call?.id ?? null,
        language: next.language,
        bylineKind: next.byline.kind,
        penName: next.byline.penName,
        savedAt: when,
        savedIn: draft.window ? `${story.version + 1}:${draft.window}` : null,
      })
      .where(and(eq(stories.id, story.id), eq(stories.version, story.version)))
    await replaceTopics(
      tx,
      story.id,
      chosen.topics.map((topic) => topic.id),
    )
    if (story.state !== 'draft') await keepSearchable(tx, story.id)
    if (!sameTold(stored, next)) await keepDeskOnly(tx, story.id, toldIn(next))
    await keepAutosave(tx, story.id, next, who.id, when)
    return { ok: true, version: story.version + 1, savedAt: when }
  })
  // After the commit: nobody waits for a lock while a language is guessed.
  const suggested = saved.ok ? await suggestedLanguage(copy, language) : null
  return saved.ok && suggested ? { ...saved, suggestedLanguage: suggested } : saved
}

/** The story if this person wrote it, else null: ownership is part of the question. */
export async function ownStory(db: Reader, publicId: string, who: Person): Promise<Story | null> {
  const [row] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.publicId, publicId), eq(stories.ownerId, who.id)))
  return row ? storyOf(row) : null
}

/** Moves and photos make versions too, so the mark counts only with the version it was written for. */
function lastWindowOf({ savedIn, version }: Story): string {
  return savedIn?.startsWith(`${version}:`) ? savedIn.slice(`${version}:`.length) : ''
}

async function draftContent(db: Reader, story: Story): Promise<DraftContent> {
  const [content, told, call] = [
    await contentOf(db, story),
    await deskOnlyOf(db, story.id),
    await slugOfCall(db, story.callId),
  ]
  return { ...content, ...told, call: call?.slug ?? null }
}

async function choicesOf(tx: Writer, story: Story, draft: DraftInput, when: Date) {
  const faults: DraftFault[] = []
  const [section] = draft.section ? await tx.select().from(sections).where(eq(sections.slug, draft.section)) : []
  if (draft.section && !section) faults.push({ path: 'section', message: 'no such section', code: 'not-a-choice' })
  const wanted = [...new Set(draft.topics)]
  const found = wanted.length
    ? await tx.select({ id: topics.id, slug: topics.slug }).from(topics).where(inArray(topics.slug, wanted))
    : []
  if (found.length < wanted.length) faults.push({ path: 'topics', message: 'no such topic', code: 'not-a-choice' })
  const kept = draft.section === undefined && story.sectionId ? await sectionById(tx, story.sectionId) : undefined
  return { section: section ?? kept, topics: found, call: await chosenCall(tx, story, draft, when, faults), faults }
}

// A call that has closed since stays with the story that answers it; it is only not chosen anew.
async function chosenCall(tx: Writer, story: Story, draft: DraftInput, when: Date, faults: DraftFault[]) {
  const own = await slugOfCall(tx, story.callId)
  if (draft.call === undefined || (own && draft.call === own.slug)) return own
  if (!draft.call) return null
  const call = await callForDraft(tx, draft.call, when)
  if (!call) faults.push({ path: 'call', message: 'the call has closed', code: 'call-closed' })
  return call
}

async function sectionById(tx: Writer, id: number) {
  const [section] = await tx.select().from(sections).where(eq(sections.id, id))
  return section
}

/** Faults for pictures in the copy that were not added to this story: one story cannot show another's. */
export async function strangePictures(tx: Writer, storyId: number, copy: Copy): Promise<DraftFault[]> {
  const used = [...new Set(figuresIn(copy).map((figure) => figure.pictureId))]
  if (used.length === 0) return []
  const rows = await tx
    .select({ publicId: pictures.publicId })
    .from(pictures)
    .where(and(eq(pictures.storyId, storyId), inArray(pictures.publicId, used)))
  const own = new Set(rows.map((row) => row.publicId))
  return used
    .filter((id) => !own.has(id))
    .map(() => ({ path: 'copy', message: 'a picture of another story', code: 'strange-picture' as const }))
}

async function replaceTopics(tx: Writer, storyId: number, topicIds: number[]) {
  await tx.delete(storyTopics).where(eq(storyTopics.storyId, storyId))
  if (topicIds.length) await tx.insert(storyTopics).values(topicIds.map((topicId) => ({ storyId, topicId })))
}

function toldTo(stored: DeskOnly, draft: DraftInput): DeskOnly {
  return {
    sources: draft.sources ?? stored.sources,
    knownWhere: draft.knownWhere ?? stored.knownWhere,
    knownWhen: draft.knownWhen ?? stored.knownWhen,
    knownHow: draft.knownHow ?? stored.knownHow,
    aiUse: draft.aiUse ?? stored.aiUse,
    aiNote: draft.aiNote ?? stored.aiNote,
  }
}

function toldIn({ sources, knownWhere, knownWhen, knownHow, aiUse, aiNote }: DraftContent): DeskOnly {
  return { sources, knownWhere, knownWhen, knownHow, aiUse, aiNote }
}

function sameTold(a: DraftContent, b: DraftContent): boolean {
  return JSON.stringify(toldIn(a)) === JSON.stringify(toldIn(b))
}

/** The words that readers would get, without what is the desk's alone. */
function wordsIn({
  headline,
  standfirst,
  section,
  topics: chosen,
  byline,
  language,
  copy,
}: DraftContent): StoryContent {
  return { headline, standfirst, section, topics: chosen, byline, language, copy }
}

// One kept copy in ten minutes of writing is enough to go back to, and cheap.
async function keepAutosave(tx: Writer, storyId: number, next: DraftContent, byId: number, when: Date) {
  const newest = await newestRevision(tx, storyId)
  if (newest && when.getTime() - newest.at.getTime() < AUTOSAVE_REVISION_EVERY_MS) return
  await keepRevision(tx, storyId, wordsIn(next), 'autosave', byId, when)
}

function sameWords(a: DraftContent, b: DraftContent): boolean {
  return a.call === b.call && sameTold(a, b) && canonicalContent(wordsIn(a)) === canonicalContent(wordsIn(b))
}

function sizeForPage(sizes: { width: number; format: string }[]): string {
  const fits = sizes
    .filter((size) => size.format === 'webp')
    .sort((a, b) => Math.abs(a.width - 800) - Math.abs(b.width - 800))
  const best = fits[0] ?? sizes[0]
  return best ? `${best.width}.${best.format}` : ''
}
