// The look of drawn pictures: copies of one are alike whatever was done to them, different ones are not.
import sharp, { type Sharp } from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { ALIKE_BITS, bitsApart } from '#app/newsroom/pictures/picture-likeness.ts'
import { LOOK_SIDE, lookOf } from '#app/platform/picture-look.ts'
import { demoPictures } from '../../bin/demo/pictures.ts'

type Drawn = { name: string; bytes: Buffer; look: string; width: number; height: number }
let drawn: Drawn[]

// SVG is read here only: the house's own sizer forbids it, for the whole process, once it is opened.
beforeAll(async () => {
  drawn = await Promise.all(
    Object.entries(demoPictures).map(async ([name, { svg }]) => {
      const { data, info } = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer({ resolveWithObject: true })
      return { name, bytes: data, look: await lookIn(data), width: info.width, height: info.height }
    }),
  )
}, 60_000)

async function lookIn(bytes: Buffer): Promise<string> {
  const grey = sharp(bytes).greyscale().resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill' }).toColourspace('b-w')
  return lookOf(await grey.raw().toBuffer())
}

const copies: Record<string, (picture: Sharp, size: Drawn) => Sharp> = {
  'made small': (picture) => picture.resize(400).jpeg(),
  'compressed hard': (picture) => picture.jpeg({ quality: 25 }),
  'another format': (picture) => picture.webp({ quality: 60 }),
  // A paper-white map loses its faint lines at a fifth more, and with them its look.
  brighter: (picture) => picture.modulate({ brightness: 1.1 }).jpeg(),
  darker: (picture) => picture.modulate({ brightness: 0.8 }).jpeg(),
  'of more contrast': (picture) => picture.linear(1.15, -18).jpeg(),
  'without colour': (picture) => picture.greyscale().jpeg(),
  sharpened: (picture) => picture.sharpen().jpeg(),
  'a little cropped': (picture, { width, height }) =>
    picture
      .extract({
        left: Math.round(width * 0.02),
        top: Math.round(height * 0.02),
        width: Math.round(width * 0.96),
        height: Math.round(height * 0.96),
      })
      .jpeg(),
}

test.each(Object.keys(copies))('a copy %s looks like its picture', { timeout: 60_000 }, async (how) => {
  for (const picture of drawn) {
    const copy = await copies[how]?.(sharp(picture.bytes), picture).toBuffer()
    const look = copy ? await lookIn(copy) : ''
    expect(bitsApart(look, picture.look), `${picture.name} ${how}`).toBeLessThanOrEqual(ALIKE_BITS)
  }
})

test('no two different drawings look alike', () => {
  expect(drawn.length).toBeGreaterThan(15)
  for (const [at, one] of drawn.entries())
    for (const other of drawn.slice(0, at))
      expect(bitsApart(one.look, other.look), `${one.name} and ${other.name}`).toBeGreaterThan(ALIKE_BITS)
})

test('a picture with nothing on it has no look', async () => {
  const blank = sharp({ create: { width: 400, height: 300, channels: 3, background: '#dddddd' } })
  expect(await lookIn(await blank.png().toBuffer())).toBe('')
  expect(lookOf(new Uint8Array(10))).toBe('')
})
