// Single-use secrets sent by mail: made, looked at, consumed. Only their hash is stored.
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull, lt } from 'drizzle-orm'
import type { Database, Reader, Writer } from '#db/client.ts'
import { mailedTokens } from '#db/schema/people.ts'

export type TokenKind = 'confirm-email' | 'reset-password'

const HOUR_MS = 3_600_000
const LIFE_MS: Record<TokenKind, number> = { 'confirm-email': 24 * HOUR_MS, 'reset-password': HOUR_MS }

/** Makes a token for a person: 32 random bytes as base64url. It is given out this once. */
export async function issueToken(tx: Writer, kind: TokenKind, personId: number, when: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(when.getTime() + LIFE_MS[kind])
  await tx.insert(mailedTokens).values({ hash: hashOf(token), kind, personId, expiresAt })
  return token
}

/** Does this token still open? Looking does not use it up, so that a mail program's preview does no harm. */
export async function tokenOpens(db: Reader, kind: TokenKind, token: string, when: Date): Promise<boolean> {
  const [row] = await db
    .select({ hash: mailedTokens.hash })
    .from(mailedTokens)
    .where(stillGood(kind, token, when))
  return row !== undefined
}

/**
 * Uses a token up and says whose it was; null when it is unknown, used or too old.
 * The person's other tokens of the kind are used up with it. Of two at once, one wins.
 */
export async function consumeToken(tx: Writer, kind: TokenKind, token: string, when: Date): Promise<number | null> {
  const [used] = await tx
    .update(mailedTokens)
    .set({ usedAt: when })
    .where(stillGood(kind, token, when))
    .returning({ personId: mailedTokens.personId })
  if (!used) return null
  await dropTokens(tx, kind, used.personId, when)
  return used.personId
}

/** Makes all waiting tokens of a person and kind useless. */
export async function dropTokens(tx: Writer, kind: TokenKind, personId: number, when: Date): Promise<void> {
  await tx
    .update(mailedTokens)
    .set({ usedAt: when })
    .where(and(eq(mailedTokens.personId, personId), eq(mailedTokens.kind, kind), isNull(mailedTokens.usedAt)))
}

/** Deletes tokens that are too old to open anything. */
export async function sweepMailedTokens(db: Database, when: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(mailedTokens).where(lt(mailedTokens.expiresAt, when))
  })
}

function stillGood(kind: TokenKind, token: string, when: Date) {
  return and(
    eq(mailedTokens.hash, hashOf(token)),
    eq(mailedTokens.kind, kind),
    isNull(mailedTokens.usedAt),
    gt(mailedTokens.expiresAt, when),
  )
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
