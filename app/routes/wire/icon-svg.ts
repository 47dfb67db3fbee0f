// GET /icon.svg: the paper's icon in its colour.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { accentColours, iconSvg } from '#app/newsroom/wire/drawings.ts'
import { door } from '#app/routes/door.ts'
import { keptAnswer } from './kept-answer.ts'

export const loader = door('public', async ({ context }) => {
  const { accent } = await outletOf(context.db)
  return keptAnswer(iconSvg(accentColours[accent ?? 'red']), 'image/svg+xml; charset=utf-8', [])
})
