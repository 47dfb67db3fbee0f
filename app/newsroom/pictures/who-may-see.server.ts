// Which size of a picture a visitor may be given: readers those of live stories, the owner their own, the desk what was sent.
import { and, eq, like } from 'drizzle-orm'
import { mayEnter, type Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'
import { liveEntries, livePictures } from '#db/schema/live.ts'
import { type PictureSize, pictures } from '#db/schema/pictures.ts'
import { editions, publications } from '#db/schema/press.ts'
import { stories } from '#db/schema/story.ts'

export type SeenSize = { size: PictureSize; audience: 'everyone' | 'insiders' }

/**
 * The size called `size` (`800.webp`) of a picture, and whether everyone may keep it; null when there is none or it is
 * not for this visitor, so that the answer never tells which of the two it is.
 */
export async function pictureFor(
  db: Reader,
  what: { picture: string; size: string },
  who: Person | null,
  when: Date,
): Promise<SeenSize | null> {
  const [row] = await db
    .select({
      sizes: pictures.sizes,
      ownerId: pictures.ownerId,
      writerId: stories.ownerId,
      submittedAt: stories.submittedAt,
      publishedAt: publications.publishedAt,
      printedIn: editions.id,
    })
    .from(pictures)
    .innerJoin(stories, eq(stories.id, pictures.storyId))
    .leftJoin(publications, and(eq(publications.storyId, pictures.storyId), eq(publications.state, 'live')))
    // A picture that the desk took out of the story stays unseen: it has to stand in the words that are live.
    .leftJoin(
      editions,
      and(eq(editions.id, publications.editionId), like(editions.html, `%/pictures/${what.picture}/%`)),
    )
    .where(eq(pictures.publicId, what.picture))
    .limit(1)
  if (row === undefined) return livePictureFor(db, what, who, when)
  const size = sizeNamed(row.sizes, what.size)
  if (size === undefined) return null
  const isPrinted = row.printedIn !== null && row.publishedAt !== null && row.publishedAt <= when
  if (isPrinted) return { size, audience: 'everyone' }
  // A picture of a report that was joined with a story is seen by both of their reporters.
  const isOwner = who !== null && (who.id === row.ownerId || who.id === row.writerId)
  const deskHasIt = row.submittedAt !== null && mayEnter(who, 'desk')
  return isOwner || deskHasIt ? { size, audience: 'insiders' } : null
}

// The photo of a live entry is the readers' exactly while the entry's words are.
async function livePictureFor(
  db: Reader,
  what: { picture: string; size: string },
  who: Person | null,
  when: Date,
): Promise<SeenSize | null> {
  const [row] = await db
    .select({
      sizes: livePictures.sizes,
      ownerId: livePictures.ownerId,
      authorId: liveEntries.authorId,
      state: liveEntries.state,
      publishedAt: liveEntries.publishedAt,
    })
    .from(livePictures)
    .innerJoin(liveEntries, eq(liveEntries.id, livePictures.entryId))
    .where(eq(livePictures.publicId, what.picture))
  const size = row && sizeNamed(row.sizes, what.size)
  if (row === undefined || size === undefined) return null
  if (row.state === 'public' && row.publishedAt !== null && row.publishedAt <= when)
    return { size, audience: 'everyone' }
  const isOwner = who !== null && (who.id === row.ownerId || who.id === row.authorId)
  return isOwner || mayEnter(who, 'desk') ? { size, audience: 'insiders' } : null
}

function sizeNamed(sizes: readonly PictureSize[], name: string): PictureSize | undefined {
  return sizes.find((one) => `${one.width}.${one.format}` === name)
}
