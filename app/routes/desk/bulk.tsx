// POST /desk/bulk: one move on all selected stories, or on none; a refusal comes back as a page that names the story.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bulkOrder, storiesOf } from '#app/newsroom/desk/bulk-order.ts'
import { moveStories } from '#app/newsroom/desk/move-story.server.ts'
import type { MoveRefused } from '#app/newsroom/desk/moving/outcome.ts'
import { deskLoad } from '#app/newsroom/desk/queue-counts.server.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import type { Person } from '#app/newsroom/people/person.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door } from '#app/routes/door.ts'
import { statusOf } from '#app/routes/refused-status.ts'
import { type BulkRefusal, RefusedBulk } from '#app/ui/desk/refused-bulk.tsx'
import { NothingOrdered } from '#app/ui/desk/refused-move.tsx'
import { pageNameOf, typedIn } from '#app/ui/desk/typed-order.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { type Words, wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

export const loader = door('desk', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).desk.refused.noMove }
})

export const action = door('desk', async ({ request, context, person }) => {
  const { db, now, press } = context
  const posted = await request
    .clone()
    .formData()
    .catch(() => new FormData())
  const typed = typedIn(posted)
  const back = safeRedirect(typed.next, '/desk')
  const lines = posted.getAll('story').filter((line): line is string => typeof line === 'string')
  const words = wordsFor(person.language)
  const colleagues = await colleaguesFor(db, person)
  const refused = (refusal: Pick<BulkRefusal, 'story' | 'faults' | 'because' | 'by' | 'move'>, status: number) =>
    json({ ...refusal, lines, typed, back, colleagues } satisfies BulkRefusal, { status })

  const form = await readForm(request, bulkOrder, words)
  if (!form.ok) {
    const { none, notRead } = words.queue.bulk
    const message = lines.length === 0 ? none : notRead
    return refused({ move: null, story: null, because: 'faults', faults: [{ field: '', message }], by: null }, 422)
  }
  const { story: chosen, next: _next, ...order } = form.value
  const orders = storiesOf(chosen).map((one) => ({ ...one, ...order }))
  const result = await moveStories(db, orders, person, now, press)
  if (result.ok) {
    const [page = '/desk', query] = back.split('#')[0]?.split('?') ?? []
    const kept = new URLSearchParams(query)
    kept.set('done', order.move)
    kept.set('moved', String(result.moved.length))
    for (const old of ['told', 'story']) kept.delete(old)
    return redirect(`${page}?${kept}`, 303)
  }
  const story = await orderedStory(db, result.story, person)
  const { because, faults, by } = saidOf(result.refused, words)
  return refused({ move: order.move, story, because, faults, by }, statusOf(result.refused))
})

export const meta = titledPage

export default function Bulk() {
  const { person } = useLoaderData<typeof loader>()
  const refusal = useActionData<BulkRefusal>()
  return refusal ? <RefusedBulk person={person} refusal={refusal} /> : <NothingOrdered person={person} />
}

async function colleaguesFor(db: Parameters<typeof deskLoad>[0], person: Person) {
  return (await deskLoad(db, person)).filter(({ me }) => !me).map(({ publicId, name }) => ({ publicId, name }))
}

function saidOf(refused: MoveRefused, { workflow }: Words): Pick<BulkRefusal, 'because' | 'faults' | 'by'> {
  if (refused.because !== 'faults')
    return { because: refused.because, faults: [], by: 'by' in refused ? refused.by : null }
  const faults = refused.faults.map(({ field, code, message }) => ({
    field: pageNameOf(field),
    message: code === 'not-read' ? (message ?? workflow.faults[code]) : workflow.faults[code],
  }))
  return { because: 'faults', faults, by: null }
}
