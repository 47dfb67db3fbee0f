// Reads from a picture's EXIF block the few facts the desk checks a photo by; on the server, and on the device to show them first.
import type { PictureEvidence } from '#db/schema/pictures.ts'
import { exifBlock } from './exif-block.ts'

export type { PictureEvidence }

type Tag = number | string | number[]

/** What a picture's file tells about when, where and with what it was taken. Never throws. */
export function whatTheFileTells(file: Uint8Array): PictureEvidence {
  return readEvidence(exifBlock(file) ?? undefined)
}

/** How the camera was held, as EXIF counts it: 1 upright, 6 and 8 on its side, 3 upside down. 1 when the file says nothing. */
export function orientationIn(file: Uint8Array): number {
  const exif = exifBlock(file)
  if (!exif) return 1
  try {
    const tiff = new TiffReader(exif)
    const said = tiff.directory(tiff.firstDirectory()).get(0x0112)
    return typeof said === 'number' && said >= 1 && said <= 8 ? said : 1
  } catch {
    return 1
  }
}

/** What the EXIF bytes (with or without their `Exif\0\0` head) tell. Never throws: evidence is a help, not a duty. */
export function readEvidence(exif: Uint8Array | undefined): PictureEvidence {
  if (!exif) return {}
  try {
    return evidenceOf(new TiffReader(exif))
  } catch {
    return {} // cut off or made up
  }
}

function evidenceOf(tiff: TiffReader): PictureEvidence {
  const main = tiff.directory(tiff.firstDirectory())
  const photo = tiff.directory(main.get(0x8769))
  const gps = tiff.directory(main.get(0x8825))
  const camera = [main.get(0x010f), main.get(0x0110)].filter((part) => typeof part === 'string' && part !== '')
  const evidence: PictureEvidence = {}
  const capturedAt = instantOf(photo.get(0x9003) ?? main.get(0x0132), photo.get(0x9011))
  if (capturedAt) evidence.capturedAt = capturedAt
  if (camera.length) evidence.camera = [...new Set(camera)].join(' ').slice(0, 120)
  const software = main.get(0x0131)
  if (typeof software === 'string' && software) evidence.software = software.slice(0, 120)
  const latitude = degreesOf(gps.get(2), gps.get(1), 'S', 90)
  const longitude = degreesOf(gps.get(4), gps.get(3), 'W', 180)
  if (latitude !== null && longitude !== null) evidence.place = { latitude, longitude }
  return evidence
}

// `2026:05:06 12:00:00`: the camera's own clock, with its offset from UTC when the camera knew it.
function instantOf(tag: Tag | undefined, offset: Tag | undefined): string | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(typeof tag === 'string' ? tag : '')
  if (!parts) return null
  const [, year, month, day, hours, minutes, seconds] = parts
  const zone = typeof offset === 'string' && /^[+-]\d\d:\d\d$/.test(offset) ? offset : ''
  const text = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}${zone}`
  return Number.isNaN(Date.parse(text)) ? null : text
}

function degreesOf(parts: Tag | undefined, half: Tag | undefined, negative: string, most: number): number | null {
  if (!Array.isArray(parts) || parts.length < 3) return null
  const [degrees = 0, minutes = 0, seconds = 0] = parts
  const value = degrees + minutes / 60 + seconds / 3600
  if (!Number.isFinite(value) || value > most) return null
  const rounded = Math.round(value * 1e6) / 1e6
  return half === negative ? -rounded : rounded
}

// EXIF is a small TIFF file: directories of 12-byte entries that hold a value or say where it is.
class TiffReader {
  readonly #bytes: DataView
  readonly #little: boolean

  constructor(exif: Uint8Array) {
    const head = String.fromCharCode(...exif.subarray(0, 4)) === 'Exif' ? 6 : 0
    this.#bytes = new DataView(exif.buffer, exif.byteOffset + head, exif.byteLength - head)
    this.#little = this.#bytes.getUint16(0) === 0x4949
  }

  firstDirectory(): number {
    return this.#bytes.getUint32(4, this.#little)
  }

  directory(at: Tag | undefined): Map<number, Tag> {
    const tags = new Map<number, Tag>()
    if (typeof at !== 'number') return tags
    const count = Math.min(this.#bytes.getUint16(at, this.#little), 200)
    for (let entry = at + 2; entry < at + 2 + count * 12; entry += 12) {
      const value = this.#value(entry)
      if (value !== null) tags.set(this.#bytes.getUint16(entry, this.#little), value)
    }
    return tags
  }

  #value(entry: number): Tag | null {
    const type = this.#bytes.getUint16(entry + 2, this.#little)
    const count = this.#bytes.getUint32(entry + 4, this.#little)
    const width = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 }[type]
    if (width === undefined || count === 0 || count > 1000) return null
    const at = width * count <= 4 ? entry + 8 : this.#bytes.getUint32(entry + 8, this.#little)
    if (at + width * count > this.#bytes.byteLength) return null
    if (type === 2) return this.#text(at, count)
    const numbers = Array.from({ length: count }, (_, i) => this.#number(type, at + i * width))
    return numbers.length === 1 ? (numbers[0] ?? null) : numbers
  }

  #text(at: number, count: number): string {
    const bytes = new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + at, count)
    const text = new TextDecoder('utf-8').decode(bytes).split('\0')[0] ?? ''
    return text.replaceAll(/\p{Cc}/gu, '').trim()
  }

  #number(type: number, at: number): number {
    if (type === 1) return this.#bytes.getUint8(at)
    if (type === 3) return this.#bytes.getUint16(at, this.#little)
    if (type === 4) return this.#bytes.getUint32(at, this.#little)
    return this.#bytes.getUint32(at, this.#little) / this.#bytes.getUint32(at + 4, this.#little)
  }
}
