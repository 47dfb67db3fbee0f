// A place in the words that somebody speaks about: as it is asked for, and as it is found later.
import { z } from 'zod'
import type { CarriedAnchor } from '#app/newsroom/story/copy/compare-copy.ts'

/** A selection of the words as they are saved, or a paragraph by its number in the list of those that hold words. */
export const placeInput = z.strictObject({
  from: z.coerce.number().int().min(0).max(1_000_000).optional(),
  to: z.coerce.number().int().min(0).max(1_000_000).optional(),
  quote: z.string().max(5000).default(''),
  paragraph: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0).max(6000)]).optional(),
})

export type PlaceAsked = {
  from?: number | undefined
  to?: number | undefined
  quote?: string
  paragraph?: number | undefined
}

/**
 * `exact` and `moved`: these words stand there. `changed`: the place is there and its words are others now. `detached`:
 * neither is. `quote` is always what stood there when it was spoken about.
 */
export type Place = CarriedAnchor
