// Takes in a picture for a story: looks at the bytes, makes the sizes, keeps them, and writes the row.
import { createHash, randomBytes } from 'node:crypto'
import { count, eq } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader } from '#db/client.ts'
import { type PictureSize, pictures } from '#db/schema/pictures.ts'
import { editableStory } from './editable-story.server.ts'
import type { PictureRefusal, PictureSizer, PictureStore, SizedPicture } from './picture-store.ts'
import { type PictureWords, pictureWordLimits } from './picture-words.ts'

export const pictureLimits = { bytes: 15 * 1024 * 1024, perStory: 40 } as const

export type NewPicture = { story: string; bytes: Uint8Array; fileName: string } & Partial<PictureWords>

export type AcceptedPicture = { id: string; width: number; height: number; url: string }

export type PictureAnswer =
  | { ok: true; picture: AcceptedPicture }
  | { ok: false; because: 'not-found' | 'too-many-pictures' | PictureRefusal }

/**
 * Accepts a picture for a story that is still its owner's to edit. What is kept and served are new encodings only; the
 * file's own name and what it told about place and time stay with the desk. `url` is the address of the middle size.
 */
export async function acceptPicture(
  db: Database,
  { store, sizer }: { store: PictureStore; sizer: PictureSizer },
  what: NewPicture,
  who: Person,
  when: Date,
): Promise<PictureAnswer> {
  const refusal = await roomFor(db, what.story, who)
  if (typeof refusal === 'string') return { ok: false, because: refusal }
  if (what.bytes.byteLength > pictureLimits.bytes) return { ok: false, because: 'too-large' }
  const sized = await sizer.size(what.bytes)
  if (!sized.ok) return sized

  const publicId = randomBytes(12).toString('hex')
  const sizes = await keepSizes(store, publicId, sized.picture)
  const written = await db.transaction(async (tx) => {
    const again = await roomFor(tx, what.story, who) // the story may have moved while the sizes were made
    if (typeof again === 'string') return again
    await tx
      .insert(pictures)
      .values({
        publicId,
        storyId: again.storyId,
        ownerId: who.id,
        width: sized.picture.width,
        height: sized.picture.height,
        sizes,
        evidence: sized.picture.evidence,
        fileName: plainFileName(what.fileName),
        sha256: createHash('sha256').update(what.bytes).digest('hex'),
        caption: what.caption ?? '',
        credit: what.credit ?? '',
        alt: what.decorative ? '' : (what.alt ?? ''),
        rightsConfirmed: what.rights ?? false,
        createdAt: when,
      })
      .returning({ id: pictures.id })
    return null
  })
  if (written !== null) {
    await Promise.all(sizes.map((size) => store.delete(size.key)))
    return { ok: false, because: written }
  }
  const { width, height } = sized.picture
  return { ok: true, picture: { id: publicId, width, height, url: middleSize(publicId, sizes) } }
}

async function roomFor(db: Reader, story: string, who: Person) {
  const storyId = await editableStory(db, story, who)
  if (storyId === null) return 'not-found'
  const [held] = await db.select({ pictures: count() }).from(pictures).where(eq(pictures.storyId, storyId))
  return (held?.pictures ?? 0) >= pictureLimits.perStory ? 'too-many-pictures' : { storyId }
}

async function keepSizes(store: PictureStore, publicId: string, picture: SizedPicture): Promise<PictureSize[]> {
  const sizes: PictureSize[] = []
  for (const { data, width, height, format } of picture.sizes) {
    const key = `${publicId}/${width}.${format}`
    await store.put(key, data)
    sizes.push({ width, height, format, bytes: data.byteLength, key })
  }
  return sizes
}

function middleSize(publicId: string, sizes: PictureSize[]): string {
  const widths = sizes.filter((size) => size.format === 'jpeg').sort((a, b) => a.width - b.width)
  const size = widths.find((one) => one.width >= 800) ?? widths.at(-1) ?? sizes[0]
  return `/pictures/${publicId}/${size?.width}.${size?.format}`
}

/** The last part of a path, without control characters; desks read it, no address or page of readers holds it. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(0, pictureWordLimits.fileName)
}
