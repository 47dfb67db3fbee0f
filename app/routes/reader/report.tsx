// /stories/:slug/report: a reader says what is wrong with a story; no account, no script, no cookie.

import { json, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reportStory } from '#app/newsroom/desk/reader-reports.server.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { editionBySlug } from '#app/newsroom/press/edition.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import { ReportForm, type ReportRefused, ReportSent } from '#app/ui/reader/report-form.tsx'
import formsCss from '#app/ui/styles/forms.css?url'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { wordsFor } from '#app/words/words.ts'
import { kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = () => [...paperLinks(), ...[formsCss, changedCss].map((href) => ({ rel: 'stylesheet', href }))]
export const headers = readerHeaders

export const loader = door('public', async ({ request, context, field }) => {
  const found = await editionBySlug(context.db, field('slug'), context.now)
  const paper = await paperFrame(context.db)
  if (found === null) return missing({ paper, missing: true as const })
  if ('retracted' in found) return kept({ paper, retracted: found.retracted }, [paperKeys.story(field('slug'))], 410)
  const { slug, headline } = found
  const query = new URL(request.url).searchParams
  return kept({ paper, story: { slug, headline }, sent: query.get('done') === 'sent' }, [
    paperKeys.story(field('slug')),
  ])
})

/** `website` is no field of people: it is not shown, and who fills it in is a machine. */
const reportForm = z.strictObject({
  kind: z.enum(['error', 'takedown']).default('error'),
  text: z.string().max(20_000).default(''),
  name: z.string().max(1000).default(''),
  email: z.string().max(1000).default(''),
  website: z.string().max(1000).default(''),
})

export const action = door('public', async ({ request, context, field }) => {
  const { db, now, limits, address } = context
  const words = wordsFor((await outletOf(db)).language)
  const slug = field('slug')
  const read = await readForm(request, reportForm, words)
  if (!read.ok) return json<ReportRefused>({ faults: read.faults, values: read.values }, { status: 422 })
  const { website, ...report } = read.value
  const thanks = redirect(`/stories/${encodeURIComponent(slug)}/report?done=sent`, 303)
  if (website) return thanks
  const { faults } = words.after.report
  const refused = (message: string, status: number, headers?: HeadersInit) =>
    json<ReportRefused>({ faults: [{ field: '', message }], values: report }, { status, headers })
  const taken = await limits.take('report', address)
  if (!taken.ok) return refused(faults.often, 429, { 'retry-after': String(taken.retryAfterSeconds) })
  const reported = await reportStory(db, slug, report, now)
  if (reported.ok) return thanks
  switch (reported.because) {
    case 'not-found':
      throw json({ because: 'not-found' }, { status: 404 })
    case 'too-many':
      return refused(faults['too-many'], 429, { 'retry-after': '3600' })
    case 'faults': {
      const said = reported.faults.map(({ field: name, code }) => ({ field: name, message: faults[code] }))
      return json<ReportRefused>({ faults: said, values: report }, { status: 422 })
    }
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { after, reader } = wordsFor(data.paper.outlet.language)
  if ('missing' in data) return unlisted(reader.missing.title)
  if ('retracted' in data) return unlisted(reader.retracted.title)
  return unlisted(`${after.report.title} – ${data.paper.outlet.name}`)
}

export default function Report() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<ReportRefused>()
  if ('missing' in data || 'retracted' in data) return <Instead data={data} />
  const { paper, story, sent } = data
  return (
    <Paper paper={paper} here="">
      {sent && !refused ? <ReportSent slug={story.slug} /> : <ReportForm story={story} refused={refused} />}
    </Paper>
  )
}
