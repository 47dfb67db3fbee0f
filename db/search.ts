// Full-text search on either engine: documents are kept by kind and id, found by words and marks, in the order of an instant.
import { and, asc, desc, eq, gte, lt, max, type SQL, sql } from 'drizzle-orm'
import type { Reader, Writer } from './client.ts'
import { isPostgres } from './dialect.ts'
import { searchTexts, searchTodo } from './schema/search.ts'

/** `at` orders the documents of a kind; `marks` ([a-z0-9]+ each) are what a search can be narrowed by. */
export type SearchDocument = { kind: string; id: number; at: Date; marks: readonly string[]; text: string }

/** A word to look for; `begins`: also longer words that begin with it. */
export type SearchTerm = { word: string; begins: boolean }

export type SearchQuestion = {
  kind: string
  terms: readonly SearchTerm[]
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
  const found = [...plain(typed.slice(0, 4 * MOST_TERMS * LONGEST_TERM)).matchAll(/([\p{L}\p{N}]+)(\*?)/gu)]
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
    text: folded(text),
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

/** Ids of documents of a kind that were never read; nothing to do is the usual answer. */
export async function unreadDocuments(db: Reader, kind: string, limit: number): Promise<number[]> {
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

/** Says that this document has been read. */
export async function documentRead(tx: Writer, kind: string, id: number): Promise<void> {
  await tx
    .delete(searchTodo)
    .where(and(eq(searchTodo.kind, kind), eq(searchTodo.ref, id)))
    .returning({ id: searchTodo.ref })
}

// ---- words ---------------------------------------------------------------------------------------------------------

/** Words as both engines keep them, with one space between. */
function folded(text: string): string {
  return [...plain(text).matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => cut(word)).join(' ')
}

/** In lower case, without accents and vowel signs; й stays a letter of its own. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?<!и)\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
}

function cut(word: string): string {
  return word.length > LONGEST_TERM ? [...word].slice(0, LONGEST_TERM / 2).join('') : word
}

function plainMark(mark: string): string {
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

async function freePlace(tx: Reader, at: Date): Promise<number> {
  for (let first = at.getTime() * PER_INSTANT; ; first += PER_INSTANT) {
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
function fitsSqlite({ kind, terms, marks, after, newestFirst }: SearchQuestion): SQL | undefined {
  // Marks carry their kind; the mark of the kind alone, which the most documents have, is asked where there is no other.
  const groups = (marks.length ? marks.map((group) => group.map((mark) => kind + mark)) : [[`kind${kind}`]]).map(
    (group) => `(${group.map(plainMark).join(' OR ')})`,
  )
  const words = terms.map(({ word, begins }) => `"${word}"${begins ? ' *' : ''}`)
  const asked = [`marks : (${groups.join(' AND ')})`, ...(words.length ? [`text : (${words.join(' AND ')})`] : [])]
  return and(sql`search_index match ${asked.join(' AND ')}`, beyond(sql`search_index.rowid`, after, newestFirst))
}

// The words are words already: no parser of the server's takes them apart once more, by rules of its own.
function fitsPostgres({ kind, terms, marks, after, newestFirst }: SearchQuestion): SQL | undefined {
  const has = sql`string_to_array(${searchTexts.marks}, ' ')`
  const words = terms.map(({ word, begins }) => `'${word}'${begins ? ':*' : ''}`).join(' & ')
  return and(
    eq(searchTexts.kind, kind),
    ...marks.map(
      (group) => sql`${has} && string_to_array(${group.map((mark) => plainMark(kind + mark)).join(' ')}, ' ')`,
    ),
    words ? sql`array_to_tsvector(string_to_array(${searchTexts.text}, ' ')) @@ ${words}::tsquery` : undefined,
    beyond(sql`${searchTexts.place}`, after, newestFirst),
  )
}

function beyond(place: SQL, after: number | undefined, newestFirst = false): SQL | undefined {
  if (after === undefined) return undefined
  return newestFirst ? sql`${place} < ${after}` : sql`${place} > ${after}`
}
