// Puts a letter about an account into the outbox, to the person it is about.
import type { LetterContent } from '#app/newsroom/letters/letter.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import type { Writer } from '#db/client.ts'
import { newPersonId } from './public-id.server.ts'

export type AccountLetterKind =
  | 'confirm-email'
  | 'already-joined'
  | 'reset-password'
  | 'first-admin'
  | 'password-changed'
  | 'two-step'
  | 'role'
  | 'suspended'
  | 'suspension-lifted'

/** Each call is a letter of its own: two requests for a new password are two letters. */
export function writeAccountLetter(
  tx: Writer,
  kind: AccountLetterKind,
  to: { id: number; email: string; name: string },
  content: LetterContent,
  when: Date,
): Promise<void> {
  const address = { personId: to.id, email: to.email, name: to.name }
  return writeLetter(tx, { key: `${kind}-${newPersonId()}`, kind, to: address, content }, when)
}
