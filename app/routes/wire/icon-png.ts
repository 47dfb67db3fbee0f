// GET /icons/:side: the same icon as PNG in the few sizes that phones ask for.
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { accentColours, iconLines, iconSides } from '#app/newsroom/wire/drawings.ts'
import { door, notFound } from '#app/routes/door.ts'
import { drawnAnswer } from './drawn-answer.ts'

export const loader = door('public', async ({ request, context, field }) => {
  const side = iconSides.find((one) => field('side') === `${one}.png`)
  if (side === undefined) throw notFound()
  const { accent } = await outletOf(context.db)
  const colour = accentColours[accent ?? 'red']
  return drawnAnswer(
    await context.drawings.draw({ kind: 'icon', side, colour, lines: iconLines }),
    'image/png',
    request,
    [],
  )
})
