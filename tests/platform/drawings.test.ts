// What the house draws: whole files of the size that was asked for, with the words on them, once.
import sharp, { type Region } from 'sharp'
import { expect, test } from 'vitest'
import { cardSize, type Drawing, iconLines } from '#app/newsroom/wire/drawings.ts'
import { openDrawingBoard } from '#app/platform/drawings.server.ts'
import { openPictureSizer } from '#app/platform/picture-sizes.server.ts'

const board = openDrawingBoard()
openPictureSizer() // closes the loaders of other formats for the whole process, as in the house

const card: Extract<Drawing, { kind: 'card' }> = {
  kind: 'card',
  ...cardSize,
  headline: 'Bridge opens after two years',
  kicker: 'Exercises',
  outlet: 'The Test Courier',
  colour: '#b3261e',
  rightToLeft: false,
  photo: null,
}

test.each([
  ['Latin', 'Bridge opens after two years'],
  ['Cyrillic', 'Мостът над реката е отворен за коли след две години'],
  ['Arabic', 'افتتح الجسر فوق النهر اليوم بعد عامين'],
  ['marks of markup', '<b>5 < 6 && "7" > \'2\'</span> &amp; 🚜'],
  ['five hundred words', 'verylongwordwithoutanyspace '.repeat(500)],
  ['one endless word', 'x'.repeat(3000)],
  ['control characters', 'Bell \u0007 and \u0000 half a pair \ud83d'],
])('a headline of %s is set on a card of 1200 × 630', async (_, headline) => {
  const blank = await board.draw({ ...card, headline: '' })
  const file = await board.draw({ ...card, headline })
  const { width, height, format } = await sharp(file).metadata()
  expect([format, width, height]).toEqual(['png', 1200, 630])
  expect(await darkIn(file)).toBeGreaterThan((await darkIn(blank)) + 500)
})

test('nothing of a headline is where the edge of the card is', async () => {
  const file = await board.draw({ ...card, headline: 'Мостът над реката е отворен '.repeat(40), kicker: '' })
  for (const edge of [
    { left: 0, top: 14, width: 40, height: 616 },
    { left: 1160, top: 14, width: 40, height: 616 },
    { left: 0, top: 590, width: 1200, height: 40 },
  ])
    expect(await darkIn(await sharp(file).extract(edge).png().toBuffer())).toBe(0)
})

test('the photo stands at the end of the lines, which in Arabic is the left', async () => {
  const photo = async () =>
    sharp({ create: { width: 800, height: 600, channels: 3, background: '#00ff00' } })
      .jpeg()
      .toBuffer()
  const left = { left: 100, top: 300, width: 1, height: 1 }
  const right = { left: 1100, top: 300, width: 1, height: 1 }
  const english = await board.draw({ ...card, photo: 'a/800.jpeg' }, photo)
  const arabic = await board.draw({ ...card, rightToLeft: true, photo: 'a/800.jpeg' }, photo)
  expect([await greenAt(english, right), await greenAt(english, left)]).toEqual([true, false])
  expect([await greenAt(arabic, right), await greenAt(arabic, left)]).toEqual([false, true])
})

test('a crop has the size that was said of it, and no facts of the file', async () => {
  const source = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#336699' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: 'secret' } })
    .toBuffer()
  const file = await board.draw({ kind: 'crop', photo: 'b/900.jpeg', width: 800, height: 600 }, async () => source)
  const { width, height, format, exif } = await sharp(file).metadata()
  expect([format, width, height, exif]).toEqual(['jpeg', 800, 600, undefined])
})

test('the icon is drawn in the paper’s colour at every size', async () => {
  for (const side of [180, 192, 512]) {
    const file = await board.draw({ kind: 'icon', side, colour: '#17603a', lines: iconLines })
    const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([side, side])
    expect([...data.subarray(0, 3)]).toEqual([0x17, 0x60, 0x3a])
  }
})

test('the same drawing is drawn once, also when many ask together; what failed is tried again', async () => {
  let asked = 0
  const photo = async () => {
    asked += 1
    return asked === 1
      ? null
      : sharp({ create: { width: 500, height: 500, channels: 3, background: '#fff' } })
          .jpeg()
          .toBuffer()
  }
  const crop = { kind: 'crop' as const, photo: 'once/500.jpeg', width: 300, height: 300 }
  await expect(board.draw(crop, photo)).rejects.toThrow()
  const files = await Promise.all([board.draw(crop, photo), board.draw(crop, photo), board.draw(crop, photo)])
  expect(new Set(files).size).toBe(1)
  expect(await board.draw(crop, photo)).toBe(files[0])
  expect(asked).toBe(2)
})

/** How many pixels are darker than the grey of the small words. */
async function darkIn(file: Uint8Array): Promise<number> {
  const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
  let dark = 0
  for (let at = 0; at < data.length; at += info.channels) if ((data[at] ?? 255) < 60) dark += 1
  return dark
}

async function greenAt(file: Uint8Array, place: Region): Promise<boolean> {
  const [red = 0, green = 0] = await sharp(file).extract(place).removeAlpha().raw().toBuffer()
  return green > 200 && red < 60
}
