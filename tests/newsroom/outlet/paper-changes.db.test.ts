// The journal of what readers get: every change names the parts it touches, and each reader of it learns of it once.
import { eq, like } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { saveSection } from '#app/newsroom/outlet/edit-sections.server.ts'
import { outletOf, saveOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import {
  type ChangeReader,
  changeReader,
  markPurged,
  paperChanged,
  sweepPaperChanges,
  unpurged,
} from '#app/newsroom/outlet/paper-changes.server.ts'
import { saveProfile } from '#app/newsroom/people/profile.server.ts'
import { changeStanding } from '#app/newsroom/people/roles.server.ts'
import { nextChange } from '#app/newsroom/press/next-change.server.ts'
import { closeCall, makeCall } from '#app/newsroom/story/open-calls.server.ts'
import type { Database } from '#db/client.ts'
import { paperChanges } from '#db/schema/outlet.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let changes: ChangeReader
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  changes = changeReader(db)
  await changes()
})
afterAll(closeDatabases)

const sorted = async () => [...(await changes())].sort()

test('each reader of the journal learns of a change once, and of nothing from before it began', async () => {
  await db.transaction((tx) => paperChanged(tx, ['lists', 'story-a', 'lists'], NOON))
  const younger = changeReader(db)
  expect(await younger()).toEqual([])
  expect(await sorted()).toEqual(['lists', 'story-a'])
  await db.transaction((tx) => paperChanged(tx, ['story-b'], NOON))
  expect([await sorted(), await younger()]).toEqual([['story-b'], ['story-b']])
  expect([await sorted(), await younger()]).toEqual([[], []])
})

test('a change whose number was taken earlier and committed later is not missed', async () => {
  await db.transaction((tx) => paperChanged(tx, ['story-a'], NOON))
  await db.transaction((tx) => paperChanged(tx, ['story-b'], NOON))
  const [taken] = await db.select({ id: paperChanges.id }).from(paperChanges).where(like(paperChanges.keys, 'story-a'))
  await db.transaction((tx) =>
    tx
      .delete(paperChanges)
      .where(eq(paperChanges.id, taken?.id ?? 0))
      .returning(),
  )
  expect(await changes()).toEqual(['story-b'])
  await db.transaction((tx) =>
    tx
      .insert(paperChanges)
      .values({ id: taken?.id ?? 0, keys: 'story-a', at: NOON })
      .returning(),
  )
  expect(await changes()).toEqual(['story-a'])
})

test('more changes than can be looked at are one of the whole paper', async () => {
  await db.transaction(async (tx) => {
    for (let n = 0; n < 700; n++) await paperChanged(tx, [`story-${n}`], NOON)
  })
  expect(await changes()).toEqual(['paper'])
})

test('printing, taking down and putting back touch the story’s page and every list it is in, and no other', async () => {
  const story = await storyIn(db, cast, 'published')
  const [row] = await db
    .select({ slug: publications.slug })
    .from(publications)
    .innerJoin(stories, eq(stories.id, publications.storyId))
    .where(eq(stories.publicId, story))
  const keys = await sorted()
  expect(keys).toEqual(expect.arrayContaining(['lists', `story-${row?.slug}`]))
  expect(keys.filter((key) => key.startsWith('section-'))).toHaveLength(1)
  expect(keys.filter((key) => key.startsWith('byline-'))).toHaveLength(1)
  expect(keys).not.toContain('paper')
  expect(await move(db, cast, cast.admin, story, 'unpublish', { deskNote: 'A mistake of ours.' })).toMatchObject({
    ok: true,
  })
  expect((await sorted()).filter((key) => key !== 'corrections')).toEqual(keys.filter((key) => key !== 'corrections'))
})

test('outlet, sections, calls and the team are written down too', async () => {
  await saveOutlet(db, await outletOf(db), cast.admin, NOON)
  expect(await sorted()).toEqual(['paper'])
  const rules = { slug: 'sport', name: 'Sport', description: '', position: 9, answerWithinHours: 24 }
  const more = { approvals: 1, fourEyes: false, silenceAgrees: true, checklist: [] }
  expect(await saveSection(db, null, { ...rules, ...more }, cast.admin, NOON)).toMatchObject({ ok: true })
  expect(await sorted()).toEqual(['paper'])
  const input = { title: 'Bridges', text: 'Who repairs them?', section: '', topic: '', until: '' }
  const made = await makeCall(db, input, cast.editor, NOON, cast.press)
  if (!made.ok) throw new Error(made.because)
  expect(await sorted()).toEqual(['calls'])
  await closeCall(db, made.slug, cast.editor, NOON, cast.press)
  expect(await sorted()).toEqual(['calls'])
  await saveProfile(db, { name: 'Day editor', language: 'en', about: 'Edits by day.' }, cast.editor, NOON)
  expect(await sorted()).toEqual(['team'])
  await saveProfile(db, { name: 'Reporter', language: 'en', about: 'Writes.' }, cast.reporter, NOON)
  expect(await sorted()).toEqual([])
  await changeStanding(db, { publicId: cast.editor.publicId, act: 'make-contributor' }, cast.admin, NOON)
  expect(await sorted()).toEqual(['team'])
})

test('what was told to a cache in front is not told again; what is older than a week is forgotten, but the numbers go on', async () => {
  await db.transaction((tx) => paperChanged(tx, ['story-a'], NOON))
  const { ids, keys } = await unpurged(db)
  expect(keys).toContain('story-a')
  await markPurged(db, ids, NOON)
  expect(await unpurged(db)).toEqual({ ids: [], keys: [] })
  await sweepPaperChanges(db, later(8 * 24 * 60))
  expect(await db.select({ keys: paperChanges.keys }).from(paperChanges)).toEqual([{ keys: 'story-a' }])
})

test('the next known change is the next story of the clock or the end of a call, whichever is first', async () => {
  expect(await nextChange(db, NOON)).toBeNull()
  const story = await storyIn(db, cast, 'scheduled')
  const at = async (when: Date) => {
    await db.transaction((tx) =>
      tx.update(stories).set({ publishAt: when }).where(eq(stories.publicId, story)).returning({ id: stories.id }),
    )
    return nextChange(db, NOON)
  }
  expect(await at(later(90))).toEqual(later(90))
  expect(await at(later(-5)), 'an overdue one comes at any moment').toEqual(later(-5))
  const input = { title: 'Bridges', text: 'Who repairs them?', section: '', topic: '', until: '2026-11-26' }
  await makeCall(db, input, cast.editor, NOON, cast.press)
  const first = await at(later(10 * 24 * 60))
  expect(first?.getTime()).toBeGreaterThan(later(24 * 60).getTime())
  expect(first?.getTime()).toBeLessThan(later(4 * 24 * 60).getTime())
})
