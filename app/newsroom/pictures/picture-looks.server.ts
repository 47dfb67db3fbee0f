// What a page needs to show pictures: addresses of their sizes, by format, with width and height.
import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { type PictureSize, pictures } from '#db/schema/pictures.ts'
import { stories } from '#db/schema/story.ts'

/** One picture as the renderer of copy looks it up. `src` is a JPEG of about 800 px for browsers that know no more. */
export type PictureLook = {
  alt: string
  width: number
  height: number
  sources: { type: string; srcset: string }[]
  src: string
}

/** A picture of a draft as its writer's page knows it. */
export type DraftPicture = PictureLook & { id: string; caption: string; credit: string; rights: boolean }

/** The looks of the pictures with these public ids; ids that name none are left out. */
export async function pictureLooks(db: Reader, publicIds: readonly string[]): Promise<Map<string, PictureLook>> {
  if (publicIds.length === 0) return new Map()
  const rows = await db
    .select(lookColumns)
    .from(pictures)
    .where(inArray(pictures.publicId, [...new Set(publicIds)]))
  return new Map(rows.map((row) => [row.publicId, look(row)]))
}

/** Every picture that was added to a story, oldest first, by the story's public id. Ask first who may see it. */
export async function picturesOfStory(db: Reader, story: string): Promise<DraftPicture[]> {
  const rows = await db
    .select({ ...lookColumns, caption: pictures.caption, credit: pictures.credit, rights: pictures.rightsConfirmed })
    .from(pictures)
    .innerJoin(stories, eq(stories.id, pictures.storyId))
    .where(eq(stories.publicId, story))
    .orderBy(pictures.id)
  return rows.map((row) => ({
    id: row.publicId,
    caption: row.caption,
    credit: row.credit,
    rights: row.rights,
    ...look(row),
  }))
}

const lookColumns = {
  publicId: pictures.publicId,
  width: pictures.width,
  height: pictures.height,
  sizes: pictures.sizes,
  alt: pictures.alt,
}

const byPreference = ['avif', 'webp', 'jpeg'] as const

function look(row: {
  publicId: string
  width: number
  height: number
  sizes: PictureSize[]
  alt: string
}): PictureLook {
  const address = (size: PictureSize) => `/pictures/${row.publicId}/${size.width}.${size.format}`
  const inOrder = [...row.sizes].sort((a, b) => a.width - b.width)
  const sources = byPreference.flatMap((format) => {
    const srcset = inOrder.filter((size) => size.format === format).map((size) => `${address(size)} ${size.width}w`)
    return srcset.length > 0 ? [{ type: `image/${format}`, srcset: srcset.join(', ') }] : []
  })
  const plain = inOrder.filter((size) => size.format === 'jpeg')
  const middle = plain.find((size) => size.width >= 800) ?? plain.at(-1) ?? inOrder.at(-1)
  return { alt: row.alt, width: row.width, height: row.height, sources, src: middle ? address(middle) : '' }
}
