// What a move needs: every need of its row, asked of the story and of the order.
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { approversOf } from '#app/newsroom/desk/approvals.server.ts'
import { pointsPutDown } from '#app/newsroom/desk/change-points.server.ts'
import { strangeReasons } from '#app/newsroom/desk/desk-reasons.server.ts'
import { contributorsWords, editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { pendingEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { partConflict } from '#app/newsroom/desk/moving/joined-report.server.ts'
import type { Conflict, MoveFault } from '#app/newsroom/desk/moving/outcome.ts'
import { type ApprovedEdition, approvedEdition } from '#app/newsroom/desk/moving/pending-edition.server.ts'
import { openEdit, type SettledEdit, settledEdit } from '#app/newsroom/desk/open-edit.server.ts'
import { CLOCK, type Mover, mayMove } from '#app/newsroom/desk/policy.ts'
import { isInterested, lastEditor, policyFacts, sectionRules } from '#app/newsroom/desk/policy-facts.server.ts'
import { UNDO_MINUTES } from '#app/newsroom/desk/tell.ts'
import { verificationOf } from '#app/newsroom/desk/verification.server.ts'
import type { CheckKey } from '#app/newsroom/desk/verification.ts'
import { type Move, moveRow, type Need } from '#app/newsroom/desk/workflow.ts'
import { instantIn } from '#app/newsroom/outlet/local-time.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { OutletSettings } from '#app/newsroom/outlet/settings.ts'
import { deskOnlyOf } from '#app/newsroom/story/news-fields.server.ts'
import { faultsToSubmit, toldFacts } from '#app/newsroom/story/readiness.ts'
import { contentOf, hashOf, revisionById } from '#app/newsroom/story/revisions.server.ts'
import type { Story, StoryContent } from '#app/newsroom/story/story.ts'
import type { Reader, Writer } from '#db/client.ts'
import { changePoints, holds } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { revisions } from '#db/schema/story.ts'

const UNPUBLISH_WITHIN_MINUTES = 30

/** What was found out while asking: faults and conflicts, and what the effects go on with. */
export type Asked = {
  faults: MoveFault[]
  conflict: Conflict | null
  /** Whose yes this move adds to the words; null where it adds none. */
  approverId: number | null
  /** Who has approved the words of now before this move. */
  approvers: number[]
  /** With this move as many have approved as the section asks for, and nothing is left to verify. */
  complete: boolean
  /** A hold does not take this date away: the embargo is over by then. */
  keepsDate: boolean
  content: StoryContent
  hash: string
  at: Date | null
  to: { id: number; name: string } | null
  /** What `correct`, `clarify` and `update` print. */
  edition: ApprovedEdition | null
  /** The words after the contributor's answers to the desk's changes. */
  settled: SettledEdit | null
}

/** Asks every need of the move’s row. Writes nothing. */
export async function askNeeds(
  tx: Writer,
  story: Story,
  order: MoveOrder,
  who: Mover,
  when: Date,
  outlet: OutletSettings,
): Promise<Asked> {
  const content = await contentOf(tx, story)
  const asked: Asked = {
    faults: [],
    conflict: null,
    approverId: null,
    approvers: [],
    complete: false,
    keepsDate: false,
    content,
    hash: hashOf(content),
    at: null,
    to: null,
    edition: null,
    settled: null,
  }
  if ((await strangeReasons(tx, order.reasons)).length > 0)
    asked.faults.push({ field: 'reasons', code: 'no-such-reason' })
  await askApprovals(tx, story, order.move, who, asked)
  for (const need of moveRow(order.move).needs) await askNeed(tx, need, story, order, who, when, outlet, asked)
  return asked
}

async function askNeed(
  tx: Writer,
  need: Need,
  story: Story,
  order: MoveOrder,
  who: Mover,
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
      if (pointsOf(order).length === 0 && !(await asksOtherwise(tx, story))) fault('points', 'no-points')
      return
    case 'points-answered':
      for (const id of await openPoints(tx, story)) fault(`points.${id}`, 'points-open')
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
      askInstant(order, when, outlet, asked)
      return
    case 'to': {
      const to = await editorByPublicId(tx, order.to)
      if (!to || to.id === story.ownerId) fault('to', 'no-such-editor')
      else if (mayMove(to, 'claim', await policyFacts(tx, story, to)) !== null) fault('to', 'editor-may-not')
      asked.to = to
      return
    }
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
      if ((await openHolds(tx, story.id)).some((kind) => kind !== 'embargo')) asked.conflict = 'on-hold'
      return
    case 'no-legal-hold':
      if ((await openHolds(tx, story.id)).includes('legal')) asked.conflict = 'on-hold'
      return
    case 'hold-open': {
      const open = await openHolds(tx, story.id)
      const embargo = story.embargoUntil !== null && (order.hold === '' || order.hold === 'embargo')
      if (!embargo && !open.some((kind) => order.hold === '' || kind === order.hold)) fault('hold', 'no-hold')
      return
    }
    case 'verified':
      for (const check of await openChecks(tx, story)) fault('verification', `check-${check}`)
      return
    case 'silence':
      if (who === CLOCK && !(await isSilence(tx, story, asked))) asked.conflict = 'not-due'
      return
    case 'changed':
      if (who === CLOCK && asked.hash === story.approvedHash) asked.conflict = 'not-due'
      return
    case 'fresh-decision':
      if (when.getTime() - story.enteredAt.getTime() >= UNDO_MINUTES * 60_000) asked.conflict = 'letter-gone'
      return
    case 'sure':
      if ((story.state === 'approved' || story.state === 'scheduled') && !order.sure) fault('sure', 'not-sure')
      return
    case 'safety-words':
      if (order.safety && !order.deskNote) fault('deskNote', 'no-safety-words')
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
    case 'next-edition': {
      const found = await approvedEdition(tx, story, order)
      if ('conflict' in found) asked.conflict = found.conflict
      else {
        asked.edition = found.edition
        asked.hash = found.edition.hash
      }
      return
    }
    case 'joined':
      if (story.mergedIntoId === null) asked.conflict = 'not-joined'
      return
    case 'parted':
      asked.conflict = (await partConflict(tx, story)) ?? asked.conflict
      return
    case 'hold-kind':
      if (!order.hold) fault('hold', 'no-hold-kind')
      if (order.hold !== 'embargo') return
      askInstant(order, when, outlet, asked)
      asked.keepsDate = asked.at !== null && story.publishAt !== null && story.publishAt >= asked.at
      return
  }
}

function askInstant(order: MoveOrder, when: Date, outlet: OutletSettings, asked: Asked) {
  asked.at = instantIn(outlet.timeZone, order.at)
  if (!asked.at) asked.faults.push({ field: 'at', code: 'no-time' })
  else if (asked.at <= when) asked.faults.push({ field: 'at', code: 'time-past' })
}

// Whose yes the move adds, and whether it is the last one that was wanted. Silence and agreement count for the editor
// who sent the words out, unless four eyes forbid it; then the story goes back to review, where another approves.
async function askApprovals(tx: Reader, story: Story, move: Move, who: Mover, asked: Asked) {
  if (move === 'reopen' && story.approvedHash) asked.approvers = await approversOf(tx, story.id, story.approvedHash)
  if (moveRow(move).to !== 'approved-when-complete') return
  const section = await sectionRules(tx, story.sectionId)
  const forHolder = move === 'agree' || who === CLOCK
  const candidate = forHolder ? story.claimedById : who.id
  const counts =
    candidate !== null &&
    !(forHolder && (await isInterested(tx, story.id, candidate))) &&
    !(forHolder && section.fourEyes && (await lastEditor(tx, story)) === candidate)
  asked.approverId = counts ? candidate : null
  asked.approvers = await approversOf(tx, story.id, asked.hash)
  const all = new Set([...asked.approvers, ...(asked.approverId === null ? [] : [asked.approverId])])
  const isVerified = move !== 'agree' || (await openChecks(tx, story)).length === 0
  asked.complete = all.size >= section.approvals && isVerified
}

async function openChecks(tx: Reader, story: Story): Promise<CheckKey[]> {
  const { state, checks } = await verificationOf(tx, story)
  if (state !== 'open') return []
  return checks.filter((check) => check.asked && check.state === 'open').map(({ key }) => key)
}

// The section takes silence for a yes, the contributor has said no to nothing, and nobody else is wanted.
async function isSilence(tx: Reader, story: Story, asked: Asked): Promise<boolean> {
  const { silenceAgrees } = await sectionRules(tx, story.sectionId)
  if (!silenceAgrees || !asked.complete) return false
  return !(await openEdit(tx, story))?.changes.some((change) => change.accepted === false)
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

// Points that were put down on the words, or suggestions: they ask by themselves.
async function asksOtherwise(tx: Reader, story: Story): Promise<boolean> {
  if ((await pointsPutDown(tx, story.id)).length > 0) return true
  const chain = await editChain(tx, story)
  return chain !== null && (chain.base.hash !== chain.edited.hash || (await pendingEdit(tx, story))?.how === 'suggest')
}

// The ids of the points of this round that are neither ticked nor answered, in their order.
async function openPoints(tx: Reader, story: Story): Promise<number[]> {
  const points = await tx
    .select({ id: changePoints.id, doneAt: changePoints.doneAt, answer: changePoints.answer })
    .from(changePoints)
    .where(and(eq(changePoints.storyId, story.id), eq(changePoints.round, story.round)))
    .orderBy(asc(changePoints.position))
  return points.filter((point) => point.doneAt === null && !point.answer.trim()).map(({ id }) => id)
}

async function editorByPublicId(tx: Reader, publicId: string) {
  const [editor] = await tx
    .select()
    .from(people)
    .where(and(eq(people.publicId, publicId), inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
  if (!editor) return null
  const { id, name, email, role, trusted, language, safetyMode, confirmedAt } = editor
  return { id, publicId, name, email, role, trusted, language, safetyMode, confirmed: confirmedAt !== null }
}

async function openHolds(tx: Reader, storyId: number) {
  const rows = await tx
    .selectDistinct({ kind: holds.kind })
    .from(holds)
    .where(and(eq(holds.storyId, storyId), isNull(holds.liftedAt)))
  return rows.map(({ kind }) => kind)
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
