// /admin/newsletter/:id/send: how many will receive the issue, and the one button that sends it; two presses send it once.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { audienceRow, readerCount } from '#app/newsroom/wire/issue-audience.server.ts'
import { sendIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import { issueOf } from '#app/newsroom/wire/issues.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { IssuePreview } from '#app/ui/admin/issue-form.tsx'
import { AudienceName } from '#app/ui/admin/issue-list.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'
import { issueFault, issueStatus } from './issue-refusals.ts'

export const links = workspaceLinks

export const meta = titledPage

export const loader = door('admin', async ({ context, person, field }) => {
  const { db, now } = context
  const found = await issueOf(db, field('id'), now)
  if (!found) throw notFound()
  const { view, stories } = found
  if (view.state !== 'draft') throw redirect(`/admin/newsletter/${view.issue}`)
  const row = await audienceRow(db, view.audience)
  return {
    person,
    title: wordsFor(person.language).issues.admin.confirm,
    view,
    stories: stories.length,
    readers: row ? await readerCount(db, row, now) : 0,
  }
})

const sendForm = z.strictObject({ version: z.string().max(10) })

export const action = door('admin', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const issue = field('id')
  if (!(await issueOf(context.db, issue, context.now))) throw notFound()
  const read = await readForm(request, sendForm, words)
  if (!read.ok) return json<{ faults: Fault[] }>({ faults: read.faults }, { status: 422 })
  const order = { issue, version: Number.parseInt(read.value.version, 10) || 0 }
  const sent = await sendIssue(context.db, order, person, context.now)
  // The second press of two finds it sent, and shows what the first one did.
  if (sent.ok || sent.because === 'already-sent') return redirect(`/admin/newsletter/${issue}?done=sent`, 303)
  const faults = [{ ...issueFault(sent.because, words), field: '' }]
  return json<{ faults: Fault[] }>({ faults }, { status: issueStatus(sent.because) })
})

export default function SendIssuePage() {
  const { person, title, view, stories, readers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().issues.admin
  const { refusals } = words
  const back = `/admin/newsletter/${view.issue}`
  const lacks = [
    ...(view.subject === '' ? [refusals['no-subject']] : []),
    ...(stories === 0 ? [refusals['no-story']] : []),
    ...(readers === 0 ? [words.confirmNone] : []),
  ]
  return (
    <AdminPage person={person} tab="newsletter" title={title}>
      <Problems faults={answer?.faults ?? []} />
      <div className="letter-desk">
        <div>
          <p className="lead">
            <strong dir="auto">{view.subject || words.untitled}</strong>
          </p>
          <p>
            <AudienceName audience={view.audience} topicName={view.topicName} />
            {' · '}
            {words.confirmStories(stories)}
          </p>
          {lacks.length > 0 ? (
            <div className="notice">
              {lacks.map((lack) => (
                <p key={lack}>{lack}</p>
              ))}
            </div>
          ) : (
            <>
              <p>
                <strong>{words.confirmLead(readers)}</strong> {words.confirmOnce}
              </p>
              <form method="post" action={`${back}/send`} className="form">
                <input type="hidden" name="version" value={view.version} />
                <div className="buttons">
                  <button type="submit" className="button primary">
                    {words.confirmSend(readers)}
                  </button>
                </div>
              </form>
            </>
          )}
          <p>
            <a href={back}>{words.confirmBack}</a>
          </p>
        </div>
        <IssuePreview issue={view.issue} />
      </div>
    </AdminPage>
  )
}
