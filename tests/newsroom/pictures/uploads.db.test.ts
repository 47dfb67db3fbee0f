// Photos in pieces: however they are cut, repeated, broken off and begun again, one photo becomes one picture.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Person } from '#app/newsroom/people/person.ts'
import { quotaOf } from '#app/newsroom/pictures/picture-quotas.ts'
import type { PictureSizer } from '#app/newsroom/pictures/picture-store.ts'
import { newUpload } from '#app/newsroom/pictures/upload-input.ts'
import {
  beginUpload,
  dropUpload,
  sweepUploads,
  takePiece,
  type UploadParts,
  uploadOf,
} from '#app/newsroom/pictures/uploads.server.ts'
import { openUploadFiles } from '#app/platform/upload-files.server.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { pictures, pictureUploads } from '#db/schema/pictures.ts'
import { castOf, draftBy, later, move, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

const folders: string[] = []

afterAll(async () => {
  await closeDatabases()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Seen = { bytes: Buffer[] }

/** Real files on the disk; a sizer that takes everything but "bad" and remembers what it was given. */
function partsOf(): UploadParts & Seen & { folder: string; stored: Set<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-uploads-'))
  folders.push(folder)
  const seen: Buffer[] = []
  const stored = new Set<string>()
  const sizer: PictureSizer = {
    readsHeic: async () => false,
    async size(bytes) {
      seen.push(Buffer.from(bytes))
      if (Buffer.from(bytes).toString() === 'bad') return { ok: false, because: 'damaged' }
      const size = { width: 800, height: 500, format: 'jpeg' as const, bytes: 3, data: new Uint8Array([1, 2, 3]) }
      return { ok: true, picture: { width: 800, height: 500, sizes: [size], exif: null, looksLike: '' } }
    },
  }
  const store = {
    put: async (key: string) => void stored.add(key),
    get: async () => null,
    delete: async (key: string) => void stored.delete(key),
  }
  return { store, sizer, files: openUploadFiles(folder), bytes: seen, folder, stored }
}

const words = { caption: 'The bridge', credit: 'Reporter', alt: 'A bridge', rights: true }

async function begun(db: Database, parts: UploadParts, story: string, who: Person, bytes: number, key = 'photo-0001') {
  const what = newUpload.parse({ story, clientKey: key, bytes, type: 'image/jpeg', fileName: 'IMG_1.jpg', words })
  return beginUpload(db, parts, what, who, NOON)
}

async function idOf(...args: Parameters<typeof begun>): Promise<string> {
  const answer = await begun(...args)
  if (!answer.ok) throw new Error(answer.because)
  return answer.upload.id
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** Bytes that come, and then the line is cut. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
  throw new TypeError('terminated')
}

function piece(db: Database, parts: UploadParts, upload: string, who: Person, from: number, bytes: Uint8Array) {
  return takePiece(db, parts, { upload, from, pieces: once(bytes) }, who, NOON)
}

test('a photo in three pieces becomes one picture with its words; every step may be repeated', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const parts = partsOf()
  const file = Buffer.from('abcdefghij')
  const id = await idOf(db, parts, story, reporter, 10)
  expect(await begun(db, parts, story, reporter, 10)).toEqual({ ok: true, upload: { id, bytes: 10, received: 0 } })

  for (const [from, to] of [
    [0, 4],
    [0, 4],
    [4, 7],
  ] as const)
    expect((await piece(db, parts, id, reporter, from, file.subarray(from, to))).ok).toBe(true)
  expect(await uploadOf(db, id, reporter)).toEqual({ id, bytes: 10, received: 7 })
  const last = await piece(db, parts, id, reporter, 7, file.subarray(7))
  expect(last).toMatchObject({ ok: true, upload: { received: 10, picture: { width: 800, height: 500 } } })
  for (const again of [
    await piece(db, parts, id, reporter, 7, file.subarray(7)),
    await piece(db, parts, id, reporter, 0, file),
    await begun(db, parts, story, reporter, 10),
  ])
    expect(again).toEqual(last)

  const rows = await db.select().from(pictures)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ credit: 'Reporter', alt: 'A bridge', rightsConfirmed: true, fileName: 'IMG_1.jpg' })
  expect(parts.bytes.map(String)).toEqual(['abcdefghij'])
  expect(readdirSync(parts.folder)).toEqual([])
})

test('it goes on from every byte at which the line was cut', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const story = await draftBy(db, reporter)
  const file = Buffer.from('0123456789abcdef')
  for (let at = 0; at < file.length; at++) {
    const parts = partsOf()
    const id = await idOf(db, parts, story, reporter, file.length, `cut-at-${at}-bytes`)
    const first = await takePiece(db, parts, { upload: id, from: 0, pieces: cut(file.subarray(0, at)) }, reporter, NOON)
    expect(first).toEqual({ ok: false, because: 'broke-off', received: at })
    expect((await uploadOf(db, id, reporter))?.received).toBe(at)
    const rest = await piece(db, parts, id, reporter, at, file.subarray(at))
    expect(rest).toMatchObject({ ok: true, upload: { picture: {} } })
    expect(parts.bytes.map(String)).toEqual([file.toString()])
  }
})

test('any cuts and any repeats give the same bytes', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  let counter = 0
  const steps = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 120 }), fc.boolean()), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 300 }), steps, async (file, tries) => {
      const story = await draftBy(db, reporter)
      const parts = partsOf()
      counter += 1
      const id = await idOf(db, parts, story, reporter, file.length, `property-${counter}`)
      let received = 0
      for (const [from, length, breaks] of [...tries, [0, 300, false] as const]) {
        const bytes = file.subarray(from, from + length)
        const pieces = breaks ? cut(bytes) : once(bytes)
        const answer = await takePiece(db, parts, { upload: id, from, pieces }, reporter, NOON)
        if (received === file.length) expect(answer).toMatchObject({ ok: true, upload: { picture: {} } })
        else if (from > received) expect(answer).toMatchObject({ ok: false, because: 'wrong-order', received })
        else received = Math.max(received, Math.min(file.length, from + bytes.length))
        if (received < file.length) expect((await uploadOf(db, id, reporter))?.received).toBe(received)
      }
      expect(parts.bytes.map((bytes) => bytes.toString('hex'))).toEqual([Buffer.from(file).toString('hex')])
      expect((await uploadOf(db, id, reporter))?.picture).toBeDefined()
    }),
    { numRuns: 60 },
  )
}, 90_000)

test('a gap, and more bytes than were announced, are refused and harm nothing', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const parts = partsOf()
  const id = await idOf(db, parts, await draftBy(db, reporter), reporter, 10)
  expect(await piece(db, parts, id, reporter, 3, Buffer.from('x'))).toEqual({
    ok: false,
    because: 'wrong-order',
    received: 0,
  })
  expect(await piece(db, parts, id, reporter, 0, Buffer.from('0123456789 and more'))).toEqual({
    ok: false,
    because: 'wrong-order',
    received: 10,
  })
  expect(await piece(db, parts, id, reporter, 10, Buffer.alloc(0))).toMatchObject({ ok: true, upload: { picture: {} } })
  expect(parts.bytes.map(String)).toEqual(['0123456789'])
})

test('the original stands behind the picture in the same bytes, and only the picture is looked at', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const told = { camera: 'Phone', place: { latitude: 42.5, longitude: 24.2 } }
  const what = newUpload.parse({ story, clientKey: 'with-original', bytes: 13, originalBytes: 8, told, words })
  const answer = await beginUpload(db, parts, what, reporter, NOON)
  if (!answer.ok) throw new Error(answer.because)
  await piece(db, parts, answer.upload.id, reporter, 0, Buffer.from('smalloriginal'))
  expect(parts.bytes.map(String)).toEqual(['small'])
  const [row] = await db.select().from(pictures)
  expect(row?.evidence).toEqual({ ...told, toldBy: 'device' })
})

test('nobody else sees, goes on with or drops somebody’s photo', async () => {
  const { db } = await freshDatabase()
  const { reporter, otherReporter, admin, editor } = await castOf(db)
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const id = await idOf(db, parts, story, reporter, 3)
  for (const stranger of [otherReporter, editor, admin]) {
    expect(await uploadOf(db, id, stranger)).toBeNull()
    expect(await piece(db, parts, id, stranger, 0, Buffer.from('bad'))).toEqual({ ok: false, because: 'not-found' })
    expect(await dropUpload(db, parts.files, id, stranger)).toEqual({ ok: false })
    expect(await begun(db, parts, story, stranger, 3)).toEqual({ ok: false, because: 'not-found' })
  }
  expect(await uploadOf(db, id, reporter)).toEqual({ id, bytes: 3, received: 0 })
  // The same name for a photo of another person is another photo.
  const own = await draftBy(db, otherReporter)
  expect((await begun(db, parts, own, otherReporter, 3)).ok).toBe(true)
})

test('what is no usable picture is given up as a whole, and so is one whose story has gone to the desk', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  const { reporter } = cast
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const bad = await idOf(db, parts, story, reporter, 3, 'a-bad-photo')
  expect(await piece(db, parts, bad, reporter, 0, Buffer.from('bad'))).toEqual({ ok: false, because: 'damaged' })
  expect(await uploadOf(db, bad, reporter)).toBeNull()
  const late = await idOf(db, parts, story, reporter, 4, 'a-late-photo')
  expect((await move(db, cast, reporter, story, 'submit')).ok).toBe(true)
  expect(await piece(db, parts, late, reporter, 0, Buffer.from('late'))).toEqual({ ok: false, because: 'not-found' })
  expect([readdirSync(parts.folder), parts.stored.size, await db.select().from(pictures)]).toEqual([[], 0, []])
})

test('limits are asked at the beginning', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const { pictureBytes, dayBytes, unfinished } = quotaOf(reporter)
  expect(await begun(db, parts, story, reporter, pictureBytes + 1)).toEqual({ ok: false, because: 'too-large' })
  const heic = newUpload.parse({ story, clientKey: 'iphone-photo', bytes: 9, type: 'image/heic' })
  expect(await beginUpload(db, parts, heic, reporter, NOON)).toEqual({ ok: false, because: 'heic' })
  for (let i = 0; i < unfinished; i++)
    expect((await begun(db, parts, story, reporter, 1000, `photo-number-${i}`)).ok).toBe(true)
  expect(await begun(db, parts, story, reporter, 1000, 'one-too-many')).toEqual({ ok: false, because: 'uploads-full' })
  const [row] = await db.select().from(pictureUploads).limit(1)
  expect(await dropUpload(db, parts.files, row?.publicId ?? '', reporter)).toEqual({ ok: true })
  expect((await begun(db, parts, story, reporter, 1000, 'one-in-its-place')).ok).toBe(true)
  // What is on its way counts as much as what has come.
  await db.transaction((tx) => tx.update(pictureUploads).set({ bytes: dayBytes / unfinished }))
  const again = newUpload.parse({ story, clientKey: 'no-more-today', bytes: 1000 })
  expect(await beginUpload(db, parts, again, reporter, NOON)).toEqual({ ok: false, because: 'day-full' })
})

test('a photo nobody went on with for a day is swept, a finished one keeps its name', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const left = await idOf(db, parts, story, reporter, 9, 'left-alone')
  await piece(db, parts, left, reporter, 0, Buffer.from('half'))
  const done = await idOf(db, parts, story, reporter, 4, 'well-done')
  await piece(db, parts, done, reporter, 0, Buffer.from('done'))
  expect(await sweepUploads(db, parts.files, later(23 * 60))).toBe(0)
  expect(await uploadOf(db, left, reporter)).not.toBeNull()
  expect(await sweepUploads(db, parts.files, later(25 * 60))).toBe(1)
  expect(await sweepUploads(db, parts.files, later(25 * 60))).toBe(0)
  expect(await uploadOf(db, left, reporter)).toBeNull()
  expect(readdirSync(parts.folder)).toEqual([])
  expect(await begun(db, parts, story, reporter, 4, 'well-done')).toMatchObject({ upload: { picture: {} } })
})

test('two last pieces at once make one picture', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  const parts = partsOf()
  const id = await idOf(db, parts, await draftBy(db, reporter), reporter, 4)
  const answers = await Promise.all([1, 2, 3].map(() => piece(db, parts, id, reporter, 0, Buffer.from('same'))))
  expect(new Set(answers.map((answer) => answer.ok && answer.upload.picture?.id)).size).toBe(1)
  expect(await db.select().from(pictures)).toHaveLength(1)
})

test('in safety mode nothing that the device told is kept', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await db.transaction((tx) => tx.update(people).set({ safetyMode: true }).where(eq(people.id, reporter.id)))
  const parts = partsOf()
  const story = await draftBy(db, reporter)
  const what = newUpload.parse({ story, clientKey: 'safety-first', bytes: 4, told: { camera: 'Phone' }, words })
  const answer = await beginUpload(db, parts, what, reporter, NOON)
  if (!answer.ok) throw new Error(answer.because)
  await piece(db, parts, answer.upload.id, reporter, 0, Buffer.from('safe'))
  expect((await db.select().from(pictures))[0]).toMatchObject({ evidence: {}, fileName: '', originalKey: null })
})
