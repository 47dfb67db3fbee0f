// Live coverage as readers get it: only what was approved, by its time, with nothing of what was removed or never public.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { closeCoverage, openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import {
  answerEntry,
  correctEntry,
  markEntry,
  publishEntry,
  removeEntry,
} from '#app/newsroom/desk/live-entries.server.ts'
import { sendEntry } from '#app/newsroom/desk/live-sending.server.ts'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import { liveCoverage } from '#app/newsroom/press/live-coverage.server.ts'
import { liveNews } from '#app/newsroom/press/live-news.server.ts'
import type { SentInput } from '#app/newsroom/topics/live.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { publications } from '#db/schema/press.ts'
import { type Cast, castOf, later, move, NOON, person, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  await open()
})
afterAll(closeDatabases)

const open = (title = 'The bridge opens', when = NOON) =>
  openCoverage(db, 'border', { title, section: 'exercises' }, cast.editor, when, cast.press)
const place = (entry: string) => ({ topic: 'border', entry })
const read = (from: string | null = null, when = later(600)) => liveCoverage(db, 'border', from, when)

async function publish(text: string, when = NOON, more: { story?: string; picture?: 'yes' } = {}): Promise<string> {
  const input = { title: '', text, story: '', picture: '' as const, ...more }
  const done = await publishEntry(db, 'border', input, cast.editor, when, cast.press)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.publicId
}

async function sent(
  text: string,
  signed: Partial<SentInput> = {},
  who = cast.reporter,
  approved = true,
): Promise<string> {
  const done = await sendEntry(db, 'border', { title: '', text, byline: 'name', penName: '', ...signed }, who, NOON)
  if (!done.ok) throw new Error(JSON.stringify(done))
  const yes = { verdict: 'approve' as const, title: '', text, reason: '', version: 1 }
  if (approved) await answerEntry(db, place(done.publicId), yes, cast.editor, later(1), cast.press)
  return done.publicId
}

test('what waits, was declined, withdrawn or comes later is nowhere, and asking for it by its id tells nothing', async () => {
  await publish('Public words.')
  const waiting = await sent('Waiting words.', {}, cast.reporter, false)
  const declined = await sent('Declined words.', {}, cast.reporter, false)
  const no = { verdict: 'decline' as const, title: '', text: '', reason: 'Reason words.', version: 1 }
  await answerEntry(db, place(declined), no, cast.editor, later(1), cast.press)
  await publish('Words of tomorrow.', later(1000))
  const newest = await read()
  expect(JSON.stringify(newest)).not.toMatch(/Waiting|Declined|Reason|tomorrow/)
  expect(newest?.entries).toHaveLength(1)
  for (const id of [waiting, declined, 'nothing']) expect(await read(id)).toEqual(newest)
  const news = (await liveNews(db, later(600))).get('border')
  expect(news).toEqual({ open: true, entries: [[newest?.entries[0]?.id, 1]] })
  expect(await read(null, new Date(NOON.getTime() - 1))).toBeNull()
})

test('a removed entry keeps its place and time; of its words, title, story and name nothing is left', async () => {
  const entry = await sent('Words that go.', { byline: 'pen', penName: 'Heron' })
  await removeEntry(db, place(entry), { reason: 'It was fog.', version: 2 }, cast.editor, later(9), cast.press)
  const live = await read()
  expect(live?.entries).toMatchObject([
    { id: entry, at: later(1).toISOString(), removed: { at: later(9).toISOString(), reason: 'It was fog.' } },
  ])
  expect(JSON.stringify(live)).not.toMatch(/Words that go|Heron/)
})

test('a correction is shown with its time and note; hostile words come out as words', async () => {
  const entry = await publish('<script>alert(1)</script> & [here](https://example.org/?a="b")')
  const correction = {
    title: '',
    text: '*Better* <b>words</b>',
    story: '',
    picture: '' as const,
    note: 'No <b>.',
    version: 1,
  }
  expect((await read())?.entries[0]?.html).toMatch(/^<p>&lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; /)
  await correctEntry(db, place(entry), correction, cast.editor, later(5), cast.press)
  expect((await read())?.entries).toMatchObject([
    {
      at: NOON.toISOString(),
      version: 2,
      html: '<p><strong>Better</strong> &lt;b&gt;words&lt;/b&gt;</p>',
      corrections: [{ at: later(5).toISOString(), note: 'No <b>.' }],
    },
  ])
})

test('names: the house none, a pen name without a page, a page once a story appeared, none where it is withheld', async () => {
  await publish('By the house.')
  await sent('By Heron.', { byline: 'pen', penName: 'Heron' })
  await sent('By nobody.', { byline: 'withheld' })
  const hidden = await person(db, 'contributor', 'Hidden Reporter')
  await db.transaction((tx) => tx.update(people).set({ protectedAt: NOON }).where(eq(people.id, hidden.id)).returning())
  await sent('By somebody protected.', {}, hidden)
  await sent('By name.')
  const namesOf = async () =>
    Object.fromEntries(((await read())?.entries ?? []).map(({ text, byline }) => [text, byline]))
  expect(await namesOf()).toEqual({
    'By the house.': null,
    'By Heron.': { name: 'Heron', handle: null },
    'By nobody.': { name: '', handle: null },
    'By somebody protected.': { name: '', handle: null },
    'By name.': { name: 'Reporter in Panagyurishte', handle: null },
  })
  await storyIn(db, cast, 'published')
  expect((await namesOf())['By name.']?.handle).toBe('reporter-in-panagyurishte')
  expect(JSON.stringify(await read())).not.toContain('Hidden')
})

test('a linked story stands with its entry while readers can open it, and goes with its picture', async () => {
  const story = await storyIn(db, cast, 'published', 'The bridge is open')
  const [printed] = await db.select().from(publications)
  await publish('Our report:', later(1), { story: printed?.slug ?? '' })
  expect((await read())?.entries[0]?.story).toEqual({
    slug: printed?.slug,
    headline: 'The bridge is open',
    picture: null,
  })
  expect(await move(db, cast, cast.editor, story, 'unpublish', { deskNote: 'A slip.' }, later(2))).toMatchObject({
    ok: true,
  })
  expect((await read())?.entries).toMatchObject([{ text: 'Our report:', story: null }])
})

test('pinned ones stand above and at their place, key moments in a list, pages begin with the entry asked for', async () => {
  const ids: string[] = []
  for (let i = 0; i < 53; i++) ids.push(await publish(`Entry ${i}.`, later(i)))
  const mark = (entry = '', what: 'pin' | 'key') =>
    markEntry(db, place(entry), { mark: what, version: 1 }, cast.editor, later(60), cast.press)
  await mark(ids[0], 'pin')
  await mark(ids[52], 'key')
  const first = await read()
  expect(first?.pinned.map(({ id }) => id)).toEqual([ids[0]])
  expect(first?.keyEvents).toEqual([{ id: ids[52], at: later(52).toISOString(), name: 'Entry 52.' }])
  expect(first?.entries.map(({ id }) => id)).toEqual(ids.slice(3).reverse())
  expect(first).toMatchObject({ next: ids[2], isNewest: true })
  const second = await read(ids[2])
  expect(second?.entries.map(({ id }) => id)).toEqual(ids.slice(0, 3).reverse())
  expect(second).toMatchObject({ next: null, isNewest: false, pinned: [] })
})

test('closed, it stays with its sentence and has no news; the next one leads to the one before', async () => {
  const entry = await publish('First words.')
  const changes = changeReader(db)
  await changes()
  await closeCoverage(db, 'border', { closing: 'That was it.' }, cast.editor, later(60), cast.press)
  expect([...(await changes())].sort()).toEqual(['lists', 'topic-border'])
  expect(await read()).toMatchObject({ closedAt: later(60).toISOString(), closing: 'That was it.', earlier: [] })
  expect((await liveNews(db, later(61))).size).toBe(0)
  await open('The day after', later(1440))
  expect(await read(null, later(1441))).toMatchObject({
    title: 'The day after',
    entries: [],
    earlier: [{ title: 'The bridge opens', entry }],
  })
  expect(await read(entry, later(1441))).toMatchObject({ title: 'The bridge opens', entries: [{ id: entry }] })
})
