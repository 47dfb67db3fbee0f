// When the clock may make its moves: pure, asked by the jobs and again by the door.
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { Story } from '#app/newsroom/story/story.ts'

/** How long a claim lives without its holder looking at the story. */
export const CLAIM_LAPSES_AFTER_HOURS = 4

/** A story that has ended is closed after so long: until then it can be sent again, appealed or looked at again. */
export const ARCHIVED_AFTER_DAYS = 365

/** What of a story tells whether the clock's time has come. */
export type Clocked = Pick<Story, 'publishAt' | 'claimSeenAt' | 'claimedAt' | 'dueAt' | 'enteredAt'>

/** May the clock make this move already? A job can run late, early on a wrong clock, or twice. */
export function isDue(move: Move, story: Clocked, when: Date): boolean {
  const now = when.getTime()
  switch (move) {
    case 'publish':
      return story.publishAt !== null && story.publishAt.getTime() <= now
    case 'release': {
      const seen = story.claimSeenAt ?? story.claimedAt
      return seen !== null && seen.getTime() + CLAIM_LAPSES_AFTER_HOURS * 3_600_000 <= now
    }
    case 'lapse':
      // Twice the time that was given.
      return story.dueAt !== null && 2 * story.dueAt.getTime() - story.enteredAt.getTime() <= now
    case 'overrideSignOff':
    case 'signOffLapse':
      return story.dueAt !== null && story.dueAt.getTime() <= now
    case 'archive':
      return story.enteredAt.getTime() + ARCHIVED_AFTER_DAYS * 86_400_000 <= now
    default:
      return true
  }
}
