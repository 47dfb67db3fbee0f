// Draws cards, crops and icons as files. Words are set by the machine's own fonts, so every script runs as it should.
import sharp from 'sharp'
import type { Drawing, DrawingBoard } from '#app/newsroom/wire/drawings.ts'

const mostBytes = 16 * 1024 * 1024
const mostPixels = 50_000_000

/** Opens the board. One drawing at a time; what was drawn is kept in memory, the least lately asked for goes first. */
export function openDrawingBoard(): DrawingBoard {
  const drawn = new Map<string, Uint8Array>()
  const underway = new Map<string, Promise<Uint8Array>>()
  let bytes = 0
  let last: Promise<unknown> = Promise.resolve()

  function keep(key: string, made: Uint8Array) {
    drawn.set(key, made)
    bytes += made.byteLength
    for (const [oldest, file] of drawn) {
      if (bytes <= mostBytes || oldest === key) break
      drawn.delete(oldest)
      bytes -= file.byteLength
    }
  }

  return {
    async draw(what, photo = async () => null) {
      const key = JSON.stringify(what)
      const known = drawn.get(key)
      if (known) {
        drawn.delete(key)
        drawn.set(key, known)
        return known
      }
      const begun = underway.get(key)
      if (begun !== undefined) return begun
      const mine = last.then(() => made(what, photo))
      last = mine.catch(() => {})
      underway.set(key, mine)
      try {
        const file = await mine
        keep(key, file)
        return file
      } finally {
        underway.delete(key)
      }
    },
  }
}

async function made(what: Drawing, photo: (key: string) => Promise<Uint8Array | null>): Promise<Uint8Array> {
  if (what.kind === 'icon') return icon(what)
  const bytes = what.photo === null ? null : await photo(what.photo)
  if (what.kind === 'card') return card(what, bytes)
  if (bytes === null) throw new Error('the picture of a crop is not in the store')
  return opened(bytes)
    .resize({ width: what.width, height: what.height, fit: 'cover', position: 'attention' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

// ---- the card ------------------------------------------------------------------------------------------------------

const mostLetters = 300
const margin = 64
const bar = 14
const photoWidth = 440
const serif = 'Charter, Bitstream Charter, DejaVu Serif, Noto Serif, Noto Naskh Arabic, serif'
const sans = 'DejaVu Sans, Noto Sans, Noto Sans Arabic, sans-serif'
const ink = '#1a1a1a'

type Card = Extract<Drawing, { kind: 'card' }>
type Block = { data: Buffer; width: number; height: number }

async function card(what: Card, photo: Uint8Array | null): Promise<Uint8Array> {
  const { width, height } = what
  const room = width - 2 * margin - (photo ? photoWidth : 0)
  const kicker = await words(what.kicker, `${sans} bold`, 26, what.colour, { width: room, height: 34 })
  const outlet = await words(what.outlet, `${sans}`, 28, '#555555', { width: room, height: 40 })
  const top = bar + margin + (kicker ? kicker.height + 24 : 0)
  const foot = outlet ? outlet.height + 32 : 0
  const headline = await headlineIn(what.headline, { width: room, height: height - top - foot - margin })
  const from = what.rightToLeft && photo ? photoWidth + margin : margin
  const at = (block: Block | null, y: number) =>
    block ? [placed(block, what.rightToLeft ? from + room - block.width : from, y)] : []
  const picture = photo
    ? await opened(photo)
        .resize({ width: photoWidth, height: height - bar, fit: 'cover', position: 'attention' })
        .toBuffer()
    : null
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([
      { input: { create: { width, height: bar, channels: 3, background: what.colour } }, left: 0, top: 0 },
      ...(picture ? [{ input: picture, left: what.rightToLeft ? 0 : width - photoWidth, top: bar }] : []),
      ...at(kicker, bar + margin),
      ...at(headline, top),
      ...at(outlet, height - margin - (outlet?.height ?? 0)),
    ])
    .png({ compressionLevel: 9 })
    .toBuffer()
}

// The largest of a few sizes in which the whole headline fits; the smallest is cut where the card ends.
async function headlineIn(headline: string, room: { width: number; height: number }): Promise<Block | null> {
  for (const size of [60, 52, 44, 36]) {
    const block = await words(headline, `${serif} bold`, size, ink, { ...room, height: Number.POSITIVE_INFINITY })
    if (block === null || block.height <= room.height) return block
  }
  return words(headline, `${serif} bold`, 30, ink, room)
}

/** Words as pixels, cut at `room`; null when there are none or this machine has no font for any of them. */
async function words(
  text: string,
  font: string,
  size: number,
  colour: string,
  room: { width: number; height: number },
): Promise<Block | null> {
  const line = shortened(text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  if (line === '') return null
  // Points are pixels at 72 to the inch. In Arabic `left` is where a line begins, which is at the right.
  const spaced = { dpi: 72, align: 'left' as const, wrap: 'word-char' as const, spacing: Math.round(size / 6) }
  const said = { text: `<span foreground="${colour}">${markup(line)}</span>`, font: `${font} ${size}`, rgba: true }
  try {
    const set = sharp({ text: { ...said, ...spaced, width: room.width } })
    const { data, info } = await set.raw().toBuffer({ resolveWithObject: true })
    const block = { data, width: info.width, height: info.height }
    if (block.width <= room.width && block.height <= room.height) return block
    const height = Math.min(block.height, room.height)
    const width = Math.min(block.width, room.width)
    const cut = await sharp(data, { raw: { width: block.width, height: block.height, channels: 4 } })
      .extract({ left: 0, top: 0, width, height })
      .raw()
      .toBuffer()
    return { data: cut, width, height }
  } catch {
    return null
  }
}

// More than a card can hold is not even set: a text of thousands of lines has no picture.
function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= mostLetters ? text : `${letters.slice(0, mostLetters).join('')}…`
}

// Pango's markup is XML.
function markup(text: string): string {
  return text
    .replace(/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

function placed({ data, width, height }: Block, left: number, top: number) {
  return { input: data, raw: { width, height, channels: 4 as const }, left: Math.max(0, left), top: Math.max(0, top) }
}

// ---- the icon, and pictures of the store ---------------------------------------------------------------------------

function icon({ side, colour, lines }: Extract<Drawing, { kind: 'icon' }>): Promise<Uint8Array> {
  const unit = side / 16
  const bars = lines.map(([x, y, width]) => ({
    input: {
      create: {
        width: Math.round(width * unit),
        height: Math.round(2 * unit),
        channels: 3 as const,
        background: '#ffffff',
      },
    },
    left: Math.round(x * unit),
    top: Math.round(y * unit),
  }))
  return sharp({ create: { width: side, height: side, channels: 3, background: colour } })
    .composite(bars)
    .png({ compressionLevel: 9 })
    .toBuffer()
}

// The store holds only what this house encoded; the limits are there all the same.
function opened(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).timeout({ seconds: 10 })
}
