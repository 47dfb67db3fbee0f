// POST /desk/filters/:id/drop: deletes one of one's own saved filters.
import { json, redirect } from '@remix-run/node'
import { dropFilter } from '#app/newsroom/desk/saved-filters.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ context, person, field }) => {
  if (!(await dropFilter(context.db, field('id'), person))) throw notFound()
  return redirect('/desk', 303)
})
