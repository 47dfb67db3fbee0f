// Takes one change of the desk's edit back: POST /desk/stories/:id/take-back, the way without script.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { takeBackChange } from '#app/newsroom/desk/take-back.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const takeBackForm = z.strictObject({
  version: z.coerce.number().int().min(1),
  change: z.string().min(1).max(80),
})

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const read = await readForm(request, takeBackForm, wordsFor(person.language))
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const taken = await takeBackChange(context.db, field('id'), read.value, person, context.now)
  if (!taken.ok && taken.because === 'not-found') throw notFound()
  return redirect(`/desk/stories/${field('id')}/edit?done=${taken.ok ? 'taken-back' : 'gone'}#changes`, 303)
})
