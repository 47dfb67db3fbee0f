// Begins a story with a live entry's words: POST /desk/topics/:slug/live/:entry/story.
import { json, redirect } from '@remix-run/node'
import { storyFromEntry } from '#app/newsroom/desk/live-entries.server.ts'
import { door, notFound } from '#app/routes/door.ts'

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ context, person, field }) => {
  const done = await storyFromEntry(context.db, { topic: field('slug'), entry: field('entry') }, person, context.now)
  if (done.ok) return redirect(`/my/stories/${done.story}`, 303)
  if (done.because === 'not-found') throw notFound()
  if ('faults' in done) throw json({ because: done.because }, { status: 409 })
  throw json({ because: done.because }, { status: 403 })
})
