// Who may do what in live coverage: pure, asked by buttons and by actions alike.
import type { Person } from '#app/newsroom/people/person.ts'
import type { LiveAct, LiveRefusal } from '#app/newsroom/topics/live.ts'
import type { Rights } from './policy.ts'

export type DeskLiveAct = Exclude<LiveAct, 'send' | 'withdraw'>

/** What readers see at once takes the right to publish in the coverage's section; the rest, the right to edit there. */
const takes: Record<DeskLiveAct, keyof Rights> = {
  open: 'publish',
  close: 'publish',
  publish: 'publish',
  approve: 'publish',
  correct: 'publish',
  remove: 'publish',
  pin: 'publish',
  unpin: 'publish',
  key: 'publish',
  'not-key': 'publish',
  decline: 'edit',
  story: 'edit',
  photo: 'publish',
  'photo-out': 'publish',
}

/**
 * Null when this person may, else why not. `sentById` is who sent the entry from outside, null for the desk's own and
 * for the coverage itself: nobody decides on what they sent.
 */
export function mayActLive(
  who: Person,
  act: DeskLiveAct,
  { rights, sentById }: { rights: Rights; sentById: number | null },
): LiveRefusal | null {
  if (who.role === 'contributor') return 'not-allowed'
  if ((act === 'approve' || act === 'decline') && sentById === who.id) return 'own-entry'
  if (rights[takes[act]]) return null
  return takes[act] === 'publish' ? 'no-publish-right' : 'no-edit-right'
}
