// Takes one's own idea back: POST /my/pitches/:id/withdraw.
import { json, redirect } from '@remix-run/node'
import { withdrawPitch } from '#app/newsroom/desk/pitches.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ context, person, field }) => {
  const taken = await withdrawPitch(context.db, field('id'), person)
  if (!taken.ok && taken.because === 'not-found') throw notFound()
  return redirect(`/my/pitches/${field('id')}?done=${taken.ok ? 'withdrawn' : 'not-now'}`, 303)
})
