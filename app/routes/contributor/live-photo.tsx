// /my/live/:slug/:entry/photo: a reporter adds a photo to an entry of theirs that still waits, or takes it out.
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import {
  addedLivePhoto,
  livePhotoForm,
  livePhotoPage,
  type PhotoPlace,
  type RefusedPhoto,
  removedLivePhoto,
} from '#app/routes/live-photo-answer.ts'
import { LivePhotoForms } from '#app/ui/forms/live-photo.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = titledPage

export const loader = door('contributor', ({ context, person, field }) =>
  livePhotoPage(context, placeOf(field), person),
)

export const action = door('contributor', async ({ request, context, person, field }) => {
  const place = placeOf(field)
  const back = `/my/live/${encodeURIComponent(place.topic)}?done=`
  if (new URL(request.url).searchParams.get('form') === 'out')
    return removedLivePhoto(context, place, person, `${back}photo-out`)
  const words = wordsFor(person.language)
  const read = await readForm(request, livePhotoForm(words), words)
  return addedLivePhoto(context, place, read, person, `${back}photo`)
})

function placeOf(field: (name: string) => string): PhotoPlace {
  return { topic: field('slug'), entry: field('entry'), side: 'reporter' }
}

export default function LivePhoto() {
  const { person, title, topic, entry, keepEvidence } = useLoaderData<typeof loader>()
  const refused = useActionData<RefusedPhoto>()
  const { mine } = useWords().live
  return (
    <Workspace
      person={person}
      here="stories"
      title={title}
      primary={
        <a className="small back" href={`/my/live/${topic}`}>
          {mine.own}
        </a>
      }
    >
      <Problems faults={refused?.faults ?? []} />
      <LivePhotoForms
        entry={entry}
        action={`/my/live/${topic}/${entry.publicId}/photo`}
        keepEvidence={keepEvidence}
        faults={refused?.faults ?? []}
        values={refused?.values}
      />
    </Workspace>
  )
}
