// Workflow × policy × facts, exhaustively: what can reach approved, scheduled and published, and what never can.
import { expect, test } from 'vitest'
import { type MoveOrder, moveOrder } from '#app/newsroom/desk/move-order.ts'
import { refusedAtTheDoor } from '#app/newsroom/desk/moving/at-the-door.ts'
import { type EditionFacts, editionConflict } from '#app/newsroom/desk/moving/edition-conflict.ts'
import { judgeNeeds, type NeedFacts } from '#app/newsroom/desk/moving/needs.ts'
import { CLOCK, type Mover, nothingSpecial, type PolicyFacts } from '#app/newsroom/desk/policy.ts'
import { type VerificationState, verificationState } from '#app/newsroom/desk/verification.ts'
import { type Move, moves, stateAfter } from '#app/newsroom/desk/workflow.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { type StoryState, storyStates } from '#app/newsroom/story/story.ts'

const now = new Date('2026-03-02T12:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const OWNER = 1
const ME = 4
const SOMEBODY = 9
const NOW = 'words of now'

const someone = (id: number, role: Role): Person => ({
  id,
  publicId: `p${id}`,
  name: `Person ${id}`,
  email: `p${id}@example.org`,
  role,
  trusted: false,
  confirmed: true,
  language: 'en',
  safetyMode: false,
})

/** One who asks: their rights, and their part in the story. */
type Asker = { who: Mover; edit: boolean; publish: boolean; part: 'none' | 'owner' | 'co-author' | 'interest' }

const askers: Asker[] = [
  { who: someone(OWNER, 'contributor'), edit: false, publish: false, part: 'owner' },
  { who: someone(OWNER, 'editor'), edit: true, publish: true, part: 'owner' },
  { who: someone(OWNER, 'admin'), edit: true, publish: true, part: 'owner' },
  { who: someone(ME, 'contributor'), edit: false, publish: false, part: 'none' },
  { who: someone(ME, 'editor'), edit: true, publish: true, part: 'co-author' },
  { who: someone(ME, 'editor'), edit: true, publish: true, part: 'interest' },
  { who: someone(ME, 'editor'), edit: true, publish: false, part: 'none' },
  { who: someone(ME, 'editor'), edit: false, publish: true, part: 'none' },
  { who: someone(ME, 'admin'), edit: true, publish: true, part: 'none' },
  { who: someone(ME, 'admin'), edit: true, publish: true, part: 'interest' },
  { who: CLOCK, edit: false, publish: false, part: 'none' },
]

/** All that is against a story or for it; every combination of these is tried. */
type Facts = {
  asker: Asker
  claimedById: number | null
  openHolds: NeedFacts['openHolds']
  embargoUntil: Date | null
  /** What the story names against the words of now: each may be other words. */
  approvedHash: string | null
  kept: NeedFacts['kept']
  orderedHash: string
  verification: VerificationState
  wanted: number
  approvers: readonly number[]
  fourEyes: boolean
  lastEditorId: number | null
  lacking: boolean
  trusted: boolean
  silenceAgrees: boolean
  answers: NeedFacts['answers']
  holderInterested: boolean
  said: boolean
  at: Date | null
  publishAt: Date | null
  dueAt: Date | null
  decidedById: number
  editionConflict: NeedFacts['editionConflict']
  enteredAt: Date
}

const favourable: Facts = {
  asker: { who: someone(ME, 'admin'), edit: true, publish: true, part: 'none' },
  claimedById: ME,
  openHolds: [],
  embargoUntil: null,
  approvedHash: NOW,
  kept: { hash: NOW, counted: NOW },
  orderedHash: NOW,
  verification: 'complete',
  wanted: 1,
  approvers: [],
  fourEyes: false,
  lastEditorId: null,
  lacking: false,
  trusted: true,
  silenceAgrees: true,
  answers: null,
  holderInterested: false,
  said: true,
  at: minutes(60),
  publishAt: minutes(-1),
  dueAt: minutes(-1),
  decidedById: SOMEBODY,
  editionConflict: null,
  enteredAt: minutes(-5),
}

const orders = new Map<Move, { said: MoveOrder; unsaid: MoveOrder }>(
  moves.map((move) => [
    move,
    {
      said: moveOrder.parse({ move, version: 1, note: 'Words.', deskNote: 'For the desk.', sure: true, hash: NOW }),
      unsaid: moveOrder.parse({ move, version: 1, hash: NOW }),
    },
  ]),
)

const unanswered = { key: 'source', asked: true, state: 'open', evidence: '', byName: null, at: null } as const
const verifications: Record<VerificationState, NeedFacts['verification']> = {
  complete: { state: 'complete', checks: [{ ...unanswered, state: 'done' }] },
  open: { state: 'open', checks: [unanswered] },
  overridden: { state: 'overridden', checks: [unanswered] },
}

/** Where an order leads, asked as the door asks: who may, what state, what it needs. Null: it is refused. */
function reached(move: Move, state: StoryState, f: Facts): StoryState | null {
  const { who, edit, publish, part } = f.asker
  const known = orders.get(move)?.[f.said ? 'said' : 'unsaid']
  if (!known) throw new Error(`no order for ${move}`)
  const order = f.orderedHash === NOW ? known : { ...known, hash: f.orderedHash }
  const policy: PolicyFacts = {
    ...nothingSpecial,
    state,
    ownerId: OWNER,
    claimedById: f.claimedById,
    decidedById: f.decidedById,
    trusted: f.trusted,
    approvals: f.wanted,
    approvedByIds: f.approvers,
    fourEyes: f.fourEyes,
    lastEditorId: f.lastEditorId,
    rights: { edit, publish },
    coAuthor: part === 'co-author',
    interested: part === 'interest',
  }
  const { publishAt, dueAt, enteredAt } = f
  const story = { state, version: 1, publishAt, dueAt, enteredAt, claimedAt: enteredAt, claimSeenAt: enteredAt }
  if (refusedAtTheDoor(order, who, policy, story, now)) return null
  const { faults, conflict, complete, keepsDate } = judgeNeeds(order, who, needsOf(state, f), now)
  if (faults.length > 0 || conflict) return null
  return stateAfter(state, move, { held: f.claimedById !== null, complete, keepsDate, before: 'in_review' })
}

function needsOf(state: StoryState, f: Facts): NeedFacts {
  return {
    state,
    approvedHash: f.approvedHash,
    embargoUntil: f.embargoUntil,
    publishAt: f.publishAt,
    enteredAt: f.enteredAt,
    hash: NOW,
    kept: f.kept,
    contributorsHash: 'words of the contributor',
    lacks: f.lacking ? [{ field: 'copy', code: 'no-copy' }] : [],
    verification: verifications[f.verification],
    openHolds: f.openHolds,
    at: f.at,
    to: 'may',
    pointsNamed: 1,
    asksOtherwise: false,
    openPoints: [],
    answers: f.answers,
    editionConflict: f.editionConflict,
    partConflict: null,
    joined: true,
    approval: {
      wanted: f.wanted,
      fourEyes: f.fourEyes,
      silenceAgrees: f.silenceAgrees,
      holderId: f.claimedById,
      holderInterested: f.holderInterested,
      lastEditorId: f.lastEditorId,
      approvers: f.approvers,
    },
  }
}

type Choices = { [K in keyof Facts]?: readonly Facts[K][] }

/** Visits every combination of the choices, the rest as favourable as can be. The one record is written over. */
function everyOf(choices: Choices, visit: (facts: Facts) => void): number {
  const facts = { ...favourable }
  const written: Record<keyof Facts, unknown> = facts
  const keys = Object.keys(choices) as (keyof Facts)[]
  let visited = 0
  const choose = (depth: number) => {
    const key = keys[depth]
    if (key === undefined) {
      visited += 1
      return visit(facts)
    }
    for (const value of choices[key] ?? []) {
      written[key] = value
      choose(depth + 1)
    }
  }
  choose(0)
  return visited
}

const both = [true, false]

/** Written by hand from the rules: what becomes of one more yes. */
function approvedByHand(move: Move, f: Facts): StoryState | null {
  const { who, edit, part } = f.asker
  const isClock = who === CLOCK
  const isDesk = who !== CLOCK && who.role !== 'contributor' && part === 'none'
  const isMine = who !== CLOCK && f.claimedById === who.id
  const isChief = isDesk && who.role === 'admin'
  const saidNo = f.answers?.includes(false) ?? false
  if (f.lacking) return null
  if (move !== 'agree' && f.verification === 'open') return null

  const silent = move === 'agree' || isClock
  const countsForHolder =
    f.claimedById !== null && !f.holderInterested && !(f.fourEyes && f.lastEditorId === f.claimedById)
  const yes = silent ? (countsForHolder ? f.claimedById : null) : who.id
  const enough = new Set(yes === null ? f.approvers : [...f.approvers, yes]).size >= f.wanted
  const to = enough && f.verification !== 'open' ? 'approved' : 'in_review'

  if (move === 'agree') return part === 'owner' && !saidNo ? to : null
  if (isClock) return move === 'overrideSignOff' && f.said && f.silenceAgrees && !saidNo && enough ? 'approved' : null
  if (!isDesk) return null
  if (f.approvers.includes(who.id) || (f.fourEyes && f.lastEditorId === who.id)) return null
  if (move === 'overrideSignOff') return f.said && (isChief || (isMine && edit)) ? to : null
  if (!edit || f.orderedHash === 'other words') return null
  if (move === 'approve') return isMine ? to : null
  if (move === 'approveToo') return !isMine && (f.wanted > 1 || f.fourEyes) ? to : null
  return move === 'approveTrusted' && f.trusted ? to : null
}

const approving = {
  approve: 'in_review',
  approveToo: 'in_review',
  approveTrusted: 'submitted',
  agree: 'awaiting_sign_off',
  overrideSignOff: 'awaiting_sign_off',
} as const

test('every way to approve × who × claim × hash × verification × approvals × four eyes × silence', {
  timeout: 120_000,
}, () => {
  let approved = 0
  let asked = 0
  for (const [move, state] of Object.entries(approving) as [Move, StoryState][]) {
    const isSignOff = state === 'awaiting_sign_off'
    const choices: Choices = {
      asker: askers,
      claimedById: [null, ME, SOMEBODY],
      orderedHash: isSignOff ? [NOW] : [NOW, '', 'other words'],
      verification: ['complete', 'open', 'overridden'],
      wanted: [1, 2],
      approvers: [[], [ME], [SOMEBODY], [ME, SOMEBODY]],
      fourEyes: both,
      lastEditorId: [null, ME, SOMEBODY],
      lacking: both,
      ...(move === 'approveTrusted' ? { trusted: both } : {}),
      ...(isSignOff ? { silenceAgrees: both, answers: [null, [true], [true, false]], holderInterested: both } : {}),
      ...(move === 'overrideSignOff' ? { said: both } : {}),
    }
    asked += everyOf(choices, (facts) => {
      const got = reached(move, state, facts)
      const should = approvedByHand(move, facts)
      if (got !== should) expect([move, structuredClone(facts), got]).toEqual([move, structuredClone(facts), should])
      if (got === 'approved') approved += 1
    })
  }
  expect(asked).toBeGreaterThan(400_000)
  expect(approved).toBeGreaterThan(1_000)
})

/** Written by hand from the rules: may it be given to readers, or a day be set for it? */
function printedByHand(move: Move, f: Facts): StoryState | null {
  const { who, publish, part } = f.asker
  const isClock = who === CLOCK
  const isDesk = who !== CLOCK && who.role !== 'contributor' && part === 'none'
  if (f.openHolds.some((kind) => kind !== 'embargo')) return null
  const appears = move === 'schedule' ? f.at : now
  if (appears === null || (f.embargoUntil !== null && appears < f.embargoUntil)) return null
  if (move === 'restore')
    return isDesk && who.role === 'admin' && f.decidedById !== who.id && f.said ? 'published' : null
  if (move === 'correct' || move === 'clarify' || move === 'update')
    return isDesk && publish && f.editionConflict === null ? 'published' : null
  const asApproved = f.approvedHash === NOW && f.kept?.hash === NOW && f.kept.counted === NOW
  if (!asApproved || f.verification === 'open') return null
  if (move === 'schedule') return isDesk && publish && appears > now ? 'scheduled' : null
  if (isClock) return f.publishAt !== null && f.publishAt <= now ? 'published' : null
  return isDesk && publish ? 'published' : null
}

const printing: [Move, StoryState][] = [
  ['schedule', 'approved'],
  ['publish', 'approved'],
  ['publish', 'scheduled'],
  ['restore', 'retracted'],
  ['correct', 'published'],
  ['clarify', 'published'],
  ['update', 'published'],
]

test('every way to readers × who × holds × embargo × hash × verification × the day', { timeout: 120_000 }, () => {
  let printed = 0
  let asked = 0
  for (const [move, state] of printing) {
    const choices: Choices = {
      asker: askers,
      claimedById: [null, ME],
      openHolds: [[], ['legal'], ['safety'], ['other'], ['embargo'], ['embargo', 'legal']],
      embargoUntil: [null, now, minutes(1), minutes(120)],
      ...(move === 'restore' ? { decidedById: [ME, SOMEBODY], said: both } : {}),
      ...(state === 'published' ? { editionConflict: [null, 'no-edition', 'changed-since-approval'] } : {}),
      ...(move === 'schedule' || move === 'publish'
        ? {
            approvedHash: [NOW, 'other words', null],
            kept: [
              { hash: NOW, counted: NOW },
              { hash: 'other words', counted: NOW },
              { hash: NOW, counted: 'other words' },
              { hash: 'other words', counted: 'other words' },
              null,
            ],
            verification: ['complete', 'open', 'overridden'],
            ...(move === 'schedule'
              ? { at: [null, minutes(-1), now, minutes(60), minutes(180)] }
              : { publishAt: [null, minutes(-1), now, minutes(1)] }),
          }
        : {}),
    }
    asked += everyOf(choices, (facts) => {
      const got = reached(move, state, facts)
      const should = printedByHand(move, facts)
      if (got !== should) expect([move, structuredClone(facts), got]).toEqual([move, structuredClone(facts), should])
      if (got !== null) printed += 1
    })
  }
  expect(asked).toBeGreaterThan(250_000)
  expect(printed).toBeGreaterThan(400)
})

test('no other move and no other state leads there, however favourable everything else is', () => {
  // What takes a story back a step: it was there before, and its words stay under their approval.
  const back: [Move, StoryState, StoryState][] = [
    ['unschedule', 'scheduled', 'approved'],
    ['unpublish', 'published', 'approved'],
    ['placeHold', 'scheduled', 'approved'],
  ]
  const ways = new Set([
    ...back.map(([move, from, to]) => `${move}: ${from} → ${to}`),
    ...Object.entries(approving).map(([move, from]) => `${move}: ${from} → approved`),
    ...printing.map(([move, from]) => `${move}: ${from} → ${move === 'schedule' ? 'scheduled' : 'published'}`),
  ])
  const taken = new Set<string>()
  const order = orders.get('placeHold')
  if (order) order.said.hold = 'legal'
  for (const move of moves)
    for (const state of storyStates)
      everyOf({ asker: askers, claimedById: [null, ME, SOMEBODY], fourEyes: both }, (facts) => {
        const to = reached(move, state, facts)
        if (to === null || (to === state && to !== 'published')) return
        if (to === 'approved' || to === 'scheduled' || to === 'published') taken.add(`${move}: ${state} → ${to}`)
      })
  const staysPublished = ['askRetraction', 'placeHold'].map((move) => `${move}: published → published`)
  expect([...taken].filter((way) => !staysPublished.includes(way)).sort()).toEqual([...ways].sort())
})

test('a next edition: every combination of kind, note, hashes, four eyes and the edition it began from', () => {
  const kinds = { correct: 'correction', clarify: 'clarification', update: 'update' } as const
  let printed = 0
  for (const move of Object.keys(kinds) as (keyof typeof kinds)[])
    for (const kind of Object.values(kinds))
      for (const note of ['What was wrong.', ' '])
        for (const ordered of ['', NOW, 'other words'])
          for (const approvedHash of [NOW, 'other words', null])
            for (const counted of [NOW, 'other words'])
              for (const fourEyes of both)
                for (const approvedById of [ME, SOMEBODY, null])
                  for (const liveNumber of [1, 2, null]) {
                    const edition: EditionFacts = {
                      kind,
                      note,
                      hash: NOW,
                      approvedHash,
                      counted,
                      fourEyes,
                      approvedById,
                      byId: ME,
                      baseNumber: 1,
                      liveNumber,
                    }
                    const may =
                      kind === kinds[move] &&
                      note !== ' ' &&
                      ordered !== 'other words' &&
                      approvedHash === NOW &&
                      counted === NOW &&
                      !(fourEyes && approvedById === ME) &&
                      liveNumber === 1
                    const conflict = editionConflict({ move, hash: ordered }, edition)
                    expect([move, edition, conflict === null]).toEqual([move, edition, may])
                    if (may) printed += 1
                  }
  expect(printed).toBeGreaterThan(0)
  expect(editionConflict({ move: 'correct', hash: '' }, null)).toBe('no-edition')
})

test('a check that is asked and open leaves the verification open, an override lets it pass', () => {
  for (const asked of both)
    for (const state of ['open', 'done', 'not-needed'] as const)
      for (const overridden of both) {
        const open = asked && state === 'open'
        expect(verificationState([{ asked, state }], overridden)).toBe(
          open ? (overridden ? 'overridden' : 'open') : 'complete',
        )
      }
})
