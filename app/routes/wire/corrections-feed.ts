// GET /corrections/feed.xml: what was corrected or taken down as RSS.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { correctionsFeed } from '#app/newsroom/wire/feeds.server.ts'
import { door } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'
import { sentFeed } from './feed-answer.ts'

export const loader = door('public', async ({ context }) => {
  const { siteUrl } = context.settings
  return sentFeed(
    await correctionsFeed(context.db, wordsIn, siteUrl, context.now),
    'rss',
    siteUrl,
    paperKeys.corrections,
  )
})

function wordsIn(language: string) {
  const { reader, wire } = wordsFor(language)
  return { ...wire.changes, kind: reader.story.kind }
}
