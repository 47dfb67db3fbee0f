// POST /desk/filters: gives the present filter of the queue a name; a refusal comes back as a page with what was typed.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { saveFilter } from '#app/newsroom/desk/saved-filters.server.ts'
import { askedIn, savedFilterInput } from '#app/newsroom/desk/saved-filters.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { SaveFilter } from '#app/ui/desk/queue-filters.tsx'
import { queueLinks } from '#app/ui/desk/queue-links.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = queueLinks

export const loader = door('desk', ({ person }) => {
  const { name, role, confirmed, language } = person
  return { person: { name, role, confirmed }, title: wordsFor(language).queue.saved.title }
})

export const action = door('desk', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const form = await readForm(request, savedFilterInput, words)
  if (!form.ok) {
    const { name = '', question = '' } = form.values
    const faults = form.faults.map(({ field, message }) => ({ field: field === 'name' ? 'save-name' : '', message }))
    return json({ faults, name, question: askedIn(question) }, { status: 422 })
  }
  const { name, question } = form.value
  const saved = await saveFilter(context.db, form.value, person, context.now)
  if (saved.ok) return redirect(`/desk?${question}`, 303)
  const faults: Fault[] = [{ field: 'save-name', message: words.queue.saved.notSaved[saved.because] }]
  return json({ faults, name, question }, { status: 422 })
})

export const meta = titledPage

export default function SavingFilter() {
  const { person, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { saved } = useWords().queue
  return (
    <Workspace person={person} here="desk" title={refused ? saved.notSavedTitle : title}>
      {refused ? <Problems faults={refused.faults} /> : <p className="lead">{saved.nothingSent}</p>}
      {refused?.question && <SaveFilter question={refused.question} name={refused.name} faults={refused.faults} />}
      <p className="ways-back">
        <a className="button" href={`/desk?${refused?.question ?? ''}`}>
          {saved.back}
        </a>
      </p>
    </Workspace>
  )
}
