// The review queue: what waits at the desk, oldest first, one page at a time; a page costs the same whatever lies behind it.
import { and, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { presentAt } from '#app/newsroom/desk/presence.server.ts'
import { queueRows } from '#app/newsroom/desk/queue-rows.server.ts'
import { type QueuePage, type QueueQuestion, type QueueTab, queueTabs, risks } from '#app/newsroom/desk/review-queue.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { markOf, STORY } from '#app/newsroom/story/searchable-words.server.ts'
import { topicFamily } from '#app/newsroom/topics/topics.server.ts'
import { among } from '#db/among.ts'
import type { Reader } from '#db/client.ts'
import { askPrepared } from '#db/prepared.ts'
import { sections } from '#db/schema/outlet.ts'
import { people } from '#db/schema/people.ts'
import { type StoryState, stories } from '#db/schema/story.ts'
import { type SearchTerm, searchHits, searchTerms } from '#db/search.ts'

const PAGE = 50

/**
 * A page of the queue. Words and topics are looked up in the search, everything else through an index that begins with
 * what is asked and ends with the order of the list. A filter that names nothing known finds nothing.
 */
export async function reviewQueue(db: Reader, question: QueueQuestion, who: Person, when: Date): Promise<QueuePage> {
  const limit = question.limit ?? PAGE
  const narrowed = await narrowedBy(db, question, who)
  if (!narrowed) return { rows: [], next: null }
  const found =
    narrowed.terms.length || narrowed.topicIds.length
      ? await bySearch(db, question, narrowed, limit)
      : await byIndex(db, question, narrowed, limit)
  const here = await presentAt(db, found.ids, who, when)
  return { rows: await queueRows(db, found.ids, here, who, when), next: found.next }
}

/** What a question comes down to: conditions on the row, and what only the search knows. */
export type Narrowed = { columns: SQL[]; terms: SearchTerm[]; topicIds: number[] }

/** Null when the question names a section, topic or editor that there is not. */
export async function narrowedBy(db: Reader, question: QueueQuestion, who: Person): Promise<Narrowed | null> {
  const { section, topic, language, risk, holder, text = '' } = question
  const [sectionId, topicIds, holderId] = [
    section ? await idOf(db.select({ id: sections.id }).from(sections).where(eq(sections.slug, section))) : undefined,
    topic ? await topicFamily(db, topic) : [],
    holder ? await idOf(db.select({ id: people.id }).from(people).where(eq(people.publicId, holder))) : undefined,
  ]
  const knownRisk = risks.find((known) => known === risk)
  if (sectionId === null || topicIds === null || holderId === null || (risk && !knownRisk)) return null
  const number = /^#?(\d{1,9})$/.exec(text.trim())?.[1]
  const columns = [
    number && eq(stories.id, Number(number)),
    sectionId && eq(stories.sectionId, sectionId),
    language && eq(stories.language, language),
    knownRisk && eq(stories.risk, knownRisk),
    holderId && eq(stories.claimedById, holderId),
    question.tab === 'mine' && eq(stories.claimedById, who.id),
  ].filter((one): one is SQL => typeof one === 'object')
  const terms = number ? [] : searchTerms(text)
  if (!number && text.trim() && terms.length === 0) return null
  return { columns, terms, topicIds }
}

type Found = { ids: number[]; next: string | null }

async function byIndex(
  db: Reader,
  { tab, after }: QueueQuestion,
  { columns }: Narrowed,
  limit: number,
): Promise<Found> {
  const all = await inOrder(db, tab, columns, cursorOf(after), limit + 1)
  const shown = all.slice(0, limit)
  const last = shown.at(-1)
  return {
    ids: shown.map(({ id }) => id),
    next: all.length > limit && last ? `${last.enteredAt.getTime()}-${last.id}` : null,
  }
}

// Where nothing narrows a tab its query is always the same.
function inOrder(db: Reader, tab: QueueTab, columns: readonly SQL[], from: Cursor | undefined, most: number) {
  const states = queueTabs[tab]
  if (columns.length > 0) return inOrderQuery(db, states, columns, from, most)
  const hold = sql.placeholder
  const behindLast = from && { enteredAt: hold('enteredAt'), id: hold('id') }
  return askPrepared(
    db,
    `queue ${tab} ${from ? 'behind' : 'first'}`,
    (reader) => inOrderQuery(reader, states, [], behindLast, hold('most')),
    { ...from, most },
  )
}

/**
 * The stories of these states in the order of the list, for the test that reads its plan too. Each state is read in its
 * own order and they are merged while they are read, no further than `most`: the cost follows the page.
 */
export function inOrderQuery(
  db: Reader,
  states: readonly StoryState[],
  columns: readonly SQL[],
  from: Cursor | Held<Cursor> | undefined,
  most: number | Placeholder,
) {
  const also = and(...columns, from && behind(from))
  const parts = states.map(
    (state) => sql`select ${place} from ${stories} where ${eq(stories.state, state)}${also && sql` and ${also}`}`,
  )
  return db
    .select({ id: sql`id`.mapWith(stories.id), enteredAt: sql`entered_at`.mapWith(stories.enteredAt) })
    .from(sql`(${sql.join(parts, sql` union all `)}) pages`)
    .orderBy(sql`entered_at`, sql`id`)
    .limit(most)
}

const place = sql.raw('id, entered_at')

type Cursor = { enteredAt: Date; id: number }
type Held<Values> = { [Name in keyof Values]: Placeholder }

// As one comparison of two columns, which the index answers by starting there.
function behind({ enteredAt, id }: Cursor | Held<Cursor>): SQL {
  return sql`(${stories.enteredAt}, ${stories.id}) > (${sql.param(enteredAt, stories.enteredAt)}, ${id})`
}

function cursorOf(after: string | undefined): Cursor | undefined {
  const parts = /^(\d{1,15})-(\d{1,9})$/.exec(after ?? '')
  return parts ? { enteredAt: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined
}

const SHORTEST_BEGINNING = 3
const LOOK_AT_A_TIME = 500
const LOOK_AT_MOST = 10_000

// The search gives its hits in the order of the list. What it does not know is asked of their rows; where few of very
// many hits fit, the page ends early and `next` goes on.
async function bySearch(db: Reader, { tab, after }: QueueQuestion, narrowed: Narrowed, limit: number): Promise<Found> {
  const { columns, topicIds } = narrowed
  // The search knows no drafts, so that every state needs no mark: their lists are the longest there are.
  const inStates = tab === 'all' ? [] : [queueTabs[tab].map(markOf.state)]
  const marks = [...inStates, ...(topicIds.length === 0 ? [] : [topicIds.map(markOf.topic)])]
  const terms = await wordsOrBeginnings(db, marks, narrowed.terms)
  const atATime = columns.length ? LOOK_AT_A_TIME : limit + 1
  const fitting: { id: number; place: number }[] = []
  let place = /^w(\d{1,16})$/.exec(after ?? '')?.[1]
  for (let looked = 0; looked < LOOK_AT_MOST; looked += atATime) {
    const from = place === undefined ? undefined : Number(place)
    const hits = await searchHits(db, { kind: STORY, terms, marks, after: from, limit: atATime })
    const fit = await fits(
      db,
      hits.map(({ id }) => id),
      columns,
    )
    fitting.push(...hits.filter(({ id }) => fit.has(id)))
    if (fitting.length > limit || hits.length < atATime) {
      const shown = fitting.slice(0, limit)
      return { ids: shown.map(({ id }) => id), next: fitting.length > limit ? `w${shown.at(-1)?.place}` : null }
    }
    place = String(hits.at(-1)?.place)
  }
  return { ids: fitting.map(({ id }) => id), next: `w${place}` }
}

// Whole words are found in the order of the list, beginnings of words only all at once: so a last word counts as
// unfinished only where no story has it as it stands.
async function wordsOrBeginnings(db: Reader, marks: string[][], terms: SearchTerm[]): Promise<SearchTerm[]> {
  const last = terms.at(-1)
  if (!last || last.begins || [...last.word].length < SHORTEST_BEGINNING) return terms
  const [whole] = await searchHits(db, { kind: STORY, terms, marks, limit: 1 })
  return whole ? terms : [...terms.slice(0, -1), { ...last, begins: true }]
}

async function fits(db: Reader, ids: number[], columns: SQL[]): Promise<Set<number>> {
  if (columns.length === 0 || ids.length === 0) return new Set(ids)
  const rows = await db
    .select({ id: stories.id })
    .from(stories)
    .where(and(among(stories.id, ids), ...columns))
  return new Set(rows.map(({ id }) => id))
}

async function idOf(rows: PromiseLike<{ id: number }[]>): Promise<number | null> {
  return (await rows)[0]?.id ?? null
}
