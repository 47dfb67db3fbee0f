// A photo as a phone makes one: it says where it was taken, and with what.
import ExifReader from 'exifreader'
import sharp from 'sharp'
import { expect } from 'vitest'
import type { House } from './house.ts'

/** What the photo's file says of itself and nobody but the desk may ever read. */
export const secretOfPhoto = {
  camera: 'Kameramarke Zwoelf',
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

type PhotoFile = { name: string; mimeType: string; buffer: Buffer }

/** A JPEG whose camera was held sideways: stored 1200 × 800, upright 800 × 1200, with a red corner at the upright top left. */
export async function photoOnItsSide(): Promise<PhotoFile> {
  const stored = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="#456"/>' +
      '<rect x="0" y="560" width="240" height="240" fill="#e01010"/></svg>',
  )
  const buffer = await sharp(stored).withMetadata({ orientation: 6 }).jpeg({ quality: 90 }).toBuffer()
  return { name: 'IMG_side.jpg', mimeType: 'image/jpeg', buffer }
}

/** A drawing without any facts in it. */
export async function pngPicture(): Promise<PhotoFile> {
  const canvas = { width: 640, height: 480, channels: 4 as const, background: { r: 40, g: 90, b: 60, alpha: 0.8 } }
  return { name: 'drawing.png', mimeType: 'image/png', buffer: await sharp({ create: canvas }).png().toBuffer() }
}

/** Twelve megapixels with grain, as a phone makes them. */
export async function largePhoto(): Promise<PhotoFile> {
  const [width, height] = [4000, 3000]
  const grain = Buffer.alloc(width * height * 3)
  for (let at = 0, seed = 7; at < grain.length; at++) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    grain[at] = 90 + (at % (width * 3)) / 150 + ((seed >> 16) & 31)
  }
  const buffer = await sharp(grain, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
  return { name: 'IMG_large.jpg', mimeType: 'image/jpeg', buffer }
}

/** What begins like the HEIC of an iPhone, in a coding that this browser cannot read. */
export function heicLike(): PhotoFile {
  const head = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')])
  return { name: 'IMG_0001.HEIC', mimeType: 'image/heic', buffer: Buffer.concat([head, Buffer.alloc(5000, 7)]) }
}
