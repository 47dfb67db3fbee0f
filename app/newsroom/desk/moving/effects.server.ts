// What a move changes besides the state: columns of the story, and the rows that belong to it.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { addApproval, voidApprovals } from '#app/newsroom/desk/approvals.server.ts'
import { askPoints } from '#app/newsroom/desk/change-points.server.ts'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import { type Asked, pointsOf } from '#app/newsroom/desk/moving/ask-needs.server.ts'
import { partReports } from '#app/newsroom/desk/moving/joined-report.server.ts'
import { type ApprovedEdition, markPrinted } from '#app/newsroom/desk/moving/pending-edition.server.ts'
import { letterKey } from '#app/newsroom/desk/moving/tell-letters.server.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import { keepTextPrint } from '#app/newsroom/desk/text-likeness.server.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { cancelLetters } from '#app/newsroom/letters/outbox.server.ts'
import { keepRevision, revisionById, wordColumns } from '#app/newsroom/story/revisions.server.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import { takeContent } from '#app/newsroom/story/take-content.server.ts'
import type { Reader, Writer } from '#db/client.ts'
import { deskLog, holds } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import type { stories } from '#db/schema/story.ts'

type Patch = Partial<typeof stories.$inferInsert>

const NO_CLAIM: Patch = { claimedById: null, claimedAt: null, claimSeenAt: null }

/** What a move changes besides the state; writes the rows that belong to it (revision, points, holds). */
export async function effects(
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
      await keepTextPrint(tx, story.id, asked.content)
      return {
        revisionId: revision.id,
        submittedAt: story.submittedAt ?? when,
        answerBy: await promise(tx, story, when),
      }
    }
    case 'takeBack':
      return { answerBy: null }
    case 'withdraw':
      return { ...NO_CLAIM, approvedHash: null, approvedById: null, publishAt: null, answerBy: null, dueAt: null }
    case 'claim':
      return { claimedById: byId, claimedAt: when, claimSeenAt: when }
    case 'release':
      return NO_CLAIM
    case 'handOver':
      return { claimedById: asked.to?.id, claimedAt: when, claimSeenAt: when }
    case 'requestChanges': {
      if (byId !== null) await askPoints(tx, story, pointsOf(order), byId, when)
      return { ...answered, round: story.round, dueAt: due }
    }
    case 'resubmit': {
      const revision = await keepRevision(tx, story.id, asked.content, 'resubmit', byId, when)
      await keepTextPrint(tx, story.id, asked.content)
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
    case 'signOffLapse':
      return { dueAt: null, claimSeenAt: when, answerBy: await promise(tx, story, when) }
    case 'agree':
    case 'overrideSignOff':
    case 'approve':
    case 'approveToo':
      return { ...answered, ...(await approved(tx, story, asked, when)), dueAt: null }
    case 'approveTrusted':
      return {
        ...answered,
        ...(await approved(tx, story, asked, when)),
        claimedById: byId,
        claimedAt: when,
        claimSeenAt: when,
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
      await voidApprovals(tx, story.id)
      return {
        approvedHash: null,
        approvedById: null,
        publishAt: null,
        // The clock has no hands: it gives the story back to who had it.
        claimedById: byId ?? story.claimedById ?? story.approvedById,
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
      return { ...answered, decidedAt: when, answerBy: null } // the claim stays, for a decision that is undone
    case 'reject':
      return { ...answered, decidedAt: when, answerBy: null, spam: order.spam }
    case 'revise':
      return { ...NO_CLAIM, round: story.round + 1, firstAnsweredAt: story.firstAnsweredAt }
    case 'appeal':
      return { ...NO_CLAIM, appealed: true, decidedAt: null, answerBy: await promise(tx, story, when) }
    case 'undoDecision':
      return { ...(await undone(tx, story)), ...(held ? { claimSeenAt: when } : NO_CLAIM) }
    case 'revertDecision':
      await cancelDecision(tx, story)
      return { ...NO_CLAIM, decidedAt: null, spam: false, answerBy: await promise(tx, story, when) }
    case 'correct':
    case 'clarify':
    case 'update':
      return asked.edition ? printedNext(tx, story, asked.edition, when) : {}
    case 'join':
      return { ...answered, ...NO_CLAIM, answerBy: null }
    case 'part':
      await partReports(tx, story, byId, when)
      return { mergedIntoId: null, answerBy: await promise(tx, story, when) }
    case 'archive':
      return NO_CLAIM
    case 'askRetraction':
    case 'retract':
    case 'restore':
    case 'unpublish':
      return {}
    case 'placeHold':
      await placeHold(tx, story, order, asked.at, byId, when)
      return {
        ...(order.hold === 'embargo' ? { embargoUntil: latest(asked.at, story.embargoUntil) } : {}),
        ...(story.state === 'scheduled' && !asked.keepsDate ? { publishAt: null } : {}),
      }
    case 'liftHold':
      return liftHolds(tx, story, order.hold, byId, when)
  }
}

/** The promised date of an answer: the section's clock, from now. */
async function promise(tx: Reader, story: Story, when: Date): Promise<Date> {
  const [section] = story.sectionId
    ? await tx.select({ hours: sections.answerWithinHours }).from(sections).where(eq(sections.id, story.sectionId))
    : []
  return new Date(when.getTime() + (section?.hours ?? 48) * 3_600_000)
}

// Approval is bound to these words: the hash is kept, and printing compares it again.
// Until as many have approved as the section asks for, the story stays in review.
async function approved(tx: Writer, story: Story, asked: Asked, when: Date): Promise<Patch> {
  const { approverId, hash } = asked
  if (approverId !== null) await addApproval(tx, story.id, hash, approverId, when)
  if (!asked.complete) return { claimSeenAt: when }
  const current = await revisionById(tx, story.revisionId)
  const revision =
    current?.hash === hash ? current : await keepRevision(tx, story.id, asked.content, 'desk', approverId, when)
  return { revisionId: revision.id, approvedHash: hash, approvedById: approverId, decidedAt: when }
}

// What is printed next becomes the story's words, approved: it may go off the site and come back with them.
async function printedNext(tx: Writer, story: Story, edition: ApprovedEdition, when: Date): Promise<Patch> {
  const revision = await keepRevision(tx, story.id, edition.content, 'desk', edition.byId, when)
  await markPrinted(tx, edition.id)
  const columns = await takeContent(tx, story.id, edition.content)
  return { ...columns, revisionId: revision.id, approvedHash: revision.hash, savedAt: when }
}

async function placeHold(tx: Writer, story: Story, order: MoveOrder, at: Date | null, byId: number | null, when: Date) {
  if (byId === null || order.hold === '') return
  await tx
    .insert(holds)
    .values({
      storyId: story.id,
      kind: order.hold,
      reason: order.deskNote,
      placedById: byId,
      placedAt: when,
      until: order.hold === 'embargo' ? at : null,
    })
    .returning({ id: holds.id })
}

// Lifts every open hold, or those of one kind; the embargo then ends with the longest that is still open.
async function liftHolds(
  tx: Writer,
  story: Story,
  kind: MoveOrder['hold'],
  byId: number | null,
  when: Date,
): Promise<Patch> {
  const open = and(eq(holds.storyId, story.id), isNull(holds.liftedAt))
  await tx
    .update(holds)
    .set({ liftedAt: when, liftedById: byId })
    .where(and(open, kind === '' ? undefined : eq(holds.kind, kind)))
    .returning({ id: holds.id })
  if (kind !== '' && kind !== 'embargo') return {}
  return { embargoUntil: null }
}

function latest(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a > b ? a : b) : (a ?? b)
}

// The story is as the decision found it: its promise, its first answer, its mark of spam, and the letters not sent.
async function undone(tx: Writer, story: Story): Promise<Patch> {
  await cancelDecision(tx, story)
  const [sent] = await tx
    .select({ at: deskLog.at })
    .from(deskLog)
    .where(and(eq(deskLog.storyId, story.id), inArray(deskLog.move, promising)))
    .orderBy(desc(deskLog.id))
    .limit(1)
  const wasFirst = story.firstAnsweredAt?.getTime() === story.decidedAt?.getTime()
  return {
    decidedAt: null,
    spam: false,
    answerBy: await promise(tx, story, sent?.at ?? story.enteredAt),
    ...(wasFirst ? { firstAnsweredAt: null } : {}),
  }
}

const promising: Move[] = ['submit', 'resubmit', 'appeal', 'object', 'answerEdit', 'revertDecision', 'signOffLapse']

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
