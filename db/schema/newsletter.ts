// Who gets the newsletter, how they asked for it and what they chose.
import { id, index, integer, primaryKey, table, text, timestamp } from '../columns.ts'
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
