// Answers one point of what the desk asked for: POST /my/stories/:id/points.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { answerPoint } from '#app/newsroom/desk/change-points.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const pointForm = z.strictObject({
  point: z.coerce.number().int().min(1),
  /** "on" ticks it, "off" opens it again, nothing leaves it. */
  done: z.enum(['on', 'off']).optional(),
  answer: z.string().max(2000).optional(),
})

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const status = `/my/stories/${field('id')}/status`
  const read = await readForm(request, pointForm, wordsFor(person.language))
  if (!read.ok) return redirect(`${status}?done=not-answered#points`, 303)
  const { point, done, answer } = read.value
  const order = { point, done: done && done === 'on', answer }
  const answered = await answerPoint(context.db, field('id'), order, person, context.now)
  if (!answered.ok && answered.because === 'not-found') throw notFound()
  if (!answered.ok) return redirect(`${status}?done=not-answered#points`, 303)
  const said = answer !== undefined ? 'answered' : done === 'on' ? 'point-done' : 'point-open'
  return redirect(`${status}?done=${said}#points`, 303)
})
