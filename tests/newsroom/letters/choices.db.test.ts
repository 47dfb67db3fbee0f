// Choices: every kind under every choice, the same for all doors, and what becomes of letters that were gathered.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { letterChoicesOf, saveLetterChoices } from '#app/newsroom/letters/choices.server.ts'
import {
  choicesOf,
  kindsToChoose,
  type LetterKind,
  letterChoiceNames,
  letterKinds,
  type StoryLetterKind,
} from '#app/newsroom/letters/kinds.ts'
import { noticesOf, openNotice, seeNotices, unseenNotices } from '#app/newsroom/letters/notices.server.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import type { Database } from '#db/client.ts'
import { letterChoices, letters } from '#db/schema/letters.ts'
import { castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from './post-office.ts'

afterAll(closeDatabases)

const kinds = Object.keys(letterKinds) as LetterKind[]
const english = { words: letterWordsFor('en') }

async function newsroom() {
  const { db } = await freshDatabase()
  return { db, cast: await castOf(db) }
}

function write(db: Database, kind: LetterKind, to: Person, key: string, notBefore = NOON) {
  const content = {
    subject: `About ${key}`,
    greeting: 'Hello,',
    lines: ['So.'],
    button: { label: 'Go', path: `/${key}` },
  }
  const letter = { key, kind, to: { personId: to.id, email: to.email, name: to.name }, content, notBefore }
  return db.transaction((tx) => writeLetter(tx, letter, NOON))
}

test('every kind under every choice: never off what may not be, and always a row', async () => {
  const { db, cast } = await newsroom()
  const { editor } = cast
  for (const choice of letterChoiceNames) {
    // Past the door that would refuse it: an odd row must not silence a letter either.
    await db.transaction(async (tx) => {
      await tx.delete(letterChoices).where(eq(letterChoices.personId, editor.id)).returning()
      await tx
        .insert(letterChoices)
        .values(kinds.map((kind) => ({ personId: editor.id, kind, choice })))
        .returning()
    })
    for (const kind of kinds) await write(db, kind, editor, `${kind}-${choice}`)
  }
  const rows = await db.select().from(letters)
  const stateOf = new Map(rows.map((row) => [row.key, row.state]))
  const states = { each: 'waiting', digest: 'gathered', off: 'shown' }
  for (const kind of kinds)
    for (const choice of letterChoiceNames) {
      const holds = choicesOf(kind).includes(choice) ? choice : 'each'
      expect(stateOf.get(`${kind}-${choice}`), `${kind} ${choice}`).toBe(states[holds])
    }
})

test('choices are kept for their person, and what a kind does not allow is left out', async () => {
  const { db, cast } = await newsroom()
  const before = await letterChoicesOf(db, cast.reporter)
  expect(before.map(({ kind }) => kind)).toEqual(kindsToChoose(false))
  expect(new Set(before.map(({ chosen }) => chosen))).toEqual(new Set(['each']))
  await saveLetterChoices(
    db,
    { receipt: 'off', declined: 'off', published: 'digest', 'new-story': 'off' },
    cast.reporter,
  )
  const after = new Map((await letterChoicesOf(db, cast.reporter)).map(({ kind, chosen }) => [kind, chosen]))
  expect([after.get('receipt'), after.get('declined'), after.get('published')]).toEqual(['off', 'each', 'digest'])
  expect((await db.select().from(letterChoices)).map(({ kind }) => kind).sort()).toEqual(['published', 'receipt'])
  expect(new Set((await letterChoicesOf(db, cast.otherReporter)).map(({ chosen }) => chosen))).toEqual(
    new Set(['each']),
  )
  await saveLetterChoices(db, { receipt: 'each' }, cast.reporter)
  expect((await letterChoicesOf(db, cast.reporter)).find(({ kind }) => kind === 'receipt')?.chosen).toBe('each')
})

test('a letter that is off is not sent, and its notice stands all the same', async () => {
  const { db, cast } = await newsroom()
  const { reporter } = cast
  await saveLetterChoices(db, { receipt: 'off', 'being-read': 'off' }, reporter)
  await storyIn(db, cast, 'in_review', 'Bridge opens')
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(1))
  expect(got.filter(({ to }) => to.address === reporter.email)).toEqual([])
  const { notices } = await noticesOf(db, english, reporter, later(1))
  expect(notices.map(({ kind, seen }) => [kind, seen])).toEqual([
    ['being-read', false],
    ['receipt', false],
  ])
  expect(notices[1]?.subject).toMatch(/^Received: #\d+ Bridge opens$/)
  expect(await unseenNotices(db, reporter, later(1))).toBe(2)
})

test('off takes what was gathered out of the digest; once a day and each one leave it in', async () => {
  const { db, cast } = await newsroom()
  const { reporter } = cast
  await saveLetterChoices(db, { receipt: 'digest', published: 'digest' }, reporter)
  await write(db, 'receipt', reporter, 'a')
  await write(db, 'published', reporter, 'b')
  await saveLetterChoices(db, { receipt: 'off', published: 'each' }, reporter)
  const rows = await db.select().from(letters)
  expect(rows.map(({ key, state }) => [key, state]).sort()).toEqual([
    ['a', 'shown'],
    ['b', 'gathered'],
  ])
})

test('a decision that is taken back takes its gathered letter and its notice with it', async () => {
  const { db, cast } = await newsroom()
  await saveLetterChoices(db, { declined: 'digest' }, cast.reporter)
  const story = await storyIn(db, cast, 'in_review')
  const declined = await move(db, cast, cast.editor, story, 'decline', { reasons: ['length'], note: 'Too long.' })
  expect(declined.ok).toBe(true)
  const ofKind = async () => (await db.select().from(letters).where(eq(letters.kind, 'declined')))[0]?.state
  expect(await ofKind()).toBe('gathered')
  // While it can be undone it is no news.
  expect((await noticesOf(db, english, cast.reporter, later(5))).notices.map(({ kind }) => kind)).not.toContain(
    'declined',
  )
  expect((await noticesOf(db, english, cast.reporter, later(10))).notices.map(({ kind }) => kind)).toContain('declined')
  expect(
    (await move(db, cast, cast.editor, story, 'revertDecision', { note: 'A slip.', deskNote: 'A slip.' }, later(5))).ok,
  ).toBe(true)
  expect(await ofKind()).toBe('cancelled')
  expect((await noticesOf(db, english, cast.reporter, later(10))).notices.map(({ kind }) => kind)).not.toContain(
    'declined',
  )
})

test('notices are their person’s alone, are seen one by one or up to the newest that was shown', async () => {
  const { db, cast } = await newsroom()
  const { reporter, otherReporter } = cast
  for (const key of ['a', 'b', 'c']) await write(db, 'message', reporter, key)
  const { notices } = await noticesOf(db, english, reporter, NOON)
  const [newest, , oldest] = notices
  expect(notices.map(({ path }) => path)).toEqual(['/c', '/b', '/a'])
  expect(await openNotice(db, oldest?.id ?? 0, otherReporter, NOON)).toBeNull()
  expect(await openNotice(db, oldest?.id ?? 0, reporter, NOON)).toEqual({ path: '/a' })
  expect(await unseenNotices(db, reporter, NOON)).toBe(2)
  await write(db, 'message', reporter, 'd')
  await seeNotices(db, newest?.id ?? 0, otherReporter, later(1))
  expect(await unseenNotices(db, reporter, NOON)).toBe(3)
  await seeNotices(db, newest?.id ?? 0, reporter, later(1))
  expect(await unseenNotices(db, reporter, NOON)).toBe(1)
  expect(
    (await noticesOf(db, english, reporter, NOON)).notices.filter(({ seen }) => !seen).map(({ path }) => path),
  ).toEqual(['/d'])
  expect((await noticesOf(db, english, otherReporter, NOON)).notices).toEqual([])
})

test('mail with a secret in it is no notice, and a letter that could not be sent is one', async () => {
  const { db, cast } = await newsroom()
  const { reporter } = cast
  for (const kind of ['confirm-email', 'reset-password', 'digest', 'password-changed'] as const)
    await write(db, kind, reporter, kind)
  await write(db, 'message', reporter, 'late')
  await sendDueLetters(db, postOffice(() => true).mailer, site, NOON) // each is tried again a minute later
  const { notices } = await noticesOf(db, english, reporter, NOON)
  expect(notices.map(({ kind }) => kind)).toEqual(['message', 'password-changed'])
})

test('notices come page by page, each once', async () => {
  const { db, cast } = await newsroom()
  const all = Array.from({ length: 120 }, (_, i) => `k${i}`)
  for (const key of all) await write(db, 'message', cast.reporter, key)
  expect(await unseenNotices(db, cast.reporter, NOON)).toBe(99)
  const paths: string[] = []
  let before: number | undefined
  for (let page = 0; page < 10; page++) {
    const { notices, next } = await noticesOf(db, { ...english, before }, cast.reporter, NOON)
    paths.push(...notices.map(({ path }) => path))
    if (next === null) break
    before = next
  }
  expect(paths).toEqual(all.map((key) => `/${key}`).reverse())
})

test('the choice of a kind is one of those it names, for each kind a reporter has', async () => {
  const { db, cast } = await newsroom()
  for (const kind of kindsToChoose(false) as StoryLetterKind[])
    for (const choice of letterChoiceNames) {
      await saveLetterChoices(db, { [kind]: choice }, cast.reporter)
      const now = (await letterChoicesOf(db, cast.reporter)).find((row) => row.kind === kind)
      if (choicesOf(kind).includes(choice)) expect(now?.chosen, `${kind} ${choice}`).toBe(choice)
      else expect(now?.chosen, `${kind} ${choice}`).not.toBe(choice)
    }
})
