// /desk/stories/:id/interest: an editor declares an interest in a story, with a reason, and decides nothing on it from then on.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskStory } from '#app/newsroom/desk/desk-story.server.ts'
import { declareInterest, type InterestRefusal } from '#app/newsroom/desk/interests.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { InterestForm } from '#app/ui/desk/interests.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

// Its length is the newsroom's to judge, so that it is kept.
const form = z.strictObject({ reason: z.string().max(20_000).default('') })

export const loader = door('desk', async ({ context, person, field }) => {
  const page = await deskStory(context.db, field('id'), person)
  if (!page || page.story.own) throw notFound()
  const { name, role, confirmed, language } = person
  const { interest } = wordsFor(language).desk.review.standing
  return { person: { name, role, confirmed }, title: interest, publicId: page.story.publicId }
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now, press } = context
  const words = wordsFor(person.language)
  const read = await readForm(request, form, words)
  if (!read.ok) return json({ reason: '', faults: read.faults }, { status: 422 })
  const { reason } = read.value
  const answer = await declareInterest(db, field('id'), reason, person, now, press)
  if (answer.ok) return redirect(`/desk/stories/${field('id')}?declared=interest`, 303)
  const status = statuses[answer.because]
  if (status === 404) throw notFound()
  const faults = [{ field: 'reason', message: words.desk.review.standing.refusals[answer.because] }]
  return json({ reason, faults }, { status })
})

const statuses: Record<InterestRefusal, 403 | 404 | 422> = {
  'not-found': 404,
  'own-story': 403,
  'no-reason': 422,
  'too-long': 422,
}

export const meta = titledPage

export default function Interest() {
  const { person, title, publicId } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { back } = useWords().desk.review
  const tried = refused && 'faults' in refused ? refused : undefined
  return (
    <Workspace
      person={person}
      here="desk"
      title={title}
      primary={
        <a className="small back" href={`/desk/stories/${publicId}`}>
          {back}
        </a>
      }
    >
      <InterestForm publicId={publicId} reason={tried?.reason} faults={tried?.faults} />
    </Workspace>
  )
}
