// Takes in a picture for a story: looks at the bytes, makes the sizes, keeps them, and writes the row.
import { randomBytes, webcrypto } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Writer } from '#db/client.ts'
import { type PictureEvidence, type PictureSize, picturePrints, pictures } from '#db/schema/pictures.ts'
import { credentialsFrom } from './content-credentials.ts'
import { photoRules } from './photo-rules.server.ts'
import { bandsOfLook } from './picture-likeness.ts'
import { type QuotaRefusal, quotaOf } from './picture-quotas.ts'
import type { PictureParts, PictureRefusal, PictureStore, SizedPicture } from './picture-store.ts'
import { type PictureWords, pictureWordLimits } from './picture-words.ts'
import { roomFor } from './room-for-pictures.server.ts'
import { readEvidence, whatTheFileTells } from './what-the-file-tells.ts'

export type NewPicture = {
  story: string
  bytes: Uint8Array
  fileName: string
  /** The file as the camera made it, when `bytes` is a smaller picture of it. */
  original?: Uint8Array
  /** What the device read from the file before it made it smaller. */
  told?: PictureEvidence
  /** False: the reporter wants nothing kept of what the file tells. */
  keepFacts?: boolean
} & Partial<PictureWords>

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
  const quota = quotaOf(who)
  if (what.bytes.byteLength > quota.pictureBytes) return { ok: false, because: 'too-large' }
  if ((what.original?.byteLength ?? 0) > quota.originalBytes) return { ok: false, because: 'too-large' }
  const sized = await parts.sizer.size(what.bytes)
  if (!sized.ok) return sized

  const publicId = randomBytes(12).toString('hex')
  const { keepEvidence } = await photoRules(db, parts.sizer, who)
  const keeps = what.keepFacts === false && keepEvidence !== 'original' ? 'none' : keepEvidence
  const sizes = await keepSizes(parts.store, publicId, sized.picture)
  const untouched = what.original ?? what.bytes
  const original = keeps === 'original' ? await parts.originals?.keep(publicId, untouched) : undefined
  const bytes = sizes.reduce((all, size) => all + size.bytes, original?.bytes ?? 0)
  const row = {
    publicId,
    ownerId: who.id,
    width: sized.picture.width,
    height: sized.picture.height,
    sizes,
    evidence: keeps === 'none' ? {} : { ...evidenceOf(what, sized.picture), ...(await signedIn(parts, untouched)) },
    fileName: keeps === 'none' ? '' : plainFileName(what.fileName),
    sha256: await sha256(untouched),
    originalKey: original?.key ?? null,
    looksLike: sized.picture.looksLike,
    bytes,
    createdAt: when,
    ...wordsIn(what),
  }
  const because = await db.transaction(async (tx) => {
    const again = await roomFor(tx, { ...coming, bytes }, who, when) // the story may have moved while the sizes were made
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
    await Promise.all(sizes.map((size) => parts.store.delete(size.key)))
    if (original) await parts.originals?.delete(original.key)
    return { ok: false, because }
  }
  const { width, height } = sized.picture
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

// What the bytes themselves say counts more than what a device said of bytes it kept.
function evidenceOf(what: NewPicture, picture: SizedPicture): PictureEvidence {
  const read = what.original ? whatTheFileTells(what.original) : readEvidence(picture.exif ?? undefined)
  if (Object.keys(read).length > 0) return { ...read, toldBy: 'file' }
  return what.told && Object.keys(what.told).length > 0 ? { ...what.told, toldBy: 'device' } : {}
}

/** What the file's credentials say. They bind these very bytes, so only the file as it came can tell. */
async function signedIn(parts: PictureParts, file: Uint8Array): Promise<Pick<PictureEvidence, 'credentials'>> {
  const read = await parts.credentials?.read(file)
  return read ? { credentials: credentialsFrom(read.report) } : {}
}

function wordsIn(what: Partial<PictureWords>) {
  return {
    caption: what.caption ?? '',
    credit: what.credit ?? '',
    alt: what.decorative ? '' : (what.alt ?? ''),
    rightsConfirmed: what.rights ?? false,
    licence: what.licence ?? 'all-rights',
  }
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

// Not createHash: fifteen megabytes in one go would hold the event loop up.
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)).toString('hex')
}

/** The last part of a path, without control characters; desks read it, no address or page of readers holds it. */
function plainFileName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{C}/gu, '').trim().slice(0, pictureWordLimits.fileName)
}
