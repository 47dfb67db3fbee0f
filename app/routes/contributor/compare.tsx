// /my/stories/:id/compare: two kept versions of one's own story, and taking an earlier one back.
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparedRevisions, restoreRevision } from '#app/newsroom/desk/own-revisions.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { Problems } from '#app/ui/forms/problems.tsx'
import { Comparison } from '#app/ui/page/comparison.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({
  from: z.string().max(12).catch('').default(''),
  to: z.string().max(12).catch('').default(''),
  done: z.string().max(40).catch('').default(''),
})

const restoreForm = z.strictObject({
  revision: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1),
})

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const { from, to, done } = readQuery(request.url, query)
  const compared = await comparedRevisions(context.db, field('id'), { from, to }, person)
  if (!compared) throw notFound()
  const { name, role, confirmed, language } = person
  const { contributor, tracking } = wordsFor(language)
  const page = compared === 'nothing-yet' ? null : compared
  const plain = tracking.compare.title(page?.headline || contributor.mine.untitled)
  const title = Object.hasOwn(tracking.compare.refused, done) ? contributor.writing.errorTitle(plain) : plain
  return { person: { name, role, confirmed }, title, heading: plain, publicId: field('id'), page, done }
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const form = await readForm(request, restoreForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const restored = await restoreRevision(context.db, field('id'), form.value, person, context.now)
  if (!restored.ok && restored.because === 'not-found') throw notFound()
  const path = `/my/stories/${field('id')}`
  if (restored.ok) return redirect(`${path}/status?done=restored`, 303)
  return redirect(`${path}/compare?from=${form.value.revision}&done=${restored.because}`, 303)
})

export const meta = titledPage

export default function Compare() {
  const { person, page, heading, publicId, done } = useLoaderData<typeof loader>()
  const { compare } = useWords().tracking
  const here = `/my/stories/${publicId}/compare`
  const faults: Record<string, string> = compare.refused
  const back = (
    <a className="small back" href={`/my/stories/${publicId}/status`}>
      {compare.back}
    </a>
  )
  return (
    <Workspace person={person} here="stories" title={heading} primary={back}>
      {Object.hasOwn(faults, done) ? <Problems faults={[{ field: '', message: faults[done] ?? '' }]} /> : null}
      <Comparison action={here} page={page} restoring={compare} nothingHint={compare.nothingHint} />
    </Workspace>
  )
}
