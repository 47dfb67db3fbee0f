// /admin/reasons: why stories are declined and rejected, in the words and the order of the desk.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskReasonList, moveReason, retireReason, writeReason } from '#app/newsroom/desk/desk-reasons.server.ts'
import { reasonOutcomes } from '#app/newsroom/desk/reasons.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { ReasonForm, type ReasonRefused } from '#app/ui/admin/reason-form.tsx'
import { ReasonList, RetiredReasons } from '#app/ui/admin/reason-list.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

const query = z.strictObject({
  change: z.string().max(40).catch('').default(''),
  done: z.enum(['saved', 'moved', 'retired', 'brought-back', '']).catch('').default(''),
})

export const loader = door('admin', async ({ request, context, person }) => {
  const { change, done } = readQuery(request.url, query)
  const [reasons, { language }] = await Promise.all([deskReasonList(context.db), outletOf(context.db)])
  const changed = reasons.find(({ key }) => key === change) ?? null
  if (change && !changed) throw notFound()
  const title = wordsFor(person.language).lists.reasons.title
  return { person, title, reasons, changed, done, outletLanguage: language }
})

const sentence = z.string().max(1000).default('')

/** `act` says what is done with the reason `key`; `save` with no key adds one. */
const reasonForm = z.strictObject({
  act: z.enum(['save', 'up', 'down', 'retire', 'bring-back']),
  key: z.string().max(40).default(''),
  outcome: z.enum(reasonOutcomes).default('not-ready'),
  en: sentence,
  bg: sentence,
  ar: sentence,
})

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, reasonForm, words)
  if (!read.ok) return json<ReasonRefused>({ faults: read.faults, values: read.values }, { status: 422 })
  const { act, key, outcome, ...sentences } = read.value
  const { db, now } = context
  const saved =
    act === 'save'
      ? await writeReason(db, { key, outcome, sentences }, person, now)
      : act === 'up' || act === 'down'
        ? await moveReason(db, key, act, person, now)
        : await retireReason(db, key, act === 'retire', person, now)
  const done = { save: 'saved', up: 'moved', down: 'moved', retire: 'retired', 'bring-back': 'brought-back' }[act]
  if (saved.ok) return redirect(`/admin/reasons?done=${done}`, 303)
  if (saved.because !== 'faults') throw notFound()
  const faults = saved.faults.map(({ field, code }) => ({ field, message: words.lists.reasons.faults[code] }))
  return json<ReasonRefused>({ faults, values: { ...sentences, key, outcome } }, { status: 422 })
})

export default function ReasonsPage() {
  const { person, reasons, changed, done, outletLanguage } = useLoaderData<typeof loader>()
  const refused = useActionData<ReasonRefused>()
  const words = useWords().lists.reasons
  return (
    <AdminPage person={person} tab="reasons" title={words.title}>
      <Problems faults={refused?.faults ?? []} />
      {done && !refused ? (
        <p className="notice done" role="status">
          {words.done[done]}
        </p>
      ) : null}
      <p className="lead">{words.lead}</p>
      {changed ? (
        <ReasonForm reason={changed} refused={refused} outletLanguage={outletLanguage} />
      ) : (
        <>
          {reasonOutcomes.map((outcome) => (
            <ReasonList
              key={outcome}
              outcome={outcome}
              reasons={reasons.filter((reason) => reason.outcome === outcome && !reason.retired)}
            />
          ))}
          <RetiredReasons reasons={reasons.filter(({ retired }) => retired)} />
          <ReasonForm reason={null} refused={refused} outletLanguage={outletLanguage} />
        </>
      )}
    </AdminPage>
  )
}
