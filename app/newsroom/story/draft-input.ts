// What the writing page sends when it saves: one schema for browser and server.
import { z } from 'zod'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { aiUses } from '#app/newsroom/story/news-fields.ts'

const line = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/)

/** PUT /my/stories/:id/draft. `copy` is checked by check-copy, not here. */
export const draftInput = z.strictObject({
  version: z.int().min(1),
  /** Names the browser window that saves, so that a save whose answer was lost is known again. */
  window: z
    .string()
    .regex(/^[\w-]{8,40}$/, 'This names no window.')
    .optional(),
  /** Keeps these words as a revision beside the draft, which stays as it is: what was not chosen of two versions. */
  aside: z.boolean().optional(),
  headline: line(200),
  standfirst: line(400),
  /** Sets the copy's dateline when given; null or left out leaves the copy's own. */
  dateline: z
    .strictObject({
      place: line(80),
      date: z.string().max(10).default(''),
      agency: line(40).optional(),
    })
    .nullish(),
  section: slug.nullish(),
  topics: z.array(slug).max(8).default([]),
  byline: z
    .strictObject({
      kind: z.enum(['name', 'pen', 'withheld']),
      penName: line(60).default(''),
    })
    .default({ kind: 'name', penName: '' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  copy: z.unknown(),
  sources: z.string().max(10_000).transform(cleanText).optional(),
  /** Slug of the open call it answers; null for none, left out to keep what it has. */
  call: slug.nullish(),
  knownWhere: line(300).optional(),
  knownWhen: line(300).optional(),
  knownHow: line(600).optional(),
  aiUse: z.enum(aiUses).optional(),
  aiNote: line(600).optional(),
})

export type DraftInput = z.infer<typeof draftInput>
