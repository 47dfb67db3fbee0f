// Looks into uploaded pictures and re-encodes them, so that no byte of the file itself is ever served.
import { fileTypeFromBuffer } from 'file-type'
import sharp from 'sharp'
import type {
  PictureRefusal,
  PictureSizer,
  SizedPicture,
  SmallerEncoder,
} from '#app/newsroom/pictures/picture-store.ts'
import { LOOK_SIDE, lookOf } from './picture-look.ts'

const mostBytes = 15 * 1024 * 1024
const mostPixels = 50_000_000
const leastSide = 200
const widths = [400, 800, 1600]
// Wider ones cost a second and more each; at this effort and quality they look as the WebP does and are a third smaller.
const smallerWidths = [400, 800, 1200]
const avif = { quality: 52, effort: 3 } as const
const takenTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif', 'image/avif']
// A build without the decoder of HEIC still reads AVIF, which lies in the same kind of file.
const readsHeic = (sharp.format.heif.input.fileSuffix ?? []).includes('.heic')
const refuse = (because: PictureRefusal) => ({ ok: false as const, because })

/** Opens the sizer. One picture at a time: another would only make both slower and the server deaf. */
export function openPictureSizer(): PictureSizer & SmallerEncoder {
  blockOtherLoaders()
  let last: Promise<unknown> = Promise.resolve()
  return {
    readsHeic: async () => readsHeic,
    size(bytes) {
      const mine = last.then(() => look(bytes))
      last = mine.catch(() => {})
      return mine
    },
    async smaller(bytes) {
      const sizes: SizedPicture['sizes'] = []
      try {
        const { width: full } = await open(bytes).metadata()
        for (const width of [...new Set(smallerWidths.map((one) => Math.min(one, full)))]) {
          await last // whoever waits for a photo comes first
          const made = await open(bytes).resize({ width }).avif(avif).toBuffer({ resolveWithObject: true })
          const { data, info } = made
          sizes.push({ width: info.width, height: info.height, format: 'avif', bytes: data.byteLength, data })
        }
        return sizes
      } catch {
        return []
      }
    },
  }
}

async function look(bytes: Uint8Array): ReturnType<PictureSizer['size']> {
  if (bytes.byteLength > mostBytes) return refuse('too-large')
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!type || !takenTypes.includes(type.mime)) return refuse('not-a-picture')
  if (/hei[cf]$/.test(type.mime) && !readsHeic) return refuse('heic')
  try {
    const about = await open(bytes).metadata()
    if (!takesFormat(about.format)) return refuse('not-a-picture')
    if (about.width * about.height > mostPixels) return refuse('too-many-pixels')
    if (Math.min(about.width, about.height) < leastSide) return refuse('too-small')
    const made = await makeSizes(bytes, about.autoOrient.width)
    return { ok: true, picture: { ...made, exif: about.exif ?? null } }
  } catch (error) {
    return refuse(error instanceof Error && /pixel limit/i.test(error.message) ? 'too-many-pixels' : 'damaged')
  }
}

// Every option here closes a way to make a small file expensive.
function open(bytes: Uint8Array) {
  return sharp(bytes, { limitInputPixels: mostPixels, pages: 1, failOn: 'error', sequentialRead: true }).timeout({
    seconds: 20,
  })
}

async function makeSizes(bytes: Uint8Array, fullWidth: number): Promise<Omit<SizedPicture, 'exif'>> {
  // Decoded once, at the largest width served; the smaller ones are cut from that.
  const largest = Math.min(fullWidth, Math.max(...widths))
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width: largest, withoutEnlargement: true })
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const sizes: SizedPicture['sizes'] = []
  for (const width of [...new Set(widths.map((width) => Math.min(width, largest)))]) {
    const scaled = sharp(data, { raw }).resize({ width })
    for (const format of ['webp', 'jpeg'] as const) {
      const encoded =
        format === 'webp' ? scaled.clone().webp({ quality: 78, effort: 2 }) : scaled.clone().jpeg({ quality: 80 })
      const made = await encoded.toBuffer({ resolveWithObject: true })
      sizes.push({
        width: made.info.width,
        height: made.info.height,
        format,
        bytes: made.data.byteLength,
        data: made.data,
      })
    }
  }
  const square = sharp(data, { raw }).greyscale().resize(LOOK_SIDE, LOOK_SIDE, { fit: 'fill' })
  const looksLike = lookOf(await square.toColourspace('b-w').raw().toBuffer())
  return { width: info.width, height: info.height, sizes, looksLike }
}

function takesFormat(format: string | undefined): boolean {
  return format === 'jpeg' || format === 'png' || format === 'webp' || format === 'heif'
}

function blockOtherLoaders() {
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  })
}
