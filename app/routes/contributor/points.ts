// Keeps the ticks and answers to what the desk asked for, without sending the story: POST /my/stories/:id/points.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { savePoints } from '#app/newsroom/desk/change-points.server.ts'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { notAnswered } from '#app/ui/contributor/status-notice.tsx'
import { wordsFor } from '#app/words/words.ts'

/** The page has one form for both: what the order to send again says beside the points is not looked at here. */
const { answered, done, answers, move, version, next } = moveOrder.shape
const pointsForm = z.strictObject({
  answered: answered,
  done: done,
  answers: answers,
  move: move.optional(),
  version: version.optional(),
  next: next,
})

export const loader = door('contributor', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const status = `/my/stories/${field('id')}/status`
  const read = await readForm(request, pointsForm, wordsFor(person.language))
  if (!read.ok) return redirect(`${status}?done=${notAnswered}#points`, 303)
  const { answered: points, ...given } = read.value
  const saved = await savePoints(
    context.db,
    field('id'),
    { points, done: given.done, answers: given.answers },
    person,
    context.now,
  )
  if (!saved.ok && saved.because === 'not-found') throw notFound()
  return redirect(`${status}?done=${saved.ok ? 'answered' : notAnswered}#points`, 303)
})
