// /desk/topics/:slug/live/:entry/photo: the desk adds a photo to an entry that readers have, or takes one out.
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
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { liveLinks } from '#app/ui/desk/live/live-links.ts'
import { LivePhotoForms } from '#app/ui/forms/live-photo.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'
import { liveAddress } from './live-page.server.ts'

export const links = liveLinks

export const meta = titledPage

export const loader = door('desk', ({ context, person, field }) => livePhotoPage(context, placeOf(field), person))

export const action = door('desk', async ({ request, context, person, field }) => {
  const place = placeOf(field)
  if (new URL(request.url).searchParams.get('form') === 'out')
    return removedLivePhoto(context, place, person, liveAddress(place.topic, 'photo-out'))
  const words = wordsFor(person.language)
  const read = await readForm(request, livePhotoForm(words), words)
  return addedLivePhoto(context, place, read, person, liveAddress(place.topic, 'photo', `#entry-${place.entry}`))
})

function placeOf(field: (name: string) => string): PhotoPlace {
  return { topic: field('slug'), entry: field('entry'), side: 'desk' }
}

export default function LivePhoto() {
  const { person, title, topic, entry, keepEvidence } = useLoaderData<typeof loader>()
  const refused = useActionData<RefusedPhoto>()
  const { correct } = useWords().live.desk
  const base = `/desk/topics/${topic}/live`
  return (
    <Workspace
      person={person}
      here="desk"
      title={title}
      primary={
        <a className="small back" href={base}>
          {correct.back}
        </a>
      }
    >
      <DeskPlaces here="live" />
      <Problems faults={refused?.faults ?? []} />
      <LivePhotoForms
        entry={entry}
        action={`${base}/${entry.publicId}/photo`}
        keepEvidence={keepEvidence}
        faults={refused?.faults ?? []}
        values={refused?.values}
      />
    </Workspace>
  )
}
