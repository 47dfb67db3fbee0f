// A paper with very many published stories, written by SQL alone: for measuring readers' search, where publishing each would take hours.
import type { OpenDatabase } from '#db/client.ts'
import { fillFast } from './fill-fast.ts'

/** Words that the measures ask for. */
export const sought = {
  /** Each stands in every second story or so, and the two beside each other in none. */
  common: ['harbour', 'council'],
  /** Each stands in every third story; both in one story in thirty thousand. */
  rarelyMeet: ['winter', 'summer'],
  rare: 'lighthouse',
  phrase: ['city', 'bridge'],
} as const

const BEGUN = Date.UTC(2010, 0, 1)
const APART_MS = 40 * 60_000
const WORDS_EACH = 120
const AT_ONCE = 1000

/** Fills a new, migrated database with `count` live stories, 40 minutes apart, of about 120 words; the last is the newest. */
export async function fillManyEditions({ raw }: OpenDatabase, count: number): Promise<void> {
  await fillFast(raw, ['stories', 'revisions', 'editions', 'publications'], async () => {
    await fillHouse(raw)
    await raw('begin')
    for (let first = 1; first <= count; first += AT_ONCE) {
      const rows = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, index) => {
        const id = first + index
        return `(${BEGUN + id * APART_MS} * 1024, 'edition', ${id}, '${marksOf(id)}', '${textOf(id)}')`
      })
      await raw(`insert into search_texts (place, kind, ref, marks, text) values ${rows.join(',')}`)
    }
    const at = `${BEGUN} + ref * ${APART_MS}`
    await raw(`insert into stories (id, public_id, owner_id, state, headline, section_id, copy, entered_at, created_at, saved_at)
    select ref, 's' || ref, 1, 'published', substr(text, 1, 60), 1 + ref % 10, '{}', ${at}, ${at}, ${at} from search_texts`)
    await raw(`insert into revisions (id, story_id, number, hash, content, why, at)
    select ref, ref, 1, 'hash', '{}', 'submit', ${at} from search_texts`)
    await raw(`insert into editions (id, story_id, number, revision_id, hash, kind, headline, standfirst, place, language,
      byline_name, html, feed_html, text, words, printed_at)
    select ref, ref, 1, ref, 'hash', 'first', substr(text, 1, 60), substr(text, 61, 120), 'Panagyurishte', 'en',
      'A reporter', '', '', text, ${WORDS_EACH}, ${at} from search_texts`)
    await raw(`insert into publications (story_id, slug, edition_id, section_id, state, published_at, updated_at)
    select ref, 'story-' || ref, ref, 1 + ref % 10, 'live', ${at}, ${at} from search_texts`)
    await raw('commit')
  })
}

async function fillHouse(raw: OpenDatabase['raw']) {
  const upTo = (most: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most})`
  await raw(`insert into sections (slug, name, position) ${upTo(10)} select 'section-' || i, 'Section ' || i, i from n`)
  await raw(`insert into people (public_id, email, name, password_hash, role, created_at)
    values ('p1', 'p1@example.org', 'A reporter', 'none', 'contributor', ${BEGUN})`)
}

function marksOf(id: number): string {
  return `kindedition editionsection${1 + (id % 10)}`
}

// Words are as unequal as in any language: the nth is about 1/n as frequent as the first.
function textOf(id: number): string {
  let seed = id * 2654435761
  const next = () => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 374761393) >>> 0
    return ((seed ^ (seed >>> 13)) >>> 0) / 2 ** 32
  }
  const words = Array.from({ length: WORDS_EACH - 10 }, () => `word${Math.floor(20_000 ** next()).toString(36)}x`)
  const put = (word: string) => words.splice(Math.floor(next() * words.length), 0, word)
  if (next() < 0.5) put(sought.common[0])
  if (next() < 0.5) words.unshift(sought.common[1]) // first, so never behind the other
  if (id % 3 === 0) put(sought.rarelyMeet[0])
  if (id % 3 === 1 || id % 30_000 === 0) put(sought.rarelyMeet[1])
  if (id % 997 === 0) put(sought.rare)
  if (id % 20 === 0) put(sought.phrase.join(' '))
  return words.join(' ')
}
