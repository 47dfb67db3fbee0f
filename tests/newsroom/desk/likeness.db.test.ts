// Stories and photos like those of another: found whoever sent them, never a draft, never for the writer's own eyes.
import { afterAll, beforeEach, expect, test } from 'vitest'
import { likenessOf } from '#app/newsroom/desk/likeness.server.ts'
import { printOldTexts } from '#app/newsroom/desk/text-likeness.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { acceptPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import type { PictureSizer, PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { saveDraft, startDraft } from '#app/newsroom/story/drafts.server.ts'
import type { OpenDatabase } from '#db/client.ts'
import { textPrints } from '#db/schema/desk.ts'
import { picturePrints } from '#db/schema/pictures.ts'
import { type Cast, castOf, copyOf, later, move, NOON, versionOf } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let database: OpenDatabase
let cast: Cast
beforeEach(async () => {
  database = await freshDatabase()
  cast = await castOf(database.db)
})
afterAll(closeDatabases)

const report = [
  'The old bridge over the Luda Yana was opened to carts and cars on Tuesday morning after two years of work.',
  'Forty people stood in the rain, and the mayor cut a ribbon that the wind had already taken once.',
  'The engineers measured a sag of seven millimetres under the first lorry, half of what the drawings allow.',
]

async function sent(
  who: Person,
  paragraphs: string[],
  {
    headline = 'Bridge opens',
    byline = { kind: 'name' as 'name' | 'pen' | 'withheld', penName: '' },
    send = true,
  } = {},
): Promise<string> {
  const { db } = database
  const { publicId } = await startDraft(db, {}, who, NOON)
  const draft = {
    version: 1,
    headline,
    standfirst: '',
    section: 'exercises',
    topics: [],
    byline,
    copy: copyOf(...paragraphs),
    sources: 'I was there.',
  }
  expect(await saveDraft(db, publicId, draft, who, NOON)).toMatchObject({ ok: true })
  if (send)
    expect(
      await move(db, cast, who, publicId, 'submit', { version: await versionOf(db, publicId, who) }),
    ).toMatchObject({ ok: true })
  return publicId
}

test('a copy that somebody else sends is found, in percent, with what both say', async () => {
  const first = await sent(cast.otherReporter, report)
  const copy = await sent(cast.reporter, [report[0] ?? '', report[1] ?? '', 'And then everybody went home to dinner.'])
  const { texts } = await likenessOf(database.db, copy, cast.editor)
  expect(texts).toMatchObject([
    { publicId: first, number: 1, headline: 'Bridge opens', state: 'submitted', slug: null, sameReporter: false },
  ])
  expect(texts[0]?.share).toBeGreaterThan(0.4)
  expect(texts[0]?.share).toBeLessThan(0.8)
  const both = texts[0]?.theirs.filter(({ shared }) => shared).map(({ words }) => words)
  expect(both?.join(' ')).toContain('the mayor cut a ribbon')
  expect(texts[0]?.mine.map(({ words }) => words).join('')).toContain('home to dinner.')
  // Seen from the other side too, and from the paper once it is there.
  expect((await likenessOf(database.db, first, cast.editor)).texts).toMatchObject([{ publicId: copy }])
  await move(database.db, cast, cast.editor, first, 'claim', {
    version: await versionOf(database.db, first, cast.otherReporter),
  })
  await move(database.db, cast, cast.editor, first, 'approve', {
    version: await versionOf(database.db, first, cast.otherReporter),
  })
  await move(database.db, cast, cast.editor, first, 'publish', {
    version: await versionOf(database.db, first, cast.otherReporter),
  })
  expect((await likenessOf(database.db, copy, cast.editor)).texts).toMatchObject([
    { publicId: first, state: 'published', slug: 'bridge-opens' },
  ])
})

test('Cyrillic and Arabic copies are found like Latin ones', async () => {
  for (const text of [
    'Старият мост над Луда Яна беше отворен за коли във вторник сутринта след две години работа и много дъжд.',
    'افتتح الجسر القديم فوق النهر أمام السيارات صباح الثلاثاء بعد عامين من العمل وأمطار كثيرة في المدينة.',
  ]) {
    const first = await sent(cast.otherReporter, [text])
    const copy = await sent(cast.reporter, [text.toUpperCase()])
    expect((await likenessOf(database.db, copy, cast.editor)).texts).toMatchObject([{ publicId: first, share: 1 }])
  }
})

test('a new version of one’s own story is known as such, but never through a pen name or a withheld one', async () => {
  const first = await sent(cast.reporter, report)
  const second = await sent(cast.reporter, report, { headline: 'Bridge opens again' })
  expect((await likenessOf(database.db, second, cast.editor)).texts).toMatchObject([
    { publicId: first, sameReporter: true },
  ])
  const pen = await sent(cast.reporter, report, { byline: { kind: 'pen', penName: 'A. Pen' } })
  const withheld = await sent(cast.reporter, report, { byline: { kind: 'withheld', penName: '' } })
  for (const story of [pen, withheld]) {
    const { texts } = await likenessOf(database.db, story, cast.editor)
    expect(texts).toHaveLength(3)
    expect(texts.filter(({ sameReporter }) => sameReporter)).toEqual([])
  }
})

test('a draft is like nothing, also one that was taken back; the writer is told nothing', async () => {
  await sent(cast.otherReporter, report, { send: false })
  const taken = await sent(cast.otherReporter, report)
  await move(database.db, cast, cast.otherReporter, taken, 'takeBack', {
    version: await versionOf(database.db, taken, cast.otherReporter),
  })
  const copy = await sent(cast.editor, report)
  expect(await likenessOf(database.db, copy, cast.otherEditor)).toEqual({ texts: [], pictures: [] })
  await sent(cast.reporter, report)
  expect((await likenessOf(database.db, copy, cast.otherEditor)).texts).toHaveLength(1)
  expect(await likenessOf(database.db, copy, cast.editor)).toEqual({ texts: [], pictures: [] })
})

test('a story sent again has the print of its new words alone', async () => {
  const story = await sent(cast.reporter, report)
  const rows = async () => (await database.db.select().from(textPrints)).map(({ value }) => value)
  const before = await rows()
  expect(before).toHaveLength(32)
  await move(database.db, cast, cast.reporter, story, 'takeBack', {
    version: await versionOf(database.db, story, cast.reporter),
  })
  const version = await versionOf(database.db, story, cast.reporter)
  const copy = copyOf('Nothing of the earlier report is left in these quite different words about a market.')
  const draft = { headline: 'Market', standfirst: '', section: 'exercises', topics: [], copy, sources: 'Me.' }
  const byline = { kind: 'name' as const, penName: '' }
  expect(await saveDraft(database.db, story, { version, byline, ...draft }, cast.reporter, later(5))).toMatchObject({
    ok: true,
  })
  await move(database.db, cast, cast.reporter, story, 'submit', { version: version + 1 })
  const after = await rows()
  expect(after).toHaveLength(32)
  expect(after.filter((value) => before.includes(value))).toEqual([])
})

test('stories sent before prints were kept get theirs, a few at a time, each once', async () => {
  const first = await sent(cast.otherReporter, report)
  const copy = await sent(cast.reporter, report)
  await sent(cast.reporter, report, { send: false })
  await database.db.transaction((tx) => tx.delete(textPrints).returning({ storyId: textPrints.storyId }))
  expect((await likenessOf(database.db, copy, cast.editor)).texts).toEqual([])
  expect(await printOldTexts(database.db, 0, 1)).toBe(1)
  expect(await printOldTexts(database.db, 1, 1)).toBe(2)
  expect(await printOldTexts(database.db, 2, 1)).toBeNull()
  expect((await likenessOf(database.db, copy, cast.editor)).texts).toMatchObject([{ publicId: first, share: 1 }])
  expect(await database.db.select().from(textPrints)).toHaveLength(64)
  expect(await printOldTexts(database.db, 0, 10)).toBeNull()
})

test('a photo that looks like one of another story is shown with it, up to eight bits apart', async () => {
  const add = async (story: string, who: Person, look: string, bytes: string) => {
    const file = new TextEncoder().encode(bytes)
    const answer = await acceptPicture(database.db, partsOf(look), { story, bytes: file, fileName: 'a.jpg' }, who, NOON)
    if (!answer.ok) throw new Error(answer.because)
    return answer.picture.id
  }
  const first = await sent(cast.otherReporter, report, { send: false })
  const photo = await add(first, cast.otherReporter, 'c0ffee00c0ffee00', 'one')
  const far = await sent(cast.otherReporter, ['Another story of quite other words.'], { send: false })
  await add(far, cast.otherReporter, '0000000000000000', 'two')
  const draft = await sent(cast.otherReporter, ['A draft.'], { send: false })
  await add(draft, cast.otherReporter, 'c0ffee00c0ffee00', 'one')
  for (const story of [first, far])
    await move(database.db, cast, cast.otherReporter, story, 'submit', {
      version: await versionOf(database.db, story, cast.otherReporter),
    })
  const mine = await sent(cast.reporter, ['Words of my own about something else.'], { send: false })
  const near = await add(mine, cast.reporter, 'c0ffee00c0ff1100', 'three')
  const same = await add(mine, cast.reporter, 'c0ffee00c0ffee00', 'one')
  await move(database.db, cast, cast.reporter, mine, 'submit', {
    version: await versionOf(database.db, mine, cast.reporter),
  })
  const { pictures } = await likenessOf(database.db, mine, cast.editor)
  expect(pictures).toMatchObject([
    { picture: near, bits: 8, sameFile: false, other: { publicId: photo }, story: { publicId: first, number: 1 } },
    { picture: same, bits: 0, sameFile: true, other: { publicId: photo }, story: { publicId: first } },
  ])
  expect(await database.db.select().from(picturePrints)).toHaveLength(20)
})

/** A store that forgets, and a sizer that sees the same look in every file. */
function partsOf(looksLike: string): { store: PictureStore; sizer: PictureSizer } {
  const size = { width: 800, height: 500, format: 'jpeg' as const, bytes: 3, data: new Uint8Array([1, 2, 3]) }
  return {
    store: { put: async () => {}, get: async () => null, delete: async () => {} },
    sizer: {
      readsHeic: async () => false,
      size: async () => ({ ok: true, picture: { width: 800, height: 500, sizes: [size], exif: null, looksLike } }),
    },
  }
}
