// GET /robots.txt
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { robotsTxt } from '#app/newsroom/wire/robots.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer, textType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const { wire } = await outletOf(context.db)
  return keptAnswer(robotsTxt(context.settings.siteUrl, wire.trainingCrawlers), textType, [])
})
