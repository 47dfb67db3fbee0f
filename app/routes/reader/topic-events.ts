// GET /topics/:slug/events: which live entries there are now; a stream for who asks for one, else one answer in JSON.
import { json } from '@remix-run/node'
import { door } from '#app/routes/door.ts'

/** Told of a hub that is not covered live: its page opens no stream, and an open page ends its own. */
const closed = { open: false, entries: [] }

export const loader = door('public', async ({ request, context, field }) => {
  const { hubNews, hubStreams, address } = context
  const slug = field('slug')
  const news = await hubNews.newsOf(slug)
  if (!(request.headers.get('accept') ?? '').includes('text/event-stream')) return json(news ?? closed)
  if (news === null) return new Response(null, { status: 204 }) // a browser does not ask again
  const stream = hubStreams.open(
    address,
    async () => JSON.stringify((await hubNews.newsOf(slug)) ?? closed),
    async () => (await hubNews.newsOf(slug)) !== null,
  )
  // The page asks again by itself; a browser that gets anything but a stream asks for no other.
  return stream ?? json({ because: 'too-many' }, { status: 429, headers: { 'retry-after': '30' } })
})
