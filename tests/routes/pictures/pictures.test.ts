// Pictures over real routes: a JPEG with its place goes in, bytes without it come out, and strangers find nothing.
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import { action as addPhoto } from '#app/routes/contributor/add-photo.tsx'
import { action as photos } from '#app/routes/contributor/photos.ts'
import { action as begin } from '#app/routes/pictures/begin-upload.ts'
import { action as oneAction, loader as oneLoader } from '#app/routes/pictures/one-upload.ts'
import { loader as picture } from '#app/routes/pictures/picture.ts'
import { action as upload } from '#app/routes/pictures/upload.ts'
import { pictures } from '#db/schema/pictures.ts'
import { draftBy } from '../../cast.ts'
import { closeDatabases } from '../../newsroom.ts'
import { jsonBody, openHouse } from '../contributor/house.ts'

afterAll(closeDatabases)

/** Loader or action, as Remix chooses. */
const one = (args: Parameters<typeof oneAction>[0]) =>
  args.request.method === 'GET' ? oneLoader(args) : oneAction(args)

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
  const told = { caption: 'The bridge', credit: 'Me', alt: 'A bridge', rights: 'on', licence: 'cc0', graphic: 'on' }
  const added = await ask(addPhoto, `${path}/new`, cast.reporter, { params, ...photoForm(await jpeg(), told) })
  expect([added.status, added.location]).toEqual([303, `/my/stories/${story}?done=photo`])
  const page = await draftOf(db, story, cast.reporter)
  const id = page?.pictures[0]?.publicId
  expect(page?.pictures[0]).toMatchObject({ credit: 'Me', rightsConfirmed: true, licence: 'cc0' })
  expect(page?.content.copy.content.at(-1)).toMatchObject({
    type: 'figure',
    attrs: { pictureId: id, alt: 'A bridge', graphic: true },
  })

  const words = { caption: '', credit: 'Somebody', alt: 'A bridge', decorative: false, rights: false, licence: 'cc-by' }
  const change = { picture: id, ...words }
  expect((await ask(photos, path, cast.reporter, { params, ...jsonBody('PUT', change) })).status).toBe(200)
  expect((await ask(photos, path, cast.otherReporter, { params, ...jsonBody('PUT', change) })).status).toBe(404)
  expect((await ask(photos, path, cast.reporter, { params, ...jsonBody('POST', change) })).status).toBe(405)
  for (const bad of [{ credit: 'x'.repeat(251) }, { licence: 'mine' }])
    expect((await ask(photos, path, cast.reporter, { params, ...jsonBody('PUT', { ...change, ...bad }) })).status).toBe(
      422,
    )
  expect((await draftOf(db, story, cast.reporter))?.pictures[0]).toMatchObject({
    credit: 'Somebody',
    rightsConfirmed: false,
    licence: 'cc-by',
  })
})

test('a photo that the form cannot take comes back with everything that was typed', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const params = { id: story }
  const path = `/my/stories/${story}/photos/new`
  const told = { caption: 'The bridge', credit: 'Me', alt: 'A bridge', rights: 'on', graphic: 'on', licence: 'cc0' }
  const bad = await ask(addPhoto, path, cast.reporter, { params, ...photoForm(Buffer.from('hello'), told) })
  expect(bad.status).toBe(422)
  expect(bad.data.values).toMatchObject(told)
  expect(bad.data.faults).toEqual([{ field: 'photo', message: expect.stringMatching(/not a picture.*kept/i) }])
  const none = await ask(addPhoto, path, cast.reporter, { params, ...photoForm(Buffer.alloc(0), told) })
  expect([none.status, none.data.values]).toEqual([422, told])
  expect((await ask(addPhoto, path, cast.otherReporter, { params, ...photoForm(await jpeg(), told) })).status).toBe(404)
  expect(await db.select().from(pictures)).toEqual([])

  const quiet = await ask(addPhoto, path, cast.reporter, { params, ...photoForm(await jpeg(), { leaveOut: 'on' }) })
  expect(quiet.status).toBe(303)
  expect((await db.select().from(pictures))[0]).toMatchObject({ evidence: {}, fileName: '' })
})

test('a photo in pieces: begun, gone on with after a gap in the line, and one picture whatever is repeated', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const bytes = await jpeg()
  const about = {
    story,
    clientKey: 'a-photo-of-mine',
    bytes: bytes.length,
    type: 'image/jpeg',
    words: { credit: 'Me' },
  }
  const start = () => ask(begin, '/pictures/uploads', cast.reporter, jsonBody('POST', about))
  const first = await start()
  expect([first.status, first.data]).toEqual([200, { id: expect.any(String), bytes: bytes.length, received: 0 }])
  const id = String(first.data.id)
  const params = { id }
  const send = (from: number, part: Buffer, who = cast.reporter) =>
    ask(one, `/pictures/uploads/${id}?from=${from}`, who, { params, ...rawPiece(part) })

  expect((await send(0, bytes.subarray(0, 900))).data.received).toBe(900)
  const gap = await send(2000, bytes.subarray(2000))
  expect([gap.status, gap.data]).toEqual([409, { because: 'wrong-order', received: 900 }])
  expect((await send(0, bytes, cast.otherReporter)).status).toBe(404)
  expect((await ask(one, `/pictures/uploads/${id}`, cast.reporter, { params })).data.received).toBe(900)
  expect((await start()).data).toEqual({ id, bytes: bytes.length, received: 900 })
  const last = await send(900, bytes.subarray(900))
  expect(last.status).toBe(201)
  expect(last.data.picture).toMatchObject({ width: 900, height: 600 })
  expect((await send(900, bytes.subarray(900))).data).toEqual(last.data)
  expect((await start()).data).toEqual(last.data)
  const rows = await db.select().from(pictures)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ credit: 'Me', evidence: { camera: 'Testphone P-1', toldBy: 'file' } })
  expect((await ask(one, '/', cast.reporter, { params, method: 'DELETE' })).status).toBe(404)
})

test('what makes no sense of an upload is refused with its reason', async () => {
  const { db, cast, ask } = await openHouse()
  const story = await draftBy(db, cast.reporter)
  const start = (about: unknown) => ask(begin, '/pictures/uploads', cast.reporter, jsonBody('POST', about))
  const good = { story, clientKey: 'a-photo-of-mine', bytes: 9 }
  for (const bad of [
    { ...good, bytes: 0 },
    { ...good, bytes: 1.5 },
    { ...good, clientKey: '../x' },
    { ...good, originalBytes: 9 },
    { ...good, told: { place: { latitude: 91, longitude: 0 } } },
    { ...good, more: 1 },
    [],
  ])
    expect((await start(bad)).status).toBe(422)
  expect((await start({ ...good, story: 'other' })).status).toBe(404)
  const heic = await start({ ...good, type: 'image/heic' })
  expect([heic.status, heic.data.because]).toEqual([415, 'heic'])
  expect(heic.data.message).toMatch(/JPEG/)
  const id = String((await start(good)).data.id)
  const params = { id }
  for (const from of ['', '-1', 'x', '1e3'])
    expect(
      (await ask(one, `/pictures/uploads/${id}?from=${from}`, cast.reporter, { params, ...rawPiece(Buffer.from('a')) }))
        .status,
    ).toBe(400)
  const svg = await ask(one, `/pictures/uploads/${id}?from=0`, cast.reporter, {
    params,
    ...rawPiece(Buffer.from('<svg/>...')),
  })
  expect([svg.status, svg.data.because]).toEqual([415, 'not-a-picture'])
  expect((await ask(one, `/pictures/uploads/${id}`, cast.reporter, { params })).status).toBe(404)
})

function rawPiece(bytes: Buffer): RequestInit {
  return {
    method: 'PATCH',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  }
}

function photoForm(bytes: Buffer, told: Record<string, string>): RequestInit {
  const body = new FormData()
  body.set('photo', new File([new Uint8Array(bytes)], 'bridge.jpg', { type: 'image/jpeg' }))
  for (const [name, value] of Object.entries(told)) body.set(name, value)
  return { method: 'POST', body }
}
