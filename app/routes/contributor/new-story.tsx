// Begins a story: a page with one button, because a draft is made by asking for it and never by looking.
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { startDraft } from '#app/newsroom/story/drafts.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door } from '#app/routes/door.ts'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

const slug = z
  .string()
  .regex(/^[a-z0-9-]{0,80}$/)
  .default('')
const beginning = z.strictObject({ topic: slug, call: slug })

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

export const meta = titledPage

export const loader = door('contributor', ({ request, person }) => {
  const { name, role, confirmed } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(person.language).contributor.start.title,
    ...readQuery(request.url, beginning),
  }
})

export const action = door('contributor', async ({ request, context, person }) => {
  const asked = readQuery(request.url, beginning)
  const read = await readForm(request, beginning, wordsFor(person.language))
  const chosen = {
    topic: (read.ok && read.value.topic) || asked.topic || undefined,
    call: (read.ok && read.value.call) || asked.call || undefined,
  }
  const story = await startDraft(context.db, chosen, person, context.now)
  return redirect(`/my/stories/${story.publicId}${story.callClosed ? '?done=call-closed' : ''}`, 303)
})

export default function NewStory() {
  const { person, topic, call } = useLoaderData<typeof loader>()
  const words = useWords().contributor.start
  return (
    <Workspace person={person} here="write" title={words.title}>
      <p className="lead">{words.lead}</p>
      <ol className="start-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form method="post" action="/my/stories/new">
        {topic ? <input type="hidden" name="topic" value={topic} /> : null}
        {call ? <input type="hidden" name="call" value={call} /> : null}
        <button type="submit" className="button primary">
          {words.button}
        </button>
      </form>
    </Workspace>
  )
}
