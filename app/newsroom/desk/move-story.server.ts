// The one door for every change of a story's state: look, ask, guarded write, log, letters, print – one transaction.
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { type MoveOrder, moveOrder } from '#app/newsroom/desk/move-order.ts'
import { contributorsWords, openEdit, type SettledEdit, settledEdit } from '#app/newsroom/desk/open-edit.server.ts'
import { CLOCK, type Mover, mayMove, type PolicyFacts, type PolicyRefusal } from '#app/newsroom/desk/policy.ts'
import { type Telling, type Told, tell } from '#app/newsroom/desk/tell.ts'
import { canMove, type Move, moveRow, type Need, stateAfter } from '#app/newsroom/desk/workflow.ts'
import type { StoryLetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import { cancelLetters, writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { instantIn } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { deskOnlyOf } from '#app/newsroom/story/news-fields.server.ts'
import { type FaultCode, faultsToSubmit, toldFacts } from '#app/newsroom/story/readiness.ts'
import { contentOf, hashOf, keepRevision, revisionById, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import { countState } from '#app/newsroom/story/state-counts.server.ts'
import { type Story, type StoryContent, type StoryState, storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { changePoints, deskLog, holds } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'

/** A move as a caller orders it: only what differs from the schema's defaults has to be said. */
export type Order = { story: string; move: Move; version: number } & Partial<Omit<MoveOrder, 'move' | 'version'>>

/** What the press is told to print. */
export type PrintOrder = { storyId: number; ownerId: number; revisionId: number; hash: string; content: StoryContent }

/** The press's part of a move, handed in by whoever wires the house. Everything runs inside the move's transaction. */
export type PressWork = {
  publish(tx: Writer, order: PrintOrder, when: Date): Promise<{ slug: string }>
  retract(tx: Writer, storyId: number, publicReason: string, when: Date): Promise<void>
  unpublish(tx: Writer, storyId: number, when: Date): Promise<void>
  restore(tx: Writer, storyId: number, when: Date): Promise<{ slug: string }>
  /** Called after the commit of a move that changed what readers get. */
  afterwards(): void
}

export type MoveFault = { field: string; code: NeedFault | FaultCode | 'not-read'; message?: string }

/** Faults of the order itself, each with its sentence in words. */
export type NeedFault =
  | 'no-points'
  | 'points-open'
  | 'no-reasons'
  | 'no-words'
  | 'no-desk-words'
  | 'no-time'
  | 'time-past'
  | 'no-such-editor'
  | 'no-hold-kind'
  | 'no-hold'
  | 'edit-open'
  | 'edit-agreed'
  | 'edit-rejected'

/** Why a move is not made now, although it might be at another time. */
export type Conflict =
  | 'already-moved' // the state no longer allows it; `by` made the last move
  | 'changed' // another version than the one the order was based on
  | 'changed-since-approval'
  | 'other-words' // the order names another revision's hash
  | 'on-hold'
  | 'embargo'
  | 'not-edited'
  | 'too-late'
  | 'not-due'

export type Moved = { ok: true; state: StoryState; version: number; told: ToldWho[]; number: number; slug?: string }
export type MoveRefused =
  | { ok: false; because: PolicyRefusal }
  | { ok: false; because: Conflict; by: string | null; state: StoryState; version: number }
  | { ok: false; because: 'faults'; faults: MoveFault[] }

/** Who was told, for the one who moved: a side, and how many people stand on it. */
export type ToldWho = { who: Told; letter: string; people: number; afterMinutes: number }

/**
 * Makes one move on one story, or refuses with a reason. Exactly one of several orders on the same version wins.
 * The same order sent twice by the same person is made once and answered twice.
 */
export async function moveStory(
  db: Database,
  order: Order,
  who: Mover,
  when: Date,
  press: PressWork,
): Promise<Moved | MoveRefused> {
  const { story: publicId, ...rest } = order
  const parsed = moveOrder.safeParse(rest)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue): MoveFault => ({
        field: issue.path.map(String).join('.'),
        code: 'not-read',
        message: issue.message,
      }),
    )
    return { ok: false, because: 'faults', faults }
  }
  const result = await db.transaction((tx) => moveInside(tx, publicId, parsed.data, who, when, press))
  if (result.ok && changesThePaper(order.move)) press.afterwards()
  return result
}

/** How long a claim lives without its holder looking at the story. */
export const CLAIM_LAPSES_AFTER_HOURS = 4
const UNPUBLISH_WITHIN_MINUTES = 30

async function moveInside(
  tx: Writer,
  publicId: string,
  order: MoveOrder,
  who: Mover,
  when: Date,
  press: PressWork,
): Promise<Moved | MoveRefused> {
  const [row] = await tx.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row) return { ok: false, because: 'not-found' }
  const story = storyOf(row)
  const last = await lastLogRow(tx, story.id)

  const refusal = mayMove(who, order.move, await policyFacts(tx, story, order.move), order.spam || story.spam)
  if (refusal && NEVER_YOURS.includes(refusal)) return { ok: false, because: refusal }
  if (last && isReplay(last, order, who)) return replayed(story, last)

  const conflict = (because: Conflict): MoveRefused => ({
    ok: false,
    because,
    by: last?.byName ?? null,
    state: story.state,
    version: story.version,
  })
  if (!canMove(story.state, order.move)) return conflict('already-moved')
  if (order.version !== story.version) return conflict('changed')
  if (refusal) return { ok: false, because: refusal }
  if (who === CLOCK && !isDue(order.move, story, when)) return conflict('not-due')

  const outlet = await outletOf(tx)
  const asked = await askNeeds(tx, story, order, when, outlet)
  if (asked.conflict) return conflict(asked.conflict)
  if (asked.faults.length) return { ok: false, because: 'faults', faults: asked.faults }

  const said = asked.settled ? { ...order, note: withListing(order.note, asked.settled.listing) } : order
  const held = await holderStillThere(tx, story)
  const to = stateAfter(story.state, order.move, held)
  const version = story.version + 1
  const patch = await effects(tx, story, order, who, when, asked, held)
  const [moved] = await tx
    .update(stories)
    .set({ ...patch, state: to, version, ...(to === story.state ? {} : { enteredAt: when }) })
    .where(and(eq(stories.id, story.id), eq(stories.version, story.version), eq(stories.state, story.state)))
    .returning()
  if (!moved) return conflict('changed')
  await countState(tx, story.state, to)
  const after = storyOf(moved)

  const printed = await print(tx, after, order, when, press)
  const told = await writeLetters(tx, story, after, said, who, when, outlet, printed?.slug ?? null)
  await tx
    .insert(deskLog)
    .values({
      storyId: story.id,
      move: order.move,
      fromState: story.state,
      toState: to,
      byId: who === CLOCK ? null : who.id,
      at: when,
      reasons: order.reasons,
      note: said.note,
      deskNote: order.deskNote,
      revisionHash: asked.hash,
      version,
      told: told.map((t) => `${t.who}:${t.letter}:${t.people}:${t.afterMinutes}`),
    })
    .returning({ id: deskLog.id })
  return { ok: true, state: to, version, told, number: story.id, ...(printed ? { slug: printed.slug } : {}) }
}

// ---- look ----------------------------------------------------------------------------------------------------------

const NEVER_YOURS: readonly PolicyRefusal[] = ['not-found', 'not-allowed', 'own-story']

type LastRow = {
  move: string
  byId: number | null
  byName: string | null
  version: number
  toState: StoryState
  told: string[]
}

async function lastLogRow(tx: Reader, storyId: number): Promise<LastRow | undefined> {
  const [last] = await tx
    .select({
      move: deskLog.move,
      byId: deskLog.byId,
      byName: people.name,
      version: deskLog.version,
      toState: deskLog.toState,
      told: deskLog.told,
    })
    .from(deskLog)
    .leftJoin(people, eq(people.id, deskLog.byId))
    .where(eq(deskLog.storyId, storyId))
    .orderBy(desc(deskLog.id))
    .limit(1)
  return last
}

async function policyFacts(tx: Reader, story: Story, move: Move): Promise<PolicyFacts> {
  return {
    state: story.state,
    ownerId: story.ownerId,
    claimedById: story.claimedById,
    appealed: story.appealed,
    spam: story.spam,
    decidedById: move === 'restore' ? await madeBy(tx, story.id, 'retract') : null,
  }
}

async function madeBy(tx: Reader, storyId: number, move: Move): Promise<number | null> {
  const [row] = await tx
    .select({ byId: deskLog.byId })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), eq(deskLog.move, move)))
    .orderBy(desc(deskLog.id))
    .limit(1)
  return row?.byId ?? null
}

function isReplay(last: LastRow, order: MoveOrder, who: Mover): boolean {
  return who !== CLOCK && last.byId === who.id && last.move === order.move && last.version === order.version + 1
}

function replayed(story: Story, last: LastRow): Moved {
  const told = last.told.map((text): ToldWho => {
    const [who, letter, people, afterMinutes] = text.split(':')
    return { who: who as Told, letter: letter ?? '', people: Number(people), afterMinutes: Number(afterMinutes) }
  })
  return { ok: true, state: last.toState, version: last.version, told, number: story.id }
}

/** May the clock make this move already? A job can run late, early on a wrong clock, or twice. */
function isDue(move: Move, story: Story, when: Date): boolean {
  const now = when.getTime()
  switch (move) {
    case 'publish':
      return story.publishAt !== null && story.publishAt.getTime() <= now
    case 'release': {
      const seen = story.claimSeenAt ?? story.claimedAt
      return seen !== null && seen.getTime() + CLAIM_LAPSES_AFTER_HOURS * 3_600_000 <= now
    }
    case 'lapse':
      // Twice the time that was given.
      return story.dueAt !== null && 2 * story.dueAt.getTime() - story.enteredAt.getTime() <= now
    case 'overrideSignOff':
      return story.dueAt !== null && story.dueAt.getTime() <= now
    default:
      return true
  }
}

// ---- ask -----------------------------------------------------------------------------------------------------------

type Asked = {
  faults: MoveFault[]
  conflict: Conflict | null
  content: StoryContent
  hash: string
  at: Date | null
  to: { id: number; name: string } | null
  /** The words after the contributor's answers to the desk's changes. */
  settled: SettledEdit | null
}

async function askNeeds(
  tx: Writer,
  story: Story,
  order: MoveOrder,
  when: Date,
  outlet: OutletSettings,
): Promise<Asked> {
  const content = await contentOf(tx, story)
  const asked: Asked = {
    faults: [],
    conflict: null,
    content,
    hash: hashOf(content),
    at: null,
    to: null,
    settled: null,
  }
  for (const need of moveRow(order.move).needs) await askNeed(tx, need, story, order, when, outlet, asked)
  return asked
}

async function askNeed(
  tx: Writer,
  need: Need,
  story: Story,
  order: MoveOrder,
  when: Date,
  outlet: OutletSettings,
  asked: Asked,
): Promise<void> {
  const fault = (field: string, code: MoveFault['code']) => asked.faults.push({ field, code })
  switch (need) {
    case 'ready':
    case 'ready-to-publish': {
      for (const { field, code, weight } of await readinessFaults(tx, story, asked.content))
        if (weight === 'error') fault(field, code)
      return
    }
    case 'points':
      if (pointsOf(order).length === 0) fault('points', 'no-points')
      return
    case 'points-answered':
      if ((await openPoints(tx, story)) > 0) fault('points', 'points-open')
      return
    case 'reasons':
      if (order.reasons.length === 0) fault('reasons', 'no-reasons')
      if (!order.note) fault('note', 'no-words')
      return
    case 'words':
      if (!order.note) fault('note', 'no-words')
      return
    case 'desk-words':
      if (!order.deskNote) fault('deskNote', 'no-desk-words')
      return
    case 'at':
      asked.at = instantIn(outlet.timeZone, order.at)
      if (!asked.at) fault('at', 'no-time')
      else if (asked.at <= when) fault('at', 'time-past')
      return
    case 'to':
      asked.to = await editorByPublicId(tx, order.to)
      if (!asked.to || asked.to.id === story.ownerId) fault('to', 'no-such-editor')
      return
    case 'hash':
      if (order.hash && order.hash !== asked.hash) asked.conflict = 'other-words'
      return
    case 'approved-hash': {
      const revision = await revisionById(tx, story.revisionId)
      const same = revision && revision.hash === story.approvedHash && hashOf(revision.content) === story.approvedHash
      if (!same || asked.hash !== story.approvedHash) asked.conflict = 'changed-since-approval'
      return
    }
    case 'no-hold':
      if (await isOnHold(tx, story.id)) asked.conflict = 'on-hold'
      return
    case 'no-embargo': {
      const appears = asked.at ?? when
      if (story.embargoUntil && appears < story.embargoUntil) asked.conflict = 'embargo'
      return
    }
    case 'desk-edit':
      if ((await contributorsHash(tx, story.id)) === asked.hash) asked.conflict = 'not-edited'
      return
    case 'nothing-rejected':
      if ((await openEdit(tx, story))?.changes.some((change) => change.accepted === false))
        fault('suggestions', 'edit-rejected')
      return
    case 'edit-answered': {
      const edit = await openEdit(tx, story)
      if (!edit || edit.changes.some((change) => change.accepted === null)) fault('suggestions', 'edit-open')
      else if (edit.changes.every((change) => change.accepted)) fault('suggestions', 'edit-agreed')
      else asked.settled = settledEdit(edit, asked.content)
      return
    }
    case 'fresh-publication':
      if (when.getTime() - story.enteredAt.getTime() > UNPUBLISH_WITHIN_MINUTES * 60_000) asked.conflict = 'too-late'
      return
    case 'hold-kind':
      if (!order.hold) fault('hold', 'no-hold-kind')
      return
  }
}

async function readinessFaults(tx: Reader, story: Story, content: StoryContent) {
  const [owner] = await tx.select({ confirmedAt: people.confirmedAt }).from(people).where(eq(people.id, story.ownerId))
  const [told, { aiDeclaration }] = [await deskOnlyOf(tx, story.id), await outletOf(tx)]
  const confirmed = await tx
    .select({ publicId: pictures.publicId })
    .from(pictures)
    .where(and(eq(pictures.storyId, story.id), eq(pictures.rightsConfirmed, true)))
  return faultsToSubmit({
    headline: content.headline,
    standfirst: content.standfirst,
    section: content.section,
    byline: content.byline,
    copy: content.copy,
    ...toldFacts(told),
    aiDeclaration,
    rightsConfirmed: new Set(confirmed.map((picture) => picture.publicId)),
    emailConfirmed: Boolean(owner?.confirmedAt),
  })
}

/** The points an order names; a text of several lines is one point a line. */
export function pointsOf(order: { points: readonly string[] }): string[] {
  return order.points
    .flatMap((point) => point.split('\n'))
    .map((point) => point.trim())
    .filter(Boolean)
}

async function openPoints(tx: Reader, story: Story): Promise<number> {
  const points = await tx
    .select({ doneAt: changePoints.doneAt, answer: changePoints.answer })
    .from(changePoints)
    .where(and(eq(changePoints.storyId, story.id), eq(changePoints.round, story.round)))
  return points.filter((point) => point.doneAt === null && !point.answer.trim()).length
}

async function editorByPublicId(tx: Reader, publicId: string) {
  const [editor] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.publicId, publicId), inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
  return editor ?? null
}

async function isOnHold(tx: Reader, storyId: number): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(holds)
    .where(and(eq(holds.storyId, storyId), isNull(holds.liftedAt)))
  return (row?.n ?? 0) > 0
}

async function contributorsHash(tx: Reader, storyId: number): Promise<string | null> {
  const [row] = await tx
    .select({ hash: revisions.hash })
    .from(revisions)
    .where(and(eq(revisions.storyId, storyId), inArray(revisions.why, [...contributorsWords])))
    .orderBy(desc(revisions.number))
    .limit(1)
  return row?.hash ?? null
}

async function holderStillThere(tx: Reader, story: Story): Promise<boolean> {
  if (story.claimedById === null) return false
  const [holder] = await tx
    .select({ role: people.role, suspendedAt: people.suspendedAt })
    .from(people)
    .where(eq(people.id, story.claimedById))
  return holder !== undefined && holder.role !== 'contributor' && holder.suspendedAt === null
}

// ---- write ---------------------------------------------------------------------------------------------------------

type Patch = Partial<typeof stories.$inferInsert>

const NO_CLAIM: Patch = { claimedById: null, claimedAt: null, claimSeenAt: null }

/** What a move changes besides the state; writes the rows that belong to it (revision, points, holds). */
async function effects(
  tx: Writer,
  story: Story,
  order: MoveOrder,
  who: Mover,
  when: Date,
  asked: Asked,
  held: boolean,
): Promise<Patch> {
  const byId = who === CLOCK ? null : who.id
  const answered: Patch = { firstAnsweredAt: story.firstAnsweredAt ?? when }
  const due = new Date(when.getTime() + order.days * 86_400_000)
  switch (order.move) {
    case 'submit': {
      const revision = await keepRevision(tx, story.id, asked.content, 'submit', byId, when)
      return {
        revisionId: revision.id,
        submittedAt: story.submittedAt ?? when,
        answerBy: await promise(tx, story, when),
      }
    }
    case 'takeBack':
      return { answerBy: null }
    case 'withdraw':
      return { ...NO_CLAIM, approvedHash: null, publishAt: null, answerBy: null, dueAt: null }
    case 'claim':
      return { claimedById: byId, claimedAt: when, claimSeenAt: when }
    case 'release':
      return NO_CLAIM
    case 'handOver':
      return { claimedById: asked.to?.id, claimedAt: when, claimSeenAt: when }
    case 'requestChanges': {
      await writePoints(tx, story, pointsOf(order), byId, when)
      return { ...answered, round: story.round, dueAt: due }
    }
    case 'resubmit': {
      const revision = await keepRevision(tx, story.id, asked.content, 'resubmit', byId, when)
      return {
        ...(held ? { claimSeenAt: when } : NO_CLAIM),
        revisionId: revision.id,
        round: story.round + 1,
        dueAt: null,
        answerBy: await promise(tx, story, when),
      }
    }
    case 'lapse':
      return { ...NO_CLAIM, dueAt: null, decidedAt: when }
    case 'sendForSignOff':
      return { ...answered, dueAt: due }
    case 'agree':
    case 'overrideSignOff':
    case 'approve':
      return {
        ...answered,
        ...(await approved(tx, story, asked, order.move === 'approve' ? byId : story.claimedById, when)),
        dueAt: null,
        decidedAt: when,
      }
    case 'answerEdit': {
      const { content } = asked.settled ?? asked
      const revision = await keepRevision(tx, story.id, content, 'suggestions', byId, when)
      const answerBy = await promise(tx, story, when)
      return {
        ...wordColumns(content),
        revisionId: revision.id,
        savedAt: when,
        dueAt: null,
        claimSeenAt: when,
        answerBy,
      }
    }
    case 'object':
      return { dueAt: null, claimSeenAt: when, answerBy: await promise(tx, story, when) }
    case 'reopen':
      return {
        approvedHash: null,
        approvedById: null,
        publishAt: null,
        claimedById: byId,
        claimedAt: when,
        claimSeenAt: when,
      }
    case 'schedule':
      return { publishAt: asked.at }
    case 'unschedule':
      return { publishAt: null }
    case 'publish':
      return { ...NO_CLAIM, publishAt: null }
    case 'decline':
      return { ...answered, ...NO_CLAIM, decidedAt: when, answerBy: null }
    case 'reject':
      return { ...answered, ...NO_CLAIM, decidedAt: when, answerBy: null, spam: order.spam }
    case 'revise':
      return { round: story.round + 1, firstAnsweredAt: story.firstAnsweredAt }
    case 'appeal':
      return { appealed: true, answerBy: await promise(tx, story, when) }
    case 'revertDecision':
      await cancelDecision(tx, story)
      return { decidedAt: null, spam: false, answerBy: await promise(tx, story, when) }
    case 'retract':
    case 'restore':
    case 'archive':
    case 'unpublish':
      return {}
    case 'placeHold':
      await placeHold(tx, story, order, byId, when)
      return story.state === 'scheduled' ? { publishAt: null } : {}
    case 'liftHold':
      await tx
        .update(holds)
        .set({ liftedAt: when, liftedById: byId })
        .where(and(eq(holds.storyId, story.id), isNull(holds.liftedAt)))
        .returning({ id: holds.id })
      return {}
  }
}

const LONGEST_NOTE = 5000

function withListing(note: string, listing: string): string {
  const all = [note, listing].filter(Boolean).join('\n\n')
  return all.length > LONGEST_NOTE ? `${all.slice(0, LONGEST_NOTE - 1)}…` : all
}

/** The promised date of an answer: the section's clock, from now. */
async function promise(tx: Reader, story: Story, when: Date): Promise<Date> {
  const [section] = story.sectionId
    ? await tx.select({ hours: sections.answerWithinHours }).from(sections).where(eq(sections.id, story.sectionId))
    : []
  return new Date(when.getTime() + (section?.hours ?? 48) * 3_600_000)
}

// Approval is bound to these words: the hash is kept, and printing compares it again.
async function approved(tx: Writer, story: Story, asked: Asked, byId: number | null, when: Date): Promise<Patch> {
  const current = await revisionById(tx, story.revisionId)
  const revision =
    current?.hash === asked.hash ? current : await keepRevision(tx, story.id, asked.content, 'desk', byId, when)
  return { revisionId: revision.id, approvedHash: asked.hash, approvedById: byId }
}

async function writePoints(tx: Writer, story: Story, points: string[], byId: number | null, when: Date) {
  if (byId === null) return
  await tx
    .insert(changePoints)
    .values(points.map((text, position) => ({ storyId: story.id, round: story.round, position, text, byId, at: when })))
    .returning({ id: changePoints.id })
}

async function placeHold(tx: Writer, story: Story, order: MoveOrder, byId: number | null, when: Date) {
  if (byId === null || order.hold === '') return
  await tx
    .insert(holds)
    .values({ storyId: story.id, kind: order.hold, reason: order.deskNote, placedById: byId, placedAt: when })
    .returning({ id: holds.id })
}

// The decision's letters carry the version it made; those that have not left are taken back with it.
async function cancelDecision(tx: Writer, story: Story) {
  const [decision] = await tx
    .select({ version: deskLog.version })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, story.id), inArray(deskLog.move, ['decline', 'reject', 'lapse'])))
    .orderBy(desc(deskLog.id))
    .limit(1)
  if (decision) await cancelLetters(tx, story.id, letterKey(story.id, decision.version))
}

// ---- print ---------------------------------------------------------------------------------------------------------

function changesThePaper(move: Move): boolean {
  return move === 'publish' || move === 'retract' || move === 'unpublish' || move === 'restore'
}

async function print(
  tx: Writer,
  story: Story,
  order: MoveOrder,
  when: Date,
  press: PressWork,
): Promise<{ slug: string } | null> {
  switch (order.move) {
    case 'publish': {
      const revision = await revisionById(tx, story.revisionId)
      if (!revision) throw new Error(`story ${story.id} is approved without a revision`)
      const { id: revisionId, hash, content } = revision
      return press.publish(tx, { storyId: story.id, ownerId: story.ownerId, revisionId, hash, content }, when)
    }
    case 'retract':
      await press.retract(tx, story.id, order.note, when)
      return null
    case 'unpublish':
      await press.unpublish(tx, story.id, when)
      return null
    case 'restore':
      return press.restore(tx, story.id, when)
    default:
      return null
  }
}

// ---- tell ----------------------------------------------------------------------------------------------------------

type Recipient = { id: number; email: string; name: string }

async function writeLetters(
  tx: Writer,
  before: Story,
  after: Story,
  order: MoveOrder,
  who: Mover,
  when: Date,
  outlet: OutletSettings,
  slug: string | null,
): Promise<ToldWho[]> {
  const tellings = tell(order.move, {
    from: before.state,
    held: before.claimedById !== null,
    dateTold: before.state === 'scheduled',
    firstClaim: order.move === 'claim' && !(await wasClaimedBefore(tx, before.id)),
    spam: after.spam,
  })
  if (tellings.length === 0) return []
  const facts = await letterFacts(tx, after, order, outlet, slug)
  const told: ToldWho[] = []
  for (const telling of tellings) {
    const recipients = await recipientsOf(tx, telling, before, after, who)
    for (const recipient of recipients) await writeOne(tx, telling, recipient, facts, after, when)
    if (recipients.length)
      told.push({
        who: telling.who,
        letter: telling.letter,
        people: recipients.length,
        afterMinutes: telling.afterMinutes ?? 0,
      })
  }
  return told
}

type LetterFacts = Omit<StoryLetterFacts, 'forDesk'>

async function writeOne(tx: Writer, telling: Telling, to: Recipient, facts: LetterFacts, story: Story, when: Date) {
  await writeLetter(
    tx,
    {
      key: `${letterKey(story.id, story.version)}${telling.letter}:${to.id}`,
      kind: telling.letter,
      to: { personId: to.id, email: to.email, name: to.name },
      storyId: story.id,
      content: { story: { ...facts, forDesk: telling.who !== 'contributor' } },
      notBefore: new Date(when.getTime() + (telling.afterMinutes ?? 0) * 60_000),
    },
    when,
  )
}

function letterKey(storyId: number, version: number): string {
  return `story:${storyId}:v${version}:`
}

async function letterFacts(
  tx: Reader,
  story: Story,
  order: MoveOrder,
  outlet: OutletSettings,
  slug: string | null,
): Promise<LetterFacts> {
  const [owner] = await tx.select({ name: people.name }).from(people).where(eq(people.id, story.ownerId))
  const [publication] = slug
    ? [{ slug }]
    : await tx.select({ slug: publications.slug }).from(publications).where(eq(publications.storyId, story.id))
  return {
    number: story.id,
    publicId: story.publicId,
    headline: story.headline,
    deskName: outlet.deskName,
    timeZone: outlet.timeZone,
    byline: bylineForTheDesk(story, owner?.name ?? ''),
    note: order.note,
    deskNote: order.deskNote,
    reasons: order.reasons,
    points: pointsOf(order),
    sentAt: story.submittedAt?.toISOString() ?? null,
    answerBy: story.answerBy?.toISOString() ?? null,
    dueAt: story.dueAt?.toISOString() ?? null,
    publishAt: story.publishAt?.toISOString() ?? null,
    slug: publication?.slug ?? null,
    hold: order.hold,
    ticket: '',
    outcome: '',
  }
}

function bylineForTheDesk(story: Story, ownName: string): string {
  if (story.bylineKind === 'pen') return story.penName
  return story.bylineKind === 'withheld' ? '' : ownName
}

async function recipientsOf(
  tx: Reader,
  telling: Telling,
  before: Story,
  after: Story,
  who: Mover,
): Promise<Recipient[]> {
  switch (telling.who) {
    case 'contributor':
      return peopleById(tx, [after.ownerId])
    case 'holder':
    case 'former-holder':
      return others(await peopleById(tx, [before.claimedById]), who)
    case 'new-holder':
      return others(await peopleById(tx, [after.claimedById]), who)
    case 'approver':
      return others(await peopleById(tx, [before.approvedById]), who)
    case 'section':
      return others(await theDesk(tx, after.ownerId), who)
  }
}

async function peopleById(tx: Reader, ids: (number | null)[]): Promise<Recipient[]> {
  const wanted = ids.filter((id): id is number => id !== null)
  if (wanted.length === 0) return []
  return tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(inArray(people.id, wanted))
}

const MOST_DESK_LETTERS = 200

/** Everybody who reads what is new at the desk: the editors, or the admins where there are none; never its writer. */
export async function theDesk(tx: Reader, ownerId: number): Promise<Recipient[]> {
  const desk = await tx
    .select({ id: people.id, email: people.email, name: people.name, role: people.role })
    .from(people)
    .where(and(inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
    .limit(MOST_DESK_LETTERS)
  const editors = desk.filter((person) => person.role === 'editor' && person.id !== ownerId)
  return editors.length ? editors : desk.filter((person) => person.id !== ownerId)
}

function others(recipients: Recipient[], who: Mover): Recipient[] {
  return who === CLOCK ? recipients : recipients.filter((recipient) => recipient.id !== who.id)
}

async function wasClaimedBefore(tx: Reader, storyId: number): Promise<boolean> {
  const [row] = await tx
    .select({ n: count() })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, storyId), eq(deskLog.move, 'claim')))
  return (row?.n ?? 0) > 0
}
