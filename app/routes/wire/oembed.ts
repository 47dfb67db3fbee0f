// GET /oembed?url=: a story as a link for other sites. XML is not offered, and said so as for any other unknown thing.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { oembedLink } from '#app/newsroom/wire/oembed.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', async ({ request, context }) => {
  const query = new URL(request.url).searchParams
  if ((query.get('format') ?? 'json') !== 'json') throw notFound()
  const most = { width: pixelsIn(query.get('maxwidth')), height: pixelsIn(query.get('maxheight')) }
  const link = await oembedLink(context.db, query.get('url') ?? '', most, context.settings.siteUrl, context.now)
  if (link === null) throw notFound()
  return keptAnswer(link, 'application/json; charset=utf-8', [paperKeys.lists])
})

function pixelsIn(text: string | null): number | null {
  return text !== null && /^\d{1,5}$/.test(text) ? Number(text) : null
}
