// Where one's own story stands: what happened, what is asked, what can be done.
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { storyStatus } from '#app/newsroom/desk/status.server.ts'
import { readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { MoveDialogs } from '#app/ui/contributor/move-dialogs.tsx'
import { notAnswered, StatusNotice } from '#app/ui/contributor/status-notice.tsx'
import { Messages, Points, Steps, Whereabouts } from '#app/ui/contributor/status-parts.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({ done: z.string().max(40).catch('').default('') })

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const page = await storyStatus(context.db, field('id'), person)
  if (!page) throw notFound()
  const { done } = readQuery(request.url, query)
  const { name, role, confirmed } = person
  const words = wordsFor(person.language).contributor
  const plain = words.status.title(page.story.headline || words.mine.untitled)
  const title = done === notAnswered ? words.writing.errorTitle(plain) : plain
  return { ...page, person: { name, role, confirmed }, title, done }
})

export const meta = titledPage

export default function Status() {
  const { person, story, mayWrite, steps, notes, points, pointsOpen, offered, done } = useLoaderData<typeof loader>()
  const { mine, status } = useWords().contributor
  const primary = mayWrite ? (
    <a className="button primary" href={`/my/stories/${story.publicId}`}>
      {status.edit}
    </a>
  ) : story.slug ? (
    <a className="button" href={`/stories/${story.slug}`}>
      {status.read}
    </a>
  ) : null
  return (
    <Workspace person={person} here="stories" title={story.headline || mine.untitled} primary={primary}>
      <StatusNotice done={done} />
      <div className="status-page">
        <div>
          <Whereabouts story={story} />
          <Points story={story} points={points} open={pointsOpen} mayAnswer={offered.includes('resubmit')} />
          <MoveDialogs story={story} offered={offered} />
          <Messages story={story} notes={notes} />
        </div>
        <Steps steps={steps} />
      </div>
    </Workspace>
  )
}
