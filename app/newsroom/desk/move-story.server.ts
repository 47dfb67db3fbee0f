// The one door for every change of a story's state: look, ask, guarded write, log, letters, print – one transaction.
// Its steps are the files of moving/; nobody else opens them.
import { and, eq } from 'drizzle-orm'
import { answerPoints } from '#app/newsroom/desk/change-points.server.ts'
import { keepEdit } from '#app/newsroom/desk/kept-edit.server.ts'
import { type MoveOrder, moveOrder } from '#app/newsroom/desk/move-order.ts'
import { type Asked, askNeeds } from '#app/newsroom/desk/moving/ask-needs.server.ts'
import { refusedAtTheDoor } from '#app/newsroom/desk/moving/at-the-door.ts'
import { effects } from '#app/newsroom/desk/moving/effects.server.ts'
import { holderStillThere, isReplay, lastLogRow, replayed } from '#app/newsroom/desk/moving/look.server.ts'
import type { Conflict, Moved, MoveFault, MoveRefused } from '#app/newsroom/desk/moving/outcome.ts'
import type { PressWork } from '#app/newsroom/desk/moving/press-work.ts'
import { changesThePaper, print } from '#app/newsroom/desk/moving/print.server.ts'
import { writeLetters } from '#app/newsroom/desk/moving/tell-letters.server.ts'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import { policyFacts } from '#app/newsroom/desk/policy-facts.server.ts'
import { type Move, stateAfter } from '#app/newsroom/desk/workflow.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { keepSearchable } from '#app/newsroom/story/searchable-words.server.ts'
import { countState } from '#app/newsroom/story/state-counts.server.ts'
import { storyOf } from '#app/newsroom/story/story.ts'
import type { Database, Writer } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { stories } from '#db/schema/story.ts'

/** A move as a caller orders it: only what differs from the schema's defaults has to be said. */
export type Order = { story: string; move: Move; version: number } & Partial<Omit<MoveOrder, 'move' | 'version'>>

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
  const read = orderRead(order)
  if (!read.ok) return read.refused
  const result = await db.transaction((tx) => moveInside(tx, order.story, read.order, who, when, press))
  if (result.ok && changesThePaper(order.move)) await press.afterwards()
  return result
}

/** All of several moves, or none and the first that was refused: on which story, and why. */
export type AllMoved = { ok: true; moved: Moved[] } | { ok: false; story: string; refused: MoveRefused }

/** Several orders in one transaction, in their order. The first refusal takes back all that was done before it. */
export async function moveStories(
  db: Database,
  orders: readonly Order[],
  who: Mover,
  when: Date,
  press: PressWork,
): Promise<AllMoved> {
  const moved: Moved[] = []
  try {
    await db.transaction(async (tx) => {
      moved.length = 0 // a transaction that met another one begins again
      for (const order of orders) {
        const read = orderRead(order)
        const result = read.ok ? await moveInside(tx, order.story, read.order, who, when, press) : read.refused
        if (!result.ok) throw new Refusal(order.story, result)
        moved.push(result)
      }
    })
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return { ok: false, story: refusal.story, refused: refusal.refused }
  }
  if (orders.some(({ move }) => changesThePaper(move))) await press.afterwards()
  return { ok: true, moved }
}

/** One move inside a transaction of the caller's, who takes it back when the move is refused. It prints nothing. */
export async function moveWithin(
  tx: Writer,
  order: Order & { move: 'join' },
  who: Mover,
  when: Date,
  press: PressWork,
): Promise<Moved | MoveRefused> {
  const read = orderRead(order)
  return read.ok ? moveInside(tx, order.story, read.order, who, when, press) : read.refused
}

/** Thrown to take a transaction back; never leaves this file. */
class Refusal extends Error {
  story: string
  refused: MoveRefused
  constructor(story: string, refused: MoveRefused) {
    super(refused.because)
    this.story = story
    this.refused = refused
  }
}

function orderRead({
  story: _story,
  ...order
}: Order): { ok: true; order: MoveOrder } | { ok: false; refused: MoveRefused } {
  const parsed = moveOrder.safeParse(order)
  if (parsed.success) return { ok: true, order: parsed.data }
  const faults = parsed.error.issues.map(
    (issue): MoveFault => ({
      field: issue.path.map(String).join('.'),
      code: 'not-read',
      message: issue.message,
    }),
  )
  return { ok: false, refused: { ok: false, because: 'faults', faults } }
}

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
  let story = storyOf(row)
  const last = await lastLogRow(tx, story.id)

  const refused = refusedAtTheDoor(order, who, await policyFacts(tx, story, who), story, when)
  if (refused?.kind === 'never') return { ok: false, because: refused.because }
  if (last && isReplay(last, order, who)) return replayed(story, last)

  const conflict = (because: Conflict): MoveRefused => ({
    ok: false,
    because,
    by: last?.byName ?? null,
    state: story.state,
    version: story.version,
  })
  if (refused?.kind === 'conflict') return conflict(refused.because)
  if (refused) return { ok: false, because: refused.because }

  const { answered: points, done, answers } = order
  if (order.move === 'resubmit' && points.length) await answerPoints(tx, story, { points, done, answers }, when)
  const outlet = await outletOf(tx)
  const asked = await askNeeds(tx, story, order, who, when, outlet)
  if (asked.conflict) return conflict(asked.conflict)
  if (asked.faults.length) return { ok: false, because: 'faults', faults: asked.faults }

  // What an editor has saved and no revision holds yet is kept before the story goes on.
  story = await keepEdit(tx, story, when)
  const said = saidWith(order, asked)
  const held = await holderStillThere(tx, story)
  const { complete, keepsDate } = asked
  const before = held ? 'in_review' : 'submitted'
  const to = stateAfter(story.state, order.move, { held, complete, keepsDate, before })
  const version = story.version + 1
  const patch = await effects(tx, story, order, who, when, asked, held)
  const [moved] = await tx
    .update(stories)
    .set({ ...patch, state: to, version, ...(to === story.state ? {} : { enteredAt: when }) })
    .where(and(eq(stories.id, story.id), eq(stories.version, story.version), eq(stories.state, story.state)))
    .returning()
  if (!moved) return conflict('changed')
  await countState(tx, story.state, to)
  await keepSearchable(tx, story.id)
  const after = storyOf(moved)

  const printed = await print(tx, after, order, when, press, asked.edition)
  const told = await writeLetters(
    tx,
    { before: story, after, order: said, who, asked, slug: printed?.slug ?? null },
    when,
    outlet,
  )
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
      deskNote: said.deskNote,
      revisionHash: asked.hash,
      version,
      told: told.map((t) => `${t.who}:${t.letter}:${t.people}:${t.afterMinutes}`),
    })
    .returning({ id: deskLog.id })
  return { ok: true, state: to, version, told, number: story.id, ...(printed ? { slug: printed.slug } : {}) }
}

// The words of the log and of the letters: what was typed, and what the contributor's answers or the public note add.
function saidWith(order: MoveOrder, { settled, edition }: Asked): MoveOrder {
  if (settled) return { ...order, note: withListing(order.note, settled.listing) }
  if (!edition) return order
  // The log keeps, for the desk, why readers are not shown what was taken out.
  const why = edition.hides?.reason ?? ''
  return { ...order, note: edition.note, deskNote: [order.deskNote, why].filter(Boolean).join('\n\n') }
}

const LONGEST_NOTE = 5000

function withListing(note: string, listing: string): string {
  const all = [note, listing].filter(Boolean).join('\n\n')
  return all.length > LONGEST_NOTE ? `${all.slice(0, LONGEST_NOTE - 1)}…` : all
}
