// Joining and leaving the newsletter: asked for by anybody, begun by the address alone, left with one press.
import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { readerAt } from '#app/newsroom/desk/reader-reports.server.ts'
import type { AccountLetterKind } from '#app/newsroom/letters/kinds.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { newPublicId } from '#app/newsroom/story/public-id.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import type { SubscriberSeal, Subscription, SubscriptionSaved } from '#app/newsroom/wire/subscriber.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { newsletterLetters, subscribers, subscriberTopics } from '#db/schema/newsletter.ts'
import { topics } from '#db/schema/topics.ts'

/** How long the link in the letter that asks for confirmation works. */
export const CONFIRM_WITHIN_HOURS = 24
/** How long it is remembered that somebody once agreed, after they left. */
export const PROOF_KEPT_DAYS = 365

const HOUR_MS = 3_600_000
const lettersOfOurs: AccountLetterKind[] = ['newsletter-confirm', 'newsletter-already']

/** `email` was checked and is in small letters; `consentWords` is the sentence that stood at the button. */
export type NewsletterRequest = Subscription & { email: string; language: string; consentWords: string }

/**
 * Somebody typed an address. It gets one letter: with the link that begins the newsletter, or, where it gets the
 * newsletter already, with the link to its choices. Nothing is changed for who is confirmed, and the answer is the
 * same for every address.
 */
export async function askForNewsletter(
  db: Database,
  request: NewsletterRequest,
  seal: SubscriberSeal,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'no-topic' }> {
  return db.transaction(async (tx) => {
    const chosen = await topicsChosen(tx, request)
    if (chosen === null) return { ok: false, because: 'no-topic' }
    const [known] = await tx
      .select()
      .from(subscribers)
      .where(eq(subscribers.addressHash, hashOf(request.email)))
    if (known?.state === 'confirmed') await tellAlready(tx, request, seal.seal(known.publicId), when)
    else await tellConfirm(tx, request, await keepRequest(tx, request, chosen, when), when)
    return { ok: true }
  })
}

/** Does this link still begin something? Looking does not use it up: programs look into letters before people do. */
export async function confirmationOpens(db: Reader, token: string, when: Date): Promise<boolean> {
  const [row] = await db.select({ id: subscribers.id }).from(subscribers).where(waitingFor(token, when))
  return row !== undefined
}

/** Begins the newsletter for the address that the token was sent to. A token works once. */
export async function confirmNewsletter(
  db: Database,
  token: string,
  when: Date,
): Promise<{ ok: true } | { ok: false; because: 'link-over' }> {
  return db.transaction(async (tx) => {
    const begun = await tx
      .update(subscribers)
      .set({
        state: 'confirmed',
        confirmedAt: when,
        confirmHash: null,
        confirmUntil: null,
        leftAt: null,
        bounces: 0,
        lastBounceAt: null,
      })
      .where(waitingFor(token, when))
      .returning({ id: subscribers.id })
    return begun.length > 0 ? { ok: true } : { ok: false, because: 'link-over' }
  })
}

/** What the owner of this link chose; null for a link that is none of ours, and for who does not get the newsletter. */
export async function subscriptionOf(db: Reader, token: string, seal: SubscriberSeal): Promise<Subscription | null> {
  const [row] = await db
    .select({ id: subscribers.id, rhythm: subscribers.rhythm })
    .from(subscribers)
    .where(ownerOf(token, seal))
  if (!row) return null
  const chosen = await db
    .select({ slug: topics.slug })
    .from(subscriberTopics)
    .innerJoin(topics, eq(topics.id, subscriberTopics.topicId))
    .where(eq(subscriberTopics.subscriberId, row.id))
    .orderBy(asc(topics.position), asc(topics.id))
  return { rhythm: row.rhythm, topics: chosen.map(({ slug }) => slug) }
}

/** Keeps another choice, for letters written from now on. */
export async function changeSubscription(
  db: Database,
  { token, ...wanted }: Subscription & { token: string },
  seal: SubscriberSeal,
): Promise<SubscriptionSaved> {
  return db.transaction(async (tx): Promise<SubscriptionSaved> => {
    const chosen = await topicsChosen(tx, wanted)
    if (chosen === null) return { ok: false, because: 'no-topic' }
    const [changed] = await tx
      .update(subscribers)
      .set({ rhythm: wanted.rhythm })
      .where(ownerOf(token, seal))
      .returning({ id: subscribers.id })
    if (!changed) return { ok: false, because: 'link-over' }
    await keepTopics(tx, changed.id, chosen)
    return { ok: true }
  })
}

/**
 * Ends the newsletter for the owner of this link and forgets the address, its choices and the letters to it. True also
 * for who has left before: the link may be pressed twice. False for a link that is none of ours.
 */
export async function leaveNewsletter(db: Database, token: string, seal: SubscriberSeal, when: Date): Promise<boolean> {
  const publicId = seal.open(token)
  if (publicId === null) return false
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(subscribers).where(eq(subscribers.publicId, publicId))
    // A row that is gone left long ago.
    if (row && row.state !== 'left') await endSubscription(tx, row, 'left', when)
    return true
  })
}

/** Nothing is sent to the address any more, and it is forgotten with its choices and letters; the proof stays a year. */
export async function endSubscription(
  tx: Writer,
  { id, email }: Pick<Row, 'id' | 'email'>,
  state: 'left' | 'bounced',
  when: Date,
): Promise<void> {
  await tx
    .update(subscribers)
    .set({ state, leftAt: when, email: null, confirmHash: null, confirmUntil: null })
    .where(eq(subscribers.id, id))
    .returning({ id: subscribers.id })
  await keepTopics(tx, id, [])
  await tx
    .update(newsletterLetters)
    .set({ state: 'skipped' })
    .where(and(eq(newsletterLetters.subscriberId, id), eq(newsletterLetters.state, 'waiting')))
    .returning({ id: newsletterLetters.id })
  if (email !== null) await dropLetters(tx, email)
}

/** Deletes requests that nobody confirmed in time, and the proof of who left a year ago. */
export async function sweepSubscribers(db: Database, when: Date): Promise<void> {
  const longAgo = new Date(when.getTime() - PROOF_KEPT_DAYS * 24 * HOUR_MS)
  const unconfirmed = and(eq(subscribers.state, 'pending'), lt(subscribers.confirmUntil, when))
  const leftLongAgo = and(inArray(subscribers.state, ['left', 'bounced']), lt(subscribers.leftAt, longAgo))
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(subscribers)
      .where(or(unconfirmed, leftLongAgo))
      .returning({ email: subscribers.email })
    for (const { email } of gone) if (email !== null) await dropLetters(tx, email)
  })
}

// --- Rows ---

type Row = typeof subscribers.$inferSelect

/** Keeps what was asked for, and gives the secret for the letter. Asking again makes the secret before it useless. */
async function keepRequest(tx: Writer, request: NewsletterRequest, chosen: number[], when: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const { email, language, rhythm, consentWords } = request
  const asked = {
    email,
    language,
    rhythm,
    consentWords,
    state: 'pending' as const,
    confirmHash: hashOf(token),
    confirmUntil: new Date(when.getTime() + CONFIRM_WITHIN_HOURS * HOUR_MS),
    askedAt: when,
    confirmedAt: null,
  }
  const [row] = await tx
    .insert(subscribers)
    .values({ publicId: newPublicId(), addressHash: hashOf(email), ...asked })
    .onConflictDoUpdate({ target: subscribers.addressHash, set: asked })
    .returning({ id: subscribers.id })
  if (row) await keepTopics(tx, row.id, chosen)
  return token
}

async function keepTopics(tx: Writer, subscriberId: number, topicIds: number[]): Promise<void> {
  await tx.delete(subscriberTopics).where(eq(subscriberTopics.subscriberId, subscriberId))
  if (topicIds.length > 0)
    await tx
      .insert(subscriberTopics)
      .values(topicIds.map((topicId) => ({ subscriberId, topicId })))
      .returning({ topicId: subscriberTopics.topicId })
}

async function dropLetters(tx: Writer, email: string): Promise<void> {
  await tx.delete(letters).where(and(eq(letters.toEmail, email), inArray(letters.kind, lettersOfOurs)))
}

/** Ids of the running topics among the chosen ones; null where topics are wanted and none of them is left. */
async function topicsChosen(db: Reader, { rhythm, topics: slugs }: Subscription): Promise<number[] | null> {
  if (rhythm !== 'topics') return []
  const ids = (await runningTopics(db)).filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id)
  return ids.length > 0 ? ids : null
}

function waitingFor(token: string, when: Date) {
  return and(
    eq(subscribers.confirmHash, hashOf(token)),
    eq(subscribers.state, 'pending'),
    gt(subscribers.confirmUntil, when),
  )
}

function ownerOf(token: string, seal: SubscriberSeal) {
  return and(eq(subscribers.publicId, seal.open(token) ?? ''), eq(subscribers.state, 'confirmed'))
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

// --- Letters ---

async function tellConfirm(tx: Writer, { email, language }: NewsletterRequest, token: string, when: Date) {
  const content = { account: { token, language } }
  const key = `newsletter-confirm-${newPublicId()}`
  await writeLetter(tx, { key, kind: 'newsletter-confirm', to: await readerAt(tx, email), content }, when)
}

// Once a day, however often the address is typed by whomever.
async function tellAlready(tx: Writer, { email, language }: NewsletterRequest, token: string, when: Date) {
  const content = { account: { token, language } }
  const key = `newsletter-already-${hashOf(email).slice(0, 22)}-${when.toISOString().slice(0, 10)}`
  await writeLetter(tx, { key, kind: 'newsletter-already', to: await readerAt(tx, email), content }, when)
}
