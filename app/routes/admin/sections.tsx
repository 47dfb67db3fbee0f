// /admin/sections: the sections in their order with their clock and rules, and the form for another.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type SectionRules, saveSection, sectionRules } from '#app/newsroom/outlet/edit-sections.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { faultOfSection } from './section-faults.ts'
import { SectionFields } from './section-fields.tsx'
import { type SectionForm, sectionForm, typedSection } from './section-form.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).house.sections.title,
  sections: await sectionRules(context.db),
  done: doneIn(request.url),
}))

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, sectionForm(words), words)
  if (!read.ok) return json<Answer>({ faults: read.faults, typed: typedSection(read.values) }, { status: 422 })
  const saved = await saveSection(context.db, null, read.value, person, context.now)
  if (!saved.ok) {
    const { fault, status } = faultOfSection(saved.because, words)
    return json<Answer>({ faults: [fault], typed: read.value }, { status })
  }
  await context.press.afterwards()
  return redirect('/admin/sections?done=added', 303)
})

type Answer = { faults: Fault[]; typed: SectionForm }

export default function SectionsPage() {
  const { person, title, sections, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().house.sections
  const faults = answer?.faults ?? []
  const next: SectionForm = {
    slug: '',
    name: '',
    description: '',
    position: Math.max(0, ...sections.map(({ position }) => position)) + 1,
    answerWithinHours: 48,
    approvals: 1,
    fourEyes: false,
    silenceAgrees: true,
    checklist: [],
  }
  return (
    <AdminPage person={person} tab="sections" title={title} notice={answer ? '' : (words.done[done] ?? '')}>
      <Problems faults={faults} />
      <p className="hint">{words.lead}</p>
      {sections.length === 0 ? <p className="empty">{words.none}</p> : <SectionTable sections={sections} />}
      <details className="part" open={faults.length > 0 || sections.length === 0}>
        <summary>
          <h2>{words.add}</h2>
        </summary>
        <form method="post" action="/admin/sections" className="form wide" noValidate>
          <SectionFields section={answer?.typed ?? next} faults={faults} />
          <div className="buttons">
            <button type="submit" className="button primary">
              {words.add}
            </button>
          </div>
        </form>
      </details>
    </AdminPage>
  )
}

function SectionTable({ sections }: { sections: readonly SectionRules[] }) {
  const words = useWords().house.sections
  return (
    <table className="table stacks">
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.clock}</th>
          <th scope="col">{words.approvals}</th>
          <th scope="col">{words.checklist}</th>
          <th scope="col">
            <span className="only-heard">{words.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {sections.map((section) => (
          <tr key={section.slug}>
            <th scope="row">
              <bdi>{section.name}</bdi> <bdi className="quiet small">{`/sections/${section.slug}`}</bdi>
            </th>
            <td data-label={words.clock}>{words.hours(section.answerWithinHours)}</td>
            <td data-label={words.approvals}>
              <span>
                {section.approvals}
                {section.fourEyes ? ` · ${words.fourEyesShort}` : ''}
              </span>
            </td>
            <td data-label={words.checklist}>
              <span>{section.checklist.map((key) => words.checks[key] ?? key).join(', ') || words.noChecks}</span>
            </td>
            <td>
              <a href={`/admin/sections/${section.slug}`}>
                {words.change}
                <span className="only-heard">{words.changeOf(section.name)}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
