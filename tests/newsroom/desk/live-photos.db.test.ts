// The photo of a live entry: who adds it, with which checks, who gets its bytes and when, and that it leaves nothing behind.
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { openCoverage } from '#app/newsroom/desk/live-coverage.server.ts'
import { liveDesk } from '#app/newsroom/desk/live-desk.server.ts'
import { answerEntry, publishEntry, removeEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { addLivePhoto, entryForPhoto, removeLivePhoto } from '#app/newsroom/desk/live-photos.server.ts'
import { ownEntries, sendEntry } from '#app/newsroom/desk/live-sending.server.ts'
import { changeReader } from '#app/newsroom/outlet/paper-changes.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import type { PictureSizer, PictureStore } from '#app/newsroom/pictures/picture-store.ts'
import type { PictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { liveCoverage } from '#app/newsroom/press/live-coverage.server.ts'
import { liveNews } from '#app/newsroom/press/live-news.server.ts'
import type { Database } from '#db/client.ts'
import { livePictures } from '#db/schema/live.ts'
import { people } from '#db/schema/people.ts'
import { type Cast, castOf, later, NOON } from '../../cast.ts'
import { closeDatabases, freshDatabase } from '../../newsroom.ts'

let db: Database
let cast: Cast
let held: Map<string, Uint8Array>
let parts: { store: PictureStore; sizer: PictureSizer }

beforeEach(async () => {
  db = (await freshDatabase()).db
  cast = await castOf(db)
  held = new Map()
  parts = { store: storeIn(held), sizer }
  await openCoverage(db, 'border', { title: 'The bridge opens', section: 'exercises' }, cast.editor, NOON, cast.press)
})
afterAll(closeDatabases)

function storeIn(kept: Map<string, Uint8Array>): PictureStore {
  return {
    put: async (key, bytes) => void kept.set(key, bytes),
    get: async (key) => kept.get(key) ?? null,
    delete: async (key) => void kept.delete(key),
  }
}

/** Every file is a picture of 1600 × 1000, but "bad" is damaged. */
const sizer: PictureSizer = {
  readsHeic: async () => false,
  async size(bytes) {
    if (new TextDecoder().decode(bytes) === 'bad') return { ok: false, because: 'damaged' }
    const sizes = ([400, 800] as const).flatMap((width) =>
      (['webp', 'jpeg'] as const).map((format) => ({
        ...{ width, height: (width * 10) / 16, format, bytes: 3 },
        data: new Uint8Array([1, 2, 3]),
      })),
    )
    return { ok: true, picture: { width: 1600, height: 1000, sizes, exif: null, looksLike: '' } }
  },
}

const told: PictureWords = {
  caption: 'The bridge at noon.',
  credit: 'A. Reporter',
  alt: 'A bridge with people on it',
  decorative: false,
  rights: true,
  licence: 'all-rights',
}
const place = (entry: string) => ({ topic: 'border', entry })

function add(entry: string, who: Person, side: 'desk' | 'reporter', words: Partial<PictureWords> = {}, bytes = 'good') {
  const file = { bytes: new TextEncoder().encode(bytes), fileName: 'IMG_007 secret.jpg' }
  const what = { place: place(entry), side, file, words: { ...told, ...words } }
  return addLivePhoto(db, parts, what, who, later(5), cast.press)
}

async function published(): Promise<string> {
  const input = { title: '', text: 'It is open.', story: '', picture: '' as const }
  const done = await publishEntry(db, 'border', input, cast.editor, NOON, cast.press)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.publicId
}

async function sent(byline: 'name' | 'pen' | 'withheld' = 'name'): Promise<string> {
  const input = { title: '', text: 'I see it.', byline, penName: byline === 'pen' ? 'A pen' : '' }
  const done = await sendEntry(db, 'border', input, cast.reporter, NOON)
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.publicId
}

const onHub = async () => (await liveCoverage(db, 'border', null, later(60)))?.entries[0]
const idOf = (address = '') => /\/pictures\/(\w+)\//.exec(address)?.[1] ?? ''
const seenBy = (picture: string, who: Person | null) =>
  pictureFor(db, { picture, size: '800.jpeg' }, who, later(60)).then((seen) => seen?.audience ?? null)

test('the desk’s photo is on the hub with its words at once, and open pages and the paper’s journal hear of it', async () => {
  const entry = await published()
  const changes = changeReader(db)
  await changes()
  expect(await add(entry, cast.editor, 'desk')).toEqual({ ok: true })
  expect(await onHub()).toMatchObject({
    version: 2,
    photo: {
      caption: told.caption,
      picture: {
        alt: told.alt,
        credit: told.credit,
        width: 1600,
        height: 1000,
        src: expect.stringContaining('/800.jpeg'),
      },
    },
  })
  expect(await changes()).toContain('topic-border')
  expect((await liveNews(db, later(60))).get('border')?.entries).toEqual([[entry, 2]])
  const picture = idOf((await onHub())?.photo?.picture.src)
  expect(await seenBy(picture, null)).toBe('everyone')
  expect(JSON.stringify(await onHub())).not.toContain('secret')
})

test('a photo needs its credit, description and rights; a damaged file and a second photo are refused, and nothing is kept', async () => {
  const entry = await published()
  expect(await add(entry, cast.editor, 'desk', { credit: ' ', alt: '', rights: false })).toEqual({
    ok: false,
    because: 'faults',
    faults: [
      { field: 'credit', code: 'live-photo-no-credit' },
      { field: 'alt', code: 'live-photo-no-alt' },
      { field: 'rights', code: 'live-photo-no-rights' },
    ],
  })
  expect(await add(entry, cast.editor, 'desk', {}, 'bad')).toEqual({ ok: false, because: 'damaged' })
  expect(held.size).toBe(0)
  expect(await add(entry, cast.editor, 'desk', { alt: '', decorative: true })).toEqual({ ok: true })
  expect(await add(entry, cast.editor, 'desk')).toMatchObject({ faults: [{ code: 'live-photo-there' }] })
  expect(held.size).toBe(4)
})

test('a reporter’s photo waits with the entry: the desk sees it with what its file told, readers only once it is approved', async () => {
  const entry = await sent()
  expect(await add(entry, cast.reporter, 'reporter')).toEqual({ ok: true })
  expect(await onHub()).toBeUndefined()
  const waiting = (await liveDesk(db, 'border', null, cast.editor, later(6)))?.waiting[0]
  expect(waiting?.photo).toMatchObject({ caption: told.caption, evidence: {} })
  const [own] = await ownEntries(db, 'border', cast.reporter)
  expect(own?.photo).toMatchObject({ credit: told.credit })
  expect(own?.photo).not.toHaveProperty('evidence')
  const picture = idOf(waiting?.photo?.src)
  expect([await seenBy(picture, null), await seenBy(picture, cast.otherReporter)]).toEqual([null, null])
  expect([await seenBy(picture, cast.reporter), await seenBy(picture, cast.editor)]).toEqual(['insiders', 'insiders'])
  // An answer to the entry as it was before the photo is asked again.
  const yes = { verdict: 'approve' as const, title: '', text: 'I see it.', reason: '' }
  expect(await answerEntry(db, place(entry), { ...yes, version: 1 }, cast.editor, later(7), cast.press)).toMatchObject({
    because: 'moved',
  })
  expect(await answerEntry(db, place(entry), { ...yes, version: 2 }, cast.editor, later(7), cast.press)).toEqual({
    ok: true,
  })
  expect(await seenBy(picture, null)).toBe('everyone')
  expect((await onHub())?.photo?.caption).toBe(told.caption)
})

test('with the entry’s removal the photo is gone for readers; taken out, its bytes are gone too', async () => {
  const entry = await published()
  await add(entry, cast.editor, 'desk')
  const picture = idOf((await onHub())?.photo?.picture.src)
  await removeEntry(db, place(entry), { reason: 'Wrong.', version: 2 }, cast.editor, later(8), cast.press)
  expect((await onHub())?.photo).toBeNull()
  expect(await seenBy(picture, null)).toBeNull()

  const other = await published()
  await add(other, cast.editor, 'desk')
  const place2 = { place: place(other), side: 'desk' as const }
  expect(await removeLivePhoto(db, parts, place2, cast.editor, later(9), cast.press)).toEqual({ ok: true })
  expect(held.size).toBe(4) // the removed entry's, which the desk keeps
  expect(await db.select().from(livePictures)).toHaveLength(1)
  expect(await removeLivePhoto(db, parts, place2, cast.editor, later(9), cast.press)).toEqual({ ok: true })
})

test('nobody adds to what is not theirs: another reporter, a reporter after the answer, the desk to what waits', async () => {
  const entry = await sent()
  const refused = { ok: false, because: 'not-found' }
  expect(await add(entry, cast.otherReporter, 'reporter')).toEqual(refused)
  expect(await add(entry, cast.editor, 'desk')).toEqual(refused)
  expect(await add(entry, cast.reporter, 'desk')).toEqual({ ok: false, because: 'not-allowed' })
  expect(await entryForPhoto(db, place(entry), cast.otherReporter, 'reporter')).toBeNull()
  const yes = { verdict: 'approve' as const, title: '', text: 'I see it.', reason: '', version: 1 }
  await answerEntry(db, place(entry), yes, cast.editor, later(7), cast.press)
  expect(await add(entry, cast.reporter, 'reporter')).toEqual(refused)
  expect(await add('nothing', cast.editor, 'desk')).toEqual(refused)
  expect(held.size).toBe(0)
})

test('in safety mode nothing of what the file tells is kept', async () => {
  await db.transaction((tx) => tx.update(people).set({ safetyMode: true }).where(eq(people.id, cast.reporter.id)))
  const entry = await sent('withheld')
  expect(await add(entry, { ...cast.reporter, safetyMode: true }, 'reporter')).toEqual({ ok: true })
  const [row] = await db.select().from(livePictures)
  expect(row).toMatchObject({ fileName: '', evidence: {}, originalKey: null })
})
