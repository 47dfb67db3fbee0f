// Cards, crops and links of stories: those of live ones, and of nothing else.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { type MostSize, oembedLink } from '#app/newsroom/wire/oembed.server.ts'
import { storyCard, storyShot } from '#app/newsroom/wire/story-drawings.server.ts'
import { openDrawingBoard } from '#app/platform/drawings.server.ts'
import { openPictureStore } from '#app/platform/picture-store.server.ts'
import type { Database } from '#db/client.ts'
import { pictures } from '#db/schema/pictures.ts'
import { editions, publications } from '#db/schema/press.ts'
import { storyStates } from '#db/schema/story.ts'
import { castOf, NOON, storyIn } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'
import { printed } from '../press/printed-story.ts'

const SITE = 'https://courier.example.org'
const folder = mkdtempSync(join(tmpdir(), 'copydesk-drawings-'))
const store = openPictureStore(folder)
const parts = { pictures: store, drawings: openDrawingBoard() }
const anySize: MostSize = { width: null, height: null }

afterAll(async () => {
  await closeDatabases()
  rmSync(folder, { recursive: true, force: true })
})

test('a story in any state but published has no card, no crop and no link', async () => {
  const { db } = await freshDatabase()
  const cast = await castOf(db)
  for (const state of storyStates) {
    await storyIn(db, cast, state, `Headline ${state}`)
    const slug = `headline-${state.replaceAll('_', '-')}`
    const link = await oembedLink(db, `${SITE}/stories/${slug}`, anySize, SITE, NOON)
    const card = await storyCard(db, slug, parts, NOON)
    expect([state, link !== null, card !== null]).toEqual([state, state === 'published', state === 'published'])
    expect(await storyShot(db, { slug, file: '16x9.jpeg' }, parts, NOON)).toBeNull() // there is no picture
  }
})

test('a crop is as large as the data of the page says, and only of the three shapes', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await withPicture(db, reporter.id, () => printed(db, reporter, { slug: 'bridge', lead }))
  for (const [shape, width, height] of [
    ['1x1', 600, 600],
    ['4x3', 800, 600],
    ['16x9', 900, 506],
  ] as const) {
    const shot = await storyShot(db, { slug: 'bridge', file: `${shape}.jpeg` }, parts, NOON)
    const facts = await sharp(shot ?? Buffer.alloc(0)).metadata()
    expect([shape, facts.width, facts.height]).toEqual([shape, width, height])
  }
  for (const file of ['16x9.png', '2x3.jpeg', '__proto__.jpeg', '', '16x9.jpeg/..'])
    expect(await storyShot(db, { slug: 'bridge', file }, parts, NOON), file).toBeNull()
})

test('a picture that is not in the live words is not drawn from', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await withPicture(db, reporter.id, () => printed(db, reporter, { slug: 'bridge', lead }))
  const withPhoto = await storyCard(db, 'bridge', parts, NOON)
  await db.transaction((tx) => tx.update(editions).set({ html: '<p>Without it.</p>' }).where(eq(editions.id, 1)))
  expect(await storyShot(db, { slug: 'bridge', file: '1x1.jpeg' }, parts, NOON)).toBeNull()
  const without = await storyCard(db, 'bridge', parts, NOON)
  expect(without).not.toBeNull()
  expect(without).not.toEqual(withPhoto)
})

test('a link names the story, its by-line and its card, and obeys the size that was asked for', async () => {
  const { db } = await freshDatabase()
  const { reporter } = await castOf(db)
  await printed(db, reporter, { slug: 'bridge', headline: 'Tom & <Jerry>', bylineName: 'Owl', bylineHandle: 'owl' })
  await printed(db, reporter, { slug: 'withheld', bylineName: '' })
  const ask = async (url: string, most = anySize) => {
    const link = await oembedLink(db, url, most, SITE, NOON)
    return link === null ? null : JSON.parse(link)
  }
  expect(await ask(`${SITE}/stories/bridge`)).toEqual({
    version: '1.0',
    type: 'link',
    title: 'Tom & <Jerry>',
    author_name: 'Owl',
    author_url: `${SITE}/contributors/owl`,
    provider_name: 'The Test Courier',
    provider_url: `${SITE}/`,
    cache_age: 3600,
    thumbnail_url: `${SITE}/stories/bridge/card.png`,
    thumbnail_width: 1200,
    thumbnail_height: 630,
  })
  expect(await ask(`${SITE}/stories/bridge?utm=1#x`)).toMatchObject({ title: 'Tom & <Jerry>' })
  expect(await ask(`${SITE}/stories/bridge`, { width: 600, height: null })).not.toHaveProperty('thumbnail_url')
  expect(await ask(`${SITE}/stories/withheld`)).not.toHaveProperty('author_name')
  for (const url of [
    '',
    'bridge',
    `${SITE}/`,
    'https://evil.example/stories/bridge',
    `${SITE}/stories/%zz`,
    `${SITE}/stories/bridge/x`,
  ])
    expect(await ask(url), url).toBeNull()
})

const lead = {
  alt: 'A bridge',
  credit: '',
  width: 900,
  height: 600,
  src: '/pictures/bridge/800.jpeg',
  sources: [{ type: 'image/jpeg', srcset: '/pictures/bridge/800.jpeg 800w, /pictures/bridge/900.jpeg 900w' }],
}

/** A picture of the story that `print` prints, in its words and in the store. */
async function withPicture(db: Database, ownerId: number, print: () => Promise<void>): Promise<void> {
  await print()
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#00aa00' } })
    .jpeg()
    .toBuffer()
  await store.put('bridge/900.jpeg', bytes)
  await db.transaction(async (tx) => {
    await tx.update(editions).set({ html: '<img src="/pictures/bridge/800.jpeg">' })
    const [publication] = await tx.select({ storyId: publications.storyId }).from(publications)
    const size = { width: 900, height: 600, format: 'jpeg' as const, bytes: bytes.byteLength, key: 'bridge/900.jpeg' }
    await tx
      .insert(pictures)
      .values({
        publicId: 'bridge',
        storyId: publication?.storyId ?? 0,
        ownerId,
        width: 900,
        height: 600,
        sizes: [size],
        evidence: {},
        sha256: 'x',
        createdAt: NOON,
      })
      .returning()
  })
}
