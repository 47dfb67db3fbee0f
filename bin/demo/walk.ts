// The moves that take a story from its draft to a state, and who makes them: for the demo outlet and for tests.
import type { MoveOrder } from '#app/newsroom/desk/move-order.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { StoryState } from '#app/newsroom/story/story.ts'

export type WalkStep = {
  by: 'owner' | 'editor' | 'second' | 'admin'
  /** `deskEdit` is not a move: the holder saves other words. */
  move: Move | 'deskEdit'
  order?: Partial<Pick<MoveOrder, 'note' | 'deskNote' | 'reasons' | 'points' | 'at'>>
}

/** What the steps say where a move needs words. */
export type WalkWords = {
  points: string[]
  reasons: MoveOrder['reasons']
  /** To the contributor, and the public reason of a retraction. */
  note: string
  deskNote: string
  /** ISO instant. */
  publishAt: string
}

/** The shortest walk to a state. With `edited`, the desk changes the words before it decides. */
export function walkTo(state: StoryState, words: WalkWords, edited = false): WalkStep[] {
  const edit: WalkStep[] = edited ? [{ by: 'editor', move: 'deskEdit' }] : []
  const claimed: WalkStep[] = [...submitted(), { by: 'editor', move: 'claim' }, ...edit]
  const approved: WalkStep[] = [...claimed, { by: 'editor', move: 'approve', order: { note: '' } }]
  const published: WalkStep[] = [...approved, { by: 'editor', move: 'publish' }]
  const no = { reasons: words.reasons, note: words.note, deskNote: words.deskNote }
  switch (state) {
    case 'draft':
      return []
    case 'submitted':
      return submitted()
    case 'in_review':
      return claimed
    case 'changes_requested':
      return [
        ...claimed,
        { by: 'editor', move: 'requestChanges', order: { points: words.points, deskNote: words.deskNote } },
      ]
    case 'awaiting_sign_off':
      return [
        ...submitted(),
        { by: 'editor', move: 'claim' },
        { by: 'editor', move: 'deskEdit' },
        { by: 'editor', move: 'sendForSignOff', order: { note: words.note, deskNote: words.deskNote } },
      ]
    case 'approved':
      return approved
    case 'scheduled':
      return [...approved, { by: 'editor', move: 'schedule', order: { at: words.publishAt } }]
    case 'published':
      return published
    case 'declined':
      return [...claimed, { by: 'editor', move: 'decline', order: no }]
    case 'rejected':
      return [...claimed, { by: 'second', move: 'reject', order: no }]
    case 'withdrawn':
      return [...submitted(), { by: 'owner', move: 'withdraw', order: { note: words.note } }]
    case 'retracted':
      return [
        ...published,
        { by: 'second', move: 'askRetraction', order: { deskNote: words.deskNote || words.note } },
        { by: 'admin', move: 'retract', order: { note: words.note, deskNote: words.deskNote } },
      ]
    case 'archived':
      return [
        ...submitted(),
        { by: 'owner', move: 'withdraw' },
        { by: 'admin', move: 'archive', order: { deskNote: words.deskNote } },
      ]
  }
}

function submitted(): WalkStep[] {
  return [{ by: 'owner', move: 'submit' }]
}
