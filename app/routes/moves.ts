// POST /moves/:storyId: the only way a story changes its state, by form or by JSON.
import { json, redirect } from '@remix-run/node'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { type MoveRefused, moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door } from '#app/routes/door.ts'
import { wordsFor } from '#app/words/words.ts'

export const action = door('account', async ({ request, context, person, field }) => {
  const story = field('storyId')
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const form = await readForm(request, moveOrder)
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const order = form.value
  if (order.move === 'submit' || order.move === 'resubmit') {
    const taken = await context.limits.take('submit', person.publicId)
    if (!taken.ok)
      throw json({ because: 'too-many' }, { status: 429, headers: { 'retry-after': String(taken.retryAfterSeconds) } })
  }
  const { next, ...what } = order
  const result = await moveStory(context.db, { story, ...what }, person, context.now, context.press)
  if (wantsJson) return result.ok ? json(result) : json(spoken(result, person.language), { status: statusOf(result) })

  const back = safeRedirect(next, `/my/stories/${story}/status`)
  if (!result.ok && result.because === 'not-found') throw json({ because: 'not-found' }, { status: 404 })
  const outcome: Record<string, string> = result.ok
    ? { done: order.move, told: result.told.map((t) => `${t.who}.${t.people}`).join(',') }
    : result.because === 'faults'
      ? { refused: 'faults', move: order.move, faults: result.faults.map((f) => `${f.field}.${f.code}`).join(',') }
      : { refused: result.because, move: order.move }
  return redirect(withOutcome(back, outcome), { status: 303 })
})

/** The HTTP status of a refusal (RFC 9110): not yours 403 or 404, not now 409, not like this 422. */
function statusOf(refused: MoveRefused): number {
  switch (refused.because) {
    case 'not-found':
      return 404
    case 'not-allowed':
    case 'own-story':
    case 'not-holder':
    case 'second-person':
    case 'already-appealed':
    case 'email-unconfirmed':
      return 403
    case 'faults':
      return 422
    default:
      return 409
  }
}

function spoken(refused: MoveRefused, language: string) {
  const { workflow } = wordsFor(language)
  if (refused.because !== 'faults') return { ...refused, message: workflow.refusals[refused.because] }
  return {
    ...refused,
    faults: refused.faults.map((fault) => ({ ...fault, message: fault.message ?? workflow.faults[fault.code] })),
  }
}

// Only keys of our own tables go into the address, never words that somebody typed.
function withOutcome(path: string, outcome: Record<string, string>): string {
  const [before = '/', hash] = path.split('#')
  const [page = '/', query] = before.split('?')
  const kept = new URLSearchParams(query)
  for (const key of ['done', 'told', 'refused', 'move', 'faults']) kept.delete(key)
  for (const [key, value] of Object.entries(outcome)) if (value) kept.set(key, value)
  const asked = kept.toString()
  return `${page}${asked ? `?${asked}` : ''}${hash ? `#${hash}` : ''}`
}
