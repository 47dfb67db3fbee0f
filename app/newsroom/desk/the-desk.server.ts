// Who reads what is new at the desk.
import { and, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

export type Recipient = { id: number; email: string; name: string }

const MOST_DESK_LETTERS = 200

/** Everybody who reads what is new at the desk: the editors, or the admins where there are none; never its writer. */
export async function theDesk(tx: Reader, ownerId: number): Promise<Recipient[]> {
  const desk = await tx
    .select({ id: people.id, email: people.email, name: people.name, role: people.role })
    .from(people)
    .where(and(inArray(people.role, ['editor', 'admin']), isNull(people.suspendedAt)))
    .limit(MOST_DESK_LETTERS)
  const editors = desk.filter((person) => person.role === 'editor' && person.id !== ownerId)
  return editors.length ? editors : desk.filter((person) => person.id !== ownerId)
}
