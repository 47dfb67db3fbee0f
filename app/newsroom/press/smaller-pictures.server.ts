// Smaller encodings of published pictures: asked for when an edition is printed, made one after the other when nobody waits.
import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { type PaperNews, paperChanged } from '#app/newsroom/outlet/paper-changes.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { pictureLooks } from '#app/newsroom/pictures/picture-looks.server.ts'
import type { PictureStore, SmallerEncoder } from '#app/newsroom/pictures/picture-store.ts'
import type { Database, Reader, Writer } from '#db/client.ts'
import { type PictureSize, pictureEncodings, pictures } from '#db/schema/pictures.ts'
import { partsOfStory } from './parts-of-story.server.ts'
import type { SmallerSources } from './smaller-sources.ts'

const TRIES = 3

/** The smaller encodings that are ready, of these pictures. */
export async function smallerSources(db: Reader, publicIds: readonly string[]): Promise<SmallerSources> {
  const looks = await pictureLooks(db, publicIds)
  return new Map(
    [...looks].flatMap(([id, { sources }]) => {
      const smaller = sources.find(({ type }) => type === 'image/avif')
      return smaller ? [[id, smaller] as const] : []
    }),
  )
}

/** Asks for smaller encodings of pictures that readers get from now on; asked again, it is the same. */
export async function askForSmaller(tx: Writer, publicIds: readonly string[], when: Date): Promise<void> {
  if (publicIds.length === 0) return
  const found = await tx
    .select({ id: pictures.id })
    .from(pictures)
    .where(inArray(pictures.publicId, [...new Set(publicIds)]))
  if (found.length === 0) return
  await tx
    .insert(pictureEncodings)
    .values(found.map(({ id }) => ({ pictureId: id, askedAt: when })))
    .onConflictDoNothing()
    .returning({ id: pictureEncodings.pictureId })
}

/**
 * Makes those of the picture that waits longest; false when none waits. A picture whose encodings cannot be made, or that
 * broke off a process, is given up after three tries: readers have its other encodings.
 */
export async function makeSmaller(
  db: Database,
  parts: { store: PictureStore; encoder: SmallerEncoder },
  when: Date,
  press: PaperNews,
): Promise<boolean> {
  const [waiting] = await db
    .select({ id: pictures.id, publicId: pictures.publicId, sizes: pictures.sizes })
    .from(pictureEncodings)
    .innerJoin(pictures, eq(pictures.id, pictureEncodings.pictureId))
    .where(and(isNull(pictureEncodings.doneAt), lt(pictureEncodings.tries, TRIES)))
    .orderBy(asc(pictureEncodings.tries), asc(pictureEncodings.askedAt), asc(pictureEncodings.pictureId))
    .limit(1)
  if (!waiting) return false
  const mine = eq(pictureEncodings.pictureId, waiting.id)
  await db.transaction((tx) =>
    tx
      .update(pictureEncodings)
      .set({ tries: sql`${pictureEncodings.tries} + 1` })
      .where(mine)
      .returning({ id: pictureEncodings.pictureId }),
  )
  const made = await encoded(parts, waiting)
  await db.transaction(async (tx) => {
    const [row] = await tx.select().from(pictures).where(eq(pictures.id, waiting.id))
    if (!row) return
    const sizes = [...row.sizes.filter(({ format }) => format !== 'avif'), ...made]
    const bytes = row.bytes + made.reduce((all, size) => all + size.bytes, 0)
    if (made.length > 0)
      await tx.update(pictures).set({ sizes, bytes }).where(eq(pictures.id, row.id)).returning({ id: pictures.id })
    await tx.update(pictureEncodings).set({ doneAt: when }).where(mine).returning({ id: pictureEncodings.pictureId })
    if (made.length === 0) return
    // A picture may stand in lists of other stories too, as their related one.
    await paperChanged(tx, [...(await partsOfStory(tx, row.storyId)), paperKeys.lists], when)
  })
  if (made.length > 0) await press.afterwards()
  return true
}

async function encoded(
  { store, encoder }: { store: PictureStore; encoder: SmallerEncoder },
  { publicId, sizes }: { publicId: string; sizes: PictureSize[] },
): Promise<PictureSize[]> {
  const largest = sizes.filter(({ format }) => format === 'jpeg').sort((a, b) => b.width - a.width)[0]
  const bytes = largest && (await store.get(largest.key))
  if (!bytes) return []
  const made: PictureSize[] = []
  for (const { data, ...size } of await encoder.smaller(bytes)) {
    const key = `${publicId}/${size.width}.${size.format}`
    await store.put(key, data)
    made.push({ ...size, key })
  }
  return made
}
