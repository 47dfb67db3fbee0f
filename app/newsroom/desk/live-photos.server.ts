// The photo of a live entry: the desk adds one to what readers have, a reporter to what still waits; each can be taken out.
import { eq, inArray } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import { middleSize } from '#app/newsroom/pictures/accept-picture.server.ts'
import type { QuotaRefusal } from '#app/newsroom/pictures/picture-quotas.ts'
import type { PictureParts, PictureRefusal } from '#app/newsroom/pictures/picture-store.ts'
import type { PictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { fitsInDay } from '#app/newsroom/pictures/room-for-pictures.server.ts'
import { letGoPicture, type PictureFile, takeInPicture } from '#app/newsroom/pictures/take-in-picture.server.ts'
import { cleanLine } from '#app/newsroom/story/copy/clean-text.ts'
import {
  type EntryForPhoto,
  type LiveDone,
  type LiveFault,
  type LivePhoto,
  nameOfEntry,
} from '#app/newsroom/topics/live.ts'
import type { Database, Reader } from '#db/client.ts'
import { liveEntries, livePictures } from '#db/schema/live.ts'
import type { PictureEvidence } from '#db/schema/pictures.ts'
import {
  type CoverageRow,
  coverageChanged,
  type EntryRow,
  entryOf,
  faulty,
  type LivePress,
  liveRefusal,
  logLive,
} from './live-rows.server.ts'
import { typedWords } from './live-words.ts'

type Place = { topic: string; entry: string }
export type LivePhotoRefusal = QuotaRefusal | PictureRefusal
export type LivePhotoDone = LiveDone | { ok: false; because: LivePhotoRefusal }

/** The entry by its name; null when this person may not do anything with its photo. */
export async function entryForPhoto(
  db: Reader,
  place: Place,
  who: Person,
  side: 'desk' | 'reporter',
): Promise<EntryForPhoto | null> {
  const found = await entryOf(db, place)
  if (!found || (await refusalOf(db, found, who, side)) !== null) return null
  const { entry } = found
  const photo = shownPhoto((await livePhotos(db, [entry.id])).get(entry.id))
  return { publicId: entry.publicId, name: nameOfEntry(entry.title, typedWords(entry.copy)), photo }
}

/**
 * Adds a photo, with the checks that every photo goes through. Where readers have the entry they have the photo at
 * once; the one who asks must be allowed to publish there. An entry has one photo.
 */
export async function addLivePhoto(
  db: Database,
  parts: PictureParts,
  { place, side, file, words }: { place: Place; side: 'desk' | 'reporter'; file: PictureFile; words: PictureWords },
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LivePhotoDone> {
  const before = await mayAdd(db, place, who, side)
  if (!before.ok) return before
  const told = {
    ...words,
    caption: cleanLine(words.caption),
    credit: cleanLine(words.credit),
    alt: cleanLine(words.alt),
  }
  const faults = faultsOf(told)
  if (faults.length > 0) return { ok: false, because: 'faults', faults }
  if (!(await fitsInDay(db, file.bytes.byteLength, who, when))) return { ok: false, because: 'day-full' }
  const taken = await takeInPicture(db, parts, { ...file, ...told }, who, when)
  if (!taken.ok) return taken
  const done = await db.transaction(async (tx) => {
    const now = await mayAdd(tx, place, who, side) // the entry may have moved while the sizes were made
    if (!now.ok) return now
    const { coverage, entry } = now
    await tx
      .insert(livePictures)
      .values({ ...taken.row, entryId: entry.id })
      .returning({ id: livePictures.id })
    await changed(tx, { coverage, entry }, 'photo', who, when)
    return { ok: true as const, isPublic: entry.state === 'public' }
  })
  if (!done.ok) await letGoPicture(parts, taken.row)
  else if (done.isPublic) await press.afterwards()
  return done.ok ? { ok: true } : done
}

/** Takes an entry's photo out for good, for readers too. */
export async function removeLivePhoto(
  db: Database,
  parts: Pick<PictureParts, 'store' | 'originals'>,
  { place, side }: { place: Place; side: 'desk' | 'reporter' },
  who: Person,
  when: Date,
  press: LivePress,
): Promise<LiveDone> {
  const done = await db.transaction(async (tx) => {
    const found = await entryOf(tx, place)
    const refusal = found ? await refusalOf(tx, found, who, side) : 'not-found'
    if (!found || refusal !== null) return { ok: false as const, because: refusal ?? ('not-found' as const) }
    const [row] = await tx.delete(livePictures).where(eq(livePictures.entryId, found.entry.id)).returning()
    if (row) await changed(tx, found, 'photo-out', who, when)
    return { ok: true as const, row, isPublic: found.entry.state === 'public' }
  })
  if (!done.ok) return done
  if (done.row) await letGoPicture(parts, done.row)
  if (done.row && done.isPublic) await press.afterwards()
  return { ok: true }
}

/** The photos of these entries for pages of the workspace, by the entry's internal id; `evidence` is for the desk alone. */
export async function livePhotos(
  db: Reader,
  entryIds: readonly number[],
): Promise<Map<number, LivePhoto & { evidence: PictureEvidence }>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(livePictures)
    .where(inArray(livePictures.entryId, [...entryIds]))
  return new Map(
    rows.map(({ entryId, publicId, sizes, width, height, alt, caption, credit, evidence }) => [
      entryId,
      { src: middleSize(publicId, sizes), width, height, alt, caption, credit, evidence },
    ]),
  )
}

/** A photo without what its file told: for everybody but the desk. */
export function shownPhoto(photo: (LivePhoto & { evidence: PictureEvidence }) | undefined): LivePhoto | null {
  if (photo === undefined) return null
  const { evidence: _, ...shown } = photo
  return shown
}

type Found = { coverage: CoverageRow; entry: EntryRow }

// A reporter's entry is theirs while it waits. The desk takes out what it may publish, and adds to what readers have.
async function refusalOf(db: Reader, { coverage, entry }: Found, who: Person, side: 'desk' | 'reporter') {
  if (side === 'reporter') {
    const isOwn = entry.authorId === who.id && entry.bylineKind !== 'desk'
    return isOwn && entry.state === 'waiting' ? null : 'not-found'
  }
  if (entry.state !== 'public' && entry.state !== 'waiting') return 'not-found'
  return liveRefusal(db, 'photo', coverage.sectionId, entry, who)
}

async function mayAdd(db: Reader, place: Place, who: Person, side: 'desk' | 'reporter') {
  const found = await entryOf(db, place)
  const refusal = found ? await refusalOf(db, found, who, side) : ('not-found' as const)
  if (!found || refusal !== null) return { ok: false as const, because: refusal ?? ('not-found' as const) }
  // Nothing of the desk's goes into what somebody else has sent and nobody has answered.
  if (side === 'desk' && found.entry.state === 'waiting') return { ok: false as const, because: 'not-found' as const }
  const there = await db
    .select({ id: livePictures.id })
    .from(livePictures)
    .where(eq(livePictures.entryId, found.entry.id))
  if (there.length > 0) return faulty('live-photo-there', 'photo')
  return { ok: true as const, ...found }
}

function faultsOf({ alt, decorative, credit, rights }: PictureWords): LiveFault[] {
  const faults: LiveFault[] = []
  if (!credit) faults.push({ field: 'credit', code: 'live-photo-no-credit' })
  if (!alt && !decorative) faults.push({ field: 'alt', code: 'live-photo-no-alt' })
  if (!rights) faults.push({ field: 'rights', code: 'live-photo-no-rights' })
  return faults
}

// The version rises, so that open pages fetch the entry again and an answer given to the entry before is asked once more.
async function changed(
  tx: Parameters<Parameters<Database['transaction']>[0]>[0],
  { coverage, entry }: Found,
  act: 'photo' | 'photo-out',
  who: Person,
  when: Date,
) {
  await tx
    .update(liveEntries)
    .set({ version: entry.version + 1 })
    .where(eq(liveEntries.id, entry.id))
    .returning({ id: liveEntries.id })
  await logLive(tx, { coverageId: coverage.id, entryId: entry.id, act }, who, when)
  if (entry.state === 'public') await coverageChanged(tx, coverage.id, when)
}
