// /desk/stories/:id/merge: two reports of one event side by side, and what the joined story takes of each.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mergePage, mergeReports } from '#app/newsroom/desk/merge-reports.server.ts'
import { moveStory } from '#app/newsroom/desk/move-story.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { AskWhich, JoinedReports, MergeForm } from '#app/ui/desk/merge-form.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = workspaceLinks

export const meta = titledPage

const query = z.strictObject({
  with: z.string().max(40).catch('').default(''),
  done: z.enum(['joined', 'parted', '']).catch('').default(''),
})

export const loader = door('desk', async ({ request, context, person, field }) => {
  const { with: asked, done } = readQuery(request.url, query)
  const page = await mergePage(context.db, field('id'), asked, person)
  if (!page) throw notFound()
  const { name, role, confirmed, language } = person
  const words = wordsFor(language)
  const title = words.after.merge.title(page.own.headline || words.desk.queue.untitled)
  return { person: { name, role, confirmed }, title, page, asked, done }
})

/** `act` is `join`, with the parts that are taken by their places, or `part` with the other story's version. */
const mergeForm = z.strictObject({
  act: z.enum(['join', 'part']),
  other: z.string().max(40).default(''),
  version: z.coerce.number().int().min(0).default(0),
  otherVersion: z.coerce.number().int().min(0).default(0),
  headline: z.enum(['own', 'other']).default('own'),
  standfirst: z.enum(['own', 'other']).default('own'),
  own: z.array(z.coerce.number().int().min(0).max(10_000)).max(6000).default([]),
  theirs: z.array(z.coerce.number().int().min(0).max(10_000)).max(6000).default([]),
})

type Refused = { faults: Fault[] }

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now, press } = context
  const words = wordsFor(person.language)
  const { merge } = words.after
  const id = field('id')
  const read = await readForm(request, mergeForm, words)
  if (!read.ok) return json<Refused>({ faults: read.faults }, { status: 422 })
  const { act, ...form } = read.value
  const page = await mergePage(db, id, '', person)
  if (!page) throw notFound()
  const refused = (message: string, status = 409) => json<Refused>({ faults: [{ field: '', message }] }, { status })
  if (act === 'part') {
    if (!page.joined.some(({ publicId }) => publicId === form.other)) return refused(merge.refusals['not-joined'])
    const order = { story: form.other, move: 'part' as const, version: form.otherVersion }
    const parted = await moveStory(db, order, person, now, press)
    if (parted.ok) return redirect(`/desk/stories/${id}/merge?done=parted`, 303)
    if (parted.because === 'faults') return refused(words.errors.form.notRead, 422)
    return refused(words.workflow.refusals[parted.because])
  }
  const merged = await mergeReports(db, id, form, person, now, press)
  if (merged.ok) return redirect(`/desk/stories/${id}/merge?done=joined`, 303)
  if (merged.because === 'not-found') throw notFound()
  if (merged.because === 'nothing-to-take') return refused(merge.nothingToTake, 422)
  return refused(merge.refusals[merged.because], merged.because === 'own-story' ? 403 : 409)
})

export default function Merge() {
  const { person, title, page, asked, done } = useLoaderData<typeof loader>()
  const refused = useActionData<Refused>()
  const { after } = useWords()
  const words = after.merge
  const { own, other, because, joined } = page
  const faults =
    refused?.faults ?? (because && because in words.refusals ? [{ field: 'with', message: said(because) }] : [])
  return (
    <Workspace
      person={person}
      here="desk"
      title={title}
      primary={
        <a className="small back" href={`/desk/stories/${own.publicId}`}>
          {after.next.back}
        </a>
      }
    >
      <Problems faults={faults} />
      {done && !refused ? (
        <p className="notice done" role="status">
          {words.done[done]}
        </p>
      ) : null}
      <p className="lead">{words.lead}</p>
      <JoinedReports own={own} joined={joined} />
      {other ? <MergeForm own={own} other={other} /> : <AskWhich own={own} asked={asked} faults={faults} />}
    </Workspace>
  )

  function said(key: string): string {
    const refusals: Record<string, string> = words.refusals
    return refusals[key] ?? ''
  }
}
