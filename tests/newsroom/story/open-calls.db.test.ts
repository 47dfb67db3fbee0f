// Open calls: made by the desk, open until their day ends or they are closed, and what answers them.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { draftOf, saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import {
  callBySlug,
  callList,
  closeCall,
  closeDueCalls,
  makeCall,
  openCallsNow,
} from '#app/newsroom/story/open-calls.server.ts'
import type { Database } from '#db/client.ts'
import { type Cast, castOf, copyOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let printed = 0
const press = {
  afterwards: async () => {
    printed++
  },
}
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  printed = 0
})
afterAll(closeDatabases)

const input = { title: 'Bridges of the valley', text: 'Who repairs them?', section: '', topic: '', until: '' }
const DAY = 24 * 60

async function openCall(more: Partial<typeof input> = {}): Promise<string> {
  const made = await makeCall(db, { ...input, ...more }, cast.editor, NOON, press)
  if (!made.ok) throw new Error(JSON.stringify(made))
  return made.slug
}

test('the desk makes a call, and the paper is told; a reporter makes none', async () => {
  expect(await makeCall(db, input, cast.reporter, NOON, press)).toEqual({ ok: false, because: 'not-allowed' })
  expect(printed).toBe(0)
  expect(await openCall()).toBe('bridges-of-the-valley')
  expect(printed).toBe(1)
  expect(await openCall(), 'the same title gets another address').toMatch(/^bridges-of-the-valley-\w+$/)
  expect((await openCallsNow(db, NOON)).map(({ title }) => title)).toEqual([input.title, input.title])
})

test('every fault of a call is told at once, with its field', async () => {
  const bad = { title: ' ', text: 'x'.repeat(2001), section: 'none', topic: 'none', until: '2020-01-01' }
  expect(await makeCall(db, bad, cast.editor, NOON, press)).toEqual({
    ok: false,
    because: 'faults',
    faults: [
      { field: 'title', code: 'call-no-title' },
      { field: 'text', code: 'call-text-long' },
      { field: 'section', code: 'call-no-section' },
      { field: 'topic', code: 'call-no-topic' },
      { field: 'until', code: 'call-time-past' },
    ],
  })
  for (const until of ['soon', '2026-02-31', '2026-13-01'])
    expect(await makeCall(db, { ...input, until }, cast.editor, NOON, press), until).toMatchObject({
      faults: [{ field: 'until', code: 'call-no-time' }],
    })
})

test('a call is open to the end of its last day, then the clock closes it once', async () => {
  const slug = await openCall({ until: '2026-11-25' })
  expect(await closeDueCalls(db, later(60), press)).toBe(0)
  expect(await openCallsNow(db, later(DAY))).toHaveLength(1)
  const after = later(2 * DAY)
  expect(await openCallsNow(db, after), 'closed by time even before the clock came').toEqual([])
  expect(await closeDueCalls(db, after, press)).toBe(1)
  expect(await closeDueCalls(db, after, press)).toBe(0)
  expect((await callBySlug(db, slug))?.closedAt).not.toBeNull()
})

test('closing twice is no mistake; only the desk closes', async () => {
  const slug = await openCall()
  expect(await closeCall(db, slug, cast.reporter, NOON, press)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await closeCall(db, 'none', cast.editor, NOON, press)).toEqual({ ok: false, because: 'not-found' })
  expect(await closeCall(db, slug, cast.editor, NOON, press)).toEqual({ ok: true })
  const at = (await callBySlug(db, slug))?.closedAt
  expect(await closeCall(db, slug, cast.editor, later(5), press)).toEqual({ ok: true })
  expect((await callBySlug(db, slug))?.closedAt).toBe(at)
})

test('a story answers a call; one that closed meanwhile costs no draft', async () => {
  const slug = await openCall()
  const story = await startDraft(db, { call: slug }, cast.reporter, NOON)
  expect((await draftOf(db, story.publicId, cast.reporter))?.content.call).toBe(slug)
  expect((await callList(db, NOON))[0]).toMatchObject({ slug, isOpen: true, stories: 1 })
  await closeCall(db, slug, cast.editor, later(1), press)
  const draft = { version: 1, headline: 'H', standfirst: '', copy: copyOf('Words.'), call: slug }
  expect(await saveDraft(db, story.publicId, draft, cast.reporter, later(2)), 'it stays').toMatchObject({ ok: true })
  const late = await startDraft(db, { call: slug }, cast.reporter, later(3))
  expect(late).toMatchObject({ callClosed: true })
  expect(await draftOf(db, late.publicId, cast.reporter)).not.toBeNull()
})
