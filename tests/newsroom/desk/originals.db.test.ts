// The sealed original: for those who check the story, written down each time, and for nobody else.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openOriginal } from '#app/newsroom/desk/originals.server.ts'
import { verificationLogOf } from '#app/newsroom/desk/verification.server.ts'
import { writeOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { newOutlet } from '#app/newsroom/outlet/settings.ts'
import { acceptPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import type { OriginalStore, PictureParts } from '#app/newsroom/pictures/picture-store.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { pictures } from '#db/schema/pictures.ts'
import { stories } from '#db/schema/story.ts'
import { type Cast, castOf, draftBy, move, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  await db.transaction((tx) => writeOutlet(tx, { ...newOutlet, keepEvidence: 'original' }, NOON))
})
afterAll(closeDatabases)

const file = new TextEncoder().encode('the file as it came')

function partsOf(): PictureParts & { originals: OriginalStore } {
  const kept = new Map<string, Uint8Array>()
  const size = { width: 800, height: 500, format: 'jpeg' as const, bytes: 3, data: new Uint8Array([1, 2, 3]) }
  const picture = { width: 800, height: 500, sizes: [size], exif: null, looksLike: 'c0ffee00c0ffee00' }
  return {
    store: { put: async () => {}, get: async () => null, delete: async () => {} },
    sizer: { readsHeic: async () => false, size: async () => ({ ok: true, picture }) },
    credentials: { read: async () => ({ report: { validation_state: 'Invalid' } }) },
    originals: {
      async keep(publicId, bytes) {
        kept.set(publicId, bytes)
        return { key: publicId, bytes: bytes.byteLength }
      },
      open: async (key) => kept.get(key) ?? null,
      async delete(key) {
        kept.delete(key)
      },
    },
  }
}

async function sentWithPhoto(parts: PictureParts) {
  const story = await draftBy(db, cast.reporter)
  const what = { story, bytes: file, fileName: 'Ivan Petrov DSC01.JPG' }
  const answer = await acceptPicture(db, parts, what, cast.reporter, NOON)
  if (!answer.ok) throw new Error(answer.because)
  return { story, picture: answer.picture.id }
}

const NOT_FOUND = { ok: false, because: 'not-found' }

test('an editor takes the original out under a name that names nobody, and the story’s log says so', async () => {
  const parts = partsOf()
  const photo = await sentWithPhoto(parts)
  expect(await openOriginal(db, parts.originals, photo, cast.editor, NOON)).toEqual(NOT_FOUND) // a draft still
  await move(db, cast, cast.reporter, photo.story, 'submit')
  expect(await openOriginal(db, parts.originals, photo, cast.editor, NOON)).toEqual({
    ok: true,
    bytes: file,
    name: `1-${photo.picture}.jpg`,
  })
  expect(await verificationLogOf(db, 1)).toMatchObject([{ act: 'original', byName: 'Day editor', check: null }])
})

test('the writer, a stranger, another story’s number and a protected reporter’s file: nothing, and no row', async () => {
  const parts = partsOf()
  const photo = await sentWithPhoto(parts)
  await move(db, cast, cast.reporter, photo.story, 'submit')
  const other = await draftBy(db, cast.otherReporter)
  for (const who of [cast.reporter, cast.otherReporter])
    expect(await openOriginal(db, parts.originals, photo, who, NOON)).toEqual(NOT_FOUND)
  expect(await openOriginal(db, parts.originals, { ...photo, story: other }, cast.editor, NOON)).toEqual(NOT_FOUND)
  const protect = (protectedAt: Date | null) =>
    db.transaction((tx) =>
      tx.update(people).set({ protectedAt }).where(eq(people.id, cast.reporter.id)).returning({ id: people.id }),
    )
  await protect(NOON)
  expect(await openOriginal(db, parts.originals, photo, cast.admin, NOON)).toEqual(NOT_FOUND)
  await protect(null)
  await db.transaction((tx) =>
    tx.update(stories).set({ ownerId: cast.editor.id }).where(eq(stories.publicId, photo.story)).returning(),
  )
  expect(await openOriginal(db, parts.originals, photo, cast.editor, NOON)).toEqual(NOT_FOUND)
  await parts.originals.delete(photo.picture)
  expect(await openOriginal(db, parts.originals, photo, cast.otherEditor, NOON)).toEqual(NOT_FOUND)
  expect(await verificationLogOf(db, 1)).toEqual([])
})

test('a photo’s look and what its credentials say are kept with it', async () => {
  const { picture } = await sentWithPhoto(partsOf())
  const [row] = await db.select().from(pictures).where(eq(pictures.publicId, picture))
  expect(row).toMatchObject({
    looksLike: 'c0ffee00c0ffee00',
    evidence: { credentials: { state: 'invalid', claims: [] } },
  })
})
