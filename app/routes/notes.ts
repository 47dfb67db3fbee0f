// POST /notes/:storyId: a message on a story, from its contributor or from the desk.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door, notFound } from '#app/routes/door.ts'

const noteForm = z.strictObject({
  text: z.string('Write a message.').max(20_000, 'The message is too long: at most 5,000 characters.'),
  /** "desk" keeps it at the desk; a contributor's message is always shared. */
  for: z.enum(['shared', 'desk']).default('shared'),
  next: z.string().max(200).default(''),
})

export const action = door('account', async ({ request, context, person, field }) => {
  const story = field('storyId')
  const form = await readForm(request, noteForm)
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const taken = await context.limits.take('note', person.publicId)
  if (!taken.ok)
    throw json({ because: 'too-many' }, { status: 429, headers: { 'retry-after': String(taken.retryAfterSeconds) } })
  const { text, for: audience, next } = form.value
  const written = await writeNote(context.db, story, { shared: audience === 'shared', text }, person, context.now)
  if (!written.ok && written.because === 'not-found') throw notFound()
  if ((request.headers.get('content-type') ?? '').includes('application/json'))
    return written.ok ? json({ ok: true }, { status: 201 }) : json({ because: written.because }, { status: 422 })
  const back = safeRedirect(next, `/my/stories/${story}/status`)
  const outcome = written.ok ? 'done=note' : `refused=note-${written.because}`
  return redirect(`${back.split('#')[0]}${back.includes('?') ? '&' : '?'}${outcome}#messages`, { status: 303 })
})
