// The states of a story, apart from its table: browsers know the states and nothing of the database.
export const storyStates = [
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'awaiting_sign_off',
  'approved',
  'scheduled',
  'published',
  'declined',
  'rejected',
  'withdrawn',
  'retracted',
  'archived',
] as const
export type StoryState = (typeof storyStates)[number]
