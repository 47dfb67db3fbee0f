// What a move needs: every need of its row, asked of the story and of the order.
import { and, count, desc, eq, inArray, isNull } from 'drizzle-orm'
import { pointsPutDown } from '#app/newsroom/desk/change-points.server.ts'
import { strangeReasons } from '#app/newsroom/desk/desk-reasons.server.ts'
import { contributorsWords, editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { pendingEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Conflict, MoveFault } from '#app/newsroom/desk/moving/outcome.ts'
import { type ApprovedEdition, approvedEdition } from '#app/newsroom/desk/moving/pending-edition.server.ts'
import { openEdit, type SettledEdit, settledEdit } from '#app/newsroom/desk/open-edit.server.ts'
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

const UNPUBLISH_WITHIN_MINUTES = 30

/** What was found out while asking: faults and conflicts, and what the effects go on with. */
export type Asked = {
  faults: MoveFault[]
  conflict: Conflict | null
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
    edition: null,
    settled: null,
  }
  if ((await strangeReasons(tx, order.reasons)).length > 0)
    asked.faults.push({ field: 'reasons', code: 'no-such-reason' })
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
      if (pointsOf(order).length === 0 && !(await asksOtherwise(tx, story))) fault('points', 'no-points')
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
    case 'next-edition': {
      const found = await approvedEdition(tx, story, order)
      if ('conflict' in found) asked.conflict = found.conflict
      else {
        asked.edition = found.edition
        asked.hash = found.edition.hash
      }
      return
    }
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

// Points that were put down on the words, or suggestions: they ask by themselves.
async function asksOtherwise(tx: Reader, story: Story): Promise<boolean> {
  if ((await pointsPutDown(tx, story.id)).length > 0) return true
  const chain = await editChain(tx, story)
  return chain !== null && (chain.base.hash !== chain.edited.hash || (await pendingEdit(tx, story))?.how === 'suggest')
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
