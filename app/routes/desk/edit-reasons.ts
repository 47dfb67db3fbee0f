// Says why the desk made one change: POST /desk/stories/:id/reasons, by form or as JSON.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { giveReason } from '#app/newsroom/desk/give-reason.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const reasonForm = z.strictObject({
  version: z.coerce.number().int().min(1),
  /** Key of the change in the edit as it is saved. */
  change: z.string().min(1).max(80),
  reason: z.string().max(2000).default(''),
})

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const back = `/desk/stories/${field('id')}/edit`
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const read = await readForm(request, reasonForm, wordsFor(person.language))
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const given = await giveReason(context.db, field('id'), read.value, person, context.now)
  if (given.ok) return wantsJson ? json({ ok: true }) : redirect(`${back}?done=reason#changes`, 303)
  if (given.because === 'not-found') throw notFound()
  if (wantsJson) return json({ because: given.because }, { status: given.because === 'not-holder' ? 403 : 409 })
  return redirect(`${back}?done=${given.because === 'too-long' ? 'reason-long' : 'gone'}#changes`, 303)
})
