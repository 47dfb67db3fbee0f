// Where pictures' bytes are kept and how sizes are made: interfaces that the platform fulfils.
import type { PictureEvidence, PictureSize } from '#db/schema/pictures.ts'

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
  evidence: PictureEvidence
}

/** Why a file is no usable picture. */
export type PictureRefusal = 'not-a-picture' | 'too-many-pixels' | 'too-small' | 'damaged' | 'too-large'

/** Looks into an uploaded file and makes its sizes. Never throws on bad bytes. */
export type PictureSizer = {
  size(bytes: Uint8Array): Promise<{ ok: true; picture: SizedPicture } | { ok: false; because: PictureRefusal }>
}
