// Stories while they are written: the working copy, its revisions, topics and sources.
import { boolean, id, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { sections } from './outlet.ts'
import { people } from './people.ts'
import { storyStates } from './story-states.ts'
import { topics } from './topics.ts'

export { type StoryState, storyStates } from './story-states.ts'

/** What the desk is looking for; a story or a pitch may answer one. */
export const openCalls = table(
  'open_calls',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    sectionId: integer('section_id').references(() => sections.id),
    topicId: integer('topic_id').references(() => topics.id, { onDelete: 'set null' }),
    createdById: integer('created_by_id')
      .notNull()
      .references(() => people.id),
    createdAt: timestamp('created_at').notNull(),
    /** The last instant at which it is open; null while it has no end. */
    closesAt: timestamp('closes_at'),
    closedAt: timestamp('closed_at'),
  },
  (t) => [index('open_calls_open').on(t.closedAt, t.id)],
)

export const stories = table(
  'stories',
  {
    /** Also the story's number: #1234. */
    id: id(),
    publicId: text('public_id').notNull().unique(),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => people.id),
    state: text('state', { enum: storyStates }).notNull().default('draft'),
    /** Counts saves and moves; every write names the version it was based on. */
    version: integer('version').notNull().default(1),
    round: integer('round').notNull().default(1),

    headline: text('headline').notNull().default(''),
    standfirst: text('standfirst').notNull().default(''),
    /** Read from the copy's dateline for lists; the copy is the truth. */
    place: text('place').notNull().default(''),
    sectionId: integer('section_id').references(() => sections.id),
    /** The open call this story answers. */
    callId: integer('call_id').references(() => openCalls.id, { onDelete: 'set null' }),
    language: text('language').notNull().default('en'),
    bylineKind: text('byline_kind', { enum: ['name', 'pen', 'withheld'] })
      .notNull()
      .default('name'),
    penName: text('pen_name').notNull().default(''),
    /** Checked Tiptap JSON (newsroom/story/copy). */
    copy: json<unknown>('copy').notNull(),
    words: integer('words').notNull().default(0),

    enteredAt: timestamp('entered_at').notNull(),
    createdAt: timestamp('created_at').notNull(),
    savedAt: timestamp('saved_at').notNull(),
    /** "<version>:<window>": the version that the last save made, and the browser window that it came from. */
    savedIn: text('saved_in'),
    submittedAt: timestamp('submitted_at'),
    firstAnsweredAt: timestamp('first_answered_at'),
    /** The promised date of the first answer, by the section's clock. */
    answerBy: timestamp('answer_by'),
    /** Until when the contributor is asked to act. */
    dueAt: timestamp('due_at'),
    /** When the clock is to publish. */
    publishAt: timestamp('publish_at'),
    embargoUntil: timestamp('embargo_until'),
    decidedAt: timestamp('decided_at'),
    appealed: boolean('appealed').notNull().default(false),
    spam: boolean('spam').notNull().default(false),
    /** How carefully the desk has to look: set when the story is sent, and by the desk. */
    risk: text('risk', { enum: ['none', 'care', 'high'] })
      .notNull()
      .default('none'),
    /** The story that this report was merged into. */
    mergedIntoId: integer('merged_into_id'),

    claimedById: integer('claimed_by_id').references(() => people.id),
    claimedAt: timestamp('claimed_at'),
    claimSeenAt: timestamp('claim_seen_at'),

    revisionId: integer('revision_id'),
    approvedHash: text('approved_hash'),
    approvedById: integer('approved_by_id').references(() => people.id),
  },
  (t) => [
    index('stories_queue').on(t.state, t.enteredAt, t.id),
    index('stories_section_queue').on(t.sectionId, t.state, t.enteredAt, t.id),
    index('stories_language_queue').on(t.language, t.state, t.enteredAt, t.id),
    index('stories_risk_queue').on(t.risk, t.state, t.enteredAt, t.id),
    index('stories_claimed').on(t.claimedById, t.state, t.enteredAt, t.id),
    index('stories_owner').on(t.ownerId, t.savedAt, t.id),
    index('stories_due').on(t.state, t.publishAt),
    index('stories_entered').on(t.enteredAt, t.id),
    index('stories_promised').on(t.state, t.answerBy, t.sectionId),
    index('stories_answered').on(t.firstAnsweredAt),
    index('stories_section_answered').on(t.sectionId, t.firstAnsweredAt),
  ],
)

/** Immutable saved copies. `hash` names exactly these words; approval is bound to it. */
export const revisions = table(
  'revisions',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    /** Everything that is hashed: newsroom/story/revision.ts. */
    content: json<unknown>('content').notNull(),
    why: text('why', {
      enum: ['autosave', 'submit', 'resubmit', 'desk', 'direct', 'restore', 'conflict', 'suggestions', 'merge'],
    }).notNull(),
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
  },
  (t) => [uniqueIndex('revisions_story').on(t.storyId, t.number)],
)

/** Whose reports a merged story also is: their by-line stands beside the owner's. */
export const storyCoAuthors = table(
  'story_co_authors',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    fromStoryId: integer('from_story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    bylineKind: text('byline_kind', { enum: ['name', 'pen', 'withheld'] }).notNull(),
    penName: text('pen_name').notNull().default(''),
    at: timestamp('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.fromStoryId] }), index('story_co_authors_person').on(t.personId)],
)

export const storyTopics = table(
  'story_topics',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.topicId] }), index('story_topics_topic').on(t.topicId, t.storyId)],
)

/** Who told the reporter, and how the reporter knows: the desk's eyes only, in a table of its own. */
export const storySources = table('story_sources', {
  storyId: integer('story_id')
    .primaryKey()
    .references(() => stories.id, { onDelete: 'cascade' }),
  text: text('text').notNull(),
  /** "Where, when and how do you know?" */
  knownWhere: text('known_where').notNull().default(''),
  knownWhen: text('known_when').notNull().default(''),
  knownHow: text('known_how').notNull().default(''),
  /** What of this was made with the help of AI, as its writer declares; empty until declared. */
  aiUse: text('ai_use', { enum: ['', 'none', 'language', 'research', 'text', 'pictures'] })
    .notNull()
    .default(''),
  aiNote: text('ai_note').notNull().default(''),
})
