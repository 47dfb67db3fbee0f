// Finds photos of other stories that look like those of one. Nothing leaves the house.
import { and, eq, inArray, isNotNull, ne, or } from 'drizzle-orm'
import { middleSize } from '#app/newsroom/pictures/accept-picture.server.ts'
import { ALIKE_BITS, bitsApart, probesOf } from '#app/newsroom/pictures/picture-likeness.ts'
import type { Reader } from '#db/client.ts'
import { picturePrints, pictures } from '#db/schema/pictures.ts'
import { publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'
import type { LikePicture } from './likeness.ts'

/** Rows of prints read for one photo: one that a thousand stories carry cannot make the page slow. */
const MOST_PRINTS = 2000
const MOST_PHOTOS = 20
const MOST_SHOWN = 4

/** The query that finds photos sharing a band, for the test that reads its plan. */
export function nearPrints(db: Reader, look: string) {
  const near = probesOf(look).map((values, band) =>
    and(eq(picturePrints.band, band), inArray(picturePrints.value, values)),
  )
  return db
    .select({ pictureId: picturePrints.pictureId })
    .from(picturePrints)
    .where(or(...near))
    .limit(MOST_PRINTS)
}

/** For each photo of a story those of other sent stories that look like it, the most alike first, four at most. */
export async function picturesLike(db: Reader, storyId: number): Promise<LikePicture[]> {
  const own = await db
    .select({ publicId: pictures.publicId, looksLike: pictures.looksLike, sha256: pictures.sha256 })
    .from(pictures)
    .where(eq(pictures.storyId, storyId))
    .limit(MOST_PHOTOS)
  const found: LikePicture[] = []
  for (const picture of own) {
    if (!picture.looksLike) continue
    const near = new Set((await nearPrints(db, picture.looksLike)).map(({ pictureId }) => pictureId))
    if (near.size > 0) found.push(...(await alikeAmong(db, picture, [...near], storyId)))
  }
  return found
}

async function alikeAmong(
  db: Reader,
  picture: { publicId: string; looksLike: string; sha256: string },
  ids: number[],
  storyId: number,
): Promise<LikePicture[]> {
  const looks = await db
    .select({ id: pictures.id, looksLike: pictures.looksLike })
    .from(pictures)
    .where(and(inArray(pictures.id, ids), ne(pictures.storyId, storyId)))
  const alike = looks
    .map(({ id, looksLike }) => ({ id, bits: bitsApart(looksLike, picture.looksLike) }))
    .filter(({ bits }) => bits <= ALIKE_BITS)
    .sort((a, b) => a.bits - b.bits || b.id - a.id)
    .slice(0, MOST_COMPARED)
  const bitsOf = new Map(alike.map(({ id, bits }) => [id, bits]))
  const rows = await othersOf(db, [...bitsOf.keys()])
  return rows
    .map(
      ({ picture: other, story, slug }): LikePicture => ({
        picture: picture.publicId,
        bits: bitsOf.get(other.id) ?? 64,
        other: {
          publicId: other.publicId,
          src: middleSize(other.publicId, other.sizes),
          alt: other.alt,
          width: other.width,
          height: other.height,
        },
        story: {
          publicId: story.publicId,
          number: story.id,
          headline: story.headline,
          state: story.state,
          sentAt: story.submittedAt?.toISOString() ?? null,
          slug,
        },
        sameFile: other.sha256 === picture.sha256,
      }),
    )
    .sort((a, b) => a.bits - b.bits || b.story.number - a.story.number)
    .slice(0, MOST_SHOWN)
}

/** Drafts fall away after the comparison, so more are looked at than shown. */
const MOST_COMPARED = 40

// Nobody at the desk sees a draft, also not one that was taken back.
async function othersOf(db: Reader, ids: number[]) {
  if (ids.length === 0) return []
  return db
    .select({ picture: pictures, story: stories, slug: publications.slug })
    .from(pictures)
    .innerJoin(stories, eq(stories.id, pictures.storyId))
    .leftJoin(publications, and(eq(publications.storyId, stories.id), eq(publications.state, 'live')))
    .where(and(inArray(pictures.id, ids), ne(stories.state, 'draft'), isNotNull(stories.submittedAt)))
}
