// GET /sitemap.xml: the index of the sitemaps.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { sitemapIndex } from '#app/newsroom/wire/sitemap.server.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer, xmlType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) =>
  keptAnswer(await sitemapIndex(context.db, context.settings.siteUrl, context.now), xmlType, [paperKeys.lists]),
)
