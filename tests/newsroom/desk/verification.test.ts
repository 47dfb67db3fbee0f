// When a story is verified, what of it readers are told, and who may say so: every case.
import { expect, test } from 'vitest'
import {
  checkedForReaders,
  checkKeys,
  checklistOf,
  checkStates,
  isVerified,
  mayVerify,
  verificationState,
} from '#app/newsroom/desk/verification.ts'
import type { Person, Role } from '#app/newsroom/people/person.ts'
import { storyStates } from '#app/newsroom/story/story.ts'

test('every way to answer six checks, asked or not: complete exactly when nothing asked is open', () => {
  for (let asked = 0; asked < 2 ** 6; asked++)
    for (let answers = 0; answers < 3 ** 6; answers++) {
      const checks = checkKeys.map((key, i) => ({
        key,
        asked: Math.floor(asked / 2 ** i) % 2 === 1,
        state: checkStates[Math.floor(answers / 3 ** i) % 3] ?? 'open',
      }))
      const open = checks.filter((check) => check.asked && check.state === 'open').length
      expect(verificationState(checks, false)).toBe(open === 0 ? 'complete' : 'open')
      expect(verificationState(checks, true)).toBe(open === 0 ? 'complete' : 'overridden')
      expect(checkedForReaders(checks)).toEqual(checks.filter(({ state }) => state === 'done').map(({ key }) => key))
    }
  expect(isVerified({ state: 'open' })).toBe(false)
  expect(isVerified({ state: 'overridden' })).toBe(true)
  expect(isVerified({ state: 'complete' })).toBe(true)
})

test('a checklist keeps the order of the house and drops what the house does not know', () => {
  expect(checklistOf(['place', 'horoscope', 'source', 'place'])).toEqual(['source', 'place'])
  expect(checklistOf([])).toEqual([])
})

test('any editor of the section may verify what is on its way to readers, never their own, never with an interest', () => {
  const verifiable = ['submitted', 'in_review', 'changes_requested', 'awaiting_sign_off', 'approved', 'scheduled']
  const both = [true, false]
  for (const role of ['contributor', 'editor', 'admin'] as const)
    for (const state of storyStates)
      for (const own of both)
        for (const coAuthor of both)
          for (const interested of both)
            for (const edits of both) {
              const answer = mayVerify(someone(role), { state, ownerId: own ? 1 : 2, coAuthor, interested, edits })
              const open = verifiable.includes(state) || state === 'published'
              const may = role !== 'contributor' && !own && !coAuthor && !interested && edits && open
              expect(answer === null, `${role} ${state} ${own} ${coAuthor} ${interested} ${edits}: ${answer}`).toBe(may)
              if (role === 'contributor' && !own) expect(answer).toBe('not-found')
            }
})

function someone(role: Role): Person {
  return {
    id: 1,
    publicId: 'p1',
    name: 'Somebody',
    email: 'somebody@example.org',
    role,
    trusted: false,
    confirmed: true,
    language: 'en',
    safetyMode: false,
  }
}
