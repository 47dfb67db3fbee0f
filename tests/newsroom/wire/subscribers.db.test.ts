// The newsletter's subscribers: asked for by anybody, begun by the address, left with one press, forgotten afterwards.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import { turnOnSafetyMode } from '#app/newsroom/people/safety-mode.server.ts'
import {
  askForNewsletter,
  changeSubscription,
  confirmationOpens,
  confirmNewsletter,
  leaveNewsletter,
  type NewsletterRequest,
  PROOF_KEPT_DAYS,
  subscriptionOf,
  sweepSubscribers,
} from '#app/newsroom/wire/subscribers.server.ts'
import { makeSeal } from '#app/platform/seal.server.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { subscribers, subscriberTopics } from '#db/schema/newsletter.ts'
import { topics } from '#db/schema/topics.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from '../letters/post-office.ts'

const seal = makeSeal('x'.repeat(32), 'newsletter')
const anybody: NewsletterRequest = {
  email: 'reader@example.org',
  rhythm: 'daily',
  topics: [],
  language: 'en',
  consentWords: 'I want it.',
}

let db: Database
let cast: Cast

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})

afterAll(closeDatabases)

const ask = (more: Partial<NewsletterRequest> = {}, when = NOON) =>
  askForNewsletter(db, { ...anybody, ...more }, seal, when)
const rowOf = async (email = anybody.email) =>
  (await db.select().from(subscribers).where(eq(subscribers.email, email)))[0]

/** The letters that leave at this minute: kind, whole text, and the token in it. */
async function mailAt(minute: number) {
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(minute), 100)
  return got.map((letter) => ({ ...letter, token: /token=([\w.-]+)/.exec(letter.text)?.[1] ?? '' }))
}

async function begin(more: Partial<NewsletterRequest> = {}): Promise<{ publicId: string; token: string }> {
  await ask(more)
  const [letter] = await mailAt(1)
  expect(await confirmNewsletter(db, letter?.token ?? '', later(2))).toEqual({ ok: true })
  const { publicId = '' } = (await rowOf(more.email)) ?? {}
  return { publicId, token: seal.seal(publicId) }
}

test('asking begins nothing: the address must confirm, once, and the proof is kept', async () => {
  expect(await ask()).toEqual({ ok: true })
  expect(await rowOf()).toMatchObject({
    state: 'pending',
    consentWords: 'I want it.',
    askedAt: NOON,
    confirmedAt: null,
  })
  const [letter, ...others] = await mailAt(1)
  expect(others).toEqual([])
  expect(letter).toMatchObject({ kind: 'newsletter-confirm', to: { name: '', address: 'reader@example.org' } })
  expect(letter?.text).toContain('Hello,\n')
  const token = letter?.token ?? ''
  expect(token.length).toBeGreaterThan(40)
  expect(JSON.stringify([await db.select().from(subscribers), await db.select().from(letters)])).not.toContain(token)
  for (let i = 0; i < 3; i++) expect(await confirmationOpens(db, token, later(2))).toBe(true)
  expect((await rowOf())?.state).toBe('pending')
  expect(await confirmNewsletter(db, token, later(3))).toEqual({ ok: true })
  expect(await rowOf()).toMatchObject({ state: 'confirmed', askedAt: NOON, confirmedAt: later(3), confirmHash: null })
  expect(await confirmNewsletter(db, token, later(4))).toEqual({ ok: false, because: 'link-over' })
})

test('a link works for a day, and only the newest one', async () => {
  await ask()
  await ask({ rhythm: 'weekly' }, later(1))
  const [first, second] = await mailAt(2)
  expect(await confirmationOpens(db, first?.token ?? '', later(3))).toBe(false)
  expect(await confirmationOpens(db, second?.token ?? '', later(24 * 60))).toBe(true)
  expect(await confirmationOpens(db, second?.token ?? '', later(24 * 60 + 1))).toBe(false)
  expect((await confirmNewsletter(db, second?.token ?? '', later(24 * 60 + 1))).ok).toBe(false)
  expect((await confirmNewsletter(db, '', later(3))).ok).toBe(false)
  expect((await confirmNewsletter(db, second?.token ?? '', later(3))).ok).toBe(true)
  expect((await rowOf())?.rhythm).toBe('weekly')
  expect(await db.select().from(subscribers)).toHaveLength(1)
})

test('who has it already is answered the same, gets one letter a day, and keeps their choice', async () => {
  const { token } = await begin()
  for (let i = 0; i < 4; i++) expect(await ask({ rhythm: 'weekly' }, later(10 + i))).toEqual({ ok: true })
  const mail = await mailAt(20)
  expect(mail.map(({ kind }) => kind)).toEqual(['newsletter-already'])
  expect(await subscriptionOf(db, mail[0]?.token ?? '', seal)).toEqual({ rhythm: 'daily', topics: [] })
  expect(mail[0]?.text).toContain('/newsletter/choices?token=')
  expect(await subscriptionOf(db, token, seal)).toEqual({ rhythm: 'daily', topics: [] })
})

test('topics are those that run; a rhythm of topics needs one; another rhythm forgets them', async () => {
  expect(await ask({ rhythm: 'topics', topics: ['nowhere'] })).toEqual({ ok: false, because: 'no-topic' })
  expect(await db.select().from(letters)).toEqual([])
  const { token } = await begin({ rhythm: 'topics', topics: ['border', 'nowhere', 'border'] })
  expect(await subscriptionOf(db, token, seal)).toEqual({ rhythm: 'topics', topics: ['border'] })
  const change = (rhythm: 'topics' | 'weekly', slugs: string[]) =>
    changeSubscription(db, { token, rhythm, topics: slugs }, seal)
  expect(await change('topics', [])).toEqual({ ok: false, because: 'no-topic' })
  expect(await subscriptionOf(db, token, seal)).toEqual({ rhythm: 'topics', topics: ['border'] })
  expect(await change('weekly', ['border'])).toEqual({ ok: true })
  expect(await subscriptionOf(db, token, seal)).toEqual({ rhythm: 'weekly', topics: [] })
  await change('topics', ['border'])
  await db.transaction((tx) => tx.delete(topics).where(eq(topics.slug, 'border')).returning())
  expect(await subscriptionOf(db, token, seal)).toEqual({ rhythm: 'topics', topics: [] })
})

test('leaving forgets the address and the letters to it, works twice, and nothing opens afterwards', async () => {
  const { token } = await begin({ rhythm: 'topics', topics: ['border'] })
  await ask({ email: 'other@example.org' })
  await ask({}, later(5))
  expect(await leaveNewsletter(db, token, seal, later(10))).toBe(true)
  expect(await leaveNewsletter(db, token, seal, later(11))).toBe(true)
  const kept = await db.select().from(subscribers).orderBy(subscribers.id)
  expect(kept.map(({ state, email }) => [state, email])).toEqual([
    ['left', null],
    ['pending', 'other@example.org'],
  ])
  expect(kept[0]).toMatchObject({ leftAt: later(10), confirmedAt: later(2), consentWords: 'I want it.' })
  expect(await db.select().from(subscriberTopics)).toEqual([])
  expect((await db.select().from(letters)).map(({ toEmail }) => toEmail)).toEqual(['other@example.org'])
  expect(await subscriptionOf(db, token, seal)).toBeNull()
  expect(await changeSubscription(db, { token, rhythm: 'daily', topics: [] }, seal)).toMatchObject({
    because: 'link-over',
  })
  await ask({}, later(20))
  expect(await db.select().from(subscribers)).toHaveLength(2)
  expect(await rowOf()).toMatchObject({ state: 'pending', confirmedAt: null })
})

test('a token that was sealed elsewhere, cut or made up opens nothing', async () => {
  const { token, publicId } = await begin()
  const stranger = makeSeal('y'.repeat(32), 'newsletter').seal(publicId)
  const people = makeSeal('x'.repeat(32), 'people').seal(publicId)
  for (const wrong of ['', 'x', publicId, token.slice(0, -1), `${token}A`, stranger, people, seal.seal('')]) {
    expect(await subscriptionOf(db, wrong, seal), wrong).toBeNull()
    if (wrong !== seal.seal('')) await leaveNewsletter(db, wrong, seal, later(9))
  }
  expect(await leaveNewsletter(db, stranger, seal, later(9))).toBe(false)
  expect((await rowOf())?.state).toBe('confirmed')
})

test('what nobody confirmed is deleted after a day, the proof of who left after a year; who gets it stays', async () => {
  const { token } = await begin()
  await begin({ email: 'stays@example.org' })
  await leaveNewsletter(db, token, seal, later(10))
  await ask({ email: 'never@example.org' })
  await sweepSubscribers(db, later(23 * 60))
  expect(await db.select().from(subscribers)).toHaveLength(3)
  await sweepSubscribers(db, later(25 * 60))
  expect((await db.select().from(subscribers)).map(({ state }) => state).sort()).toEqual(['confirmed', 'left'])
  expect((await db.select().from(letters)).map(({ toEmail }) => toEmail)).toEqual(['stays@example.org'])
  await sweepSubscribers(db, later(PROOF_KEPT_DAYS * 24 * 60 + 11))
  expect((await db.select().from(subscribers)).map(({ email }) => email)).toEqual(['stays@example.org'])
})

test('the paper’s language is the letter’s; to an account in safety mode it says nothing but carries its link', async () => {
  await ask({ language: 'bg' })
  await turnOnSafetyMode(db, null, cast.reporter, NOON)
  await ask({ email: cast.reporter.email })
  const mail = await mailAt(1)
  const [plain, veiled] = [anybody.email, cast.reporter.email].map((email) =>
    mail.find(({ to }) => to.address === email),
  )
  expect(plain?.subject).toBe('Потвърдете бюлетина')
  expect(veiled?.text).not.toMatch(/newsletter (to|begins)|Courier/)
  expect(veiled?.fromName).not.toContain('Courier')
  expect(await confirmationOpens(db, veiled?.token ?? '', later(2))).toBe(true)
})
