// /admin/topics: the topic hubs with what readers find there, and the form for another.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type ListedHub, listedHubs, saveHub } from '#app/newsroom/topics/edit-topics.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { faultOfTopic } from './topic-faults.ts'
import { TopicFields } from './topic-fields.tsx'
import { hubOf, type TopicFormValues, topicForm, typedAgain, typedTopic } from './topic-form.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person }) => ({
  person,
  title: wordsFor(person.language).hubs.title,
  hubs: await listedHubs(context.db),
  done: doneIn(request.url),
}))

type Answer = { faults: Fault[]; typed: TopicFormValues }

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, topicForm(words), words)
  if (!read.ok) return json<Answer>({ faults: read.faults, typed: typedTopic(read.values) }, { status: 422 })
  const typed = typedAgain(read.value)
  const judged = hubOf(read.value, words)
  if (!judged.ok) return json<Answer>({ faults: judged.faults, typed }, { status: 422 })
  const saved = await saveHub(context.db, null, judged.hub, person, context.now)
  if (!saved.ok) {
    const { fault, status } = faultOfTopic(saved.because, words)
    return json<Answer>({ faults: [fault], typed }, { status })
  }
  await context.press.afterwards()
  return redirect(`/admin/topics/${saved.slug}?done=added`, 303)
})

export default function TopicsPage() {
  const { person, title, hubs, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().hubs
  const faults = answer?.faults ?? []
  return (
    <AdminPage person={person} tab="topics" title={title} notice={answer ? '' : (words.done[done] ?? '')}>
      <Problems faults={faults} />
      <p className="hint">{words.lead}</p>
      {hubs.length === 0 ? <p className="empty">{words.none}</p> : <HubTable hubs={hubs} />}
      <details className="part" open={faults.length > 0 || hubs.length === 0}>
        <summary>
          <h2>{words.add}</h2>
        </summary>
        <form method="post" action="/admin/topics" className="form wide" noValidate>
          <TopicFields topic={answer?.typed ?? emptyTopic(hubs)} faults={faults} />
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

function emptyTopic(hubs: readonly ListedHub[]): TopicFormValues {
  const position = Math.max(0, ...hubs.map((hub) => hub.position)) + 1
  return { name: '', slug: '', title: '', description: '', background: '', keyEvents: [], running: true, position }
}

function HubTable({ hubs }: { hubs: readonly ListedHub[] }) {
  const words = useWords().hubs
  return (
    <table className="table stacks">
      <thead>
        <tr>
          <th scope="col">{words.hub}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.stories}</th>
          <th scope="col">
            <span className="only-heard">{words.change}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {hubs.map((hub) => (
          <tr key={hub.slug}>
            <th scope="row">
              <bdi>{hub.title}</bdi>{' '}
              <a className="quiet small" href={`/topics/${hub.slug}`} dir="ltr">{`/topics/${hub.slug}`}</a>
            </th>
            <td data-label={words.state}>
              <span>
                {hub.live ? <strong>{words.live}</strong> : hub.running ? words.runs : words.ended}
                {hub.bare ? <span className="quiet"> · {words.bare}</span> : null}
              </span>
            </td>
            <td data-label={words.stories}>{words.count(hub.stories)}</td>
            <td>
              <a href={`/admin/topics/${hub.slug}`}>
                {words.change}
                <span className="only-heard">{words.changeOf(hub.name)}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
