// Puts the answers to the desk's edit into one's draft: POST /my/stories/:id/take-over.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { takeOverAnswers } from '#app/newsroom/desk/suggestions.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const takeOverForm = z.strictObject({ edit: z.string().max(64), version: z.coerce.number().int().min(1) })

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const status = `/my/stories/${field('id')}/status`
  const read = await readForm(request, takeOverForm, wordsFor(person.language))
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const taken = await takeOverAnswers(context.db, field('id'), read.value, person, context.now)
  if (!taken.ok && taken.because === 'not-found') throw notFound()
  return redirect(`${status}?done=${taken.ok ? 'taken-over' : `edit-${taken.because}`}`, 303)
})
