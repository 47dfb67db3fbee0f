// The one door for moves, on a real database: what it writes, what it refuses, who wins.
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { pointsOfStory, savePoints } from '#app/newsroom/desk/change-points.server.ts'
import { lapseChanges, lapseClaims, publishDue } from '#app/newsroom/desk/clock-moves.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { storyStatus } from '#app/newsroom/desk/status.server.ts'
import { draftOf, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { storiesByState } from '#app/newsroom/story/state-counts.server.ts'
import { storyStates } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { editions, publications } from '#db/schema/press.ts'
import { revisions, stories } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const storyRow = async (publicId: string) => {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row) throw new Error('no such story')
  return row
}
const lettersOf = async (storyId: number) =>
  db.select().from(letters).where(eq(letters.storyId, storyId)).orderBy(letters.id)

test('sending freezes a revision, promises a date and tells both sides in the same transaction', async () => {
  const story = await draftBy(db, cast.reporter)
  const sent = await move(db, cast, cast.reporter, story, 'submit')
  expect(sent).toMatchObject({ ok: true, state: 'submitted', version: 3 })
  const row = await storyRow(story)
  expect(row.answerBy).toEqual(later(24 * 60))
  const [revision] = await db.select().from(revisions).where(eq(revisions.why, 'submit'))
  expect(revision).toMatchObject({ id: row.revisionId, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const written = await lettersOf(row.id)
  expect(written.map((letter) => [letter.kind, letter.toPersonId]).sort()).toEqual(
    [
      ['new-story', cast.editor.id],
      ['new-story', cast.otherEditor.id],
      ['receipt', cast.reporter.id],
    ].sort(),
  )
  expect(await storiesByState(db)).toMatchObject({ draft: 0, submitted: 1 })
})

test('what is missing is said field by field, and nothing moves', async () => {
  const story = await draftBy(db, cast.reporter)
  const version = await versionOf(db, story, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  await saveDraft(db, story, { ...draft?.content, headline: '', dateline: null, version }, cast.reporter, NOON)
  expect(await move(db, cast, cast.reporter, story, 'submit')).toEqual({
    ok: false,
    because: 'faults',
    faults: [{ field: 'headline', code: 'no-headline' }],
  })
  expect((await storyRow(story)).state).toBe('draft')
})

test('an unconfirmed reporter cannot send', async () => {
  const story = await draftBy(db, cast.unconfirmed)
  const version = await versionOf(db, story, cast.unconfirmed)
  const result = await moveStory(db, { story, move: 'submit', version }, cast.unconfirmed, NOON, cast.press)
  expect(result).toMatchObject({ ok: false, because: 'email-unconfirmed' })
})

test('the whole walk: send, claim, changes, answer, send again, approve, publish', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await move(db, cast, cast.editor, story, 'requestChanges')).toMatchObject({
    because: 'faults',
    faults: [{ field: 'points', code: 'no-points' }],
  })
  await move(db, cast, cast.editor, story, 'requestChanges', { points: ['Name the source.\nGive the date.'], days: 3 })
  const status = await storyStatus(db, story, cast.reporter)
  expect(status?.points.map((point) => point.text)).toEqual(['Name the source.', 'Give the date.'])
  expect(status?.story.dueAt).toBe(later(3 * 24 * 60).toISOString())

  const [first, second] = (status?.points ?? []).map(({ id }) => id)
  expect(await move(db, cast, cast.reporter, story, 'resubmit')).toMatchObject({
    faults: [
      { field: `points.${first}`, code: 'points-open' },
      { field: `points.${second}`, code: 'points-open' },
    ],
  })
  const given = { points: [first ?? 0, second ?? 0], done: [first ?? 0], answers: ['', 'It was on Tuesday.'] }
  await savePoints(db, story, given, cast.reporter, NOON)
  expect(await move(db, cast, cast.reporter, story, 'resubmit')).toMatchObject({ ok: true, state: 'in_review' })

  expect(await move(db, cast, cast.editor, story, 'approve', { hash: 'a'.repeat(64) })).toMatchObject({
    because: 'other-words',
  })
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ ok: true, state: 'approved' })
  const published = await move(db, cast, cast.editor, story, 'publish')
  expect(published).toMatchObject({ ok: true, state: 'published', slug: 'bridge-opens' })
  expect(cast.press.printed).toBe(1)
  const [edition] = await db.select().from(editions)
  expect(edition).toMatchObject({
    number: 1,
    headline: 'Bridge opens',
    bylineName: cast.reporter.name,
    place: 'Panagyurishte',
  })
  expect(edition?.html).toContain('PANAGYURISHTE, (TC) –')

  const log = await db.select().from(deskLog).orderBy(deskLog.id)
  expect(log.map((row) => row.move)).toEqual(['submit', 'claim', 'requestChanges', 'resubmit', 'approve', 'publish'])
  const told = await lettersOf((await storyRow(story)).id)
  expect(told.filter((letter) => letter.toPersonId === cast.reporter.id).map((letter) => letter.kind)).toEqual([
    'receipt',
    'being-read',
    'changes-requested',
    'sent-again-receipt',
    'approved',
    'published',
  ])
})

test('approve, change one character, try to publish: refused', async () => {
  const story = await storyIn(db, cast, 'approved')
  const row = await storyRow(story)
  await db.transaction(async (tx) => {
    await tx
      .update(stories)
      .set({ headline: `${row.headline}!` })
      .where(eq(stories.id, row.id))
      .returning()
  })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'changed-since-approval' })
  expect(await db.select().from(publications)).toEqual([])
})

test('a revision whose words were tampered with is not printed', async () => {
  const story = await storyIn(db, cast, 'approved')
  const row = await storyRow(story)
  await db.transaction(async (tx) => {
    const [revision] = await tx
      .select()
      .from(revisions)
      .where(eq(revisions.id, row.revisionId ?? 0))
    const content = { ...(revision?.content as object), headline: 'Something else' }
    await tx
      .update(revisions)
      .set({ content })
      .where(eq(revisions.id, row.revisionId ?? 0))
      .returning()
  })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'changed-since-approval' })
})

test('a hold and an embargo stop every route', async () => {
  const story = await storyIn(db, cast, 'scheduled')
  const held = await move(db, cast, cast.otherEditor, story, 'placeHold', {
    hold: 'legal',
    deskNote: 'Ask the lawyer.',
  })
  expect(held).toMatchObject({ ok: true, state: 'approved' })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'on-hold' })
  expect(await move(db, cast, cast.editor, story, 'schedule', { at: later(5).toISOString() })).toMatchObject({
    because: 'on-hold',
  })
  expect(await publishDue(db, later(1000), cast.press)).toBe(0)
  expect(await move(db, cast, cast.editor, story, 'liftHold', { deskNote: 'It is fine.' })).toMatchObject({ ok: true })
  await db.transaction(async (tx) => {
    await tx
      .update(stories)
      .set({ embargoUntil: later(100) })
      .where(eq(stories.publicId, story))
      .returning()
  })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'embargo' })
  expect(await move(db, cast, cast.editor, story, 'schedule', { at: later(99).toISOString() })).toMatchObject({
    because: 'embargo',
  })
  expect(await move(db, cast, cast.editor, story, 'publish', {}, later(100))).toMatchObject({ ok: true })
})

test('the clock publishes what is due once, also after it was away, also twice at the same time', async () => {
  const story = await storyIn(db, cast, 'scheduled')
  expect(await publishDue(db, later(59), cast.press)).toBe(0)
  const runs = await Promise.all([1, 2, 3].map(() => publishDue(db, later(5000), cast.press)))
  expect(runs.reduce((sum, n) => sum + n, 0)).toBe(1)
  expect((await storyRow(story)).state).toBe('published')
  expect(await db.select().from(editions)).toHaveLength(1)
  const published = (await lettersOf((await storyRow(story)).id)).filter((letter) => letter.kind === 'published')
  expect(published).toHaveLength(1)
})

test('of many editors who claim at once, one wins and the others learn who', async () => {
  const story = await storyIn(db, cast, 'submitted')
  const version = await versionOf(db, story, cast.reporter)
  const results = await Promise.all(
    [cast.editor, cast.otherEditor, cast.admin, cast.editor].map((who) =>
      moveStory(db, { story, move: 'claim', version }, who, NOON, cast.press),
    ),
  )
  const winners = results.filter((result) => result.ok)
  const claims = await db.select().from(deskLog).where(eq(deskLog.move, 'claim'))
  expect(claims).toHaveLength(1)
  // The same editor asking twice with one order is answered twice, but claims once.
  expect(winners.length === 1 || winners.length === 2).toBe(true)
  for (const result of results)
    if (!result.ok) expect(result).toMatchObject({ because: 'already-moved', by: expect.any(String) })
})

test('the same order sent twice is made once and answered twice', async () => {
  const story = await draftBy(db, cast.reporter)
  const version = await versionOf(db, story, cast.reporter)
  const order = { story, move: 'submit' as const, version }
  const [first, second] = [
    await moveStory(db, order, cast.reporter, NOON, cast.press),
    await moveStory(db, order, cast.reporter, later(1), cast.press),
  ]
  expect(first).toMatchObject({ ok: true, state: 'submitted' })
  expect(second).toEqual(first)
  expect(await db.select().from(deskLog)).toHaveLength(1)
})

test('an order on an old version is refused and nothing is written', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const version = await versionOf(db, story, cast.reporter)
  expect(await move(db, cast, cast.editor, story, 'approve', { version: version - 1 })).toMatchObject({
    ok: false,
    because: 'changed',
    version,
    state: 'in_review',
  })
})

test('declining needs a reason and a sentence; the letter waits ten minutes and is taken back with the decision', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await move(db, cast, cast.editor, story, 'decline')).toMatchObject({
    faults: [{ code: 'no-reasons' }, { code: 'no-words' }],
  })
  await move(db, cast, cast.editor, story, 'decline', { reasons: ['needs-source'], note: 'Who saw it?' })
  const { id } = await storyRow(story)
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'declined'))
  expect(letter).toMatchObject({ state: 'waiting', notBefore: later(10) })
  expect((await storyStatus(db, story, cast.reporter))?.steps.at(-1)).toMatchObject({
    move: 'decline',
    reasons: ['needs-source'],
    note: 'Who saw it?',
  })
  await move(db, cast, cast.otherEditor, story, 'revertDecision', { deskNote: 'A slip.' }, later(5))
  expect((await lettersOf(id)).find((l) => l.kind === 'declined')?.state).toBe('cancelled')
  // Its letter never left, so nothing is taken back in words.
  expect((await lettersOf(id)).filter((l) => l.kind === 'decision-reverted')).toEqual([])
  expect((await storyRow(story)).state).toBe('submitted')
})

test('a declined story is revised under the same number; a rejected one is appealed once', async () => {
  const declined = await storyIn(db, cast, 'declined')
  const { id } = await storyRow(declined)
  expect(await move(db, cast, cast.reporter, declined, 'revise')).toMatchObject({
    ok: true,
    state: 'draft',
    number: id,
  })
  expect((await storyRow(declined)).round).toBe(2)
  const rejected = await storyIn(db, cast, 'rejected')
  expect(await move(db, cast, cast.reporter, rejected, 'appeal')).toMatchObject({ faults: [{ code: 'no-words' }] })
  await move(db, cast, cast.reporter, rejected, 'appeal', { note: 'I have a second source.' })
  await move(db, cast, cast.editor, rejected, 'claim')
  await move(db, cast, cast.admin, rejected, 'reject', { reasons: ['not-news'], note: 'Still not.' })
  expect(await move(db, cast, cast.reporter, rejected, 'appeal', { note: 'Again' })).toMatchObject({
    because: 'already-appealed',
  })
})

test('a spammer gets no letter, and the log says so', async () => {
  const story = await storyIn(db, cast, 'submitted')
  await move(db, cast, cast.editor, story, 'reject', { reasons: ['advert'], note: 'Spam.', spam: true })
  const { id } = await storyRow(story)
  expect((await lettersOf(id)).some((letter) => letter.kind === 'rejected')).toBe(false)
  const [row] = await db.select().from(deskLog).orderBy(desc(deskLog.id)).limit(1)
  expect(row).toMatchObject({ move: 'reject', told: [] })
})

test('an idle claim lapses after four hours, not earlier; the holder hears of it', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await lapseClaims(db, later(239), cast.press)).toBe(0)
  expect(await lapseClaims(db, later(240), cast.press)).toBe(1)
  expect(await storyRow(story)).toMatchObject({ state: 'submitted', claimedById: null })
  const { id } = await storyRow(story)
  expect((await lettersOf(id)).some((l) => l.kind === 'released' && l.toPersonId === cast.editor.id)).toBe(true)
})

test('asked changes that never come are closed after twice the time, and can be reopened', async () => {
  const story = await storyIn(db, cast, 'changes_requested')
  expect(await lapseChanges(db, later(14 * 24 * 60 - 1), cast.press)).toBe(0)
  expect(await lapseChanges(db, later(14 * 24 * 60), cast.press)).toBe(1)
  expect(await storyRow(story)).toMatchObject({ state: 'declined' })
  expect(await move(db, cast, cast.reporter, story, 'revise')).toMatchObject({ ok: true })
})

test('retracting leaves the notice, empties the hubs, and restoring needs another admin', async () => {
  const story = await storyIn(db, cast, 'published')
  expect(await move(db, cast, cast.editor, story, 'retract', { note: 'It was wrong.' })).toMatchObject({
    because: 'not-allowed',
  })
  expect(await move(db, cast, cast.admin, story, 'retract', { note: 'It was wrong.' })).toMatchObject({
    because: 'retraction-takes-two',
  })
  await move(db, cast, cast.editor, story, 'askRetraction', { deskNote: 'It is wrong.' })
  await move(db, cast, cast.admin, story, 'retract', { note: 'It was wrong.' })
  const [publication] = await db.select().from(publications)
  expect(publication).toMatchObject({ state: 'retracted', retractionNote: 'It was wrong.' })
  expect(await move(db, cast, cast.admin, story, 'restore', { deskNote: 'Sorry.' })).toMatchObject({
    because: 'second-person',
  })
})

test('a technical slip can be taken off the site within half an hour, and comes back at its old address', async () => {
  const story = await storyIn(db, cast, 'published')
  expect(
    await move(db, cast, cast.editor, story, 'unpublish', { deskNote: 'Wrong picture.' }, later(31)),
  ).toMatchObject({
    because: 'too-late',
  })
  await move(db, cast, cast.editor, story, 'unpublish', { deskNote: 'Wrong picture.' }, later(5))
  const again = await move(db, cast, cast.editor, story, 'publish', {}, later(10))
  expect(again).toMatchObject({ ok: true, slug: 'bridge-opens' })
  const [publication] = await db.select().from(publications)
  expect(publication).toMatchObject({ state: 'live', publishedAt: NOON, updatedAt: later(10) })
})

test('messages: a shared one is told, a desk note is not, and a stranger finds nothing', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await writeNote(db, story, { shared: false, text: 'Careful.' }, cast.editor, NOON)).toEqual({ ok: true })
  expect(await writeNote(db, story, { shared: true, text: 'When was it?' }, cast.editor, NOON)).toEqual({ ok: true })
  expect(await writeNote(db, story, { shared: false, text: 'On Tuesday.' }, cast.reporter, NOON)).toEqual({ ok: true })
  expect(await writeNote(db, story, { shared: true, text: 'Hi' }, cast.otherReporter, NOON)).toMatchObject({
    because: 'not-found',
  })
  const status = await storyStatus(db, story, cast.reporter)
  expect(status?.notes.map((note) => note.text)).toEqual(['When was it?', 'On Tuesday.'])
  const told = await db.select().from(letters).where(eq(letters.kind, 'message'))
  expect(told.map((letter) => letter.toPersonId)).toEqual([cast.reporter.id, cast.editor.id])
})

test('points can be answered by the story’s owner only, and only while they are asked', async () => {
  const story = await storyIn(db, cast, 'changes_requested')
  const [point] = await pointsOfStory(db, (await storyRow(story)).id)
  const given = { points: [point?.id ?? 0], done: [point?.id ?? 0], answers: [''] }
  expect(await savePoints(db, story, given, cast.otherReporter, NOON)).toMatchObject({ because: 'not-found' })
  expect(await savePoints(db, story, given, cast.reporter, NOON)).toEqual({ ok: true })
  await move(db, cast, cast.reporter, story, 'withdraw')
  expect(await savePoints(db, story, given, cast.reporter, NOON)).toMatchObject({ because: 'not-now' })
})

test('saving: a stale version is a conflict that keeps both texts; the same words twice are none', async () => {
  const story = await draftBy(db, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  const save = (headline: string, version: number) =>
    saveDraft(db, story, { ...draft?.content, headline, version, copy: copyOf('New words.') }, cast.reporter, NOON)
  expect(await save('First', 2)).toMatchObject({ ok: true, version: 3 })
  expect(await save('First', 2)).toMatchObject({ ok: true, version: 3 })
  expect(await save('Second', 2)).toMatchObject({
    ok: false,
    because: 'conflict',
    version: 3,
    theirs: { headline: 'First' },
  })
  expect(
    await saveDraft(
      db,
      story,
      { version: 3, headline: 'x', standfirst: '', copy: { type: 'doc', content: [{ type: 'iframe' }] } },
      cast.reporter,
      NOON,
    ),
  ).toMatchObject({ because: 'faults' })
  await move(db, cast, cast.reporter, story, 'submit')
  expect(await save('Late', 4)).toMatchObject({ because: 'not-editable', state: 'submitted' })
})

test('the desk’s edit is a revision of its own, needs the claim, and goes to the reporter for sign-off', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const version = await versionOf(db, story, cast.reporter)
  const edit = { version, standfirst: 'Open at last.' }
  expect(await editCopy(db, story, edit, cast.otherEditor, NOON)).toMatchObject({ ok: false, because: 'not-holder' })
  expect(await move(db, cast, cast.editor, story, 'sendForSignOff')).toMatchObject({ because: 'not-edited' })
  const edited = await editCopy(db, story, edit, cast.editor, NOON)
  expect(edited).toMatchObject({ ok: true, version: version + 1 })
  expect(await editCopy(db, story, edit, cast.editor, NOON)).toMatchObject({ because: 'changed' })
  await move(db, cast, cast.editor, story, 'sendForSignOff', { days: 2 })
  expect(await move(db, cast, cast.reporter, story, 'object')).toMatchObject({ faults: [{ code: 'no-words' }] })
  expect(await move(db, cast, cast.reporter, story, 'agree')).toMatchObject({ ok: true, state: 'approved' })
  expect(await storyRow(story)).toMatchObject({
    approvedHash: edited.ok ? edited.hash : '',
    approvedById: cast.editor.id,
  })
})

test('an edit that the reporter does not answer is approved by the clock after its deadline', async () => {
  const story = await storyIn(db, cast, 'awaiting_sign_off')
  expect(await lapseChanges(db, later(7 * 24 * 60 - 1), cast.press)).toBe(0)
  expect(await lapseChanges(db, later(7 * 24 * 60), cast.press)).toBe(1)
  expect((await storyRow(story)).state).toBe('approved')
})

test('a story can be walked to every state there is', async () => {
  for (const state of storyStates) {
    const story = await storyIn(db, cast, state, `Walk to ${state}`)
    expect((await storyRow(story)).state).toBe(state)
  }
  const counted = await storiesByState(db)
  expect(counted).toEqual(Object.fromEntries(storyStates.map((state) => [state, 1])))
})
