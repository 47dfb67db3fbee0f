// The outlet's own rows: its settings and sections.
import { id, integer, json, table, text, timestamp } from '../columns.ts'

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
})
