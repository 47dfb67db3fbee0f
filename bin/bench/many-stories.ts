// An outlet with very many stories, written by SQL alone: for measuring how lists cost, where going through the doors would take hours.
import type { OpenDatabase } from '#db/client.ts'
import { fillFast } from './fill-fast.ts'

/** Ids of what the measures ask for. */
export const asked = { editor: 53, section: 3, topic: 'topic-3', common: 'bridge', rare: 'lighthouse' }

/** What stands in which state, of a hundred. */
const states = [
  ['submitted', 20],
  ['in_review', 5],
  ['changes_requested', 5],
  ['awaiting_sign_off', 2],
  ['approved', 3],
  ['scheduled', 1],
  ['published', 50],
  ['declined', 8],
  ['draft', 6],
] as const

const BEGUN = Date.UTC(2020, 0, 1)

/** Fills a new, migrated database with `count` stories, a second apart; their words are a line each, their copies are short. */
export async function fillManyStories({ raw }: OpenDatabase, count: number): Promise<void> {
  await fillFast(raw, ['stories', 'story_topics'], async () => {
    await fillHouse(raw)
    await raw(`insert into stories (public_id, owner_id, state, headline, place, section_id, language, copy, words,
      entered_at, created_at, saved_at, submitted_at, first_answered_at, decided_at, answer_by, claimed_by_id, claimed_at)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count}),
      s as (select i, ${stateOf('(i * 37) % 100')} as state, ${BEGUN} + i * 1000 as at from n)
    select 's' || i, 1 + i % 50, state,
      'Story ' || i || ' of the bridge ' || case when i % 97 = 0 then 'and its lighthouse ' else '' end || 'word' || ((i * 7919) % 5000),
      'Panagyurishte', 1 + i % 10, case when i % 7 = 0 then 'bg' else 'en' end, '{"type":"doc","content":[]}', 400,
      at, at, at, at, case when i % 3 then at + 3600000 end, case when i % 3 then at + 7200000 end, at + 86400000,
      case when state in ('in_review', 'changes_requested', 'awaiting_sign_off', 'approved', 'scheduled') then 51 + i % 5 end, at
    from s`)
    await raw('insert into story_topics (story_id, topic_id) select id, 1 + id % 20 from stories where id % 2 = 0')
    await raw('insert into state_counts (state, shard, stories) select state, 0, count(*) from stories group by state')
    await raw(`insert into search_texts (place, kind, ref, marks, text)
    select entered_at * 1024, 'story', id,
      'kindstory storystate' || replace(state, '_', '') || case when id % 2 = 0 then ' storytopic' || (1 + id % 20) else '' end,
      lower(headline) || ' panagyurishte'
    from stories where state <> 'draft'`)
  })
}

async function fillHouse(raw: OpenDatabase['raw']) {
  const upTo = (most: number) => `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${most})`
  await raw(`insert into sections (slug, name, position) ${upTo(10)} select 'section-' || i, 'Section ' || i, i from n`)
  await raw(`insert into topics (slug, name, title, background, key_events, position, created_at)
    ${upTo(20)} select 'topic-' || i, 'Topic ' || i, 'Topic ' || i, '[]', '[]', i, ${BEGUN} from n`)
  await raw(`insert into people (public_id, email, name, password_hash, role, created_at)
    ${upTo(100)} select 'p' || i, 'p' || i || '@example.org', 'Person ' || i, 'none', iif(i > 50, 'editor', 'contributor'), ${BEGUN} from n`)
}

function stateOf(hundredth: string): string {
  let below = 0
  const cases = states.map(([state, share]) => {
    below += share
    return `when ${hundredth} < ${below} then '${state}'`
  })
  return `case ${cases.join(' ')} end`
}
