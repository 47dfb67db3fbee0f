// The outlet's own rows: its settings and sections.
import { sql } from 'drizzle-orm'
import { boolean, id, index, integer, json, table, text, timestamp } from '../columns.ts'

/** One row, id 1: who we are. The shape of `settings` is newsroom/outlet/settings.ts. */
export const outlets = table('outlets', {
  id: id(),
  settings: json<unknown>('settings').notNull(),
  updatedAt: timestamp('updated_at').notNull(),
})

export const sections = table('sections', {
  id: id(),
  slug: text('slug').notNull().unique(),
  name: text('name').notNull(),
  description: text('description').notNull().default(''),
  position: integer('position').notNull().default(0),
  /** The section's clock: a sent story is promised an answer within so many hours. */
  answerWithinHours: integer('answer_within_hours').notNull().default(48),
  /** How many editors approve a story before it may be published. */
  approvals: integer('approvals').notNull().default(1),
  /** The last to change the words does not approve them. */
  fourEyes: boolean('four_eyes').notNull().default(false),
  /** When the contributor's time for a sign-off is over: true, the desk's words are approved; false, the story returns to the desk. */
  silenceAgrees: boolean('silence_agrees').notNull().default(true),
  /** Keys of newsroom/desk/verification.ts that have to be done before a story of this section is approved. */
  checklist: json<string[]>('checklist').notNull().default([]),
})

/** The journal of what readers get: parts of the paper that changed; newsroom/outlet/paper-changes.server.ts. */
export const paperChanges = table(
  'paper_changes',
  {
    id: id(),
    /** Keys of the parts, divided by spaces. */
    keys: text('keys').notNull(),
    at: timestamp('at').notNull(),
    /** When caches in front were told; null: not yet, or nobody stands in front. */
    purgedAt: timestamp('purged_at'),
  },
  (t) => [index('paper_changes_unpurged').on(t.id).where(sql`purged_at IS NULL`), index('paper_changes_at').on(t.at)],
)
