// After a refusal: what its form has to know to be shown again, for the desk or for the story's reporter.
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import { storyStatus } from '#app/newsroom/desk/status.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'

/** The story as it is now for the one who ordered a move on it; null where it does not exist for them. */
export async function orderedStory(db: Reader, publicId: string, who: Person): Promise<OrderedStory | null> {
  const own = await storyStatus(db, publicId, who)
  if (own) {
    const { number, headline, state, version } = own.story
    const { offered } = own
    return {
      publicId,
      number,
      headline,
      state,
      version,
      offered,
      own: true,
      hash: '',
      holder: 'nobody',
      claimedBefore: true,
      completes: true,
      spamOnly: false,
      safetyOnly: false,
      colleagues: [],
      points: own.points.filter(({ round }) => round === own.story.round),
    }
  }
  const page = await deskStory(db, publicId, who)
  if (!page) return null
  const { story, content, claim, hash, claimedBefore, offered, colleagues, rejectNeedsAnother } = page
  const { retractNeedsAnother, standing } = page
  const { number, state, version } = story
  return {
    publicId,
    number,
    headline: content.headline,
    state,
    version,
    hash,
    claimedBefore,
    colleagues,
    own: false,
    holder: claim === null ? 'nobody' : claim.me ? 'me' : 'other',
    completes: standing.approvals.completes,
    offered: [
      ...offered,
      ...(rejectNeedsAnother ? (['reject'] as const) : []),
      ...(retractNeedsAnother ? (['retract'] as const) : []),
    ],
    spamOnly: rejectNeedsAnother,
    safetyOnly: retractNeedsAnother,
    points: [],
  }
}
