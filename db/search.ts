// Full-text search on either engine: documents are kept by kind and id, found by words and marks, in the order of an instant.
import { and, asc, desc, eq, gte, lt, max, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Database, Reader, Writer } from './client.ts'
import { isPostgres } from './dialect.ts'
import { cut, folded, foldedWords } from './folding.ts'
import { searchTexts, searchTodo } from './schema/search.ts'

/** `at` orders the documents of a kind; `marks` ([a-z0-9]+ each) are what a search can be narrowed by. */
export type SearchDocument = { kind: string; id: number; at: Date; marks: readonly string[]; text: string }

/** A word to look for; `begins`: also longer words that begin with it. */
export type SearchTerm = { word: string; begins: boolean }

export type SearchQuestion = {
  kind: string
  terms: readonly SearchTerm[]
  /** Words that stand beside each other in this order, each folded as `foldedWords` does it. */
  phrases?: readonly (readonly string[])[]
  /** Words, or words beside each other, that a document does not have. */
  without?: readonly (readonly string[])[]
  /** Documents of this instant and later ones. */
  from?: Date | undefined
  /** Documents before this instant. */
  until?: Date | undefined
  /** Of each group a document has at least one mark. */
  marks: readonly (readonly string[])[]
  /** The place of the last hit of the page before. */
  after?: number | undefined
  newestFirst?: boolean
  limit: number
}

/** `place` is the hit's own: hand the last one back as `after`. */
export type SearchHit = { place: number; id: number }

const MOST_TERMS = 16
const LONGEST_TERM = 64
const SHORTEST_BEGINNING = 3

/**
 * The words of what somebody typed: at most 16 of at most 64 characters. A word of three characters or more that is
 * followed by `*` also finds longer words; that costs as much as all of them have documents.
 */
export function searchTerms(typed: string): SearchTerm[] {
  const found = [...folded(typed.slice(0, 4 * MOST_TERMS * LONGEST_TERM)).matchAll(/([\p{L}\p{N}]+)(\*?)/gu)]
  return found.slice(0, MOST_TERMS).map(([, word = '', star]) => {
    return { word: cut(word), begins: star === '*' && [...word].length >= SHORTEST_BEGINNING }
  })
}

/** Writes a document down, or changes what is written of it. Its place moves only with its instant. */
export async function keepDocument(tx: Writer, { kind, id, at, marks, text }: SearchDocument): Promise<void> {
  const [before] = await tx.select().from(searchTexts).where(isDocument(kind, id))
  const row = {
    kind,
    ref: id,
    marks: [plainMark(`kind${kind}`), ...marks.map((mark) => plainMark(kind + mark))].join(' '),
    text: foldedWords(text).join(' '),
  }
  const place = before && isOf(before.place, at) ? before.place : await freePlace(tx, at)
  if (before && before.place === place && before.marks === row.marks && before.text === row.text) return
  if (before)
    await tx
      .update(searchTexts)
      .set({ ...row, place })
      .where(eq(searchTexts.place, before.place))
      .returning(onlyPlace)
  else
    await tx
      .insert(searchTexts)
      .values({ ...row, place })
      .returning(onlyPlace)
}

/** Takes a document out: nobody finds it any more. */
export async function dropDocument(tx: Writer, kind: string, id: number): Promise<void> {
  await tx.delete(searchTexts).where(isDocument(kind, id)).returning(onlyPlace)
}

/** The documents that fit, oldest first, or newest first. The cost is that of the rarest word, not of the whole. */
export async function searchHits(db: Reader, question: SearchQuestion): Promise<SearchHit[]> {
  return hitsQuery(db, question)
}

/** The query behind it, for the test that reads its plan. */
export function hitsQuery(db: Reader, question: SearchQuestion) {
  const { newestFirst = false, limit } = question
  const found = db.select({ place: searchTexts.place, id: searchTexts.ref }).from(searchTexts)
  const ordered = isPostgres
    ? found.where(fitsPostgres(question)).orderBy(newestFirst ? desc(searchTexts.place) : asc(searchTexts.place))
    : found
        .innerJoin(sql`search_index`, sql`search_index.rowid = ${searchTexts.place}`)
        .where(fitsSqlite(question))
        // The index gives its rows in this order, so that the rows behind the page are never looked at.
        .orderBy(newestFirst ? sql`search_index.rowid desc` : sql`search_index.rowid`)
  return ordered.limit(limit)
}

/** How many documents fit, counted up to `most`. */
export async function countHits(db: Reader, question: Omit<SearchQuestion, 'limit'>, most: number): Promise<number> {
  const fitting = isPostgres
    ? sql`select 1 from ${searchTexts} where ${fitsPostgres({ ...question, limit: most })}`
    : sql`select 1 from search_index where ${fitsSqlite({ ...question, limit: most })}`
  const one = db
    .select({ found: sql<number>`count(*)`.mapWith(Number) })
    .from(sql`(${fitting} limit ${most}) as fitting`)
  return (await one)[0]?.found ?? 0
}

const AT_A_TIME = 50

/**
 * Reads documents of a kind that were never read, at most `most`, each by `read`; returns how many it read. Once all
 * are read it costs one look at an empty table.
 */
export async function readWaiting(
  db: Database,
  kind: string,
  read: (tx: Writer, id: number) => Promise<void>,
  most: number,
): Promise<number> {
  let done = 0
  while (done < most) {
    const ids = await unreadDocuments(db, kind, Math.min(AT_A_TIME, most - done))
    if (ids.length === 0) return done
    await db.transaction(async (tx) => {
      for (const id of ids) {
        await read(tx, id)
        await documentRead(tx, kind, id)
      }
    })
    done += ids.length
  }
  return done
}

async function unreadDocuments(db: Reader, kind: string, limit: number): Promise<number[]> {
  const rows = await db.select({ id: searchTodo.ref }).from(searchTodo).where(eq(searchTodo.kind, kind)).limit(limit)
  return rows.map(({ id }) => id)
}

/** Takes documents out until they are read once more: what they said is found by nobody meanwhile. */
export async function readAgain(tx: Writer, kind: string, ids: readonly number[]): Promise<void> {
  for (const id of ids) await dropDocument(tx, kind, id)
  if (ids.length === 0) return
  await tx
    .insert(searchTodo)
    .values(ids.map((ref) => ({ kind, ref })))
    .onConflictDoNothing()
    .returning({ id: searchTodo.ref })
}

async function documentRead(tx: Writer, kind: string, id: number): Promise<void> {
  await tx
    .delete(searchTodo)
    .where(and(eq(searchTodo.kind, kind), eq(searchTodo.ref, id)))
    .returning({ id: searchTodo.ref })
}

/** Throws on what is no mark, so that none can be read as part of a query. */
export function plainMark(mark: string): string {
  if (!/^[a-z0-9]+$/.test(mark)) throw new Error(`"${mark}" is no mark: only a to z and digits`)
  return mark
}

// ---- places --------------------------------------------------------------------------------------------------------

const PER_INSTANT = 1024
const onlyPlace = { place: searchTexts.place }

function isDocument(kind: string, id: number) {
  return and(eq(searchTexts.kind, kind), eq(searchTexts.ref, id))
}

function isOf(place: number, at: Date): boolean {
  return Math.floor(place / PER_INSTANT) === at.getTime()
}

/** The place of the first document of an instant. */
export function firstPlace(at: Date): number {
  return at.getTime() * PER_INSTANT
}

async function freePlace(tx: Reader, at: Date): Promise<number> {
  for (let first = firstPlace(at); ; first += PER_INSTANT) {
    const [last] = await tx
      .select({ place: max(searchTexts.place) })
      .from(searchTexts)
      .where(and(gte(searchTexts.place, first), lt(searchTexts.place, first + PER_INSTANT)))
    const next = last?.place == null ? first : Number(last.place) + 1
    if (next < first + PER_INSTANT) return next
  }
}

// ---- the engines ---------------------------------------------------------------------------------------------------

// Words are letters and digits and stand between quotes, so nothing that was typed is read as part of the language.
function fitsSqlite({ kind, terms, phrases = [], without = [], marks, ...where }: SearchQuestion): SQL | undefined {
  // Marks carry their kind; the mark of the kind alone, which the most documents have, is asked where there is no other.
  const groups = (marks.length ? marks.map((group) => group.map((mark) => kind + mark)) : [[`kind${kind}`]]).map(
    (group) => `(${group.map(plainMark).join(' OR ')})`,
  )
  const quoted = (words: readonly string[]) => `"${words.map(plainWord).join(' ')}"`
  const words = [
    ...terms.map(({ word, begins }) => `${quoted([word])}${begins ? ' *' : ''}`),
    ...phrases.map((phrase) => quoted(phrase)),
  ]
  const asked = [`marks : (${groups.join(' AND ')})`, ...(words.length ? [`text : (${words.join(' AND ')})`] : [])]
  const refused = without.length ? ` NOT text : (${without.map(quoted).join(' OR ')})` : ''
  return and(sql`search_index match ${`(${asked.join(' AND ')})${refused}`}`, within(sql`search_index.rowid`, where))
}

// The words are words already: no parser of the server's takes them apart once more, by rules of its own. Its index
// knows no neighbours, so words beside each other are looked for in the texts that have them all.
function fitsPostgres({ kind, terms, phrases = [], without = [], marks, ...where }: SearchQuestion): SQL | undefined {
  const has = sql`string_to_array(${searchTexts.marks}, ' ')`
  const single = without.filter((words) => words.length === 1).flat()
  const words = [
    ...terms.map(({ word, begins }) => `'${plainWord(word)}'${begins ? ':*' : ''}`),
    ...phrases.flat().map((word) => `'${plainWord(word)}'`),
    ...single.map((word) => `!'${plainWord(word)}'`),
  ].join(' & ')
  const at = (phrase: readonly string[]) =>
    sql`position(${` ${phrase.join(' ')} `} in ' ' || ${searchTexts.text} || ' ')`
  return and(
    eq(searchTexts.kind, kind),
    ...marks.map(
      (group) => sql`${has} && string_to_array(${group.map((mark) => plainMark(kind + mark)).join(' ')}, ' ')`,
    ),
    words ? sql`array_to_tsvector(string_to_array(${searchTexts.text}, ' ')) @@ ${words}::tsquery` : undefined,
    ...phrases.filter(({ length }) => length > 1).map((phrase) => sql`${at(phrase)} > 0`),
    ...without.filter(({ length }) => length > 1).map((phrase) => sql`${at(phrase)} = 0`),
    within(sql`${searchTexts.place}`, where),
  )
}

type Where = Pick<SearchQuestion, 'after' | 'newestFirst' | 'from' | 'until'>

/** The part of a query that keeps to the page and the instants that were asked for. */
export function within(place: SQL, { after, newestFirst = false, from, until }: Where): SQL | undefined {
  const before = [...(until ? [firstPlace(until)] : []), ...(newestFirst && after !== undefined ? [after] : [])]
  return and(
    from && sql`${place} >= ${whole(firstPlace(from))}`,
    before.length > 0 ? sql`${place} < ${whole(Math.min(...before))}` : undefined,
    newestFirst || after === undefined ? undefined : sql`${place} > ${whole(after)}`,
  )
}

/**
 * A place as the engine's own integer. JavaScript's numbers arrive as floating ones, and FTS5 begins and ends its reading
 * at integers only: without this it would read a word's whole list.
 */
export function whole(place: number | Placeholder): SQL {
  return sql`cast(${place} as bigint)`
}

/** A word as the documents have it. Throws on anything else, so that none can be read as part of a query. */
export function plainWord(word: string): string {
  if (!/^[\p{L}\p{N}]+$/u.test(word)) throw new Error('a word to look for is letters and digits')
  return cut(word)
}
