// Takes one picture for a story as raw bytes: POST /pictures?story=ID, the desk-only file name in X-File-Name.
import { json } from '@remix-run/node'
import { acceptPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { type Refusal, refusedPicture, uploadAnswer } from './upload-answer.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person }) => {
  const allowed = await context.limits.take('upload', person.publicId)
  if (!allowed.ok) return uploadAnswer({ ...allowed, because: 'too-often' }, person)
  const query = new URL(request.url).searchParams
  const answer = await acceptPicture(
    context.db,
    { ...context, store: context.pictures },
    {
      story: query.get('story') ?? '',
      bytes: new Uint8Array(await request.arrayBuffer()),
      fileName: fileNameOf(request, query),
    },
    person,
    context.now,
  )
  if (answer.ok) return json(answer.picture, { status: 201 })
  if (answer.because === 'not-found') throw notFound()
  return refusedPicture(answer.because as Refusal, person)
})

/** Headers carry ASCII only, so a script sends the name percent-encoded. */
function fileNameOf(request: Request, query: URLSearchParams): string {
  const sent = request.headers.get('x-file-name')
  if (sent === null) return query.get('name') ?? ''
  try {
    return decodeURIComponent(sent)
  } catch {
    return sent
  }
}
