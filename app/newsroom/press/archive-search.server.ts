// Readers' search: which live stories have the words, in a section, topic, place and time; newest or best first.
import { eq, type Placeholder, sql } from 'drizzle-orm'
import { instantIn } from '#app/newsroom/outlet/local-time.ts'
import { outletOf, sectionBySlug } from '#app/newsroom/outlet/outlet.server.ts'
import { topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import { among, idList } from '#db/among.ts'
import type { Reader } from '#db/client.ts'
import { folded, foldedWords } from '#db/folding.ts'
import { askPrepared } from '#db/prepared.ts'
import { editions, publications } from '#db/schema/press.ts'
import { firstPlace, type SearchHit } from '#db/search.ts'
import { countNewest, type NewestQuestion, newestHits } from '#db/search-newest.ts'
import { type ArchiveAnswer, type ArchiveQuestion, MOST_COUNTED, type SearchRemark } from './archive-search.ts'
import { EDITION, editionMark } from './searchable-editions.server.ts'
import { markedText, snippetOf } from './snippet.server.ts'
import { teasersById } from './teasers.server.ts'
import { type TypedSearch, typedSearch } from './typed-search.server.ts'

const ON_A_PAGE = 20

/**
 * A page of what was found. Nothing typed is a fault: what could not be used is said in `remarks`. A question without
 * words lists what its filters leave, the newest first; one that asks nothing finds nothing.
 */
export async function searchArchive(db: Reader, question: ArchiveQuestion, when: Date): Promise<ArchiveAnswer> {
  const typed = typedSearch(question.q)
  const { base, remarks, narrow } = await baseOf(db, question, typed, when)
  const said = [...typed.remarks, ...remarks]
  const asksWords = typed.words.length + typed.phrases.length > 0
  const asksNothing = !asksWords && typed.without.length === 0 && !narrow
  if (base === null || asksNothing || typed.remarks.includes('no-words'))
    return { found: [], count: 0, next: null, older: false, remarks: said }
  const page =
    question.order === 'best' && asksWords
      ? await bestFirst(db, base, typed, question.after)
      : await newestFirst(db, base, question.after)
  const { ids, ...rest } = page
  return { ...rest, found: await shown(db, ids, typed, when), remarks: said }
}

type Base = Omit<NewestQuestion, 'limit' | 'after' | 'until'> & { until: Date }
type Page = { ids: number[] } & Pick<ArchiveAnswer, 'count' | 'next' | 'older'>

/** `base` is null where a filter names nothing there is; `narrow`: there is a filter at all. */
async function baseOf(
  db: Reader,
  { section, topic, place, from, to }: ArchiveQuestion,
  { words, phrases, without }: TypedSearch,
  when: Date,
): Promise<{ base: Base | null; narrow: boolean; remarks: SearchRemark[] }> {
  const [inSection, inTopic] = [
    section && (isSlug(section) ? await sectionBySlug(db, section) : null),
    topic && (isSlug(topic) ? await topicBySlug(db, topic) : null),
  ]
  const places = editionMark.place(place)
  const days = daysOf(from, to, (await outletOf(db)).timeZone, when)
  const remarks: SearchRemark[] = [...days.remarks]
  const narrow = Boolean(section || topic || places.length > 0 || days.narrow)
  if (inSection === null || inTopic === null || days.turned) {
    if (!days.turned) remarks.push('no-choice')
    return { base: null, narrow, remarks }
  }
  const marks = [
    ...(inSection ? [editionMark.section(inSection.id)] : []),
    ...(inTopic ? [editionMark.topic(inTopic.id)] : []),
    ...places,
  ]
  return {
    base: { kind: EDITION, words, phrases, without, marks, from: days.from, until: days.until },
    narrow,
    remarks,
  }
}

// Nothing else may reach an engine: PostgreSQL takes no text with a NUL in it.
function isSlug(typed: string): boolean {
  return /^[\p{L}\p{N}-]{1,120}$/u.test(typed)
}

// What is not published yet at `when` is never looked at, whatever day is asked for.
function daysOf(from: string, to: string, timeZone: string, when: Date) {
  const first = from ? instantIn(timeZone, `${from}T00:00`) : null
  const last = to ? instantIn(timeZone, `${nextDay(to)}T00:00`) : null
  const turned = first !== null && last !== null && last <= first
  const remarks: SearchRemark[] = [
    ...((from && !first) || (to && !last) ? (['no-day'] as const) : []),
    ...(turned ? (['days-turned'] as const) : []),
  ]
  const soon = new Date(when.getTime() + 1)
  return {
    from: first ?? undefined,
    until: last && last < soon ? last : soon,
    narrow: first !== null || last !== null,
    turned,
    remarks,
  }
}

function nextDay(day: string): string {
  const noon = new Date(`${day}T12:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(noon.getTime()) || !noon.toISOString().startsWith(day)) return ''
  return new Date(noon.getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10)
}

async function newestFirst(db: Reader, base: Base, after: string): Promise<Page> {
  const place = /^n(\d{1,16})$/.exec(after)?.[1]
  const below = place === undefined ? undefined : Number(place)
  const { hits, lookedTo, left } = await newestHits(db, { ...base, after: below, limit: ON_A_PAGE + 1 })
  const here = hits.slice(0, ON_A_PAGE)
  const isFull = hits.length > ON_A_PAGE
  const more = isFull ? here.at(-1)?.place : lookedTo
  const known = below !== undefined ? null : (left ?? (isFull ? null : hits.length))
  return {
    ids: here.map(({ id }) => id),
    count: lookedTo !== null ? null : (known ?? (await countNewest(db, base, MOST_COUNTED + 1))),
    next: more == null ? null : `n${more}`,
    older: !isFull && lookedTo !== null,
  }
}

type Ranked = SearchHit & { score: number }

/**
 * The newest thousand are ranked, so a word that every story has costs no more than another. The cursor names where they
 * begin, so what is published meanwhile moves no page: `b` of the first thousand, `r` of an older lot, `o` begins one.
 */
async function bestFirst(db: Reader, base: Base, typed: TypedSearch, after: string): Promise<Page> {
  const [, letter = 'b', ...last] = /^([br])(\d{1,6})-(\d{1,16})-(\d{1,16})$/.exec(after) ?? []
  const older = /^o(\d{1,16})$/.exec(after)?.[1]
  const [score, place, start = Number(older ?? firstPlace(base.until))] = last.map(Number)
  const { hits, lookedTo } = await newestHits(db, { ...base, after: start, limit: MOST_COUNTED + 1 })
  const ranked = await rankedHits(db, hits.slice(0, MOST_COUNTED), typed)
  const rest =
    score === undefined || place === undefined
      ? ranked
      : ranked.filter((one) => one.score < score || (one.score === score && one.place < place))
  const here = rest.slice(0, ON_A_PAGE)
  // Looked at in lots, they begin at the instant of the first page; looked at whole, at the newest that there was.
  const begin = lookedTo === null ? (hits[0]?.place ?? start) + 1 : start
  const end = rest.length > ON_A_PAGE ? here.at(-1) : undefined
  const lot = older === undefined ? letter : 'r'
  return {
    ids: here.map(({ id }) => id),
    count: lookedTo === null && lot === 'b' ? hits.length : null,
    next: end ? `${lot}${end.score}-${end.place}-${begin}` : lookedTo === null ? null : `o${lookedTo}`,
    older: !end && lookedTo !== null,
  }
}

const IN_HEADLINE = 4
const IN_STANDFIRST = 2
const AS_TYPED = 3

// The newest of equals first. The score is of the story and the question alone, so it is the same on every page.
async function rankedHits(db: Reader, hits: readonly SearchHit[], typed: TypedSearch): Promise<Ranked[]> {
  const ids = hits.map(({ id }) => id)
  const heads = new Map((await askPrepared(db, 'heads', headsHeld, { ids: idList(ids) })).map((row) => [row.id, row]))
  const all = [...typed.words.map((word) => [word]), ...typed.phrases]
  const sought = all.map((words) => ` ${words.join(' ')} `)
  const asTyped = ` ${all.flat().join(' ')} `
  const scoreOf = (id: number) => {
    const headline = foldedHead(heads.get(id)?.headline ?? '', all)
    const standfirst = foldedHead(heads.get(id)?.standfirst ?? '', all)
    const found = sought.reduce(
      (sum, words) =>
        sum + (headline.includes(words) ? IN_HEADLINE : 0) + (standfirst.includes(words) ? IN_STANDFIRST : 0),
      0,
    )
    return found + (sought.length > 1 && headline.includes(asTyped) ? AS_TYPED : 0)
  }
  return hits.map((hit) => ({ ...hit, score: scoreOf(hit.id) })).sort((a, b) => b.score - a.score || b.place - a.place)
}

// Most heads have none of the words, and then their own need not be told apart.
function foldedHead(text: string, sought: readonly (readonly string[])[]): string {
  const flat = folded(text)
  return sought.some(([first = '']) => flat.includes(first)) ? ` ${foldedWords(flat).join(' ')} ` : ''
}

const headsHeld = (db: Reader) => headsQuery(db, sql.placeholder('ids'))

/** The query behind the ranking, for the test that reads its plan. */
export function headsQuery(db: Reader, storyIds: readonly number[] | Placeholder) {
  return db
    .select({ id: publications.storyId, headline: editions.headline, standfirst: editions.standfirst })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(among(publications.storyId, storyIds))
}

async function shown(db: Reader, ids: readonly number[], { words, phrases }: TypedSearch, when: Date) {
  const teasers = await teasersById(db, ids, when)
  const texts = new Map(
    (ids.length ? await askPrepared(db, 'texts', textsHeld, { ids: idList(ids) }) : []).map(({ id, text }) => [
      id,
      text,
    ]),
  )
  return ids.flatMap((id) => {
    const teaser = teasers.get(id)
    if (!teaser) return []
    const sought = { words, phrases }
    return [{ teaser, headline: markedText(teaser.headline, sought), snippet: snippetOf(texts.get(id) ?? '', sought) }]
  })
}

const textsHeld = (db: Reader) => textsQuery(db, sql.placeholder('ids'))

/** The query behind the snippets, for the test that reads its plan. */
export function textsQuery(db: Reader, storyIds: readonly number[] | Placeholder) {
  return db
    .select({ id: publications.storyId, text: editions.text })
    .from(publications)
    .innerJoin(editions, eq(editions.id, publications.editionId))
    .where(among(publications.storyId, storyIds)) // the teasers say which of them are live
}
