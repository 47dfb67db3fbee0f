// Topics: which of them run, and what a hub knows.
import { afterAll, expect, test } from 'vitest'
import { runningTopics, topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import { topics } from '#db/schema/topics.ts'
import { NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

test('running topics stand in their order, and one that ended keeps its hub', async () => {
  const { db } = await freshDatabase()
  const topic = (slug: string, position: number, running: boolean) => ({
    slug,
    name: slug,
    title: `24/7 – All about ${slug}`,
    background: [],
    keyEvents: [
      { date: '2026-01-01', text: 'First.' },
      { date: '2026-02-01', text: 'Second.' },
    ],
    running,
    position,
    createdAt: NOON,
  })
  await db.transaction((tx) =>
    tx
      .insert(topics)
      .values([topic('b', 2, true), topic('a', 1, true), topic('over', 0, false)])
      .returning(),
  )
  expect((await runningTopics(db)).map(({ slug }) => slug)).toEqual(['a', 'b'])
  const over = await topicBySlug(db, 'over')
  expect(over).toMatchObject({ running: false, keyEvents: [{ text: 'Second.' }, { text: 'First.' }] })
  expect(await topicBySlug(db, 'never-was')).toBeNull()
})
