// The next edition before it is printed: begun, written, approved by as many as the section asks for, dropped.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import {
  approveEdition,
  beginEdition,
  dropEdition,
  type EditionWords,
  editionsInHand,
  hideOldWords,
  nextEdition,
  saveEdition,
} from '#app/newsroom/desk/next-edition.server.ts'
import { reportStory } from '#app/newsroom/desk/reader-reports.server.ts'
import { openTickets } from '#app/newsroom/desk/tickets.server.ts'
import { changesOfStory } from '#app/newsroom/press/changes.server.ts'
import { publicChanges } from '#app/newsroom/press/corrections.server.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import { textForArea } from '#app/newsroom/story/copy/copy-as-text.ts'
import { feedOf } from '#app/newsroom/wire/feeds.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { paperChanges, sections } from '#db/schema/outlet.ts'
import { editions } from '#db/schema/press.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let story: string

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  story = await storyIn(db, cast, 'published')
})

afterAll(closeDatabases)

const begin = (ticket = '', who = cast.editor) => beginEdition(db, story, { kind: 'correction', ticket }, who, later(1))
const page = async (who = cast.editor) => nextEdition(db, story, who)

async function words(more: Partial<EditionWords> = {}): Promise<EditionWords> {
  const pending = (await page())?.pending
  if (!pending) throw new Error('nothing was begun')
  return {
    version: pending.version,
    kind: 'correction',
    note: 'It was on Monday.',
    hide: false,
    hideReason: '',
    headline: pending.content.headline,
    standfirst: pending.content.standfirst,
    text: textForArea(pending.content.copy).replace('Tuesday', 'Monday'),
    tickets: [],
    ...more,
  }
}

const save = async (more: Partial<EditionWords> = {}, who = cast.editor) =>
  saveEdition(db, story, await words(more), who, later(2))
const approve = async (who = cast.otherEditor) =>
  approveEdition(db, story, { version: (await page())?.pending?.version ?? 0 }, who, later(3))
const live = async () => {
  const found = await editionBySlug(db, 'bridge-opens', later(100))
  return found && 'html' in found ? found : null
}

test('from a reader’s report to the next edition: readers have the old words until it is published', async () => {
  await reportStory(db, 'bridge-opens', { kind: 'error', text: 'Monday!', name: '', email: 'r@example.org' }, NOON)
  const [ticket] = await openTickets(db, {}, cast.editor)
  expect(await begin(ticket?.publicId)).toEqual({ ok: true, version: 1 })
  expect((await openTickets(db, {}, cast.editor))[0]?.inHand).toBe(true)
  expect((await page())?.tickets[0]?.inHand).toBe(true)
  expect(await save({ tickets: [ticket?.publicId ?? ''] })).toEqual({ ok: true, version: 2 })
  expect((await page())?.pending?.difference.changes).toBe(1)
  expect((await live())?.html).toContain('Tuesday')
  expect(await approve()).toEqual({ ok: true, version: 3 })
  expect((await live())?.html).toContain('Tuesday')
  expect((await editionsInHand(db, cast.editor)).map(({ state }) => state)).toEqual(['approved'])

  const hash = (await page())?.pending?.hash
  expect(await move(db, cast, cast.editor, story, 'correct', { hash }, later(10))).toMatchObject({ ok: true })
  const now = await live()
  expect(now?.html).toContain('Monday')
  expect(now?.changes).toEqual([{ kind: 'correction', note: 'It was on Monday.', at: later(10).toISOString() }])
  expect(now?.publishedAt).toBe(NOON.toISOString())
  expect(await page()).toMatchObject({ pending: null, live: { number: 2 } })
  expect(await openTickets(db, {}, cast.editor)).toEqual([])
  const told = await db.select().from(letters).where(eq(letters.kind, 'error-corrected'))
  expect(told.map(({ toEmail }) => toEmail)).toEqual(['r@example.org'])
  expect(await editionsInHand(db, cast.editor)).toEqual([])
})

test('one edition is prepared at a time; who begins from another report works on the same', async () => {
  for (const text of ['One.', 'Two.'])
    await reportStory(db, 'bridge-opens', { kind: 'error', text, name: '', email: '' }, NOON)
  const [one, two] = await openTickets(db, {}, cast.editor)
  await begin(one?.publicId)
  expect(await begin(two?.publicId, cast.otherEditor)).toEqual({ ok: false, because: 'already-begun' })
  expect((await page())?.tickets.map(({ inHand }) => inHand)).toEqual([true, true])
  await save({ tickets: [two?.publicId ?? ''] })
  expect((await page())?.tickets.map(({ publicId, inHand }) => [publicId, inHand])).toEqual([
    [two?.publicId, true],
    [one?.publicId, false],
  ])
})

test('where the section asks for four eyes, who wrote last does not approve', async () => {
  await db.transaction((tx) => tx.update(sections).set({ fourEyes: true }).where(eq(sections.slug, 'exercises')))
  await begin()
  await save()
  expect((await page())?.pending?.needsAnother).toBe(true)
  expect(await approve(cast.editor)).toEqual({ ok: false, because: 'four-eyes' })
  expect(await approve(cast.otherEditor)).toMatchObject({ ok: true })
  expect((await page())?.pending?.state).toBe('approved')
})

test('a section that asks for two approvals gets two, of two people, for exactly these words and this note', async () => {
  await db.transaction((tx) => tx.update(sections).set({ approvals: 2 }).where(eq(sections.slug, 'exercises')))
  await begin()
  await save()
  await approve(cast.otherEditor)
  await approve(cast.otherEditor)
  expect((await page())?.pending).toMatchObject({ state: 'open', approvedBy: ['Night editor'] })
  expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ because: 'no-edition' })
  await save({ note: 'It was on Monday, not on Tuesday.' })
  expect((await page())?.pending?.approvedBy).toEqual([])
  await approve(cast.otherEditor)
  await approve(cast.admin)
  expect((await page())?.pending?.state).toBe('approved')
})

test('whatever is saved after the approval has to be approved anew', async () => {
  await begin()
  await save()
  await approve()
  await save({ headline: 'Bridge opens on Monday' }, cast.otherEditor)
  expect((await page())?.pending).toMatchObject({ state: 'open', approvedBy: [], byName: 'Night editor' })
  expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ because: 'no-edition' })
})

test('a save from an old page is refused, and so are a missing note and words that are the same', async () => {
  await begin()
  const old = await words()
  await save()
  expect(await saveEdition(db, story, old, cast.otherEditor, later(4))).toEqual({ ok: false, because: 'changed' })
  await save({ note: '' })
  expect(await approve()).toEqual({ ok: false, because: 'no-note' })
  const text = textForArea(((await page())?.live.content ?? { copy: null }).copy as never)
  await save({ text })
  expect(await approve()).toEqual({ ok: false, because: 'not-edited' })
  expect(await save({ headline: ' ', text: '', note: 'x'.repeat(1001) })).toEqual({
    ok: false,
    because: 'faults',
    faults: [
      { field: 'note', code: 'edition-note-long' },
      { field: 'headline', code: 'edition-no-headline' },
      { field: 'text', code: 'edition-no-text' },
    ],
  })
})

test('dropped, the reports are open again and nothing is printed', async () => {
  await reportStory(db, 'bridge-opens', { kind: 'error', text: 'Monday!', name: '', email: '' }, NOON)
  const [ticket] = await openTickets(db, {}, cast.editor)
  await begin(ticket?.publicId)
  await save({ tickets: [ticket?.publicId ?? ''] })
  await approve()
  const version = (await page())?.pending?.version ?? 0
  expect(await dropEdition(db, story, { version }, cast.otherEditor)).toMatchObject({ ok: true })
  expect(await page()).toMatchObject({ pending: null, tickets: [{ inHand: false }] })
  expect(await move(db, cast, cast.editor, story, 'correct')).toMatchObject({ because: 'no-edition' })
  expect(await db.select().from(editions)).toHaveLength(1)
})

test('reporters, and editors who wrote the story, prepare nothing and are shown nothing', async () => {
  await begin()
  for (const who of [cast.reporter, cast.otherReporter]) {
    expect(await nextEdition(db, story, who)).toBeNull()
    expect(await beginEdition(db, story, { kind: 'update', ticket: '' }, who, NOON)).toMatchObject({ ok: false })
  }
  const writer = { ...cast.reporter, role: 'editor' as const }
  expect(await nextEdition(db, story, writer)).toBeNull()
  expect(await saveEdition(db, story, await words(), writer, NOON)).toEqual({ ok: false, because: 'own-story' })
  expect(await approveEdition(db, story, { version: 1 }, writer, NOON)).toEqual({ ok: false, because: 'own-story' })
  const draft = await storyIn(db, cast, 'in_review', 'Not yet')
  expect(await beginEdition(db, draft, { kind: 'update', ticket: '' }, cast.editor, NOON)).toEqual({
    ok: false,
    because: 'not-published',
  })
})

test('the public history compares the editions, and keeps the notice of a time off the site', async () => {
  await begin()
  await save()
  await approve()
  await move(db, cast, cast.editor, story, 'correct', {}, later(10))
  await move(db, cast, cast.otherEditor, story, 'askRetraction', { deskNote: 'Look.' }, later(15))
  await move(db, cast, cast.admin, story, 'retract', { note: 'We are not sure any more.' }, later(20))
  expect(await changesOfStory(db, 'bridge-opens', later(21))).toEqual({
    retracted: { note: 'We are not sure any more.', at: later(20).toISOString() },
  })
  const other = await storyIn(db, cast, 'in_review', 'Nothing public')
  expect(other).toBeTruthy()
  expect(await changesOfStory(db, 'nothing-public', later(21))).toBeNull()

  const chief = { ...cast.admin, id: cast.editor.id, role: 'admin' as const }
  expect(await move(db, cast, chief, story, 'restore', { deskNote: 'Checked again.' }, later(30))).toMatchObject({
    ok: true,
  })
  const found = await changesOfStory(db, 'bridge-opens', later(31))
  if (!found || !('steps' in found)) throw new Error('no history')
  expect(found.steps.map((step) => [step.what, step.note])).toEqual([
    ['restored', ''],
    ['retracted', 'We are not sure any more.'],
    ['edition', 'It was on Monday.'],
    ['edition', ''],
  ])
  expect(JSON.stringify(found)).not.toContain('Checked again')
  const correction = found.steps.find((step) => step.what === 'edition' && step.kind === 'correction')
  const runs =
    correction?.what === 'edition' ? (correction.difference?.lines.flatMap(({ together }) => together) ?? []) : []
  expect(runs.filter(({ state }) => state !== 'same').map(({ state, text }) => [state, text])).toEqual([
    ['removed', 'Tuesday'],
    ['added', 'Monday'],
  ])
})

/** Everything that readers can be given of the story: its page, its history, the notes, every feed. */
async function allPublic(): Promise<string> {
  const when = later(200)
  const feeds = await Promise.all(
    (['rss', 'atom', 'json'] as const).flatMap((format) =>
      [{ kind: 'paper' } as const, { kind: 'section', slug: 'exercises' } as const].map((of) =>
        feedOf(db, of, format, 'https://paper.example', when),
      ),
    ),
  )
  const pages = [await editionBySlug(db, 'bridge-opens', when), await changesOfStory(db, 'bridge-opens', when)]
  return JSON.stringify([pages, feeds, await publicChanges(db, 50, when)])
}

async function printNext(more: Partial<EditionWords>, minutes: number) {
  await begin()
  expect(await save(more)).toMatchObject({ ok: true })
  expect(await approve()).toMatchObject({ ok: true })
  const hash = (await page())?.pending?.hash
  expect(await move(db, cast, cast.editor, story, 'correct', { hash }, later(minutes))).toMatchObject({ ok: true })
}

test('words that endanger somebody go without a trace for readers: the comparison says only that some went', async () => {
  const found = await page()
  if (!found) throw new Error('no such story')
  const text = textForArea(found.live.content.copy)
  await printNext({ text: `${text}\n\nAnna Petrova saw it.`, note: 'A witness was added.' }, 10)
  expect(await allPublic()).toContain('Anna Petrova')
  await begin()
  expect(await save({ text, note: 'A name was taken out.', hide: true })).toMatchObject({
    because: 'faults',
    faults: [{ field: 'hideReason', code: 'edition-no-why' }],
  })
  await dropEdition(db, story, { version: (await page())?.pending?.version ?? 0 }, cast.editor)
  await printNext({ text, note: 'A name was taken out.', hide: true, hideReason: 'She was threatened.' }, 20)
  const seen = await allPublic()
  expect(seen).not.toContain('Anna')
  expect(seen).not.toContain('threatened')
  const history = await changesOfStory(db, 'bridge-opens', later(200))
  expect(history && 'steps' in history && history.steps).toMatchObject([
    { number: 3, hidden: 'here', difference: null, note: 'A name was taken out.' },
    { number: 2, hidden: 'later', difference: null },
    { number: 1, hidden: null, difference: null },
  ])
  // The desk knows who did it and why, and the log keeps it.
  expect((await page())?.printed[0]).toMatchObject({ number: 3, hidden: { reason: 'She was threatened.' } })
  expect((await deskStory(db, story, cast.editor))?.log.find(({ deskNote }) => deskNote)).toMatchObject({
    deskNote: 'She was threatened.',
  })
  // What changes after that is shown again.
  await printNext({ text: text.replace('Tuesday', 'Monday') }, 30)
  const after = await changesOfStory(db, 'bridge-opens', later(200))
  expect(after && 'steps' in after && after.steps[0]).toMatchObject({
    number: 4,
    hidden: null,
    difference: { changes: 1 },
  })
})

test('old words are hidden later, too: by who publishes there, with a reason, once', async () => {
  await printNext({}, 10)
  expect(await allPublic()).toContain('Tuesday')
  const hide = (who: Cast['editor'], reason = 'Asked by the police.', number = 2) =>
    hideOldWords(db, story, { number, reason }, who, later(20), cast.press)
  expect(await hide(cast.editor, ' ')).toMatchObject({ because: 'faults' })
  expect(await hide(cast.editor, 'x'.repeat(1001))).toMatchObject({ because: 'faults' })
  for (const number of [1, 3])
    expect(await hide(cast.editor, 'No.', number)).toMatchObject({ because: 'no-such-edition' })
  expect(await hide(cast.reporter)).toMatchObject({ because: 'not-found' })
  const journal = async () => (await db.select().from(paperChanges)).map(({ keys }) => keys)
  const written = await journal()
  expect(await hide(cast.editor)).toMatchObject({ ok: true })
  // Pages that were kept for readers are told.
  expect((await journal()).slice(written.length)).toEqual(['story-bridge-opens'])
  expect(await hide(cast.otherEditor, 'Another.')).toMatchObject({ ok: true })
  expect((await page())?.printed).toMatchObject([
    { number: 2, hidden: { byName: cast.editor.name, reason: 'Asked by the police.' } },
  ])
  const seen = await allPublic()
  expect(seen).not.toContain('Tuesday')
  expect(seen).not.toContain('police')
})
