// Pictures over real routes: a JPEG with its place goes in, bytes without it come out, and strangers find nothing.
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import { action as photos } from '#app/routes/contributor/photos.ts'
import { loader as picture } from '#app/routes/pictures/picture.ts'
import { action as upload } from '#app/routes/pictures/upload.ts'
import { pictures } from '#db/schema/pictures.ts'
import { draftBy } from '../../cast.ts'
import { closeDatabases } from '../../newsroom.ts'
import { jsonBody, openHouse } from '../contributor/house.ts'

afterAll(closeDatabases)

const fromPhone = {
  IFD0: { Make: 'Testphone', Model: 'P-1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 11/1 0/1' },
}

function jpeg(): Promise<Buffer> {
  const canvas = { width: 900, height: 600, channels: 3 as const, background: '#456' }
  return sharp({ create: canvas }).withExif(fromPhone).jpeg().toBuffer()
}

function raw(bytes: Buffer | string, fileName = 'IMG 1.jpg'): RequestInit {
  const headers = { 'content-type': 'image/jpeg', 'x-file-name': encodeURIComponent(fileName) }
  return { method: 'POST', headers, body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes) }
}

test('a photo with its place goes in, and no byte that is served knows the place', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const bytes = await jpeg()
  expect(ExifReader.load(bytes).GPSLatitude).toBeDefined()
  const added = await ask(upload, `/pictures?story=${story}`, cast.reporter, raw(bytes, 'мост.jpg'))
  expect(added.status).toBe(201)
  expect(added.data).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    width: 900,
    height: 600,
    url: expect.any(String),
  })
  const [row] = await db.select().from(pictures)
  expect(row?.fileName).toBe('мост.jpg')
  expect(row?.evidence.place?.latitude).toBeCloseTo(42.5)
  for (const size of row?.sizes ?? []) {
    const params = { id: String(added.data.id), size: `${size.width}.${size.format}` }
    const served = await ask(picture, '/', cast.reporter, { params })
    expect([served.status, served.headers.get('content-type')]).toEqual([200, `image/${size.format}`])
    expect(served.headers.get('cache-control')).toBe('private, no-store')
    expect(served.bytes.includes('Exif') || served.bytes.includes('GPS') || served.bytes.includes('Testphone')).toBe(
      false,
    )
  }
})

test('a picture that is not public answers 404 to strangers, like one that is not there', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const { data } = await ask(upload, `/pictures?story=${story}`, cast.reporter, raw(await jpeg()))
  const there = { id: String(data.id), size: '800.webp' }
  for (const who of [null, cast.otherReporter, cast.editor, cast.admin]) {
    const hidden = await ask(picture, '/', who, { params: there })
    const missing = await ask(picture, '/', who, { params: { id: 'missing', size: '800.webp' } })
    expect([hidden.status, hidden.data]).toEqual([404, missing.data])
  }
})

test('what the browser already has is not sent again', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const { data } = await ask(upload, `/pictures?story=${story}`, cast.reporter, raw(await jpeg()))
  const params = { id: String(data.id), size: '400.webp' }
  const first = await ask(picture, '/', cast.reporter, { params })
  const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
  const again = await ask(picture, '/', cast.reporter, { params, headers })
  expect([first.status, again.status, again.bytes.length]).toEqual([200, 304, 0])
})

test('refusals say what is wrong with the file', async () => {
  const { db, cast, ask, held } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const path = `/pictures?story=${story}`
  const svg = await ask(upload, path, cast.reporter, raw('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  expect([svg.status, svg.data.because]).toEqual([415, 'not-a-picture'])
  expect(svg.data.message).toMatch(/JPEG/)
  const small = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect((await ask(upload, path, cast.reporter, raw(small))).status).toBe(422)
  const large = await ask(upload, path, cast.reporter, raw(Buffer.alloc(15 * 1024 * 1024 + 1)))
  expect([large.status, large.data.because]).toEqual([413, 'too-large'])
  expect((await ask(upload, '/pictures?story=other', cast.reporter, raw(await jpeg()))).status).toBe(404)
  expect((await ask(upload, path, cast.otherReporter, raw(await jpeg()))).status).toBe(404)
  expect((await ask(upload, path, null, raw(await jpeg()))).status).toBe(401)
  expect(held.size).toBe(0)
})

test('without script a photo comes by form and stands in the story; its details can be told later', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const path = `/my/stories/${story}/photos`
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(await jpeg())], 'bridge.jpg', { type: 'image/jpeg' }))
  for (const [name, value] of Object.entries({ caption: 'The bridge', credit: 'Me', alt: 'A bridge', rights: 'on' }))
    body.set(name, value)
  const added = await ask(photos, path, cast.reporter, { params, method: 'POST', body })
  expect([added.status, added.location]).toEqual([303, `/my/stories/${story}?done=photo`])
  const page = await draftOf(db, story, cast.reporter)
  const id = page?.pictures[0]?.publicId
  expect(page?.pictures[0]).toMatchObject({ credit: 'Me', rightsConfirmed: true })
  expect(page?.content.copy.content.at(-1)).toMatchObject({ type: 'figure', attrs: { pictureId: id, alt: 'A bridge' } })

  const told = { picture: id, caption: '', credit: 'Somebody', alt: 'A bridge', decorative: false, rights: false }
  expect((await ask(photos, path, cast.reporter, { params, ...jsonBody('PUT', told) })).status).toBe(200)
  expect((await ask(photos, path, cast.otherReporter, { params, ...jsonBody('PUT', told) })).status).toBe(404)
  const long = { ...told, credit: 'x'.repeat(251) }
  expect((await ask(photos, path, cast.reporter, { params, ...jsonBody('PUT', long) })).status).toBe(422)
  expect((await draftOf(db, story, cast.reporter))?.pictures[0]).toMatchObject({
    credit: 'Somebody',
    rightsConfirmed: false,
  })

  const bad = new FormData()
  bad.set('photo', new File(['hello'], 'x.jpg'))
  const refused = await ask(photos, path, cast.reporter, { params, method: 'POST', body: bad })
  expect(refused.location).toBe(`/my/stories/${story}?photo=not-a-picture`)
})
