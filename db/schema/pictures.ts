// Pictures: what was accepted, its sizes, and the evidence only the desk may see.
import { boolean, id, index, integer, json, primaryKey, table, text, timestamp, uniqueIndex } from '../columns.ts'
import { people } from './people.ts'
import { stories } from './story.ts'

export type PictureSize = {
  width: number
  height: number
  format: 'avif' | 'webp' | 'jpeg'
  bytes: number
  key: string
}

/** What the file itself told; never served to the public. */
export type PictureEvidence = {
  capturedAt?: string
  camera?: string
  software?: string
  place?: { latitude: number; longitude: number }
  /** What the file's content credentials (C2PA) say, when it carries any. */
  credentials?: { state: 'valid' | 'invalid' | 'unknown-signer'; issuer?: string; generator?: string; claims: string[] }
  /** Who read it: the server from the bytes themselves, or the reporter's device before it made the picture smaller. */
  toldBy?: 'file' | 'device'
}

/** What was told about a photo when it was begun, kept until its last piece is there. */
export type UploadAbout = {
  fileName?: string
  /** How many of the bytes, at the end, are the file as it came: 0 when only the picture is sent. */
  originalBytes?: number
  /** False: the reporter wants nothing kept of what the file tells. */
  keepFacts?: boolean
  told?: PictureEvidence
  words?: {
    caption: string
    credit: string
    alt: string
    decorative: boolean
    rights: boolean
    licence: string
  }
}

/** What is kept of every photo, of a story or of a live entry: whose it is, its sizes, what its file told, its words. */
export const photoColumns = () => ({
  ownerId: integer('owner_id')
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' }),
  width: integer('width').notNull(),
  height: integer('height').notNull(),
  sizes: json<PictureSize[]>('sizes').notNull(),
  evidence: json<PictureEvidence>('evidence').notNull(),
  /** The name the file had on the reporter's device: desk only. */
  fileName: text('file_name').notNull().default(''),
  sha256: text('sha256').notNull(),
  alt: text('alt').notNull().default(''),
  credit: text('credit').notNull().default(''),
  caption: text('caption').notNull().default(''),
  /** "I took this photo or may publish it." */
  rightsConfirmed: boolean('rights_confirmed').notNull().default(false),
  /** Under which licence readers get it: newsroom/pictures/licences.ts. */
  licence: text('licence').notNull().default('all-rights'),
  /** Where the file as it came is kept, sealed, when the outlet keeps evidence; null when it was not kept. */
  originalKey: text('original_key'),
  /** What it takes in the store, all sizes and the original: counted against the quotas. */
  bytes: integer('bytes').notNull().default(0),
  /** How it looks, as 16 hexadecimal digits; pictures whose digits differ in few bits look alike. Empty: not known yet. */
  looksLike: text('looks_like').notNull().default(''),
  createdAt: timestamp('created_at').notNull(),
})

export const pictures = table(
  'pictures',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    ...photoColumns(),
  },
  (t) => [index('pictures_story').on(t.storyId, t.id), index('pictures_owner').on(t.ownerId, t.createdAt)],
)

/** A picture's likeness in four bands of 16 bits: pictures that differ in up to three bits share one. */
export const picturePrints = table(
  'picture_prints',
  {
    pictureId: integer('picture_id')
      .notNull()
      .references(() => pictures.id, { onDelete: 'cascade' }),
    band: integer('band').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pictureId, t.band] }), index('picture_prints_band').on(t.band, t.value)],
)

/** A photo on its way: its bytes arrive in pieces and wait in a file until all are there. */
export const pictureUploads = table(
  'picture_uploads',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
    ownerId: integer('owner_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The device's own name for this photo: the same photo begun again is the same upload. */
    clientKey: text('client_key').notNull(),
    bytes: integer('bytes').notNull(),
    received: integer('received').notNull().default(0),
    about: json<UploadAbout>('about').notNull().default({}),
    /** The picture that came of it, once all bytes were there and accepted. */
    pictureId: integer('picture_id').references(() => pictures.id, { onDelete: 'cascade' }),
    startedAt: timestamp('started_at').notNull(),
    touchedAt: timestamp('touched_at').notNull(),
  },
  (t) => [
    uniqueIndex('picture_uploads_client').on(t.ownerId, t.clientKey),
    index('picture_uploads_touched').on(t.touchedAt),
  ],
)

/** Pictures that readers got and that shall have smaller encodings too; made one after the other, when nobody waits. */
export const pictureEncodings = table(
  'picture_encodings',
  {
    pictureId: integer('picture_id')
      .primaryKey()
      .references(() => pictures.id, { onDelete: 'cascade' }),
    askedAt: timestamp('asked_at').notNull(),
    /** Null until they are made, or were given up. */
    doneAt: timestamp('done_at'),
    tries: integer('tries').notNull().default(0),
  },
  (t) => [index('picture_encodings_waiting').on(t.doneAt, t.askedAt)],
)
