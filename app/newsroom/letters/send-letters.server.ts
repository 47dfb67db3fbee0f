// Sends what is due in the outbox: under a lease, at least once, with patience for a mail server that is away.
import { and, asc, eq, inArray, isNull, lt, lte, or } from 'drizzle-orm'
import { renderLetter } from '#app/newsroom/letters/letter.ts'
import type { LettersIn } from '#app/newsroom/letters/letter-words.ts'
import { withOwnWords } from '#app/newsroom/letters/own-words.server.ts'
import { languageIn, veiledLetter, withoutToken, writtenLetter } from '#app/newsroom/letters/written-letter.ts'
import type { Database } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'
import { people } from '#db/schema/people.ts'

/** What a mailer is given. `key` is the left side of the Message-ID, so a letter sent twice is one letter. */
export type OutgoingLetter = {
  key: string
  kind: string
  fromName: string
  /** The left side of the sender's address. */
  fromMailbox: 'desk' | 'mail' | 'newsletter'
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Of letters to a list: where one press ends it (empty in a test), and where old ones are read. */
  list?: { leave: string; archive: string }
}

/** Where links lead, who signs, and the words of each language. `url` has no slash at its end. */
export type LetterSite = { url: string; outletName: string; wordsIn: LettersIn }

/** Takes a letter off our hands or throws; where a mail server said why, the error is a `RefusedLetter`. */
export type Mailer = { send(letter: OutgoingLetter): Promise<void> }

/**
 * What a mail server refused: the `address` for good (nobody is there), this `letter` for good (its sender or its words),
 * or either for `later`. Any other error says that there was no talking to the server at all.
 */
export type Refusal = 'address' | 'letter' | 'later'
export type RefusedLetter = Error & { refused: Refusal }

/** Why a mail server refused the letter; null where the fault is not the letter's. */
export function refusalOf(error: unknown): Refusal | null {
  return error instanceof Error && 'refused' in error ? (error as RefusedLetter).refused : null
}

const leaseMs = 5 * 60_000
const mostAttempts = 8
const firstWaitMs = 60_000
const longestWaitMs = 6 * 60 * 60_000

/** Sends up to `most` due letters, oldest first. Gives how many left and how many did not. Two processes may run it at once. */
export async function sendDueLetters(
  db: Database,
  mailer: Mailer,
  site: LetterSite,
  when: Date,
  most = 20,
): Promise<{ sent: number; failed: number }> {
  const taken = await takeDue(db, when, most)
  const count = { sent: 0, failed: 0 }
  if (taken.length === 0) return count
  const own = { ...site, wordsIn: await withOwnWords(db, site.wordsIn) }
  for (const letter of taken) {
    try {
      await mailer.send(outgoing(letter, own))
    } catch (error) {
      await writeFailure(db, letter, error, when)
      count.failed++
      continue
    }
    await writeSent(db, letter, when)
    count.sent++
  }
  return count
}

/** How long the next try waits after so many failed ones: 1 minute, doubled each time, at most 6 hours. */
export function waitBeforeTry(attempts: number): number {
  return Math.min(firstWaitMs * 2 ** (attempts - 1), longestWaitMs)
}

/**
 * The letter in its reader's language of today. In safety mode of today it says only that there is news: nothing of
 * the story, the outlet or the kind is in its words, its sender's name or its Message-ID.
 */
function outgoing(letter: Taken, { url, outletName, wordsIn }: LetterSite): OutgoingLetter {
  const words = wordsIn(letter.language ?? languageIn(letter.content) ?? 'en')
  const { language } = words
  if (!letter.safetyMode) {
    const content = writtenLetter(letter, words)
    const to = { name: letter.toName, address: letter.toEmail }
    const from = { fromName: outletName, fromMailbox: 'desk' } as const
    return { key: letter.key, kind: letter.kind, ...from, to, ...renderLetter(content, { url, outletName, language }) }
  }
  const content = veiledLetter(letter, words)
  const from = { fromName: words.veiled.sender, fromMailbox: 'mail' } as const
  const to = { name: '', address: letter.toEmail }
  const rendered = renderLetter(content, { url, outletName: '', language })
  return { key: `message-${letter.id}`, kind: 'message', ...from, to, ...rendered }
}

type Row = typeof letters.$inferSelect
type Taken = Pick<Row, 'id' | 'key' | 'kind' | 'toEmail' | 'toName' | 'content' | 'attempts'> & {
  /** Null where the letter goes to nobody with an account. */
  language: string | null
  safetyMode: boolean | null
}

// The lease is written before anything is sent; who dies while sending leaves it to run out. Nothing is sent inside.
async function takeDue(db: Database, when: Date, most: number): Promise<Taken[]> {
  const free = or(isNull(letters.leasedUntil), lt(letters.leasedUntil, when))
  const due = and(eq(letters.state, 'waiting'), lte(letters.notBefore, when), free)
  const [any] = await db.select({ id: letters.id }).from(letters).where(due).limit(1)
  if (!any) return [] // the usual second: no write lock for nothing
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({
        id: letters.id,
        key: letters.key,
        kind: letters.kind,
        toEmail: letters.toEmail,
        toName: letters.toName,
        content: letters.content,
        attempts: letters.attempts,
        language: people.language,
        safetyMode: people.safetyMode,
      })
      .from(letters)
      .leftJoin(people, eq(people.id, letters.toPersonId))
      .where(due)
      .orderBy(asc(letters.notBefore), asc(letters.id))
      .limit(most)
    const ids = rows.map((row) => row.id)
    await tx
      .update(letters)
      .set({ leasedUntil: new Date(when.getTime() + leaseMs) })
      .where(inArray(letters.id, ids))
    return rows
  })
}

async function writeSent(db: Database, letter: Taken, when: Date) {
  await db.transaction(async (tx) => {
    await tx
      .update(letters)
      .set({ state: 'sent', sentAt: when, leasedUntil: null, lastError: null, content: withoutToken(letter.content) })
      .where(eq(letters.id, letter.id))
  })
}

async function writeFailure(db: Database, letter: Taken, error: unknown, when: Date) {
  const attempts = letter.attempts + 1
  const dead = attempts >= mostAttempts
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await db.transaction(async (tx) => {
    await tx
      .update(letters)
      .set({
        attempts,
        lastError,
        leasedUntil: null,
        state: dead ? 'dead' : 'waiting',
        notBefore: new Date(when.getTime() + waitBeforeTry(attempts)),
      })
      .where(and(eq(letters.id, letter.id), eq(letters.state, 'waiting')))
  })
}
