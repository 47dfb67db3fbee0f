// /admin/newsletter/:id: a draft is written here, without script; an issue that is sent shows how far it is and can be stopped.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { teasersOf } from '#app/newsroom/press/teasers.server.ts'
import { runningTopics } from '#app/newsroom/topics/topics.server.ts'
import {
  audienceName,
  audienceOf,
  type IssueDone,
  type IssueRefusal,
  LONGEST_INTRO,
  LONGEST_SUBJECT,
} from '#app/newsroom/wire/issue.ts'
import { endIssue, resumeIssue, stopIssue } from '#app/newsroom/wire/issue-sending.server.ts'
import { discardIssue, issueOf, lastTest, newFor, saveIssue, testIssue } from '#app/newsroom/wire/issues.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { IssueForm, type IssueRefused } from '#app/ui/admin/issue-form.tsx'
import { IssueProgress } from '#app/ui/admin/issue-progress.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { issueFault, issueStatus } from './issue-refusals.ts'

export const links = workspaceLinks

export const meta = titledPage

const OFFERED = 30

export const loader = door('admin', async ({ request, context, person, field }) => {
  const { db, now } = context
  const found = await issueOf(db, field('id'), now)
  if (!found) throw notFound()
  const isDraft = found.view.state === 'draft'
  const words = wordsFor(person.language).issues.admin
  const offered = isDraft ? (await teasersOf(db, 'all', { limit: OFFERED }, now)).teasers : []
  return {
    person,
    title: isDraft ? words.compose : found.view.subject,
    view: found.view,
    stories: found.stories.map((story) => story && { slug: story.slug, headline: story.headline }),
    offered: offered.map(({ slug, headline }) => ({ slug, headline })),
    topics: isDraft ? (await runningTopics(db)).map(({ slug, name }) => ({ slug, name })) : [],
    test: isDraft ? await lastTest(db, field('id'), person) : null,
    done: doneIn(request.url),
  }
})

const slugs = z.array(z.string().max(220)).max(90).default([])
// Forms send line ends as two characters.
const oneEnd = (text: string) => text.replaceAll('\r\n', '\n')

/**
 * `act`: save, new (take what is new), test, discard; stop, resume, end; or up:, down:, out: and the slug of a story.
 * `story`: those in the issue, in their order; `add`: those that were ticked.
 */
const issueForm = z.strictObject({
  act: z.string().max(230).default('save'),
  version: z.string().max(10).default('0'),
  audience: z.string().max(220).default('daily'),
  subject: z.string().max(LONGEST_SUBJECT).default(''),
  intro: z.string().transform(oneEnd).pipe(z.string().max(LONGEST_INTRO)).default(''),
  story: slugs,
  add: slugs,
})

export const action = door('admin', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const { db, now } = context
  const issue = field('id')
  if (!(await issueOf(db, issue, now))) throw notFound()
  const read = await readForm(request, issueForm, words)
  if (!read.ok) return json<IssueRefused>({ faults: read.faults, typed: typedIn(read.values) }, { status: 422 })
  const { act, version, subject, intro, story, add } = read.value
  const running = { stop: stopIssue, resume: resumeIssue, end: endIssue, discard: discardIssue }
  if (Object.hasOwn(running, act)) {
    const done = await running[act as keyof typeof running](db, issue, person, now)
    if (!done.ok) return refused(done.because)
    await context.press.afterwards()
    return act === 'discard' ? redirect('/admin/newsletter?done=discarded', 303) : to(doneBy[act] ?? '')
  }
  const audience = audienceOf(read.value.audience) ?? { topic: '' }
  const fresh = act === 'new' ? await newFor(db, audience, now) : []
  const stories = arranged([...new Set([...story, ...add, ...fresh])], act)
  const typed = { issue, version: Number.parseInt(version, 10) || 0, audience, subject, intro, stories }
  const saved = await saveIssue(db, typed, person, now)
  const done: IssueDone = saved.ok && act === 'test' ? await testIssue(db, issue, person, now) : saved
  if (!done.ok) return refused(done.because, { audience: audienceName(audience), subject, intro, stories })
  return act === 'test' ? to('tested') : to('saved', /^(up|down|out):|^new$/.test(act) ? '#stories' : '')

  function to(done: string, part = '') {
    return redirect(`/admin/newsletter/${issue}?done=${done}${part}`, 303)
  }

  function refused(because: IssueRefusal, typed: IssueRefused['typed'] = null) {
    if (because === 'not-found') throw notFound()
    return json<IssueRefused>({ faults: [issueFault(because, words)], typed }, { status: issueStatus(because) })
  }
})

const doneBy: Record<string, string> = { stop: 'stopped', resume: 'resumed', end: 'ended' }

/** The order after a button beside a story was pressed. */
function arranged(slugs: string[], act: string): string[] {
  const [step = '', slug = ''] = [act.slice(0, act.indexOf(':')), act.slice(act.indexOf(':') + 1)]
  const at = slugs.indexOf(slug)
  if (at < 0) return slugs
  const rest = slugs.filter((one) => one !== slug)
  if (step === 'out') return rest
  if (step === 'up') return rest.toSpliced(Math.max(0, at - 1), 0, slug)
  return step === 'down' ? rest.toSpliced(at + 1, 0, slug) : slugs
}

function typedIn(values: Record<string, string>): IssueRefused['typed'] {
  const { audience = 'daily', subject = '', intro = '', story = '', add = '' } = values
  return { audience, subject, intro, stories: [...story.split('\n'), ...add.split('\n')].filter(Boolean) }
}

export default function IssuePage() {
  const { person, title, view, stories, offered, topics, test, done } = useLoaderData<typeof loader>()
  const refused = useActionData<IssueRefused>()
  const words = useWords().issues.admin
  const notice = refused || !Object.hasOwn(words.done, done) ? '' : (words.done[done] ?? '')
  return (
    <AdminPage person={person} tab="newsletter" title={title} notice={notice}>
      <p>
        <a className="small back" href="/admin/newsletter">
          {words.back}
        </a>
      </p>
      <Problems faults={refused?.faults ?? []} />
      {view.state === 'draft' ? (
        <IssueForm
          view={view}
          stories={stories.filter((story) => story !== null)}
          offered={offered}
          topics={topics}
          test={test && { ...test, to: person.email }}
          refused={refused}
        />
      ) : (
        <IssueProgress view={view} stories={stories} />
      )}
    </AdminPage>
  )
}
