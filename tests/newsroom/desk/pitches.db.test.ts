// Pitches: three lines, one promised answer, exactly one verdict, and the story that comes of it.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  answerPitch,
  myPitches,
  openPitches,
  ownPitch,
  pitchesWaiting,
  sendPitch,
  withdrawPitch,
  writeFromPitch,
} from '#app/newsroom/desk/pitches.server.ts'
import { copyText } from '#app/newsroom/story/copy/copy-facts.ts'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import { makeCall } from '#app/newsroom/story/open-calls.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { sections } from '#db/schema/outlet.ts'
import { type Cast, castOf, later, NOON, person } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let section: string
let hours: number
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  const [first] = await db.select().from(sections).orderBy(sections.id).limit(1)
  section = first?.slug ?? ''
  hours = first?.answerWithinHours ?? 0
})
afterAll(closeDatabases)

const text = 'The ferry carries trucks.\nNobody says who pays.'
const yes = { verdict: 'welcome' as const, answer: 'Please do.' }
const no = { verdict: 'declined' as const, answer: 'Not now.' }
const kindsSent = async () => (await db.select().from(letters).orderBy(letters.id)).map(({ kind }) => kind)

async function pitch(more: { text?: string; call?: string } = {}, who = cast.reporter, when = NOON): Promise<string> {
  const sent = await sendPitch(db, { text, section, call: '', ...more }, who, when)
  if (!sent.ok) throw new Error(JSON.stringify(sent))
  return sent.publicId
}

test('a pitch gets its receipt and a promised date by the section’s clock, and the desk is told', async () => {
  const sent = await sendPitch(db, { text: ` ${text}\n\n `, section, call: '' }, cast.reporter, NOON)
  expect(sent).toMatchObject({ ok: true, answerBy: later(hours * 60) })
  const kinds = await kindsSent()
  expect(kinds.filter((kind) => kind === 'pitch-receipt')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'new-pitch').length).toBeGreaterThanOrEqual(1)
  expect((await myPitches(db, cast.reporter))[0]).toMatchObject({ text, state: 'open' })
  expect(await pitchesWaiting(db)).toBe(1)
})

test('what cannot be sent says why and writes nothing', async () => {
  const send = async (input: { text: string; section: string; call: string }, who = cast.reporter) => {
    const sent = await sendPitch(db, input, who, NOON)
    return sent.ok ? [] : sent.faults.map(({ field, code }) => `${field}:${code}`)
  }
  expect(await send({ text: ' \n ', section: '', call: 'none' })).toEqual([
    'text:pitch-empty',
    'section:pitch-no-section',
    'call:pitch-call-closed',
  ])
  expect(await send({ text: 'a\nb\nc\nd', section, call: '' })).toEqual(['text:pitch-many-lines'])
  expect(await send({ text: 'x'.repeat(601), section, call: '' })).toEqual(['text:pitch-long'])
  const newcomer = await person(db, 'contributor', 'Newcomer', { confirmed: false })
  expect(await send({ text, section, call: '' }, newcomer)).toEqual([':pitch-unconfirmed'])
  expect(await pitchesWaiting(db)).toBe(0)
  expect(await kindsSent()).toEqual([])
})

test('five may wait at a time; a withdrawn one makes room', async () => {
  const all = []
  for (let i = 0; i < 5; i++) all.push(await pitch())
  expect(await sendPitch(db, { text, section, call: '' }, cast.reporter, NOON)).toMatchObject({
    faults: [{ code: 'pitch-many-open' }],
  })
  expect(await withdrawPitch(db, all[0] ?? '', cast.reporter)).toEqual({ ok: true })
  await pitch()
})

test('of two answers at the same moment one wins, and one letter leaves', async () => {
  const id = await pitch()
  const second = await person(db, 'editor', 'Second editor')
  const answers = await Promise.all([
    answerPitch(db, id, yes, cast.editor, later(1)),
    answerPitch(db, id, no, second, later(1)),
    withdrawPitch(db, id, cast.reporter),
  ])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  const told = (await kindsSent()).filter((kind) => /welcomed|declined/.test(kind))
  const state = (await ownPitch(db, id, cast.reporter))?.state
  expect(told).toEqual(state === 'withdrawn' ? [] : [state === 'welcome' ? 'pitch-welcomed' : 'pitch-declined'])
})

test('an answer needs words and another person than its sender; nobody else’s pitch can be seen or taken', async () => {
  const id = await pitch()
  expect(await answerPitch(db, id, { ...yes, answer: ' ' }, cast.editor, NOON)).toMatchObject({
    faults: [{ field: 'answer', code: 'pitch-no-answer' }],
  })
  expect(await answerPitch(db, id, yes, cast.reporter, NOON)).toEqual({ ok: false, because: 'not-found' })
  const own = await pitch({}, cast.editor)
  expect(await answerPitch(db, own, yes, cast.editor, NOON)).toMatchObject({ faults: [{ code: 'pitch-own' }] })
  const stranger = await person(db, 'contributor', 'Stranger')
  expect(await ownPitch(db, id, stranger)).toBeNull()
  expect(await withdrawPitch(db, id, stranger)).toEqual({ ok: false, because: 'not-found' })
  expect(await writeFromPitch(db, id, stranger, NOON)).toEqual({ ok: false, because: 'not-found' })
})

test('a welcomed pitch begins one story, with its words, section and call, however often it is asked for', async () => {
  const made = await makeCall(
    db,
    { title: 'Ferries', text: 'Tell us.', section: '', topic: '', until: '' },
    cast.editor,
    NOON,
    { afterwards: async () => {} },
  )
  if (!made.ok) throw new Error('no call')
  const id = await pitch({ call: made.slug })
  expect(await writeFromPitch(db, id, cast.reporter, NOON)).toEqual({ ok: false, because: 'not-welcome' })
  await answerPitch(db, id, yes, cast.editor, later(1))
  const begun = await Promise.all([1, 2, 3].map(() => writeFromPitch(db, id, cast.reporter, later(2))))
  const [first] = begun
  if (!first?.ok) throw new Error(JSON.stringify(begun))
  expect(begun).toEqual([first, first, first])
  const draft = await draftOf(db, first.story, cast.reporter)
  expect(draft?.content).toMatchObject({ section, call: made.slug })
  expect(draft && copyText(draft.content.copy)).toContain('Nobody says who pays.')
})

test('the desk sees the oldest first, a page at a time, and which are late', async () => {
  const ids = []
  for (let i = 0; i < 3; i++) ids.push(await pitch({ text: `Idea ${i}` }, cast.reporter, later(i)))
  const first = await openPitches(db, { limit: 2 }, cast.editor, later(hours * 60 + 1))
  expect(first.map(({ text: said, late }) => [said, late])).toEqual([
    ['Idea 0', true],
    ['Idea 1', false],
  ])
  const last = first[1]
  if (!last) throw new Error('no page')
  const after = { at: new Date(last.place.at), id: last.place.id }
  expect((await openPitches(db, { after, limit: 2 }, cast.editor, NOON)).map(({ text: said }) => said)).toEqual([
    'Idea 2',
  ])
  const stored = await db.select().from(letters).where(eq(letters.kind, 'new-pitch'))
  expect(new Set(stored.map(({ key }) => key)).size).toBe(stored.length)
})
