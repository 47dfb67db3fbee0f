// What is told about a picture in words: its caption, credit, description and the right to publish it.
import { z } from 'zod'
import { licences } from './licences.ts'

/** The longest words each part may have, in characters. */
export const pictureWordLimits = { caption: 1000, credit: 250, alt: 1000, fileName: 200 } as const

const { caption, credit, alt } = pictureWordLimits

/** The words of one picture as a form or a script sends them. A tick box sends `on`, a script sends true or false. */
export const pictureWords = z.strictObject({
  caption: z.string().max(caption).default(''),
  credit: z.string().max(credit).default(''),
  alt: z.string().max(alt).default(''),
  decorative: ticked(),
  rights: ticked(),
  licence: z.enum(licences).default('all-rights'),
})

export type PictureWords = z.infer<typeof pictureWords>

function ticked() {
  return z
    .union([z.boolean(), z.literal('on'), z.literal('')])
    .default(false)
    .transform((value) => value === true || value === 'on')
}
