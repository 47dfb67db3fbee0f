// /my/pitches/new: an idea in three lines, sent before the story is written.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sendPitch } from '#app/newsroom/desk/pitches.server.ts'
import { type PitchInput, pitchInput } from '#app/newsroom/desk/pitches.ts'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { openCallsNow } from '#app/newsroom/story/open-calls.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Choice, TextArea } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({ call: z.string().max(80).default('') })

export const loader = door('contributor', async ({ request, context, person }) => {
  const { db, now } = context
  const [sections, calls] = await Promise.all([sectionsOf(db), openCallsNow(db, now)])
  const { call } = readQuery(request.url, query)
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).calls.pitch.title,
    sections: sections.map(({ slug, name: label }) => ({ value: slug, label })),
    calls: calls.map(({ slug, title }) => ({ value: slug, label: title })),
    values: { text: '', section: calls.find(({ slug }) => slug === call)?.section?.slug ?? '', call } as PitchInput,
  }
})

type Refused = { faults: Fault[]; values: Partial<PitchInput> }

export const action = door('contributor', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, pitchInput, words)
  if (!read.ok) return json<Refused>({ faults: read.faults, values: read.values }, { status: 422 })
  const allowed = await context.limits.take('pitch', person.publicId)
  if (!allowed.ok) {
    const faults = [{ field: '', message: words.contributor.saveRefusals['too-often'] }]
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json<Refused>({ faults, values: read.value }, { status: 429, headers })
  }
  const sent = await sendPitch(context.db, read.value, person, context.now)
  if (sent.ok) return redirect(`/my/pitches/${sent.publicId}?done=sent`, 303)
  await context.limits.giveBack('pitch', person.publicId)
  const faults = sent.faults.map(({ field, code }) => ({ field, message: words.calls.faults[code] }))
  return json<Refused>({ faults, values: read.value }, { status: 422 })
})

export const meta = titledPage

export default function NewPitch() {
  const { person, title, sections, calls, values: begun } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()
  const words = useWords().calls.pitch
  const faults = refused?.faults ?? []
  const values = refused?.values ?? begun
  return (
    <Workspace person={person} here="stories" title={title}>
      <Problems faults={faults} />
      <p className="lead">{words.lead}</p>
      <form method="post" action="/my/pitches/new" className="form wide" noValidate>
        <TextArea
          name="text"
          label={words.text}
          hint={words.textHint}
          rows={3}
          maxLength={600}
          dir="auto"
          defaultValue={values.text}
          faults={faults}
        />
        <Choice
          name="section"
          label={words.section}
          defaultValue={values.section}
          faults={faults}
          options={[{ value: '', label: words.chooseSection }, ...sections]}
        />
        {calls.length > 0 ? (
          <Choice
            name="call"
            label={words.call}
            defaultValue={values.call}
            faults={faults}
            options={[{ value: '', label: words.noCall }, ...calls]}
          />
        ) : null}
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.send}
          </button>
          <a className="button" href="/my/stories">
            {words.back}
          </a>
        </div>
      </form>
    </Workspace>
  )
}
