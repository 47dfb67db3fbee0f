// Pictures: what was accepted, its sizes, and the evidence only the desk may see.
import { boolean, id, index, integer, json, table, text, timestamp } from '../columns.ts'
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
}

export const pictures = table(
  'pictures',
  {
    id: id(),
    publicId: text('public_id').notNull().unique(),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id, { onDelete: 'cascade' }),
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
    createdAt: timestamp('created_at').notNull(),
  },
  (t) => [index('pictures_story').on(t.storyId, t.id)],
)
