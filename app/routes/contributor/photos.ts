// Photos of a draft: a plain form adds one at the end of the story (POST), the editor tells about one (PUT).
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { acceptPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import { describePicture } from '#app/newsroom/pictures/describe-picture.server.ts'
import { pictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { addFigure } from '#app/newsroom/story/add-figure.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const photoForm = z.strictObject({ photo: z.instanceof(File), ...pictureWords.shape })
const photoDetails = z.strictObject({ picture: z.string().max(80), ...pictureWords.shape })

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST, PUT' } })
})

export const action = door('contributor', async (args) => {
  return args.request.method === 'PUT' ? tellAbout(args) : addByForm(args)
})

type Args = Parameters<Parameters<typeof door<'contributor', Response>>[1]>[0]

async function tellAbout({ request, context, person, field }: Args): Promise<Response> {
  const read = await readForm(request, photoDetails, wordsFor(person.language))
  if (!read.ok) return json({ faults: read.faults }, { status: 422 })
  const { picture, ...words } = read.value
  const what = { story: field('id'), picture, words }
  const told = await describePicture(context.db, what, person, context.now)
  if (!told.ok) throw notFound()
  return json({ id: picture })
}

async function addByForm({ request, context, person, field }: Args): Promise<Response> {
  const story = field('id')
  const back = `/my/stories/${story}`
  const allowed = await context.limits.take('upload', person.publicId)
  if (!allowed.ok) return redirect(`${back}?photo=too-often`, 303)
  const read = await readForm(request, photoForm, wordsFor(person.language))
  if (!read.ok || read.value.photo.size === 0) return redirect(`${back}?photo=not-a-picture`, 303)
  const { photo, ...words } = read.value
  const bytes = new Uint8Array(await photo.arrayBuffer())
  const answer = await acceptPicture(
    context.db,
    { store: context.pictures, sizer: context.sizer },
    { story, bytes, fileName: photo.name, ...words },
    person,
    context.now,
  )
  if (!answer.ok && answer.because === 'not-found') throw notFound()
  if (!answer.ok) return redirect(`${back}?photo=${answer.because}`, 303)
  await addFigure(context.db, story, { pictureId: answer.picture.id, ...words }, person, context.now)
  return redirect(`${back}?done=photo`, 303)
}
