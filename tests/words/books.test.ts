// Every book of words says everything: the same keys, the same parts in each sentence, and no English left in another.
import { expect, test } from 'vitest'
import type { StoryLetterParts } from '#app/newsroom/letters/letter-words.ts'
import { formatsIn } from '#app/words/formats.ts'
import { languages } from '#app/words/languages.ts'
import { type LetterBook, letterBooks } from '#app/words/letters.ts'
import { openBook } from '#app/words/open-book.ts'
import { wordsFor } from '#app/words/words.ts'

type Speaking = (...parts: unknown[]) => unknown
type Said = { path: string; said: string }

const others = languages.map(({ code }) => code).filter((code) => code !== 'en')
const english = { ...wordsFor('en'), letters: letterBooks.en }

/** Names, examples and marks that are the same in every language. */
const everywhere = /^(WhatsApp|Telegram|Facebook|X|Bluesky|https:\/\/…|kB|MB)$/

const scripts: Record<string, RegExp> = {
  en: /\p{Script=Latin}/u,
  bg: /\p{Script=Cyrillic}/u,
  ar: /\p{Script=Arabic}/u,
}

test('a browser opens rooms of the same books as the server, and each knows its language', async () => {
  for (const { code } of languages) {
    expect(wordsFor(code).language).toBe(code)
    const opened = await openBook(code)
    const whole: Record<string, unknown> = wordsFor(code)
    expect(opened.language).toBe(code)
    for (const [room, words] of Object.entries(opened)) expect(words, room).toBe(whole[room])
  }
  expect(wordsFor('xx').language).toBe('en')
  expect(await openBook('toString')).toBe(await openBook('en'))
})

test.each(others)('%s has every key of the English book, no other, and sentences with the same parts', (code) => {
  expect(shapeOf(bookOf(code))).toEqual(shapeOf(english))
})

test.each(others)('%s keeps every name, number and date that the English sentence carries', (code) => {
  const lost: string[] = []
  const mine = new Map(spoken(bookOf(code)).map(({ path, said }) => [path, said]))
  for (const { path, said } of spoken(english))
    for (const mark of ['A0', 'A1', 'A2', '7', 'REF', 'HEADLINE', 'BYLINE', 'NOTE', 'POINTS', 'REASONS', 'DATE'])
      if (said.includes(mark) && mine.get(path)?.includes(mark) === false)
        lost.push(`${path}: ${mark} in “${mine.get(path)}”`)
  expect(lost).toEqual([])
})

test.each(others)('%s says everything in its own script', (code) => {
  const foreign = spoken(bookOf(code))
    .filter(({ path }) => path !== 'language')
    .filter(({ said }) => isOurs(said))
    .filter(({ said }) => !scripts[code]?.test(said))
  expect(foreign).toEqual([])
})

test.each(others)('%s has no sentence of the English book left', (code) => {
  const theirs = new Set(spoken(english).map(({ said }) => said))
  const same = spoken(bookOf(code)).filter(({ path, said }) => path !== 'language' && theirs.has(said))
  expect(same.filter(({ said }) => isOurs(said))).toEqual([])
})

test.each(['en', ...others])(
  '%s leaves nothing unsaid, and has the quotation marks and dots of its language',
  (code) => {
    const wrong = { en: /["„«»]|\.\.\./, bg: /["”«»]|\.\.\./, ar: /"|\.\.\./ }[code] ?? /"|\.\.\./
    const faulty = spoken(bookOf(code)).filter(
      ({ path, said }) =>
        (said.trim() === '' && !mayBeEmpty({ path, said })) || wrong.test(said) || /undefined/.test(said),
    )
    expect(faulty).toEqual([])
  },
)

function bookOf(code: string) {
  return { ...wordsFor(code), letters: letterBooks[code] as LetterBook }
}

/** The book with a mark in the place of each text, and the number of its parts in the place of each sentence. */
function shapeOf(part: unknown): unknown {
  if (typeof part === 'function') return `a sentence of ${part.length} parts`
  if (typeof part !== 'object' || part === null) return 'a text'
  if (Array.isArray(part)) return part.map(shapeOf)
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, shapeOf(value)]))
}

/** Everything that a book can say: texts as they are, sentences with marks for names and with numbers for parts. */
function spoken(part: unknown, path = ''): Said[] {
  if (typeof part === 'string') return [{ path, said: part }]
  if (typeof part === 'function') return sentences(part as Speaking, path)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]) => spoken(value, path ? `${path}.${key}` : key))
}

function sentences(speak: Speaking, path: string): Said[] {
  if (path.startsWith('letters.story.'))
    return letterCases.flatMap((facts, at) => spoken(speak(facts), `${path}(${at})`))
  if (path.startsWith('letters.account.'))
    return accountCases.flatMap((facts, at) => spoken(speak(facts), `${path}(${at})`))
  const names = Array.from({ length: speak.length }, (_, at) => `A${at}`)
  // A part is a name or a number, and only the sentence knows which: both are tried, and a number said as a name is not counted.
  return [
    ...spoken(speak(...names), `${path}(names)`),
    ...numbers.flatMap((n) => spoken(speak(...names.map(() => n)), `${path}(${n})`)),
  ].filter(({ said }) => !noNumber.some((words) => said.includes(words)))
}

const numbers = [7, 1]
const noNumber = ['NaN', ...languages.map(({ code }) => formatsIn(code).number(Number.NaN))]

const letter: StoryLetterParts = {
  ref: 'REF',
  headline: 'HEADLINE',
  byline: 'BYLINE',
  desk: 'A0',
  note: 'NOTE',
  deskNote: 'NOTE',
  reasons: 'REASONS',
  points: 'POINTS',
  pointCount: 7,
  sentAt: 'DATE',
  answerBy: 'DATE',
  dueBy: 'DATE',
  publishAt: 'DATE',
  hold: 'A1',
  forDesk: false,
  ticket: 'correction',
  byReader: false,
  outcome: 'done',
}
const letterCases = [
  letter,
  { ...letter, forDesk: true, pointCount: 1, ticket: 'takedown', outcome: 'refused', publishAt: '' },
  { ...letter, byReader: true, ticket: 'error' },
  { ...letter, byReader: true, ticket: 'takedown' },
]
const accountCases = [
  { token: 'A0', on: true, role: 'editor', reason: 'A1' },
  { token: 'A0', on: false, role: 'admin', reason: 'A1' },
  { role: 'contributor' },
]

/** Is there a word of the book's own in it, beside the marks that stand for names and numbers? */
function isOurs(said: string): boolean {
  const bare = said.replace(/\b(A\d|REF|HEADLINE|BYLINE|NOTE|POINTS|REASONS|DATE)\b/g, '').trim()
  return !everywhere.test(bare) && /\p{L}/u.test(bare)
}

// What is not known is left out of a letter: an empty line is one of those.
function mayBeEmpty({ path, said }: Said): boolean {
  return said === '' && path.startsWith('letters.')
}
