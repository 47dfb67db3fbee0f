// Sections as an admin changes them: who may, what stays, what can be deleted, and that other processes hear of it.

import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import {
  deleteSection,
  type SectionRules,
  saveSection,
  sectionRules,
  sectionToEdit,
} from '#app/newsroom/outlet/edit-sections.server.ts'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import { outlets } from '#db/schema/outlet.ts'
import { people, peopleLog } from '#db/schema/people.ts'
import { castOf, draftBy, later, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

const sea: SectionRules = {
  slug: 'sea',
  name: 'Sea',
  description: 'Ships.',
  position: 0,
  answerWithinHours: 12,
  approvals: 2,
  fourEyes: true,
  silenceAgrees: false,
  checklist: ['source', 'consent'],
}

test('an admin adds, changes and deletes a section; the log and the paper’s journal say so', async () => {
  const { db } = await freshDatabase()
  const { admin } = await castOf(db)
  const changes = changeReader(db)
  await changes()
  expect(await saveSection(db, null, sea, admin, later(1))).toEqual({ ok: true, slug: 'sea' })
  expect((await sectionRules(db)).map(({ slug }) => slug)).toEqual(['sea', 'exercises', 'history'])
  expect(await changes()).toEqual(['paper'])
  const changed = { ...sea, slug: 'sea-and-air', name: 'Sea and air', position: 9, silenceAgrees: true }
  expect(await saveSection(db, 'sea', changed, admin, later(2))).toEqual({ ok: true, slug: 'sea-and-air' })
  expect((await sectionRules(db)).at(-1)).toEqual(changed)
  expect(await deleteSection(db, 'sea-and-air', admin, later(3))).toEqual({ ok: true, slug: 'sea-and-air' })
  expect(await sectionRules(db)).toHaveLength(2)
  expect((await db.select().from(peopleLog)).map(({ act, reason, personId }) => [act, reason, personId])).toEqual([
    ['changed-section', 'Sea', admin.id],
    ['changed-section', 'Sea and air', admin.id],
    ['changed-section', 'Sea and air', admin.id],
  ])
})

test('only an active admin may, by the database', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  const refused = { ok: false, because: 'not-allowed' }
  expect(await saveSection(db, null, sea, { ...editor, role: 'admin' }, NOON)).toEqual(refused)
  await db.transaction((tx) => tx.update(people).set({ suspendedAt: NOON }).where(eq(people.id, admin.id)))
  expect(await saveSection(db, null, sea, admin, NOON)).toEqual(refused)
  expect(await deleteSection(db, 'history', admin, NOON)).toEqual(refused)
  expect(await sectionRules(db)).toHaveLength(2)
})

test('an address or a name that another section has is refused; so is one that is not there', async () => {
  const { db } = await freshDatabase()
  const { admin } = await castOf(db)
  const save = (before: string | null, more: Partial<SectionRules>) =>
    saveSection(db, before, { ...sea, ...more }, admin, NOON)
  expect(await save(null, { slug: 'history' })).toEqual({ ok: false, because: 'slug-taken' })
  expect(await save(null, { name: 'History' })).toEqual({ ok: false, because: 'name-taken' })
  expect(await save('exercises', { slug: 'history' })).toEqual({ ok: false, because: 'slug-taken' })
  expect(await save('nowhere', {})).toEqual({ ok: false, because: 'not-found' })
  expect(await deleteSection(db, 'nowhere', admin, NOON)).toEqual({ ok: false, because: 'not-found' })
})

test('a section that held a story stays, and its address with it once something was printed there', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const { admin } = cast
  await draftBy(db, cast.reporter)
  expect(await deleteSection(db, 'exercises', admin, NOON)).toEqual({ ok: false, because: 'has-stories' })
  expect(await sectionToEdit(db, 'exercises')).toMatchObject({ fixed: false, used: true })
  expect(await sectionToEdit(db, 'history')).toMatchObject({ fixed: false, used: false })
  await storyIn(db, cast, 'published')
  expect(await sectionToEdit(db, 'exercises')).toMatchObject({ fixed: true, used: true })
  expect(await saveSection(db, 'exercises', { ...sea, slug: 'drills' }, admin, NOON)).toEqual({
    ok: false,
    because: 'slug-fixed',
  })
  expect(await saveSection(db, 'exercises', { ...sea, slug: 'exercises' }, admin, NOON)).toMatchObject({ ok: true })
})
