// POST /comments/:storyId: hangs a comment on words of a story; POST /comments/:storyId/:thread: answers or settles it.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type Commented, openThread, replyInThread, resolveThread } from '#app/newsroom/desk/comments.server.ts'
import { placeInput } from '#app/newsroom/desk/places.ts'
import { orderedStory } from '#app/newsroom/desk/refused-order.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { safeRedirect } from '#app/platform/safe-redirect.ts'
import { door, notFound } from '#app/routes/door.ts'
import { type CommentRefusal, RefusedComment } from '#app/ui/desk/refused-comment.tsx'
import { NothingOrdered } from '#app/ui/desk/refused-move.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

const commentForm = z.strictObject({
  ...placeInput,
  text: z.string().max(20_000).default(''),
  /** Who reads a new thread. */
  for: z.enum(['shared', 'desk']).default('shared'),
  /** The version whose words the selection is in; left out with a paragraph. */
  version: z.coerce.number().int().min(1).optional(),
  /** Settles a thread or opens it again, without a word. */
  resolved: z.enum(['yes', 'no']).optional(),
  next: z.string().max(200).catch(''),
})

export const loader = door('account', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).copydesk.comments.notSent }
})

export const action = door('account', async ({ request, context, person, field }) => {
  const { db, now, limits } = context
  const story = field('storyId')
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const words = wordsFor(person.language)
  const form = await readForm(request, commentForm, words)
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const taken = await limits.take('note', person.publicId)
  if (!taken.ok)
    throw json({ because: 'too-many' }, { status: 429, headers: { 'retry-after': String(taken.retryAfterSeconds) } })
  const { text, for: audience, version, resolved, next, from, to, quote, paragraph } = form.value
  const thread = field('thread')
  const place = { from, to, quote, paragraph }
  const opened = { place, shared: audience === 'shared', text, version: version ?? null }
  const said: Commented = !thread
    ? await openThread(db, story, opened, person, now)
    : resolved === undefined
      ? await replyInThread(db, story, { thread, text }, person, now)
      : await resolveThread(db, story, { thread, resolved: resolved === 'yes' }, person, now)
  if (!said.ok && said.because === 'not-found') throw notFound()
  if (wantsJson) {
    if (said.ok) return json({ ok: true, thread: said.thread }, { status: 201 })
    const message = words.copydesk.comments.faults[said.because as 'empty']
    return json({ because: said.because, message }, { status: said.because === 'changed' ? 409 : 422 })
  }
  const about = await orderedStory(db, story, person)
  const home = about?.own === false ? `/desk/stories/${story}` : `/my/stories/${story}/status`
  const back = safeRedirect(next, home)
  if (said.ok) return redirect(`${back.split(/[?#]/)[0]}?done=comment#thread-${said.thread}`, 303)
  if (!about || said.because === 'not-found') throw notFound()
  const refusal: CommentRefusal = { because: said.because, story: about, text, back }
  return json(refusal, { status: said.because === 'changed' ? 409 : 422 })
})

export const meta = titledPage

export default function Comments() {
  const { person } = useLoaderData<typeof loader>()
  const refusal = useActionData<CommentRefusal>()
  return refusal?.because && 'story' in refusal ? (
    <RefusedComment person={person} refusal={refusal} />
  ) : (
    <NothingOrdered person={person} />
  )
}
