// Begins the story of a welcomed idea: POST /my/pitches/:id/write.
import { json, redirect } from '@remix-run/node'
import { writeFromPitch } from '#app/newsroom/desk/pitches.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ context, person, field }) => {
  const begun = await writeFromPitch(context.db, field('id'), person, context.now)
  if (begun.ok) return redirect(`/my/stories/${begun.story}`, 303)
  if (begun.because === 'not-found') throw notFound()
  return redirect(`/my/pitches/${field('id')}?done=not-now`, 303)
})
