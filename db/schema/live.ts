// Live coverage of a topic: the coverage, its timed entries, and what was ever done to either.
import { sql } from 'drizzle-orm'
import { boolean, id, index, integer, json, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { sections } from './outlet.ts'
import { bylines, people } from './people.ts'
import { photoColumns } from './pictures.ts'
import { stories } from './story.ts'
import { topics } from './topics.ts'

/** A stretch of live coverage on a hub; a topic has one open at a time. */
export const liveCoverages = table(
  'live_coverages',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    /** Whose editors run it. */
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    title: text('title').notNull(),
    language: text('language').notNull(),
    openedAt: timestamp('opened_at').notNull(),
    openedById: integer('opened_by_id')
      .notNull()
      .references(() => people.id),
    closedAt: timestamp('closed_at'),
    closedById: integer('closed_by_id').references(() => people.id),
    /** The sentence that ends it, for readers. */
    closing: text('closing').notNull().default(''),
    /** Rises with every change that readers see: newsroom/desk/live-coverage.server.ts. */
    changedAt: timestamp('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('live_coverages_open').on(t.topicId).where(sql`closed_at is null`),
    index('live_coverages_topic').on(t.topicId, t.openedAt, t.id),
    index('live_coverages_changed').on(t.changedAt),
  ],
)

/** What readers are told of an entry that was wrong: when it was put right, and what was wrong. */
export type LiveCorrection = { at: string; note: string }

/** One timed entry; only those in the states `public` and `removed` are readers’, the latter without their words. */
export const liveEntries = table(
  'live_entries',
  {
    id: id(),
    /** Its anchor and address: never given twice, never changed. */
    publicId: text('public_id').notNull().unique(),
    coverageId: integer('coverage_id')
      .notNull()
      .references(() => liveCoverages.id, { onDelete: 'cascade' }),
    state: text('state', { enum: ['waiting', 'public', 'declined', 'withdrawn', 'removed'] }).notNull(),
    version: integer('version').notNull().default(1),
    authorId: integer('author_id')
      .notNull()
      .references(() => people.id),
    /** `desk`: the house itself speaks. The others as on a story. */
    bylineKind: text('byline_kind', { enum: ['desk', 'name', 'pen', 'withheld'] }).notNull(),
    penName: text('pen_name').notNull().default(''),
    /** The name it was printed with; null where the house speaks or a name is withheld. */
    bylineId: integer('byline_id').references(() => bylines.id),
    title: text('title').notNull().default(''),
    copy: json<unknown>('copy').notNull(),
    /** A story of ours that it points at, and whether that story's picture stands with it. */
    storyId: integer('story_id').references(() => stories.id, { onDelete: 'set null' }),
    showsPicture: boolean('shows_picture').notNull().default(false),
    pinned: boolean('pinned').notNull().default(false),
    isKey: boolean('is_key').notNull().default(false),
    corrections: json<LiveCorrection[]>('corrections').notNull().default([]),
    sentAt: timestamp('sent_at').notNull(),
    /** Until when a reporter was promised an answer; null for the desk's own. */
    answerBy: timestamp('answer_by'),
    /** When readers got it; it stays when the entry is corrected. */
    publishedAt: timestamp('published_at'),
    decidedById: integer('decided_by_id').references(() => people.id),
    decidedAt: timestamp('decided_at'),
    /** Why it was declined, for its reporter; why it was removed, for everybody. */
    reason: text('reason').notNull().default(''),
    removedAt: timestamp('removed_at'),
    /** The draft that was begun from it. */
    draftId: integer('draft_id').references(() => stories.id, { onDelete: 'set null' }),
  },
  (t) => [
    index('live_entries_coverage').on(t.coverageId, t.state, t.publishedAt, t.id),
    index('live_entries_waiting').on(t.state, t.sentAt, t.id),
    index('live_entries_author').on(t.authorId, t.id),
  ],
)

/** Who did what to a coverage or an entry, when and with which words; append-only. */
export const liveLog = table(
  'live_log',
  {
    id: id(),
    coverageId: integer('coverage_id')
      .notNull()
      .references(() => liveCoverages.id, { onDelete: 'cascade' }),
    entryId: integer('entry_id').references(() => liveEntries.id, { onDelete: 'cascade' }),
    /** newsroom/topics/live.ts, liveActs. */
    act: text('act').notNull(),
    /** Null once the account is gone. */
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
    note: text('note').notNull().default(''),
    /** The words as they were before the act, where it changed or removed them. */
    before: json<{ title: string; copy: unknown } | null>('before'),
  },
  (t) => [index('live_log_coverage').on(t.coverageId, t.id)],
)

/** The photo of an entry: one each, and readers get it exactly while they get the entry's words. */
export const livePictures = table(
  'live_pictures',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    entryId: integer('entry_id')
      .notNull()
      .unique()
      .references(() => liveEntries.id, { onDelete: 'cascade' }),
    ...photoColumns(),
  },
  (t) => [index('live_pictures_owner').on(t.ownerId, t.createdAt)],
)
