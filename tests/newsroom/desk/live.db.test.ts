// Live coverage: opened and closed with a sentence, entries by the desk and by reporters, corrected and removed in the open.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeCoverage, openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { entryToCorrect, liveDesk, topicsAtDesk } from '#app/newsroom/desk/live-desk.server.ts'
import {
  answerEntry,
  correctEntry,
  markEntry,
  publishEntry,
  removeEntry,
  storyFromEntry,
} from '#app/newsroom/desk/live-entries.server.ts'
import { liveDoor, ownEntries, sendEntry, withdrawEntry } from '#app/newsroom/desk/live-sending.server.ts'
import type { LetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import { pathOf } from '#app/newsroom/letters/written-letter.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { copyText, linksIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import type { AnswerInput, LiveDone, SentInput } from '#app/newsroom/topics/live.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { liveCoverages, liveEntries, liveLog } from '#db/schema/live.ts'
import { sections } from '#db/schema/outlet.ts'
import { people, sectionRights } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, later, NOON, person, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const opening = { title: 'The bridge opens', section: 'exercises' }
const words = { title: '', text: 'The first lorry is across.', story: '', picture: '' as const }
const sent: SentInput = { title: '', text: 'I see smoke over the hill.', byline: 'name', penName: '' }

const open = (who = cast.editor) => openCoverage(db, 'border', opening, who, NOON, cast.press)
const codes = (done: LiveDone) =>
  done.ok ? [] : 'faults' in done ? done.faults.map(({ field, code }) => `${field}:${code}`) : [done.because]
const place = (entry: string) => ({ topic: 'border', entry })
const lettersOf = async (who: Person) =>
  (await db.select().from(letters).where(eq(letters.toPersonId, who.id)).orderBy(letters.id)).map((row) => ({
    kind: row.kind,
    path: pathOf(row),
    ...(row.content as Extract<LetterFacts, { story: unknown }>).story,
  }))
const acts = async () => (await db.select().from(liveLog).orderBy(liveLog.id)).map(({ act }) => act)

async function publish(more: Partial<typeof words> = {}, when = NOON): Promise<string> {
  const done = await publishEntry(db, 'border', { ...words, ...more }, cast.editor, when, cast.press)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.publicId
}

async function send(more: Partial<SentInput> = {}, who = cast.reporter, when = NOON): Promise<string> {
  const done = await sendEntry(db, 'border', { ...sent, ...more }, who, when)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.publicId
}

const answer = (entry: string, more: Partial<AnswerInput> = {}, who = cast.editor) =>
  answerEntry(
    db,
    place(entry),
    { verdict: 'approve', title: '', text: sent.text, reason: '', version: 1, ...more },
    who,
    later(5),
    cast.press,
  )

async function row(entry: string) {
  const [found] = await db.select().from(liveEntries).where(eq(liveEntries.publicId, entry))
  if (!found) throw new Error('no such entry')
  return found
}

test('a coverage is opened once a topic, by who may publish in its section, and is in the log', async () => {
  expect(await open()).toMatchObject({ ok: true })
  expect(codes(await open(cast.otherEditor))).toEqual([':live-open-already'])
  expect(
    codes(await openCoverage(db, 'border', { title: ' ', section: 'none' }, cast.editor, NOON, cast.press)),
  ).toEqual(['title:live-no-title', 'section:live-no-section'])
  expect(codes(await openCoverage(db, 'nowhere', opening, cast.editor, NOON, cast.press))).toEqual(['not-found'])
  expect(codes(await open(cast.reporter))).toEqual(['not-allowed'])
  expect(await acts()).toEqual(['open'])
  expect(cast.press.printed).toBe(1)
  expect(await topicsAtDesk(db)).toMatchObject([{ slug: 'border', live: { title: 'The bridge opens' }, waiting: 0 }])
})

test('two who open at the same time: one wins, the other is told', async () => {
  const both = await Promise.all([open(cast.editor), open(cast.otherEditor)])
  expect(both.filter((done) => done.ok)).toHaveLength(1)
  expect(both.flatMap(codes)).toEqual([':live-open-already'])
})

test('an entry takes a title and a small part of the copy language, and only stories that readers can open', async () => {
  await open()
  const refused = async (more: Partial<typeof words>) =>
    codes(await publishEntry(db, 'border', { ...words, ...more }, cast.editor, NOON, cast.press))
  expect(await refused({ text: ' \n ' })).toEqual(['text:live-empty'])
  expect(await refused({ text: 'x'.repeat(2001) })).toEqual(['text:live-long'])
  expect(await refused({ title: 'x'.repeat(121) })).toEqual(['title:live-title-long'])
  expect(await refused({ text: '## No headings\n\nHere.' })).toEqual(['text:live-not-allowed'])
  expect(await refused({ story: 'nothing-here', picture: 'yes' as never })).toEqual([
    'story:live-no-story',
    'picture:live-no-picture',
  ])
  const draft = await storyIn(db, cast, 'approved')
  expect(await refused({ story: draft })).toEqual(['story:live-no-story'])
  await storyIn(db, cast, 'published', 'The bridge is open')
  const [printed] = await db.select().from(publications)
  const entry = await publish({
    text: '*First* lorry, see [the map](https://example.org/map).\n\n- one\n- two',
    story: `https://paper.example/stories/${printed?.slug}#top`,
  })
  expect(await row(entry)).toMatchObject({ state: 'public', storyId: printed?.storyId, bylineKind: 'desk' })
  expect(await entryToCorrect(db, place(entry))).toMatchObject({
    text: '*First* lorry, see [the map](https://example.org/map).\n\n- one\n- two',
    story: printed?.slug,
  })
})

test('a reporter’s entry waits for the desk; approved, its reporter gets the link by letter', async () => {
  await open()
  const entry = await send()
  expect(await lettersOf(cast.editor)).toMatchObject([
    { kind: 'new-live-entry', path: '/desk/topics/border/live', headline: 'I see smoke over the hill.', byline: '' },
  ])
  const desk = await liveDesk(db, 'border', null, cast.editor, later(31))
  expect(desk?.waiting).toMatchObject([{ from: 'Reporter in Panagyurishte', late: true, own: false, version: 1 }])
  expect(desk?.entries).toEqual([])
  expect(await topicsAtDesk(db)).toMatchObject([{ waiting: 1, waitingSince: NOON.toISOString() }])
  expect(await answer(entry)).toEqual({ ok: true })
  expect(await row(entry)).toMatchObject({
    state: 'public',
    version: 2,
    publishedAt: later(5),
    decidedById: cast.editor.id,
  })
  expect(await lettersOf(cast.reporter)).toMatchObject([
    { kind: 'live-approved', path: `/topics/border?entry=${entry}#entry-${entry}`, note: '' },
  ])
  expect(await ownEntries(db, 'border', cast.reporter)).toMatchObject([{ state: 'public' }])
  expect(await ownEntries(db, 'border', cast.otherReporter)).toEqual([])
  expect(await acts()).toEqual(['open', 'send', 'approve'])
})

test('words that the desk changed before printing are told to their reporter, and the first ones are kept', async () => {
  await open()
  const entry = await send()
  expect(await answer(entry, { text: 'Smoke is seen over the hill.' })).toEqual({ ok: true })
  expect(await lettersOf(cast.reporter)).toMatchObject([
    { kind: 'live-approved', note: 'Smoke is seen over the hill.' },
  ])
  const [, , approved] = await db.select().from(liveLog).orderBy(liveLog.id)
  expect(copyText(approved?.before?.copy as never)).toBe('I see smoke over the hill.')
})

test('a declined entry has its reason by letter and never becomes public', async () => {
  await open()
  const entry = await send()
  const before = cast.press.printed
  expect(codes(await answer(entry, { verdict: 'decline' }))).toEqual(['reason:live-no-reason'])
  expect(await answer(entry, { verdict: 'decline', reason: 'We have it from the mayor.' })).toEqual({ ok: true })
  expect(cast.press.printed).toBe(before)
  expect(await lettersOf(cast.reporter)).toMatchObject([
    { kind: 'live-declined', path: '/my/live/border', note: 'We have it from the mayor.' },
  ])
  expect(codes(await answer(entry, { version: 2 }))).toEqual([':live-answered'])
  expect(await row(entry)).toMatchObject({ state: 'declined', publishedAt: null })
})

test('of two answers one wins, and the other is told without anything lost', async () => {
  await open()
  const entry = await send()
  const both = await Promise.all([
    answer(entry),
    answer(entry, { verdict: 'decline', reason: 'No.' }, cast.otherEditor),
  ])
  expect(both.filter((done) => done.ok)).toHaveLength(1)
  expect(both.flatMap(codes)).toEqual([':live-answered'])
  expect(await lettersOf(cast.reporter)).toHaveLength(1)
})

test('who sends has a confirmed address and few that wait; withdrawing makes room, once', async () => {
  await open()
  expect(codes(await sendEntry(db, 'border', sent, cast.unconfirmed, NOON))).toEqual([':live-unconfirmed'])
  expect(
    codes(await sendEntry(db, 'border', { ...sent, byline: 'pen', penName: ' \u200e ' }, cast.reporter, NOON)),
  ).toEqual(['penName:live-no-pen-name'])
  const all = []
  for (let i = 0; i < 5; i++) all.push(await send())
  expect(codes(await sendEntry(db, 'border', sent, cast.reporter, NOON))).toEqual([':live-many-waiting'])
  const [first = ''] = all
  expect(codes(await withdrawEntry(db, place(first), cast.otherReporter, NOON))).toEqual(['not-found'])
  expect(await withdrawEntry(db, place(first), cast.reporter, NOON)).toEqual({ ok: true })
  expect(await withdrawEntry(db, place(first), cast.reporter, NOON)).toEqual({ ok: true })
  expect(codes(await answer(first, { version: 2 }))).toEqual([':live-answered'])
  await send()
})

test('the desk reads a pen name for a pen name, and no name for a protected or withheld one', async () => {
  await open()
  await send({ byline: 'pen', penName: 'Owl' })
  await send({ byline: 'withheld' }, cast.otherReporter, later(1))
  const hidden = await person(db, 'contributor', 'Hidden Reporter')
  await db.transaction((tx) => tx.update(people).set({ protectedAt: NOON }).where(eq(people.id, hidden.id)).returning())
  const third = await send({}, hidden, later(2))
  const desk = await liveDesk(db, 'border', null, cast.editor, later(3))
  expect(desk?.waiting.map(({ from }) => from)).toEqual(['Owl', null, null])
  expect(await answer(third)).toEqual({ ok: true })
  expect(await row(third)).toMatchObject({ state: 'public', bylineId: null })
  const after = await liveDesk(db, 'border', null, cast.editor, later(6))
  expect(JSON.stringify(after)).not.toMatch(/Hidden Reporter|Reporter in/)
  expect(JSON.stringify(await lettersOf(cast.editor))).not.toMatch(/Hidden Reporter|Reporter in|Owl/)
})

test('rights go by the section: publishing and editing apart, and nobody answers what they sent', async () => {
  await open()
  const [exercises] = await db.select().from(sections).where(eq(sections.slug, 'exercises'))
  const limit = (who: Person, edit: boolean, publishes: boolean) =>
    db.transaction((tx) =>
      tx
        .insert(sectionRights)
        .values({ personId: who.id, sectionId: exercises?.id ?? 0, edit, publish: publishes })
        .returning(),
    )
  const entry = await send()
  const own = await sendEntry(db, 'border', sent, cast.otherEditor, NOON)
  expect(codes(await answer(own.ok ? own.publicId : '', {}, cast.otherEditor))).toEqual(['own-entry'])
  expect(codes(await answer(entry, {}, cast.otherReporter))).toEqual(['not-allowed'])
  await limit(cast.otherEditor, true, false)
  expect(codes(await answer(entry, {}, cast.otherEditor))).toEqual(['no-publish-right'])
  expect(codes(await publishEntry(db, 'border', words, cast.otherEditor, NOON, cast.press))).toEqual([
    'no-publish-right',
  ])
  expect(codes(await closeCoverage(db, 'border', { closing: 'End.' }, cast.otherEditor, NOON, cast.press))).toEqual([
    'no-publish-right',
  ])
  expect(await answer(entry, { verdict: 'decline', reason: 'No.' }, cast.otherEditor)).toEqual({ ok: true })
})

test('a correction keeps the time, says what was wrong, and an old page is refused', async () => {
  await open()
  const entry = await publish()
  const correct = (more: object, when = later(125)) =>
    correctEntry(db, place(entry), { ...words, note: '', version: 1, ...more }, cast.editor, when, cast.press)
  expect(codes(await correct({}))).toEqual(['note:live-no-note', 'text:live-nothing-changed'])
  expect(await correct({ text: 'The second lorry is across.', note: 'It was the second lorry.' })).toEqual({ ok: true })
  expect(await row(entry)).toMatchObject({
    publishedAt: NOON,
    version: 2,
    corrections: [{ at: later(125).toISOString(), note: 'It was the second lorry.' }],
  })
  expect(codes(await correct({ text: 'The third.', note: 'Third.' }))).toEqual([':live-moved'])
  const [, , corrected] = await db.select().from(liveLog).orderBy(liveLog.id)
  expect(corrected).toMatchObject({ act: 'correct', byId: cast.editor.id, note: 'It was the second lorry.' })
  expect(copyText(corrected?.before?.copy as never)).toBe('The first lorry is across.')
})

test('an entry is pinned and made a key event, and every act is in the log with who did it', async () => {
  await open()
  const entry = await publish()
  const mark = (what: 'pin' | 'unpin' | 'key' | 'not-key', version: number) =>
    markEntry(db, place(entry), { mark: what, version }, cast.otherEditor, later(1), cast.press)
  expect(await mark('pin', 1)).toEqual({ ok: true })
  expect(codes(await mark('key', 1))).toEqual([':live-moved'])
  expect(await mark('key', 2)).toEqual({ ok: true })
  expect(await row(entry)).toMatchObject({ pinned: true, isKey: true, version: 3 })
  const desk = await liveDesk(db, 'border', null, cast.editor, later(2))
  expect(desk?.log.map(({ act, by, entry: name }) => ({ act, by, name }))).toEqual([
    { act: 'key', by: 'Night editor', name: 'The first lorry is across.' },
    { act: 'pin', by: 'Night editor', name: 'The first lorry is across.' },
    { act: 'publish', by: 'Day editor', name: 'The first lorry is across.' },
    { act: 'open', by: 'Day editor', name: '' },
  ])
})

test('a removed entry leaves its time and the reason; its reporter is told, and it is no longer changed', async () => {
  await open()
  const entry = await send()
  await answer(entry)
  const remove = (reason: string, version = 2) =>
    removeEntry(db, place(entry), { reason, version }, cast.editor, later(9), cast.press)
  expect(codes(await remove(' '))).toEqual(['reason:live-no-reason'])
  expect(await remove('It was fog.')).toEqual({ ok: true })
  expect(await row(entry)).toMatchObject({ state: 'removed', removedAt: later(9), reason: 'It was fog.' })
  expect((await lettersOf(cast.reporter)).map(({ kind, note }) => `${kind} ${note}`)).toEqual([
    'live-approved ',
    'live-removed It was fog.',
  ])
  expect(codes(await remove('Again.', 3))).toEqual([':live-removed'])
})

test('closing asks for a sentence and for answers first; afterwards entries are only put right', async () => {
  await open()
  const entry = await publish()
  const waiting = await send()
  const close = (closing: string) => closeCoverage(db, 'border', { closing }, cast.editor, later(60), cast.press)
  expect(codes(await close(' '))).toEqual(['closing:live-no-closing'])
  expect(codes(await close('That was it.'))).toEqual([':live-waiting'])
  await answer(waiting, { verdict: 'decline', reason: 'Too late.' })
  expect(await close('That was it.')).toEqual({ ok: true })
  expect(await liveDoor(db, 'border')).toEqual({ slug: 'border', name: 'The border', title: null })
  expect(codes(await close('Again.'))).toEqual(['not-found'])
  expect(codes(await sendEntry(db, 'border', sent, cast.reporter, later(61)))).toEqual([':live-closed'])
  expect(codes(await publishEntry(db, 'border', words, cast.editor, later(61), cast.press))).toEqual([':live-closed'])
  expect(
    codes(await markEntry(db, place(entry), { mark: 'pin', version: 1 }, cast.editor, later(61), cast.press)),
  ).toEqual([':live-closed'])
  const corrected = { ...words, text: 'The second.', note: 'The second.', version: 1 }
  expect(await correctEntry(db, place(entry), corrected, cast.editor, later(62), cast.press)).toEqual({ ok: true })
  expect(await openCoverage(db, 'border', opening, cast.editor, later(70), cast.press)).toMatchObject({ ok: true })
})

test('from an entry to a story: a draft of the editor’s with its words and a link back, once', async () => {
  await open()
  const entry = await publish({ title: 'First across' })
  const begun = await storyFromEntry(db, place(entry), cast.editor, later(1))
  if (!begun.ok) throw new Error(JSON.stringify(begun))
  const draft = await draftOf(db, begun.story, cast.editor)
  expect(draft?.content).toMatchObject({ headline: 'First across', section: 'exercises', topics: ['border'] })
  expect(copyText(draft?.content.copy as never)).toContain('The first lorry is across.')
  expect(linksIn(draft?.content.copy as never)).toEqual([
    { href: `/topics/border?entry=${entry}#entry-${entry}`, text: 'The bridge opens' },
  ])
  expect(await storyFromEntry(db, place(entry), cast.editor, later(2))).toEqual(begun)
  expect(codes(await storyFromEntry(db, place(entry), cast.otherEditor, later(2)))).toEqual([':live-story-begun'])
  expect(await db.select().from(stories)).toHaveLength(1)
})

test('what readers get rises with each change that they see, and with no other', async () => {
  await open()
  const changedAt = async () => (await db.select().from(liveCoverages))[0]?.changedAt.getTime() ?? 0
  const seen = [await changedAt()]
  await publish({}, NOON) // within the same millisecond
  seen.push(await changedAt())
  const entry = await send()
  expect(await changedAt()).toBe(seen.at(-1))
  await answer(entry, { verdict: 'decline', reason: 'No.' })
  expect(await changedAt()).toBe(seen.at(-1))
  await answer(await send())
  seen.push(await changedAt())
  expect(new Set(seen).size).toBe(3)
  expect([...seen].sort((a, b) => a - b)).toEqual(seen)
})
