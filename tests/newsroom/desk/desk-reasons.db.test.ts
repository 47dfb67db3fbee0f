// The desk's reasons: added, changed, put in order, retired; and what a decision may name.
import { afterAll, expect, test } from 'vitest'
import { logOf } from '#app/newsroom/desk/desk-log.server.ts'
import { deskReasonList, moveReason, retireReason, writeReason } from '#app/newsroom/desk/desk-reasons.server.ts'
import { notForUsReasons, notReadyReasons } from '#app/newsroom/desk/reasons.ts'
import { sendDueLetters } from '#app/newsroom/letters/send-letters.server.ts'
import type { Database } from '#db/client.ts'
import { deskLog } from '#db/schema/desk.ts'
import { castOf, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { postOffice, site } from '../letters/post-office.ts'

afterAll(closeDatabases)

async function newsroom() {
  const { db } = await freshDatabase()
  return { db, cast: await castOf(db) }
}

const offered = async (db: Database, outcome: string) =>
  (await deskReasonList(db)).filter((one) => one.outcome === outcome && !one.retired).map(({ key }) => key)

async function added(db: Database, cast: Awaited<ReturnType<typeof castOf>>, en = 'We need the map, too.') {
  const saved = await writeReason(db, { key: '', outcome: 'not-ready', sentences: { en } }, cast.admin, NOON)
  if (!saved.ok) throw new Error(JSON.stringify(saved))
  return saved.key
}

test('the first reasons are there before anybody has put one down', async () => {
  const { db } = await newsroom()
  expect(await offered(db, 'not-ready')).toEqual([...notReadyReasons])
  expect(await offered(db, 'not-for-us')).toEqual([...notForUsReasons])
})

test('a reason of one’s own stands at the end, is chosen in a decision, and its sentence goes into the letter', async () => {
  const { db, cast } = await newsroom()
  const key = await added(db, cast)
  expect(await offered(db, 'not-ready')).toEqual([...notReadyReasons, key])
  const story = await storyIn(db, cast, 'in_review')
  const declined = await move(db, cast, cast.editor, story, 'decline', { reasons: [key], note: 'Please add it.' })
  expect(declined.ok).toBe(true)
  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(60), 100)
  const letter = got.find(({ kind }) => kind === 'declined')
  expect(letter?.text).toContain('– We need the map, too.')
  expect(letter?.html).toContain('We need the map, too.')
})

test('words of one’s own for a first reason replace the book’s, and come back', async () => {
  const { db, cast } = await newsroom()
  const put = (sentences: Record<string, string>) =>
    writeReason(db, { key: 'length', outcome: 'not-ready', sentences }, cast.admin, NOON)
  expect(await put({ en: ' At most  800 words,\nplease. ' })).toEqual({ ok: true, key: 'length' })
  const one = async () => (await deskReasonList(db)).find(({ key }) => key === 'length')
  expect(await one()).toMatchObject({ sentences: { en: 'At most 800 words, please.' }, first: true })
  expect(await offered(db, 'not-ready')).toEqual([...notReadyReasons])
  expect(await put({ en: '' })).toEqual({ ok: true, key: 'length' })
  expect((await one())?.sentences).toEqual({})
})

test('the order is the desk’s: up, down, and nothing beyond the ends', async () => {
  const { db, cast } = await newsroom()
  const first = notReadyReasons[0]
  const second = notReadyReasons[1]
  expect(await moveReason(db, first, 'up', cast.admin, NOON)).toEqual({ ok: true, key: first })
  expect(await moveReason(db, first, 'down', cast.admin, NOON)).toEqual({ ok: true, key: first })
  expect((await offered(db, 'not-ready')).slice(0, 2)).toEqual([second, first])
  expect(await moveReason(db, first, 'up', cast.admin, NOON)).toEqual({ ok: true, key: first })
  expect(await offered(db, 'not-ready')).toEqual([...notReadyReasons])
  expect(await offered(db, 'not-for-us')).toEqual([...notForUsReasons])
})

test('a retired reason is refused with its field, and old logs and letters go on naming it', async () => {
  const { db, cast } = await newsroom()
  const key = await added(db, cast)
  const before = await storyIn(db, cast, 'in_review', 'Before')
  await move(db, cast, cast.editor, before, 'decline', { reasons: [key], note: 'Please add it.' })
  expect(await retireReason(db, key, true, cast.admin, NOON)).toEqual({ ok: true, key })
  expect(await offered(db, 'not-ready')).not.toContain(key)

  const after = await storyIn(db, cast, 'in_review', 'After')
  for (const strange of [key, 'no-such-reason', 'constructor', ''])
    expect(
      await move(db, cast, cast.editor, after, 'decline', { reasons: [strange], note: 'Please add it.' }),
    ).toMatchObject({ ok: false, because: 'faults', faults: [{ field: 'reasons', code: 'no-such-reason' }] })

  const { got, mailer } = postOffice()
  await sendDueLetters(db, mailer, site, later(60), 100)
  expect(got.find(({ kind }) => kind === 'declined')?.text).toContain('– We need the map, too.')
  const [row] = (await db.select().from(deskLog)).filter((one) => one.move === 'decline')
  expect((await logOf(db, row?.storyId ?? 0, cast.reporter.id, { forDesk: true })).at(-1)?.reasons).toEqual([key])

  expect(await retireReason(db, key, false, cast.admin, NOON)).toEqual({ ok: true, key })
  expect((await offered(db, 'not-ready')).at(-1)).toBe(key)
})

test('a decision without a reason, or without a sentence, is impossible', async () => {
  const { db, cast } = await newsroom()
  const story = await storyIn(db, cast, 'in_review')
  expect(await move(db, cast, cast.editor, story, 'decline', {})).toMatchObject({
    faults: [
      { field: 'reasons', code: 'no-reasons' },
      { field: 'note', code: 'no-words' },
    ],
  })
  expect(await move(db, cast, cast.editor, story, 'decline', { reasons: ['length'], note: '  ' })).toMatchObject({
    faults: [{ field: 'note', code: 'no-words' }],
  })
})

test('no list loses its last reason, an empty or endless sentence is refused, and only admins change anything', async () => {
  const { db, cast } = await newsroom()
  for (const key of notReadyReasons.slice(1)) await retireReason(db, key, true, cast.admin, NOON)
  expect(await retireReason(db, notReadyReasons[0], true, cast.admin, NOON)).toMatchObject({
    faults: [{ field: '', code: 'reason-last' }],
  })
  const put = (sentences: Record<string, string>) =>
    writeReason(db, { key: '', outcome: 'not-for-us', sentences }, cast.admin, NOON)
  expect(await put({ bg: 'Само на български.' })).toMatchObject({
    faults: [{ field: 'en', code: 'reason-empty' }],
  })
  expect(await put({ en: 'x'.repeat(301) })).toMatchObject({ faults: [{ field: 'en', code: 'reason-long' }] })
  const mine = { key: '', outcome: 'not-ready' as const, sentences: { en: 'Mine.' } }
  for (const who of [cast.editor, cast.reporter]) {
    expect(await writeReason(db, mine, who, NOON)).toEqual({ ok: false, because: 'not-allowed' })
    expect(await moveReason(db, 'length', 'up', who, NOON)).toEqual({ ok: false, because: 'not-allowed' })
    expect(await retireReason(db, 'length', true, who, NOON)).toEqual({ ok: false, because: 'not-allowed' })
  }
  expect(await writeReason(db, { ...mine, key: 'gone' }, cast.admin, NOON)).toEqual({ ok: false, because: 'not-found' })
  expect(await moveReason(db, 'gone', 'up', cast.admin, NOON)).toEqual({ ok: false, because: 'not-found' })
})

test('a sentence is said in the reader’s language, else in the outlet’s', async () => {
  const { db, cast } = await newsroom()
  const key = await added(db, cast, 'Send us the map.')
  const { reasonSentence } = await import('#app/newsroom/letters/reason-sentence.ts')
  const own = (await deskReasonList(db)).find((one) => one.key === key)?.sentences
  expect(reasonSentence(key, own, {}, { language: 'bg', fallback: 'en' })).toBe('Send us the map.')
  expect(reasonSentence(key, { ...own, bg: 'Картата, моля.' }, {}, { language: 'bg', fallback: 'en' })).toBe(
    'Картата, моля.',
  )
  expect(reasonSentence('lost', undefined, {}, { language: 'bg', fallback: 'en' })).toBe('lost')
})
