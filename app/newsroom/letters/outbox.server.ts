// The outbox: a letter is written in the transaction of its cause, and sent by the clock.
import { and, eq, like } from 'drizzle-orm'
import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import type { Writer } from '#db/client.ts'
import { letters } from '#db/schema/letters.ts'

export type LetterToWrite = {
  /** Says the same thing only once: a letter whose key is already in the outbox is not written again. */
  key: string
  kind: string
  to: { personId?: number; email: string; name: string }
  storyId?: number
  content: LetterContent
  /** Not to be sent earlier, e.g. while a decision can be undone. */
  notBefore?: Date
}

/** Puts a letter into the outbox. */
export async function writeLetter(tx: Writer, letter: LetterToWrite, when: Date): Promise<void> {
  await tx
    .insert(letters)
    .values({
      key: letter.key,
      kind: letter.kind,
      toPersonId: letter.to.personId ?? null,
      toEmail: letter.to.email,
      toName: letter.to.name,
      storyId: letter.storyId ?? null,
      content: letter.content,
      notBefore: letter.notBefore ?? when,
      createdAt: when,
    })
    .onConflictDoNothing()
}

/** Takes back letters that have not left yet. `keyPrefix` is one of ours, never a client's. */
export async function cancelLetters(tx: Writer, storyId: number, keyPrefix: string): Promise<number> {
  const cancelled = await tx
    .update(letters)
    .set({ state: 'cancelled' })
    .where(and(eq(letters.storyId, storyId), eq(letters.state, 'waiting'), like(letters.key, `${keyPrefix}%`)))
    .returning({ id: letters.id })
  return cancelled.length
}
