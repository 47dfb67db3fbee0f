// Who gets the newsletter and what they chose; its issues, and what became of each letter.
import { sql } from 'drizzle-orm'
import { id, index, integer, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'
import { stories } from './story.ts'
import { topics } from './topics.ts'

export const subscribers = table(
  'subscribers',
  {
    id: id(),
    /** Inside the links of their letters; random. */
    publicId: text('public_id').notNull().unique(),
    /** SHA-256 of the address: it stays when the address is forgotten, so that proof and refusals still find it. */
    addressHash: text('address_hash').notNull().unique(),
    /** Null once somebody left. */
    email: text('email'),
    language: text('language').notNull(),
    rhythm: text('rhythm', { enum: ['daily', 'weekly', 'topics'] }).notNull(),
    state: text('state', { enum: ['pending', 'confirmed', 'left', 'bounced'] }).notNull(),
    /** SHA-256 of the secret in the letter that asks for confirmation. */
    confirmHash: text('confirm_hash').unique(),
    confirmUntil: timestamp('confirm_until'),
    /** The proof: the sentence that stood at the button, when it was pressed, and when the address confirmed it. */
    consentWords: text('consent_words').notNull(),
    askedAt: timestamp('asked_at').notNull(),
    confirmedAt: timestamp('confirmed_at'),
    leftAt: timestamp('left_at'),
    /** How many letters their mail server refused for good, one after the other. */
    bounces: integer('bounces').notNull().default(0),
    lastBounceAt: timestamp('last_bounce_at'),
  },
  (t) => [
    index('subscribers_state').on(t.state, t.rhythm, t.id),
    index('subscribers_confirm_until').on(t.confirmUntil),
  ],
)

/** Which topics somebody chose; asked only where their rhythm is `topics`. */
export const subscriberTopics = table(
  'subscriber_topics',
  {
    subscriberId: integer('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.subscriberId, t.topicId] }), index('subscriber_topics_topic').on(t.topicId)],
)

/** One issue: written by hand or by the clock, fixed when it is sent; newsroom/wire/issue.ts. */
export const newsletterIssues = table(
  'newsletter_issues',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    /** Its place in the archive, given when it is sent. */
    number: integer('number').unique(),
    audience: text('audience', { enum: ['daily', 'weekly', 'topic'] }).notNull(),
    /** Set where the audience is a topic; null too when the topic was deleted later. */
    topicId: integer('topic_id').references(() => topics.id, { onDelete: 'set null' }),
    state: text('state', { enum: ['draft', 'queued', 'sending', 'stopped', 'sent', 'cancelled'] }).notNull(),
    subject: text('subject').notNull(),
    intro: text('intro').notNull(),
    /** The paper's language and name when it was sent; '' while it is a draft. */
    language: text('language').notNull().default(''),
    outletName: text('outlet_name').notNull().default(''),
    /** Null: the clock wrote it. */
    writtenById: integer('written_by_id').references(() => people.id),
    version: integer('version').notNull().default(1),
    createdAt: timestamp('created_at').notNull(),
    queuedAt: timestamp('queued_at'),
    finishedAt: timestamp('finished_at'),
    /** Subscribers up to this id have their row among the letters. */
    listedUpTo: integer('listed_up_to').notNull().default(0),
    /** While the mail server is away nothing is tried before this, which comes later each time. */
    pausedUntil: timestamp('paused_until'),
    pauses: integer('pauses').notNull().default(0),
    lastError: text('last_error').notNull().default(''),
    /** What became of its letters, once it is finished: their rows are deleted after a month. */
    sentCount: integer('sent_count').notNull().default(0),
    failedCount: integer('failed_count').notNull().default(0),
    bouncedCount: integer('bounced_count').notNull().default(0),
    skippedCount: integer('skipped_count').notNull().default(0),
    unsureCount: integer('unsure_count').notNull().default(0),
  },
  (t) => [
    index('newsletter_issues_state').on(t.state, t.id),
    index('newsletter_issues_audience').on(t.audience, t.topicId, t.queuedAt),
  ],
)

/** The stories of an issue in their order. The words are empty in a draft and fixed when the issue is sent. */
export const newsletterStories = table(
  'newsletter_stories',
  {
    issueId: integer('issue_id')
      .notNull()
      .references(() => newsletterIssues.id, { onDelete: 'cascade' }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    /** The number of the edition whose words these are. */
    edition: integer('edition').notNull().default(0),
    slug: text('slug').notNull().default(''),
    headline: text('headline').notNull().default(''),
    standfirst: text('standfirst').notNull().default(''),
    language: text('language').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.issueId, t.storyId] }), index('newsletter_stories_story').on(t.storyId)],
)

/** One row an issue and subscriber, so that nobody gets an issue twice; and the tests that an admin sends to themselves. */
export const newsletterLetters = table(
  'newsletter_letters',
  {
    id: id(),
    issueId: integer('issue_id')
      .notNull()
      .references(() => newsletterIssues.id, { onDelete: 'cascade' }),
    /** Null: a test. */
    subscriberId: integer('subscriber_id').references(() => subscribers.id, { onDelete: 'cascade' }),
    /** Who asked for a test; null for subscribers. */
    testForId: integer('test_for_id').references(() => people.id, { onDelete: 'cascade' }),
    /** The left side of the Message-ID; random, so that a report about the letter finds it and nobody else does. */
    key: text('key').notNull().unique(),
    /** `unsure`: the program ended while it was handed over; it is not sent again. */
    state: text('state', {
      enum: ['waiting', 'sending', 'sent', 'failed', 'bounced', 'skipped', 'unsure'],
    }).notNull(),
    attempts: integer('attempts').notNull().default(0),
    notBefore: timestamp('not_before').notNull(),
    /** When it was last taken to be sent. */
    triedAt: timestamp('tried_at'),
    lastError: text('last_error').notNull().default(''),
  },
  (t) => [
    uniqueIndex('newsletter_letters_once').on(t.issueId, t.subscriberId),
    index('newsletter_letters_due').on(t.issueId, t.state, t.notBefore, t.id),
    index('newsletter_letters_taken').on(t.triedAt).where(sql`state = 'sending'`),
    index('newsletter_letters_tests').on(t.id).where(sql`test_for_id is not null`),
    index('newsletter_letters_subscriber').on(t.subscriberId),
    index('newsletter_letters_tried').on(t.triedAt),
  ],
)

/** When the clock writes issues; one row, id 1. Null: never. Hours and days are the outlet's. */
export const newsletterPlans = table('newsletter_plans', {
  id: id(),
  /** 0 to 23; issues of topics come at the same hour. */
  dailyHour: integer('daily_hour'),
  /** 1 Monday to 7 Sunday (ISO 8601). */
  weeklyDay: integer('weekly_day'),
  weeklyHour: integer('weekly_hour'),
  /** The day whose issue is written already (2026-11-24): each is written once. */
  dailyDone: text('daily_done').notNull().default(''),
  weeklyDone: text('weekly_done').notNull().default(''),
  /** What was due before this is not made up for. */
  setAt: timestamp('set_at').notNull(),
})
