// GET /news-sitemap.xml: what was published in the last 48 hours.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { newsSitemap } from '#app/newsroom/wire/sitemap.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, xmlType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const xml = await newsSitemap(context.db, context.settings.siteUrl, context.now)
  if (xml === null) throw notFound()
  return keptAnswer(xml, xmlType, [paperKeys.lists])
})
