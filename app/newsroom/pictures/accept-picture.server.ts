// Takes in a picture for a story: its bytes, its row, and the print by which alike pictures are found.
import { eq } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Writer } from '#db/client.ts'
import { type PictureSize, picturePrints, pictures } from '#db/schema/pictures.ts'
import { bandsOfLook } from './picture-likeness.ts'
import type { QuotaRefusal } from './picture-quotas.ts'
import type { PictureParts, PictureRefusal } from './picture-store.ts'
import { roomFor } from './room-for-pictures.server.ts'
import { letGoPicture, type PictureFile, takeInPicture } from './take-in-picture.server.ts'

export type NewPicture = { story: string } & PictureFile

export type AcceptedPicture = { id: string; width: number; height: number; url: string }

export type PictureAnswer =
  | { ok: true; picture: AcceptedPicture }
  | { ok: false; because: 'not-found' | QuotaRefusal | PictureRefusal }

/** What an upload adds to the acceptance: itself, so that one upload never makes two pictures. */
export type OfUpload = { id: number; settle(tx: Writer, pictureId: number): Promise<boolean> }

/**
 * Accepts a picture for a story that is still its owner's to edit. What is served are new encodings only; the file's
 * own name and what it told stay with the desk, as far as the outlet keeps them. `url` is the address of the middle size.
 */
export async function acceptPicture(
  db: Database,
  parts: PictureParts,
  what: NewPicture,
  who: Person,
  when: Date,
  upload?: OfUpload,
): Promise<PictureAnswer | { ok: false; because: 'settled' }> {
  const coming = { story: what.story, bytes: what.bytes.byteLength, upload: upload?.id }
  const room = await roomFor(db, coming, who, when)
  if (!room.ok) return room
  const taken = await takeInPicture(db, parts, what, who, when)
  if (!taken.ok) return taken
  const { row } = taken
  const because = await db.transaction(async (tx) => {
    const again = await roomFor(tx, { ...coming, bytes: row.bytes }, who, when) // the story may have moved while the sizes were made
    if (!again.ok) return again.because
    const [written] = await tx
      .insert(pictures)
      .values({ ...row, storyId: again.storyId })
      .returning({ id: pictures.id })
    if (written) await keepPicturePrint(tx, written.id, row.looksLike)
    if (!written || !upload || (await upload.settle(tx, written.id))) return null
    await tx.delete(pictures).where(eq(pictures.id, written.id))
    return 'settled'
  })
  if (because !== null) {
    await letGoPicture(parts, row)
    return { ok: false, because }
  }
  const { publicId, width, height, sizes } = row
  return { ok: true, picture: { id: publicId, width, height, url: middleSize(publicId, sizes) } }
}

async function keepPicturePrint(tx: Writer, pictureId: number, look: string): Promise<void> {
  const rows = bandsOfLook(look).map((value, band) => ({ pictureId, band, value }))
  if (rows.length > 0) await tx.insert(picturePrints).values(rows).returning({ pictureId: picturePrints.pictureId })
}

/** The address of the size that pages of the workspace show: a JPEG about 800 wide. */
export function middleSize(publicId: string, sizes: readonly PictureSize[]): string {
  const widths = sizes.filter((size) => size.format === 'jpeg').sort((a, b) => a.width - b.width)
  const size = widths.find((one) => one.width >= 800) ?? widths.at(-1) ?? sizes[0]
  return `/pictures/${publicId}/${size?.width}.${size?.format}`
}
