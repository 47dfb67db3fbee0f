// GET /sitemap.xml
import { sitemapXml } from '#app/newsroom/wire/sitemap.server.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', async ({ context }) =>
  keptAnswer(await sitemapXml(context.db, context.settings.siteUrl, context.now), 'application/xml; charset=utf-8'),
)
