// GET /indexnow.txt: the key that shows search engines that an announcement is the site's own.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, textType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const { wire } = await outletOf(context.db)
  if (wire.indexNowKey === '') throw notFound()
  return keptAnswer(wire.indexNowKey, textType, [])
})
