// /my/live/:slug: the form with which a reporter sends an entry to a topic's live coverage, and what became of the others.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { liveDoor, ownEntries, sendEntry } from '#app/newsroom/desk/live-sending.server.ts'
import { type SentInput, sentInput } from '#app/newsroom/topics/live.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { OwnEntries } from '#app/ui/contributor/own-entries.tsx'
import { SendLiveForm } from '#app/ui/contributor/send-live-form.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({
  done: z.enum(['sent', 'withdrawn', 'photo', 'photo-out', 'not-now', '']).catch('').default(''),
})

export const loader = door('contributor', async ({ request, context: { db }, person, field }) => {
  const place = await liveDoor(db, field('slug'))
  if (!place) throw notFound()
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).live.mine.title(place.name),
    place,
    own: await ownEntries(db, place.slug, person),
    done: readQuery(request.url, query).done,
  }
})

type Refused = { faults: Fault[]; values: Partial<Record<keyof SentInput, string>> }

export const action = door('contributor', async ({ request, context, person, field }) => {
  const { db, now, limits } = context
  const words = wordsFor(person.language)
  if (!(await liveDoor(db, field('slug')))) throw notFound()
  const read = await readForm(request, sentInput, words)
  if (!read.ok) return json<Refused>({ faults: read.faults, values: read.values }, { status: 422 })
  const allowed = await limits.take('live-entry', person.publicId)
  if (!allowed.ok) {
    const faults = [{ field: '', message: words.contributor.saveRefusals['too-often'] }]
    const headers = { 'retry-after': String(allowed.retryAfterSeconds) }
    return json<Refused>({ faults, values: read.value }, { status: 429, headers })
  }
  const sent = await sendEntry(db, field('slug'), read.value, person, now)
  if (sent.ok) return redirect(`/my/live/${field('slug')}?done=sent`, 303)
  await limits.giveBack('live-entry', person.publicId)
  if (!('faults' in sent)) throw notFound()
  const faults = sent.faults.map(({ field, code }) => ({ field, message: words.live.faults[code] }))
  return json<Refused>({ faults, values: read.value }, { status: 422 })
})

export const meta = titledPage

export default function SendLive() {
  const { person, title, place, own, done } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()
  const { mine: words } = useWords().live
  return (
    <Workspace person={person} here="stories" title={title}>
      <Problems faults={refused?.faults ?? []} />
      {done && !refused ? (
        <p className={done === 'not-now' ? 'notice stopped' : 'notice done'} role="status">
          {done === 'not-now' ? words.notNow : words.done[done]}
        </p>
      ) : null}
      <p className="lead">
        {place.title === null ? words.closed : words.lead(place.title)}{' '}
        <a href={`/topics/${place.slug}`}>{words.toHub}</a>
      </p>
      {place.title !== null || refused ? (
        <SendLiveForm slug={place.slug} faults={refused?.faults ?? []} values={refused?.values ?? {}} />
      ) : (
        <p>
          <a className="button" href={`/my/stories/new?topic=${place.slug}`}>
            {words.write}
          </a>
        </p>
      )}
      <OwnEntries entries={own} slug={place.slug} />
    </Workspace>
  )
}
