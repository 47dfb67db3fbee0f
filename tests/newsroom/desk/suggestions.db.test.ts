// The desk's edit and its reporter's answers, on a real database: asked, answered, altered, sent, stale.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { lapseChanges } from '#app/newsroom/desk/clock-moves.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { myStories, storyStatus } from '#app/newsroom/desk/status.server.ts'
import { answerSuggestion, suggestionsOf, takeOverAnswers } from '#app/newsroom/desk/suggestions.server.ts'
import { draftOf, ownStory, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { letters } from '#db/schema/letters.ts'
import { revisions } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const written = ['The mayor opened the bridge.', 'Мостът е отворен.', 'الجسر مفتوح اليوم.']
const edited = ['The old mayor opened the bridge.', 'Мостът е затворен.', 'الجسر مفتوح أمس.']

/** Three paragraphs in three scripts, each edited, and a new headline; the reporter is asked by `ask`. */
async function askedStory(ask: 'sendForSignOff' | 'requestChanges' = 'sendForSignOff') {
  const story = await draftBy(db, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  await saveDraft(db, story, { ...draft?.content, copy: copyOf(...written), version: 2 }, cast.reporter, NOON)
  await move(db, cast, cast.reporter, story, 'submit')
  await move(db, cast, cast.editor, story, 'claim')
  const version = await versionOf(db, story, cast.reporter)
  const edit = { version, headline: 'The bridge opens', copy: copyOf(...edited) }
  expect(await editCopy(db, story, edit, cast.editor, later(5))).toMatchObject({ ok: true })
  const asked = await move(db, cast, cast.editor, story, ask, { note: 'Shorter.', points: ['Name the source.'] })
  expect(asked).toMatchObject({ ok: true })
  return story
}

const suggestions = async (story: string) => {
  const row = await ownStory(db, story, cast.reporter)
  return row && (await suggestionsOf(db, row))
}
const wordsOf = async (story: string) => {
  const row = await ownStory(db, story, cast.reporter)
  const paragraphs = row?.copy.content.slice(1).map((block) => block.content?.map((run) => run.text).join(''))
  return [row?.headline, ...(paragraphs ?? [])]
}

async function answerAll(story: string, answers: boolean[]) {
  const asked = await suggestions(story)
  for (const [i, accepted] of answers.entries()) {
    const order = { edit: asked?.edit ?? '', change: asked?.list[i]?.key ?? '', accepted }
    expect(await answerSuggestion(db, story, order, cast.reporter, NOON)).toMatchObject({ ok: true })
  }
  return asked
}

test('each change is asked for, in order, with who asks and why', async () => {
  const story = await askedStory()
  const asked = await suggestions(story)
  expect(asked).toMatchObject({ reason: 'Shorter.', open: 4, rejected: 0, language: 'en' })
  expect(asked?.list.map(({ kind, removed, added, accepted }) => [kind, removed, added, accepted])).toEqual([
    ['headline', 'Bridge opens', 'The bridge opens', null],
    ['inline', '', 'old ', null],
    ['inline', 'отворен', 'затворен', null],
    ['inline', 'اليوم', 'أمس', null],
  ])
})

test('the answer makes exactly the accepted subset, goes back to the editor and says what was rejected', async () => {
  const story = await askedStory()
  await answerAll(story, [true, false, true, false])
  expect(await move(db, cast, cast.reporter, story, 'agree')).toMatchObject({ faults: [{ code: 'edit-rejected' }] })
  const sent = await move(db, cast, cast.reporter, story, 'answerEdit', { note: 'He is not old.' })
  expect(sent).toMatchObject({ ok: true, state: 'in_review', told: [{ who: 'holder', people: 1 }] })
  expect(await wordsOf(story)).toEqual(['The bridge opens', written[0], edited[1], written[2]])
  const [kept] = await db.select().from(revisions).where(eq(revisions.why, 'suggestions'))
  expect(kept).toMatchObject({ byId: cast.reporter.id, content: { headline: 'The bridge opens' } })
  const [log] = await db.select().from(deskLog).where(eq(deskLog.move, 'answerEdit'))
  expect(log?.note).toBe(
    'He is not old.\n\n✓ Bridge opens → The bridge opens\n✗ – → old\n✓ отворен → затворен\n✗ اليوم → أمس',
  )
  const [letter] = await db.select().from(letters).where(eq(letters.kind, 'edit-answered'))
  expect(letter).toMatchObject({ toPersonId: cast.editor.id })
  expect(JSON.stringify(letter?.content)).toContain('отворен → затворен')
})

test('a change can be altered until the answer is sent; all can be accepted at once, and then it is agreed', async () => {
  const story = await askedStory()
  const asked = await answerAll(story, [false, false])
  expect(await move(db, cast, cast.reporter, story, 'answerEdit')).toMatchObject({ faults: [{ code: 'edit-open' }] })
  const all = { edit: asked?.edit ?? '', change: 'all', accepted: true }
  expect(await answerSuggestion(db, story, all, cast.reporter, NOON)).toEqual({ ok: true, open: 0, next: null })
  expect(await suggestions(story)).toMatchObject({ open: 0, rejected: 0 })
  expect(await move(db, cast, cast.reporter, story, 'answerEdit')).toMatchObject({ faults: [{ code: 'edit-agreed' }] })
  expect(await move(db, cast, cast.reporter, story, 'agree')).toMatchObject({ ok: true, state: 'approved' })
  expect(await wordsOf(story)).toEqual(['The bridge opens', ...edited])
})

test('an answer to an edit that is no longer asked about is refused and changes nothing', async () => {
  const story = await askedStory()
  const first = await answerAll(story, [true, true, true, false])
  await move(db, cast, cast.reporter, story, 'answerEdit')
  const version = await versionOf(db, story, cast.reporter)
  await editCopy(db, story, { version, headline: 'It opens' }, cast.editor, later(20))
  await move(db, cast, cast.editor, story, 'sendForSignOff')
  const stale = { edit: first?.edit ?? '', change: 'all', accepted: true }
  expect(await answerSuggestion(db, story, stale, cast.reporter, NOON)).toEqual({ ok: false, because: 'stale' })
  // What was settled before is not asked again: only the new headline is.
  expect((await suggestions(story))?.list).toMatchObject([
    { kind: 'headline', removed: 'The bridge opens', accepted: null },
  ])
  expect(
    await answerSuggestion(
      db,
      story,
      { ...stale, edit: (await suggestions(story))?.edit ?? '', change: 'inline:1-1:1-1' },
      cast.reporter,
      NOON,
    ),
  ).toEqual({
    ok: false,
    because: 'no-such-change',
  })
})

test('nobody answers for another', async () => {
  const story = await askedStory()
  const asked = await suggestions(story)
  const order = { edit: asked?.edit ?? '', change: 'all', accepted: true }
  for (const who of [cast.otherReporter, cast.editor, cast.admin])
    expect(await answerSuggestion(db, story, order, who, NOON)).toEqual({ ok: false, because: 'not-found' })
  expect(await suggestions(story)).toMatchObject({ open: 4 })
})

test('a story that was not edited asks for no answers', async () => {
  expect(await suggestions(await storyIn(db, cast, 'changes_requested'))).toBeNull()
  expect(await suggestions(await storyIn(db, cast, 'in_review'))).toBeNull()
})

test('with requested changes the answers go into the draft, and what was written since stays', async () => {
  const story = await askedStory('requestChanges')
  const draft = await draftOf(db, story, cast.reporter)
  const version = draft?.story.version ?? 0
  const own = copyOf(...edited, 'A paragraph of mine.')
  await saveDraft(db, story, { ...draft?.content, copy: own, version }, cast.reporter, later(10))
  const asked = await answerAll(story, [false, true, false])
  const edit = asked?.edit ?? ''
  expect(await takeOverAnswers(db, story, { edit, version: version + 1 }, cast.reporter, NOON)).toMatchObject({
    because: 'open',
  })
  await answerSuggestion(db, story, { edit, change: asked?.list[3]?.key ?? '', accepted: true }, cast.reporter, NOON)
  expect(await takeOverAnswers(db, story, { edit, version }, cast.reporter, NOON)).toMatchObject({ because: 'changed' })
  expect(await takeOverAnswers(db, story, { edit, version: version + 1 }, cast.reporter, later(11))).toEqual({
    ok: true,
    version: version + 2,
  })
  expect(await wordsOf(story)).toEqual(['Bridge opens', edited[0], written[1], edited[2], 'A paragraph of mine.'])
  expect(await suggestions(story)).toBeNull()
})

test('own words in the place of a rejected change are not overwritten', async () => {
  const story = await askedStory('requestChanges')
  const draft = await draftOf(db, story, cast.reporter)
  const version = draft?.story.version ?? 0
  await saveDraft(db, story, { ...draft?.content, headline: 'At last', version }, cast.reporter, later(10))
  const asked = await suggestions(story)
  const edit = asked?.edit ?? ''
  await answerSuggestion(db, story, { edit, change: 'all', accepted: false }, cast.reporter, NOON)
  expect(await takeOverAnswers(db, story, { edit, version: version + 1 }, cast.reporter, NOON)).toEqual({
    ok: false,
    because: 'collides',
  })
  expect((await wordsOf(story))[0]).toBe('At last')
})

test('the clock takes silence for a yes, and a rejected change for no silence, even unsent', async () => {
  const silent = await askedStory()
  const rejecting = await askedStory()
  await answerAll(rejecting, [true, false, true, true])
  const stateOf = async (story: string) => (await ownStory(db, story, cast.reporter))?.state
  expect(await lapseChanges(db, later(60 * 24 * 60), cast.press)).toBe(1)
  expect([await stateOf(silent), await stateOf(rejecting)]).toEqual(['approved', 'awaiting_sign_off'])
  // Accepted after all: from then on it may lapse.
  await answerAll(rejecting, [true, true, true, true])
  expect(await lapseChanges(db, later(60 * 24 * 60), cast.press)).toBe(1)
  expect(await stateOf(rejecting)).toBe('approved')
})

test('while an editor works, the reporter reads the own headline; the edit shows once it is sent', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const version = await versionOf(db, story, cast.reporter)
  await editCopy(db, story, { version, headline: 'Not sent yet' }, cast.editor, later(5))
  const shown = async () => [
    (await storyStatus(db, story, cast.reporter))?.story.headline,
    ...(await myStories(db, {}, cast.reporter)).map(({ headline }) => headline),
  ]
  expect(await shown()).not.toContain('Not sent yet')
  await move(db, cast, cast.editor, story, 'sendForSignOff', { note: 'Please look.' })
  expect(await shown()).toEqual(['Not sent yet', 'Not sent yet'])
})
