// The card and the crops of a live story: of what is not public nothing is ever drawn.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import type { PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import type { EditionPage } from '#app/newsroom/press/edition.ts'
import { directionOf } from '#app/newsroom/story/direction.ts'
import type { Reader } from '#db/client.ts'
import { accentColours, cardSize, type DrawingBoard, isShotShape, shotSize } from './drawings.ts'

export type DrawingParts = { pictures: PictureStore; drawings: DrawingBoard }

/** The card of the story at this address as PNG; null when no live story stands there. */
export async function storyCard(
  db: Reader,
  slug: string,
  { pictures, drawings }: DrawingParts,
  when: Date,
): Promise<Uint8Array | null> {
  const edition = await liveEdition(db, slug, when)
  if (edition === null) return null
  const { name, accent } = await outletOf(db)
  const photo = (await largestFile(db, edition, when))?.key ?? null
  const { headline, section, language } = edition
  const colour = accentColours[accent ?? 'red']
  const rightToLeft = directionOf(language) === 'rtl'
  const card = {
    kind: 'card' as const,
    ...cardSize,
    headline,
    kicker: section.name,
    outlet: name,
    colour,
    rightToLeft,
    photo,
  }
  return drawings.draw(card, (key) => pictures.get(key))
}

/** A crop of the story's first picture as JPEG, `file` being `16x9.jpeg` and so on; null when there is no such thing. */
export async function storyShot(
  db: Reader,
  { slug, file }: { slug: string; file: string },
  { pictures, drawings }: DrawingParts,
  when: Date,
): Promise<Uint8Array | null> {
  const shape = /^(\d+x\d+)\.jpeg$/.exec(file)?.[1] ?? ''
  if (!isShotShape(shape)) return null
  const edition = await liveEdition(db, slug, when)
  const largest = edition && (await largestFile(db, edition, when))
  if (!largest || (await pictures.get(largest.key)) === null) return null
  const crop = { kind: 'crop' as const, photo: largest.key, ...shotSize(largest, shape) }
  return drawings.draw(crop, (key) => pictures.get(key))
}

async function liveEdition(db: Reader, slug: string, when: Date): Promise<EditionPage | null> {
  const found = await editionBySlug(db, slug, when)
  return found === null || 'retracted' in found ? null : found
}

// Asked for as any reader would: what a reader may not see is not drawn either.
async function largestFile(db: Reader, { lead }: EditionPage, when: Date) {
  const listed = lead?.sources
    .find(({ type }) => type === 'image/jpeg')
    ?.srcset.split(', ')
    .at(-1)
  const address = listed?.split(' ')[0] ?? lead?.src ?? ''
  const [, picture, size] = /^\/pictures\/([\w-]+)\/(\d+\.jpeg)$/.exec(address) ?? []
  if (picture === undefined || size === undefined) return null
  return (await pictureFor(db, { picture, size }, null, when))?.size ?? null
}
