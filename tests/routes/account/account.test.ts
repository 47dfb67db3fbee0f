// The account's routes: constant answers, kept values, limits, cookies, and where one is sent afterwards.

import { Secret, TOTP } from 'otpauth'
import { afterAll, expect, test } from 'vitest'
import { action as confirm, loader as confirmPage } from '#app/routes/account/confirm-email.tsx'
import { action as forgot } from '#app/routes/account/forgot-password.tsx'
import { action as join, loader as joinPage } from '#app/routes/account/join.tsx'
import { loader as profilePage, action as saveProfile } from '#app/routes/account/profile.tsx'
import { action as reset, loader as resetPage } from '#app/routes/account/reset-password.tsx'
import { action as secure, loader as securityPage } from '#app/routes/account/security.tsx'
import { action as signIn, loader as signInPage } from '#app/routes/account/sign-in.tsx'
import { action as signOut } from '#app/routes/account/sign-out.ts'
import { sessions } from '#db/schema/people.ts'
import { later, NOON } from '../../cast.ts'
import { GOOD_PASSWORD, OTHER_PASSWORD, outbox, tokenIn } from '../../newsroom/people/mailbox.ts'
import { closeDatabases } from '../../newsroom.ts'
import { type House, openHouse } from './visits.ts'

afterAll(closeDatabases)

test('joining answers the same for a new and for a known address', async () => {
  const { visit, cast } = await openHouse()
  const form = { name: 'Reporter in Ruse', email: 'ruse@example.org', password: GOOD_PASSWORD }
  const fresh = await visit(join, '/join', { form })
  const known = await visit(join, '/join', { form: { ...form, email: cast.reporter.email } })
  expect(fresh).toMatchObject({ status: 303, location: '/join?done=sent' })
  expect(known).toEqual(fresh)
})

test('signing in answers the same for a wrong password and for an unknown address', async () => {
  const { visit, cast } = await openHouse()
  const wrong = await trySignIn(visit, cast.reporter.email, OTHER_PASSWORD)
  const unknown = await trySignIn(visit, 'ghost@example.org', OTHER_PASSWORD)
  expect(wrong.status).toBe(422)
  expect(JSON.stringify(unknown)).toBe(JSON.stringify(wrong).replace(cast.reporter.email, 'ghost@example.org'))
  expect(JSON.stringify(wrong.data)).not.toContain(OTHER_PASSWORD)
})

test('asking for a new password answers the same for every address', async () => {
  const { visit, cast } = await openHouse()
  const known = await visit(forgot, '/forgot-password', { form: { email: cast.reporter.email } })
  const unknown = await visit(forgot, '/forgot-password', { form: { email: 'ghost@example.org' } })
  expect(known).toMatchObject({ status: 303, location: '/forgot-password?done=sent' })
  expect(unknown).toEqual(known)
})

test('a faulty form comes back with a sentence at each field, with what was typed and without the password', async () => {
  const { visit, db } = await openHouse()
  const form = { name: 'R', email: 'no address', password: 'short', next: '/my/stories' }
  const answer = await visit(join, '/join', { form })
  expect(answer.status).toBe(422)
  expect(answer.data).toEqual({
    faults: [
      { field: 'name', message: 'Enter your name.' },
      { field: 'email', message: 'Enter your e-mail address, like name@example.org.' },
      { field: 'password', message: 'Enter a password with at least 8 characters.' },
    ],
    values: { name: 'R', email: 'no address', next: '/my/stories' },
  })
  const weak = await visit(join, '/join', {
    form: { ...form, name: 'Reporter', email: 'a@example.org', password: 'password' },
  })
  expect(weak).toMatchObject({ status: 422, data: { faults: [{ field: 'password' }], values: { name: 'Reporter' } } })
  const strange = await visit(join, '/join', { form: { ...form, role: 'admin' } })
  expect(strange.status).toBe(422)
  expect(await outbox(db)).toEqual([])
})

test('signing in starts a session and goes home by role, or to a safe next page', async () => {
  const { visit, cast } = await openHouse()
  expect(await trySignIn(visit, cast.reporter.email)).toMatchObject({ status: 303, location: '/my/stories' })
  expect(await trySignIn(visit, cast.editor.email)).toMatchObject({ status: 303, location: '/desk' })
  const next = await trySignIn(visit, cast.reporter.email, GOOD_PASSWORD, { next: '/my/stories/abc' })
  expect(next.location).toBe('/my/stories/abc')
  expect(next.cookie).toMatch(/^copydesk=\w+/)
  for (const evil of ['https://evil.example', '//evil.example', '/..//evil.example', '/\\evil.example']) {
    expect((await trySignIn(visit, cast.reporter.email, GOOD_PASSWORD, { next: evil })).location).toBe('/my/stories')
    expect((await visit(joinPage, `/join?next=${encodeURIComponent(evil)}`)).data).toMatchObject({ next: '' })
  }
  expect(await visit(signInPage, '/sign-in', { cookie: next.cookie })).toMatchObject({
    status: 302,
    location: '/my/stories',
  })
})

test('signing in again ends the session from before', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.reporter.id)
  await visit(signIn, '/sign-in', { cookie, form: { email: cast.reporter.email, password: GOOD_PASSWORD } })
  expect(await db.select().from(sessions)).toHaveLength(1)
})

test('the sixth wrong try from one address waits, and the owner elsewhere does not', async () => {
  const { visit, cast } = await openHouse()
  for (let tries = 1; tries <= 5; tries++)
    expect((await trySignIn(visit, cast.reporter.email, OTHER_PASSWORD)).status).toBe(422)
  const sixth = await trySignIn(visit, cast.reporter.email)
  expect(sixth).toMatchObject({ status: 429, data: { because: 'too-many' } })
  expect(Number(new Headers(sixth.headers).get('retry-after'))).toBeGreaterThan(60)
  const form = { email: cast.reporter.email, password: GOOD_PASSWORD }
  expect((await visit(signIn, '/sign-in', { form, address: '198.51.100.7' })).status).toBe(303)
})

test('signing in rightly many times in a row is no attack', async () => {
  const { visit, cast } = await openHouse()
  for (let times = 1; times <= 8; times++) expect((await trySignIn(visit, cast.reporter.email)).status).toBe(303)
})

test('letters to one address are limited', async () => {
  const { visit } = await openHouse()
  const ask = (address: string) => visit(forgot, '/forgot-password', { form: { email: 'a@example.org' }, address })
  for (let times = 1; times <= 5; times++) expect((await ask(`192.0.2.${times}`)).status).toBe(303)
  expect((await ask('192.0.2.9')).status).toBe(429)
})

test('looking at the confirmation link changes nothing; pressing the button confirms and asks to sign in', async () => {
  const { visit, db } = await openHouse()
  await visit(join, '/join', { form: { name: 'Reporter', email: 'a@example.org', password: GOOD_PASSWORD } })
  const token = await tokenIn(db, 'confirm-email')
  expect((await visit(confirmPage, `/confirm-email?token=${token}`)).status).toBe(200)
  expect((await visit(confirmPage, `/confirm-email?token=${token}`)).status).toBe(200)
  const pressed = await visit(confirm, '/confirm-email', { form: { token } })
  expect(pressed).toMatchObject({ status: 303, location: '/sign-in?done=confirmed-sign-in', cookie: '' })
  expect((await visit(confirm, '/confirm-email', { form: { token } })).status).toBe(410)
  expect((await visit(confirmPage, `/confirm-email?token=${token}`)).status).toBe(410)
  expect((await visit(confirmPage, '/confirm-email')).status).toBe(410)
})

test('the confirmation letter comes again for who is signed in', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  expect((await visit(confirm, '/confirm-email?again=yes', { form: {} })).location).toBe('/sign-in')
  const cookie = await cookieOf(cast.unconfirmed.id)
  const again = await visit(confirm, '/confirm-email?again=yes', { form: {}, cookie })
  expect(again.location).toBe('/account?done=letter-sent')
  expect((await outbox(db)).map((letter) => letter.to)).toEqual([cast.unconfirmed.email])
})

test('a reset link sets the password once and ends every session', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.reporter.id)
  await visit(forgot, '/forgot-password', { form: { email: cast.reporter.email } })
  const token = await tokenIn(db, 'reset-password')
  expect((await visit(resetPage, `/reset-password?token=${token}`)).data).toMatchObject({ token })
  const weak = await visit(reset, '/reset-password', { form: { token, password: 'password' } })
  expect(weak).toMatchObject({ status: 422, data: { token, faults: [{ field: 'password' }] } })
  const set = await visit(reset, '/reset-password', { form: { token, password: OTHER_PASSWORD } })
  expect(set).toMatchObject({ status: 303, location: '/sign-in?done=reset' })
  expect((await visit(reset, '/reset-password', { form: { token, password: OTHER_PASSWORD } })).status).toBe(410)
  expect((await visit(profilePage, '/account', { cookie })).location).toBe('/sign-in?next=%2Faccount')
  expect((await trySignIn(visit, cast.reporter.email, OTHER_PASSWORD)).status).toBe(303)
})

test('two steps: the first opens nothing, the second a session that may enter the desk', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const codeAt = await turnOn(visit, await cookieOf(cast.editor.id))
  const first = await trySignIn(visit, cast.editor.email)
  expect(first).toMatchObject({ status: 200, cookie: '', data: { faults: [], ticket: expect.any(String) } })
  const { ticket } = first.data as { ticket: string }
  const give = (form: Record<string, string>) =>
    visit(signIn, '/sign-in?step=code', { form: { ticket, next: '', ...form }, now: later(5) })
  expect(await give({ code: 'abc' })).toMatchObject({ status: 422, data: { ticket, faults: [{ field: 'code' }] } })
  const entered = await give({ code: codeAt(later(5)) })
  expect(entered).toMatchObject({ status: 303, location: '/desk' })
  expect((await db.select().from(sessions)).map((session) => session.secondFactor)).toContain(true)
  expect(await give({ code: codeAt(later(5)) })).toMatchObject({ status: 422 })
})

test('wrong codes are limited', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  await turnOn(visit, await cookieOf(cast.editor.id))
  const { ticket } = (await trySignIn(visit, cast.editor.email)).data as { ticket: string }
  const statuses: number[] = []
  for (let tries = 0; tries < 6; tries++)
    statuses.push((await visit(signIn, '/sign-in?step=code', { form: { ticket, code: '000000' } })).status)
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
})

test('a wrong first code keeps the key that was typed into the app', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.reporter.id)
  const page = (await visit(securityPage, '/account/security', { cookie })).data as {
    proposal: { ticket: string; secret: string }
  }
  const form = { ticket: page.proposal.ticket, code: '12 34' }
  const answer = await visit(secure, '/account/security?form=two-step-on', { cookie, form })
  expect(answer).toMatchObject({ status: 422, data: { proposal: { secret: page.proposal.secret } } })
})

test('staff on the open net must turn two steps on, and are told so', async () => {
  const { visit, cast, cookieOf } = await openHouse({ local: false })
  const cookie = await cookieOf(cast.editor.id)
  const page = await visit(securityPage, '/account/security?need=two-step', { cookie })
  expect(page.data).toMatchObject({ needed: true, twoStep: false })
})

test('changing the password signs out everywhere else', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const [cookie, elsewhere] = [await cookieOf(cast.reporter.id), await cookieOf(cast.reporter.id)]
  const change = (currentPassword: string) =>
    visit(secure, '/account/security?form=password', { cookie, form: { currentPassword, newPassword: OTHER_PASSWORD } })
  expect(await change('not this')).toMatchObject({ status: 422, data: { faults: [{ field: 'currentPassword' }] } })
  expect((await change(GOOD_PASSWORD)).location).toBe('/account/security?done=password')
  expect((await visit(profilePage, '/account', { cookie })).status).toBe(200)
  expect((await visit(profilePage, '/account', { cookie: elsewhere })).status).toBe(302)
})

test('sessions elsewhere can be ended, and a form that there is not is not found', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const [cookie] = [await cookieOf(cast.reporter.id), await cookieOf(cast.reporter.id)]
  for (const form of ['', 'toString', '__proto__', 'delete'])
    expect((await visit(secure, `/account/security?form=${form}`, { cookie, form: {} })).status).toBe(404)
  await visit(secure, '/account/security?form=sessions', { cookie, form: {} })
  expect(await db.select().from(sessions)).toHaveLength(1)
})

test('signing out ends the session', async () => {
  const { visit, cast, db, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.reporter.id)
  const answer = await visit(signOut, '/sign-out', { cookie, form: {} })
  expect(answer).toMatchObject({ status: 303, location: '/sign-in?done=signed-out', cookie: 'copydesk=' })
  expect(await db.select().from(sessions)).toEqual([])
})

test('a profile is saved, and one that is wrong comes back as typed', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const cookie = await cookieOf(cast.reporter.id)
  const save = (form: Record<string, string>) => visit(saveProfile, '/account', { cookie, form })
  expect((await save({ name: 'A new name', language: 'en', about: '' })).location).toBe('/account?done=saved')
  const faulty = await save({ name: '', language: 'xx', about: 'Writes.' })
  expect(faulty).toMatchObject({ status: 422, data: { values: { about: 'Writes.' } } })
  expect((await visit(profilePage, '/account?done=<b>', { cookie })).data).toMatchObject({ done: '' })
})

test('account pages are for who is signed in', async () => {
  const { visit } = await openHouse()
  for (const page of [profilePage, securityPage]) expect((await visit(page, '/account')).status).toBe(302)
  for (const form of [saveProfile, secure]) expect((await visit(form, '/account', { form: {} })).status).toBe(401)
})

function trySignIn(visit: House['visit'], email: string, password = GOOD_PASSWORD, more: Record<string, string> = {}) {
  return visit(signIn, '/sign-in', { form: { email, password, next: '', ...more } })
}

async function turnOn(visit: House['visit'], cookie: string): Promise<(at: Date) => string> {
  const page = (await visit(securityPage, '/account/security', { cookie })).data as {
    proposal: { ticket: string; secret: string }
  }
  const totp = new TOTP({ secret: Secret.fromBase32(page.proposal.secret.replaceAll(' ', '')) })
  const codeAt = (at: Date) => totp.generate({ timestamp: at.getTime() })
  const form = { ticket: page.proposal.ticket, code: codeAt(NOON) }
  const answer = await visit(secure, '/account/security?form=two-step-on', { cookie, form })
  if (answer.status !== 303) throw new Error(JSON.stringify(answer.data))
  return codeAt
}

test('signing in by JSON says who it is and leads nowhere; a wrong password says as much as by form', async () => {
  const { visit, cast } = await openHouse()
  const { email, publicId } = cast.reporter
  const right = await visit(signIn, '/sign-in', { json: { email, password: GOOD_PASSWORD } })
  expect(right).toMatchObject({ status: 200, location: '', data: { person: publicId, faults: [], ticket: '' } })
  expect(right.cookie).toMatch(/^copydesk=.{20,}/)
  const wrong = await visit(signIn, '/sign-in', { json: { email, password: OTHER_PASSWORD } })
  expect(wrong).toEqual(await trySignIn(visit, email, OTHER_PASSWORD))
  expect(wrong.cookie).toBe('')
})

test('signing in by JSON is counted as signing in by form is', async () => {
  const { visit, cast } = await openHouse()
  const json = { email: cast.reporter.email, password: OTHER_PASSWORD }
  const tries: number[] = []
  for (let i = 0; i < 6; i++) tries.push((await visit(signIn, '/sign-in', { json })).status)
  expect(tries).toEqual([422, 422, 422, 422, 422, 429])
})

test('signing out tells the browser to forget what it keeps', async () => {
  const { visit, cast, cookieOf } = await openHouse()
  const out = await visit(signOut, '/sign-out', { form: {}, cookie: await cookieOf(cast.reporter.id) })
  expect(Object.fromEntries(out.headers)).toMatchObject({ 'clear-site-data': '"cache", "storage"' })
})
