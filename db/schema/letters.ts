// The outbox: each letter is written in the transaction of its cause and sent later, at least once; and who wants which.
import { id, index, integer, json, primaryKey, table, text, timestamp } from '../columns.ts'
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
    /** `shown` is a notice on the site only; `gathered` waits for the day's digest, and is `sent` with it. */
    state: text('state', { enum: ['waiting', 'sent', 'dead', 'cancelled', 'shown', 'gathered'] })
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
    index('letters_unseen').on(t.toPersonId, t.seenAt, t.id),
    index('letters_story').on(t.storyId, t.id),
  ],
)

/** What a person chose for a kind of letter; no row means each one is sent as it is written. */
export const letterChoices = table(
  'letter_choices',
  {
    personId: integer('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    choice: text('choice', { enum: ['each', 'digest', 'off'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.kind] })],
)

/** Words of a letter as an admin has put them, in place of the book's: one row a kind and language. */
export const letterTemplates = table(
  'letter_templates',
  {
    kind: text('kind').notNull(),
    language: text('language').notNull(),
    subject: text('subject').notNull(),
    /** Paragraphs, one a line; places for facts stand in braces: newsroom/letters/templates.ts. */
    body: text('body').notNull(),
    updatedById: integer('updated_by_id').references(() => people.id, { onDelete: 'set null' }),
    updatedAt: timestamp('updated_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.language] })],
)
