// No public page may read a whole table: the plan of every public query is looked at.
import { afterAll, expect, test } from 'vitest'
import { headsQuery, textsQuery } from '#app/newsroom/press/archive-search.server.ts'
import { changesQuery } from '#app/newsroom/press/corrections.server.ts'
import { editionQuery, topicsOf } from '#app/newsroom/press/edition.server.ts'
import { teamQuery } from '#app/newsroom/press/editorial-team.server.ts'
import { teaserQuery, teasersByIdQuery } from '#app/newsroom/press/teasers.server.ts'
import { feedQuery, topicNamesQuery } from '#app/newsroom/wire/feeds.server.ts'
import { archiveQuery } from '#app/newsroom/wire/issue-archive.server.ts'
import { nextReadersQuery } from '#app/newsroom/wire/issue-audience.server.ts'
import { newStoriesQuery } from '#app/newsroom/wire/issue-stories.server.ts'
import { dueLetterQuery } from '#app/newsroom/wire/send-issues.server.ts'
import { newsQuery, nextPartQuery, partQuery } from '#app/newsroom/wire/sitemap.server.ts'
import { hitsQuery } from '#db/search.ts'
import { lastLookedAt, leadQuery } from '#db/search-newest.ts'
import { NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { planOf, type Query } from '../../query-plan.ts'

afterAll(closeDatabases)

// Topics are few and kept few, and of issues there are some hundred a year; everything else grows faster. `json_each` is
// the list of ids that is asked for.
const SMALL = ['topics', 'newsletter_issues', 'json_each']
const daily = { audience: 'daily' as const, topicId: null }
const hub = { audience: 'topic' as const, topicId: 1 }
const place = { publishedAt: NOON, storyId: 7 }

const database = await freshDatabase()
const { db } = database
// As many as a page of results has: with few, an engine chooses well by itself.
const found = Array.from({ length: 20 }, (_, index) => index + 1)
const sought = { kind: 'edition', words: ['ferry', 'bridge'], marks: [], from: NOON, until: NOON, limit: 21 }
const queries: Record<string, Query> = {
  'the latest': teaserQuery(db, 'all', null, 20, NOON),
  'the latest, further on': teaserQuery(db, 'all', place, 20, NOON),
  'the lead': teaserQuery(db, 'led', null, 1, NOON),
  'a section': teaserQuery(db, { sectionId: 1 }, null, 20, NOON),
  'a section, further on': teaserQuery(db, { sectionId: 1 }, place, 20, NOON),
  'a by-line': teaserQuery(db, { bylineId: 1 }, null, 20, NOON),
  'a by-line, further on': teaserQuery(db, { bylineId: 1 }, place, 20, NOON),
  'a hub': teaserQuery(db, { topicId: 1 }, null, 20, NOON),
  'a hub, further on': teaserQuery(db, { topicId: 1 }, place, 20, NOON),
  'a story': editionQuery(db, 'bridge', NOON),
  'the topics of a story': topicsOf(db, 7),
  'the feed': feedQuery(db, { by: 'all' }, NOON),
  'a section’s feed': feedQuery(db, { by: { sectionId: 1 } }, NOON),
  'a topic’s feed': feedQuery(db, { by: { topicId: 1 } }, NOON),
  'the topics of a feed’s stories': topicNamesQuery(db, [7, 8, 9]),
  'a by-line’s feed': feedQuery(db, { by: { bylineId: 1 } }, NOON),
  'a part of the sitemap': partQuery(db, 7, NOON),
  'the next part of the sitemap': nextPartQuery(db, 7, NOON),
  'the news sitemap': newsQuery(db, NOON, 1000),
  'the heads of what was found': headsQuery(db, found),
  'the texts of what was found': textsQuery(db, found),
  'the teasers of what was found': teasersByIdQuery(db, found, NOON),
  corrections: changesQuery(db, 30, NOON),
  'the team': teamQuery(db),
  'the newsletter’s archive': archiveQuery(db, 70, 50),
  'what is new for an issue': newStoriesQuery(db, daily, NOON, NOON),
  'what is new for a topic’s issue': newStoriesQuery(db, hub, NOON, NOON),
  'the next readers of an issue': nextReadersQuery(db, daily, NOON, 7, 500),
  'the next readers of a topic’s issue': nextReadersQuery(db, hub, NOON, 7, 500),
  'the next letter of an issue': dueLetterQuery(db, 7, NOON),
}

for (const [name, query] of Object.entries(queries))
  test(`${name} is found by an index and never sorted`, async () => {
    const plan = await planOf(database, query)
    const scans = plan.filter((step) => /^SCAN /.test(step) && !SMALL.includes(step.split(' ')[1] ?? ''))
    expect(scans).toEqual([])
    if (name !== 'the topics of a story') expect(plan.filter((step) => /TEMP B-TREE/.test(step))).toEqual([])
  })

// The full-text index counts as scanned; what it is asked stands in the plan: M a match, < > bounds of the places.
const searches: Record<string, Query> = {
  'all that fit': hitsQuery(db, { ...sought, terms: [{ word: 'ferry', begins: false }], newestFirst: true, after: 7 }),
  'the last that is looked at': lastLookedAt(db, { from: 7, before: 9 }, 'text : "ferry"'),
  'those that are looked at': leadQuery(db, sought, { key: 'text : "ferry"', lookedTo: 7 }),
}

for (const [name, query] of Object.entries(searches))
  test(`${name}: matched within their bounds, in the order of the index, and each row by its place`, async () => {
    const [index = '', ...rest] = await planOf(database, query)
    expect(index).toMatch(/^SCAN search_index VIRTUAL TABLE INDEX \d+:M\d[<>]{2}$/)
    expect(rest).toEqual(name.startsWith('the last') ? [] : ['SEARCH search_texts USING INTEGER PRIMARY KEY (rowid=?)'])
  })

// FTS5 begins and ends at whole numbers alone, and a number of JavaScript's is none to it.
test.each(Object.entries(searches))('%s: every bound is handed over as a whole number', (_, query) => {
  const bounds = [...query.toSQL().sql.matchAll(/search_index\.rowid (?:<|>|>=) (\S+ as bigint\)|\S+)/g)]
  expect(bounds.map(([, bound]) => bound)).toEqual(bounds.map(() => 'cast(? as bigint)'))
  expect(bounds.length).toBeGreaterThan(1)
})
