// GET /stories/:slug/shots/:shape: the story's picture as a square, at 4:3 or at 16:9.
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { storyShot } from '#app/newsroom/wire/story-drawings.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { drawnAnswer } from './drawn-answer.ts'

export const loader = door('public', async ({ request, context, field }) => {
  const shot = await storyShot(context.db, { slug: field('slug'), file: field('shape') }, context, context.now)
  if (shot === null) throw notFound()
  return drawnAnswer(shot, 'image/jpeg', request, [paperKeys.story(field('slug'))])
})
