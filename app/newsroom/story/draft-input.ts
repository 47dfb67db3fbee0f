// What the writing page sends when it saves: one schema for browser and server.
import { z } from 'zod'
import { cleanText } from '#app/newsroom/story/copy/clean-text.ts'
import { aiUses } from '#app/newsroom/story/news-fields.ts'

const line = (most: number, name: string) =>
  z
    .string()
    .max(most, `${name} is too long: at most ${most} characters.`)
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim())
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, 'This is not one of the choices.')

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
  headline: line(200, 'The headline'),
  standfirst: line(400, 'The standfirst'),
  /** Sets the copy's dateline when given; null or left out leaves the copy's own. */
  dateline: z
    .strictObject({
      place: line(80, 'The place'),
      date: z.string().max(10).default(''),
      agency: line(40, 'The agency').optional(),
    })
    .nullish(),
  section: slug.nullish(),
  topics: z.array(slug).max(8, 'Choose at most 8 topics.').default([]),
  byline: z
    .strictObject({
      kind: z.enum(['name', 'pen', 'withheld']),
      penName: line(60, 'The pen name').default(''),
    })
    .default({ kind: 'name', penName: '' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'This is not a language code.')
    .optional(),
  copy: z.unknown(),
  sources: z
    .string()
    .max(10_000, 'The sources are too long: at most 10,000 characters.')
    .transform(cleanText)
    .optional(),
  /** Slug of the open call it answers; null for none, left out to keep what it has. */
  call: slug.nullish(),
  knownWhere: line(300, '“Where do you know it from?”').optional(),
  knownWhen: line(300, '“When was it?”').optional(),
  knownHow: line(600, '“How do you know it?”').optional(),
  aiUse: z.enum(aiUses, 'Say what AI had a part in, or that it had none.').optional(),
  aiNote: line(600, 'The note on AI').optional(),
})

export type DraftInput = z.infer<typeof draftInput>
