// Points that an editor puts down while reading, and takes away again: POST /desk/stories/:id/points.
import { json, redirect } from '@remix-run/node'
import { z } from 'zod'
import { putDownPoint, takePointAway } from '#app/newsroom/desk/change-points.server.ts'
import { placeInput } from '#app/newsroom/desk/places.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door, notFound } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

const pointForm = z.strictObject({
  ...placeInput.shape,
  text: z.string().max(5000).default(''),
  /** The version whose words the selection is in; left out with a paragraph. */
  version: z.coerce.number().int().min(1).optional(),
  /** Id of a point that is taken away; then nothing else counts. */
  away: z.coerce.number().int().min(1).optional(),
  next: z.string().max(200).catch(''),
})

export const loader = door('desk', () => {
  throw json({ because: 'method-not-allowed' }, { status: 405, headers: { allow: 'POST' } })
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now } = context
  const story = field('id')
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const words = wordsFor(person.language)
  const read = await readForm(request, pointForm, words)
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const { text, version, away, next, from, to, quote, paragraph } = read.value
  const place = from === undefined && paragraph === undefined ? null : { from, to, quote, paragraph }
  const done =
    away === undefined
      ? await putDownPoint(db, story, { text, place, version: version ?? null }, person, now)
      : await takePointAway(db, story, away, person)
  if (!done.ok && done.because === 'not-found') throw notFound()
  if (wantsJson)
    return done.ok
      ? json({ ok: true }, { status: away === undefined ? 201 : 200 })
      : json(
          { because: done.because, message: words.copydesk.points.faults[done.because as 'changed'] },
          { status: statusOf(done.because) },
        )
  const back = safeRedirect(next, `/desk/stories/${story}`).split(/[?#]/)[0]
  return redirect(`${back}?point=${done.ok ? 'done' : done.because}#points`, 303)
})

function statusOf(because: string): number {
  if (because === 'not-holder') return 403
  return because === 'changed' ? 409 : 422
}
