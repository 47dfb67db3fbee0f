// Pictures: whose they are, what is kept of them, who may see them and when.
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#app/newsroom/people/person.ts'
import { acceptPicture, pictureLimits } from '#app/newsroom/pictures/accept-picture.server.ts'
import { describePicture } from '#app/newsroom/pictures/describe-picture.server.ts'
import { pictureLooks } from '#app/newsroom/pictures/picture-looks.server.ts'
import type { PictureSizer, PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { addFigure } from '#app/newsroom/story/add-figure.server.ts'
import { figuresIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { pictures } from '#db/schema/pictures.ts'
import { castOf, draftBy, later, move, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

afterAll(closeDatabases)

/** A store in memory; `held` is what is in it. */
function memoryStore(): PictureStore & { held: Map<string, Uint8Array> } {
  const held = new Map<string, Uint8Array>()
  return {
    held,
    put: async (key, bytes) => {
      held.set(key, bytes)
    },
    get: async (key) => held.get(key) ?? null,
    delete: async (key) => {
      held.delete(key)
    },
  }
}

/** A sizer that knows one trick: every file is a picture of 1600 × 1000, but "bad" is damaged. */
const sizer: PictureSizer = {
  async size(bytes) {
    if (new TextDecoder().decode(bytes) === 'bad') return { ok: false, because: 'damaged' }
    const size = (width: number, format: 'webp' | 'jpeg') => ({
      width,
      height: (width * 10) / 16,
      format,
      bytes: 3,
      data: new Uint8Array([1, 2, 3]),
    })
    const sizes = [size(400, 'webp'), size(400, 'jpeg'), size(800, 'webp'), size(800, 'jpeg')]
    const evidence = { camera: 'Testcam', place: { latitude: 42.5, longitude: 24.2 } }
    return { ok: true, picture: { width: 1600, height: 1000, sizes, evidence } }
  },
}

const words = { caption: 'The bridge', credit: 'Reporter', alt: 'A bridge', decorative: false, rights: true }

async function add(db: Database, store: PictureStore, story: string, who: Person, bytes = 'file', fileName = 'a.jpg') {
  const what = { story, bytes: new TextEncoder().encode(bytes), fileName, ...words }
  return acceptPicture(db, { store, sizer }, what, who, NOON)
}

async function added(db: Database, store: PictureStore, story: string, who: Person): Promise<string> {
  const answer = await add(db, store, story, who)
  if (!answer.ok) throw new Error(answer.because)
  return answer.picture.id
}

test('a picture is kept in its sizes under keys of our own, with its words and its evidence', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const store = memoryStore()
  const answer = await add(db, store, story, reporter, 'file', 'C:\\Users\\Somebody\\мост.jpg')
  if (!answer.ok) throw new Error(answer.because)
  const { id, width, height, url } = answer.picture
  expect([width, height, url]).toEqual([1600, 1000, `/pictures/${id}/800.jpeg`])
  expect([...store.held.keys()]).toEqual(
    ['400.webp', '400.jpeg', '800.webp', '800.jpeg'].map((name) => `${id}/${name}`),
  )
  const [row] = await db.select().from(pictures)
  expect(row).toMatchObject({ fileName: 'мост.jpg', caption: 'The bridge', rightsConfirmed: true })
  expect(row?.evidence.camera).toBe('Testcam')
  expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test('only the owner of a story that is theirs to edit adds pictures', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const store = memoryStore()
  const draft = await draftBy(db, cast.reporter)
  for (const stranger of [cast.otherReporter, cast.editor, cast.admin])
    expect(await add(db, store, draft, stranger)).toEqual({ ok: false, because: 'not-found' })
  expect(await add(db, store, 'no-such-story', cast.reporter)).toEqual({ ok: false, because: 'not-found' })
  const sent = await storyIn(db, cast, 'submitted')
  expect(await add(db, store, sent, cast.reporter)).toEqual({ ok: false, because: 'not-found' })
  const asked = await storyIn(db, cast, 'changes_requested')
  expect((await add(db, store, asked, cast.reporter)).ok).toBe(true)
})

test('what is no usable picture leaves nothing behind', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const store = memoryStore()
  expect(await add(db, store, story, reporter, 'bad')).toEqual({ ok: false, because: 'damaged' })
  const large = { story, bytes: new Uint8Array(pictureLimits.bytes + 1), fileName: '' }
  expect(await acceptPicture(db, { store, sizer }, large, reporter, NOON)).toEqual({ ok: false, because: 'too-large' })
  expect([store.held.size, (await db.select().from(pictures)).length]).toEqual([0, 0])
})

test('a story holds forty pictures at most, however they arrive together', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const store = memoryStore()
  const answers = await Promise.all(Array.from({ length: 43 }, () => add(db, store, story, reporter)))
  expect(answers.filter((answer) => answer.ok).length).toBe(pictureLimits.perStory)
  expect((await db.select().from(pictures)).length).toBe(pictureLimits.perStory)
  expect(store.held.size).toBe(pictureLimits.perStory * 4)
})

test('details change while the story is with its writer, and only there', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const { reporter, otherReporter } = cast
  const story = await draftBy(db, reporter)
  const other = await draftBy(db, reporter, 'Another')
  const picture = await added(db, memoryStore(), story, reporter)
  const change = { ...words, credit: 'Somebody', rights: false }
  expect(await describePicture(db, { story, picture, words: change }, reporter, NOON)).toEqual({ ok: true })
  expect((await db.select().from(pictures))[0]).toMatchObject({ credit: 'Somebody', rightsConfirmed: false })
  for (const [where, who] of [
    [story, otherReporter],
    [other, reporter],
  ] as const)
    expect((await describePicture(db, { story: where, picture, words }, who, NOON)).ok).toBe(false)
  await describePicture(db, { story, picture, words: { ...words, decorative: true } }, reporter, NOON)
  expect((await db.select().from(pictures))[0]?.alt).toBe('')
})

test('looks name every size by format, the plain one about 800 wide', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const id = await added(db, memoryStore(), await draftBy(db, reporter), reporter)
  const looks = await pictureLooks(db, [id, 'missing'])
  expect([...looks.keys()]).toEqual([id])
  expect(looks.get(id)).toEqual({
    alt: 'A bridge',
    width: 1600,
    height: 1000,
    src: `/pictures/${id}/800.jpeg`,
    sources: [
      { type: 'image/webp', srcset: `/pictures/${id}/400.webp 400w, /pictures/${id}/800.webp 800w` },
      { type: 'image/jpeg', srcset: `/pictures/${id}/400.jpeg 400w, /pictures/${id}/800.jpeg 800w` },
    ],
  })
})

test('a draft’s picture is its owner’s alone; the desk sees it once sent, everyone once it is printed', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const { reporter, otherReporter, editor, admin } = cast
  const story = await draftBy(db, reporter)
  const store = memoryStore()
  const picture = await added(db, store, story, reporter)
  const unused = await added(db, store, story, reporter)
  await addFigure(db, story, { pictureId: picture, ...words }, reporter, NOON)
  const audience = async (who: Person | null, id = picture, size = '800.webp', when = NOON) =>
    (await pictureFor(db, { picture: id, size }, who, when))?.audience ?? null

  expect(await audience(reporter)).toBe('insiders')
  for (const who of [null, otherReporter, editor, admin]) expect(await audience(who)).toBeNull()

  expect((await move(db, cast, reporter, story, 'submit')).ok).toBe(true)
  expect([await audience(editor), await audience(admin)]).toEqual(['insiders', 'insiders'])
  for (const who of [null, otherReporter]) expect(await audience(who)).toBeNull()

  for (const step of ['claim', 'approve', 'publish'] as const)
    expect(await move(db, cast, editor, story, step)).toMatchObject({ ok: true })
  expect(await audience(null)).toBe('everyone')
  expect(await audience(null, picture, '801.webp')).toBeNull()
  expect(await audience(null, picture, '../../secret.key')).toBeNull()
  expect(await audience(null, unused)).toBeNull() // it does not stand in the words that are live
  expect(await audience(reporter, unused)).toBe('insiders')

  expect((await move(db, cast, admin, story, 'retract', { note: 'It was not true.' }, later(5))).ok).toBe(true)
  expect(await audience(null, picture, '800.webp', later(6))).toBeNull()
})

test('a photo by form stands at the end of the story, in place of an empty line', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const picture = await added(db, memoryStore(), story, reporter)
  expect((await addFigure(db, story, { pictureId: picture, ...words }, reporter, NOON)).ok).toBe(true)
  const page = await draftOf(db, story, reporter)
  expect(page && figuresIn(page.content.copy)).toEqual([
    { pictureId: picture, alt: 'A bridge', decorative: false, credit: 'Reporter', caption: 'The bridge' },
  ])
  expect(page?.content.copy.content.at(-1)?.type).toBe('figure')
  expect((await addFigure(db, story, { pictureId: 'of-another', ...words }, reporter, NOON)).ok).toBe(false)
})
