// What can be searched for, whatever kind of thing it is; the engines' own indexes over it are made by the migrations.
import { bigint, integer, primaryKey, table, text, uniqueIndex } from '../columns.ts'

/** One row a document. Its words are stored as they are looked for: folded, in lower case, with single spaces. */
export const searchTexts = table(
  'search_texts',
  {
    /** Its place in the order of its documents: the instant (ms) times 1024, and a number among those of that instant. */
    place: bigint('place').primaryKey(),
    kind: text('kind').notNull(),
    /** The id of the row in the kind's own table. */
    ref: integer('ref').notNull(),
    /** What a search may be narrowed by: words such as "statesubmitted", never shown. */
    marks: text('marks').notNull(),
    text: text('text').notNull(),
  },
  (t) => [uniqueIndex('search_texts_ref').on(t.kind, t.ref)],
)

/** Documents that still have to be read for the first time: rows from before there was a search. */
export const searchTodo = table('search_todo', { kind: text('kind').notNull(), ref: integer('ref').notNull() }, (t) => [
  primaryKey({ columns: [t.kind, t.ref] }),
])
