// /desk/corrections: what reporters and readers ask of published stories, the desk's answers, and editions being prepared.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { editionsInHand } from '#app/newsroom/desk/next-edition.server.ts'
import { answerTicket, openTickets } from '#app/newsroom/desk/tickets.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { EditionsInHand } from '#app/ui/desk/editions-in-hand.tsx'
import { type AnswerRefused, OpenTickets } from '#app/ui/desk/open-tickets.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { EmptyList, Pager } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

const rowsPerPage = 50

export const links = workspaceLinks

/** `after` is `<ms>_<number>` of the last ticket of the page before. */
const query = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,15}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  done: z.string().max(20).catch('').default(''),
})

const answerForm = z.strictObject({
  ticket: z.string().min(1).max(40),
  outcome: z.enum(['done', 'refused']),
  answer: z.string().default(''),
})

export const loader = door('desk', async ({ request, context, person }) => {
  const { after: asked, done } = readQuery(request.url, query)
  const [at, id] = asked.split('_').map(Number)
  const after = at !== undefined && id !== undefined ? { at: new Date(at), id } : undefined
  const rows = await openTickets(context.db, { after, limit: rowsPerPage + 1 }, person)
  const tickets = rows.slice(0, rowsPerPage)
  const inHand = after === undefined ? await editionsInHand(context.db, person) : []
  const last = tickets.at(-1)
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).tracking.corrections.title,
    tickets,
    inHand,
    isFirst: after === undefined,
    next: rows.length > rowsPerPage && last ? `${last.place.at}_${last.place.id}` : null,
    answered: done === 'answered',
  }
})

export const action = door('desk', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const form = await readForm(request, answerForm, words)
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const { ticket, outcome, answer } = form.value
  const answered = await answerTicket(context.db, ticket, { outcome, answer }, person, context.now)
  if (answered.ok) return redirect('/desk/corrections?done=answered', 303)
  if (answered.because === 'not-found') throw notFound()
  const refused: AnswerRefused = { ticket, answer, fault: words.tracking.corrections.faults[answered.because] }
  const status = { 'own-story': 403, 'already-answered': 409, empty: 422, 'too-long': 422 }[answered.because]
  return json(refused, { status })
})

export const meta = titledPage

export default function Corrections() {
  const { person, tickets, inHand, isFirst, next, answered } = useLoaderData<typeof loader>()
  const answer = useActionData<AnswerRefused>()
  const refused = answer && 'fault' in answer ? answer : null
  const words = useWords().tracking.corrections
  const isHere = refused && tickets.some((ticket) => ticket.publicId === refused.ticket && !ticket.story.own)
  return (
    <Workspace person={person} here="desk" title={words.title}>
      <DeskPlaces here="corrections" />
      {refused ? (
        <Problems faults={[{ field: isHere ? `${refused.ticket}-answer` : '', message: refused.fault }]} />
      ) : null}
      {answered && !refused ? (
        <p className="notice done" role="status">
          {words.answered}
        </p>
      ) : null}
      <p className="lead">{words.lead}</p>
      {tickets.length > 0 ? (
        <OpenTickets tickets={tickets} refused={refused} />
      ) : (
        <EmptyList title={words.empty} hint={words.emptyHint} />
      )}
      <EditionsInHand editions={inHand} />
      <Pager
        label={words.title}
        first={isFirst ? null : { href: '/desk/corrections', words: words.first }}
        next={next ? { href: `/desk/corrections?after=${next}`, words: words.older } : null}
      />
    </Workspace>
  )
}
