// /admin/outlet: who the outlet says it is, its languages and time, the desk's promises, policies, and what machines are told.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { outletOf, saveOutlet } from '#app/newsroom/outlet/outlet.server.ts'
import { accents } from '#app/newsroom/outlet/settings.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Choice, TextArea, TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { fieldsOf, type OutletField, type OutletFields, outletForm, settingsOf } from './outlet-form.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).house.outlet.title,
  fields: fieldsOf(await outletOf(context.db)),
  done: doneIn(request.url),
}))

type Answer = { faults: Fault[]; typed: Partial<OutletFields> }

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, outletForm, words)
  if (!read.ok) return json<Answer>({ faults: read.faults, typed: read.values }, { status: 422 })
  const judged = settingsOf(read.value, words)
  if (!judged.ok) return json<Answer>({ faults: judged.faults, typed: read.value }, { status: 422 })
  const saved = await saveOutlet(context.db, judged.settings, person, context.now)
  if (!saved.ok) throw json({ because: saved.because }, { status: 403 })
  await context.press.afterwards()
  return redirect('/admin/outlet?done=saved', 303)
})

export default function OutletPage() {
  const { person, title, fields, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { house, policies } = useWords()
  const words = house.outlet
  const faults = answer?.faults ?? []
  const typed: OutletFields = { ...fields, ...answer?.typed }
  const line = (name: OutletField, more: { hint?: string; ltr?: boolean } = {}) => (
    <TextField
      name={name}
      label={words.fields[name]}
      hint={more.hint}
      dir={more.ltr ? 'ltr' : 'auto'}
      defaultValue={typed[name]}
      faults={faults}
    />
  )
  const area = (name: OutletField, rows: number, hint?: string) => (
    <TextArea
      name={name}
      label={words.fields[name]}
      hint={hint}
      rows={rows}
      dir="auto"
      defaultValue={typed[name]}
      faults={faults}
    />
  )
  const choice = (name: OutletField, options: readonly { value: string; label: string }[]) => (
    <Choice name={name} label={words.fields[name]} options={options} defaultValue={typed[name]} faults={faults} />
  )
  return (
    <AdminPage person={person} tab="outlet" title={title} notice={!answer && done === 'saved' ? words.saved : ''}>
      <Problems faults={faults} />
      <form method="post" action="/admin/outlet" className="form wide outlet-form" noValidate>
        <Part title={words.parts.who}>
          {line('name')}
          {line('shortName', { hint: words.hints.shortName })}
          {line('agency', { hint: words.hints.agency })}
          {line('tagline')}
          {area('about', 4)}
          {choice('accent', [
            { value: '', label: words.accents.red },
            ...accents.slice(1).map((value) => ({ value, label: words.accents[value] })),
          ])}
          {area('social', 4, words.hints.social)}
        </Part>
        <Part title={words.parts.places}>
          {line('language', { hint: words.hints.language, ltr: true })}
          {line('storyLanguages', { hint: words.hints.storyLanguages, ltr: true })}
          {line('timeZone', { hint: words.hints.timeZone, ltr: true })}
        </Part>
        <Part title={words.parts.desk}>
          {line('deskName')}
          {area('promise', 3)}
          {choice('keepEvidence', optionsOf(words.evidence))}
          {choice('aiDeclaration', optionsOf(words.declarations))}
        </Part>
        <Part title={words.parts.policies}>
          {area('editorial', 5, words.hints.policies)}
          {area('corrections', 5)}
          {area('ethics', 5)}
          {area('ownership', 5)}
          {area('privacy', 5)}
          {area('safety', 5)}
          {area('agreement', 5)}
        </Part>
        <p>
          <a href="/admin/policies">{policies.history}</a>
        </p>
        <Part title={words.parts.wire}>
          {choice('trainingCrawlers', optionsOf(words.crawlers))}
          {line('hub', { hint: words.hints.hub, ltr: true })}
          {line('indexNowKey', { hint: words.hints.indexNowKey, ltr: true })}
          {line('securityContact', { hint: words.hints.securityContact, ltr: true })}
          {line('fediverseCreator', { hint: words.hints.fediverseCreator, ltr: true })}
        </Part>
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.save}
          </button>
        </div>
      </form>
    </AdminPage>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part fields">
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function optionsOf(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
