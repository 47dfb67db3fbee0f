// Sections, by-lines, hubs and the team: what they list and what they keep to themselves.

import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { bylinePage, sectionPage } from '#app/newsroom/press/archive.server.ts'
import { editorialTeam } from '#app/newsroom/press/editorial-team.server.ts'
import { topicHub } from '#app/newsroom/press/topic-hub.server.ts'
import { bylines, people } from '#db/schema/people.ts'
import { castOf, NOON, person } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { printed } from './printed-story.ts'

afterAll(closeDatabases)

test('a section lists its own live stories page by page', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 25; index++) await printed(db, reporter, { slug: `s${index}`, minutesAgo: index })
  await printed(db, reporter, { slug: 'other', sectionId: 2 })
  await printed(db, reporter, { slug: 'gone', state: 'retracted' })
  const first = await sectionPage(db, 'exercises', null, NOON)
  expect(first?.teasers).toHaveLength(20)
  const second = await sectionPage(db, 'exercises', first?.next ?? null, NOON)
  expect(second?.teasers.map(({ slug }) => slug)).toEqual(['s20', 's21', 's22', 's23', 's24'])
  expect(second?.next).toBeNull()
  expect(await sectionPage(db, 'no-such-section', null, NOON)).toBeNull()
})

test('a hub lists its live stories, and its key events newest first', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'in', topicIds: [1] })
  await printed(db, reporter, { slug: 'out' })
  await printed(db, reporter, { slug: 'tomorrow', topicIds: [1], minutesAgo: -60 })
  await printed(db, reporter, { slug: 'gone', topicIds: [1], state: 'retracted' })
  const hub = await topicHub(db, 'border', null, NOON)
  expect(hub).toMatchObject({ title: '24/7 – All about the border', background: '<p>It is long.</p>', next: null })
  expect(hub?.teasers.map(({ slug }) => slug)).toEqual(['in'])
  expect(await topicHub(db, 'no-such-topic', null, NOON)).toBeNull()
})

test('a by-line nobody published under is not there', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const pen = { personId: reporter.id, kind: 'pen' as const, name: 'The Owl', handle: 'the-owl', createdAt: NOON }
  const [byline] = await db.transaction((tx) => tx.insert(bylines).values(pen).returning())
  await printed(db, reporter, { slug: 'gone', bylineId: byline?.id, state: 'retracted' })
  expect(await bylinePage(db, 'the-owl', null, NOON)).toBeNull()
  await printed(db, reporter, { slug: 'live', bylineId: byline?.id })
  expect(await bylinePage(db, 'the-owl', null, NOON)).toMatchObject({ name: 'The Owl', teasers: [{ slug: 'live' }] })
})

test('the team is the active editors and admins, without their addresses', async () => {
  const { db } = await freshDatabase()
  await castOf(db)
  const gone = await person(db, 'editor', 'Suspended editor')
  await person(db, 'editor', 'Editor who never confirmed', { confirmed: false })
  await db.transaction((tx) =>
    tx.update(people).set({ suspendedAt: NOON }).where(eq(people.id, gone.id)).returning({ id: people.id }),
  )
  const team = await editorialTeam(db)
  expect(team.map(({ name }) => name)).toEqual(['Editor in chief', 'Day editor', 'Night editor'])
  expect(JSON.stringify(team)).not.toContain('@')
})
