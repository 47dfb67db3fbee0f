// What is told about a photo of a draft: the editor changes it here, by PUT with JSON.
import { json } from '@remix-run/node'
import { z } from 'zod'
import { describePicture } from '#app/newsroom/pictures/describe-picture.server.ts'
import { pictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const photoDetails = z.strictObject({ picture: z.string().max(80), ...pictureWords.shape })

function anotherMethod(allow: string): Response {
  return json({ because: 'method-not-allowed' }, { status: 405, headers: { allow } })
}

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'PUT' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  if (request.method !== 'PUT') throw anotherMethod('PUT')
  const read = await readForm(request, photoDetails, wordsFor(person.language))
  if (!read.ok) return json({ faults: read.faults }, { status: 422 })
  const { picture, ...words } = read.value
  const told = await describePicture(context.db, { story: field('id'), picture, words }, person, context.now)
  if (!told.ok) throw notFound()
  return json({ id: picture })
})
