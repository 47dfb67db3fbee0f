// What admins do to accounts: rights, suspension, the last admin, and who may.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#app/newsroom/people/person.ts'
import { changeStanding, type StandingAct, standingActsFor } from '#app/newsroom/people/roles.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import type { Database } from '#db/client.ts'
import { people, peopleLog } from '#db/schema/people.ts'
import { castOf, later, NOON, person } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { outbox, withTwoStep } from './mailbox.ts'

afterAll(closeDatabases)

test('an admin makes an editor: the role, the log and a letter', async () => {
  const { db } = await freshDatabase()
  const { admin, reporter } = await castOf(db)
  expect(await change(db, reporter, 'make-editor', admin)).toEqual({ ok: true })
  expect(await roleOf(db, reporter)).toBe('editor')
  expect((await outbox(db)).at(-1)).toMatchObject({ kind: 'role', to: reporter.email })
  const [entry] = await db.select().from(peopleLog)
  expect(entry).toMatchObject({ personId: reporter.id, byId: admin.id, act: 'made-editor', at: NOON })
})

test('only an active admin may, by the database and not by what a request believes', async () => {
  const { db } = await freshDatabase()
  const { editor, reporter, admin } = await castOf(db)
  const refused = { ok: false, because: 'not-allowed' }
  expect(await change(db, reporter, 'make-editor', editor)).toEqual(refused)
  expect(await change(db, reporter, 'make-editor', { ...editor, role: 'admin' })).toEqual(refused)
  const second = await person(db, 'admin', 'Second admin')
  await change(db, second, 'suspend', admin, 'On leave.')
  expect(await change(db, reporter, 'make-editor', second)).toEqual(refused)
  expect(await roleOf(db, reporter)).toBe('contributor')
})

test('an address that nobody confirmed cannot get more rights', async () => {
  const { db } = await freshDatabase()
  const { admin, unconfirmed } = await castOf(db)
  expect(await change(db, unconfirmed, 'make-editor', admin)).toEqual({ ok: false, because: 'not-confirmed' })
  expect(await change(db, unconfirmed, 'make-admin', admin)).toEqual({ ok: false, because: 'not-confirmed' })
})

test('the last active admin can be neither demoted nor suspended, not even by themselves', async () => {
  const { db } = await freshDatabase()
  const { admin } = await castOf(db)
  const last = { ok: false, because: 'last-admin' }
  expect(await change(db, admin, 'make-contributor', admin)).toEqual(last)
  expect(await change(db, admin, 'suspend', admin, 'Tired.')).toEqual(last)
  const second = await person(db, 'admin', 'Second admin')
  await change(db, second, 'suspend', admin, 'On leave.')
  expect(await change(db, admin, 'make-editor', admin)).toEqual(last) // a suspended admin does not count
  await change(db, second, 'lift-suspension', admin)
  expect(await change(db, admin, 'make-editor', admin)).toEqual({ ok: true })
})

test('two admins who demote each other at once leave one admin', async () => {
  for (const act of ['make-contributor', 'suspend'] as const) {
    const { db } = await freshDatabase()
    const { admin } = await castOf(db)
    const second = await person(db, 'admin', 'Second admin')
    const both = await Promise.all([
      change(db, second, act, admin, 'You go.'),
      change(db, admin, act, second, 'No, you go.'),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const rows = await db.select().from(people).where(eq(people.role, 'admin'))
    expect(rows.filter((row) => !row.suspendedAt)).toHaveLength(1)
  }
})

test('a suspension needs a reason, which the person reads, and ends their sessions at once', async () => {
  const { db } = await freshDatabase()
  const { admin, reporter } = await castOf(db)
  const door = openSessions(db, { secure: false, local: true })
  const cookie = (await door.start(reporter.id, NOON)).split(';')[0] ?? ''
  const request = new Request('http://localhost:3000/', { headers: { cookie } })
  expect((await door.read(request, NOON)).person?.id).toBe(reporter.id)
  expect(await change(db, reporter, 'suspend', admin, '   ')).toEqual({ ok: false, because: 'reason-missing' })
  expect(await change(db, reporter, 'suspend', admin, 'Sent an advertisement.')).toEqual({ ok: true })
  expect((await door.read(request, NOON)).person).toBeNull()
  expect((await outbox(db)).at(-1)?.content.lines.join(' ')).toContain('Sent an advertisement.')
  expect(await change(db, reporter, 'make-editor', admin)).toEqual({ ok: false, because: 'suspended' })
  expect(await change(db, reporter, 'suspend', admin, 'Again.')).toEqual({ ok: false, because: 'nothing-to-change' })
  expect(await change(db, reporter, 'lift-suspension', admin)).toEqual({ ok: true })
  expect((await outbox(db)).at(-1)?.kind).toBe('suspension-lifted')
})

test('a change of role ends the sessions too', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  const door = openSessions(db, { secure: false, local: true })
  const cookie = (await door.start(editor.id, NOON)).split(';')[0] ?? ''
  await change(db, editor, 'make-contributor', admin)
  const request = new Request('http://localhost:3000/', { headers: { cookie } })
  expect((await door.read(request, later(1))).person).toBeNull()
})

test('an admin can turn two steps off for somebody who lost their phone', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  await withTwoStep(db, editor, NOON)
  expect(await change(db, editor, 'turn-off-two-step', admin)).toEqual({ ok: true })
  const [row] = await db.select().from(people).where(eq(people.id, editor.id))
  expect(row).toMatchObject({ totpSealed: null, totpLastStep: null })
})

test('nobody there, and nothing to change, are refusals', async () => {
  const { db } = await freshDatabase()
  const { admin, editor } = await castOf(db)
  const nobody = { ...editor, publicId: 'nobody' }
  expect(await change(db, nobody, 'make-admin', admin)).toEqual({ ok: false, because: 'not-found' })
  expect(await change(db, editor, 'make-editor', admin)).toEqual({ ok: false, because: 'nothing-to-change' })
  expect(await outbox(db)).toEqual([])
})

test('the page offers what can be done to an account as it is', () => {
  const plain = { role: 'contributor', suspended: false, confirmed: true, twoStep: false } as const
  expect(standingActsFor(plain)).toEqual(['make-editor', 'make-admin', 'suspend'])
  expect(standingActsFor({ ...plain, confirmed: false })).toEqual(['suspend'])
  expect(standingActsFor({ ...plain, suspended: true })).toEqual(['lift-suspension'])
  expect(standingActsFor({ ...plain, role: 'admin', twoStep: true })).toEqual([
    'make-contributor',
    'make-editor',
    'suspend',
    'turn-off-two-step',
  ])
})

function change(db: Database, whom: Person, act: StandingAct, who: Person, reason = '') {
  return changeStanding(db, { publicId: whom.publicId, act, reason }, who, NOON)
}

async function roleOf(db: Database, who: Person) {
  const [row] = await db.select({ role: people.role }).from(people).where(eq(people.id, who.id))
  return row?.role
}
