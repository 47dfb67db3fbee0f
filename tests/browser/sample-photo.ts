// A photo as a phone makes one: it says where it was taken, and with what.
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { House } from './house.ts'

/** What the photo's file says of itself and nobody but the desk may ever read. */
export const secretOfPhoto = {
  camera: 'Kameramarke Zwölf',
  fileName: 'IMG_secret_place_4711.jpg',
  software: 'Handy 9.9.77',
}

/** A JPEG of 2000 × 1400 points with a camera, a time and a place on the map. */
export async function photoWithPlace(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const hills = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1400"><rect width="2000" height="1400" fill="#9db4c0"/>' +
      '<path d="M0 900 500 500 1000 850 1500 420 2000 800V1400H0Z" fill="#4f6d5b"/><rect y="1050" width="2000" height="60" fill="#6b4f3a"/></svg>',
  )
  const buffer = await sharp(hills)
    .jpeg({ quality: 82 })
    .withExif({
      IFD0: { Make: secretOfPhoto.camera, Model: secretOfPhoto.camera, Software: secretOfPhoto.software },
      IFD2: { DateTimeOriginal: '2026:11:24 09:12:13' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '42/1 30/1 1234/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '24/1 11/1 4321/100',
      },
    })
    .toBuffer()
  const tags = ExifReader.load(buffer, { expanded: true })
  expect(tags.gps?.Latitude, 'the test photo itself says where it was taken').toBeCloseTo(42.503, 2)
  return { name: secretOfPhoto.fileName, mimeType: 'image/jpeg', buffer }
}

/** Every address of a picture that a page names. */
export function pictureAddresses(html: string): string[] {
  return [...new Set(html.match(/\/pictures\/[\w-]+\/\d+\.(?:webp|jpeg|avif)/g) ?? [])]
}

/** Fails unless every size is served to anybody and tells nothing of its file. */
export async function expectBarePictures(house: House, addresses: string[]): Promise<void> {
  expect(addresses.length).toBeGreaterThanOrEqual(6)
  for (const address of addresses) {
    const answer = await fetch(house.url + address)
    expect([address, answer.status]).toEqual([address, 200])
    const bytes = Buffer.from(await answer.arrayBuffer())
    const tags = ExifReader.load(bytes, { expanded: true })
    expect([address, tags.exif, tags.gps, tags.xmp, tags.iptc, tags.Thumbnail]).toEqual([
      address,
      ...Array(5).fill(undefined),
    ])
    const text = bytes.toString('latin1')
    for (const secret of ['Exif\0\0', 'ns.adobe.com', ...Object.values(secretOfPhoto)])
      expect(text.includes(Buffer.from(secret).toString('latin1')), `${address} says ${secret}`).toBe(false)
    expect(JSON.stringify([...answer.headers])).not.toContain('secret_place')
  }
}
