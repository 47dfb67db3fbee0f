// Takes one's own waiting live entry back: POST /my/live/:slug/:entry/withdraw.
import { json, redirect } from '@remix-run/node'
import { withdrawEntry } from '#app/newsroom/desk/live-sending.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ context, person, field }) => {
  const place = { topic: field('slug'), entry: field('entry') }
  const taken = await withdrawEntry(context.db, place, person, context.now)
  if (!taken.ok && taken.because === 'not-found') throw notFound()
  return redirect(`/my/live/${place.topic}?done=${taken.ok ? 'withdrawn' : 'not-now'}`, 303)
})
