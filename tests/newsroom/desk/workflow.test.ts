// Every state × move × role, exhaustively: what may follow what, and who may do it.
import { expect, test } from 'vitest'
import { offeredMoves } from '#app/newsroom/desk/offered-moves.ts'
import { CLOCK, type Mover, mayMove, maySee, nothingSpecial, type PolicyFacts } from '#app/newsroom/desk/policy.ts'
import { tell } from '#app/newsroom/desk/tell.ts'
import {
  type AfterFacts,
  canMove,
  type Move,
  moveRow,
  moves,
  stateAfter,
  whoActsNext,
} from '#app/newsroom/desk/workflow.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { type StoryState, storyStates } from '#app/newsroom/story/story.ts'

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
const owner = someone(1, 'contributor')
const stranger = someone(2, 'contributor')
const holder = someone(3, 'editor')
const editor = someone(4, 'editor')
const admin = someone(5, 'admin')
const movers: Record<string, Mover> = { owner, stranger, holder, editor, admin, clock: CLOCK }

const facts = (state: StoryState, more: Partial<PolicyFacts> = {}): PolicyFacts => ({
  ...nothingSpecial,
  state,
  ownerId: owner.id,
  ...more,
})

const holdsOf = { holder: ['placeHold', 'liftHold'], editor: ['placeHold'], admin: ['placeHold', 'liftHold'] }

/** Written by hand from the rules, not from the tables: who can order what, by state, while `holder` holds the claim. */
const expected: Record<StoryState, Partial<Record<keyof typeof movers, string[]>>> = {
  draft: { owner: ['submit', 'withdraw'] },
  submitted: {
    owner: ['takeBack', 'withdraw'],
    holder: ['claim', 'decline', 'join', ...holdsOf.holder],
    editor: ['claim', 'reject', 'join', ...holdsOf.editor],
    admin: ['claim', 'reject', 'join', ...holdsOf.admin],
  },
  in_review: {
    owner: ['withdraw'],
    holder: [
      'release',
      'handOver',
      'requestChanges',
      'sendForSignOff',
      'approve',
      'decline',
      'join',
      ...holdsOf.holder,
    ],
    editor: ['reject', 'join', ...holdsOf.editor],
    admin: ['release', 'handOver', 'reject', 'join', ...holdsOf.admin],
    clock: ['release'],
  },
  changes_requested: { owner: ['withdraw', 'resubmit'], ...holdsOf, clock: ['lapse'] },
  awaiting_sign_off: {
    owner: ['withdraw', 'agree', 'answerEdit', 'object'],
    holder: ['overrideSignOff', ...holdsOf.holder],
    editor: holdsOf.editor,
    admin: ['overrideSignOff', ...holdsOf.admin],
    clock: ['overrideSignOff', 'signOffLapse'],
  },
  approved: {
    owner: ['withdraw'],
    holder: ['reopen', 'schedule', 'publish', ...holdsOf.holder],
    editor: ['reopen', 'schedule', 'publish', ...holdsOf.editor],
    admin: ['reopen', 'schedule', 'publish', ...holdsOf.admin],
    clock: ['publish', 'reopen'],
  },
  scheduled: {
    owner: ['withdraw'],
    holder: ['reopen', 'unschedule', 'publish', ...holdsOf.holder],
    editor: ['reopen', 'unschedule', 'publish', ...holdsOf.editor],
    admin: ['reopen', 'unschedule', 'publish', ...holdsOf.admin],
    clock: ['publish', 'reopen'],
  },
  published: {
    holder: ['correct', 'clarify', 'update', 'askRetraction', 'unpublish', ...holdsOf.holder],
    editor: ['correct', 'clarify', 'update', 'askRetraction', 'unpublish', ...holdsOf.editor],
    admin: ['correct', 'clarify', 'update', 'askRetraction', 'unpublish', ...holdsOf.admin],
  },
  declined: {
    owner: ['revise', 'appeal'],
    holder: ['revertDecision', ...holdsOf.holder],
    editor: ['revertDecision', ...holdsOf.editor],
    admin: ['revertDecision', 'archive', ...holdsOf.admin],
    clock: ['archive'],
  },
  rejected: {
    owner: ['appeal'],
    holder: ['revertDecision', ...holdsOf.holder],
    editor: ['revertDecision', ...holdsOf.editor],
    admin: ['revertDecision', 'archive', ...holdsOf.admin],
    clock: ['archive'],
  },
  withdrawn: {
    holder: holdsOf.holder,
    editor: holdsOf.editor,
    admin: ['archive', ...holdsOf.admin],
    clock: ['archive'],
  },
  retracted: { holder: holdsOf.holder, editor: holdsOf.editor, admin: ['restore', ...holdsOf.admin] },
  archived: { holder: ['part'], editor: ['part'], admin: ['part'] },
}

test('every state × move × role is what the rules say', () => {
  for (const state of storyStates)
    for (const [name, mover] of Object.entries(movers)) {
      const offered = offeredMoves(mover, facts(state, { claimedById: holder.id }))
      expect([state, name, [...offered].sort()]).toEqual([state, name, [...(expected[state][name] ?? [])].sort()])
    }
})

test('a stranger may do nothing and may not even know', () => {
  for (const state of storyStates) {
    expect(maySee(stranger, facts(state))).toBe(false)
    for (const move of moves) expect(mayMove(stranger, move, facts(state))).toBe('not-found')
  }
})

test('drafts are their owner’s alone', () => {
  for (const mover of [stranger, holder, editor, admin]) {
    expect(maySee(mover, facts('draft'))).toBe(false)
    for (const move of moves) expect(mayMove(mover, move, facts('draft'))).toBe('not-found')
  }
})

test('nobody decides on a story they wrote, whatever their role', () => {
  for (const role of ['editor', 'admin'] as const)
    for (const state of storyStates)
      for (const move of moves) {
        const author = someone(1, role)
        const offered = canMove(state, move) && mayMove(author, move, facts(state)) === null
        if (offered) expect(moveRow(move).by).toContain('owner')
      }
})

test('a final rejection takes two people, spam takes one', () => {
  expect(mayMove(holder, 'reject', facts('in_review', { claimedById: holder.id }))).toBe('second-person')
  expect(mayMove(editor, 'reject', facts('in_review', { claimedById: holder.id }))).toBe(null)
  expect(mayMove(editor, 'reject', facts('submitted'))).toBe('second-person')
  expect(mayMove(editor, 'reject', facts('submitted'), true)).toBe(null)
})

test('there is one appeal, and an unconfirmed reporter sends nothing', () => {
  expect(mayMove(owner, 'appeal', facts('rejected', { appealed: true }))).toBe('already-appealed')
  const unconfirmed = { ...owner, confirmed: false }
  expect(mayMove(unconfirmed, 'submit', facts('draft'))).toBe('email-unconfirmed')
  expect(mayMove(unconfirmed, 'withdraw', facts('draft'))).toBe(null)
})

test('who retracted a story cannot restore it alone', () => {
  expect(mayMove(admin, 'restore', facts('retracted', { decidedById: admin.id }))).toBe('second-person')
  expect(mayMove(admin, 'restore', facts('retracted', { decidedById: 99 }))).toBe(null)
})

const everyAfter: AfterFacts[] = Array.from({ length: 16 }, (_, bits) => ({
  held: (bits & 1) !== 0,
  complete: (bits & 2) !== 0,
  keepsDate: (bits & 4) !== 0,
  before: (bits & 8) !== 0 ? 'in_review' : 'submitted',
}))

test('every move leads from states of the list to a state of the list', () => {
  for (const move of moves)
    for (const from of moveRow(move).from)
      for (const after of everyAfter) expect(storyStates).toContain(stateAfter(from, move, after))
})

test('every state can be reached from a draft, and every state has somebody who acts or nobody', () => {
  const reached = new Set<StoryState>(['draft'])
  for (let grew = true; grew; ) {
    grew = false
    for (const state of [...reached])
      for (const move of moves)
        if (canMove(state, move))
          for (const after of everyAfter) {
            const to = stateAfter(state, move, after)
            if (!reached.has(to)) {
              reached.add(to)
              grew = true
            }
          }
  }
  expect([...reached].sort()).toEqual([...storyStates].sort())
  for (const state of storyStates) expect(whoActsNext(state)).toBeTruthy()
})

test('every change that a contributor can see is told to them, but for spam', () => {
  const makesNoise = moves.filter((move) => !moveRow(move).by.includes('owner'))
  for (const move of makesNoise)
    for (const from of moveRow(move).from)
      for (const after of everyAfter) {
        const to = stateAfter(from, move, after)
        if (to === from) continue
        const dateTold = from === 'scheduled' && !after.keepsDate
        const { complete } = after
        const facts = { from, held: true, dateTold, firstClaim: true, complete, decisionTold: true, spam: false }
        const told = tell(move, facts)
        // Undone before its letter left, a decision was no news.
        const silentByRule = move === 'release' || move === 'undoDecision' || (move === 'reopen' && !dateTold)
        expect([move, from, told.some((t) => t.who === 'contributor')]).toEqual([move, from, !silentByRule])
      }
})

test('nobody is told twice by one letter, and no spammer is told at all', () => {
  const either = [true, false]
  for (const move of moves)
    for (const from of moveRow(move).from)
      for (const held of either)
        for (const dateTold of either)
          for (const firstClaim of either)
            for (const complete of either) {
              const told = tell(move, { from, held, dateTold, firstClaim, complete, decisionTold: true, spam: false })
              const keys = told.map(({ who, letter }) => `${who} ${letter}`)
              expect(new Set(keys).size).toBe(keys.length)
            }
  const spam = {
    from: 'in_review',
    held: true,
    dateTold: false,
    firstClaim: false,
    complete: false,
    decisionTold: true,
    spam: true,
  } as const
  expect(tell('reject', spam)).toEqual([])
})

/** Written by hand from the rules: may somebody of the desk, who neither wrote the story nor has a share in it, do it? */
function mayByHand(move: Move, who: Person, f: PolicyFacts, alone: boolean): boolean {
  const holds = f.claimedById === who.id
  const chief = who.role === 'admin'
  const edits = f.rights.edit
  const ownDecision = f.appealAgainstId === who.id
  const fourEyed = f.fourEyes && f.lastEditorId === who.id
  const mayApprove = !ownDecision && !fourEyed && !f.approvedByIds.includes(who.id)
  if (f.interested && move !== 'release' && move !== 'handOver') return false
  switch (move) {
    case 'claim':
      return edits && !ownDecision
    case 'release':
    case 'handOver':
      return holds || chief
    case 'requestChanges':
    case 'sendForSignOff':
      return holds && edits && !ownDecision
    case 'overrideSignOff':
      return ((holds && edits) || chief) && mayApprove
    case 'approve':
      return holds && edits && mayApprove
    case 'approveToo':
      return !holds && edits && (f.approvals > 1 || f.fourEyes) && mayApprove
    case 'approveTrusted':
      return f.trusted && edits && mayApprove
    case 'reopen':
    case 'revertDecision':
    case 'join':
    case 'part':
      return edits
    case 'schedule':
    case 'publish':
    case 'correct':
    case 'clarify':
    case 'update':
    case 'askRetraction':
    case 'unpublish':
      return f.rights.publish
    case 'unschedule':
      return f.rights.publish || chief
    case 'decline':
      return edits && !ownDecision && (f.claimedById === null || holds)
    case 'reject':
      return edits && !ownDecision && (alone || f.spam || (f.claimedById !== null && !holds))
    case 'undoDecision':
      return edits && f.decidedById === who.id
    case 'retract':
      return chief && (alone || (f.retractionAskedById !== null && f.retractionAskedById !== who.id))
    case 'restore':
      return chief && f.decidedById !== who.id
    case 'archive':
      return chief
    case 'placeHold':
      return edits || f.rights.publish
    case 'liftHold':
      return chief || (holds && edits)
    default:
      return false // what the owner or only the clock does
  }
}

test('every fact × move × role is what the rules say: rights, interest, share, four eyes, approvals, appeal, second persons', {
  timeout: 180_000,
}, () => {
  const both = [true, false]
  let asked = 0
  for (const who of [editor, admin])
    for (const facts of everyFacts(who))
      for (const alone of both)
        for (const move of moves) {
          const state = moveRow(move).from.find((one) => one !== 'draft') ?? 'draft'
          const may = mayMove(who, move, { ...facts, state }, alone) === null
          const should = state !== 'draft' && !facts.coAuthor && mayByHand(move, who, facts, alone)
          asked += 1
          if (may !== should)
            expect([move, who.role, alone, facts, may]).toEqual([move, who.role, alone, facts, should])
        }
  expect(asked).toBeGreaterThan(1_000_000)
})

function* everyFacts(who: Person): Generator<PolicyFacts> {
  const both = [true, false]
  const me = who.id
  for (const claimedById of [null, me, holder.id])
    for (const retractionAskedById of [null, me, holder.id])
      for (const edit of both)
        for (const publish of both)
          for (const bits of Array.from({ length: 1 << 10 }, (_, bits) => bits)) {
            const bit = (n: number) => (bits & (1 << n)) !== 0
            yield {
              ...nothingSpecial,
              state: 'in_review',
              ownerId: owner.id,
              claimedById,
              retractionAskedById,
              rights: { edit, publish },
              coAuthor: bit(0),
              interested: bit(1),
              approvals: bit(2) ? 2 : 1,
              fourEyes: bit(3),
              lastEditorId: bit(4) ? me : holder.id,
              approvedByIds: bit(5) ? [me] : [],
              appealAgainstId: bit(6) ? me : null,
              decidedById: bit(7) ? me : holder.id,
              trusted: bit(8),
              spam: bit(9),
            }
          }
}
