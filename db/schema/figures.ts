// What the desk log adds up to: counts by week, kept by the clock, so that no page reads the log.
import { id, index, integer, primaryKey, table, text, timestamp } from '../columns.ts'

/** One number of one week. No name and no story is in here. */
export const figureTallies = table(
  'figure_tallies',
  {
    /** The Monday it begins on, in UTC. */
    week: timestamp('week').notNull(),
    /** `all`, `section:<id>` or `editor:<person id>`. */
    scope: text('scope').notNull(),
    /** A measure of newsroom/desk/figures.ts. */
    measure: text('measure').notNull(),
    /** Of spans and rounds: which; 0 where the measure only counts. */
    bucket: integer('bucket').notNull(),
    n: integer('n').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.week, t.scope, t.measure, t.bucket] }),
    index('figure_tallies_scope').on(t.scope, t.week),
  ],
)

/** One row, id 1: how far the desk log is counted. */
export const figureMarks = table('figure_marks', {
  id: id(),
  /** The last row of the desk log that is in the tallies. */
  logId: integer('log_id').notNull(),
  countedAt: timestamp('counted_at').notNull(),
})
