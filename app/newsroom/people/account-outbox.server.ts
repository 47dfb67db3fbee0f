// Puts a letter about an account into the outbox, to the person it is about.
import type { AccountLetterKind } from '#app/newsroom/letters/kinds.ts'
import type { AccountLetterFacts } from '#app/newsroom/letters/letter-words.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import type { Writer } from '#db/client.ts'
import { newPersonId } from './public-id.server.ts'

/** Each call is a letter of its own: two requests for a new password are two letters. */
export function writeAccountLetter(
  tx: Writer,
  kind: AccountLetterKind,
  to: { id: number; email: string; name: string },
  facts: AccountLetterFacts,
  when: Date,
): Promise<boolean> {
  const address = { personId: to.id, email: to.email, name: to.name }
  return writeLetter(tx, { key: `${kind}-${newPersonId()}`, kind, to: address, content: { account: facts } }, when)
}
