// Corrections and takedowns: asked once at a time, answered in words, told by letter; reminders; waits; reads.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { remindDesk, reminderFor } from '#app/newsroom/desk/reminders.server.ts'
import { answerTicket, askTicket, openTickets, ticketsOfStory } from '#app/newsroom/desk/tickets.server.ts'
import { waitsAt } from '#app/newsroom/desk/waits.server.ts'
import { addReads, readsOf } from '#app/newsroom/press/reads.server.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { sections } from '#db/schema/outlet.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, draftBy, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const HOUR = 60
const lettersOf = async (kind: string) => db.select().from(letters).where(eq(letters.kind, kind)).orderBy(letters.id)
const storyOf = async (publicId: string) => {
  const story = await ownStory(db, publicId, cast.reporter)
  if (!story) throw new Error('no such story')
  return story
}

test('a correction is asked for once at a time; the desk and then the reporter are told', async () => {
  const story = await storyIn(db, cast, 'published')
  const order = { kind: 'correction' as const, text: 'The bridge is 90 metres long, not 80.' }
  const asked = await askTicket(db, story, order, cast.reporter, NOON)
  expect(asked).toMatchObject({ ok: true })
  expect(await askTicket(db, story, order, cast.reporter, NOON)).toEqual({ ok: false, because: 'already-asked' })
  expect(await askTicket(db, story, { ...order, kind: 'takedown' }, cast.reporter, later(1))).toMatchObject({
    ok: true,
  })
  expect((await lettersOf('ticket-asked')).map((letter) => letter.toPersonId)).toEqual([
    cast.editor.id,
    cast.otherEditor.id,
    cast.editor.id,
    cast.otherEditor.id,
  ])
  const open = await openTickets(db, {}, cast.editor)
  expect(open).toMatchObject([
    { kind: 'correction', text: order.text, story: { publicId: story, slug: 'bridge-opens', own: false } },
    { kind: 'takedown' },
  ])
  expect(await openTickets(db, { after: { at: NOON, id: open[0]?.place.id ?? 0 } }, cast.editor)).toMatchObject([
    { kind: 'takedown' },
  ])

  const ticket = open[0]?.publicId ?? ''
  expect(await answerTicket(db, ticket, { outcome: 'done', answer: ' ' }, cast.editor, NOON)).toEqual({
    ok: false,
    because: 'empty',
  })
  expect(await answerTicket(db, ticket, { outcome: 'done', answer: 'Thank you.' }, cast.editor, later(9))).toEqual({
    ok: true,
    kind: 'correction',
  })
  expect(await answerTicket(db, ticket, { outcome: 'refused', answer: 'No.' }, cast.otherEditor, NOON)).toEqual({
    ok: false,
    because: 'already-answered',
  })
  const [letter, ...more] = await lettersOf('ticket-answered')
  expect([letter?.toPersonId, more.length]).toEqual([cast.reporter.id, 0])
  expect(letter?.content).toMatchObject({
    story: { ticket: 'correction', outcome: 'done', note: 'Thank you.', forDesk: false },
  })
  const { id } = await storyOf(story)
  expect(await ticketsOfStory(db, id)).toMatchObject([
    { kind: 'takedown', state: 'open' },
    { kind: 'correction', state: 'done', answer: 'Thank you.', answeredAt: later(9).toISOString() },
  ])
  expect(await askTicket(db, story, order, cast.reporter, later(10))).toMatchObject({ ok: true })
})

test('two who ask at the same moment have asked once', async () => {
  const story = await storyIn(db, cast, 'published')
  const ask = () => askTicket(db, story, { kind: 'takedown', text: 'Please.' }, cast.reporter, NOON)
  const answers = await Promise.all([ask(), ask(), ask()])
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('nobody asks about another’s story or before it is published, and no writer answers their own', async () => {
  const order = { kind: 'takedown' as const, text: 'Please take it down.' }
  const sent = await storyIn(db, cast, 'submitted', 'Another bridge')
  expect(await askTicket(db, sent, order, cast.reporter, NOON)).toEqual({ ok: false, because: 'not-published' })
  const story = await storyIn(db, cast, 'published')
  for (const who of [cast.otherReporter, cast.editor])
    expect(await askTicket(db, story, order, who, NOON)).toEqual({ ok: false, because: 'not-found' })
  expect(await askTicket(db, story, { ...order, text: 'x'.repeat(5001) }, cast.reporter, NOON)).toEqual({
    ok: false,
    because: 'too-long',
  })
  const asked = await askTicket(db, story, order, cast.reporter, NOON)
  const ticket = asked.ok ? asked.publicId : ''
  const answer = { outcome: 'done' as const, answer: 'Done.' }
  expect(await answerTicket(db, ticket, answer, cast.otherReporter, NOON)).toEqual({ ok: false, because: 'not-found' })
  expect(await answerTicket(db, ticket, answer, { ...cast.editor, id: cast.reporter.id }, NOON)).toEqual({
    ok: false,
    because: 'own-story',
  })
})

test('a broken promise can be reminded of once in two days: the holder, else the desk', async () => {
  const story = await storyIn(db, cast, 'submitted')
  expect(await remindDesk(db, story, cast.reporter, later(23 * HOUR))).toEqual({ ok: false, because: 'not-late' })
  expect(await reminderFor(db, await storyOf(story), later(25 * HOUR))).toEqual({ late: true, may: true, lastAt: null })
  expect(await remindDesk(db, story, cast.otherReporter, later(25 * HOUR))).toEqual({ ok: false, because: 'not-found' })
  expect(await remindDesk(db, story, cast.reporter, later(25 * HOUR))).toEqual({ ok: true, people: 2 })
  expect(await remindDesk(db, story, cast.reporter, later(26 * HOUR))).toEqual({ ok: false, because: 'too-soon' })
  expect(await reminderFor(db, await storyOf(story), later(26 * HOUR))).toEqual({
    late: true,
    may: false,
    lastAt: later(25 * HOUR).toISOString(),
  })
  await move(db, cast, cast.editor, story, 'claim', {}, later(30 * HOUR))
  expect(await remindDesk(db, story, cast.reporter, later(74 * HOUR))).toEqual({ ok: true, people: 1 })
  expect((await lettersOf('reminder')).map((letter) => letter.toPersonId)).toEqual([
    cast.editor.id,
    cast.otherEditor.id,
    cast.editor.id,
  ])
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['Name it.'] }, later(75 * HOUR))
  expect(await remindDesk(db, story, cast.reporter, later(200 * HOUR))).toEqual({ ok: false, because: 'not-late' })
})

test('medians are told from five stories on, of the last 90 days, without spam, a section apart', async () => {
  const [exercises, history] = await db.select().from(sections).orderBy(sections.id)
  const answered = async (sectionId: number | null, hours: number, more: Partial<typeof stories.$inferInsert> = {}) => {
    const publicId = await draftBy(db, cast.otherReporter, 'A story')
    const firstAnsweredAt = later(hours * HOUR)
    const row = { sectionId, submittedAt: NOON, firstAnsweredAt, decidedAt: later(2 * hours * HOUR), ...more }
    await db.transaction((tx) =>
      tx.update(stories).set(row).where(eq(stories.publicId, publicId)).returning({ id: stories.id }),
    )
  }
  const here = () => waitsAt(db, exercises?.id ?? 0, later(30 * 24 * HOUR))
  for (const hours of [1, 2, 3, 40]) await answered(exercises?.id ?? 0, hours)
  expect(await here()).toEqual({ outlet: { firstAnswerMs: null, decisionMs: null }, section: null })
  await answered(history?.id ?? 0, 10, { decidedAt: null })
  await answered(exercises?.id ?? 0, 99, { spam: true })
  await answered(exercises?.id ?? 0, 1, {
    submittedAt: later(-200 * 24 * HOUR),
    firstAnsweredAt: later(-100 * 24 * HOUR),
  })
  const hour = 3_600_000
  expect(await here()).toEqual({ outlet: { firstAnswerMs: 3 * hour, decisionMs: null }, section: null })
  await answered(exercises?.id ?? 0, 4)
  expect(await here()).toEqual({
    outlet: { firstAnswerMs: 3.5 * hour, decisionMs: 6 * hour },
    section: { name: 'Exercises', firstAnswerMs: 3 * hour, decisionMs: 6 * hour },
  })
  expect(await waitsAt(db, null, later(200 * 24 * HOUR))).toEqual({
    outlet: { firstAnswerMs: null, decisionMs: null },
    section: null,
  })
})

test('reads are added to the day, and addresses that nobody has are left out', async () => {
  const { id } = await storyOf(await storyIn(db, cast, 'published'))
  await addReads(db, new Map(), NOON)
  await addReads(
    db,
    new Map([
      ['bridge-opens', 3],
      ['nothing', 8],
    ]),
    later(-30 * 24 * HOUR),
  )
  await addReads(db, new Map([['bridge-opens', 2]]), NOON)
  await addReads(db, new Map([['bridge-opens', 5]]), NOON)
  expect(await readsOf(db, id, NOON)).toEqual({ total: 10, lastSevenDays: 7 })
})
