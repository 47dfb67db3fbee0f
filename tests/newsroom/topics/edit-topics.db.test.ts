// Topic hubs as an admin keeps them: who may, what stays, that nobody's words are lost, and that other processes hear of it.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import {
  deleteHub,
  type HubFields,
  hubToEdit,
  listedHubs,
  saveHub,
  takeBackHub,
} from '#app/newsroom/topics/edit-topics.server.ts'
import { runningTopics, topicBySlug } from '#app/newsroom/topics/topics.server.ts'
import type { Database } from '#db/client.ts'
import { people, peopleLog } from '#db/schema/people.ts'
import { topics, topicVersions } from '#db/schema/topics.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { printed } from '../press/printed-story.ts'

const bridge: HubFields = {
  slug: 'bridge',
  name: 'The bridge',
  title: '24/7 – All about the bridge',
  description: 'It opens in spring.',
  background: ['It was begun in 2021.', '- one\n- two'],
  keyEvents: [
    { date: '2026-01-02', text: 'Begun.' },
    { date: '2026-03-04', text: 'Opened.' },
  ],
  running: true,
  position: 3,
}

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
})
afterAll(closeDatabases)

async function made(more: Partial<HubFields> = {}): Promise<number> {
  expect(await saveHub(db, null, { ...bridge, ...more }, cast.admin, NOON)).toMatchObject({ ok: true })
  return (await hubToEdit(db, more.slug ?? 'bridge'))?.version ?? 0
}

test('an admin makes a hub and changes it; readers, the log and the paper’s journal say so', async () => {
  const changes = changeReader(db)
  await changes()
  const version = await made()
  expect(await changes()).toEqual(['paper'])
  expect(await topicBySlug(db, 'bridge')).toMatchObject({
    title: bridge.title,
    description: 'It opens in spring.',
    background: bridge.background,
    keyEvents: [{ text: 'Opened.' }, { text: 'Begun.' }],
  })
  const changed = { ...bridge, name: 'The new bridge', slug: 'new-bridge', running: false, keyEvents: [] }
  expect(await saveHub(db, { slug: 'bridge', version }, changed, cast.admin, later(1))).toEqual({
    ok: true,
    slug: 'new-bridge',
  })
  expect(await hubToEdit(db, 'bridge')).toBeNull()
  expect((await runningTopics(db)).map(({ slug }) => slug)).not.toContain('new-bridge')
  expect(await topicBySlug(db, 'new-bridge')).toMatchObject({ name: 'The new bridge', keyEvents: [], running: false })
  expect((await db.select().from(peopleLog)).map(({ act, reason }) => [act, reason])).toEqual([
    ['changed-topic', 'The bridge'],
    ['changed-topic', 'The new bridge'],
  ])
})

test('only an active admin may, by the database', async () => {
  const refused = { ok: false, because: 'not-allowed' }
  expect(await saveHub(db, null, bridge, { ...cast.editor, role: 'admin' }, NOON)).toEqual(refused)
  const version = await made()
  await db.transaction((tx) => tx.update(people).set({ suspendedAt: NOON }).where(eq(people.id, cast.admin.id)))
  expect(await saveHub(db, { slug: 'bridge', version }, bridge, cast.admin, NOON)).toEqual(refused)
  expect(await deleteHub(db, 'bridge', cast.admin, NOON)).toEqual(refused)
})

test('who fills in an old form is told, and nothing is written over', async () => {
  const version = await made()
  const first = { ...bridge, title: 'First' }
  expect(await saveHub(db, { slug: 'bridge', version }, first, cast.admin, later(1))).toMatchObject({ ok: true })
  const second = await saveHub(db, { slug: 'bridge', version }, { ...bridge, title: 'Second' }, cast.admin, later(2))
  expect(second).toEqual({ ok: false, because: 'moved' })
  expect((await topicBySlug(db, 'bridge'))?.title).toBe('First')
})

test('each change is a version; an earlier one is taken back as a new one, and its address stays what it is', async () => {
  const version = await made()
  await saveHub(db, { slug: 'bridge', version }, { ...bridge, title: 'Wrong', background: [] }, cast.admin, later(1))
  const before = await hubToEdit(db, 'bridge')
  expect(before?.versions.map(({ title }) => title)).toEqual(['Wrong', bridge.title])
  expect(before?.versions[0]?.by).toBe(cast.admin.name)
  const take = before?.versions[1]?.id ?? 0
  const what = { slug: 'bridge', version: before?.version ?? 0, take }
  expect(await takeBackHub(db, what, cast.admin, later(2))).toEqual({ ok: true, slug: 'bridge' })
  expect(await topicBySlug(db, 'bridge')).toMatchObject({ title: bridge.title, background: bridge.background })
  expect((await hubToEdit(db, 'bridge'))?.versions).toHaveLength(3)
  expect(await takeBackHub(db, { ...what, take: 999 }, cast.admin, NOON)).toEqual({ ok: false, because: 'not-found' })
})

test('what stood there before anybody kept versions is the first of them', async () => {
  await db.transaction((tx) =>
    tx
      .insert(topics)
      .values({ ...bridge, title: 'As it was set up', createdAt: NOON })
      .returning(),
  )
  expect(await hubToEdit(db, 'bridge')).toMatchObject({ version: 0, versions: [] })
  expect(await saveHub(db, { slug: 'bridge', version: 0 }, bridge, cast.admin, later(1))).toMatchObject({ ok: true })
  const versions = (await hubToEdit(db, 'bridge'))?.versions ?? []
  expect(versions.map(({ title, by }) => [title, by])).toEqual([
    [bridge.title, cast.admin.name],
    ['As it was set up', ''],
  ])
})

test('an address that another hub has is refused; one that readers know stays', async () => {
  await made({ slug: 'other' })
  const version = await made()
  const save = (more: Partial<HubFields>) =>
    saveHub(db, { slug: 'bridge', version }, { ...bridge, ...more }, cast.admin, NOON)
  expect(await saveHub(db, null, bridge, cast.admin, NOON)).toEqual({ ok: false, because: 'slug-taken' })
  expect(await save({ slug: 'other' })).toEqual({ ok: false, because: 'slug-taken' })
  const [row] = await db.select({ id: topics.id }).from(topics).where(eq(topics.slug, 'bridge'))
  await printed(db, cast.reporter, { slug: 'a', topicIds: [row?.id ?? 0] })
  expect(await save({ slug: 'free' })).toEqual({ ok: false, because: 'slug-fixed' })
  expect(await deleteHub(db, 'bridge', cast.admin, NOON)).toEqual({ ok: false, because: 'used' })
  expect(await hubToEdit(db, 'bridge')).toMatchObject({ fixed: true, used: true })
  expect((await listedHubs(db)).find(({ slug }) => slug === 'bridge')).toMatchObject({ stories: 1, bare: false })
})

test('a hub that nothing names is deleted with its versions', async () => {
  await made()
  expect(await deleteHub(db, 'bridge', cast.admin, NOON)).toEqual({ ok: true, slug: 'bridge' })
  expect(await topicBySlug(db, 'bridge')).toBeNull()
  expect(await db.select().from(topicVersions)).toEqual([])
  expect(await deleteHub(db, 'bridge', cast.admin, NOON)).toEqual({ ok: false, because: 'not-found' })
})
