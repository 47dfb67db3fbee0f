// The letter that is shown before a decision is the letter that leaves after it; it tells nothing about a hidden person.
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type Decision, letterAhead } from '#app/newsroom/desk/letter-ahead.server.ts'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { renderLetter } from '#app/newsroom/letters/letter.ts'
import { writeTemplate } from '#app/newsroom/letters/own-words.server.ts'
import { writtenLetter } from '#app/newsroom/letters/written-letter.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { letterWordsFor } from '#app/words/letters.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
const siteUrl = 'https://paper.example'
const house = { wordsIn: letterWordsFor, siteUrl }
const said = { reasons: ['needs-source', 'structure'], note: 'Who saw it?' }

beforeEach(async () => {
  ;({ db } = await freshDatabase())
  cast = await castOf(db)
})

afterAll(closeDatabases)

const ahead = (story: string, decision: Decision, more: object = {}, who = cast.editor) =>
  letterAhead(
    db,
    story,
    { ...moveOrder.parse({ move: decision, version: 1, ...said, ...more }), move: decision },
    who,
    NOON,
    house,
  )

async function sent(kind: string, language: string) {
  const [letter] = await db
    .select()
    .from(letters)
    .where(and(eq(letters.kind, kind), eq(letters.toPersonId, cast.reporter.id)))
  if (!letter) throw new Error(`no letter ${kind}`)
  const { name: outletName } = await outletOf(db)
  const { subject, text } = renderLetter(writtenLetter(letter, letterWordsFor(language)), {
    url: siteUrl,
    outletName,
    language,
  })
  return { language, subject, text }
}

test('decline: the same words, in the language of the one who gets them', async () => {
  await db.transaction((tx) => tx.update(people).set({ language: 'bg' }).where(eq(people.id, cast.reporter.id)))
  const story = await storyIn(db, cast, 'in_review')
  const before = await ahead(story, 'decline')
  expect(before?.text).toContain('Who saw it?')
  expect(await move(db, cast, cast.editor, story, 'decline', said)).toMatchObject({ ok: true })
  expect(before).toEqual(await sent('declined', 'bg'))
})

test('reject has a letter of its own, and none for spam; own words are the ones that are shown', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect((await ahead(story, 'reject'))?.text).not.toBe((await ahead(story, 'decline'))?.text)
  expect(await ahead(story, 'reject', { spam: true })).toMatchObject({ subject: '', text: '' })
  const template = { kind: 'declined', language: 'en', subject: 'About {number}', body: 'Not now:\n{reasons}\n{note}' }
  expect(await writeTemplate(db, template, cast.admin, NOON)).toEqual({ ok: true })
  expect((await ahead(story, 'decline'))?.text).toContain('Not now:')
})

test('a protected reporter is not named, and nobody reads a letter of a story that is not theirs to decide', async () => {
  const story = await storyIn(db, cast, 'in_review')
  await db.transaction((tx) => tx.update(people).set({ protectedAt: NOON }).where(eq(people.id, cast.reporter.id)))
  const before = await ahead(story, 'decline')
  expect(before?.text).not.toContain(cast.reporter.name)
  expect(before?.text).toContain('Who saw it?')
  for (const who of [cast.reporter, cast.otherReporter]) expect(await ahead(story, 'decline', {}, who)).toBeNull()
  const draft = await storyIn(db, cast, 'draft')
  expect(await ahead(draft, 'decline')).toBeNull()
  expect(await db.select().from(letters).where(eq(letters.kind, 'declined'))).toEqual([])
  expect((await db.select().from(stories).where(eq(stories.publicId, story)))[0]?.state).toBe('in_review')
})

test('a decision without a reason, with an empty one or without words is refused', async () => {
  const story = await storyIn(db, cast, 'in_review')
  for (const given of [
    { reasons: [], note: 'No.' },
    { reasons: [''], note: 'No.' },
    { reasons: ['needs-source'], note: ' ' },
  ])
    expect(await move(db, cast, cast.editor, story, 'decline', given)).toMatchObject({ ok: false, because: 'faults' })
})
