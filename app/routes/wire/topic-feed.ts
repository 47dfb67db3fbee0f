// GET /topics/:slug/feed.xml: one topic as RSS.
import { feedXml } from '#app/newsroom/wire/feeds.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, rssType } from './kept-answer.ts'

export const loader = door('public', async ({ context, field }) => {
  const xml = await feedXml(context.db, { kind: 'topic', slug: field('slug') }, context.settings.siteUrl, context.now)
  if (xml === null) throw notFound()
  return keptAnswer(xml, rssType)
})
