// POST /notes/:storyId: a message on a story, from its contributor or from the desk; one that cannot be sent comes back.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { writeNote } from '#app/newsroom/desk/notes.server.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { countTry, door, notFound } from '#app/routes/door.ts'
import { NothingOrdered } from '#app/ui/desk/refused-move.tsx'
import { type NoteRefusal, RefusedNote } from '#app/ui/desk/refused-note.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

const noteForm = z.strictObject({
  text: z.string().default(''),
  /** "desk" keeps it at the desk; a contributor's message is always shared. */
  for: z.enum(['shared', 'desk']).default('shared'),
  next: z.string().max(200).catch(''),
})

export const loader = door('account', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).desk.note.title }
})

export const action = door('account', async ({ request, context, person, field }) => {
  const { db, now } = context
  const publicId = field('storyId')
  const form = await readForm(request, noteForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  await countTry(context, 'note', person.publicId)
  const { text, for: audience, next } = form.value
  const written = await writeNote(db, publicId, { shared: audience === 'shared', text }, person, now)
  if (!written.ok && written.because === 'not-found') throw notFound()
  if ((request.headers.get('content-type') ?? '').includes('application/json'))
    return written.ok ? json({ ok: true }, { status: 201 }) : json({ because: written.because }, { status: 422 })

  const story = written.ok ? null : await orderedStory(db, publicId, person)
  const back = safeRedirect(next, story?.own === false ? `/desk/stories/${publicId}` : `/my/stories/${publicId}/status`)
  if (written.ok) return redirect(`${back.split(/[?#]/)[0]}?done=note#messages`, 303)
  if (!story || written.because === 'not-found') throw notFound()
  const refusal: NoteRefusal = { because: written.because, story, text, audience, back }
  return json(refusal, { status: 422 })
})

export const meta = titledPage

export default function Notes() {
  const { person } = useLoaderData<typeof loader>()
  const refusal = useActionData<NoteRefusal>()
  return refusal?.because && 'story' in refusal ? (
    <RefusedNote person={person} refusal={refusal} />
  ) : (
    <NothingOrdered person={person} />
  )
}
