// Signing in, the way back in, and two steps: constant answers, single use, sessions that end.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { changePassword } from '#app/newsroom/people/change-password.server.ts'
import { makeFirstAdmin } from '#app/newsroom/people/first-admin.server.ts'
import { personByEmail } from '#app/newsroom/people/join.server.ts'
import { endOtherSessions, sessionsOf } from '#app/newsroom/people/own-sessions.server.ts'
import { askForReset, resetPassword } from '#app/newsroom/people/reset-password.server.ts'
import { giveCode, signIn } from '#app/newsroom/people/sign-in.server.ts'
import { openTicket, sealTicket } from '#app/newsroom/people/ticket.ts'
import {
  hasTwoStep,
  proposalOf,
  proposeTwoStep,
  turnOffTwoStep,
  turnOnTwoStep,
} from '#app/newsroom/people/two-step.server.ts'
import { openSessions } from '#app/platform/session.server.ts'
import type { Database } from '#db/client.ts'
import { people, sessions } from '#db/schema/people.ts'
import { later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { GOOD_PASSWORD, house, joined, OTHER_PASSWORD, outbox, secrets, tokenIn, withTwoStep } from './mailbox.ts'

afterAll(closeDatabases)

const email = 'ruse@example.org'
const right = { email, password: GOOD_PASSWORD }

test('the right password signs in, however the address was typed', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const signed = await signIn(db, { email: ' RUSE@example.org', password: GOOD_PASSWORD }, secrets, NOON)
  expect(signed).toEqual({
    ok: true,
    personId: person.id,
    publicId: person.publicId,
    role: 'contributor',
    secondFactor: false,
  })
})

test('a wrong password and an unknown address get the same answer', async () => {
  const { db } = await freshDatabase()
  await joined(db, email, NOON)
  const wrong = await signIn(db, { email, password: OTHER_PASSWORD }, secrets, NOON)
  const unknown = await signIn(db, { email: 'nobody@example.org', password: OTHER_PASSWORD }, secrets, NOON)
  expect(wrong).toEqual({ ok: false, because: 'wrong' })
  expect(unknown).toEqual(wrong)
})

test('only who knows the password learns that an account is suspended', async () => {
  const { db } = await freshDatabase()
  const { id } = await joined(db, email, NOON)
  await db.transaction(async (tx) => {
    await tx.update(people).set({ suspendedAt: NOON }).where(eq(people.id, id))
  })
  expect(await signIn(db, right, secrets, NOON)).toEqual({ ok: false, because: 'suspended' })
  expect(await signIn(db, { email, password: 'wrong one' }, secrets, NOON)).toEqual({ ok: false, because: 'wrong' })
})

test('with two steps on, the password alone opens nothing but the second page', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const codeAt = await withTwoStep(db, person, NOON)
  const first = await signIn(db, right, secrets, later(5))
  if (first.ok || first.because !== 'code-needed') throw new Error('no code was asked for')
  const { ticket } = first
  const wrongCode = codeAt(later(5)) === '000000' ? '000001' : '000000'
  expect(await giveCode(db, { ticket, code: wrongCode }, secrets, later(5))).toMatchObject({ because: 'wrong-code' })
  const entered = await giveCode(db, { ticket, code: codeAt(later(5)) }, secrets, later(5))
  expect(entered).toEqual({
    ok: true,
    personId: person.id,
    publicId: person.publicId,
    role: 'contributor',
    secondFactor: true,
  })
})

test('a code opens once: not again, not at the same moment, not an older one', async () => {
  const { db } = await freshDatabase()
  const codeAt = await withTwoStep(db, await joined(db, email, NOON), NOON)
  const first = await signIn(db, right, secrets, later(5))
  if (first.ok || first.because !== 'code-needed') throw new Error('no code was asked for')
  const code = codeAt(later(5))
  const give = (given: string) => giveCode(db, { ticket: first.ticket, code: given }, secrets, later(5))
  const both = await Promise.all([give(code), give(code)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await give(code)).toEqual({ ok: false, because: 'wrong-code' })
  expect(await give(codeAt(later(4.5)))).toEqual({ ok: false, because: 'wrong-code' })
})

test('a ticket ends after ten minutes, with a new password, and opens for its own purpose only', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const codeAt = await withTwoStep(db, person, NOON)
  const first = await signIn(db, right, secrets, later(5))
  if (first.ok || first.because !== 'code-needed') throw new Error('no code was asked for')
  const { ticket } = first
  const over = { ok: false, because: 'ticket-over' }
  expect(await giveCode(db, { ticket, code: codeAt(later(15)) }, secrets, later(15))).toEqual(over)
  expect(await giveCode(db, { ticket: 'made-up', code: '123456' }, secrets, later(5))).toEqual(over)
  expect(openTicket(ticket, 'two-step', secrets, later(5))).toBeNull()
  const change = { now: GOOD_PASSWORD, next: OTHER_PASSWORD, sessionKey: null }
  await changePassword(db, change, person, house, later(6))
  expect(await giveCode(db, { ticket, code: codeAt(later(6)) }, secrets, later(6))).toEqual(over)
})

test('a sealed secret is no ticket, and a ticket of somebody else turns nothing on', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  expect(openTicket(secrets.seal('JBSWY3DPEHPK3PXP'), 'two-step', secrets, NOON)).toBeNull()
  const theirs = sealTicket({ for: 'two-step', personId: person.id + 1, proof: 'JBSWY3DPEHPK3PXP' }, 30, secrets, NOON)
  const given = { ticket: theirs, code: '123456', sessionKey: null }
  expect(await turnOnTwoStep(db, given, person, secrets, NOON)).toEqual({ ok: false, because: 'ticket-over' })
  expect(proposalOf(theirs, person, house.outletName, secrets, NOON)).toBeNull()
})

test('turning two steps on keeps this session, ends the others, seals the secret and tells the person', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const [here] = await twoSessions(db, person.id)
  const proposal = proposeTwoStep(person, house.outletName, secrets, NOON)
  expect(proposal.uri).toMatch(/^otpauth:\/\/totp\/The%20Test%20Courier/)
  expect(proposalOf(proposal.ticket, person, house.outletName, secrets, later(1))?.secret).toBe(proposal.secret)
  const wrong = { ticket: proposal.ticket, code: 'abc', sessionKey: here }
  expect(await turnOnTwoStep(db, wrong, person, secrets, NOON)).toEqual({ ok: false, because: 'wrong-code' })
  expect(await hasTwoStep(db, person)).toBe(false)
  await withTwoStep(db, person, NOON)
  expect(await hasTwoStep(db, person)).toBe(true)
  const [row] = await db.select().from(people).where(eq(people.id, person.id))
  expect(row?.totpSealed).toMatch(/^v1\./)
  expect((await outbox(db)).at(-1)?.content.subject).toBe('Two-step sign-in is on')
})

test('turning two steps off asks for the password', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  await withTwoStep(db, person, NOON)
  expect(await turnOffTwoStep(db, OTHER_PASSWORD, person, secrets, NOON)).toEqual({
    ok: false,
    because: 'wrong-password',
  })
  expect(await turnOffTwoStep(db, GOOD_PASSWORD, person, secrets, NOON)).toEqual({ ok: true })
  expect(await hasTwoStep(db, person)).toBe(false)
})

test('asking for a new password writes a letter to known addresses only', async () => {
  const { db } = await freshDatabase()
  await joined(db, email, NOON)
  expect(await askForReset(db, 'nobody@example.org', NOON)).toBeUndefined()
  expect(await askForReset(db, email, NOON)).toBeUndefined()
  expect((await outbox(db)).filter((letter) => letter.kind === 'reset-password')).toHaveLength(1)
})

test('a reset works once within the hour, ends every session, confirms the address and tells the person', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  await twoSessions(db, person.id)
  await askForReset(db, email, NOON)
  await askForReset(db, email, NOON)
  const token = await tokenIn(db, 'reset-password')
  const reset = (password: string, when: Date) => resetPassword(db, { token, password }, house, when)
  expect(await reset(OTHER_PASSWORD, later(60))).toEqual({ ok: false, because: 'link-over' })
  expect(await reset('password1', later(1))).toMatchObject({ ok: false, because: 'weak' })
  expect(await reset(OTHER_PASSWORD, later(59))).toEqual({ ok: true })
  expect(await reset(GOOD_PASSWORD, later(59))).toEqual({ ok: false, because: 'link-over' })
  expect(await db.select().from(sessions)).toEqual([])
  expect(await signIn(db, right, secrets, later(59))).toEqual({ ok: false, because: 'wrong' })
  expect(await signIn(db, { email, password: OTHER_PASSWORD }, secrets, later(59))).toMatchObject({ ok: true })
  expect((await outbox(db)).at(-1)?.kind).toBe('password-changed')
})

test('of two resets by one link at once, one wins; the other waiting link dies with it', async () => {
  const { db } = await freshDatabase()
  await joined(db, email, NOON)
  await askForReset(db, email, NOON)
  const older = await tokenIn(db, 'reset-password')
  await askForReset(db, email, NOON)
  const token = await tokenIn(db, 'reset-password')
  const reset = (which: string) => resetPassword(db, { token: which, password: OTHER_PASSWORD }, house, later(1))
  const both = await Promise.all([reset(token), reset(token)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
  expect(await reset(older)).toEqual({ ok: false, because: 'link-over' })
})

test('changing the password needs the old one and ends the other sessions', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const [here] = await twoSessions(db, person.id)
  const change = (now: string, next: string) => changePassword(db, { now, next, sessionKey: here }, person, house, NOON)
  expect(await change(OTHER_PASSWORD, OTHER_PASSWORD)).toEqual({ ok: false, because: 'wrong-password' })
  expect(await change(GOOD_PASSWORD, 'reporter in ruse')).toMatchObject({ ok: false, because: 'weak' })
  expect(await change(GOOD_PASSWORD, OTHER_PASSWORD)).toEqual({ ok: true })
  expect((await db.select().from(sessions)).map((session) => session.id)).toEqual([here])
})

test('sessions are listed with the one that asks marked, and the others can be ended', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, email, NOON)
  const [here] = await twoSessions(db, person.id)
  expect((await sessionsOf(db, person.id, here, NOON)).map((session) => session.here).sort()).toEqual([false, true])
  await endOtherSessions(db, here, person)
  expect((await sessionsOf(db, person.id, here, NOON)).map((session) => session.here)).toEqual([true])
})

test('the command line makes an admin with a link and no password, and promotes who is there', async () => {
  const { db } = await freshDatabase()
  expect(await makeFirstAdmin(db, 'no address', NOON)).toEqual({ ok: false, because: 'not-an-address' })
  const made = await makeFirstAdmin(db, 'Chief@example.org', NOON)
  if (!made.ok) throw new Error(made.because)
  expect(made).toMatchObject({ made: 'created', path: expect.stringMatching(/^\/reset-password\?token=/) })
  const nothing = await signIn(db, { email: 'chief@example.org', password: 'none' }, secrets, NOON)
  expect(nothing).toEqual({ ok: false, because: 'wrong' })
  const token = made.path.split('token=')[1] ?? ''
  expect(await resetPassword(db, { token, password: GOOD_PASSWORD }, house, later(1))).toEqual({ ok: true })
  expect(await personByEmail(db, 'chief@example.org')).toMatchObject({ role: 'admin', confirmedAt: later(1) })
  await joined(db, email, NOON)
  expect(await makeFirstAdmin(db, email, NOON)).toMatchObject({ ok: true, made: 'promoted' })
  expect(await personByEmail(db, email)).toMatchObject({ role: 'admin' })
})

async function twoSessions(db: Database, personId: number): Promise<[string, string]> {
  const door = openSessions(db, { secure: false, local: true })
  await door.start(personId, NOON)
  await door.start(personId, NOON)
  const [first, second] = await db.select({ id: sessions.id }).from(sessions).where(eq(sessions.personId, personId))
  if (!first || !second) throw new Error('sessions were not written')
  return [first.id, second.id]
}
