// What an admin allows besides the role: sections to edit and publish in, opening identities, protecting a reporter.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { contributorPage } from '#app/newsroom/people/contributors.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { changeRight, changeSectionRights, sectionRightsOf } from '#app/newsroom/people/rights.server.ts'
import { changeStanding } from '#app/newsroom/people/roles.server.ts'
import type { Database } from '#db/client.ts'
import { people, peopleLog, sectionRights } from '#db/schema/people.ts'
import { castOf, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { outbox } from './mailbox.ts'

afterAll(closeDatabases)

const everywhere = { everywhere: true, edit: [], publish: [] }
const some = { everywhere: false, edit: ['exercises', 'history'], publish: ['history'] }

test('an editor is limited to sections and freed again; each time a log row and a letter', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  expect(await sectionRightsOf(db, editor.id)).toMatchObject({
    everywhere: true,
    rights: [{ edit: true }, { edit: true }],
  })
  expect(await changeSectionRights(db, editor.publicId, some, admin, NOON)).toEqual({ ok: true })
  expect(await sectionRightsOf(db, editor.id)).toEqual({
    everywhere: false,
    rights: [
      { slug: 'exercises', name: 'Exercises', edit: true, publish: false },
      { slug: 'history', name: 'History', edit: true, publish: true },
    ],
  })
  const letter = (await outbox(db)).at(-1)
  expect(letter).toMatchObject({ kind: 'section-rights', to: editor.email })
  expect(letter?.content.lines).toEqual(expect.arrayContaining(['Exercises: edit', 'History: edit and publish']))
  expect(await changeSectionRights(db, editor.publicId, some, admin, NOON)).toMatchObject({
    because: 'nothing-to-change',
  })
  expect(await changeSectionRights(db, editor.publicId, everywhere, admin, NOON)).toEqual({ ok: true })
  expect(await db.select().from(sectionRights)).toEqual([])
  expect((await db.select().from(peopleLog)).map(({ act, reason }) => [act, reason])).toEqual([
    ['section-rights', 'Exercises: E · History: EP'],
    ['section-rights', ''],
  ])
})

test('what cannot be limited says why and writes nothing', async () => {
  const { db } = await freshDatabase()
  const { admin, editor, reporter } = await castOf(db)
  const limit = (who: Person, wanted: typeof some, by = admin) =>
    changeSectionRights(db, who.publicId, wanted, by, NOON)
  expect(await limit(reporter, some)).toEqual({ ok: false, because: 'not-staff' })
  expect(await limit(editor, some, editor)).toEqual({ ok: false, because: 'not-allowed' })
  expect(await limit(editor, { ...some, edit: ['nowhere'] })).toEqual({ ok: false, because: 'no-section' })
  expect(await limit(editor, { everywhere: false, edit: [], publish: [] })).toEqual({
    ok: false,
    because: 'no-section',
  })
  expect(await changeSectionRights(db, 'nobody', some, admin, NOON)).toEqual({ ok: false, because: 'not-found' })
  expect(await db.select().from(sectionRights)).toEqual([])
  expect(await outbox(db)).toEqual([])
})

test('who leaves the desk leaves its rights there', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  await changeSectionRights(db, editor.publicId, some, admin, NOON)
  await changeRight(db, { publicId: editor.publicId, act: 'allow-identity' }, admin, NOON)
  await changeStanding(db, { publicId: editor.publicId, act: 'make-contributor' }, admin, NOON)
  await changeStanding(db, { publicId: editor.publicId, act: 'make-editor' }, admin, NOON)
  expect(await rowOf(db, editor)).toMatchObject({ role: 'editor', mayOpenIdentity: false })
  expect(await db.select().from(sectionRights)).toEqual([])
})

test('an admin protects a reporter, tells them, and cannot make them an editor or end it', async () => {
  const { db } = await freshDatabase()
  const { admin, reporter, editor } = await castOf(db)
  const act = (who: Person, what: 'protect') => changeRight(db, { publicId: who.publicId, act: what }, admin, NOON)
  expect(await act(editor, 'protect')).toEqual({ ok: false, because: 'not-a-contributor' })
  expect(await act(reporter, 'protect')).toEqual({ ok: true })
  expect(await act(reporter, 'protect')).toEqual({ ok: false, because: 'nothing-to-change' })
  expect((await outbox(db)).at(-1)).toMatchObject({ kind: 'identity-protected', to: reporter.email })
  const page = await contributorPage(db, reporter.publicId, NOON)
  expect(page).toMatchObject({ person: { protected: true }, rightActs: [], sections: null })
  expect(page?.acts).toEqual(['suspend'])
  const made = await changeStanding(db, { publicId: reporter.publicId, act: 'make-editor' }, admin, NOON)
  expect(made).toEqual({ ok: false, because: 'protected' })
  expect(await rowOf(db, reporter)).toMatchObject({ role: 'contributor', protectedAt: NOON })
})

async function rowOf(db: Database, { id }: Person) {
  const [row] = await db.select().from(people).where(eq(people.id, id))
  return row
}
