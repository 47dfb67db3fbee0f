// /desk/calls: what the desk is looking for; editors make calls here and close them.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { sectionsOf } from '#app/newsroom/outlet/outlet.server.ts'
import { type CallInList, type CallInput, callInput } from '#app/newsroom/story/call.ts'
import { callList, makeCall } from '#app/newsroom/story/open-calls.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { Choice, TextArea, TextField } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { EmptyList } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

const query = z.strictObject({ done: z.enum(['made', 'closed', '']).catch('').default('') })

export const loader = door('desk', async ({ request, context, person }) => {
  const { db, now } = context
  const [calls, sections, topics] = await Promise.all([callList(db, now), sectionsOf(db), runningTopics(db)])
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).calls.desk.title,
    calls,
    sections: sections.map(named),
    topics: topics.map(named),
    done: readQuery(request.url, query).done,
  }
})

type Refused = { faults: Fault[]; values: Partial<CallInput> }

export const action = door('desk', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, callInput, words)
  if (!read.ok) return json<Refused>({ faults: read.faults, values: read.values }, { status: 422 })
  const made = await makeCall(context.db, read.value, person, context.now, context.press)
  if (made.ok) return redirect('/desk/calls?done=made', 303)
  if (made.because === 'not-allowed') throw json({ because: made.because }, { status: 403 })
  const faults = made.faults.map(({ field, code }) => ({ field, message: words.calls.faults[code] }))
  return json<Refused>({ faults, values: read.value }, { status: 422 })
})

export const meta = titledPage

export default function Calls() {
  const { person, calls, sections, topics, done } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()
  const words = useWords().calls.desk
  return (
    <Workspace person={person} here="desk" title={words.title}>
      <DeskPlaces here="calls" />
      <Problems faults={refused?.faults ?? []} />
      {done && !refused ? (
        <p className="notice done" role="status">
          {words[done]}
        </p>
      ) : null}
      <p className="lead">{words.lead}</p>
      {calls.length > 0 ? (
        <ul className="call-list">
          {calls.map((call) => (
            <Call key={call.slug} call={call} />
          ))}
        </ul>
      ) : (
        <EmptyList title={words.none} hint={words.noneHint} />
      )}
      <section className="part" aria-labelledby="make-a-call">
        <h2 id="make-a-call">{words.make}</h2>
        <CallForm refused={refused} sections={sections} topics={topics} />
      </section>
    </Workspace>
  )
}

function Call({ call }: { call: CallInList }) {
  const { desk: words, until } = useWords().calls
  return (
    <li>
      <h2 dir="auto">{call.title}</h2>
      <p className="quiet small">
        <span className={`state ${call.isOpen ? 'done' : 'stopped'}`}>
          {call.isOpen ? words.isOpen : words.isClosed}
        </span>
        {[call.section?.name, call.topic?.name].filter(Boolean).map((name) => (
          <span key={name}> · {name}</span>
        ))}
        {call.closesAt ? (
          <>
            {' · '}
            {until} <Instant at={call.closesAt} style="date" />
          </>
        ) : null}
        {' · '}
        {words.stories(call.stories)}
      </p>
      <p className="said" dir="auto">
        {call.text}
      </p>
      {call.isOpen ? (
        <form method="post" action={`/desk/calls/${call.slug}/close`}>
          <button type="submit" className="button small" aria-label={words.closeCall(call.title)}>
            {words.close}
          </button>
        </form>
      ) : null}
    </li>
  )
}

type Named = { slug: string; name: string }

function CallForm({ refused, sections, topics }: { refused?: Refused; sections: Named[]; topics: Named[] }) {
  const { fields, save } = useWords().calls.desk
  const { faults, values } = refused ?? { faults: [], values: {} as Partial<CallInput> }
  const choices = (none: string, all: Named[]) => [
    { value: '', label: none },
    ...all.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
  return (
    <form method="post" action="/desk/calls" className="form" noValidate>
      <TextField
        name="title"
        label={fields.title}
        maxLength={120}
        dir="auto"
        defaultValue={values.title}
        faults={faults}
      />
      <TextArea
        name="text"
        label={fields.text}
        rows={4}
        maxLength={2000}
        dir="auto"
        defaultValue={values.text}
        faults={faults}
      />
      <Choice
        name="section"
        label={fields.section}
        defaultValue={values.section}
        faults={faults}
        options={choices(fields.noSection, sections)}
      />
      <Choice
        name="topic"
        label={fields.topic}
        defaultValue={values.topic}
        faults={faults}
        options={choices(fields.noTopic, topics)}
      />
      <TextField
        name="until"
        type="date"
        label={fields.until}
        hint={fields.untilHint}
        defaultValue={values.until}
        faults={faults}
      />
      <div className="buttons">
        <button type="submit" className="button primary">
          {save}
        </button>
      </div>
    </form>
  )
}

function named({ slug, name }: Named): Named {
  return { slug, name }
}
