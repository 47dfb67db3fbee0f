// What readers get: immutable editions, and the publication that says which one is live.
import { sql } from 'drizzle-orm'
import { id, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { sections } from './outlet.ts'
import { bylines, people } from './people.ts'
import { revisions, stories } from './story.ts'
import { topics } from './topics.ts'

/** One printing of a story: never changed. The HTML is rendered once, here. */
export const editions = table(
  'editions',
  {
    id: id(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    revisionId: integer('revision_id')
      .notNull()
      .references(() => revisions.id),
    hash: text('hash').notNull(),
    kind: text('kind', { enum: ['first', 'correction', 'clarification', 'update'] }).notNull(),
    /** The public note that says what changed; empty for the first edition. */
    note: text('note').notNull().default(''),
    headline: text('headline').notNull(),
    standfirst: text('standfirst').notNull(),
    place: text('place').notNull(),
    language: text('language').notNull(),
    bylineName: text('byline_name').notNull(),
    bylineHandle: text('byline_handle'),
    html: text('html').notNull(),
    feedHtml: text('feed_html').notNull(),
    text: text('text').notNull(),
    words: integer('words').notNull(),
    /** Keys of what the desk checked, printed for readers; newsroom/desk/verification.ts. */
    checked: json<string[]>('checked').notNull().default([]),
    /** By-lines beside the first one, where reports of several people were made one story. */
    coBylines: json<{ name: string; handle: string | null }[]>('co_bylines').notNull().default([]),
    /** The first picture, for lists: newsroom/press/print-edition.server.ts. */
    lead: json<unknown>('lead'),
    printedAt: timestamp('printed_at').notNull(),
  },
  (t) => [
    uniqueIndex('editions_story').on(t.storyId, t.number),
    /** What was changed after printing, newest first: few rows among many. */
    index('editions_changes').on(t.printedAt).where(sql`kind <> 'first'`),
  ],
)

/** Editions whose readers are not shown the words that it took out; an edition itself is never changed. Who, why, when. */
export const hiddenWords = table('hidden_words', {
  editionId: integer('edition_id')
    .primaryKey()
    .references(() => editions.id, { onDelete: 'cascade' }),
  byId: integer('by_id')
    .notNull()
    .references(() => people.id),
  /** For the desk alone. */
  reason: text('reason').notNull(),
  at: timestamp('at').notNull(),
})

/** One row a story that was ever public: its address, and the edition that is live there. */
export const publications = table(
  'publications',
  {
    storyId: integer('story_id')
      .primaryKey()
      .references(() => stories.id, { onDelete: 'cascade' }),
    slug: text('slug').notNull().unique(),
    editionId: integer('edition_id')
      .notNull()
      .references(() => editions.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    bylineId: integer('byline_id').references(() => bylines.id),
    state: text('state', { enum: ['live', 'retracted', 'unpublished'] }).notNull(),
    publishedAt: timestamp('published_at').notNull(),
    updatedAt: timestamp('updated_at').notNull(),
    /** Set when the desk put the story at the head of the front page. */
    leadAt: timestamp('lead_at'),
    retractedAt: timestamp('retracted_at'),
    retractionNote: text('retraction_note').notNull().default(''),
  },
  (t) => [
    index('publications_latest').on(t.state, t.publishedAt, t.storyId),
    index('publications_section').on(t.sectionId, t.state, t.publishedAt, t.storyId),
    index('publications_byline').on(t.bylineId, t.state, t.publishedAt, t.storyId),
    index('publications_lead').on(t.state, t.leadAt),
  ],
)

/** Which live story stands in which hub; rows exist only while the publication is live. */
export const publicationTopics = table(
  'publication_topics',
  {
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    storyId: integer('story_id')
      .notNull()
      .references(() => publications.storyId, { onDelete: 'cascade' }),
    publishedAt: timestamp('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.topicId, t.storyId] }),
    index('publication_topics_latest').on(t.topicId, t.publishedAt, t.storyId),
    index('publication_topics_story').on(t.storyId),
  ],
)

/** How often a published story's page was asked for on a day; counted in batches, without knowing by whom. */
export const storyReads = table(
  'story_reads',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    /** The day in UTC: 2026-11-24. */
    day: text('day').notNull(),
    reads: integer('reads').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.day] })],
)
