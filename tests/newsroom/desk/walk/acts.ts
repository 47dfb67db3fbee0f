// What random people do: mostly they order moves, sometimes they save, edit, check, declare, and sometimes the clock runs.
import { and, eq } from 'drizzle-orm'
import { pointsOfStory, savePoints } from '#app/newsroom/desk/change-points.server.ts'
import { archiveEnded, lapseChanges, lapseClaims, publishDue } from '#app/newsroom/desk/clock-moves.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { declareInterest } from '#app/newsroom/desk/interests.server.ts'
import { moveStory, type Order } from '#app/newsroom/desk/move-story.server.ts'
import type { Moved, MoveRefused } from '#app/newsroom/desk/moving/outcome.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import { recordCheck } from '#app/newsroom/desk/verification.server.ts'
import { canMove, type Move, moveRow, moves } from '#app/newsroom/desk/workflow.ts'
import { saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { pendingEditions, tickets, verificationChecks } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { editions, publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { copyOf } from '../../../cast.ts'
import type { Dice } from './dice.ts'
import type { Town } from './town.ts'

/** Who reports every error in this town. The address is forgotten once the report is answered. */
export const READER = 'reader@example.org'

export type StoryRow = typeof stories.$inferSelect
export type Ordered = { move: Move; by: Mover; result: Moved | MoveRefused }

/** Orders a move on the story: usually one that the state allows, by somebody of the right side. */
export async function orderMove(town: Town, dice: Dice, story: StoryRow, when: Date): Promise<Ordered> {
  const rarely = dice.chance(25)
  const possible = moves.filter((move) => canMove(story.state, move) && (rarely || !rare.includes(move)))
  const onward = possible.filter((move) => leadOn.includes(move))
  const from = dice.chance(4) || possible.length === 0 ? moves : onward.length && dice.chance(55) ? onward : possible
  const move = dice.one(from)
  const by = moverFor(town, dice, story, move)
  const order = orderOf(town, dice, story, move)
  return { move, by, result: await moveStory(town.db, order, by, when, town.press) }
}

// What ends a story or stops it is rarer, or few would get far.
const rare: Move[] = ['withdraw', 'archive', 'reject', 'takeBack', 'placeHold', 'reopen', 'release', 'decline']

// What leads to readers, and what is rarely possible for long, is tried more often.
const leadOn: Move[] = [
  ...(['submit', 'claim', 'approve', 'approveToo', 'approveTrusted', 'publish', 'schedule', 'sendForSignOff'] as const),
  ...([
    'agree',
    'resubmit',
    'correct',
    'clarify',
    'update',
    'askRetraction',
    'retract',
    'restore',
    'unpublish',
  ] as const),
  ...(['undoDecision', 'revise', 'overrideSignOff', 'liftHold'] as const),
]

function moverFor(town: Town, dice: Dice, story: StoryRow, move: Move): Mover {
  const awake = (all: typeof town.everybody) => all.filter(({ id }) => !town.suspended.has(id))
  if (dice.chance(10)) return dice.chance(15) ? CLOCK : dice.one(awake(town.everybody))
  const sides: readonly string[] = moveRow(move).by
  if (sides.includes('owner')) return town.everybody.find(({ id }) => id === story.ownerId) ?? CLOCK
  const chiefs = awake(town.staff).filter(({ role }) => role === 'admin')
  if ((move === 'retract' || move === 'restore' || move === 'liftHold') && chiefs.length) return dice.one(chiefs)
  const holder = town.staff.find(({ id }) => id === story.claimedById && !town.suspended.has(id))
  if (sides.includes('holder') && holder && dice.chance(70)) return holder
  return dice.one(awake(town.staff))
}

function orderOf(town: Town, dice: Dice, story: StoryRow, move: Move): Order {
  const words = (most: number) => (dice.chance(most) ? `Words ${dice.below(1000)}.` : '')
  return {
    story: story.publicId,
    move,
    version: dice.chance(96) ? story.version : Math.max(1, story.version - 1 - dice.below(2)),
    note: words(94),
    deskNote: words(94),
    reasons: dice.chance(85) ? ['needs-source'] : [],
    points: dice.chance(80) ? ['Name the source.'] : [],
    at: dice.chance(85) ? new Date(story.enteredAt.getTime() + dice.below(5 * 24) * 3_600_000).toISOString() : '',
    days: 1 + dice.below(5),
    to: dice.one(town.everybody).publicId,
    hash: dice.chance(95) ? '' : 'a'.repeat(64),
    hold: dice.one(['legal', 'safety', 'embargo', 'embargo', 'other', ''] as const),
    spam: dice.chance(10),
    safety: dice.chance(20),
    sure: dice.chance(50),
  }
}

/** Acts after which any story may have moved: jobs of the clock. */
export const clockActs: readonly string[] = ['publishDue', 'lapseClaims', 'lapseChanges', 'archiveEnded']

/** One thing that is no move of the story's own. Returns its name, for the trail. */
export async function doSomething(town: Town, dice: Dice, story: StoryRow, when: Date): Promise<string> {
  const act = dice.one(Object.keys(acts) as (keyof typeof acts)[])
  await acts[act](town, dice, story, when)
  return act
}

type Act = (town: Town, dice: Dice, story: StoryRow, when: Date) => Promise<unknown>

const save: Act = (town, dice, story, when) => {
  const who = dice.chance(90) ? town.everybody.find(({ id }) => id === story.ownerId) : dice.one(town.everybody)
  const draft = {
    version: dice.chance(90) ? story.version : 1,
    headline: `Headline ${dice.below(50)}`,
    standfirst: 'It is said.',
    section: dice.one(town.sections).slug,
    topics: dice.chance(50) ? ['border'] : [],
    byline: { kind: 'name' as const, penName: '' },
    copy: copyOf(`The bridge over the river was opened on day ${dice.below(500)} of the year, says the mayor.`),
    sources: 'The mayor told me.',
  }
  return saveDraft(town.db, story.publicId, draft, who ?? town.cast.reporter, when)
}

const edit: Act = (town, dice, story, when) => {
  const holder = town.staff.find(({ id }) => id === story.claimedById)
  const who = holder && dice.chance(85) ? holder : dice.one(town.staff)
  const how = dice.one(['suggest', 'direct'] as const)
  const keep = dice.chance(60)
  const version = dice.chance(90) ? story.version : 1
  return editCopy(town.db, story.publicId, { version, headline: `Edited ${dice.below(50)}`, how, keep }, who, when)
}

const acts = {
  save,
  saveAgain: save,
  edit,
  editAgain: edit,
  publishDue: (town, _dice, _story, when) => publishDue(town.db, when, town.press),
  lapseClaims: (town, _dice, _story, when) => lapseClaims(town.db, when, town.press),
  lapseChanges: (town, _dice, _story, when) => lapseChanges(town.db, when, town.press),
  archiveEnded: (town, _dice, _story, when) => archiveEnded(town.db, when, town.press),
  declare: (town, dice, story, when) =>
    dice.chance(15)
      ? declareInterest(town.db, story.publicId, 'My cousin.', dice.one(town.staff), when, town.press)
      : Promise.resolve(),
  check: async (town, dice, story, when) => {
    const state = dice.one(['done', 'not-needed', 'done', 'open'] as const)
    const record = { story: story.publicId, check: 'source', state, evidence: 'Called them.' }
    await recordCheck(town.db, record, dice.one(town.staff), when)
  },
  uncheck: (town, dice, story) =>
    dice.chance(20)
      ? town.db.transaction((tx) => tx.delete(verificationChecks).where(eq(verificationChecks.storyId, story.id)))
      : Promise.resolve(),
  answerPoints: async (town, dice, story, when) => {
    const who = town.everybody.find(({ id }) => id === story.ownerId)
    if (!who) return
    const points = (await pointsOfStory(town.db, story.id)).map(({ id }) => id)
    await savePoints(town.db, story.publicId, { points, done: points, answers: [] }, who, when)
    if (dice.chance(50)) await save(town, dice, story, when)
  },
  suspend: async (town, dice) => {
    const who = dice.one(town.staff)
    const ends = town.suspended.has(who.id)
    if (!ends && town.suspended.size >= 2) return
    await town.db.transaction((tx) =>
      tx
        .update(people)
        .set({ suspendedAt: ends ? null : new Date(0) })
        .where(eq(people.id, who.id)),
    )
    if (ends) town.suspended.delete(who.id)
    else town.suspended.add(who.id)
  },
  otherRules: async (town, dice) => {
    const section = dice.one(town.sections)
    section.approvals = dice.chance(70) ? 1 : 2
    section.fourEyes = dice.chance(30)
    section.silenceAgrees = dice.chance(70)
    const { approvals, fourEyes, silenceAgrees } = section
    const checklist = dice.chance(20) ? ['source'] : []
    await town.db.transaction((tx) =>
      tx.update(sections).set({ approvals, fourEyes, silenceAgrees, checklist }).where(eq(sections.id, section.id)),
    )
  },
  // Nobody may do this; a hand in the database might.
  tamper: (town, dice, story) =>
    dice.chance(30) && (story.state === 'approved' || story.state === 'scheduled')
      ? town.db.transaction((tx) =>
          tx
            .update(stories)
            .set({ headline: `Tampered ${dice.below(9)}` })
            .where(eq(stories.id, story.id)),
        )
      : Promise.resolve(),
  report: (town, dice, story, when) =>
    story.state === 'published' && dice.chance(30)
      ? town.db.transaction((tx) =>
          tx
            .insert(tickets)
            .values({
              publicId: `report-${story.id}-${story.version}-${dice.below(2 ** 30)}`,
              ...{ storyId: story.id, kind: 'correction', fromEmail: READER, text: 'Wrong.', at: when },
            })
            .returning(),
        )
      : Promise.resolve(),
  nextEdition: async (town, dice, story, when) => prepareEdition(town, dice, story, when),
} as const satisfies Record<string, Act>

// A next edition in whatever state: approved by whomever, in the same words or in others, begun from now or from before.
async function prepareEdition(town: Town, dice: Dice, story: StoryRow, when: Date) {
  const { db } = town
  const [live] = await db
    .select({ number: editions.number, revisionId: editions.revisionId })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(eq(publications.storyId, story.id))
  if (!live) return
  const [revision] = await db.select().from(revisions).where(eq(revisions.id, live.revisionId))
  const content = { ...(revision?.content as StoryContent), headline: `Corrected ${dice.below(99)}` }
  const hash = hashOf(content)
  await db.transaction(async (tx) => {
    await tx
      .delete(pendingEditions)
      .where(and(eq(pendingEditions.storyId, story.id), eq(pendingEditions.state, 'approved')))
    const [next] = await tx
      .insert(pendingEditions)
      .values({
        publicId: `next-${story.id}-${story.version}-${dice.below(2 ** 30)}`,
        storyId: story.id,
        kind: dice.one(['correction', 'clarification', 'update'] as const),
        note: dice.chance(90) ? 'What changed.' : '',
        baseNumber: dice.chance(85) ? live.number : live.number + 1,
        content,
        hash,
        state: 'approved',
        byId: dice.one(town.staff).id,
        at: when,
        savedAt: when,
        approvedById: dice.one(town.staff).id,
        approvedHash: dice.chance(85) ? hash : 'b'.repeat(64),
        approvedAt: when,
      })
      .returning({ id: pendingEditions.id })
    await tx
      .update(tickets)
      .set({ pendingId: next?.id ?? null })
      .where(and(eq(tickets.storyId, story.id), eq(tickets.state, 'open')))
  })
}
