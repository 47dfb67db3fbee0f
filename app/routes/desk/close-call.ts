// Closes an open call: POST /desk/calls/:slug/close.
import { json, redirect } from '@remix-run/node'
import { closeCall } from '#app/newsroom/story/open-calls.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ context, person, field }) => {
  const closed = await closeCall(context.db, field('slug'), person, context.now, context.press)
  if (!closed.ok) throw notFound()
  return redirect('/desk/calls?done=closed', 303)
})
