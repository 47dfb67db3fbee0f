// /desk/stories/:id/compare: two versions of a story for the desk, and taking the earlier one up again.
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { deskComparison, restoreForDesk } from '#app/newsroom/desk/desk-compare.server.ts'
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

export const loader = door('desk', async ({ request, context, person, field }) => {
  const { from, to, done } = readQuery(request.url, query)
  const compared = await deskComparison(context.db, field('id'), { from, to }, person)
  if (!compared) throw notFound()
  const { name, role, confirmed, language } = person
  const { contributor, copydesk, desk } = wordsFor(language)
  const page = 'isOne' in compared ? null : compared
  const { storyNumber, headline } = compared
  const heading = copydesk.compare.title(desk.queue.number(storyNumber))
  const title = Object.hasOwn(copydesk.compare.refused, done) ? contributor.writing.errorTitle(heading) : heading
  return { person: { name, role, confirmed }, title, heading, publicId: field('id'), headline, page, done }
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const form = await readForm(request, restoreForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const restored = await restoreForDesk(context.db, field('id'), form.value, person, context.now)
  if (!restored.ok && restored.because === 'not-found') throw notFound()
  const path = `/desk/stories/${field('id')}/compare`
  const query = restored.ok ? 'done=restored' : `from=${form.value.revision}&done=${restored.because}`
  return redirect(`${path}?${query}`, 303)
})

export const meta = titledPage

export default function Compare() {
  const { person, page, heading, headline, publicId, done } = useLoaderData<typeof loader>()
  const { copydesk } = useWords()
  const here = `/desk/stories/${publicId}/compare`
  const faults: Record<string, string> = copydesk.compare.refused
  const back = (
    <a className="small back" href={`/desk/stories/${publicId}`}>
      {copydesk.back}
    </a>
  )
  return (
    <Workspace person={person} here="desk" title={heading} primary={back}>
      {Object.hasOwn(faults, done) ? <Problems faults={[{ field: '', message: faults[done] ?? '' }]} /> : null}
      {done === 'restored' ? (
        <p className="notice done" role="status">
          {copydesk.compare.restored}
        </p>
      ) : null}
      <p className="lead about-story">
        <bdi>{headline}</bdi>
      </p>
      <Comparison action={here} page={page} restoring={copydesk.compare} nothingHint={copydesk.compare.nothingHint} />
    </Workspace>
  )
}
