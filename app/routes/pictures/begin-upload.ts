// Begins a photo that arrives in pieces: POST /pictures/uploads with JSON, the same `clientKey` is the same photo.
import { json } from '@remix-run/node'
import { newUpload } from '#app/newsroom/pictures/upload-input.ts'
import { beginUpload, uploadByKey } from '#app/newsroom/pictures/uploads.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { uploadAnswer } from './upload-answer.ts'

function anotherMethod(allow: string): Response {
  return json({ because: 'method-not-allowed' }, { status: 405, headers: { allow } })
}

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person }) => {
  if (request.method !== 'POST') throw anotherMethod('POST')
  const read = await readForm(request, newUpload, wordsFor(person.language))
  if (!read.ok) return json({ faults: read.faults }, { status: 422 })
  // Only a photo that was never begun counts: on a bad network the same one is begun again and again.
  if ((await uploadByKey(context.db, read.value.clientKey, person)) === null) {
    const allowed = await context.limits.take('upload', person.publicId)
    if (!allowed.ok) return uploadAnswer({ ...allowed, because: 'too-often' }, person)
  }
  return uploadAnswer(await beginUpload(context.db, context, read.value, person, context.now), person)
})
