// /my/stories/:id/tickets: asks for a correction or a takedown of one's own published story.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { storyStatus } from '#app/newsroom/desk/status.server.ts'
import { askTicket } from '#app/newsroom/desk/tickets.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { countTry, door, notFound } from '#app/routes/door.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const kinds = z.enum(['correction', 'takedown'])
const query = z.strictObject({ kind: kinds.catch('correction').default('correction') })
const ticketForm = z.strictObject({ kind: kinds, text: z.string().default('') })

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const page = await storyStatus(context.db, field('id'), person)
  if (!page) throw notFound()
  const { kind } = readQuery(request.url, query)
  const { name, role, confirmed, language } = person
  const title = wordsFor(language).tracking.published.ask[kind]
  const { publicId, number, headline } = page.story
  return { person: { name, role, confirmed }, title, kind, story: { publicId, number, headline } }
})

type Refusal = { kind: 'correction' | 'takedown'; text: string; fault: string }

export const action = door('contributor', async ({ request, context, person, field }) => {
  const words = wordsFor(person.language)
  const form = await readForm(request, ticketForm, words)
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const { kind, text } = form.value
  await countTry(context, 'ticket', person.publicId)
  const asked = await askTicket(context.db, field('id'), { kind, text }, person, context.now)
  if (asked.ok) return redirect(`/my/stories/${field('id')}/status?done=asked#published`, 303)
  if (asked.because === 'not-found') throw notFound()
  const refusal: Refusal = { kind, text, fault: words.tracking.ticket.faults[asked.because] }
  return json(refusal, { status: asked.because === 'empty' || asked.because === 'too-long' ? 422 : 409 })
})

export const meta = titledPage

export default function Ticket() {
  const { person, kind: asked, story } = useLoaderData<typeof loader>()
  const answer = useActionData<Refusal>()
  const refusal = answer && 'fault' in answer ? answer : null
  const { contributor, tracking } = useWords()
  const kind = refusal?.kind ?? asked
  const faults = refusal ? [{ field: 'text', message: refusal.fault }] : []
  return (
    <Workspace person={person} here="stories" title={tracking.published.ask[kind]}>
      <Problems faults={faults} />
      <p className="lead about-story">
        {contributor.mine.number(story.number)} · {story.headline || contributor.mine.untitled}
      </p>
      <p className="lead">{tracking.ticket.leads[kind]}</p>
      <form method="post" action={`/my/stories/${story.publicId}/tickets`} className="form wide">
        <input type="hidden" name="kind" value={kind} />
        <TextArea
          name="text"
          label={tracking.ticket.fields[kind]}
          rows={6}
          maxLength={5000}
          dir="auto"
          defaultValue={refusal?.text}
          faults={faults}
        />
        <div className="buttons">
          <button type="submit" className="button primary">
            {tracking.ticket.send}
          </button>
          <a className="button" href={`/my/stories/${story.publicId}/status`}>
            {tracking.ticket.back}
          </a>
        </div>
      </form>
    </Workspace>
  )
}
