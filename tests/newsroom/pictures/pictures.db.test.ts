// Pictures: whose they are, what is kept of them, who may see them and when.
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { acceptPicture, type NewPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import { describePicture } from '#app/newsroom/pictures/describe-picture.server.ts'
import { pictureLooks } from '#app/newsroom/pictures/picture-looks.server.ts'
import { quotaOf } from '#app/newsroom/pictures/picture-quotas.ts'
import type { OriginalStore, PictureSizer, PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { addFigure } from '#app/newsroom/story/add-figure.server.ts'
import { figuresIn } from '#app/newsroom/story/copy/copy-facts.ts'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
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
  readsHeic: async () => false,
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
    return { ok: true, picture: { width: 1600, height: 1000, sizes, exif: exifOf('Testcam'), looksLike: '' } }
  },
}

/** The EXIF block of a file that names a camera and nothing else. */
function exifOf(camera: string): Uint8Array {
  const text = new TextEncoder().encode(`${camera}\0`)
  const block = Buffer.alloc(26 + text.length)
  block.write('II*\0', 'latin1')
  block.writeUInt32LE(8, 4)
  block.writeUInt16LE(1, 8)
  block.writeUInt16LE(0x010f, 10)
  block.writeUInt16LE(2, 12)
  block.writeUInt32LE(text.length, 14)
  block.writeUInt32LE(26, 18)
  block.set(text, 26)
  return block
}

const words = {
  caption: 'The bridge',
  credit: 'Reporter',
  alt: 'A bridge',
  decorative: false,
  rights: true,
  licence: 'cc-by' as const,
}

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
  expect(row?.evidence).toEqual({ camera: 'Testcam', toldBy: 'file' })
  expect([row?.licence, row?.bytes]).toEqual(['cc-by', 12])
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
  const large = { story, bytes: new Uint8Array(quotaOf(reporter).pictureBytes + 1), fileName: '' }
  expect(await acceptPicture(db, { store, sizer }, large, reporter, NOON)).toEqual({ ok: false, because: 'too-large' })
  expect([store.held.size, (await db.select().from(pictures)).length]).toEqual([0, 0])
})

test('a story holds forty pictures at most, however they arrive together', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const store = memoryStore()
  const answers = await Promise.all(Array.from({ length: 43 }, () => add(db, store, story, reporter)))
  expect(answers.filter((answer) => answer.ok).length).toBe(quotaOf(reporter).picturesPerStory)
  expect((await db.select().from(pictures)).length).toBe(quotaOf(reporter).picturesPerStory)
  expect(store.held.size).toBe(quotaOf(reporter).picturesPerStory * 4)
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
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
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

  expect(
    (
      await move(
        db,
        cast,
        admin,
        story,
        'retract',
        { note: 'It was not true.', safety: true, deskNote: 'Their face.' },
        later(5),
      )
    ).ok,
  ).toBe(true)
  expect(await audience(null, picture, '800.webp', later(6))).toBeNull()
})

test('a photo by form stands at the end of the story, in place of an empty line', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const picture = await added(db, memoryStore(), story, reporter)
  expect((await addFigure(db, story, { pictureId: picture, ...words, graphic: true }, reporter, NOON)).ok).toBe(true)
  const page = await draftOf(db, story, reporter)
  expect(page && figuresIn(page.content.copy)).toEqual([
    {
      pictureId: picture,
      alt: 'A bridge',
      decorative: false,
      credit: 'Reporter',
      caption: 'The bridge',
      graphic: true,
    },
  ])
  expect(page?.content.copy.content.at(-1)?.type).toBe('figure')
  expect((await addFigure(db, story, { pictureId: 'of-another', ...words }, reporter, NOON)).ok).toBe(false)
})

test('what of a file the desk keeps is the outlet’s choice, then the reporter’s, and nothing in safety mode', async () => {
  const { db } = await freshDatabase()
  const { reporter, otherReporter } = await castOf(db)
  await db.transaction((tx) => tx.update(people).set({ safetyMode: true }).where(eq(people.id, otherReporter.id)))
  const kept = new Map<string, Uint8Array>()
  const originals: OriginalStore = {
    keep: async (key, bytes) => {
      kept.set(key, bytes)
      return { key, bytes: bytes.byteLength + 28 }
    },
    open: async (key) => kept.get(key) ?? null,
    delete: async (key) => void kept.delete(key),
  }
  const original = new TextEncoder().encode('the file as it came')
  const told = { camera: 'As the device says' }
  const seen = async (who: Person, what: Partial<NewPicture>) => {
    const story = await draftBy(db, who)
    const bytes = new TextEncoder().encode('small')
    const all = { story, bytes, fileName: 'IMG_1.jpg', ...what }
    const answer = await acceptPicture(db, { store: memoryStore(), sizer, originals }, all, who, NOON)
    if (!answer.ok) throw new Error(answer.because)
    const [row] = await db.select().from(pictures).where(eq(pictures.publicId, answer.picture.id))
    return [row?.evidence.camera, row?.evidence.toldBy, row?.fileName, row?.originalKey !== null]
  }
  const set = (keepEvidence: 'none' | 'facts' | 'original') =>
    db.transaction((tx) => writeOutlet(tx, { ...newOutlet, keepEvidence }, NOON))

  await set('none')
  expect(await seen(reporter, { told, original })).toEqual([undefined, undefined, '', false])
  await set('facts')
  expect(await seen(reporter, { told })).toEqual(['Testcam', 'file', 'IMG_1.jpg', false]) // bytes count more than words
  expect(await seen(reporter, { told, original })).toEqual(['As the device says', 'device', 'IMG_1.jpg', false])
  expect(await seen(reporter, { told, keepFacts: false })).toEqual([undefined, undefined, '', false])
  await set('original')
  expect(await seen(reporter, { original, keepFacts: false })).toEqual([undefined, undefined, 'IMG_1.jpg', true])
  expect(kept.size).toBe(1)
  expect(await seen(otherReporter, { told, original })).toEqual([undefined, undefined, '', false])
  expect(kept.size).toBe(1)
})

test('a story and a day have their measure, which names itself; a trusted contributor has more', async () => {
  const { db } = await freshDatabase()
  const { reporter, otherReporter } = await castOf(db)
  const full = async (who: Person, bytes: number, when = NOON) => {
    const story = await draftBy(db, who)
    const id = await added(db, memoryStore(), story, who)
    await db.transaction((tx) => tx.update(pictures).set({ bytes, createdAt: when }).where(eq(pictures.publicId, id)))
    return story
  }
  const { storyBytes, dayBytes } = quotaOf(reporter)
  const story = await full(reporter, storyBytes)
  expect(await add(db, memoryStore(), story, reporter)).toEqual({ ok: false, because: 'story-full' })
  expect((await add(db, memoryStore(), await draftBy(db, reporter), reporter)).ok).toBe(true)
  await full(otherReporter, dayBytes, later(-24 * 60 + 1))
  const next = await draftBy(db, otherReporter)
  expect(await add(db, memoryStore(), next, otherReporter)).toEqual({ ok: false, because: 'day-full' })
  expect((await add(db, memoryStore(), next, { ...otherReporter, trusted: true })).ok).toBe(true)
  const coming = { story: next, bytes: new Uint8Array([1]), fileName: '' }
  expect((await acceptPicture(db, { store: memoryStore(), sizer }, coming, otherReporter, later(2))).ok).toBe(true)
})
