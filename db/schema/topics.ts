// Topic hubs: "24/7 – All about …".
import { boolean, id, index, integer, json, table, text, timestamp } from '../columns.ts'
import { people } from './people.ts'

type KeyEvent = { date: string; text: string }

export const topics = table(
  'topics',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    /** A sentence or two under the title. */
    description: text('description').notNull().default(''),
    /** Blocks in the notation of newsroom/story/copy/short-text.ts. */
    background: json<string[]>('background').notNull(),
    keyEvents: json<KeyEvent[]>('key_events').notNull(),
    /** Running topics stand in the strip under the masthead. */
    running: boolean('running').notNull().default(true),
    position: integer('position').notNull().default(0),
    /** The topic that this one was joined with: its stories are there, and its address leads there. */
    mergedIntoId: integer('merged_into_id'),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('topics_running').on(t.running, t.position)],
)

/** What a hub said from when on; the newest row is what it says now. A hub that nobody changed has none. */
export const topicVersions = table(
  'topic_versions',
  {
    id: id(),
    topicId: integer('topic_id')
      .notNull()
      .references(() => topics.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull(),
    background: json<string[]>('background').notNull(),
    keyEvents: json<KeyEvent[]>('key_events').notNull(),
    /** Null once the account is gone, and for what stood there before the first change. */
    byId: integer('by_id').references(() => people.id, { onDelete: 'set null' }),
    at: timestamp('at').notNull(),
  },
  (t) => [index('topic_versions_latest').on(t.topicId, t.id)],
)
