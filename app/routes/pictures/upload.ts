// Takes one picture for a story as raw bytes: POST /pictures?story=ID, the desk-only file name in X-File-Name.
import { json } from '@remix-run/node'
import { acceptPicture, type PictureAnswer } from '#app/newsroom/pictures/accept-picture.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person }) => {
  const words = wordsFor(person.language).contributor.pictureRefusals
  const allowed = await context.limits.take('upload', person.publicId)
  if (!allowed.ok) {
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json({ because: 'too-often', message: words['too-often'] }, { status: 429, headers })
  }
  const query = new URL(request.url).searchParams
  const answer = await acceptPicture(
    context.db,
    { store: context.pictures, sizer: context.sizer },
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
  return json({ because: answer.because, message: words[answer.because] }, { status: refusalStatus[answer.because] })
})

type Refusal = Exclude<Extract<PictureAnswer, { ok: false }>['because'], 'not-found'>

const refusalStatus: Record<Refusal, number> = {
  'too-large': 413,
  'not-a-picture': 415,
  'too-many-pixels': 422,
  'too-small': 422,
  damaged: 422,
  'too-many-pictures': 422,
}

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
