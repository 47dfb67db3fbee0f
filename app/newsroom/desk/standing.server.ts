// What stands beside a story's moves: whose approval it has, whose interest keeps them out, what can still be undone.
import { inArray } from 'drizzle-orm'
import { approversOf } from '#app/newsroom/desk/approvals.server.ts'
import { type Interest, interestsOf } from '#app/newsroom/desk/interests.server.ts'
import type { PolicyFacts } from '#app/newsroom/desk/policy.ts'
import { UNDO_MINUTES } from '#app/newsroom/desk/tell.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Story } from '#app/newsroom/story/story.ts'
import type { Reader } from '#db/client.ts'
import { people } from '#db/schema/people.ts'

export type Standing = {
  approvals: {
    /** How many the section asks for. */
    wanted: number
    /** Who has approved exactly these words. */
    by: string[]
    /** One more approval, by the one who looks, is enough. */
    completes: boolean
  }
  interests: Interest[]
  /** ISO instant until which the decision can be undone; null where there is none. */
  undoUntil: string | null
}

/** `hash` names the words of now, `facts` are those of the one who looks. */
export async function standingOf(
  db: Reader,
  story: Story,
  hash: string,
  facts: PolicyFacts,
  who: Person,
): Promise<Standing> {
  const approvers = await approversOf(db, story.id, hash)
  const names = approvers.length
    ? await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, approvers))
    : []
  const isDecided = story.state === 'declined' || story.state === 'rejected'
  return {
    approvals: {
      wanted: facts.approvals,
      by: approvers.flatMap((id) => names.find((person) => person.id === id)?.name ?? []),
      completes: new Set([...approvers, who.id]).size >= facts.approvals,
    },
    interests: await interestsOf(db, story.id, who),
    undoUntil:
      isDecided && facts.decidedById === who.id
        ? new Date(story.enteredAt.getTime() + UNDO_MINUTES * 60_000).toISOString()
        : null,
  }
}
