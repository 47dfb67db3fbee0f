// Where one's own story stands: what happened, what is asked, what can be done.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { whereIsMyStory } from '#app/newsroom/desk/where-is-my-story.server.ts'
import type { Move } from '#app/newsroom/desk/workflow.ts'
import { readsOf } from '#app/newsroom/press/reads.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { askedNow, Points } from '#app/ui/contributor/change-points.tsx'
import { DirectEdits } from '#app/ui/contributor/direct-edits.tsx'
import { MoveDialogs } from '#app/ui/contributor/move-dialogs.tsx'
import { SincePublished } from '#app/ui/contributor/since-published.tsx'
import { isRefusal, StatusNotice } from '#app/ui/contributor/status-notice.tsx'
import { Messages, Steps, Whereabouts } from '#app/ui/contributor/status-parts.tsx'
import { Suggestions } from '#app/ui/contributor/suggestions.tsx'
import { Threads } from '#app/ui/desk/threads.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import copydeskCss from '#app/ui/styles/copydesk.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss, copydeskCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({ done: z.string().max(40).catch('').default('') })

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const { db, now } = context
  const page = await whereIsMyStory(db, field('id'), person, now)
  if (!page) throw notFound()
  const reads = page.story.slug ? await readsOf(db, page.story.number, now) : null
  const { done } = readQuery(request.url, query)
  const { name, role, confirmed } = person
  const words = wordsFor(person.language).contributor
  const plain = words.status.title(page.story.headline || words.mine.untitled)
  const title = isRefusal(done) ? words.writing.errorTitle(plain) : plain
  return { ...page, reads, person: { name, role, confirmed }, title, done }
})

export const meta = titledPage

export default function Status() {
  const page = useLoaderData<typeof loader>()
  const { person, story, steps, notes, points, pointsOpen, offered, suggestions, done } = page
  const { contributor, copydesk } = useWords()
  const { mine } = contributor
  const left = suggestions && { open: suggestions.open, rejected: suggestions.rejected }
  // A story with points is sent again from their form, with the ticks and answers in it.
  const isNotWithPoints = (move: Move) => move !== 'resubmit' || askedNow(points, story).length === 0
  return (
    <Workspace person={person} here="stories" title={story.headline || mine.untitled} primary={<Primary page={page} />}>
      <StatusNotice done={done} />
      {page.joinedWith ? <JoinedWith story={page.joinedWith} /> : null}
      <div className="status-page">
        <div>
          <Whereabouts story={story} waiting={page.waiting} reminder={page.reminder} />
          {suggestions ? <Suggestions story={story} asked={suggestions} offered={offered} done={done} /> : null}
          {page.direct ? <DirectEdits direct={page.direct} /> : null}
          <Points
            story={story}
            points={points}
            open={pointsOpen}
            mayAnswer={offered.includes('resubmit')}
            done={done}
          />
          <MoveDialogs story={story} offered={offered.filter(isNotWithPoints)} left={left} />
          <SincePublished story={story} reads={page.reads} tickets={page.tickets} />
          {page.threads.length > 0 ? (
            <section className="part" id="comments" aria-labelledby="comments-title">
              <h2 id="comments-title">{copydesk.comments.title}</h2>
              <p className="quiet">{copydesk.comments.yours}</p>
              <Threads
                threads={page.threads}
                about={{ publicId: story.publicId, next: `/my/stories/${story.publicId}/status` }}
                forDesk={false}
              />
            </section>
          ) : null}
          <Messages story={story} notes={notes} />
        </div>
        <Steps steps={steps} />
      </div>
    </Workspace>
  )
}

/** Where one's report went when it was joined with another. */
function JoinedWith({ story: { number, slug } }: { story: { number: number; slug: string | null } }) {
  const { after, desk } = useWords()
  return (
    <p className="notice">
      {after.merge.partOf(desk.queue.number(number))}{' '}
      {slug ? <a href={`/stories/${slug}`}>{after.changes.back}</a> : null}
    </p>
  )
}

/** The one thing to do next, where there is one. */
function Primary({
  page: { story, mayWrite, suggestions },
}: {
  page: { story: { publicId: string; slug: string | null }; mayWrite: boolean; suggestions: { open: number } | null }
}) {
  const { contributor, tracking } = useWords()
  const { status } = contributor
  if (mayWrite)
    return (
      <a className="button primary" href={`/my/stories/${story.publicId}`}>
        {status.edit}
      </a>
    )
  if (suggestions?.open)
    return (
      <a className="button primary" href="#suggestions">
        {tracking.suggestions.title}
      </a>
    )
  return story.slug ? (
    <a className="button" href={`/stories/${story.slug}`}>
      {status.read}
    </a>
  ) : null
}
