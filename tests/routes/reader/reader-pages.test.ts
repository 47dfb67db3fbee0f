// The reader's doors: status, caching and what a page gives away.
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, expect, test } from 'vitest'
import { loader as contributor } from '#app/routes/reader/contributor.tsx'
import { loader as frontPage } from '#app/routes/reader/front-page.tsx'
import { loader as section } from '#app/routes/reader/section.tsx'
import { loader as story } from '#app/routes/reader/story.tsx'
import { loader as topic } from '#app/routes/reader/topic.tsx'
import { loader as robots } from '#app/routes/wire/robots.ts'
import { loader as topicFeed } from '#app/routes/wire/topic-feed.ts'
import type { Database } from '#db/client.ts'
import { castOf, NOON, storyIn } from '../../cast.ts'
import { printed } from '../../newsroom/press/printed-story.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

type Loader = (args: LoaderFunctionArgs) => Promise<Response>

test('a live story is kept, with its whole address', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'bridge' })
  const answer = await asked(story as Loader, db, { slug: 'bridge' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-keep')).toBe('paper story-bridge section-exercises')
})

test('a retracted story answers 410 with its notice and without its words', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  await storyIn(db, cast, 'retracted', 'A headline that was wrong')
  const answer = await asked(story as Loader, db, { slug: 'a-headline-that-was-wrong' })
  expect(answer.status).toBe(410)
  const body = await answer.text()
  expect(body).toContain('It was not true.')
  expect(body).not.toMatch(/A headline|was opened on Tuesday/)
})

test('every story that is not public is the same 404 as an address that never was', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of ['draft', 'submitted', 'approved', 'scheduled', 'declined', 'archived'] as const)
    await storyIn(db, cast, state, `Headline ${state}`)
  const never = await asked(story as Loader, db, { slug: 'never-was' })
  const expected = await never.text()
  expect(never.status).toBe(404)
  expect(never.headers.get('cache-control')).toBe('no-store')
  for (const state of ['draft', 'submitted', 'approved', 'scheduled', 'declined', 'archived']) {
    const answer = await asked(story as Loader, db, { slug: `headline-${state}` })
    expect(answer.status, state).toBe(404)
    expect(await answer.text(), state).toBe(expected)
  }
})

test('sections, hubs and by-lines that do not exist answer 404', async () => {
  const { db } = await freshDatabase()
  await castOf(db)
  expect((await asked(section as Loader, db, { slug: 'nope' })).status).toBe(404)
  expect((await asked(topic as Loader, db, { slug: 'nope' })).status).toBe(404)
  expect((await asked(contributor as Loader, db, { handle: 'nope' })).status).toBe(404)
  await expect(asked(topicFeed as Loader, db, { slug: 'nope' })).rejects.toMatchObject({ status: 404 })
})

test('the front page goes on after a story, and never shows an e-mail address', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  for (let index = 0; index < 20; index++) await printed(db, reporter, { slug: `s${index}`, minutesAgo: index })
  const first = await (await asked(frontPage as Loader, db, {})).text()
  expect(first).toContain('"next":"s15"')
  expect(first).not.toContain('@example.org')
  const second = await (await asked(frontPage as Loader, db, {}, '/?after=s15')).text()
  expect(second).toContain('"slug":"s16"')
  expect(second).not.toContain('"slug":"s15"')
})

test('robots are told where the sitemap is', async () => {
  const { db } = await freshDatabase()
  const answer = await asked(robots as Loader, db, {})
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(await answer.text()).toContain('Sitemap: https://courier.example.org/sitemap.xml')
})

async function asked(loader: Loader, db: Database, params: Record<string, string>, path = '/'): Promise<Response> {
  const settings = { siteUrl: 'https://courier.example.org' }
  const context = { db, now: NOON, person: null, settings } as unknown as LoaderFunctionArgs['context']
  return loader({ request: new Request(`https://courier.example.org${path}`), params, context })
}
