// /admin/topics/:slug: one hub: its words, background and key events, what it said before, joining it with another, deleting.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { joinHubs } from '#app/newsroom/press/join-hubs.server.ts'
import { plainTextOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import { deleteHub, hubToEdit, saveHub, takeBackHub } from '#app/newsroom/topics/edit-topics.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { Choice, Tick } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { Instant } from '#app/ui/page/instant.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { faultOfTopic } from './topic-faults.ts'
import { TopicFields } from './topic-fields.tsx'
import { hubOf, type TopicFormValues, topicForm, typedAgain, typedTopic, valuesOfHub } from './topic-form.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ request, context, person, field }) => {
  const found = await hubToEdit(context.db, field('slug'))
  if (!found) throw notFound()
  const { hub, versions, ...more } = found
  return {
    person,
    title: wordsFor(person.language).hubs.edit(hub.name),
    slug: hub.slug,
    values: valuesOfHub(hub),
    versions: versions.map(({ background, at, ...version }) => ({
      ...version,
      background: plainTextOfBlocks(background),
      at: at.toISOString(),
    })),
    done: doneIn(request.url),
    ...more,
  }
})

/** `typed` is null where the form that was sent has no fields of the hub. */
type Answer = { faults: Fault[]; typed: TopicFormValues | null; form: string; version?: number }

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
const takeForm = z.strictObject({ version: whole, take: whole })
const joinForm = z.strictObject({ into: z.string().max(120).default(''), sure: z.literal('on').optional() })

export const action = door('admin', async ({ request, context, person, field }) => {
  const { db, now } = context
  const words = wordsFor(person.language)
  const slug = field('slug')
  const form = new URL(request.url).searchParams.get('form') ?? ''
  const refused = (faults: Fault[], status: number, typed: TopicFormValues | null = null) =>
    json<Answer>({ faults, typed, form }, { status })
  switch (form) {
    case 'delete': {
      const removed = await deleteHub(db, slug, person, now)
      return removed.ok ? done('/admin/topics?done=removed') : because(removed.because)
    }
    case 'take': {
      const read = await readForm(request, takeForm, words)
      if (!read.ok) return refused(read.faults, 422)
      const taken = await takeBackHub(db, { slug, ...read.value }, person, now)
      return taken.ok ? done(`/admin/topics/${slug}?done=taken`) : because(taken.because)
    }
    case 'join': {
      const read = await readForm(request, joinForm, words)
      if (!read.ok) return refused(read.faults, 422)
      const { into, sure } = read.value
      if (!into) return refused([{ field: 'into', message: words.hubs.faults.into }], 422)
      if (!sure) return refused([{ field: 'sure', message: words.hubs.faults.sure }], 422)
      const joined = await joinHubs(db, { from: slug, into }, person, now)
      return joined.ok ? done(`/admin/topics/${joined.slug}?done=joined`) : because(joined.because)
    }
  }
  const read = await readForm(request, topicForm(words), words)
  if (!read.ok) return refused(read.faults, 422, typedTopic(read.values))
  const typed = typedAgain(read.value)
  const judged = hubOf(read.value, words)
  if (!judged.ok) return refused(judged.faults, 422, typed)
  const saved = await saveHub(db, { slug, version: read.value.version }, judged.hub, person, now)
  return saved.ok ? done(`/admin/topics/${saved.slug}?done=saved`) : because(saved.because, typed)

  async function done(address: string) {
    await context.press.afterwards()
    return redirect(address, 303)
  }

  function because(why: Parameters<typeof faultOfTopic>[0], typed: TopicFormValues | null = null) {
    if (why === 'not-found') throw notFound()
    const { fault, status } = faultOfTopic(why, words)
    return refused([fault], status, typed)
  }
})

export default function TopicPage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const words = useWords().hubs
  const faults = answer?.faults ?? []
  const { person, title, slug, values, version, fixed, used, done } = page
  const address = `/admin/topics/${slug}`
  return (
    <AdminPage person={person} tab="topics" title={title} notice={answer ? '' : (words.done[done] ?? '')}>
      <p>
        <a className="small back" href="/admin/topics">
          {words.back}
        </a>{' '}
        ·{' '}
        <a className="small" href={`/topics/${slug}`}>
          {words.see}
        </a>
      </p>
      <Problems faults={faults} />
      <form method="post" action={address} className="form wide" noValidate>
        <input type="hidden" name="version" value={version} />
        <TopicFields topic={answer?.typed ?? values} faults={faults} fixed={fixed} />
        <div className="buttons">
          <button type="submit" className="button primary">
            {words.save}
          </button>
        </div>
      </form>
      <Versions versions={page.versions} version={version} address={address} />
      <Join others={page.others} address={address} faults={answer?.form === 'join' ? faults : []} />
      {used ? null : (
        <form method="post" action={`${address}?form=delete`} className="part">
          <h2>{words.remove}</h2>
          <p className="hint">{words.removeHint}</p>
          <button type="submit" className="button danger">
            {words.remove}
          </button>
        </form>
      )}
    </AdminPage>
  )
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>

function Versions({ versions, version, address }: Pick<Page, 'versions' | 'version'> & { address: string }) {
  const words = useWords().hubs
  if (versions.length < 2) return null
  return (
    <section className="part" aria-labelledby="versions">
      <h2 id="versions">{words.versions}</h2>
      {versions.map(({ id, by, at, title, description, background, keyEvents }) => (
        <details key={id}>
          <summary>
            <Instant at={at} />
            {by === '' ? null : (
              <>
                {', '}
                <bdi>{by}</bdi>
              </>
            )}
            {id === version ? ` · ${words.now}` : null}
          </summary>
          <p dir="auto">
            <b>{title}</b>
          </p>
          {description === '' ? null : <p dir="auto">{description}</p>}
          <p className="typed-text" dir="auto">
            {background || words.noBackground}
          </p>
          <ul>
            {keyEvents.map((event) => (
              <li key={event.date + event.text}>
                <time dateTime={event.date}>{event.date}</time> <bdi>{event.text}</bdi>
              </li>
            ))}
          </ul>
          {id === version ? null : (
            <form method="post" action={`${address}?form=take`}>
              <input type="hidden" name="version" value={version} />
              <button type="submit" className="button" name="take" value={id}>
                {words.take}
              </button>
            </form>
          )}
        </details>
      ))}
    </section>
  )
}

function Join({ others, address, faults }: Pick<Page, 'others'> & { address: string; faults: readonly Fault[] }) {
  const words = useWords().hubs
  if (others.length === 0) return null
  const options = [
    { value: '', label: words.choose },
    ...others.map(({ slug, name }) => ({ value: slug, label: name })),
  ]
  return (
    <details className="part" open={faults.length > 0}>
      <summary>
        <h2>{words.join}</h2>
      </summary>
      <form method="post" action={`${address}?form=join`} className="form wide" noValidate>
        <p className="hint">{words.joinHint}</p>
        <Choice name="into" label={words.into} options={options} faults={faults} />
        <Tick name="sure" label={words.sure} faults={faults} />
        <div className="buttons">
          <button type="submit" className="button danger">
            {words.join}
          </button>
        </div>
      </form>
    </details>
  )
}
