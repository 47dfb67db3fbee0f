// Smaller encodings of published pictures: asked for by printing, made once each, named by pages as soon as they are there.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import type { PictureStore, SmallerEncoder } from '#app/newsroom/pictures/picture-store.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import { askForSmaller, makeSmaller } from '#app/newsroom/press/smaller-pictures.server.ts'
import { leadWithSmaller, withSmaller } from '#app/newsroom/press/smaller-sources.ts'
import { teasersOf } from '#app/newsroom/press/teasers.server.ts'
import type { Database } from '#db/client.ts'
import { pictureEncodings, pictures } from '#db/schema/pictures.ts'
import { editions, publications } from '#db/schema/press.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { drawing, printed } from './printed-story.ts'

const ID = 'abcdef0123456789abcdef01'
const webp = `<source type="image/webp" srcset="/pictures/${ID}/400.webp 400w" sizes="100vw">`
const img = `<img src="/pictures/${ID}/400.jpeg" alt="" width="400" height="250">`

let db: Database
let cast: Cast
let store: PictureStore
beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  const held = new Map([[`${ID}/400.jpeg`, new TextEncoder().encode('good')]])
  store = {
    put: async (key, bytes) => void held.set(key, bytes as Uint8Array<ArrayBuffer>),
    get: async (key) => held.get(key) ?? null,
    delete: async (key) => void held.delete(key),
  }
})
afterAll(closeDatabases)

/** Makes one size of every file, but of none at all when told so. */
function encoder(can = true): SmallerEncoder & { asked: number } {
  return {
    asked: 0,
    async smaller() {
      this.asked += 1
      return can ? [{ width: 400, height: 250, format: 'avif', bytes: 3, data: new Uint8Array([1, 2, 3]) }] : []
    },
  }
}

/** A published story with one picture, which its page and its teaser show. */
async function story(): Promise<void> {
  const lead = { ...drawing, src: `/pictures/${ID}/400.jpeg` }
  await printed(db, cast.reporter, { slug: 'a', lead })
  const [{ storyId } = { storyId: 0 }] = await db.select().from(publications)
  const size = { width: 400, height: 250, bytes: 9 }
  const sizes = (['webp', 'jpeg'] as const).map((format) => ({ ...size, format, key: `${ID}/400.${format}` }))
  await db.transaction(async (tx) => {
    await tx.update(editions).set({ html: `<figure><picture>${webp}${img}</picture></figure>` })
    await tx.insert(pictures).values({
      ...{ publicId: ID, storyId, ownerId: cast.reporter.id, width: 400, height: 250, sizes },
      ...{ evidence: {}, sha256: 'x', createdAt: NOON },
    })
    await askForSmaller(tx, [ID, ID, 'unknown'], NOON)
    await askForSmaller(tx, [ID], later(1))
  })
}

const make = (by: SmallerEncoder) => makeSmaller(db, { store, encoder: by }, later(5), cast.press)
const page = async () => JSON.stringify(await editionBySlug(db, 'a', later(10)))
const avif = { picture: ID, size: '400.avif' }

test('a page names the smaller encoding once it is there, readers get its bytes, and the paper’s journal says so', async () => {
  await story()
  expect(await page()).not.toContain('image/avif')
  expect(await pictureFor(db, avif, null, later(10))).toBeNull()
  const changes = changeReader(db)
  await changes()
  const one = encoder()
  expect(await make(one)).toBe(true)
  expect(await changes()).toEqual(expect.arrayContaining(['story-a', 'lists']))
  const edition = await editionBySlug(db, 'a', later(10))
  expect(edition).toMatchObject({
    html: `<figure><picture><source type="image/avif" srcset="/pictures/${ID}/400.avif 400w" sizes="100vw">${webp}${img}</picture></figure>`,
  })
  const { teasers } = await teasersOf(db, 'all', { limit: 5, after: null }, later(10))
  expect(teasers[0]?.lead?.sources.map(({ type }) => type)).toEqual(['image/avif', 'image/webp'])
  expect(await pictureFor(db, avif, null, later(10))).toMatchObject({ audience: 'everyone' })
  expect(await store.get(`${ID}/400.avif`)).not.toBeNull()
  expect(await make(one)).toBe(false)
  expect(one.asked).toBe(1)
})

test('a picture of which none can be made is left as it is and not asked for again', async () => {
  await story()
  expect(await make(encoder(false))).toBe(true)
  expect(await page()).not.toContain('image/avif')
  expect(await make(encoder())).toBe(false)
})

test('what broke off is tried again, three times at most', async () => {
  await story()
  const broken: SmallerEncoder = { smaller: () => Promise.reject(new Error('cut off')) }
  for (let time = 1; time <= 3; time++) await expect(make(broken)).rejects.toThrow('cut off')
  expect(await make(encoder())).toBe(false)
  await db.transaction((tx) => tx.update(pictureEncodings).set({ tries: 2 }))
  expect(await make(encoder())).toBe(true)
  expect((await db.select().from(pictures).where(eq(pictures.publicId, ID)))[0]?.sizes).toHaveLength(3)
})

test('what was printed with them already stays as it is', () => {
  const source = { type: 'image/avif', srcset: `/pictures/${ID}/400.avif 400w` }
  const sources = new Map([[ID, source]])
  const done = `<picture><source type="image/avif" srcset="/pictures/${ID}/400.avif 400w" sizes="100vw">${webp}${img}</picture>`
  expect(withSmaller(done, sources)).toBe(done)
  const lead = { ...drawing, src: `/pictures/${ID}/400.jpeg`, sources: [source] }
  expect(leadWithSmaller(lead, sources)).toBe(lead)
  expect(leadWithSmaller(null, sources)).toBeNull()
})
