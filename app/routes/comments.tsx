// POST /comments/:storyId: hangs a comment on words of a story; one that cannot be sent comes back.
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { openThread } from '#app/newsroom/desk/comments.server.ts'
import { placeInput } from '#app/newsroom/desk/places.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { countTry, door } from '#app/routes/door.ts'
import { CommentNotSent, type CommentRefusal } from '#app/ui/desk/refused-comment.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { wordsFor } from '#app/words/words.ts'
import { commentAnswer } from './comment-answer.ts'

export const links = workspaceLinks

const commentForm = z.strictObject({
  ...placeInput.shape,
  text: z.string().max(20_000).default(''),
  /** Who reads it: the reporter too, or the desk alone. */
  for: z.enum(['shared', 'desk']).default('shared'),
  /** The version whose words the selection is in; left out with a paragraph. */
  version: z.coerce.number().int().min(1).optional(),
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
  const form = await readForm(request, commentForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  await countTry(context, 'note', person.publicId)
  const { text, for: audience, version, next, from, to, quote, paragraph } = form.value
  const comment = {
    place: { from, to, quote, paragraph },
    shared: audience === 'shared',
    text,
    version: version ?? null,
  }
  const said = await openThread(db, story, comment, person, now)
  return commentAnswer(db, said, { story, text, next, wantsJson }, person)
})

export const meta = titledPage

export default function Comments() {
  const { person } = useLoaderData<typeof loader>()
  return <CommentNotSent person={person} refusal={useActionData<CommentRefusal>()} />
}
