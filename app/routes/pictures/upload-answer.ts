// How far a photo is, or why it was refused, as JSON with the right status and a sentence in the person's language.
import { json } from '@remix-run/node'
import type { Person } from '#app/newsroom/people/person.ts'
import type { PictureAnswer } from '#app/newsroom/pictures/accept-picture.server.ts'
import { quotaOf } from '#app/newsroom/pictures/picture-quotas.ts'
import type { UploadAnswer } from '#app/newsroom/pictures/uploads.server.ts'
import { notFound } from '#app/routes/door.ts'
import { photoRefusal } from '#app/ui/forms/photo-refusal.ts'
import { wordsFor } from '#app/words/words.ts'

type TooOften = { ok: false; because: 'too-often'; retryAfterSeconds: number }
export type Refusal = Exclude<Extract<PictureAnswer, { ok: false }>['because'], 'not-found'>

export const refusalStatus: Record<Refusal, number> = {
  'too-large': 413,
  'not-a-picture': 415,
  heic: 415,
  'too-many-pixels': 422,
  'too-small': 422,
  damaged: 422,
  'too-many-pictures': 422,
  'story-full': 422,
  'day-full': 429,
  'uploads-full': 429,
}

/** What came of a step of an upload. */
export function uploadAnswer(answer: UploadAnswer | TooOften, who: Person): Response {
  if (answer.ok) {
    const { upload } = answer
    return json(upload, { status: upload.picture ? 201 : 200 })
  }
  switch (answer.because) {
    case 'not-found':
      throw notFound()
    case 'wrong-order':
    case 'broke-off':
      return json({ because: answer.because, received: answer.received }, { status: 409 })
    case 'too-often': {
      const headers = { 'retry-after': String(answer.retryAfterSeconds) }
      return json({ because: answer.because, message: sentence(answer.because, who) }, { status: 429, headers })
    }
    default:
      return refusedPicture(answer.because, who)
  }
}

/** The answer to a picture that was not taken. */
export function refusedPicture(because: Refusal, who: Person): Response {
  const status = refusalStatus[because]
  const headers: Record<string, string> = status === 429 ? { 'retry-after': '3600' } : {}
  return json({ because, message: sentence(because, who) }, { status, headers })
}

function sentence(because: Refusal | 'too-often', who: Person): string {
  return photoRefusal(wordsFor(who.language).contributor, because, quotaOf(who))
}
