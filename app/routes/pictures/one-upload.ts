// One photo on its way: GET how far it is, PATCH ?from=N its next bytes, DELETE to give it up.
import { json } from '@remix-run/node'
import { dropUpload, takePiece, uploadOf } from '#app/newsroom/pictures/uploads.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { uploadAnswer } from './upload-answer.ts'

function anotherMethod(allow: string): Response {
  return json({ because: 'method-not-allowed' }, { status: 405, headers: { allow } })
}

export const loader = door('contributor', async ({ context, person, field }) => {
  const upload = await uploadOf(context.db, field('id'), person)
  if (!upload) throw notFound()
  return uploadAnswer({ ok: true, upload }, person)
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const upload = field('id')
  switch (request.method) {
    case 'PATCH': {
      const from = new URL(request.url).searchParams.get('from') ?? ''
      if (!/^\d{1,9}$/.test(from) || !request.body) throw json({ because: 'bad-request' }, { status: 400 })
      const allowed = await context.limits.take('upload-piece', person.publicId)
      if (!allowed.ok) return uploadAnswer({ ...allowed, because: 'too-often' }, person)
      const pieces = request.body as unknown as AsyncIterable<Uint8Array>
      const parts = { ...context, store: context.pictures, files: context.uploads }
      const what = { upload, from: Number(from), pieces }
      return uploadAnswer(await takePiece(context.db, parts, what, person, context.now), person)
    }
    case 'DELETE':
      if (!(await dropUpload(context.db, context.uploads, upload, person)).ok) throw notFound()
      return new Response(null, { status: 204 })
    default:
      throw anotherMethod('GET, PATCH, DELETE')
  }
})
