// Checks on a story: recorded with evidence, kept when they are said over, overridden with a reason, printed for readers.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import {
  checkedFor,
  overrideVerification,
  recordCheck,
  revokeOverride,
  verificationLogOf,
  verificationOf,
} from '#app/newsroom/desk/verification.server.ts'
import type { CheckKey, CheckState } from '#app/newsroom/desk/verification.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database } from '#db/client.ts'
import { interests } from '#db/schema/desk.ts'
import { sections } from '#db/schema/outlet.ts'
import { sectionRights } from '#db/schema/people.ts'
import { editions } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

async function sectionAsksFor(...checklist: CheckKey[]) {
  await db.transaction((tx) =>
    tx.update(sections).set({ checklist }).where(eq(sections.slug, 'exercises')).returning({ id: sections.id }),
  )
}

async function rowOf(publicId: string) {
  const [row] = await db.select().from(stories).where(eq(stories.publicId, publicId))
  if (!row) throw new Error('no such story')
  return row
}

const verification = async (publicId: string) => verificationOf(db, await rowOf(publicId))
const record = (
  story: string,
  check: string,
  state: CheckState = 'done',
  evidence = 'Rang the town hall.',
  who: Person = cast.editor,
  when = NOON,
) => recordCheck(db, { story, check, state, evidence }, who, when)

test('a section that asks for nothing leaves every story complete', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await verification(story)).toMatchObject({ state: 'complete', override: null })
  expect(await overrideVerification(db, { story, reason: 'No time.' }, cast.editor, NOON)).toEqual({
    ok: false,
    because: 'nothing-open',
  })
})

test('checks are recorded with evidence, person and time until all that is asked is answered', async () => {
  await sectionAsksFor('source', 'date')
  const story = await storyIn(db, cast, 'in_review')
  const before = await rowOf(story)
  expect(await verification(story)).toMatchObject({ state: 'open' })
  expect(await record(story, 'source')).toEqual({ ok: true, state: 'open' })
  expect(await record(story, 'date', 'not-needed', 'An essay, no event.', cast.otherEditor, later(5))).toEqual({
    ok: true,
    state: 'complete',
  })
  expect(await record(story, 'consent', 'done', 'Both agreed.')).toEqual({ ok: true, state: 'complete' })
  const { checks } = await verification(story)
  expect(checks).toMatchObject([
    { key: 'source', asked: true, state: 'done', evidence: 'Rang the town hall.', byName: 'Day editor' },
    { key: 'date', asked: true, state: 'not-needed', byName: 'Night editor', at: later(5).toISOString() },
    { key: 'place', asked: false, state: 'open', byName: null, at: null },
    { key: 'original', asked: false, state: 'open' },
    { key: 'consent', asked: false, state: 'done' },
    { key: 'right-of-reply', asked: false, state: 'open' },
  ])
  expect(await checkedFor(db, before.id)).toEqual(['source', 'consent'])
  expect(await rowOf(story)).toEqual(before)
})

test('a check set back counts as open again, and what was said before stays in the log', async () => {
  await sectionAsksFor('source')
  const story = await storyIn(db, cast, 'in_review')
  await record(story, 'source')
  expect(await record(story, 'source', 'open', '', cast.otherEditor, later(3))).toEqual({ ok: true, state: 'open' })
  const { id } = await rowOf(story)
  expect(await verificationLogOf(db, id)).toMatchObject([
    { act: 'open', check: 'source', words: '', byName: 'Night editor', at: later(3).toISOString() },
    { act: 'done', check: 'source', words: 'Rang the town hall.', byName: 'Day editor', at: NOON.toISOString() },
  ])
})

test('of two editors who saw the same record, the second is told and nothing is lost', async () => {
  const story = await storyIn(db, cast, 'in_review')
  const both = { story, check: 'place', state: 'done' as const, seen: '' }
  const first = recordCheck(db, { ...both, evidence: 'Seen on the map.' }, cast.editor, later(1))
  const second = recordCheck(db, { ...both, evidence: 'I was there.' }, cast.otherEditor, later(1))
  expect([await first, await second]).toEqual([
    { ok: true, state: 'complete' },
    { ok: false, because: 'changed' },
  ])
  const seen = later(1).toISOString()
  expect(await recordCheck(db, { ...both, evidence: 'I was there.', seen }, cast.otherEditor, later(2))).toMatchObject({
    ok: true,
  })
})

test('what is not said, too long or unknown is refused and leaves no row', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await record(story, 'source', 'done', ' \n ')).toEqual({ ok: false, because: 'no-evidence' })
  expect(await record(story, 'source', 'not-needed', '')).toEqual({ ok: false, because: 'no-evidence' })
  expect(await record(story, 'source', 'done', 'x'.repeat(2001))).toEqual({ ok: false, because: 'too-long' })
  expect(await record(story, 'horoscope')).toEqual({ ok: false, because: 'no-such-check' })
  expect(await record('nosuchstory', 'source')).toEqual({ ok: false, because: 'not-found' })
  expect(await verificationLogOf(db, (await rowOf(story)).id)).toEqual([])
})

test('never the reporter, never an editor on their own story or with an interest, never what is decided', async () => {
  const story = await storyIn(db, cast, 'in_review')
  expect(await record(story, 'source', 'done', 'Me.', cast.reporter)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await record(story, 'source', 'done', 'Me.', cast.otherReporter)).toEqual({ ok: false, because: 'not-found' })
  const { id } = await rowOf(story)
  await db.transaction(async (tx) => {
    await tx.insert(interests).values({ storyId: id, personId: cast.otherEditor.id, at: NOON }).returning()
    await tx.update(stories).set({ ownerId: cast.admin.id }).where(eq(stories.id, id)).returning({ id: stories.id })
  })
  expect(await record(story, 'source', 'done', 'Me.', cast.otherEditor)).toEqual({ ok: false, because: 'interest' })
  expect(await record(story, 'source', 'done', 'Me.', cast.admin)).toEqual({ ok: false, because: 'own-story' })
  expect(await overrideVerification(db, { story, reason: 'Me.' }, cast.admin, NOON)).toEqual({
    ok: false,
    because: 'own-story',
  })
  await db.transaction(async (tx) => {
    const [other] = await tx.select({ id: sections.id }).from(sections).where(eq(sections.slug, 'history'))
    await tx
      .insert(sectionRights)
      .values({ personId: cast.editor.id, sectionId: other?.id ?? 0, edit: true, publish: true })
      .returning()
  })
  expect(await record(story, 'source')).toEqual({ ok: false, because: 'no-edit-right' })
  await db.transaction((tx) => tx.delete(sectionRights).returning({ personId: sectionRights.personId }))
  const declined = await storyIn(db, cast, 'declined', 'Another bridge')
  expect(await record(declined, 'source')).toEqual({ ok: false, because: 'closed' })
})

test('an override takes a reason, is shown while it holds, and can be taken back', async () => {
  await sectionAsksFor('source', 'right-of-reply')
  const story = await storyIn(db, cast, 'in_review')
  await record(story, 'source')
  expect(await overrideVerification(db, { story, reason: ' ' }, cast.editor, NOON)).toEqual({
    ok: false,
    because: 'no-reason',
  })
  const reason = 'The ministry answers on Monday; the road is closed today.'
  expect(await overrideVerification(db, { story, reason }, cast.editor, NOON)).toEqual({
    ok: true,
    state: 'overridden',
  })
  expect(await overrideVerification(db, { story, reason }, cast.otherEditor, NOON)).toEqual({
    ok: false,
    because: 'already-overridden',
  })
  expect(await verification(story)).toMatchObject({
    state: 'overridden',
    override: { reason, byName: 'Day editor', at: NOON.toISOString() },
  })
  expect(await revokeOverride(db, { story }, cast.otherEditor, later(2))).toEqual({ ok: true, state: 'open' })
  expect(await revokeOverride(db, { story }, cast.otherEditor, later(2))).toEqual({
    ok: false,
    because: 'not-overridden',
  })
  expect((await verificationLogOf(db, (await rowOf(story)).id)).map(({ act }) => act)).toEqual([
    'revoke',
    'override',
    'done',
  ])
  expect(await overrideVerification(db, { story, reason }, cast.editor, later(3))).toMatchObject({ ok: true })
})

test('an edition prints what was done when it was printed, and nothing of what was passed over', async () => {
  await sectionAsksFor('source', 'date', 'right-of-reply')
  const story = await storyIn(db, cast, 'in_review')
  await record(story, 'source')
  await record(story, 'date', 'not-needed', 'No date in it.')
  await overrideVerification(db, { story, reason: 'It burns now.' }, cast.editor, NOON)
  expect(await move(db, cast, cast.editor, story, 'approve')).toMatchObject({ ok: true })
  expect(await move(db, cast, cast.editor, story, 'publish')).toMatchObject({ ok: true })
  await record(story, 'right-of-reply', 'done', 'They answered.', cast.editor, later(60))
  const printed = await db.select({ checked: editions.checked }).from(editions)
  expect(printed).toEqual([{ checked: ['source'] }])
})
