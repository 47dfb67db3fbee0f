// Takes in the bytes of a picture: looks at them, makes the sizes, keeps them, and gives the columns of its row.
import { randomBytes, webcrypto } from 'node:crypto'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'
import type { PictureEvidence, PictureSize } from '#db/schema/pictures.ts'
import { credentialsFrom } from './content-credentials.ts'
import { photoRules } from './photo-rules.server.ts'
import { type QuotaRefusal, quotaOf } from './picture-quotas.ts'
import type { PictureParts, PictureRefusal, PictureStore, SizedPicture } from './picture-store.ts'
import { type PictureWords, pictureWordLimits } from './picture-words.ts'
import { readEvidence, whatTheFileTells } from './what-the-file-tells.ts'

export type PictureFile = {
  bytes: Uint8Array
  fileName: string
  /** The file as the camera made it, when `bytes` is a smaller picture of it. */
  original?: Uint8Array
  /** What the device read from the file before it made it smaller. */
  told?: PictureEvidence
  /** False: the reporter wants nothing kept of what the file tells. */
  keepFacts?: boolean
} & Partial<PictureWords>

/** What every picture's row says, wherever the picture belongs. */
export type PictureRow = Awaited<ReturnType<typeof rowOf>>
export type TakenIn = { ok: true; row: PictureRow } | { ok: false; because: QuotaRefusal | PictureRefusal }

/**
 * Makes and keeps a picture's sizes: new encodings only. The file's own name and what it told stay with the desk, as far
 * as the outlet keeps them for this person. Nothing is in the database yet: the caller writes the row, or calls `letGo`.
 */
export async function takeInPicture(
  db: Reader,
  parts: PictureParts,
  what: PictureFile,
  who: Person,
  when: Date,
): Promise<TakenIn> {
  const quota = quotaOf(who)
  if (what.bytes.byteLength > quota.pictureBytes) return { ok: false, because: 'too-large' }
  if ((what.original?.byteLength ?? 0) > quota.originalBytes) return { ok: false, because: 'too-large' }
  const sized = await parts.sizer.size(what.bytes)
  if (!sized.ok) return sized
  const { keepEvidence } = await photoRules(db, parts.sizer, who)
  const keeps = what.keepFacts === false && keepEvidence !== 'original' ? 'none' : keepEvidence
  return { ok: true, row: await rowOf(parts, { what, picture: sized.picture, keeps }, who, when) }
}

/** Deletes the bytes of a picture that has no row, or none any more. */
export async function letGoPicture(
  parts: Pick<PictureParts, 'store' | 'originals'>,
  row: Pick<PictureRow, 'sizes' | 'originalKey'>,
): Promise<void> {
  await Promise.all(row.sizes.map((size) => parts.store.delete(size.key)))
  if (row.originalKey) await parts.originals?.delete(row.originalKey)
}

type Coming = {
  what: PictureFile
  picture: SizedPicture
  keeps: Awaited<ReturnType<typeof photoRules>>['keepEvidence']
}

async function rowOf(parts: PictureParts, { what, picture, keeps }: Coming, who: Person, when: Date) {
  const publicId = randomBytes(12).toString('hex')
  const sizes = await keepSizes(parts.store, publicId, picture)
  const untouched = what.original ?? what.bytes
  const original = keeps === 'original' ? await parts.originals?.keep(publicId, untouched) : undefined
  return {
    publicId,
    ownerId: who.id,
    width: picture.width,
    height: picture.height,
    sizes,
    evidence: keeps === 'none' ? {} : { ...evidenceOf(what, picture), ...(await signedIn(parts, untouched)) },
    fileName: keeps === 'none' ? '' : plainFileName(what.fileName),
    sha256: await sha256(untouched),
    originalKey: original?.key ?? null,
    looksLike: picture.looksLike,
    bytes: sizes.reduce((all, size) => all + size.bytes, original?.bytes ?? 0),
    createdAt: when,
    ...wordsIn(what),
  }
}

// What the bytes themselves say counts more than what a device said of bytes it kept.
function evidenceOf(what: PictureFile, picture: SizedPicture): PictureEvidence {
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
