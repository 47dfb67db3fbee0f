// The desk edits another's words: suggestions are asked about, direct edits move their base, refused words are kept.
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { reasonsOf } from '#app/newsroom/desk/change-reasons.server.ts'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { editChain } from '#app/newsroom/desk/edit-chain.server.ts'
import { giveReason } from '#app/newsroom/desk/give-reason.server.ts'
import { directEdits, openEdit, suggestedIn } from '#app/newsroom/desk/open-edit.server.ts'
import { answerSuggestion, suggestionsOf } from '#app/newsroom/desk/suggestions.server.ts'
import { editSubset } from '#app/newsroom/desk/suggestions.ts'
import { toldEdits } from '#app/newsroom/desk/told-edits.server.ts'
import { draftOf, ownStory, saveDraft } from '#app/newsroom/story/drafts.server.ts'
import { hashOf } from '#app/newsroom/story/revisions.server.ts'
import type { StoryContent } from '#app/newsroom/story/story.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { revisions } from '#db/schema/story.ts'
import { type Cast, castOf, copyOf, draftBy, later, move, NOON, storyIn, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { editedAtRandom } from '../story/copy/random-edits.ts'
import { randomCopy, seeded } from '../story/copy/sample-copy.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

const own = ['The mayor opened the bridge.', 'Мостът е отворен.', 'الجسر مفتوح اليوم.', 'It rained.']

async function claimed(paragraphs: string[] = own) {
  const story = await draftBy(db, cast.reporter)
  const draft = await draftOf(db, story, cast.reporter)
  await saveDraft(db, story, { ...draft?.content, copy: copyOf(...paragraphs), version: 2 }, cast.reporter, NOON)
  await move(db, cast, cast.reporter, story, 'submit')
  await move(db, cast, cast.editor, story, 'claim')
  return story
}

type Edit = Partial<Parameters<typeof editCopy>[2]>

const edit = async (story: string, input: Edit, minutes = 5, who = cast.editor) =>
  editCopy(db, story, { version: await versionOf(db, story, cast.reporter), ...input }, who, later(minutes))

const rowOf = async (story: string) => {
  const row = await ownStory(db, story, cast.reporter)
  if (!row) throw new Error('no such story')
  return row
}
const chainOf = async (story: string) => {
  const chain = await editChain(db, await rowOf(story))
  if (!chain) throw new Error('the story was never sent')
  return chain
}
const suggested = async (story: string) =>
  ((await suggestedIn(db, await chainOf(story)))?.changes ?? []).map(({ removed, added }) => [removed, added])
const direct = async (story: string) =>
  ((await directEdits(db, await chainOf(story)))?.changes ?? []).map(({ removed, added }) => [removed, added])
const whys = async (story: string) => {
  const row = await rowOf(story)
  const kept = await db.select().from(revisions).where(eq(revisions.storyId, row.id)).orderBy(asc(revisions.number))
  return kept.map(({ why }) => why).filter((why) => why !== 'autosave')
}

test('a suggestion is asked about; a direct edit is told and not asked about, before and after it', async () => {
  const story = await claimed()
  const [one, two, three, four] = own
  await edit(story, { copy: copyOf('The old mayor opened the bridge.', two ?? '', three ?? '', four ?? '') })
  await edit(story, {
    how: 'direct',
    copy: copyOf('The old mayor opened the bridge.', 'Мостът е затворен.', three ?? '', four ?? ''),
  })
  await edit(story, {
    copy: copyOf('The old mayor opened the bridge.', 'Мостът е затворен.', 'الجسر مفتوح أمس.', four ?? ''),
  })
  await edit(story, { how: 'direct', headline: 'The bridge opens' })
  expect(await suggested(story)).toEqual([
    ['', 'old '],
    ['اليوم', 'أمس'],
  ])
  expect(await direct(story)).toEqual([
    ['Bridge opens', 'The bridge opens'],
    ['отворен', 'затворен'],
  ])
  // An edit is no news before it is sent; then each change is told with its time.
  expect(await toldEdits(db, await rowOf(story))).toBeNull()
  await move(db, cast, cast.editor, story, 'sendForSignOff', { note: 'Please look.' })
  expect((await toldEdits(db, await rowOf(story)))?.list).toMatchObject([
    { kind: 'headline', added: 'The bridge opens', madeAt: later(5).toISOString() },
    { removed: 'отворен', added: 'затворен', madeAt: later(5).toISOString() },
  ])
  const asked = await suggestionsOf(db, await rowOf(story))
  expect(asked?.list.map(({ added }) => added)).toEqual(['old ', 'أمس'])
  await answerSuggestion(db, story, { edit: asked?.edit ?? '', change: 'all', accepted: false }, cast.reporter, NOON)
  expect(await move(db, cast, cast.reporter, story, 'answerEdit')).toMatchObject({ ok: true })
  // The direct edits stay, what was rejected is as the reporter wrote it.
  const { headline, copy } = await rowOf(story)
  expect([headline, ...copy.content.slice(1).map(({ content }) => content?.[0]?.text)]).toEqual([
    'The bridge opens',
    one,
    'Мостът е затворен.',
    three,
    four,
  ])
  expect(await direct(story)).toEqual([])
  expect(await toldEdits(db, await rowOf(story))).toBeNull()
})

test('a direct edit of words that are only suggested is part of the suggestion', async () => {
  const story = await claimed()
  await edit(story, {
    headline: 'Bridge is open',
    copy: copyOf('The former mayor opened the bridge.', ...own.slice(1)),
  })
  await edit(story, {
    how: 'direct',
    headline: 'Bridge is wide open',
    copy: copyOf('The ex mayor opened the bridge.', ...own.slice(1)),
  })
  expect(await direct(story)).toEqual([])
  expect(await suggested(story)).toEqual([
    ['Bridge opens', 'Bridge is wide open'],
    ['', 'ex '],
  ])
})

test('with direct edits alone there is nothing to answer, and signing off is still possible', async () => {
  const story = await claimed()
  await edit(story, { how: 'direct', headline: 'The bridge opens' })
  expect(await move(db, cast, cast.editor, story, 'sendForSignOff')).toMatchObject({ ok: true })
  expect(await openEdit(db, await rowOf(story))).toBeNull()
  expect(await move(db, cast, cast.reporter, story, 'agree')).toMatchObject({ ok: true, state: 'approved' })
})

test('whatever is suggested and edited in whatever order, every subset is exact', { timeout: 120_000 }, async () => {
  let asked = 0
  for (let seed = 0; seed < 12; seed++) {
    const chance = seeded(seed * 31 + 5)
    const story = await draftBy(db, cast.reporter)
    const draft = await draftOf(db, story, cast.reporter)
    const copy = withoutPictures(randomCopy(seed))
    const saved = await saveDraft(db, story, { ...draft?.content, copy, version: 2 }, cast.reporter, NOON)
    if (!saved.ok) continue // the desk's own nodes and photos of others are not a contributor's to save
    await move(db, cast, cast.reporter, story, 'submit')
    await move(db, cast, cast.editor, story, 'claim')
    for (let round = 0; round < 5; round++) {
      const { copy: now } = await rowOf(story)
      const next = withoutPictures(editedAtRandom(now, chance, 1 + chance(3)))
      const how = chance(2) === 0 ? 'direct' : 'suggest'
      const done = await edit(story, { copy: next, how, keep: chance(2) === 0 }, round * 5)
      expect(done, `edit ${round} of ${seed}`).toMatchObject({ ok: true })
    }
    await move(db, cast, cast.editor, story, 'sendForSignOff')
    const row = await rowOf(story)
    const open = await openEdit(db, row)
    if (!open) continue
    asked++
    expect(hashOf(open.edited.content), `words of ${seed}`).toBe((await chainOf(story)).edited.hash)
    expect(open.edited.content.copy, `now of ${seed}`).toEqual(row.copy)
    const all = editSubset(open.base.content, open.edited.content, () => true)
    const none = editSubset(open.base.content, open.edited.content, () => false)
    expect([all, none], `subsets of ${seed}`).toEqual([open.edited.content, open.base.content])
  }
  expect(asked).toBeGreaterThan(5)
})

test('words saved while typing become no revision; Save, another way of editing and a move make one', async () => {
  const story = await claimed()
  const typed = (headline: string, how: 'suggest' | 'direct' = 'suggest') => edit(story, { headline, how, keep: false })
  await typed('Bridge o')
  await typed('Bridge opened')
  expect(await whys(story)).toEqual(['submit'])
  await typed('Bridge opened today', 'direct')
  expect(await whys(story)).toEqual(['submit', 'desk'])
  await edit(story, { headline: 'Bridge opened today', how: 'direct' })
  expect(await whys(story)).toEqual(['submit', 'desk', 'desk'])
  await typed('Bridge opened at noon')
  await move(db, cast, cast.editor, story, 'handOver', { to: cast.otherEditor.publicId, deskNote: 'Yours.' })
  const row = await rowOf(story)
  const [last] = await db
    .select()
    .from(revisions)
    .where(eq(revisions.storyId, row.id))
    .orderBy(asc(revisions.number))
    .then((rows) => rows.slice(-1))
  expect(last).toMatchObject({ why: 'desk', byId: cast.editor.id })
  expect(last?.content).toMatchObject({ headline: 'Bridge opened at noon' })
  expect(row.revisionId).toBe(last?.id)
  const [log] = await db.select().from(deskLog).where(eq(deskLog.move, 'handOver'))
  expect(log?.revisionHash).toBe(last?.hash)
})

test('of two windows the slower is refused, told the other words, and its own are kept', async () => {
  const story = await claimed()
  const version = await versionOf(db, story, cast.reporter)
  const first = await editCopy(db, story, { version, headline: 'First', window: 'window-one' }, cast.editor, later(1))
  expect(first).toMatchObject({ ok: true, version: version + 1 })
  const second = { version, headline: 'Second', window: 'window-two' }
  expect(await editCopy(db, story, second, cast.editor, later(2))).toMatchObject({
    because: 'changed',
    version: version + 1,
    theirs: { headline: 'First' },
    yours: false,
  })
  // The same window, whose answer was lost, has nothing to choose between.
  const again = { version, headline: 'First and more', window: 'window-one' }
  expect(await editCopy(db, story, again, cast.editor, later(2))).toMatchObject({ because: 'changed', yours: true })
  expect((await rowOf(story)).headline).toBe('First')
  expect(await asidesOf(story)).toEqual(['Second'])
})

test('who lost the claim is told who has it, and what they had typed is kept; a stranger and the author change nothing', async () => {
  const story = await claimed()
  await move(db, cast, cast.editor, story, 'handOver', { to: cast.otherEditor.publicId, deskNote: 'Yours.' })
  expect(await edit(story, { headline: 'Typed before I knew' })).toEqual({
    ok: false,
    because: 'not-holder',
    holder: cast.otherEditor.name,
  })
  expect(await asidesOf(story)).toEqual(['Typed before I knew'])
  expect(await edit(story, { headline: 'Mine' }, 5, cast.otherReporter)).toEqual({ ok: false, because: 'not-found' })
  expect(await edit(story, { headline: 'Mine' }, 5, cast.reporter)).toMatchObject({ because: 'not-holder' })
  expect(await asidesOf(story)).toEqual(['Typed before I knew'])
  const approved = await storyIn(db, cast, 'approved')
  expect(await edit(approved, { headline: 'Too late' })).toMatchObject({ because: 'not-in-review', state: 'approved' })
  expect(await asidesOf(approved)).toEqual(['Too late'])
})

test('a reason stays with its change while the words around it, and their base, change', async () => {
  const story = await claimed()
  await edit(story, { copy: copyOf('The old mayor opened the bridge.', ...own.slice(1)), keep: false })
  const pendingVersion = await versionOf(db, story, cast.reporter)
  await edit(story, { copy: copyOf('The old mayor opened the bridge.', ...own.slice(1)) })
  const chain = await chainOf(story)
  const [change] = (await suggestedIn(db, chain))?.changes ?? []
  const reason = { version: pendingVersion, change: change?.key ?? '', reason: ' He is  eighty. ' }
  expect(await giveReason(db, story, reason, cast.editor, later(6))).toEqual({ ok: true })
  expect(await giveReason(db, story, { ...reason, change: 'inline:1-1:1-1' }, cast.editor, later(6))).toMatchObject({
    because: 'no-such-change',
  })
  expect(await giveReason(db, story, reason, cast.otherEditor, later(6))).toMatchObject({ because: 'not-holder' })
  expect(await giveReason(db, story, { ...reason, version: 1 }, cast.editor, later(6))).toMatchObject({
    because: 'changed',
  })
  // A direct edit before it, another suggestion after it.
  await edit(story, { how: 'direct', headline: 'The bridge opens' })
  await edit(story, { copy: copyOf('The old mayor opened the bridge.', ...own.slice(1, 3), 'It rained all day.') })
  await move(db, cast, cast.editor, story, 'sendForSignOff')
  const asked = await suggestionsOf(db, await rowOf(story))
  expect(asked?.list.map(({ added, reason: why }) => [added, why])).toEqual([
    ['old ', 'He is eighty.'],
    [' all day', ''],
  ])
  expect((await reasonsOf(db, await chainOf(story))).size).toBe(1)
})

async function asidesOf(story: string): Promise<string[]> {
  const { id } = await rowOf(story)
  const kept = await db
    .select()
    .from(revisions)
    .where(and(eq(revisions.storyId, id), eq(revisions.why, 'conflict')))
    .orderBy(asc(revisions.number))
  return kept.map(({ content }) => (content as StoryContent).headline)
}

type Copy = StoryContent['copy']

/** Without photos, which no story of a test has, and without what only the desk may write. */
function withoutPictures(copy: Copy): Copy {
  const text = JSON.stringify(copy, (_key, value: unknown) => {
    if (!Array.isArray(value)) return value
    return value.filter((part) => !['figure', 'correction', 'editorNote'].includes(part?.type))
  })
  const { content } = JSON.parse(text) as Copy
  return {
    type: 'doc',
    content: content.some(({ type }) => type !== 'dateline') ? content : [...content, { type: 'paragraph' }],
  } as Copy
}
