// The outbox: a letter is written in the transaction of its cause, as its reader chose, and sent by the clock.
import { and, eq, inArray, like } from 'drizzle-orm'
import { choiceThatHolds, type LetterChoice, type LetterKind } from '#app/newsroom/letters/kinds.ts'
import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import type { LetterFacts } from '#app/newsroom/letters/letter-facts.ts'
import type { Reader, Writer } from '#db/client.ts'
import { letterChoices, letters } from '#db/schema/letters.ts'

export type LetterToWrite = {
  /** Says the same thing only once: a letter whose key is already in the outbox is not written again. */
  key: string
  kind: LetterKind
  to: { personId?: number; email: string; name: string }
  storyId?: number
  /** Facts, which become sentences in the reader's language on the day of sending; or the sentences themselves. */
  content: LetterFacts | LetterContent
  /** Not to be sent earlier, e.g. while a decision can be undone. */
  notBefore?: Date
}

/** What becomes of a letter by its reader's choice. Whatever it is, it is a notice on the site too. */
export const stateByChoice = { each: 'waiting', digest: 'gathered', off: 'shown' } as const

/** Puts a letter into the outbox. False when its key is there already. */
export async function writeLetter(tx: Writer, letter: LetterToWrite, when: Date): Promise<boolean> {
  const choice = await choiceOf(tx, letter.to.personId, letter.kind)
  const written = await tx
    .insert(letters)
    .values({
      key: letter.key,
      kind: letter.kind,
      toPersonId: letter.to.personId ?? null,
      toEmail: letter.to.email,
      toName: letter.to.name,
      storyId: letter.storyId ?? null,
      content: letter.content,
      state: stateByChoice[choice],
      notBefore: letter.notBefore ?? when,
      createdAt: when,
    })
    .onConflictDoNothing()
    .returning({ id: letters.id })
  return written.length > 0
}

/** Takes back letters that have not left yet, and their notices. `keyPrefix` is one of ours, never a client's. */
export async function cancelLetters(tx: Writer, storyId: number, keyPrefix: string): Promise<number> {
  const notSent = inArray(letters.state, ['waiting', 'gathered', 'shown'])
  const cancelled = await tx
    .update(letters)
    .set({ state: 'cancelled' })
    .where(and(eq(letters.storyId, storyId), notSent, like(letters.key, `${keyPrefix}%`)))
    .returning({ id: letters.id })
  return cancelled.length
}

async function choiceOf(tx: Reader, personId: number | undefined, kind: LetterKind): Promise<LetterChoice> {
  if (personId === undefined) return 'each'
  const [row] = await tx
    .select({ choice: letterChoices.choice })
    .from(letterChoices)
    .where(and(eq(letterChoices.personId, personId), eq(letterChoices.kind, kind)))
  return choiceThatHolds(kind, row?.choice)
}
