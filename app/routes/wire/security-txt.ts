// GET /.well-known/security.txt
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { securityTxt } from '#app/newsroom/wire/security-txt.ts'
import { door, notFound } from '#app/routes/door.ts'
import { keptAnswer, textType } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const text = securityTxt(await outletOf(context.db), context.settings.siteUrl, context.now)
  if (text === null) throw notFound()
  return keptAnswer(text, textType, [])
})
