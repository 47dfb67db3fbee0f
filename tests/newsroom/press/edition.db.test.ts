// What stands at a story's address: the live edition, a notice, or nothing that tells anything.
import { afterAll, expect, test } from 'vitest'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import { castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from './printed-story.ts'

afterAll(closeDatabases)

test('a live story is its newest edition with its section, topics and picture', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, {
    slug: 'bridge',
    headline: 'Bridge opens',
    topicIds: [1],
    lead: drawing,
    minutesAgo: 10,
  })
  expect(await editionBySlug(db, 'bridge', NOON)).toMatchObject({
    headline: 'Bridge opens',
    html: '<p>Words of bridge</p>',
    section: { slug: 'exercises', name: 'Exercises' },
    topics: [{ slug: 'border', name: 'The border' }],
    lead: drawing,
    publishedAt: '2026-11-24T11:50:00.000Z',
    updatedAt: null,
    changes: [],
  })
})

test('a corrected story says what was changed and when, oldest first', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const notes = [
    { kind: 'correction' as const, note: 'The bridge is of 1934.' },
    { kind: 'update' as const, note: '' },
    { kind: 'clarification' as const, note: 'The mayor spoke for herself.' },
  ]
  await printed(db, reporter, { slug: 'bridge', minutesAgo: 10, notes })
  const edition = await editionBySlug(db, 'bridge', NOON)
  expect(edition).toMatchObject({
    updatedAt: '2026-11-24T11:53:00.000Z',
    changes: [
      { kind: 'correction', note: 'The bridge is of 1934.', at: '2026-11-24T11:51:00.000Z' },
      { kind: 'clarification', note: 'The mayor spoke for herself.', at: '2026-11-24T11:53:00.000Z' },
    ],
  })
})

test('a retracted story is a notice and nothing of the story', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'false', state: 'retracted' })
  expect(await editionBySlug(db, 'false', NOON)).toEqual({
    retracted: { note: 'It was not true.', at: '2026-11-24T12:00:00.000Z' },
  })
})

test('unknown, unpublished and not yet published stories are the same nothing', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'hidden', state: 'unpublished' })
  await printed(db, reporter, { slug: 'tomorrow', minutesAgo: -1440 })
  await printed(db, reporter, { slug: 'tomorrow-retracted', minutesAgo: -1440, state: 'retracted' })
  for (const slug of ['hidden', 'tomorrow', 'tomorrow-retracted', 'never-was', ''])
    expect(await editionBySlug(db, slug, NOON), slug).toBeNull()
  expect(await editionBySlug(db, 'tomorrow', later(1440))).not.toBeNull()
})

test('what else there is comes from the topic, else from the section, and is never the story itself', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'one', topicIds: [1], minutesAgo: 1 })
  await printed(db, reporter, { slug: 'two', topicIds: [1], sectionId: 2, minutesAgo: 2 })
  await printed(db, reporter, { slug: 'three', minutesAgo: 3 })
  await printed(db, reporter, { slug: 'gone', minutesAgo: 4, state: 'retracted' })
  expect(await editionBySlug(db, 'one', NOON)).toMatchObject({
    related: { topic: { slug: 'border' }, teasers: [{ slug: 'two' }] },
  })
  const three = await editionBySlug(db, 'three', NOON)
  expect(three).toMatchObject({ related: { topic: null, teasers: [{ slug: 'one' }] } })
})
