// Where pictures' bytes are kept and how sizes are made: interfaces that the platform fulfils.
import type { CredentialReader } from '#app/newsroom/pictures/content-credentials.ts'
import type { PictureSize } from '#db/schema/pictures.ts'

/** Bytes by key. Keys are made by the newsroom (`<publicId>/<width>.<format>`), never by a client. */
export type PictureStore = {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The bytes, or null when there are none under this key. */
  get(key: string): Promise<Uint8Array | null>
  delete(key: string): Promise<void>
}

/** A picture re-encoded into its sizes; no byte of the original's metadata is in any of them. */
export type SizedPicture = {
  width: number
  height: number
  sizes: (Omit<PictureSize, 'key'> & { data: Uint8Array })[]
  /** The file's EXIF block as it came, for the desk's facts; null when it had none. */
  exif: Uint8Array | null
  /** How it looks, as 16 hexadecimal digits; '' where there is nothing on it. newsroom/pictures/picture-likeness.ts compares. */
  looksLike: string
}

/** Why a file is no usable picture. */
export type PictureRefusal = 'not-a-picture' | 'heic' | 'too-many-pixels' | 'too-small' | 'damaged' | 'too-large'

/** Looks into an uploaded file and makes its sizes. Never throws on bad bytes. */
export type PictureSizer = {
  /** Whether this build can read HEIC, the form in which iPhones keep photos. */
  readsHeic(): Promise<boolean>
  size(bytes: Uint8Array): Promise<{ ok: true; picture: SizedPicture } | { ok: false; because: PictureRefusal }>
}

/** Makes encodings that take long to make and are small to send; nobody waits for them. */
export type SmallerEncoder = {
  /** AVIF in a few widths, of a size that is kept; empty where the bytes cannot be read. Gives way to photos that come in. */
  smaller(bytes: Uint8Array): Promise<SizedPicture['sizes']>
}

/** Files as they came, kept sealed: nobody who has the disk alone can read them, and no address serves them. */
export type OriginalStore = {
  /** Keeps a file under a picture's public id; gives how many bytes it takes. */
  keep(publicId: string, bytes: Uint8Array): Promise<{ key: string; bytes: number }>
  /** The file, or null when there is none under this key or it was not sealed here. */
  open(key: string): Promise<Uint8Array | null>
  delete(key: string): Promise<void>
}

/** What it takes to accept a picture; without `originals` nothing is kept as it came, without `credentials` none are read. */
export type PictureParts = {
  store: PictureStore
  sizer: PictureSizer
  originals?: OriginalStore
  credentials?: CredentialReader
}

/** Photos on their way: each upload is a file that grows. */
export type UploadFiles = {
  /** Writes what `pieces` gives at `from`, `most` bytes at most, and syncs; gives how many were written, also when they broke off. */
  write(id: string, from: number, pieces: AsyncIterable<Uint8Array>, most: number): Promise<Written>
  /** How many bytes the file has; 0 when there is none. */
  size(id: string): Promise<number>
  read(id: string): Promise<Uint8Array | null>
  delete(id: string): Promise<void>
  /** The ids of files that nobody wrote to since `before`. */
  untouchedSince(before: Date): Promise<string[]>
}

/** `tooMuch`: more came than fits. `brokeOff`: the sender was cut off in the middle. */
export type Written = { bytes: number; tooMuch: boolean; brokeOff: boolean }
