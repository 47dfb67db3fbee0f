// The whole status page of one's own story: where it is, how long it has waited, what is asked, what can be asked.
import { and, eq } from 'drizzle-orm'
import { threadsOf } from '#app/newsroom/desk/comments.server.ts'
import type { Thread } from '#app/newsroom/desk/comments.ts'
import { type Reminder, reminderFor } from '#app/newsroom/desk/reminders.server.ts'
import { type StatusPage, storyStatus } from '#app/newsroom/desk/status.server.ts'
import { type Suggestions, suggestionsOf } from '#app/newsroom/desk/suggestions.server.ts'
import { type OwnTicket, ticketsOfStory } from '#app/newsroom/desk/tickets.server.ts'
import { type ToldEdits, toldEdits } from '#app/newsroom/desk/told-edits.server.ts'
import { type WaitsHere, waitsAt } from '#app/newsroom/desk/waits.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { ownStory } from '#app/newsroom/story/drafts.server.ts'
import type { Reader } from '#db/client.ts'
import { publications } from '#db/schema/press.ts'

export type WhereIsMyStory = StatusPage & {
  suggestions: Suggestions | null
  /** What the desk changed without asking. */
  direct: ToldEdits | null
  /** Shared comments on the words; the desk's own are not among them. */
  threads: Thread[]
  reminder: Reminder
  tickets: OwnTicket[]
  /** The story that this report was joined with; `slug` once readers have it. */
  joinedWith: { number: number; slug: string | null } | null
  /** Only while the desk is to act. */
  waiting: { sinceMs: number; for: 'first-answer' | 'decision'; waits: WaitsHere } | null
}

/** Everything that its contributor is shown of a story; null for anybody else. */
export async function whereIsMyStory(
  db: Reader,
  publicId: string,
  who: Person,
  when: Date,
): Promise<WhereIsMyStory | null> {
  const [page, story] = await Promise.all([storyStatus(db, publicId, who), ownStory(db, publicId, who)])
  if (!page || !story) return null
  const isWaiting = page.story.whoActs === 'desk' || page.story.whoActs === 'editor'
  const [suggestions, direct, threads, reminder, tickets, waits] = await Promise.all([
    suggestionsOf(db, story),
    toldEdits(db, story),
    threadsOf(db, story, story.copy, who),
    reminderFor(db, story, when),
    ticketsOfStory(db, story.id, { byReporter: true }),
    isWaiting ? waitsAt(db, story.sectionId, when) : null,
  ])
  // Since its owner last gave it to the desk, not since an editor last touched it.
  const handedOver = page.steps.findLast(({ byOwner, to }) => byOwner && (to === 'submitted' || to === 'in_review'))
  const since = Date.parse(handedOver?.at ?? page.story.since)
  const waiting = waits && {
    sinceMs: Math.max(0, when.getTime() - since),
    for: story.firstAnsweredAt ? ('decision' as const) : ('first-answer' as const),
    waits,
  }
  return {
    ...page,
    suggestions,
    direct,
    threads,
    reminder,
    tickets,
    waiting,
    joinedWith: await joinedWith(db, story.mergedIntoId),
  }
}

async function joinedWith(db: Reader, number: number | null): Promise<WhereIsMyStory['joinedWith']> {
  if (number === null) return null
  const [live] = await db
    .select({ slug: publications.slug })
    .from(publications)
    .where(and(eq(publications.storyId, number), eq(publications.state, 'live')))
  return { number, slug: live?.slug ?? null }
}
