// The outbox: each letter is written in the transaction of its cause and sent later, at least once.
import { id, index, integer, json, table, text, timestamp } from '../columns.ts'
import { people } from './people.ts'
import { stories } from './story.ts'

export const letters = table(
  'letters',
  {
    id: id(),
    /** Says the same thing only once: a second row with this key is not written. Also the Message-ID's left side. */
    key: text('key').notNull().unique(),
    kind: text('kind').notNull(),
    toPersonId: integer('to_person_id').references(() => people.id, { onDelete: 'cascade' }),
    toEmail: text('to_email').notNull(),
    toName: text('to_name').notNull(),
    storyId: integer('story_id').references(() => stories.id, { onDelete: 'cascade' }),
    /** Subject, lines and button: newsroom/letters/letter.ts. */
    content: json<unknown>('content').notNull(),
    state: text('state', { enum: ['waiting', 'sent', 'dead', 'cancelled'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    notBefore: timestamp('not_before').notNull(),
    leasedUntil: timestamp('leased_until'),
    sentAt: timestamp('sent_at'),
    seenAt: timestamp('seen_at'),
    lastError: text('last_error'),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [
    index('letters_due').on(t.state, t.notBefore, t.id),
    index('letters_person').on(t.toPersonId, t.id),
    index('letters_story').on(t.storyId, t.id),
  ],
)
