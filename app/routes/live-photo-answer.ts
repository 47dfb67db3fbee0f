// The photo of a live entry by a plain form: what the desk's door and the reporter's door share.
import { type AppLoadContext, json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { addLivePhoto, entryForPhoto, removeLivePhoto } from '#app/newsroom/desk/live-photos.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { photoRules } from '#app/newsroom/pictures/photo-rules.server.ts'
import { pictureWords } from '#app/newsroom/pictures/picture-words.ts'
import type { FormRead } from '#app/platform/read-form.server.ts'
import { notFound } from '#app/routes/door.ts'
import type { PhotoFormValues } from '#app/ui/forms/photo-form.tsx'
import { type PhotoRefusal, photoRefusal } from '#app/ui/forms/photo-refusal.ts'
import type { Fault } from '#app/ui/forms/problems.tsx'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'

export const livePhotoForm = perBook(({ contributor: { photo } }) =>
  z.strictObject({
    photo: z.instanceof(File, { message: photo.noFile }).refine((file) => file.size > 0, photo.noFile),
    ...pictureWords.shape,
    leaveOut: z.literal(['on', '']).default(''),
  }),
)
type Read = FormRead<z.infer<ReturnType<typeof livePhotoForm>>>

export type PhotoPlace = { topic: string; entry: string; side: 'desk' | 'reporter' }
export type RefusedPhoto = { faults: Fault[]; values: PhotoFormValues }

/** What the page shows; 404 where this person may do nothing with the entry's photo. */
export async function livePhotoPage(context: AppLoadContext, { side, ...place }: PhotoPlace, person: Person) {
  const entry = await entryForPhoto(context.db, place, person, side)
  if (!entry) throw notFound()
  const { name, role, confirmed, language } = person
  const { keepEvidence } = await photoRules(context.db, context.sizer, person)
  const title = wordsFor(language).live.photo.title
  return { person: { name, role, confirmed }, title, topic: place.topic, entry, keepEvidence }
}

/** Adds the photo that was sent, or says why not, with everything that was typed. `back` is where it leads. */
export async function addedLivePhoto(
  context: AppLoadContext,
  { side, ...place }: PhotoPlace,
  read: Read,
  person: Person,
  back: string,
) {
  const words = wordsFor(person.language)
  const { quota } = await photoRules(context.db, context.sizer, person)
  if (!(await entryForPhoto(context.db, place, person, side))) throw notFound()
  if (!read.ok) return json<RefusedPhoto>({ faults: read.faults, values: read.values }, { status: 422 })
  const { photo, leaveOut, ...told } = read.value
  const values = typedPhoto({ ...told, leaveOut })
  if (!(await context.limits.take('upload', person.publicId)).ok) return refused('too-often', 429)
  const file = {
    bytes: new Uint8Array(await photo.arrayBuffer()),
    fileName: photo.name,
    keepFacts: leaveOut !== 'on',
  }
  const parts = { ...context, store: context.pictures }
  const what = { place, side, file, words: told }
  const done = await addLivePhoto(context.db, parts, what, person, context.now, context.press)
  if (done.ok) return redirect(back, 303)
  if (done.because === 'not-found') throw notFound()
  if ('faults' in done) {
    const faults = done.faults.map(({ field, code }) => ({ field, message: words.live.faults[code] }))
    return json<RefusedPhoto>({ faults, values }, { status: done.because === 'moved' ? 409 : 422 })
  }
  switch (done.because) {
    case 'not-allowed':
    case 'own-entry':
    case 'no-edit-right':
    case 'no-publish-right':
      throw json({ because: done.because }, { status: 403 })
    default:
      return refused(done.because as PhotoRefusal, 422)
  }

  function refused(because: PhotoRefusal, status: number) {
    const message = `${photoRefusal(words.contributor, because, quota)} ${words.contributor.photo.chooseAgain}`
    return json<RefusedPhoto>({ faults: [{ field: 'photo', message }], values }, { status })
  }
}

/** Takes the entry's photo out. */
export async function removedLivePhoto(
  context: AppLoadContext,
  { side, ...place }: PhotoPlace,
  person: Person,
  back: string,
) {
  const { db, now, press } = context
  const parts = { store: context.pictures, originals: context.originals }
  const done = await removeLivePhoto(db, parts, { place, side }, person, now, press)
  if (done.ok) return redirect(back, 303)
  if (done.because === 'not-found') throw notFound()
  throw json({ because: done.because }, { status: 403 })
}

function typedPhoto(form: { [name: string]: string | boolean }): PhotoFormValues {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, typeof value === 'string' ? value : value ? 'on' : '']),
  )
}
