// Photos that arrive in pieces: begun once, gone on with from wherever they stopped, and accepted exactly once.
import { randomBytes } from 'node:crypto'
import { and, eq, isNull, lt } from 'drizzle-orm'
import type { Person } from '#app/newsroom/people/person.ts'
import type { Database, Reader } from '#db/client.ts'
import { pictures, pictureUploads, type UploadAbout } from '#db/schema/pictures.ts'
import { stories } from '#db/schema/story.ts'
import { type AcceptedPicture, acceptPicture, middleSize, type PictureAnswer } from './accept-picture.server.ts'
import { type QuotaRefusal, quotaOf, uploadLapsesAfterHours } from './picture-quotas.ts'
import type { PictureParts, UploadFiles } from './picture-store.ts'
import { roomFor } from './room-for-pictures.server.ts'
import type { NewUpload } from './upload-input.ts'

/** How far an upload is; with `picture` once its picture was accepted. */
export type UploadState = { id: string; bytes: number; received: number; picture?: AcceptedPicture }

type Refused = Extract<PictureAnswer, { ok: false }>['because']

export type UploadAnswer =
  | { ok: true; upload: UploadState }
  | { ok: false; because: Refused | QuotaRefusal }
  | { ok: false; because: 'wrong-order' | 'broke-off'; received: number }

export type UploadParts = PictureParts & { files: UploadFiles }

/** The upload that this person's device calls `clientKey`, or null when it was never begun. */
export async function uploadByKey(db: Reader, clientKey: string, who: Person): Promise<UploadState | null> {
  const row = await uploadRow(db, eq(pictureUploads.clientKey, clientKey), who)
  return row && stateOf(row)
}

/** How far one's own upload is; null when there is none of this id, or it is somebody else's. */
export async function uploadOf(db: Reader, id: string, who: Person): Promise<UploadState | null> {
  const row = await uploadRow(db, eq(pictureUploads.publicId, id), who)
  return row && stateOf(row)
}

/** Begins an upload. The same `clientKey` once more is the same upload, however far it is. */
export async function beginUpload(
  db: Database,
  parts: Pick<UploadParts, 'sizer'>,
  what: NewUpload,
  who: Person,
  when: Date,
): Promise<UploadAnswer> {
  const begun = await uploadByKey(db, what.clientKey, who)
  if (begun) return begun.bytes === what.bytes ? { ok: true, upload: begun } : { ok: false, because: 'not-found' }
  const quota = quotaOf(who)
  const { originalBytes } = what
  if (what.bytes - originalBytes > quota.pictureBytes || originalBytes > quota.originalBytes)
    return { ok: false, because: 'too-large' }
  if (/^image\/hei[cf]/.test(what.type) && !(await parts.sizer.readsHeic())) return { ok: false, because: 'heic' }
  const { fileName, keepFacts, told, words } = what
  const about: UploadAbout = { fileName, originalBytes, keepFacts, told, words }
  return db.transaction(async (tx) => {
    const again = await uploadByKey(tx, what.clientKey, who)
    if (again) return { ok: true, upload: again }
    const room = await roomFor(tx, { story: what.story, bytes: what.bytes, begins: true }, who, when)
    if (!room.ok) return room
    const id = randomBytes(12).toString('hex')
    const times = { startedAt: when, touchedAt: when }
    const { clientKey, bytes } = what
    const row = { publicId: id, storyId: room.storyId, ownerId: who.id, clientKey, bytes, about, ...times }
    await tx.insert(pictureUploads).values(row).returning()
    return { ok: true, upload: { id, bytes, received: 0 } }
  })
}

/**
 * Takes a piece that begins at byte `from`. It may overlap what is there, but leave no gap. With the last byte the
 * picture is accepted; what is refused then is given up as a whole.
 */
export async function takePiece(
  db: Database,
  parts: UploadParts,
  what: { upload: string; from: number; pieces: AsyncIterable<Uint8Array> },
  who: Person,
  when: Date,
): Promise<UploadAnswer> {
  return inTurn(what.upload, async () => {
    const row = await uploadRow(db, eq(pictureUploads.publicId, what.upload), who)
    if (!row) return { ok: false, because: 'not-found' }
    if (row.picture) return { ok: true, upload: stateOf(row) }
    const there = Math.min(row.received, await parts.files.size(what.upload))
    if (what.from > there) return { ok: false, because: 'wrong-order', received: there }
    const written = await parts.files.write(what.upload, what.from, what.pieces, row.bytes - what.from)
    const received = Math.max(there, what.from + written.bytes)
    await db.transaction(async (tx) => {
      const mine = and(eq(pictureUploads.id, row.id), isNull(pictureUploads.pictureId))
      await tx.update(pictureUploads).set({ received, touchedAt: when }).where(mine)
    })
    if (written.tooMuch) return { ok: false, because: 'wrong-order', received }
    if (received < row.bytes && written.brokeOff) return { ok: false, because: 'broke-off', received }
    if (received < row.bytes) return { ok: true, upload: { ...stateOf(row), received } }
    return finish(db, parts, row, who, when)
  })
}

/** Gives up one's own unfinished upload; one that became a picture is left as it is. */
export async function dropUpload(db: Database, files: UploadFiles, id: string, who: Person): Promise<{ ok: boolean }> {
  return inTurn(id, async () => {
    const mine = and(eq(pictureUploads.publicId, id), eq(pictureUploads.ownerId, who.id))
    const dropped = await db.transaction((tx) =>
      tx
        .delete(pictureUploads)
        .where(and(mine, isNull(pictureUploads.pictureId)))
        .returning({ id: pictureUploads.id }),
    )
    if (dropped.length > 0) await files.delete(id)
    return { ok: dropped.length > 0 }
  })
}

/** Gives up what nobody went on with for a day, and files that belong to nothing. May run twice. */
export async function sweepUploads(db: Database, files: UploadFiles, when: Date): Promise<number> {
  const before = new Date(when.getTime() - uploadLapsesAfterHours * 3_600_000)
  const lapsed = await db.transaction((tx) =>
    tx
      .delete(pictureUploads)
      .where(and(isNull(pictureUploads.pictureId), lt(pictureUploads.touchedAt, before)))
      .returning({ id: pictureUploads.publicId }),
  )
  const left = new Set([...lapsed.map(({ id }) => id), ...(await files.untouchedSince(before))])
  for (const id of left) await files.delete(id)
  return lapsed.length
}

type Row = NonNullable<Awaited<ReturnType<typeof uploadRow>>>

async function finish(db: Database, parts: UploadParts, row: Row, who: Person, when: Date): Promise<UploadAnswer> {
  const all = await parts.files.read(row.publicId)
  if (all === null) return { ok: false, because: 'wrong-order', received: 0 }
  const { fileName = '', originalBytes = 0, keepFacts, told, words } = row.about
  const split = all.byteLength - originalBytes
  const whole = {
    story: row.story,
    bytes: all.subarray(0, split),
    ...(originalBytes > 0 ? { original: all.subarray(split) } : {}),
    fileName,
    told,
    keepFacts,
    ...(words as Partial<NewUpload['words']>),
  }
  const answer = await acceptPicture(db, parts, whole, who, when, {
    id: row.id,
    async settle(tx, pictureId) {
      const free = and(eq(pictureUploads.id, row.id), isNull(pictureUploads.pictureId))
      const settled = await tx
        .update(pictureUploads)
        .set({ pictureId, received: row.bytes, touchedAt: when })
        .where(free)
        .returning({ id: pictureUploads.id })
      return settled.length > 0
    },
  })
  if (answer.ok) {
    await parts.files.delete(row.publicId)
    return { ok: true, upload: { ...stateOf(row), received: row.bytes, picture: answer.picture } }
  }
  if (answer.because === 'settled') {
    const now = await uploadOf(db, row.publicId, who) // another process was faster
    return now ? { ok: true, upload: now } : { ok: false, because: 'not-found' }
  }
  await db.transaction(async (tx) => {
    await tx.delete(pictureUploads).where(and(eq(pictureUploads.id, row.id), isNull(pictureUploads.pictureId)))
  })
  await parts.files.delete(row.publicId)
  return { ok: false, because: answer.because }
}

async function uploadRow(db: Reader, which: ReturnType<typeof eq>, who: Person) {
  const [row] = await db
    .select({
      id: pictureUploads.id,
      publicId: pictureUploads.publicId,
      story: stories.publicId,
      bytes: pictureUploads.bytes,
      received: pictureUploads.received,
      about: pictureUploads.about,
      picture: { id: pictures.publicId, width: pictures.width, height: pictures.height, sizes: pictures.sizes },
    })
    .from(pictureUploads)
    .innerJoin(stories, eq(stories.id, pictureUploads.storyId))
    .leftJoin(pictures, eq(pictures.id, pictureUploads.pictureId))
    .where(and(which, eq(pictureUploads.ownerId, who.id)))
    .limit(1)
  return row ?? null
}

function stateOf({ publicId: id, bytes, received, picture }: Row): UploadState {
  if (!picture) return { id, bytes, received }
  const { sizes, ...shown } = picture
  return { id, bytes, received, picture: { ...shown, url: middleSize(shown.id, sizes) } }
}

const running = new Map<string, Promise<unknown>>()

// Two pieces of one photo at the same time would write into each other's bytes.
async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(id) ?? Promise.resolve()
  const mine = before.then(work, work)
  running.set(id, mine)
  try {
    return await mine
  } finally {
    if (running.get(id) === mine) running.delete(id)
  }
}
