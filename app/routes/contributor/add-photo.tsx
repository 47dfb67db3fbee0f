// Adds a photo at the end of a draft by a plain form; a refused one comes back with everything that was typed.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptPicture } from '#app/newsroom/pictures/accept-picture.server.ts'
import { photoRules } from '#app/newsroom/pictures/photo-rules.server.ts'
import { pictureWords } from '#app/newsroom/pictures/picture-words.ts'
import { addFigure } from '#app/newsroom/story/add-figure.server.ts'
import { draftOf } from '#app/newsroom/story/drafts.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { PhotoForm, type PhotoFormValues } from '#app/ui/forms/photo-form.tsx'
import { type PhotoRefusal, photoRefusal } from '#app/ui/forms/photo-refusal.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = titledPage

const ticked = z.literal(['on', '']).default('')

const photoForm = perBook(({ contributor: { photo } }) =>
  z.strictObject({
    photo: z.instanceof(File, { message: photo.noFile }).refine((file) => file.size > 0, photo.noFile),
    ...pictureWords.shape,
    graphic: ticked,
    leaveOut: ticked,
  }),
)

type Refused = { faults: Fault[]; values: PhotoFormValues }

export const loader = door('contributor', async ({ context, person, field }) => {
  const page = await draftOf(context.db, field('id'), person)
  if (!page) throw notFound()
  if (!page.story.mayWrite) throw redirect(`/my/stories/${field('id')}/status`)
  const { name, role, confirmed } = person
  const { keepEvidence } = await photoRules(context.db, context.sizer, person)
  const title = wordsFor(person.language).contributor.photo.add
  return { title, story: field('id'), person: { name, role, confirmed }, keepEvidence }
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const story = field('id')
  const book = wordsFor(person.language)
  const words = book.contributor
  const { quota } = await photoRules(context.db, context.sizer, person)
  const refused = (because: PhotoRefusal, values: PhotoFormValues, status = 422) => {
    const message = `${photoRefusal(words, because, quota)} ${words.photo.chooseAgain}`
    return json<Refused>({ faults: [{ field: 'photo', message }], values }, { status })
  }
  const read = await readForm(request, photoForm(book), book)
  if (!read.ok) return json<Refused>({ faults: read.faults, values: read.values }, { status: 422 })
  const { photo, graphic, leaveOut, ...told } = read.value
  const values = valuesOf(read.value)
  if (!(await context.limits.take('upload', person.publicId)).ok) return refused('too-often', values, 429)
  const answer = await acceptPicture(
    context.db,
    { ...context, store: context.pictures },
    {
      story,
      bytes: new Uint8Array(await photo.arrayBuffer()),
      fileName: photo.name,
      keepFacts: leaveOut !== 'on',
      ...told,
    },
    person,
    context.now,
  )
  if (!answer.ok && answer.because === 'not-found') throw notFound()
  if (!answer.ok) return refused(answer.because as PhotoRefusal, values)
  const figure = { pictureId: answer.picture.id, ...told, graphic: graphic === 'on' }
  await addFigure(context.db, story, figure, person, context.now)
  return redirect(`/my/stories/${story}?done=photo`, 303)
})

export default function AddPhoto() {
  const { story, person, keepEvidence } = useLoaderData<typeof loader>()
  const answer = useActionData<Refused>()
  const words = useWords().contributor
  return (
    <Workspace person={person} here="stories" title={words.photo.add}>
      {answer ? <Problems faults={answer.faults} /> : null}
      <PhotoForm
        action={`/my/stories/${story}/photos/new`}
        rules={{ keepEvidence }}
        values={answer?.values}
        faults={answer?.faults}
      />
      <p>
        <a href={`/my/stories/${story}`}>{words.photo.backToStory}</a>
      </p>
    </Workspace>
  )
}

function valuesOf(form: z.infer<ReturnType<typeof photoForm>>): PhotoFormValues {
  const { caption, credit, alt, licence, decorative, rights, graphic, leaveOut } = form
  const on = (is: boolean) => (is ? 'on' : '')
  return { caption, credit, alt, licence, graphic, leaveOut, decorative: on(decorative), rights: on(rights) }
}
