// Topic hubs: "24/7 – All about …".
import { boolean, id, index, integer, json, table, text, timestamp } from '../columns.ts'

export const topics = table(
  'topics',
  {
    id: id(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    background: json<string[]>('background').notNull(),
    keyEvents: json<{ date: string; text: string }[]>('key_events').notNull(),
    /** Running topics stand in the strip under the masthead. */
    running: boolean('running').notNull().default(true),
    position: integer('position').notNull().default(0),
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('topics_running').on(t.running, t.position)],
)
