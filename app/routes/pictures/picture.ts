// Serves one size of one picture: to everyone once its story is live, before that to its owner and the desk.
import { createHash } from 'node:crypto'
import { pictureFor } from '#app/newsroom/pictures/who-may-see.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('public', async ({ request, context, person, field }) => {
  const what = { picture: field('id'), size: field('size') }
  const seen = await pictureFor(context.db, what, person, context.now)
  if (seen === null) throw notFound()
  // A size is never written twice under one key, so its key says exactly which bytes these are.
  const etag = `"${createHash('sha256').update(seen.size.key).digest('base64url').slice(0, 22)}"`
  const headers = new Headers({
    'content-type': `image/${seen.size.format}`,
    'cache-control': seen.audience === 'everyone' ? 'public, max-age=31536000, immutable' : 'private, no-store',
    'cross-origin-resource-policy': 'same-origin',
    etag,
  })
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const bytes = await context.pictures.get(seen.size.key)
  if (bytes === null) throw notFound()
  headers.set('content-length', String(bytes.byteLength))
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers })
})
