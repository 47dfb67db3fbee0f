// What stands between a story and its approval, on a real database: rights, interest, four eyes, several approvals, checks.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { lapseChanges, publishDue } from '#app/newsroom/desk/clock-moves.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import { declareInterest } from '#app/newsroom/desk/interests.server.ts'
import type { Database } from '#db/client.ts'
import { approvals, deskLog, holds, verificationChecks } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { sections } from '#db/schema/outlet.ts'
import { people, sectionRights } from '#db/schema/people.ts'
import { stories, storyCoAuthors } from '#db/schema/story.ts'
import { type Cast, castOf, deskEdit, draftBy, later, move, NOON, person, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const section = (more: Partial<typeof sections.$inferInsert>) =>
  db.transaction((tx) => tx.update(sections).set(more).where(eq(sections.slug, 'exercises')))
const rights = (personId: number, sectionId: number, edit: boolean, publish: boolean) =>
  db.transaction((tx) => tx.insert(sectionRights).values({ personId, sectionId, edit, publish }).returning())
const row = async (story: string) => {
  const [found] = await db.select().from(stories).where(eq(stories.publicId, story))
  if (!found) throw new Error('no such story')
  return found
}
const kindsTo = async (personId: number) =>
  (await db.select().from(letters).where(eq(letters.toPersonId, personId)).orderBy(letters.id)).map(({ kind }) => kind)

test('who has no row of rights may do both everywhere; rows restrict to their sections and to what they say', async () => {
  const [exercises, history] = await db.select().from(sections).orderBy(sections.id)
  const story = await storyIn(db, cast, 'submitted')
  await rights(cast.editor.id, history?.id ?? 0, true, true)
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ because: 'no-edit-right' })
  expect((await deskStory(db, story, cast.editor))?.offered).not.toContain('claim')
  await rights(cast.editor.id, exercises?.id ?? 0, true, false)
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ ok: true })
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ ok: true, state: 'approved' })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'no-publish-right' })
  expect(await move(db, cast, cast.otherEditor, story, 'publish')).toMatchObject({ ok: true })
})

test('letters for a section go to who edits there, and what is ready goes to who publishes there', async () => {
  const [exercises, history] = await db.select().from(sections).orderBy(sections.id)
  await rights(cast.otherEditor.id, history?.id ?? 0, true, true)
  const publisher = await person(db, 'editor', 'Publisher')
  await rights(publisher.id, exercises?.id ?? 0, false, true)
  await storyIn(db, cast, 'approved')
  expect(await kindsTo(cast.editor.id)).toEqual(['new-story']) // approved it, so is not told that it is ready
  expect(await kindsTo(publisher.id)).toEqual(['ready-to-publish'])
  expect(await kindsTo(cast.otherEditor.id)).toEqual([])
})

test('an interest ends the claim, keeps its editor out of every decision, and is shown to the desk', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await declareInterest(db, story, ' ', cast.editor, NOON, cast.press)).toMatchObject({ because: 'no-reason' })
  expect(await declareInterest(db, story, 'Mine.', cast.otherReporter, NOON, cast.press)).toMatchObject({
    because: 'not-found',
  })
  expect(await declareInterest(db, story, 'The mayor is my brother.', cast.editor, NOON, cast.press)).toEqual({
    ok: true,
    released: true,
  })
  expect(await row(story)).toMatchObject({ state: 'submitted', claimedById: null })
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ because: 'interest' })
  const page = await deskStory(db, story, cast.otherEditor)
  expect(page?.standing.interests).toMatchObject([{ reason: 'The mayor is my brother.', mine: false }])
  const mine = await deskStory(db, story, cast.editor)
  expect(mine?.offered).toEqual([])
  await move(db, cast, cast.otherEditor, story, 'claim')
  const to = cast.editor.publicId
  expect(await move(db, cast, cast.otherEditor, story, 'handOver', { to, deskNote: 'Please.' })).toMatchObject({
    faults: [{ code: 'editor-may-not' }],
  })
})

test('who has a share in a merged story decides on it no more than its owner', async () => {
  const story = await storyIn(db, cast, 'submitted')
  const other = await draftBy(db, cast.otherReporter, 'The same')
  const [storyId, fromStoryId] = [(await row(story)).id, (await row(other)).id]
  const share = { storyId, fromStoryId, personId: cast.editor.id, bylineKind: 'name' as const, at: NOON }
  await db.transaction((tx) => tx.insert(storyCoAuthors).values(share).returning())
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ because: 'own-story' })
})

test('four eyes: who changed the words last does not approve them, another editor does', async () => {
  await section({ fourEyes: true })
  const story = await storyIn(db, cast, 'in_review')
  await deskEdit(db, cast, story)
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ because: 'last-editor' })
  expect(await move(db, cast, cast.otherEditor, story, 'approveToo')).toMatchObject({ ok: true, state: 'approved' })
  expect(await row(story)).toMatchObject({ approvedById: cast.otherEditor.id, claimedById: cast.editor.id })
})

test('a section that asks for two approvals of the same words gets two, and changed words begin again', async () => {
  await section({ approvals: 2 })
  const story = await storyIn(db, cast, 'in_review')
  const first = await move(db, cast, cast.editor, story, 'approve')
  expect(first).toMatchObject({ ok: true, state: 'in_review' })
  expect(first.ok && first.told).toEqual([{ who: 'section', letter: 'approval-wanted', people: 1, afterMinutes: 0 }])
  expect(await row(story)).toMatchObject({ approvedHash: null })
  expect((await deskStory(db, story, cast.otherEditor))?.standing.approvals).toEqual({
    wanted: 2,
    by: [cast.editor.name],
    completes: true,
  })
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ because: 'approved-already' })
  await deskEdit(db, cast, story)
  expect((await deskStory(db, story, cast.otherEditor))?.standing.approvals.by).toEqual([])
  expect(await move(db, cast, cast.otherEditor, story, 'approveToo')).toMatchObject({ state: 'in_review' })
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ ok: true, state: 'approved' })
  expect(await kindsTo(cast.reporter.id)).toContain('approved')
  // Opened again, the same words have no approval any more; both are told.
  const opened = await move(db, cast, cast.admin, story, 'reopen')
  expect(opened.ok && opened.told).toEqual([{ who: 'approver', letter: 'reopened', people: 2, afterMinutes: 0 }])
  expect(await db.select().from(approvals)).toEqual([])
})

test('an approval of somebody who then declares an interest counts no more', async () => {
  await section({ approvals: 2 })
  const story = await storyIn(db, cast, 'in_review')
  await move(db, cast, cast.otherEditor, story, 'approveToo')
  await declareInterest(db, story, 'A cousin.', cast.otherEditor, NOON, cast.press)
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ state: 'in_review' })
  expect(await move(db, cast, cast.admin, story, 'approveToo')).toMatchObject({ state: 'approved' })
})

test('what the section wants checked stands between the words and their approval, and is named', async () => {
  await section({ checklist: ['source', 'place'] })
  const story = await storyIn(db, cast, 'in_review')
  expect(await move(db, cast, cast.editor, story, 'approve')).toEqual({
    ok: false,
    because: 'faults',
    faults: [
      { field: 'verification', code: 'check-source' },
      { field: 'verification', code: 'check-place' },
    ],
  })
  const { id: storyId } = await row(story)
  const done = (check: string) => ({ storyId, check, state: 'done' as const, byId: cast.editor.id, at: NOON })
  await db.transaction((tx) =>
    tx
      .insert(verificationChecks)
      .values([done('source'), done('place')])
      .returning(),
  )
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ ok: true })
  await db.transaction((tx) => tx.delete(verificationChecks).where(eq(verificationChecks.check, 'place')))
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ faults: [{ code: 'check-place' }] })
})

test('a trusted contributor’s story is approved straight from the queue, nobody else’s', async () => {
  const story = await storyIn(db, cast, 'submitted')
  expect(await move(db, cast, cast.editor, story, 'approveTrusted')).toMatchObject({ because: 'not-trusted' })
  await db.transaction((tx) => tx.update(people).set({ trusted: true }).where(eq(people.id, cast.reporter.id)))
  expect((await deskStory(db, story, cast.editor))?.offered).toContain('approveTrusted')
  expect(await move(db, cast, cast.editor, story, 'approveTrusted', { hash: 'a'.repeat(64) })).toMatchObject({
    because: 'other-words',
  })
  expect(await move(db, cast, cast.editor, story, 'approveTrusted')).toMatchObject({ ok: true, state: 'approved' })
  expect(await row(story)).toMatchObject({ claimedById: cast.editor.id, approvedById: cast.editor.id })
})

test('silence: approved where the section says so, else back with the editor and both told', async () => {
  const agreeing = await storyIn(db, cast, 'awaiting_sign_off')
  await lapseChanges(db, later(7 * 24 * 60), cast.press)
  expect((await row(agreeing)).state).toBe('approved')
  expect(await kindsTo(cast.admin.id)).toContain('sign-off-overridden')
  await section({ silenceAgrees: false })
  const asking = await storyIn(db, cast, 'awaiting_sign_off')
  expect(await lapseChanges(db, later(7 * 24 * 60 - 1), cast.press)).toBe(0)
  expect(await lapseChanges(db, later(7 * 24 * 60), cast.press)).toBe(1)
  expect(await row(asking)).toMatchObject({ state: 'in_review', approvedHash: null, claimedById: cast.editor.id })
  for (const who of [cast.reporter, cast.editor]) expect(await kindsTo(who.id)).toContain('sign-off-lapsed')
})

test('silence and agreement are no second pair of eyes: the story goes back to be approved by another', async () => {
  await section({ fourEyes: true })
  const silent = await storyIn(db, cast, 'awaiting_sign_off')
  await lapseChanges(db, later(7 * 24 * 60), cast.press)
  expect((await row(silent)).state).toBe('in_review')
  const agreed = await storyIn(db, cast, 'awaiting_sign_off')
  expect(await move(db, cast, cast.reporter, agreed, 'agree')).toMatchObject({ ok: true, state: 'in_review' })
  expect(await move(db, cast, cast.otherEditor, agreed, 'approveToo')).toMatchObject({ state: 'approved' })
})

test('an appeal goes to another editor than the one who decided', async () => {
  const story = await storyIn(db, cast, 'declined')
  await move(db, cast, cast.reporter, story, 'appeal', { note: 'I have a second source.' })
  expect(await row(story)).toMatchObject({ state: 'submitted', claimedById: null })
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ because: 'decided-before' })
  expect(await move(db, cast, cast.otherEditor, story, 'claim')).toMatchObject({ ok: true })
  await move(db, cast, cast.otherEditor, story, 'decline', { reasons: ['not-news'], note: 'No.' })
  // The appeal is answered: from now on the first editor may take it like everybody.
  await move(db, cast, cast.admin, story, 'revertDecision', { deskNote: 'Once more.' })
  expect(await move(db, cast, cast.editor, story, 'claim')).toMatchObject({ ok: true })
})

test('within ten minutes who decided undoes it, and everything moves back together', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const before = await row(story)
  await move(db, cast, cast.editor, story, 'decline', { reasons: ['needs-source'], note: 'Who saw it?' }, later(1))
  const page = await deskStory(db, story, cast.editor)
  expect(page?.standing.undoUntil).toBe(later(11).toISOString())
  expect((await deskStory(db, story, cast.otherEditor))?.offered).not.toContain('undoDecision')
  expect(await move(db, cast, cast.otherEditor, story, 'undoDecision', {}, later(2))).toMatchObject({
    because: 'not-allowed',
  })
  expect(await move(db, cast, cast.editor, story, 'undoDecision', {}, later(11))).toMatchObject({
    because: 'letter-gone',
  })
  expect(await move(db, cast, cast.editor, story, 'undoDecision', {}, later(10))).toMatchObject({
    ok: true,
    state: 'in_review',
  })
  const { state, claimedById, answerBy, firstAnsweredAt, decidedAt } = await row(story)
  expect({ state, claimedById, answerBy, firstAnsweredAt, decidedAt }).toEqual({
    state: 'in_review',
    claimedById: cast.editor.id,
    answerBy: before.answerBy,
    firstAnsweredAt: before.firstAnsweredAt,
    decidedAt: null,
  })
  const [declined] = await db.select().from(letters).where(eq(letters.kind, 'declined'))
  expect(declined?.state).toBe('cancelled')
  // The reporter never got a letter of it, and gets none that takes it back.
  expect(await db.select().from(letters).where(eq(letters.kind, 'decision-reverted'))).toEqual([])
})

test('a decision that is taken back after its letter is told; before, or for spam, it is not', async () => {
  const reverted = async () => (await db.select().from(letters).where(eq(letters.kind, 'decision-reverted'))).length
  for (const [minutes, told] of [
    [9, 0],
    [10, 1],
  ] as const) {
    const story = await storyIn(db, cast, 'in_review', `After ${minutes}`)
    await move(db, cast, cast.editor, story, 'decline', { reasons: ['needs-source'], note: 'Who saw it?' }, later(1))
    const order = { deskNote: 'A slip.' }
    const back = await move(db, cast, cast.otherEditor, story, 'revertDecision', order, later(1 + minutes))
    expect([back.ok, await reverted()]).toEqual([true, told])
  }
})

test('an embargo is a hold until an instant: nothing appears before it, what is set for later stands', async () => {
  const story = await storyIn(db, cast, 'scheduled') // for an hour from noon
  const embargo = (at: string) => ({ hold: 'embargo' as const, deskNote: 'Agreed with the ministry.', at })
  expect(await move(db, cast, cast.editor, story, 'placeHold', embargo(''))).toMatchObject({
    faults: [{ field: 'at', code: 'no-time' }],
  })
  // 14:30 in Sofia is half an hour after noon in UTC.
  expect(await move(db, cast, cast.editor, story, 'placeHold', embargo('2026-11-24T14:30'))).toMatchObject({
    ok: true,
    state: 'scheduled',
  })
  expect(await row(story)).toMatchObject({ embargoUntil: later(30), publishAt: later(60) })
  expect((await db.select().from(holds))[0]).toMatchObject({ kind: 'embargo', until: later(30) })
  expect(await move(db, cast, cast.editor, story, 'publish', {}, later(29))).toMatchObject({ because: 'embargo' })
  const longer = await move(db, cast, cast.editor, story, 'placeHold', embargo(later(90).toISOString()))
  expect(longer).toMatchObject({ ok: true, state: 'approved' })
  expect(longer.ok && longer.told.map(({ letter }) => letter)).toEqual(['unscheduled'])
  expect(await move(db, cast, cast.editor, story, 'schedule', { at: later(89).toISOString() })).toMatchObject({
    because: 'embargo',
  })
  expect(await move(db, cast, cast.editor, story, 'schedule', { at: later(90).toISOString() })).toMatchObject({
    ok: true,
  })
  expect(await publishDue(db, later(89), cast.press)).toBe(0)
  expect(await publishDue(db, later(90), cast.press)).toBe(1)
})

test('lifting one kind of hold leaves the others; there is nothing to lift where nothing holds', async () => {
  const story = await storyIn(db, cast, 'approved')
  const lift = (hold: 'legal' | 'embargo' | '') =>
    move(db, cast, cast.admin, story, 'liftHold', { hold, deskNote: 'It is fine.' })
  expect(await lift('')).toMatchObject({ faults: [{ code: 'no-hold' }] })
  await move(db, cast, cast.editor, story, 'placeHold', { hold: 'legal', deskNote: 'Ask.' })
  await move(db, cast, cast.editor, story, 'placeHold', { hold: 'embargo', deskNote: 'A', at: later(90).toISOString() })
  expect(await lift('embargo')).toMatchObject({ ok: true })
  expect((await row(story)).embargoUntil).toBeNull()
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ because: 'on-hold' })
  expect(await lift('legal')).toMatchObject({ ok: true })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ ok: true })
})

test('a hold and an embargo keep a retracted story off the site, and a legal one keeps an ended story open', async () => {
  const story = await storyIn(db, cast, 'retracted')
  const second = await person(db, 'admin', 'Second admin')
  await move(db, cast, cast.editor, story, 'placeHold', { hold: 'legal', deskNote: 'Ask.' })
  expect(await move(db, cast, second, story, 'restore', { deskNote: 'Back.' })).toMatchObject({ because: 'on-hold' })
  const ended = await storyIn(db, cast, 'withdrawn')
  await move(db, cast, cast.editor, ended, 'placeHold', { hold: 'legal', deskNote: 'Ask.' })
  expect(await move(db, cast, cast.admin, ended, 'archive')).toMatchObject({ because: 'on-hold' })
})

test('the clock opens a scheduled story again whose words are not the approved ones, and tells who approved them', async () => {
  const story = await storyIn(db, cast, 'scheduled')
  await db.transaction((tx) => tx.update(stories).set({ headline: 'Other words' }).where(eq(stories.publicId, story)))
  expect(await publishDue(db, later(60), cast.press)).toBe(0)
  expect(await row(story)).toMatchObject({ state: 'in_review', approvedHash: null, claimedById: cast.editor.id })
  expect(await kindsTo(cast.editor.id)).toContain('reopened')
  expect(await kindsTo(cast.reporter.id)).toContain('reopened')
  const [last] = (await db.select().from(deskLog)).slice(-1)
  expect(last).toMatchObject({ move: 'reopen', byId: null })
})

test('an accepted story is withdrawn only by who says so twice, and the desk hears of it', async () => {
  const story = await storyIn(db, cast, 'approved')
  expect(await move(db, cast, cast.reporter, story, 'withdraw')).toMatchObject({ faults: [{ code: 'not-sure' }] })
  const result = await move(db, cast, cast.reporter, story, 'withdraw', { sure: true })
  expect(result.ok && result.told.map(({ who, people: n }) => [who, n])).toEqual([
    ['contributor', 1],
    ['holder', 1],
    ['section', 1],
  ])
})

test('taking back a story that an editor had read tells that editor; a chief breaks a claim and both sides hear of it', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const broken = await move(db, cast, cast.admin, story, 'release')
  expect(broken.ok && broken.told).toEqual([
    { who: 'former-holder', letter: 'released', people: 1, afterMinutes: 0 },
    { who: 'section', letter: 'back-in-queue', people: 2, afterMinutes: 0 },
  ])
  const back = await move(db, cast, cast.reporter, story, 'takeBack')
  expect(back.ok && back.told).toEqual([{ who: 'last-reader', letter: 'taken-back', people: 1, afterMinutes: 0 }])
})

test('changes may be asked for by changing the words, without a point', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const version = await versionOf(db, story, cast.reporter)
  await editCopy(db, story, { version, headline: 'Bridge is open' }, cast.editor, NOON)
  expect(await move(db, cast, cast.editor, story, 'requestChanges')).toMatchObject({
    ok: true,
    state: 'changes_requested',
  })
})

test('a retraction takes a publisher and an admin; for somebody’s safety an admin alone, with a reason', async () => {
  const story = await storyIn(db, cast, 'published')
  const note = 'It was not true.'
  expect(await move(db, cast, cast.admin, story, 'retract', { note, safety: true })).toMatchObject({
    faults: [{ field: 'deskNote', code: 'no-safety-words' }],
  })
  await move(db, cast, cast.admin, story, 'askRetraction', { deskNote: 'Mine.' })
  expect(await move(db, cast, cast.admin, story, 'retract', { note })).toMatchObject({
    because: 'retraction-takes-two',
  })
  const asked = await move(db, cast, cast.editor, story, 'askRetraction', { deskNote: 'The source lied.' })
  expect(asked.ok && asked.told).toEqual([{ who: 'chief', letter: 'retraction-asked', people: 1, afterMinutes: 0 }])
  expect(await move(db, cast, cast.admin, story, 'retract', { note })).toMatchObject({ ok: true, state: 'retracted' })
})
