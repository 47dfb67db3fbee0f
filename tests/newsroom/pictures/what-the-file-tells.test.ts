// What files tell, in every form a phone writes: the same on the device as on the server, and never a crash.
import ExifReader from 'exifreader'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { exifBlock, isHeic, isHeif } from '#app/newsroom/pictures/exif-block.ts'
import { orientationIn, whatTheFileTells } from '#app/newsroom/pictures/what-the-file-tells.ts'

const fromPhone = {
  IFD0: { Make: 'Testphone', Model: 'P-1', Software: 'OS 9' },
  IFD2: { DateTimeOriginal: '2026:11:24 09:12:13', OffsetTimeOriginal: '+02:00' },
  IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '42/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '24/1 15/1 0/1' },
}
const told = {
  capturedAt: '2026-11-24T09:12:13+02:00',
  camera: 'Testphone P-1',
  software: 'OS 9',
  place: { latitude: -42.5, longitude: 24.25 },
}

function photo() {
  return sharp({ create: { width: 300, height: 200, channels: 3, background: '#567' } })
}

test('JPEG, PNG, WebP and AVIF tell time, place and camera', async () => {
  const files = [photo().jpeg(), photo().png(), photo().webp(), photo().avif()]
  for (const file of files) {
    const bytes = await file.withExif(fromPhone).toBuffer()
    expect(ExifReader.load(bytes).Make?.description).toBe('Testphone')
    expect(whatTheFileTells(bytes)).toEqual(told)
  }
  for (const file of [photo().jpeg(), photo().png(), photo().webp(), photo().avif()])
    expect(whatTheFileTells(await file.toBuffer())).toEqual({})
})

test('how the camera was held is read too', async () => {
  for (const orientation of [1, 3, 6, 8])
    expect(orientationIn(await photo().withMetadata({ orientation }).jpeg().toBuffer())).toBe(orientation)
  expect(orientationIn(await photo().png().toBuffer())).toBe(1)
  expect(orientationIn(new Uint8Array())).toBe(1)
})

test('HEIC of iPhones is told from AVIF, by what the file itself says', async () => {
  const head = (brands: string) =>
    Buffer.concat([Buffer.from([0, 0, 0, 8 + brands.length]), Buffer.from(`ftyp${brands}`)])
  expect(isHeic(head('heic\0\0\0\0mif1heic'))).toBe(true)
  expect(isHeic(head('mif1\0\0\0\0mif1heic'))).toBe(true)
  expect(isHeic(head('mif1\0\0\0\0mif1avif'))).toBe(false)
  expect(isHeic(await photo().avif().toBuffer())).toBe(false)
  expect(isHeif(await photo().avif().toBuffer())).toBe(true)
  expect(isHeic(await photo().jpeg().toBuffer())).toBe(false)
  expect(isHeic(new Uint8Array([0, 0]))).toBe(false)
})

test('bytes that are cut, changed or made up never throw', async () => {
  const files = await Promise.all(
    [photo().jpeg(), photo().png(), photo().webp(), photo().avif()].map((file) => file.withExif(fromPhone).toBuffer()),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.nat(2000),
      fc.array(fc.tuple(fc.nat(1200), fc.nat(255))),
      (file, end, changes) => {
        const bytes = Uint8Array.from(file.subarray(0, end))
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        exifBlock(bytes)
        isHeic(bytes)
        orientationIn(bytes)
        expect(typeof whatTheFileTells(bytes)).toBe('object')
      },
    ),
    { numRuns: 3000 },
  )
})
