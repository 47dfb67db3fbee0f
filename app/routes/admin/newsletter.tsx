// /admin/newsletter: the issues, how many get which, when the clock writes them, and the button that begins one.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import { audienceOf } from '#app/newsroom/wire/issue.ts'
import { subscriberCounts } from '#app/newsroom/wire/issue-audience.server.ts'
import { planOf, savePlan } from '#app/newsroom/wire/issue-plan.server.ts'
import { issuesPage, startIssue } from '#app/newsroom/wire/issues.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { BeginIssue, IssueTable, PlanForm, ReaderCounts } from '#app/ui/admin/issue-list.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn, Pager } from './admin-page.tsx'
import { issueFault, issueStatus } from './issue-refusals.ts'

export const links = workspaceLinks

export const meta = titledPage

const query = z.strictObject({
  before: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .catch('')
    .default(''),
})

export const loader = door('admin', async ({ request, context, person }) => {
  const { db } = context
  const { before } = readQuery(request.url, query)
  return {
    person,
    title: wordsFor(person.language).issues.admin.title,
    ...(await issuesPage(db, before ? Number(before) : null)),
    first: before === '',
    counts: await subscriberCounts(db),
    topics: (await runningTopics(db)).map(({ slug, name }) => ({ slug, name })),
    plan: await planOf(db),
    done: doneIn(request.url),
  }
})

const hour = z
  .string()
  .regex(/^(never|[0-9]|1[0-9]|2[0-3])$/)
  .default('never')

/** `act`: begin an issue for `audience`, or keep when the clock writes. */
const newsletterForm = z.strictObject({
  act: z.enum(['write', 'plan']),
  audience: z.string().max(220).default('daily'),
  daily: hour,
  weekly: z
    .string()
    .regex(/^(never|[1-7])$/)
    .default('never'),
  weeklyHour: hour,
})

export const action = door('admin', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const read = await readForm(request, newsletterForm, words)
  if (!read.ok) return refused(read.faults, 422)
  const { db, now } = context
  const { act, audience, daily, weekly, weeklyHour } = read.value
  if (act === 'write') {
    const begun = await startIssue(db, audienceOf(audience) ?? { topic: '' }, person, now)
    if (!begun.ok) return refused([issueFault(begun.because, words)], issueStatus(begun.because))
    return redirect(`/admin/newsletter/${begun.issue}`, 303)
  }
  const plan = {
    dailyHour: daily === 'never' ? null : Number(daily),
    weekly: weekly === 'never' || weeklyHour === 'never' ? null : { day: Number(weekly), hour: Number(weeklyHour) },
  }
  const saved = await savePlan(db, plan, person, now)
  if (!saved.ok) return refused([issueFault(saved.because, words)], issueStatus(saved.because))
  return redirect('/admin/newsletter?done=plan', 303)
})

function refused(faults: Fault[], status: number) {
  return json({ faults }, { status })
}

export default function NewsletterPage() {
  const { person, title, issues, next, first, counts, topics, plan, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().issues.admin
  const faults = answer?.faults ?? []
  const notice = answer || !Object.hasOwn(words.done, done) ? '' : (words.done[done] ?? '')
  return (
    <AdminPage person={person} tab="newsletter" title={title} notice={notice}>
      <Problems faults={faults} />
      <BeginIssue topics={topics} faults={faults} />
      <section className="part" aria-labelledby="issues">
        <h2 id="issues">{words.issues}</h2>
        <IssueTable issues={issues} />
        <Pager
          first={first ? null : '/admin/newsletter'}
          next={next === null ? null : `/admin/newsletter?before=${next}`}
          words={{ first: words.newest, next: words.older }}
        />
      </section>
      <div className="two-columns">
        <ReaderCounts counts={counts} />
        <PlanForm plan={plan} />
      </div>
    </AdminPage>
  )
}
