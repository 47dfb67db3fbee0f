// The admin's routes: who gets in, what each act answers, and which refusals are said.
import { afterAll, expect, test } from 'vitest'
import { loader as profilePage } from '#app/routes/account/profile.tsx'
import { action as act, loader as contributorPage } from '#app/routes/admin/contributor.tsx'
import { loader as contributors } from '#app/routes/admin/contributors.tsx'
import { loader as health, action as tryAgain } from '#app/routes/admin/health.tsx'
import { loader as log } from '#app/routes/admin/log.tsx'
import { letters } from '#db/schema/letters.ts'
import { NOON } from '../../cast.ts'
import { outbox } from '../../newsroom/people/mailbox.ts'
import { closeDatabases } from '../../newsroom.ts'
import { openHouse } from '../account/visits.ts'

afterAll(closeDatabases)

const pages = { '/admin': health, '/admin/contributors': contributors, '/admin/log': log }

test('only admins get in', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  for (const [path, page] of Object.entries(pages)) {
    expect(await visit(page, path)).toMatchObject({
      status: 302,
      location: `/sign-in?next=${encodeURIComponent(path)}`,
    })
    for (const who of [cast.reporter, cast.editor])
      expect((await visit(page, path, { cookie: await cookieOf(who.id) })).status).toBe(403)
    expect((await visit(page, path, { cookie: await cookieOf(cast.admin.id) })).status).toBe(200)
  }
  const params = { id: cast.reporter.publicId }
  const path = `/admin/contributors/${cast.reporter.publicId}`
  const cookie = await cookieOf(cast.editor.id)
  expect((await visit(contributorPage, path, { cookie, params })).status).toBe(403)
  expect((await visit(act, path, { cookie, params, form: { act: 'make-admin' } })).status).toBe(403)
  expect((await visit(act, path, { params, form: { act: 'make-admin' } })).status).toBe(401)
  expect((await visit(tryAgain, '/admin', { cookie, form: { letter: '1' } })).status).toBe(403)
})

test('on the open net an admin without a second step is sent to turn it on', async () => {
  const { visit, cast, cookieOf } = await openHouse({ local: false })
  const answer = await visit(health, '/admin', { cookie: await cookieOf(cast.admin.id) })
  expect(answer).toMatchObject({ status: 302, location: '/account/security?need=two-step' })
})

test('an act answers with a notice; the person is signed out and told', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const theirs = await cookieOf(cast.reporter.id)
  const params = { id: cast.reporter.publicId }
  const path = `/admin/contributors/${cast.reporter.publicId}`
  const cookie = await cookieOf(cast.admin.id)
  const suspended = await visit(act, path, {
    cookie,
    params,
    form: { act: 'suspend', reason: 'Sent an advertisement.' },
  })
  expect(suspended).toMatchObject({ status: 303, location: `${path}?done=suspend` })
  expect((await visit(profilePage, '/account', { cookie: theirs })).status).toBe(302)
  expect((await outbox(db)).at(-1)).toMatchObject({ kind: 'suspended', to: cast.reporter.email })
  const page = await visit(contributorPage, `${path}?done=suspend`, { cookie, params })
  expect(page.data).toMatchObject({ done: 'suspend', page: { acts: ['lift-suspension'] } })
})

test('refusals are said: no reason 422, the last admin 409, nobody there 404, nonsense 422', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.admin.id)
  const order = (id: string, form: Record<string, string>) =>
    visit(act, `/admin/contributors/${id}`, { cookie, params: { id }, form })
  expect(await order(cast.reporter.publicId, { act: 'suspend', reason: '  ' })).toMatchObject({
    status: 422,
    data: { act: 'suspend', faults: [{ field: 'reason' }] },
  })
  const long = await order(cast.reporter.publicId, { act: 'suspend', reason: 'x'.repeat(1001) })
  expect(long).toMatchObject({ status: 422, data: { act: 'suspend', reason: 'x'.repeat(1001) } })
  expect(await order(cast.admin.publicId, { act: 'make-editor' })).toMatchObject({
    status: 409,
    data: { faults: [{ field: '', message: expect.stringContaining('last active admin') }] },
  })
  expect((await order(cast.unconfirmed.publicId, { act: 'make-editor' })).status).toBe(409)
  expect((await order('nobody', { act: 'make-editor' })).status).toBe(404)
  expect((await order(cast.reporter.publicId, { act: 'delete' })).status).toBe(422)
  expect(
    (await visit(contributorPage, '/admin/contributors/nobody', { cookie, params: { id: 'nobody' } })).status,
  ).toBe(404)
})

test('the list answers any query with a page', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.admin.id)
  const names = async (query: string) => {
    const { data } = await visit(contributors, `/admin/contributors${query}`, { cookie })
    return (data as { rows: { name: string }[] }).rows.map((row) => row.name)
  }
  expect(await names('?q=day')).toEqual(['Day editor'])
  expect(await names('?role=admin')).toEqual([cast.admin.name])
  expect(await names('?q=nobody+at+all')).toEqual([])
  expect((await names('?role=god&after=%00')).length).toBe(6)
})

test('a dead letter is tried again once', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.admin.id)
  const dead = { key: 'a', kind: 'role', toEmail: 'a@example.org', toName: 'A', content: {}, state: 'dead' } as const
  const [row] = await db.transaction((tx) =>
    tx
      .insert(letters)
      .values({ ...dead, notBefore: NOON, createdAt: NOON })
      .returning({ id: letters.id }),
  )
  const again = () => visit(tryAgain, '/admin', { cookie, form: { letter: String(row?.id) } })
  expect((await again()).location).toBe('/admin?done=letter-again')
  expect((await again()).status).toBe(409)
  expect((await visit(tryAgain, '/admin', { cookie, form: { letter: 'one' } })).status).toBe(422)
})
