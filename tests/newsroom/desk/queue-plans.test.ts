// The queue reads its page and no more: each state through its index in the order of the list, nothing sorted.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { inOrderQuery } from '#app/newsroom/desk/review-queue.server.ts'
import { queueTabs } from '#app/newsroom/desk/review-queue.ts'
import { stories } from '#db/schema/story.ts'
import { NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { planOf, type Query } from '../../query-plan.ts'

afterAll(closeDatabases)

const database = await freshDatabase()
const { db } = database
const last = { enteredAt: NOON, id: 7 }
const ofSection = [eq(stories.sectionId, 1)]
const queries: [name: string, states: readonly string[], index: string, query: Query][] = [
  ['one state', queueTabs.new, 'stories_queue', inOrderQuery(db, queueTabs.new, [], undefined, 51)],
  ['every state', queueTabs.all, 'stories_queue', inOrderQuery(db, queueTabs.all, [], undefined, 51)],
  ['every state, further on', queueTabs.all, 'stories_queue', inOrderQuery(db, queueTabs.all, [], last, 51)],
  ['a section', queueTabs.all, 'stories_section_queue', inOrderQuery(db, queueTabs.all, ofSection, undefined, 51)],
  [
    'a section, further on',
    queueTabs.all,
    'stories_section_queue',
    inOrderQuery(db, queueTabs.all, ofSection, last, 51),
  ],
]

test.each(queries)('%s', async (name, states, index, query) => {
  const steps = (await planOf(database, query)).filter((step) => !/^(MERGE|LEFT|RIGHT)/.test(step))
  const begins = name.includes('further on') ? 'entered_at>?' : ''
  expect(steps).toHaveLength(states.length)
  for (const step of steps) {
    expect(step).toContain(`SEARCH stories USING COVERING INDEX ${index} (`)
    expect(step).toContain(begins)
  }
})
