// What a page needs to show pictures: addresses of their sizes, by format, with width and height.
import { inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { type PictureSize, pictures } from '#db/schema/pictures.ts'
import { type LicenceMark, licenceMark } from './licences.ts'

/** One picture as the renderer of copy looks it up. `src` is a JPEG of about 800 px for browsers that know no more. */
export type PictureLook = {
  alt: string
  width: number
  height: number
  sources: { type: string; srcset: string }[]
  src: string
  /** The terms under which readers may use it; null when there is nothing to grant. */
  licence: LicenceMark | null
}

/** The looks of the pictures with these public ids; ids that name none are left out. */
export async function pictureLooks(db: Reader, publicIds: readonly string[]): Promise<Map<string, PictureLook>> {
  if (publicIds.length === 0) return new Map()
  const rows = await db
    .select(lookColumns)
    .from(pictures)
    .where(inArray(pictures.publicId, [...new Set(publicIds)]))
  return new Map(rows.map((row) => [row.publicId, lookOfPicture(row)]))
}

const lookColumns = {
  publicId: pictures.publicId,
  width: pictures.width,
  height: pictures.height,
  sizes: pictures.sizes,
  alt: pictures.alt,
  licence: pictures.licence,
}

/** The row of a picture, wherever it belongs, as a page shows it. */
export type ShownPicture = Parameters<typeof lookOfPicture>[0]

const byPreference = ['avif', 'webp', 'jpeg'] as const

/** How a page shows the picture of this row. */
export function lookOfPicture(row: {
  publicId: string
  width: number
  height: number
  sizes: PictureSize[]
  alt: string
  licence: string
}): PictureLook {
  const address = (size: PictureSize) => `/pictures/${row.publicId}/${size.width}.${size.format}`
  const inOrder = [...row.sizes].sort((a, b) => a.width - b.width)
  const sources = byPreference.flatMap((format) => {
    const srcset = inOrder.filter((size) => size.format === format).map((size) => `${address(size)} ${size.width}w`)
    return srcset.length > 0 ? [{ type: `image/${format}`, srcset: srcset.join(', ') }] : []
  })
  const plain = inOrder.filter((size) => size.format === 'jpeg')
  const middle = plain.find((size) => size.width >= 800) ?? plain.at(-1) ?? inOrder.at(-1)
  return {
    alt: row.alt,
    width: row.width,
    height: row.height,
    sources,
    src: middle ? address(middle) : '',
    licence: licenceMark(row.licence),
  }
}
