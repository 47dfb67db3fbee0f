// GET /sitemaps/:part: the paper's pages, or its stories by number.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { sitemapPart } from '#app/newsroom/wire/sitemap.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, xmlType } from './kept-answer.ts'

export const loader = door('public', async ({ context, field }) => {
  const xml = await sitemapPart(context.db, field('part'), context.settings.siteUrl, context.now)
  if (xml === null) throw notFound()
  return keptAnswer(xml, xmlType, [paperKeys.lists])
})
