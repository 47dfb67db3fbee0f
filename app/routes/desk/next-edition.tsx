// /desk/stories/:id/next: the next edition of a published story – begun, written, compared, approved, published or dropped.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editionKinds } from '#app/newsroom/desk/edition-kinds.ts'
import {
  approveEdition,
  beginEdition,
  dropEdition,
  type EditionWords,
  hideOldWords,
  nextEdition,
  saveEdition,
} from '#app/newsroom/desk/next-edition.server.ts'
import { textForArea } from '#app/newsroom/story/copy/copy-as-text.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { ComparedVersions } from '#app/ui/contributor/compared-versions.tsx'
import { ApproveEdition, BeginEdition, type EditionRefused, WriteEdition } from '#app/ui/desk/next-edition.tsx'
import { PrintedEditions } from '#app/ui/desk/printed-editions.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { type Words, wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = titledPage

const query = z.strictObject({
  done: z.enum(['begun', 'saved', 'approved', 'dropped', 'hidden', '']).catch('').default(''),
  ticket: z.string().max(40).catch('').default(''),
  from: z.enum(['already-begun', '']).catch('').default(''),
})

export const loader = door('desk', async ({ request, context, person, field }) => {
  const page = await nextEdition(context.db, field('id'), person)
  if (!page) throw notFound()
  const { done, ticket, from } = readQuery(request.url, query)
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).after.next.title(page.story.headline),
    page,
    text: page.pending ? textForArea(page.pending.content.copy) : '',
    ticket,
    done,
    from,
  }
})

/** `act` says what is done; the fields below it are those of the words. */
const editionForm = z.strictObject({
  act: z.enum(['begin', 'save', 'approve', 'drop', 'hide']),
  version: z.coerce.number().int().min(0).default(0),
  kind: z.enum(editionKinds).default('correction'),
  ticket: z.string().max(40).default(''),
  tickets: z.array(z.string().max(40)).max(50).default([]),
  note: z.string().max(10_000).default(''),
  hide: z.union([z.literal('on').transform(() => true), z.literal('').transform(() => false)]).default(false),
  hideReason: z.string().max(10_000).default(''),
  /** With `hide`: the printed edition. */
  number: z.coerce.number().int().min(0).max(10_000).default(0),
  headline: z.string().max(1000).default(''),
  standfirst: z.string().max(2000).default(''),
  text: z.string().max(600_000).default(''),
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const id = field('id')
  const read = await readForm(request, editionForm, words)
  if (!read.ok) return json<EditionRefused>({ faults: read.faults, values: read.values }, { status: 422 })
  const form = read.value
  const result = await done(context, id, form, person)
  const past = { begin: 'begun', save: 'saved', approve: 'approved', drop: 'dropped', hide: 'hidden' }[form.act]
  if (result.ok) return redirect(`/desk/stories/${id}/next?done=${past}`, 303)
  if (result.because === 'not-found') throw notFound()
  if (result.because === 'already-begun') return redirect(`/desk/stories/${id}/next?from=already-begun`, 303)
  const { note, headline, standfirst, text, kind, hideReason } = form
  const written = { note, headline, standfirst, text, kind, hideReason, hide: form.hide ? 'on' : '' }
  const values: Record<string, string> = form.act === 'save' ? written : {}
  const faults = faultsOf(result, words)
  const status = result.because === 'faults' ? 422 : (refusedFor[result.because] ?? 409)
  return json<EditionRefused>({ faults, values }, { status })
})

const refusedFor: Partial<Record<string, number>> = { 'own-story': 403, 'not-publisher': 403 }

type Form = EditionWords & { act: 'begin' | 'save' | 'approve' | 'drop' | 'hide'; ticket: string; number: number }
type Door = Parameters<Parameters<typeof door<'desk', unknown>>[1]>[0]

function done({ db, now, press }: Door['context'], id: string, form: Form, person: Door['person']) {
  const { act, ticket, number, ...words } = form
  const { version, kind, hideReason } = words
  switch (act) {
    case 'begin':
      return beginEdition(db, id, { kind, ticket }, person, now)
    case 'save':
      return saveEdition(db, id, words, person, now)
    case 'approve':
      return approveEdition(db, id, { version }, person, now)
    case 'drop':
      return dropEdition(db, id, { version }, person)
    case 'hide':
      return hideOldWords(db, id, { number, reason: hideReason }, person, now, press)
  }
}

function faultsOf(result: Exclude<Awaited<ReturnType<typeof done>>, { ok: true }>, { after, errors }: Words) {
  const { faults, refusals } = after.next
  if (result.because === 'faults')
    return result.faults.map(({ field: name, code }) => ({ field: name, message: faults[code] }))
  if (result.because === 'not-found') return [{ field: '', message: errors.form.notRead }]
  return [{ field: '', message: refusals[result.because] }]
}

export default function NextEdition() {
  const { person, page, text, ticket, done: past, from } = useLoaderData<typeof loader>()
  const refused = useActionData<EditionRefused>()
  const words = useWords().after.next
  const { story, live, pending } = page
  return (
    <Workspace
      person={person}
      here="desk"
      title={words.title(story.headline)}
      primary={
        <a className="small back" href={`/desk/stories/${story.publicId}`}>
          {words.back}
        </a>
      }
    >
      <Problems faults={refused?.faults ?? []} />
      {past && !refused ? (
        <p className="notice done" role="status">
          {words.done[past]}
        </p>
      ) : null}
      {from && !refused ? (
        <p className="notice waiting" role="status">
          {words.refusals[from]}
        </p>
      ) : null}
      <p className="lead">
        {words.live(live.number)} {words.lead}
      </p>
      {page.onHold ? <p className="notice waiting">{words.onHold}</p> : null}
      {pending ? (
        <>
          <WriteEdition page={{ ...page, pending }} text={text} refused={refused} />
          <section className="part" aria-labelledby="next-compare">
            <h2 id="next-compare">{words.compare}</h2>
            {pending.difference.changes === 0 ? (
              <p className="quiet">{words.compareNone}</p>
            ) : (
              <ComparedVersions {...pending.difference} language={pending.content.language} />
            )}
          </section>
          <ApproveEdition story={story} pending={pending} onHold={page.onHold} />
        </>
      ) : (
        <BeginEdition page={page} ticket={ticket} />
      )}
      <PrintedEditions story={story} printed={page.printed} mayHide={page.mayHide} />
    </Workspace>
  )
}
