// What the desk adds to a story: its log, messages, comments, change points, checks, holds and kept counts.
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

/** A place in the words of one revision: positions in its copy, and the words that stood there, to find them again. */
export type Anchor = { revisionId: number; from: number; to: number; quote: string }

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
    /** 0 while an editor has only put it down: it is asked with the move that asks for changes. */
    round: integer('round').notNull(),
    position: integer('position').notNull(),
    text: text('text').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
    doneAt: timestamp('done_at'),
    answer: text('answer').notNull().default(''),
    /** The words it is about; null for a point on the whole story. */
    anchor: json<Anchor | null>('anchor'),
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
    /** `error` is a reader's report; the others may come from either. */
    kind: text('kind', { enum: ['correction', 'takedown', 'error'] }).notNull(),
    /** A contributor who asks about their own story; null for a reader, who may give an address. */
    fromPersonId: integer('from_person_id').references(() => people.id, { onDelete: 'cascade' }),
    fromEmail: text('from_email').notNull().default(''),
    fromName: text('from_name').notNull().default(''),
    /** The row of pending_editions that is to answer it; several reports may be answered by one edition. */
    pendingId: integer('pending_id'),
    /** The language the one who asked reads. */
    language: text('language').notNull().default('en'),
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
    kind: text('kind', { enum: ['legal', 'safety', 'embargo', 'other'] }).notNull(),
    reason: text('reason').notNull(),
    placedById: integer('placed_by_id')
      .notNull()
      .references(() => people.id),
    placedAt: timestamp('placed_at').notNull(),
    liftedById: integer('lifted_by_id').references(() => people.id),
    liftedAt: timestamp('lifted_at'),
    /** Until when an embargo holds; null for the other kinds. */
    until: timestamp('until'),
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

/** One editor's yes to exactly these words; a section may ask for more than one. */
export const approvals = table(
  'approvals',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
  },
  (t) => [uniqueIndex('approvals_one').on(t.storyId, t.hash, t.byId)],
)

/** An editor's interest in a story, declared: they decide nothing on it. */
export const interests = table(
  'interests',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    reason: text('reason').notNull().default(''),
    at: timestamp('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.personId] })],
)

/** What was verified on a story: one row a check of its section's list. */
export const verificationChecks = table(
  'verification_checks',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** A key of newsroom/desk/verification.ts. */
    check: text('check').notNull(),
    state: text('state', { enum: ['open', 'done', 'not-needed'] })
      .notNull()
      .default('open'),
    /** How it was found out: desk only. */
    evidence: text('evidence').notNull().default(''),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
  },
  (t) => [uniqueIndex('verification_checks_one').on(t.storyId, t.check)],
)

/** Somebody lets a story pass although not everything was verified: why, who, when. Void once revoked. */
export const verificationOverrides = table(
  'verification_overrides',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    reason: text('reason').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
    revokedAt: timestamp('revoked_at'),
  },
  (t) => [index('verification_overrides_story').on(t.storyId, t.revokedAt)],
)

/** What was ever said of a story's checks, and which sealed original was taken out; append-only. */
export const verificationLog = table(
  'verification_log',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** A check's new state, an override, its end, or a file that was opened. */
    act: text('act', { enum: ['open', 'done', 'not-needed', 'override', 'revoke', 'original'] }).notNull(),
    /** The check's key, or the picture's public id. */
    subject: text('subject').notNull().default(''),
    /** The evidence or the reason: desk only. */
    words: text('words').notNull().default(''),
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
  },
  (t) => [index('verification_log_story').on(t.storyId, t.id)],
)

/** A comment's thread, hung on words of the copy; shared with the contributor, or the desk's own. */
export const commentThreads = table(
  'comment_threads',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    anchor: json<Anchor>('anchor').notNull(),
    shared: boolean('shared').notNull(),
    at: timestamp('at').notNull(),
    resolvedAt: timestamp('resolved_at'),
    resolvedById: integer('resolved_by_id').references(() => people.id, { onDelete: 'set null' }),
  },
  (t) => [index('comment_threads_story').on(t.storyId, t.id)],
)

export const comments = table(
  'comments',
  {
    id: id(),
    threadId: integer('thread_id')
      .notNull()
      .references(() => commentThreads.id, { onDelete: 'cascade' }),
    authorId: integer('author_id')
      .notNull()
      .references(() => people.id),
    text: text('text').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [index('comments_thread').on(t.threadId, t.id)],
)

/** Why the desk changed these words: one reason a change, named as in suggestion_answers. */
export const changeReasons = table(
  'change_reasons',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    baseId: integer('base_id')
      .notNull()
      .references(() => revisions.id, { onDelete: 'cascade' }),
    change: text('change').notNull(),
    reason: text('reason').notNull(),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
  },
  (t) => [
    uniqueIndex('change_reasons_change').on(t.revisionId, t.baseId, t.change),
    index('change_reasons_story').on(t.storyId),
  ],
)

/** Who has a story open at the desk, and whether they type in it; a row is news for half a minute. */
export const presences = table(
  'presences',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    doing: text('doing', { enum: ['reading', 'editing'] }).notNull(),
    seenAt: timestamp('seen_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.personId] }), index('presences_seen').on(t.seenAt)],
)

/** A question to the queue that an editor gave a name. */
export const savedFilters = table(
  'saved_filters',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    /** The query string of /desk, without its page. */
    question: text('question').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [uniqueIndex('saved_filters_name').on(t.personId, t.name)],
)

/** Reasons for a decision, as the desk has put them down; the first ones come from newsroom/desk/reasons.ts. */
export const deskReasons = table(
  'desk_reasons',
  {
    id: id(),
    key: text('key').notNull().unique(),
    outcome: text('outcome', { enum: ['not-ready', 'not-for-us'] }).notNull(),
    /** The sentence in each language: { en: '…' }. */
    sentences: json<Record<string, string>>('sentences').notNull(),
    position: integer('position').notNull().default(0),
    /** No longer offered; old log rows still name it. */
    retiredAt: timestamp('retired_at'),
  },
  (t) => [index('desk_reasons_outcome').on(t.outcome, t.position)],
)

/** What is being prepared as the next edition of a published story; one open row a story. */
export const pendingEditions = table(
  'pending_editions',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['correction', 'clarification', 'update'] }).notNull(),
    /** The public note that says what changed. */
    note: text('note').notNull().default(''),
    /** Why readers shall not be shown the words that it takes out; '' when they may be. */
    hideReason: text('hide_reason').notNull().default(''),
    /** The edition number it was begun from. */
    baseNumber: integer('base_number').notNull(),
    content: json<unknown>('content').notNull(),
    hash: text('hash').notNull(),
    version: integer('version').notNull().default(1),
    state: text('state', { enum: ['open', 'approved', 'printed', 'dropped'] })
      .notNull()
      .default('open'),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at').notNull(),
    savedAt: timestamp('saved_at').notNull(),
    approvedById: integer('approved_by_id').references(() => people.id),
    approvedHash: text('approved_hash'),
    approvedAt: timestamp('approved_at'),
    /** The ticket that asked for it. */
    ticketId: integer('ticket_id').references(() => tickets.id, { onDelete: 'set null' }),
  },
  (t) => [index('pending_editions_story').on(t.storyId, t.state), index('pending_editions_state').on(t.state, t.id)],
)

/** Somebody opened who a protected contributor is: with which right and why. The contributor sees it. */
export const identityOpenings = table(
  'identity_openings',
  {
    id: id(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    byId: integer('by_id')
      .notNull()
      .references(() => people.id),
    storyId: integer('story_id').references(() => stories.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    at: timestamp('at').notNull(),
  },
  (t) => [index('identity_openings_person').on(t.personId, t.id)],
)

/** A text's likeness, in bands of its MinHash signature: texts that share a band may be near copies of each other. */
export const textPrints = table(
  'text_prints',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    band: integer('band').notNull(),
    value: text('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.band] }), index('text_prints_band').on(t.band, t.value)],
)
