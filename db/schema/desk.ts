// What the desk adds to a story: its log, messages, change points, holds and kept counts.
import { boolean, id, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { sections } from './outlet.ts'
import { people } from './people.ts'
import { openCalls, revisions, stories, storyStates } from './story.ts'

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

/** The reporter's answer to one change of the desk's edit. A change is named by its place in the difference of two revisions. */
export const suggestionAnswers = table(
  'suggestion_answers',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** The desk's revision, and the one it was made from. */
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    baseId: integer('base_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    change: text('change').notNull(),
    accepted: boolean('accepted').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
  },
  (t) => [
    uniqueIndex('suggestion_answers_change').on(t.revisionId, t.baseId, t.change),
    index('suggestion_answers_story').on(t.storyId),
  ],
)

/** Three lines sent first: is this a story for you? */
export const pitches = table(
  'pitches',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    language: text('language').notNull().default('en'),
    sectionId: integer('section_id').references(() => sections.id),
    callId: integer('call_id').references(() => openCalls.id, { onDelete: 'set null' }),
    state: text('state', { enum: ['open', 'welcome', 'declined', 'withdrawn'] })
      .notNull()
      .default('open'),
    sentAt: timestamp('sent_at').notNull(),
    /** The promised date of the answer, by the section's clock. */
    answerBy: timestamp('answer_by').notNull(),
    answer: text('answer').notNull().default(''),
    answeredById: integer('answered_by_id').references(() => people.id),
    answeredAt: timestamp('answered_at'),
    /** The story that was begun from it. */
    storyId: integer('story_id').references(() => stories.id, { onDelete: 'set null' }),
  },
  (t) => [index('pitches_state').on(t.state, t.sentAt, t.id), index('pitches_owner').on(t.ownerId, t.id)],
)

/** What somebody asks of a published story: to correct it or to take it down. Answered to the one who asked. */
export const tickets = table(
  'tickets',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['correction', 'takedown'] }).notNull(),
    /** A contributor who asks about their own story; null for a reader, who gives an address. */
    fromPersonId: integer('from_person_id').references(() => people.id, { onDelete: 'cascade' }),
    fromEmail: text('from_email').notNull().default(''),
    text: text('text').notNull(),
    state: text('state', { enum: ['open', 'done', 'refused'] })
      .notNull()
      .default('open'),
    at: timestamp('at').notNull(),
    answer: text('answer').notNull().default(''),
    answeredById: integer('answered_by_id').references(() => people.id),
    answeredAt: timestamp('answered_at'),
  },
  (t) => [index('tickets_state').on(t.state, t.at, t.id), index('tickets_story').on(t.storyId, t.id)],
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
