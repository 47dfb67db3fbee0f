// POST /comments/:storyId/:thread: answers in a thread, or settles it or opens it again; an answer that fails comes back.
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { replyInThread, resolveThread } from '#app/newsroom/desk/comments.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { CommentNotSent, type CommentRefusal } from '#app/ui/desk/refused-comment.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'
import { commentAnswer } from './comment-answer.ts'

export const links = workspaceLinks

const answerForm = z.strictObject({
  text: z.string().max(20_000).default(''),
  /** Settles the thread or opens it again, without a word. */
  resolved: z.enum(['yes', 'no']).optional(),
  next: z.string().max(200).catch(''),
})

export const loader = door('account', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).copydesk.comments.notSent }
})

export const action = door('account', async ({ request, context, person, field }) => {
  const { db, now } = context
  const story = field('storyId')
  const wantsJson = (request.headers.get('content-type') ?? '').includes('application/json')
  const form = await readForm(request, answerForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  await countTry(context, 'note', person.publicId)
  const { text, resolved, next } = form.value
  const thread = field('thread')
  const said =
    resolved === undefined
      ? await replyInThread(db, story, { thread, text }, person, now)
      : await resolveThread(db, story, { thread, resolved: resolved === 'yes' }, person, now)
  return commentAnswer(db, said, { story, text, next, wantsJson }, person)
})

export const meta = titledPage

export default function Thread() {
  const { person } = useLoaderData<typeof loader>()
  return <CommentNotSent person={person} refusal={useActionData<CommentRefusal>()} />
}
