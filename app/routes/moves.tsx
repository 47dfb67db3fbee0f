// POST /moves/:storyId: the only way a story changes its state, by form or by JSON; a refused form comes back as a page.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveOrder } from '#app/newsroom/desk/move-order.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import type { Moved, MoveRefused } from '#app/newsroom/desk/moving/outcome.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import type { OrderedStory } from '#app/newsroom/desk/refused-order.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { countTry, door, notFound } from '#app/routes/door.ts'
import { statusOf } from '#app/routes/refused-status.ts'
import { answerField } from '#app/ui/contributor/change-points.tsx'
import { pageOfMove } from '#app/ui/desk/moved.ts'
import { NothingOrdered, type Refusal, RefusedMove } from '#app/ui/desk/refused-move.tsx'
import { pageNameOf, type TypedOrder, typedIn } from '#app/ui/desk/typed-order.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

export const loader = door('account', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).desk.refused.noMove }
})

export const action = door('account', async ({ request, context, person, field }) => {
  const { db, now, press } = context
  const story = field('storyId')
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  // A copy of what was typed, whatever becomes of the order.
  const typed = wantsJson ? null : typedIn(await formOf(request.clone()))
  const form = await readForm(request, moveOrder, wordsFor(person.language))
  if (!form.ok) {
    if (!typed) return json({ because: 'faults', faults: form.faults }, { status: 422 })
    const faults = form.faults.map(({ field: name, message }) => ({ field: pageNameOf(name, typed), message }))
    const refusal = { because: 'faults' as const, move: typed.move, faults, by: null }
    return json(refusedPage(await storyToShow(db, story, person), refusal, typed), { status: 422 })
  }
  const { next, ...order } = form.value
  if (order.move === 'submit' || order.move === 'resubmit') {
    await countTry(context, 'submit', person.publicId)
  }
  const result = await moveStory(db, { story, ...order }, person, now, press)
  if (!typed) return result.ok ? json(result) : json(spoken(result, person.language), { status: statusOf(result) })
  if (result.ok)
    return redirect(withOutcome(safeRedirect(next, pageOfMove(order.move, story)), order.move, result), 303)
  if (result.because === 'not-found') throw notFound()
  const ordered = await storyToShow(db, story, person)
  const refusal = { ...refusalOf(result, ordered, person.language), move: order.move }
  return json(refusedPage(ordered, refusal, typed), { status: statusOf(result) })
})

export const meta = titledPage

export default function Moves() {
  const { person } = useLoaderData<typeof loader>()
  const refusal = useActionData<Refusal>()
  return refusal ? <RefusedMove person={person} refusal={refusal} /> : <NothingOrdered person={person} />
}

async function formOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => new FormData())
}

async function storyToShow(
  db: Parameters<typeof orderedStory>[0],
  publicId: string,
  person: Person,
): Promise<OrderedStory> {
  const story = await orderedStory(db, publicId, person)
  if (!story) throw notFound()
  return story
}

function refusedPage(
  story: OrderedStory,
  refusal: Pick<Refusal, 'because' | 'move' | 'faults' | 'by'>,
  typed: TypedOrder,
): Refusal {
  const home = refusal.move ? pageOfMove(refusal.move, story.publicId) : '/'
  return { ...refusal, story, typed, back: safeRedirect(typed.next, home) }
}

function refusalOf(
  refused: MoveRefused,
  story: OrderedStory,
  language: string,
): Pick<Refusal, 'because' | 'faults' | 'by'> {
  if (refused.because !== 'faults')
    return { because: refused.because, faults: [], by: 'by' in refused ? refused.by : null }
  const { workflow, tracking } = wordsFor(language)
  const faults = refused.faults.map(({ field, code, message }) => {
    // Each open point leads to where it is answered.
    if (code === 'points-open') {
      const at = story.points.findIndex(({ id }) => field === `points.${id}`)
      return { field: answerField(story.points[at]?.id ?? 0), message: tracking.points.openPoint(at + 1) }
    }
    return {
      field: pageNameOf(field),
      message: code === 'not-read' ? (message ?? workflow.faults[code]) : workflow.faults[code],
    }
  })
  return { because: 'faults', faults, by: null }
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
function withOutcome(path: string, move: Move, moved: Moved): string {
  const [before = '/', hash] = path.split('#')
  const [page = '/', query] = before.split('?')
  const kept = new URLSearchParams(query)
  kept.set('done', move)
  kept.delete('told')
  if (moved.told.length) kept.set('told', moved.told.map(({ who, people }) => `${who}.${people}`).join(','))
  return `${page}?${kept}${hash ? `#${hash}` : ''}`
}
