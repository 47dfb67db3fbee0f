// GET /feed.xml: the whole paper as RSS.
import { feedXml } from '#app/newsroom/wire/feeds.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, rssType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const xml = await feedXml(context.db, { kind: 'paper' }, context.settings.siteUrl, context.now)
  if (xml === null) throw notFound()
  return keptAnswer(xml, rssType)
})
