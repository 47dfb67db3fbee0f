// Accepts or rejects one change of the desk's edit, or all: POST /my/stories/:id/suggestions.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { answerSuggestion } from '#app/newsroom/desk/suggestions.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { suggestionId } from '#app/ui/contributor/suggestions.tsx'
import { wordsFor } from '#app/words/words.ts'

const answerForm = z.strictObject({
  /** Hash of the edit that is answered. */
  edit: z.string().max(64),
  /** Key of the change, or "all". */
  change: z.string().min(1).max(80),
  accepted: z.enum(['yes', 'no']),
})

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const status = `/my/stories/${field('id')}/status`
  const read = await readForm(request, answerForm, wordsFor(person.language))
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const { edit, change, accepted } = read.value
  const order = { edit, change, accepted: accepted === 'yes' }
  const answered = await answerSuggestion(context.db, field('id'), order, person, context.now)
  if (!answered.ok && answered.because === 'not-found') throw notFound()
  if (!answered.ok) return redirect(`${status}?done=edit-${answered.because}`, 303)
  const said = `${change === 'all' ? 'all-' : ''}${order.accepted ? 'accepted' : 'rejected'}`
  // On to the next change that waits for an answer, else to the end of the list.
  const place = answered.next ? suggestionId(answered.next) : 'suggestions-end'
  return redirect(`${status}?done=${said}#${place}`, 303)
})
