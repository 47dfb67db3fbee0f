// GET /desk/figures.csv: the figures of a period for a spreadsheet.
import { z } from 'zod'
import { figuresOf } from '#app/newsroom/desk/figures.server.ts'
import { figuresCsv } from '#app/newsroom/desk/figures-csv.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'

const query = z.strictObject({ period: z.enum(['month', 'quarter', 'year']).catch('quarter').default('quarter') })

export const loader = door('desk', async ({ request, context, person }) => {
  const { period } = readQuery(request.url, query)
  const figures = await figuresOf(context.db, period, person, context.now)
  return new Response(figuresCsv(figures), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="figures-${period}-${figures.from.slice(0, 10)}.csv"`,
    },
  })
})
