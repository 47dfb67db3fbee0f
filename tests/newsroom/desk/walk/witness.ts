// Watches one story at a time and says what must not have happened: from its rows, and from a book of its own.
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { type TellFacts, tell } from '#app/newsroom/desk/tell.ts'
import { type Move, moveRow } from '#app/newsroom/desk/workflow.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import { approvals, deskLog, holds, interests, pendingEditions, tickets } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { editions, publications } from '#db/schema/press.ts'
import { revisions, stories, storyCoAuthors } from '#db/schema/story.ts'
import { READER, type StoryRow } from './acts.ts'
import { mayIn, type Town } from './town.ts'

export type LogRow = typeof deskLog.$inferSelect

/** What the witness remembers of a story. */
export type Known = {
  row: StoryRow
  lastLog: number
  lastLetter: number
  /** Ids and hashes of its revisions, as they were. */
  kept: string[]
  /** Who claimed it last, of the log. */
  claimers: number[]
  /** Hashes that were approved completely, or as a next edition. */
  approved: Set<string>
  approvers: number[]
  live: string | null
}

export function newlyKnown(row: StoryRow): Known {
  const { id } = row
  if (row.state !== 'draft') throw new Error(`#${id} is known from its draft on`)
  return { row, lastLog: 0, lastLetter: 0, kept: [], claimers: [], approved: new Set(), approvers: [], live: null }
}

/** Looks at the story again. Returns the moves made since, at most one, or throws what is wrong. */
export async function settle(town: Town, known: Known, when: Date): Promise<LogRow | null> {
  const { db } = town
  const { id } = known.row
  const [row] = await db.select().from(stories).where(eq(stories.id, id))
  if (!row) throw new Error('a story has gone')
  const log = await db
    .select()
    .from(deskLog)
    .where(and(eq(deskLog.storyId, id), gt(deskLog.id, known.lastLog)))
    .orderBy(asc(deskLog.id))
  const mail = await db
    .select({ id: letters.id, key: letters.key, kind: letters.kind })
    .from(letters)
    .where(and(eq(letters.storyId, id), gt(letters.id, known.lastLetter)))
  const before = known.row
  if (log.length > 1) throw new Error(`one step made ${log.length} moves: ${log.map(({ move }) => move)}`)
  const [move] = log
  const about = mail.filter(({ key }) => key.startsWith('story:')).map(({ key }) => key)
  if (!move) {
    if (row.state !== before.state) throw new Error(`${before.state} → ${row.state} without a log row`)
    if (about.length) throw new Error(`letters without a move: ${about}`)
    known.approvers = await countedApprovers(town, row) // other words, or an interest declared
  } else {
    follows(before, move, row)
    const written = new Set(about)
    const wanted = await demanded(town, known, move, row)
    const [missing, needless] = [[...wanted].filter((k) => !written.has(k)), about.filter((k) => !wanted.has(k))]
    if (missing.length || needless.length || about.length !== wanted.size)
      throw new Error(
        `letters of ${move.move}: missing ${missing}; needless ${needless}; ${about.length}/${wanted.size}`,
      )
    await approvesRightly(town, known, move, row)
    await appearsRightly(town, known, move, row)
  }
  if (move || row.version !== before.version) {
    await keepsRevisions(town, known)
    await staysApproved(town, known, row, when)
  }
  known.row = row
  known.lastLog = move?.id ?? known.lastLog
  known.lastLetter = mail.at(-1) ? Math.max(...mail.map((one) => one.id)) : known.lastLetter
  if (move && (move.move === 'claim' || move.move === 'approveTrusted') && move.byId) known.claimers.push(move.byId)
  return move ?? null
}

async function keepsRevisions(town: Town, known: Known) {
  const rows = await town.db
    .select({ id: revisions.id, hash: revisions.hash })
    .from(revisions)
    .where(eq(revisions.storyId, known.row.id))
    .orderBy(asc(revisions.number))
  const now = rows.map(({ id, hash }) => `${id} ${hash}`)
  known.kept.forEach((was, i) => {
    if (now[i] !== was) throw new Error(`revision ${i + 1} was ${was} and is ${now[i] ?? 'gone'}`)
  })
  known.kept = now
}

function follows(before: StoryRow, move: LogRow, row: StoryRow) {
  if (move.fromState !== before.state || move.toState !== row.state)
    throw new Error(`the log says ${move.fromState} → ${move.toState}, the story ${before.state} → ${row.state}`)
  if (move.version !== row.version || row.version !== before.version + 1)
    throw new Error(`${move.move} made version ${row.version} of ${before.version}; the log says ${move.version}`)
  if (!moveRow(move.move as Move).from.includes(before.state)) throw new Error(`${move.move} from ${before.state}`)
}

/** Written by hand: a decision can be undone for ten minutes before its letter leaves; what the clock closes is told at once. */
async function decisionTold(town: Town, { id, storyId, at }: LogRow): Promise<boolean> {
  const log = await town.db.select().from(deskLog).where(eq(deskLog.storyId, storyId)).orderBy(asc(deskLog.id))
  const decision = log.findLast((row) => row.id < id && ['decline', 'reject', 'lapse'].includes(row.move))
  if (!decision) return false
  return decision.move === 'lapse' || at.getTime() - decision.at.getTime() >= 10 * 60_000
}

/** The keys of exactly the letters that tell() demands for this move, by the town's own book of people. */
async function demanded(town: Town, known: Known, move: LogRow, after: StoryRow): Promise<Set<string>> {
  const before = known.row
  const facts: TellFacts = {
    from: before.state,
    held: before.claimedById !== null,
    dateTold: before.state === 'scheduled' && after.state !== 'scheduled',
    firstClaim: known.claimers.length === 0,
    complete: after.state === 'approved',
    decisionTold: move.move === 'revertDecision' && (await decisionTold(town, move)),
    spam: before.spam || after.spam,
  }
  const waiting = (id: number | null) => (id === null ? [] : [id])
  const awake = town.staff.filter(({ id }) => !town.suspended.has(id))
  const desk = (right: 'edit' | 'publish') => {
    const there = awake.filter(({ id }) => id !== after.ownerId && mayIn(town, id, right, after.sectionId))
    const editors = there.filter(({ role }) => role === 'editor')
    return (editors.length ? editors : there).map(({ id }) => id)
  }
  const peopleOf = {
    contributor: () => [after.ownerId],
    holder: () => waiting(before.claimedById),
    'former-holder': () => waiting(before.claimedById),
    'new-holder': () => waiting(after.claimedById),
    'last-reader': () => waiting(known.claimers.at(-1) ?? null),
    section: () => desk('edit'),
    publishers: () => desk('publish'),
    chief: () => awake.filter(({ id, role }) => role === 'admin' && id !== after.ownerId).map(({ id }) => id),
    approver: () => [...known.approvers, ...waiting(before.approvedById)],
    asker: () => [],
  }
  const keys = new Set<string>()
  for (const { who, letter } of tell(move.move as Move, facts)) {
    if (who === 'asker') {
      // The reports that the printed edition answers.
      const reported = await town.db
        .select({ id: tickets.id })
        .from(tickets)
        .innerJoin(pendingEditions, eq(pendingEditions.id, tickets.pendingId))
        .where(
          and(
            eq(tickets.storyId, after.id),
            eq(pendingEditions.state, 'printed'),
            eq(pendingEditions.hash, move.revisionHash ?? ''),
          ),
        )
      if (reported.length) keys.add(`story:${after.id}:v${after.version}:${letter}:${READER}`)
      continue
    }
    for (const id of peopleOf[who]()) {
      if (who !== 'contributor' && id === move.byId) continue
      if (who === 'section' && letter === 'approval-wanted' && known.approvers.includes(id)) continue
      keys.add(`story:${after.id}:v${after.version}:${letter}:${id}`)
    }
  }
  return keys
}

const approving: readonly string[] = ['approve', 'approveToo', 'approveTrusted', 'agree', 'overrideSignOff']

/** An approval is complete only with as many people as the section asks for, none of them barred. */
async function approvesRightly(town: Town, known: Known, move: LogRow, row: StoryRow) {
  const { db } = town
  if (!approving.includes(move.move)) {
    if (row.state === 'approved' && known.row.state === 'in_review') throw new Error(`${move.move} approved`)
    if (move.move === 'reopen') known.approvers = []
    else known.approvers = await countedApprovers(town, row)
    return
  }
  const hash = move.revisionHash ?? ''
  known.approvers = await countedApprovers(town, row)
  const section = town.sections.find(({ id }) => id === row.sectionId)
  const wanted = section?.approvals ?? 1
  if (section?.fourEyes && move.byId !== null && move.move !== 'agree') {
    const words = await db
      .select({ why: revisions.why, byId: revisions.byId })
      .from(revisions)
      .where(eq(revisions.storyId, row.id))
      .orderBy(asc(revisions.number))
    const newest = words.filter(({ why }) => why !== 'autosave' && why !== 'conflict').at(-1)
    const byDesk = newest && ['desk', 'direct', 'restore', 'merge'].includes(newest.why)
    if (byDesk && newest.byId === move.byId) throw new Error('who changed the words last approved them')
  }
  if (row.state !== 'approved') return
  if (row.approvedHash !== hash) throw new Error('another hash was approved than the log names')
  if (known.approvers.length < wanted) throw new Error(`approved by ${known.approvers.length} of ${wanted}`)
  if (known.approvers.includes(row.ownerId)) throw new Error('approved by its own writer')
  known.approved.add(hash)
}

/** The approvals of the words that are approved, or else of the words of now, without those of people who are interested or have a share. */
async function countedApprovers(town: Town, row: StoryRow): Promise<number[]> {
  const { db } = town
  const all = await db.select().from(approvals).where(eq(approvals.storyId, row.id)).orderBy(asc(approvals.id))
  if (all.length === 0) return []
  const hash = row.approvedHash ?? hashOf(await contentNow(town, row))
  const barred = [
    ...(await db.select({ id: interests.personId }).from(interests).where(eq(interests.storyId, row.id))),
    ...(await db
      .select({ id: storyCoAuthors.personId })
      .from(storyCoAuthors)
      .where(eq(storyCoAuthors.storyId, row.id))),
  ].map(({ id }) => id)
  return all.filter((one) => one.hash === hash && !barred.includes(one.byId)).map(({ byId }) => byId)
}

async function contentNow(town: Town, row: StoryRow): Promise<StoryContent> {
  const { contentOf } = await import('#app/newsroom/story/revisions.server.ts')
  const { storyOf } = await import('#app/newsroom/story/story.ts')
  return contentOf(town.db, storyOf(row))
}

const printing: readonly string[] = ['publish', 'correct', 'clarify', 'update', 'restore']

/** What appears is what was approved, by somebody who may, and nothing holds it. */
async function appearsRightly(town: Town, known: Known, move: LogRow, row: StoryRow) {
  if (row.state === 'published' && known.row.state !== 'published' && !printing.includes(move.move))
    throw new Error(`${move.move} published`)
  if (!printing.includes(move.move)) return
  const { db } = town
  if (move.byId === null && move.move !== 'publish') throw new Error(`the clock made ${move.move}`)
  if (move.byId !== null) {
    if (move.byId === row.ownerId) throw new Error('published by its own writer')
    if (
      move.move !== 'restore' &&
      !mayIn(town, move.byId, 'publish', row.sectionId) &&
      !mayIn(town, move.byId, 'publish', known.row.sectionId)
    )
      throw new Error('published without the right')
    const [interest] = await db
      .select()
      .from(interests)
      .where(and(eq(interests.storyId, row.id), eq(interests.personId, move.byId)))
    if (interest) throw new Error('published by somebody with an interest')
  }
  const open = await db
    .select({ kind: holds.kind })
    .from(holds)
    .where(and(eq(holds.storyId, row.id), isNull(holds.liftedAt)))
  if (open.some(({ kind }) => kind !== 'embargo')) throw new Error(`published on hold: ${open.map(({ kind }) => kind)}`)
  if (known.row.embargoUntil && known.row.embargoUntil > move.at) throw new Error('published under embargo')
  if (['correct', 'clarify', 'update'].includes(move.move)) {
    const [next] = await db
      .select()
      .from(pendingEditions)
      .where(
        and(
          eq(pendingEditions.storyId, row.id),
          eq(pendingEditions.state, 'printed'),
          eq(pendingEditions.hash, move.revisionHash ?? ''),
        ),
      )
    if (!next || next.approvedHash !== next.hash) throw new Error('an edition was printed that nobody approved')
    known.approved.add(next.hash)
  }
}

/** While it is public, its edition is one that was approved, and nobody changed its words. */
async function staysApproved(town: Town, known: Known, row: StoryRow, when: Date) {
  if (row.state === 'draft' || row.state === 'submitted') return
  const [live] = await town.db
    .select({
      state: publications.state,
      hash: editions.hash,
      content: revisions.content,
      at: publications.publishedAt,
    })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .innerJoin(revisions, eq(revisions.id, editions.revisionId))
    .where(eq(publications.storyId, row.id))
  const isPublic = live?.state === 'live'
  if (isPublic !== (row.state === 'published')) throw new Error(`${row.state}, and its publication is ${live?.state}`)
  if (!live || !isPublic) return
  if (!known.approved.has(live.hash)) throw new Error('what is public was never approved')
  if (hashOf(live.content as StoryContent) !== live.hash) throw new Error('what is public was changed after approval')
  if (live.at > when && known.live === null) throw new Error('public before its time')
  known.live = live.hash
}
