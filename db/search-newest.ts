// Readers' full-text search: the newest documents first, and never more work than one request may cost.
import { and, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Reader } from './client.ts'
import { isPostgres } from './dialect.ts'
import { askPrepared } from './prepared.ts'
import { searchTexts } from './schema/search.ts'
import {
  countHits,
  firstPlace,
  plainMark,
  plainWord,
  type SearchHit,
  type SearchQuestion,
  searchHits,
  whole,
  within,
} from './search.ts'

/** A word that so many documents have is common. So many of the newest that have it are looked at in one go. */
export const LOOKED_AT = 500

export type NewestQuestion = Pick<SearchQuestion, 'kind' | 'phrases' | 'without' | 'from' | 'until' | 'after'> & {
  words: readonly string[]
  /** The document has all of them. */
  marks: readonly string[]
  limit: number
}

/**
 * `lookedTo`: where looking ends, to be handed back as `after` when the page has them all; null: all were looked at.
 * `left`: how many fit from `after` on, where finding them meant to count them.
 */
export type NewestHits = { hits: SearchHit[]; lookedTo: number | null; left: number | null }

/**
 * The documents that fit, newest first, at most `limit`. Where one of the words or marks is rare, its documents are looked
 * at, which are few. Where all are common the engine would read their whole lists to find that they never meet, and nobody
 * else would be served meanwhile: then the newest 500 that have the rarest of them are looked at, one by one. A common
 * word alone needs no other, so the engine gives its newest. On PostgreSQL another process does the work, so all are
 * looked at.
 */
export async function newestHits(db: Reader, question: NewestQuestion): Promise<NewestHits> {
  const lead = await leadOf(db, question)
  if (!lead) {
    const hits = await searchHits(db, { ...asked(question), newestFirst: true, limit: question.limit })
    return { hits, lookedTo: null, left: null }
  }
  if (lead.lookedTo !== null) return { hits: await leadQuery(db, question, lead), lookedTo: lead.lookedTo, left: null }
  const all = await leadQuery(db, { ...question, limit: LOOKED_AT }, lead)
  return { hits: all.slice(0, question.limit), lookedTo: null, left: all.length }
}

/** How many documents fit, counted up to `most`; null where only some can be looked at. */
export async function countNewest(db: Reader, question: Asked, most: number): Promise<number | null> {
  const lead = await leadOf(db, question)
  if (!lead) return countHits(db, asked(question), most)
  return lead.lookedTo === null ? (await leadQuery(db, { ...question, limit: most }, lead)).length : null
}

type Asked = Omit<NewestQuestion, 'limit'>

function asked({ words, marks, ...question }: Asked): Omit<SearchQuestion, 'limit'> {
  return { ...question, terms: words.map((word) => ({ word, begins: false })), marks: marks.map((mark) => [mark]) }
}

/** The word or mark whose documents are looked at; `lookedTo` is null where these are all there are. */
type Lead = { key: string; lookedTo: number | null }

// A key that has not five hundred documents, or else the one whose five hundredth newest is the oldest.
async function leadOf(db: Reader, question: Asked): Promise<Lead | null> {
  if (isPostgres) return null
  const { words, phrases = [], without = [], marks } = question
  const keys = new Set([...words, ...phrases.flat()].map(wordKey))
  for (const mark of marks) keys.add(markKey(question, mark))
  if (keys.size === 0) keys.add(markKey(question, ''))
  const bounds = boundsOf(question)
  let lead: (Lead & { lookedTo: number }) | null = null
  for (const key of keys) {
    const [last] = await askPrepared(db, 'the last looked at', lastHeld, { key, ...bounds })
    if (!last) return { key, lookedTo: null }
    if (!lead || last.place < lead.lookedTo) lead = { key, lookedTo: last.place }
  }
  return keys.size + without.length < 2 && phrases.length === 0 ? null : lead
}

type Bounds = { from: number; before: number }
type Held = { [Name in keyof Bounds]: Placeholder }

function boundsOf({ from, until, after = Number.MAX_SAFE_INTEGER }: Asked): Bounds {
  return { from: from ? firstPlace(from) : 0, before: until ? Math.min(firstPlace(until), after) : after }
}

const held = (name: string) => sql.placeholder(name)
const lastHeld = (db: Reader) => lastLookedAt(db, { from: held('from'), before: held('before') }, held('key'))

/** The query that finds the five hundredth newest document of a word or mark, for the test that reads its plan. */
export function lastLookedAt(db: Reader, { from, before }: Bounds | Held, key: string | Placeholder) {
  return db
    .select({ place: sql<number>`search_index.rowid`.mapWith(Number) })
    .from(sql`search_index`)
    .where(
      and(
        sql`search_index match ${key}`,
        sql`search_index.rowid >= ${whole(from)}`,
        sql`search_index.rowid < ${whole(before)}`,
      ),
    )
    .orderBy(sql`search_index.rowid desc`)
    .limit(1)
    .offset(LOOKED_AT - 1)
}

/** The query that looks at the documents of one word or mark, for the test that reads its plan. */
export function leadQuery(db: Reader, question: NewestQuestion, { key, lookedTo }: Lead) {
  const { kind, words, phrases = [], without = [], marks, after, from, until, limit } = question
  const place = sql`search_index.rowid`
  return db
    .select({ place: searchTexts.place, id: searchTexts.ref })
    .from(searchTexts)
    .innerJoin(sql`search_index`, sql`search_index.rowid = ${searchTexts.place}`)
    .where(
      and(
        sql`search_index match ${key}`,
        lookedTo === null ? undefined : sql`search_index.rowid >= ${whole(lookedTo)}`,
        within(place, { after, from, until, newestFirst: true }),
        eq(searchTexts.kind, kind),
        ...marks.map((mark) => sql`${standsIn(searchTexts.marks, plainMark(kind + mark))} > 0`),
        // The engine has seen to the word it looks by.
        ...words.filter((word) => wordKey(word) !== key).map((word) => sql`${wordsIn([word])} > 0`),
        ...phrases.map((one) => sql`${wordsIn(one)} > 0`),
        ...without.map((one) => sql`${wordsIn(one)} = 0`),
      ),
    )
    .orderBy(desc(place))
    .limit(limit)
}

function wordsIn(words: readonly string[]): SQL {
  return standsIn(searchTexts.text, words.map(plainWord).join(' '))
}

function standsIn(column: typeof searchTexts.text | typeof searchTexts.marks, words: string): SQL {
  return sql`instr(' ' || ${column} || ' ', ${` ${words} `})`
}

function wordKey(word: string): string {
  return `text : "${plainWord(word)}"`
}

function markKey({ kind }: Asked, mark: string): string {
  return `marks : ${plainMark(mark ? kind + mark : `kind${kind}`)}`
}
