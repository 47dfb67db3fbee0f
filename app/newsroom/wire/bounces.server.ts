// Letters that a mail server refused for good, at once or by a report that came later: counted, until the address is left alone.
import { and, eq, sql } from 'drizzle-orm'
import type { Database, Writer } from '#db/client.ts'
import { newsletterIssues, newsletterLetters, subscribers } from '#db/schema/newsletter.ts'
import { endSubscription } from './subscribers.server.ts'

/** So many letters in a row are refused before the address gets no more. */
export const MOST_BOUNCES = 3
/** A refusal is forgotten when so long none followed it. */
const FORGOTTEN_DAYS = 15

/** Counts a refusal of a subscriber's address; the third in a row ends the newsletter there and forgets the address. */
export async function countBounce(tx: Writer, subscriberId: number, when: Date): Promise<void> {
  const [row] = await tx
    .update(subscribers)
    .set({ bounces: sql`${subscribers.bounces} + 1`, lastBounceAt: when })
    .where(and(eq(subscribers.id, subscriberId), eq(subscribers.state, 'confirmed')))
    .returning()
  if (row && row.bounces >= MOST_BOUNCES) await endSubscription(tx, row, 'bounced', when)
}

/** Does a letter that was taken end the row of refusals? Not at once: a report may come days later. */
export function forgetsBounces({ bounces, lastBounceAt }: BounceRow, when: Date): boolean {
  if (bounces === 0 || lastBounceAt === null) return false
  return when.getTime() - lastBounceAt.getTime() > FORGOTTEN_DAYS * 24 * 3_600_000
}

type BounceRow = { bounces: number; lastBounceAt: Date | null }

/**
 * A mail server has reported that the letter with this key (the left side of its Message-ID) could not be delivered for
 * good. False when no such letter left lately, or it was reported before.
 */
export async function bounceReported(db: Database, key: string, when: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [letter] = await tx
      .update(newsletterLetters)
      .set({ state: 'bounced', lastError: 'reported later' })
      .where(and(eq(newsletterLetters.key, key), eq(newsletterLetters.state, 'sent')))
      .returning()
    if (!letter) return false
    // Of an issue that is finished only the sums are shown.
    await tx
      .update(newsletterIssues)
      .set({
        sentCount: sql`${newsletterIssues.sentCount} - 1`,
        bouncedCount: sql`${newsletterIssues.bouncedCount} + 1`,
      })
      .where(and(eq(newsletterIssues.id, letter.issueId), sql`${newsletterIssues.sentCount} > 0`))
      .returning({ id: newsletterIssues.id })
    if (letter.subscriberId !== null) await countBounce(tx, letter.subscriberId, when)
    return true
  })
}
