// What the desk adds to a story: its log, messages, change points, holds and kept counts.
import { boolean, id, index, integer, json, primaryKey, table, text, timestamp } from '../columns.ts'
import { people } from './people.ts'
import { stories, storyStates } from './story.ts'

/** Who moved what when, and why; append-only. `byId` is null when the clock moved it. */
export const deskLog = table(
  'desk_log',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    move: text('move').notNull(),
    fromState: text('from_state', { enum: storyStates }),
    toState: text('to_state', { enum: storyStates }).notNull(),
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
    /** Keys of newsroom/desk/reasons.ts. */
    reasons: json<string[]>('reasons').notNull(),
    /** Words the contributor may read. */
    note: text('note').notNull().default(''),
    /** Words only the desk may read. */
    deskNote: text('desk_note').notNull().default(''),
    revisionHash: text('revision_hash'),
    /** The version the story has after the move. */
    version: integer('version').notNull(),
    told: json<string[]>('told').notNull(),
  },
  (t) => [index('desk_log_story').on(t.storyId, t.id), index('desk_log_by').on(t.byId, t.id)],
)

/** Messages on a story: shared with its contributor, or for the desk only. */
export const notes = table(
  'notes',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    authorId: integer('author_id')
      .notNull()
      .references(() => people.id),
    shared: boolean('shared').notNull(),
    text: text('text').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [index('notes_story').on(t.storyId, t.id)],
)

export const changePoints = table(
  'change_points',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    round: integer('round').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
    doneAt: timestamp('done_at'),
    answer: text('answer').notNull().default(''),
  },
  (t) => [index('change_points_story').on(t.storyId, t.round, t.position)],
)

/** A hold blocks publication by every route until it is lifted. */
export const holds = table(
  'holds',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['legal', 'safety', 'other'] }).notNull(),
    reason: text('reason').notNull(),
    placedById: integer('placed_by_id')
      .notNull()
      .references(() => people.id),
    placedAt: timestamp('placed_at').notNull(),
    liftedById: integer('lifted_by_id').references(() => people.id),
    liftedAt: timestamp('lifted_at'),
  },
  (t) => [index('holds_story').on(t.storyId, t.liftedAt)],
)

/** Kept by the moves, so that the queue's tabs need no count(*): one row a state, spread over `shard`. */
export const stateCounts = table(
  'state_counts',
  {
    state: text('state', { enum: storyStates }).notNull(),
    shard: integer('shard').notNull().default(0),
    stories: integer('stories').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.state, t.shard] })],
)
