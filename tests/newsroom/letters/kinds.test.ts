// The list of kinds: what is never off, what each may be, and that every language says every one.
import { expect, test } from 'vitest'
import {
  choicesOf,
  choiceThatHolds,
  isAboutStory,
  kindsToChoose,
  type LetterKind,
  letterChoiceNames,
  letterKinds,
} from '#app/newsroom/letters/kinds.ts'
import { languages } from '#app/words/languages.ts'
import { letterBooks } from '#app/words/letters.ts'
import { wordsFor } from '#app/words/words.ts'

const kinds = Object.keys(letterKinds) as LetterKind[]
// Written by hand: whoever loosens one of these has to do it here too.
const never = [
  'confirm-email',
  'already-joined',
  'reset-password',
  'first-admin',
  'password-changed',
  'two-step',
  'safety-off',
  'role',
  'suspended',
  'suspension-lifted',
  'identity-opened',
  'identity-protected',
  'protection-ended',
  'identity-right',
  'section-rights',
  'newsletter-confirm',
  'newsletter-already',
  'digest',
] as const
const decisions = [
  'approved',
  'declined',
  'rejected',
  'decision-reverted',
  'lapsed',
  'retracted',
  'unpublished',
  'published',
] as const

test('letters of security are neither gathered nor off, decisions never off', () => {
  for (const kind of never) expect(choicesOf(kind), kind).toEqual(['each'])
  for (const kind of decisions) expect(choicesOf(kind), kind).toEqual(['each', 'digest'])
  expect(kinds.filter((kind) => letterKinds[kind].for === 'account').sort()).toEqual([...never].sort())
})

test('a choice holds where its kind allows it, and is `each` everywhere else', () => {
  for (const kind of kinds) {
    expect(choiceThatHolds(kind, undefined), kind).toBe('each')
    for (const choice of letterChoiceNames)
      expect(choiceThatHolds(kind, choice), `${kind} ${choice}`).toBe(
        choicesOf(kind).includes(choice) ? choice : 'each',
      )
  }
})

test('reporters choose about their own letters, the desk’s people about all about stories', () => {
  expect(kindsToChoose(true)).toEqual(
    kinds.filter(isAboutStory).filter((kind) => letterKinds[kind].for !== 'reader'), // who has no account chooses nothing
  )
  expect(kindsToChoose(false).filter((kind) => letterKinds[kind].for === 'desk')).toEqual([])
  expect(kindsToChoose(false)).toEqual(kinds.filter((kind) => ['writer', 'both'].includes(letterKinds[kind].for)))
})

test('every language has a book of letters, and every kind a name where it is chosen', () => {
  for (const { code: language } of languages) {
    expect(Object.keys(letterBooks)).toContain(language)
    const { kinds: names, groups } = wordsFor(language).account.letters
    for (const kind of kindsToChoose(true)) {
      expect(names[kind], `${language} ${kind}`).toMatch(/\S/)
      expect(groups[letterKinds[kind].group as keyof typeof groups], `${language} ${kind}`).toMatch(/\S/)
    }
  }
})
