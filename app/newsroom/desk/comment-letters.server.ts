// Who hears of a comment: the other side of the story where it is shared, else the colleagues who are in it.
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { editChain, wordsOfKept } from '#app/newsroom/desk/edit-chain.server.ts'
import type { Recipient } from '#app/newsroom/desk/the-desk.server.ts'
import { storyFacts } from '#app/newsroom/letters/letter-facts.ts'
import { writeLetter } from '#app/newsroom/letters/outbox.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Writer } from '#db/client.ts'
import { comments } from '#db/schema/desk.ts'
import { people } from '#db/schema/people.ts'

/** Writes the letters of one comment. They say where to read it, never what it says. */
export async function tellOfComment(
  tx: Writer,
  story: Story,
  thread: { id: number; shared: boolean },
  comment: number,
  who: Person,
  when: Date,
): Promise<void> {
  const { deskName, timeZone } = await outletOf(tx)
  const { id: number, publicId, ownerId } = story
  // An edit is no news to the contributor before it is sent, and its headline neither.
  const chain = await editChain(tx, story)
  const own = chain && story.state === 'in_review' ? (await wordsOfKept(tx, chain.own)).content.headline : null
  for (const to of await readersOf(tx, story, thread, who)) {
    const forDesk = to.id !== ownerId
    const headline = forDesk ? story.headline : (own ?? story.headline)
    await writeLetter(
      tx,
      {
        key: `comment:${comment}:${to.id}`,
        kind: 'comment',
        to: { personId: to.id, email: to.email, name: to.name },
        storyId: number,
        content: storyFacts({ number, publicId, headline, deskName, timeZone, forDesk }),
      },
      when,
    )
  }
}

/** The holder of the claim and everybody who has spoken in it; of the contributor only where it is shared. */
async function readersOf(
  tx: Writer,
  story: Story,
  thread: { id: number; shared: boolean },
  who: Person,
): Promise<Recipient[]> {
  const spoken = await tx
    .selectDistinct({ id: comments.authorId })
    .from(comments)
    .where(and(eq(comments.threadId, thread.id), ne(comments.authorId, who.id)))
  const fromOwner = who.id === story.ownerId
  const desk = [story.claimedById, ...(fromOwner || !thread.shared ? spoken.map(({ id }) => id) : [])]
  const wanted = new Set(desk.filter((id): id is number => id !== null && id !== who.id && id !== story.ownerId))
  if (thread.shared && !fromOwner) wanted.add(story.ownerId)
  if (wanted.size === 0) return []
  return tx
    .select({ id: people.id, email: people.email, name: people.name })
    .from(people)
    .where(and(inArray(people.id, [...wanted]), isNull(people.suspendedAt)))
}
