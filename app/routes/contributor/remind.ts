// Reminds the desk of a promise it has not kept: POST /my/stories/:id/remind.
import { json, redirect } from '@remix-run/node'
import { remindDesk } from '#app/newsroom/desk/reminders.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ context, person, field }) => {
  const reminded = await remindDesk(context.db, field('id'), person, context.now)
  if (!reminded.ok && reminded.because === 'not-found') throw notFound()
  return redirect(`/my/stories/${field('id')}/status?done=${reminded.ok ? 'reminded' : 'not-reminded'}`, 303)
})
