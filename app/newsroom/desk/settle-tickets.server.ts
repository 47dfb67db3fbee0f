// Reports that a printed edition answers are done with it, in the transaction of the printing.
import { and, eq, inArray } from 'drizzle-orm'
import { CLOCK, type Mover } from '#app/newsroom/desk/policy.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'
import { pendingEditions, tickets } from '#db/schema/desk.ts'

/** The public note is the answer. A reader's address has done what it was given for, and goes. */
export async function settleTickets(
  tx: Writer,
  story: Pick<Story, 'id'>,
  { note }: { note: string },
  who: Mover,
  when: Date,
): Promise<void> {
  const printed = await tx
    .select({ id: pendingEditions.id })
    .from(pendingEditions)
    .where(and(eq(pendingEditions.storyId, story.id), eq(pendingEditions.state, 'printed')))
  if (printed.length === 0) return
  const answered = inArray(
    tickets.pendingId,
    printed.map(({ id }) => id),
  )
  await tx
    .update(tickets)
    .set({
      state: 'done',
      answer: note,
      answeredById: who === CLOCK ? null : who.id,
      answeredAt: when,
      fromEmail: '',
    })
    .where(and(eq(tickets.storyId, story.id), answered, eq(tickets.state, 'open')))
    .returning({ id: tickets.id })
}
