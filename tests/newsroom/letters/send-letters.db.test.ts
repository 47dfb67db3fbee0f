// The outbox's way out: once each, later when the server is away, dead in the end, safe with two senders.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { type Mailer, sendDueLetters, waitBeforeTry } from '#app/newsroom/letters/send-letters.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from './post-office.ts'

afterAll(closeDatabases)

async function outbox(keys: string[], notBefore?: Date) {
  const { db } = await freshDatabase()
  await db.transaction(async (tx) => {
    for (const key of keys) {
      const content = { subject: `About ${key}`, greeting: 'Hello,', lines: ['It went well.'] }
      const to = { email: `${key}@example.org`, name: key }
      await writeLetter(tx, { key, kind: 'message', to, content, ...(notBefore && { notBefore }) }, NOON)
    }
  })
  return db
}

const rowOf = async (db: Database, key: string) => (await db.select().from(letters).where(eq(letters.key, key)))[0]

test('what is due is sent once, under its key', async () => {
  const db = await outbox(['a', 'b'])
  const { got, mailer } = postOffice()
  expect(await sendDueLetters(db, mailer, site, NOON)).toEqual({ sent: 2, failed: 0 })
  expect(await sendDueLetters(db, mailer, site, later(1))).toEqual({ sent: 0, failed: 0 })
  expect(got.map(({ key, to, subject, fromName }) => [key, to.address, subject, fromName])).toEqual([
    ['a', 'a@example.org', 'About a', 'The Test Courier'],
    ['b', 'b@example.org', 'About b', 'The Test Courier'],
  ])
  expect(await rowOf(db, 'a')).toMatchObject({ state: 'sent', sentAt: NOON, leasedUntil: null })
})

test('what is not due yet waits', async () => {
  const db = await outbox(['a'], later(10))
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(9))
  expect(got).toEqual([])
  await sendDueLetters(db, mailer, site, later(10))
  expect(got).toHaveLength(1)
})

test('a letter that was taken back is not sent', async () => {
  const db = await outbox(['a'])
  await db.transaction(
    async (tx) => void (await tx.update(letters).set({ state: 'cancelled' }).where(eq(letters.key, 'a'))),
  )
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, NOON)
  expect(got).toEqual([])
})

test('four senders at once send each letter once', async () => {
  const keys = Array.from({ length: 30 }, (_, i) => `k${i}`)
  const db = await outbox(keys)
  const { got, mailer } = postOffice()
  await Promise.all(Array.from({ length: 4 }, () => sendDueLetters(db, mailer, site, NOON, 10)))
  await sendDueLetters(db, mailer, site, NOON, 30)
  expect(got.map((letter) => letter.key).sort()).toEqual(keys.sort())
})

test('a failed letter is tried again later and later, then given up', async () => {
  const db = await outbox(['a'])
  const { mailer } = postOffice(() => true)
  let when = NOON
  const waits: number[] = []
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await sendDueLetters(db, mailer, site, when)).toEqual({ sent: 0, failed: 1 })
    const row = await rowOf(db, 'a')
    expect(row).toMatchObject({ attempts: attempt, lastError: '421 try later', leasedUntil: null })
    const next = row?.notBefore ?? when
    expect(await sendDueLetters(db, mailer, site, new Date(next.getTime() - 1))).toEqual({ sent: 0, failed: 0 })
    waits.push((next.getTime() - when.getTime()) / 60_000)
    when = next
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128])
  expect(waitBeforeTry(20)).toBe(6 * 60 * 60_000)
  expect(await rowOf(db, 'a')).toMatchObject({ state: 'dead' })
  expect(await sendDueLetters(db, mailer, site, later(100_000))).toEqual({ sent: 0, failed: 0 })
})

test('one letter that fails does not hold up the others', async () => {
  const db = await outbox(['a', 'b', 'c'])
  let asked = 0
  const { got, mailer } = postOffice(() => ++asked === 2)
  expect(await sendDueLetters(db, mailer, site, NOON)).toEqual({ sent: 2, failed: 1 })
  expect(got.map((letter) => letter.key)).toEqual(['a', 'c'])
})

test('a letter whose sender died is sent when its lease has run out', async () => {
  const db = await outbox(['a'])
  const lost: Mailer = { send: () => new Promise(() => {}) }
  void sendDueLetters(db, lost, site, NOON)
  await new Promise((resolve) => setTimeout(resolve, 50))
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(4))
  expect(got).toEqual([])
  await sendDueLetters(db, mailer, site, later(6))
  expect(got).toHaveLength(1)
})

test('a secret link is in the mail and, once it has left, nowhere in the house', async () => {
  const { db } = await freshDatabase()
  const content = {
    subject: 'Confirm',
    greeting: 'Hello,',
    lines: ['Please confirm.'],
    button: { label: 'Confirm', path: '/confirm-email?token=s3cret' },
  }
  await db.transaction((tx) =>
    writeLetter(tx, { key: 'a', kind: 'confirm-email', to: { email: 'a@example.org', name: 'A' }, content }, NOON),
  )
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, NOON)
  expect(got[0]?.text).toContain('http://localhost:3000/confirm-email?token=s3cret')
  expect(JSON.stringify(await rowOf(db, 'a'))).not.toContain('s3cret')
})
