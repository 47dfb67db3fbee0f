// What a device says about a photo when it begins to send it.
import { z } from 'zod'
import { pictureWordLimits, pictureWords } from './picture-words.ts'

const MB = 1024 * 1024

/** What the device read from the file, in the shape in which the server reads it. */
const told = z.strictObject({
  capturedAt: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d)?$/)
    .optional(),
  camera: z.string().max(120).optional(),
  software: z.string().max(120).optional(),
  place: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
})

export const newUpload = z
  .strictObject({
    story: z.string().max(80),
    /** The device's own name for this photo: the same photo begun again is the same upload. */
    clientKey: z.string().regex(/^[a-z0-9-]{8,64}$/),
    bytes: z
      .number()
      .int()
      .min(1)
      .max(64 * MB),
    originalBytes: z.number().int().min(0).default(0),
    type: z.string().max(80).default(''),
    fileName: z.string().max(pictureWordLimits.fileName).default(''),
    keepFacts: z.boolean().default(true),
    told: told.optional(),
    words: pictureWords.prefault({}),
  })
  .refine(({ bytes, originalBytes }) => originalBytes < bytes, { path: ['originalBytes'] })

export type NewUpload = z.infer<typeof newUpload>
