// GET /stories/:slug/card.png: what stands beside a shared link, drawn when first asked for.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { storyCard } from '#app/newsroom/wire/story-drawings.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { drawnAnswer } from './drawn-answer.ts'

export const loader = door('public', async ({ request, context, field }) => {
  const card = await storyCard(context.db, field('slug'), context, context.now)
  if (card === null) throw notFound()
  return drawnAnswer(card, 'image/png', request, [paperKeys.story(field('slug'))])
})
