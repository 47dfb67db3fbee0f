// What the needs of a move are asked of: finds the facts that its row wants, and has them judged by needs.ts.
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { approversOf } from '#app/newsroom/desk/approvals.server.ts'
import { pointsPutDown } from '#app/newsroom/desk/change-points.server.ts'
import { strangeReasons } from '#app/newsroom/desk/desk-reasons.server.ts'
import { contributorsWords, editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { pendingEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { partConflict } from '#app/newsroom/desk/moving/joined-report.server.ts'
import { type ApprovalFacts, type Judged, judgeNeeds, type NeedFacts } from '#app/newsroom/desk/moving/needs.ts'
import { type ApprovedEdition, approvedEdition } from '#app/newsroom/desk/moving/pending-edition.server.ts'
import { type OpenEdit, openEdit, type SettledEdit, settledEdit } from '#app/newsroom/desk/open-edit.server.ts'
import { CLOCK, type Mover, mayMove } from '#app/newsroom/desk/policy.ts'
import { isInterested, lastEditor, policyFacts, sectionRules } from '#app/newsroom/desk/policy-facts.server.ts'
import { verificationOf } from '#app/newsroom/desk/verification.server.ts'
import { checkKeys } from '#app/newsroom/desk/verification.ts'
import { moveRow, type Need } from '#app/newsroom/desk/workflow.ts'
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

/** What was found out while asking: what is against the move, and what its effects go on with. */
export type Asked = Judged & {
  /** Who has approved the words of now before this move. */
  approvers: readonly number[]
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
  const found: Found = { facts: nothingKnown(story, order, hashOf(content)), to: null, edition: null, edit: null }
  const { facts } = found
  facts.approval = { ...facts.approval, ...(await approvalFacts(tx, story, order, who, facts.hash)) }
  for (const need of moveRow(order.move).needs) await findFacts(tx, need, story, order, content, outlet, found)
  if (order.move === 'agree') facts.verification = await verificationOf(tx, story)

  const judged = judgeNeeds(order, who, facts, when)
  if ((await strangeReasons(tx, order.reasons)).length > 0)
    judged.faults.unshift({ field: 'reasons', code: 'no-such-reason' })
  const isSettled = order.move === 'answerEdit' && judged.faults.length === 0
  return {
    ...judged,
    approvers: facts.approval.approvers,
    content,
    hash: found.edition?.hash ?? facts.hash,
    at: facts.at,
    to: found.to,
    edition: found.edition,
    settled: isSettled && found.edit ? settledEdit(found.edit, content) : null,
  }
}

type Found = {
  facts: NeedFacts
  to: { id: number; name: string } | null
  edition: ApprovedEdition | null
  edit: OpenEdit | null
}

// What nobody has looked up is against the move: a need whose facts were forgotten refuses.
function nothingKnown(story: Story, order: MoveOrder, hash: string): NeedFacts {
  const { state, approvedHash, embargoUntil, publishAt, enteredAt } = story
  return {
    state,
    approvedHash,
    embargoUntil,
    publishAt,
    enteredAt,
    hash,
    kept: null,
    contributorsHash: hash,
    lacks: [{ field: 'copy', code: 'no-copy' }],
    verification: { state: 'open', checks: checkKeys.map((key) => ({ ...unanswered, key })) },
    openHolds: ['legal'],
    at: null,
    to: 'nobody',
    pointsNamed: pointsOf(order).length,
    asksOtherwise: false,
    openPoints: [0],
    answers: [false, null],
    editionConflict: 'no-edition',
    partConflict: 'not-joined',
    joined: story.mergedIntoId !== null,
    approval: {
      wanted: Number.POSITIVE_INFINITY,
      fourEyes: true,
      silenceAgrees: false,
      holderId: story.claimedById,
      holderInterested: true,
      lastEditorId: story.claimedById,
      approvers: [],
    },
  }
}

const unanswered = { asked: true, state: 'open', evidence: '', byName: null, at: null } as const

/** Looks up what one need is asked of. */
async function findFacts(
  tx: Reader,
  need: Need,
  story: Story,
  order: MoveOrder,
  content: StoryContent,
  outlet: OutletSettings,
  found: Found,
): Promise<void> {
  const { facts } = found
  switch (need) {
    case 'ready':
    case 'ready-to-publish':
      facts.lacks = (await readinessFaults(tx, story, content))
        .filter(({ weight }) => weight === 'error')
        .map(({ field, code }) => ({ field, code }))
      return
    case 'points':
      facts.asksOtherwise = facts.pointsNamed === 0 && (await asksOtherwise(tx, story))
      return
    case 'points-answered':
      facts.openPoints = await openPoints(tx, story)
      return
    case 'at':
      facts.at = instantIn(outlet.timeZone, order.at)
      return
    case 'hold-kind':
      facts.at = order.hold === 'embargo' ? instantIn(outlet.timeZone, order.at) : null
      return
    case 'to': {
      const to = await editorByPublicId(tx, order.to)
      found.to = to
      if (!to || to.id === story.ownerId) facts.to = 'nobody'
      else facts.to = mayMove(to, 'claim', await policyFacts(tx, story, to)) === null ? 'may' : 'may-not'
      return
    }
    case 'approved-hash': {
      const revision = await revisionById(tx, story.revisionId)
      facts.kept = revision && { hash: revision.hash, counted: hashOf(revision.content) }
      return
    }
    case 'no-hold':
    case 'no-legal-hold':
    case 'hold-open':
      facts.openHolds = await openHolds(tx, story.id)
      return
    case 'verified':
      facts.verification = await verificationOf(tx, story)
      return
    case 'silence':
    case 'nothing-rejected':
    case 'edit-answered':
      found.edit = await openEdit(tx, story)
      facts.answers = found.edit?.changes.map(({ accepted }) => accepted) ?? null
      return
    case 'desk-edit':
      facts.contributorsHash = await contributorsHash(tx, story.id)
      return
    case 'next-edition': {
      const edition = await approvedEdition(tx, story, order)
      facts.editionConflict = 'conflict' in edition ? edition.conflict : null
      if ('edition' in edition) found.edition = edition.edition
      return
    }
    case 'parted':
      facts.partConflict = await partConflict(tx, story)
      return
    // What the order or the story's own columns say.
    case 'reasons':
    case 'words':
    case 'desk-words':
    case 'hash':
    case 'changed':
    case 'fresh-decision':
    case 'sure':
    case 'safety-words':
    case 'no-embargo':
    case 'fresh-publication':
    case 'joined':
      return
  }
}

async function approvalFacts(
  tx: Reader,
  story: Story,
  { move }: MoveOrder,
  who: Mover,
  hash: string,
): Promise<Partial<ApprovalFacts>> {
  if (move === 'reopen' && story.approvedHash) return { approvers: await approversOf(tx, story.id, story.approvedHash) }
  if (moveRow(move).to !== 'approved-when-complete') return {}
  const { approvals: wanted, ...section } = await sectionRules(tx, story.sectionId)
  const approvers = await approversOf(tx, story.id, hash)
  // Only where the yes is the holder's, who is not here to be asked.
  if ((move !== 'agree' && who !== CLOCK) || story.claimedById === null) return { wanted, ...section, approvers }
  const holderInterested = await isInterested(tx, story.id, story.claimedById)
  const lastEditorId = section.fourEyes ? await lastEditor(tx, story) : null
  return { wanted, ...section, approvers, holderInterested, lastEditorId }
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
