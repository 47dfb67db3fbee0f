// Who at the desk is told: the editors of a section, its publishers, the chiefs.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import { hasRight } from '#app/newsroom/people/rights-in-section.server.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

export type Recipient = { id: number; email: string; name: string }

const MOST_DESK_LETTERS = 200

/**
 * Everybody who reads what is new at the desk: the editors with this right in the section (`any`: wherever it is), or
 * the admins where there are none; never its writer.
 */
export async function theDesk(
  tx: Reader,
  ownerId: number,
  sectionId: number | null | 'any' = 'any',
  right: 'edit' | 'publish' = 'edit',
): Promise<Recipient[]> {
  const desk = await tx
    .select({ id: people.id, email: people.email, name: people.name, role: people.role })
    .from(people)
    .where(
      and(
        inArray(people.role, ['editor', 'admin']),
        isNull(people.suspendedAt),
        sectionId === 'any' ? undefined : hasRight(tx, right, sectionId),
      ),
    )
    .orderBy(people.id)
    .limit(MOST_DESK_LETTERS)
  const editors = desk.filter((person) => person.role === 'editor' && person.id !== ownerId)
  return editors.length ? editors : desk.filter((person) => person.id !== ownerId)
}

/** The admins, who answer for what the desk does; never the story's writer. */
export async function theChiefs(tx: Reader, ownerId: number): Promise<Recipient[]> {
  const chiefs = await tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(and(eq(people.role, 'admin'), isNull(people.suspendedAt)))
    .orderBy(people.id)
    .limit(MOST_DESK_LETTERS)
  return chiefs.filter((person) => person.id !== ownerId)
}
