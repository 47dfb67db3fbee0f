// Joining and confirming: one answer for every address, single-use links, and no story moves by them.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { confirmEmail, sendConfirmationAgain } from '#app/newsroom/people/confirm-email.server.ts'
import { join, personByEmail } from '#app/newsroom/people/join.server.ts'
import { mailedTokens, people } from '#db/schema/people.ts'
import { stories } from '#db/schema/story.ts'
import { castOf, draftBy, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { GOOD_PASSWORD, house, joined, OTHER_PASSWORD, outbox, secrets, tokenIn } from './mailbox.ts'

afterAll(closeDatabases)

const newcomer = { name: '  Reporter\u202e in\tRuse ', email: ' Ruse@Example.org ', password: GOOD_PASSWORD }

test('joining makes an unconfirmed contributor who has agreed, and writes one letter with a link', async () => {
  const { db } = await freshDatabase()
  expect(await join(db, newcomer, house, NOON)).toEqual({ ok: true })
  const person = await personByEmail(db, 'RUSE@example.org')
  expect(person).toMatchObject({ name: 'Reporter in Ruse', email: 'ruse@example.org', role: 'contributor' })
  expect(person).toMatchObject({ confirmedAt: null, agreedAt: NOON, agreementVersion: 1 })
  expect(await secrets.verifyPassword(person?.passwordHash ?? null, GOOD_PASSWORD)).toBe(true)
  const [letter, ...others] = await outbox(db)
  expect(others).toEqual([])
  expect(letter).toMatchObject({ kind: 'confirm-email', to: 'ruse@example.org' })
  expect(letter?.content.button?.path).toMatch(/^\/confirm-email\?token=[\w-]{43}$/)
})

test('joining with a known address answers the same, changes nothing and writes to its owner', async () => {
  const { db } = await freshDatabase()
  await join(db, newcomer, house, NOON)
  const before = await personByEmail(db, newcomer.email)
  const again = { ...newcomer, name: 'Somebody else', password: OTHER_PASSWORD }
  expect(await join(db, again, house, NOON)).toEqual({ ok: true })
  expect(await personByEmail(db, newcomer.email)).toEqual(before)
  expect((await outbox(db)).map((letter) => letter.kind)).toEqual(['confirm-email', 'already-joined'])
})

test('two who join with one address at once make one account', async () => {
  const { db } = await freshDatabase()
  const both = await Promise.all([join(db, newcomer, house, NOON), join(db, newcomer, house, NOON)])
  expect(both).toEqual([{ ok: true }, { ok: true }])
  expect(await db.select({ id: people.id }).from(people)).toHaveLength(1)
  expect((await outbox(db)).map((letter) => letter.kind).sort()).toEqual(['already-joined', 'confirm-email'])
})

test('a password that is easy to guess is refused with a sentence, and nothing is written', async () => {
  const { db } = await freshDatabase()
  const weak = await join(db, { ...newcomer, password: 'testcourier' }, house, NOON)
  expect(weak).toMatchObject({ ok: false, passwordFault: 'easy' })
  expect(await outbox(db)).toEqual([])
})

test('the token is stored as a hash only', async () => {
  const { db } = await freshDatabase()
  await join(db, newcomer, house, NOON)
  const token = await tokenIn(db, 'confirm-email')
  const [row] = await db.select().from(mailedTokens)
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(row)).not.toContain(token)
})

test('a link confirms once, within 24 hours', async () => {
  const { db } = await freshDatabase()
  await join(db, newcomer, house, NOON)
  const token = await tokenIn(db, 'confirm-email')
  expect(await confirmEmail(db, token, later(24 * 60))).toEqual({ ok: false, because: 'link-over' })
  expect(await confirmEmail(db, `${token}x`, NOON)).toEqual({ ok: false, because: 'link-over' })
  expect(await confirmEmail(db, token, later(24 * 60 - 1))).toEqual({ ok: true })
  expect(await confirmEmail(db, token, later(1))).toEqual({ ok: false, because: 'link-over' })
  expect((await personByEmail(db, newcomer.email))?.confirmedAt).toEqual(later(24 * 60 - 1))
})

test('of two who use one link at once, one wins', async () => {
  const { db } = await freshDatabase()
  await join(db, newcomer, house, NOON)
  const token = await tokenIn(db, 'confirm-email')
  const both = await Promise.all([confirmEmail(db, token, NOON), confirmEmail(db, token, NOON)])
  expect(both.filter((one) => one.ok)).toHaveLength(1)
})

test('confirming an address changes no story', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await draftBy(db, cast.unconfirmed)
  const before = await db.select().from(stories)
  await sendConfirmationAgain(db, cast.unconfirmed, NOON)
  expect(await confirmEmail(db, await tokenIn(db, 'confirm-email'), later(5))).toEqual({ ok: true })
  expect(await db.select().from(stories)).toEqual(before)
  const [person] = await db.select().from(people).where(eq(people.id, cast.unconfirmed.id))
  expect(person?.confirmedAt).toEqual(later(5))
})

test('a confirmed person gets no second confirmation letter', async () => {
  const { db } = await freshDatabase()
  const person = await joined(db, 'ruse@example.org', NOON)
  const before = await outbox(db)
  await sendConfirmationAgain(db, person, NOON)
  expect(await outbox(db)).toEqual(before)
})
