// GET /desk/stories/:id/originals/:picture: a photo's file as it came, to be kept by the one who checks it.
import { openOriginal } from '#app/newsroom/desk/originals.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('desk', async ({ context, person, field }) => {
  const { db, originals, now } = context
  const opened = await openOriginal(db, originals, { story: field('id'), picture: field('picture') }, person, now)
  if (!opened.ok) throw notFound()
  return new Response(opened.bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      // Never looked at in a page of ours: whatever is in the file, it is only kept.
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${opened.name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-length': String(opened.bytes.byteLength),
    },
  })
})
