// Pictures: real files in, clean sizes out; what is no honest picture is refused with the right reason.
import { deflateSync } from 'node:zlib'
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readEvidence } from '#app/newsroom/pictures/what-the-file-tells.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'

const sizer = openPictureSizer()

// Noise, so that nothing compresses away and every size differs.
function photo(width: number, height: number) {
  const data = Buffer.alloc(width * height * 3)
  for (let i = 0, seed = 7; i < data.length; i++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    data[i] = (seed >> 16) & 63
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

const fromCamera = {
  IFD0: { Make: 'Testcam', Model: 'T-100', Software: 'Darkroom 3', Artist: 'A. Secret-Name' },
  IFD2: { DateTimeOriginal: '2026:05:06 12:34:56', OffsetTimeOriginal: '+03:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '42/1 30/1 1800/100',
    GPSLongitudeRef: 'W',
    GPSLongitude: '24/1 11/1 0/1',
  },
}

test('a photo becomes three widths in two formats, never enlarged', async () => {
  const result = await sizer.size(await photo(2000, 1000).jpeg().toBuffer())
  expect(result.ok).toBe(true)
  if (!result.ok) return
  const { picture } = result
  expect([picture.width, picture.height]).toEqual([1600, 800])
  expect(picture.sizes.map(({ width, height, format }) => `${width}x${height} ${format}`)).toEqual([
    '400x200 webp',
    '400x200 jpeg',
    '800x400 webp',
    '800x400 jpeg',
    '1600x800 webp',
    '1600x800 jpeg',
  ])
  for (const size of picture.sizes) {
    expect(size.bytes).toBe(size.data.byteLength)
    expect((await sharp(size.data).metadata()).format).toBe(size.format)
  }
  const small = await sizer.size(await photo(500, 300).png().toBuffer())
  expect(small.ok && small.picture.sizes.map((size) => size.width)).toEqual([400, 400, 500, 500])
})

test('no served byte tells where, when, by whom or with what it was taken', async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="secret-xmp"/></rdf:RDF></x:xmpmeta>'
  const original = await photo(900, 600).withExif(fromCamera).withXmp(xmp).withIccProfile('p3').jpeg().toBuffer()
  expect(ExifReader.load(original).GPSLatitude).toBeDefined()
  expect(original.includes('secret-xmp')).toBe(true)
  const result = await sizer.size(original)
  if (!result.ok) throw new Error(result.because)
  for (const { data } of result.picture.sizes) {
    const about = await sharp(data).metadata()
    expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    for (const word of [
      'Exif',
      'GPS',
      'Testcam',
      'Darkroom',
      'Secret-Name',
      'xmpmeta',
      'secret-xmp',
      'http://ns.adobe.com',
      'Photoshop',
    ])
      expect(Buffer.from(data).includes(word)).toBe(false)
  }
})

test('the desk gets what the file told, read before it was cleaned', async () => {
  const result = await sizer.size(
    await photo(900, 600).withExif(fromCamera).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
  )
  expect(result).toMatchObject({
    ok: true,
    picture: {
      width: 600, // turned as the camera said
      height: 900,
    },
  })
  expect(result.ok && readEvidence(result.picture.exif ?? undefined)).toEqual({
    capturedAt: '2026-05-06T12:34:56+03:00',
    camera: 'Testcam T-100',
    software: 'Darkroom 3',
    place: { latitude: 42.505, longitude: -24.183333 },
  })
  const plain = await sizer.size(await photo(300, 300).jpeg().toBuffer())
  expect(plain.ok && plain.picture.exif).toBeNull()
})

test('pictures in the other honest formats are taken', async () => {
  for (const file of [photo(400, 300).webp(), photo(400, 300).png(), photo(400, 300).avif()]) {
    expect(await sizer.size(await file.toBuffer())).toMatchObject({ ok: true })
  }
})

test('what is no picture is refused', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>'
  const files = [
    Buffer.from(svg),
    Buffer.from(`<?xml version="1.0"?>${svg}`),
    Buffer.from('<!doctype html><img src=x>'),
    Buffer.from('%PDF-1.7\n%âãÏÓ'),
    Buffer.from(`GIF89a/*${svg}*/`),
    Buffer.alloc(0),
    Buffer.from('x'),
    await photo(400, 300).gif().toBuffer(),
    await photo(400, 300).tiff().toBuffer(),
  ]
  for (const file of files) expect(await sizer.size(file)).toEqual({ ok: false, because: 'not-a-picture' })
})

test('HEIC has its own reason where this build cannot read it', async () => {
  const brands = ['heic', 'mif1']
  for (const brand of brands) {
    const head = Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`),
      Buffer.alloc(4000, 7),
    ])
    const expected = (await sizer.readsHeic()) ? 'damaged' : 'heic'
    expect([brand, await sizer.size(head)]).toEqual([brand, { ok: false, because: expected }])
  }
})

test('a file that ends too early, or only begins like a picture, is damaged', async () => {
  const jpeg = await photo(900, 600).jpeg().toBuffer()
  const png = await photo(900, 600).png().toBuffer()
  for (const file of [
    jpeg.subarray(0, jpeg.length / 2),
    png.subarray(0, png.length / 2),
    png.subarray(0, 60),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('<script>alert(1)</script>'.repeat(40))]),
  ]) {
    const result = await sizer.size(file)
    expect(result.ok).toBe(false)
    expect(['damaged', 'not-a-picture']).toContain(result.ok ? '' : result.because)
  }
})

test('what stands behind a picture’s end is not served', async () => {
  const polyglot = Buffer.concat([
    await photo(400, 300).jpeg().toBuffer(),
    Buffer.from('<script>alert(1)</script>PK\u0003\u0004'),
  ])
  const result = await sizer.size(polyglot)
  if (!result.ok) throw new Error(result.because)
  for (const { data } of result.picture.sizes) expect(Buffer.from(data).includes('script')).toBe(false)
})

test('a small file that says it is huge is refused without being unpacked', async () => {
  const started = performance.now()
  expect(await sizer.size(pngThatSays(30_000, 30_000))).toEqual({ ok: false, because: 'too-many-pixels' })
  expect(await sizer.size(pngThatSays(8_000, 8_000))).toEqual({ ok: false, because: 'too-many-pixels' })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('too small and too large have their own reasons', async () => {
  expect(await sizer.size(await photo(199, 500).jpeg().toBuffer())).toEqual({ ok: false, because: 'too-small' })
  expect(await sizer.size(Buffer.alloc(15 * 1024 * 1024 + 1))).toEqual({ ok: false, because: 'too-large' })
})

test('the loop stays free while a large photo is sized', async () => {
  const original = await photo(4000, 3000).jpeg({ quality: 70 }).toBuffer()
  let longest = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  const result = await sizer.size(original)
  clearInterval(watch)
  expect(result.ok).toBe(true)
  expect(longest).toBeLessThan(500)
}, 30_000)

// A valid beginning of a PNG with the given size and hardly any data.
function pngThatSays(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
