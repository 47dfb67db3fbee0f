// /admin/sections/:slug: one section: its name, place, clock and rules; deleted while it never held a story.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deleteSection, saveSection, sectionToEdit } from '#app/newsroom/outlet/edit-sections.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'
import { faultOfSection } from './section-faults.ts'
import { SectionFields } from './section-fields.tsx'
import { type SectionForm, sectionForm, typedSection } from './section-form.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ context, person, field }) => {
  const found = await sectionToEdit(context.db, field('slug'))
  if (!found) throw notFound()
  return { person, title: wordsFor(person.language).house.sections.edit(found.section.name), ...found }
})

type Answer = { faults: Fault[]; typed: SectionForm | null }

export const action = door('admin', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const slug = field('slug')
  if (new URL(request.url).searchParams.get('form') === 'delete') {
    const removed = await deleteSection(context.db, slug, person, context.now)
    if (!removed.ok && removed.because === 'not-found') throw notFound()
    if (!removed.ok) return refused(removed.because, null)
    await context.press.afterwards()
    return redirect('/admin/sections?done=removed', 303)
  }
  const read = await readForm(request, sectionForm(words), words)
  if (!read.ok) return json<Answer>({ faults: read.faults, typed: typedSection(read.values) }, { status: 422 })
  const saved = await saveSection(context.db, slug, read.value, person, context.now)
  if (!saved.ok && saved.because === 'not-found') throw notFound()
  if (!saved.ok) return refused(saved.because, read.value)
  await context.press.afterwards()
  return redirect('/admin/sections?done=saved', 303)

  function refused(because: Parameters<typeof faultOfSection>[0], typed: SectionForm | null) {
    const { fault, status } = faultOfSection(because, words)
    return json<Answer>({ faults: [fault], typed }, { status })
  }
})

export default function SectionPage() {
  const { person, title, section, fixed, used } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().house.sections
  const faults = answer?.faults ?? []
  const address = `/admin/sections/${section.slug}`
  return (
    <AdminPage person={person} tab="sections" title={title}>
      <p>
        <a className="small" href="/admin/sections">
          {words.back}
        </a>
      </p>
      <Problems faults={faults} />
      <form method="post" action={address} className="form wide" noValidate>
        <SectionFields section={answer?.typed ?? section} faults={faults} fixed={fixed} />
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.save}
          </button>
        </div>
      </form>
      {used ? null : (
        <form method="post" action={`${address}?form=delete`} className="part">
          <p className="hint">{words.removeHint}</p>
          <button type="submit" className="button danger">
            {words.remove}
          </button>
        </form>
      )}
    </AdminPage>
  )
}
