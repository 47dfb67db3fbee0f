// Whether there is room for one more picture: in its story, in its person's day, and among what is on its way.
import { and, count, eq, gt, isNull, ne, sql, sum } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Reader } from '#db/client.ts'
import { livePictures } from '#db/schema/live.ts'
import { pictures, pictureUploads } from '#db/schema/pictures.ts'
import { editableStory } from './editable-story.server.ts'
import { type QuotaRefusal, quotaOf, uploadSpaceBytes } from './picture-quotas.ts'

export type Room = { ok: true; storyId: number } | { ok: false; because: 'not-found' | QuotaRefusal }

const DAY_MS = 24 * 3_600_000

/**
 * Looks whether `bytes` more fit. `upload` is the internal id of the upload they belong to, which is not counted twice;
 * `begins` asks for a place among the unfinished too.
 */
export async function roomFor(
  db: Reader,
  what: { story: string; bytes: number; upload?: number; begins?: boolean },
  who: Person,
  when: Date,
): Promise<Room> {
  const storyId = await editableStory(db, what.story, who)
  if (storyId === null) return { ok: false, because: 'not-found' }
  const quota = quotaOf(who)
  const [inStory] = await db
    .select({ pictures: count(), bytes: sum(pictures.bytes) })
    .from(pictures)
    .where(eq(pictures.storyId, storyId))
  if ((inStory?.pictures ?? 0) >= quota.picturesPerStory) return { ok: false, because: 'too-many-pictures' }
  if (Number(inStory?.bytes ?? 0) + what.bytes > quota.storyBytes) return { ok: false, because: 'story-full' }

  const coming = await onTheWay(db, who.id, what.upload)
  if (!(await fitsInDay(db, coming.bytes + what.bytes, who, when))) return { ok: false, because: 'day-full' }
  if (!what.begins) return { ok: true, storyId }
  if (coming.uploads >= quota.unfinished) return { ok: false, because: 'uploads-full' }
  const everywhere = await onTheWay(db, null)
  return everywhere.bytes + what.bytes > uploadSpaceBytes
    ? { ok: false, because: 'uploads-full' }
    : { ok: true, storyId }
}

/** Whether so many bytes more fit into what a person may send in a day, in stories and in live entries together. */
export async function fitsInDay(db: Reader, bytes: number, who: Person, when: Date): Promise<boolean> {
  const since = new Date(when.getTime() - DAY_MS)
  const [[inStories], [inEntries]] = await Promise.all([
    db
      .select({ bytes: sum(pictures.bytes) })
      .from(pictures)
      .where(and(eq(pictures.ownerId, who.id), gt(pictures.createdAt, since))),
    db
      .select({ bytes: sum(livePictures.bytes) })
      .from(livePictures)
      .where(and(eq(livePictures.ownerId, who.id), gt(livePictures.createdAt, since))),
  ])
  return Number(inStories?.bytes ?? 0) + Number(inEntries?.bytes ?? 0) + bytes <= quotaOf(who).dayBytes
}

async function onTheWay(db: Reader, ownerId: number | null, without?: number) {
  const [row] = await db
    .select({ uploads: count(), bytes: sum(pictureUploads.bytes) })
    .from(pictureUploads)
    .where(
      and(
        isNull(pictureUploads.pictureId),
        ownerId === null ? sql`true` : eq(pictureUploads.ownerId, ownerId),
        without === undefined ? sql`true` : ne(pictureUploads.id, without),
      ),
    )
  return { uploads: row?.uploads ?? 0, bytes: Number(row?.bytes ?? 0) }
}
