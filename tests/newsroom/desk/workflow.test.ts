// Every state × move × role, exhaustively: what may follow what, and who may do it.
import { expect, test } from 'vitest'
import { offeredMoves } from '#app/newsroom/desk/offered-moves.ts'
import { CLOCK, type Mover, mayMove, maySee, type PolicyFacts } from '#app/newsroom/desk/policy.ts'
import { tell } from '#app/newsroom/desk/tell.ts'
import { canMove, moveRow, moves, stateAfter, whoActsNext } from '#app/newsroom/desk/workflow.ts'
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
  state,
  ownerId: owner.id,
  claimedById: null,
  appealed: false,
  decidedById: null,
  spam: false,
  ...more,
})

/** Written by hand from the rules, not from the tables: who can order what, by state, while `holder` holds the claim. */
const expected: Record<StoryState, Partial<Record<keyof typeof movers, string[]>>> = {
  draft: { owner: ['submit', 'withdraw'] },
  submitted: {
    owner: ['takeBack', 'withdraw'],
    holder: ['claim', 'decline', 'placeHold', 'liftHold'],
    editor: ['claim', 'reject', 'placeHold'],
    admin: ['claim', 'reject', 'placeHold', 'liftHold'],
  },
  in_review: {
    owner: ['withdraw'],
    holder: ['release', 'handOver', 'requestChanges', 'sendForSignOff', 'approve', 'decline', 'placeHold', 'liftHold'],
    editor: ['reject', 'placeHold'],
    admin: ['release', 'handOver', 'reject', 'placeHold', 'liftHold'],
    clock: ['release'],
  },
  changes_requested: {
    owner: ['withdraw', 'resubmit'],
    holder: ['placeHold', 'liftHold'],
    editor: ['placeHold'],
    admin: ['placeHold', 'liftHold'],
    clock: ['lapse'],
  },
  awaiting_sign_off: {
    owner: ['withdraw', 'agree', 'answerEdit', 'object'],
    holder: ['overrideSignOff', 'placeHold', 'liftHold'],
    editor: ['placeHold'],
    admin: ['overrideSignOff', 'placeHold', 'liftHold'],
    clock: ['overrideSignOff'],
  },
  approved: {
    owner: ['withdraw'],
    holder: ['reopen', 'schedule', 'publish', 'placeHold', 'liftHold'],
    editor: ['reopen', 'schedule', 'publish', 'placeHold'],
    admin: ['reopen', 'schedule', 'publish', 'placeHold', 'liftHold'],
    clock: ['publish'],
  },
  scheduled: {
    owner: ['withdraw'],
    holder: ['reopen', 'unschedule', 'publish', 'placeHold', 'liftHold'],
    editor: ['reopen', 'unschedule', 'publish', 'placeHold'],
    admin: ['reopen', 'unschedule', 'publish', 'placeHold', 'liftHold'],
    clock: ['publish'],
  },
  published: {
    holder: ['correct', 'clarify', 'update', 'unpublish'],
    editor: ['correct', 'clarify', 'update', 'unpublish'],
    admin: ['correct', 'clarify', 'update', 'retract', 'unpublish'],
  },
  declined: {
    owner: ['revise', 'appeal'],
    holder: ['revertDecision'],
    editor: ['revertDecision'],
    admin: ['revertDecision', 'archive'],
    clock: ['archive'],
  },
  rejected: {
    owner: ['appeal'],
    holder: ['revertDecision'],
    editor: ['revertDecision'],
    admin: ['revertDecision', 'archive'],
    clock: ['archive'],
  },
  withdrawn: { admin: ['archive'], clock: ['archive'] },
  retracted: { admin: ['restore'] },
  archived: {},
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

test('every move leads from states of the list to a state of the list', () => {
  for (const move of moves)
    for (const from of moveRow(move).from)
      for (const held of [true, false]) expect(storyStates).toContain(stateAfter(from, move, held))
})

test('every state can be reached from a draft, and every state has somebody who acts or nobody', () => {
  const reached = new Set<StoryState>(['draft'])
  for (let grew = true; grew; ) {
    grew = false
    for (const state of [...reached])
      for (const move of moves)
        if (canMove(state, move))
          for (const held of [true, false]) {
            const to = stateAfter(state, move, held)
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
    for (const from of moveRow(move).from) {
      const to = stateAfter(from, move, true)
      if (to === from) continue
      const told = tell(move, { from, held: true, dateTold: from === 'scheduled', firstClaim: true, spam: false })
      const silentByRule = move === 'release' || (move === 'reopen' && from === 'approved')
      expect([move, from, told.some((t) => t.who === 'contributor')]).toEqual([move, from, !silentByRule])
    }
})
