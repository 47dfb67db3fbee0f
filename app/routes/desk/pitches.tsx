// /desk/pitches: ideas that wait for an answer, the oldest first.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { answerPitch, openPitches } from '#app/newsroom/desk/pitches.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { DeskPlaces } from '#app/ui/desk/desk-places.tsx'
import { OpenPitches, type PitchRefused } from '#app/ui/desk/open-pitches.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { EmptyList, Pager } from '#app/ui/page/list-parts.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

const rowsPerPage = 50

export const links = workspaceLinks

/** `after` is `<ms>_<number>` of the last pitch of the page before. */
const query = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}_\d{1,15}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  done: z.enum(['answered', '']).catch('').default(''),
})

const answerForm = z.strictObject({
  pitch: z.string().min(1).max(40),
  verdict: z.enum(['welcome', 'declined']),
  answer: z.string().max(20_000).default(''),
})

export const loader = door('desk', async ({ request, context, person }) => {
  const { after: asked, done } = readQuery(request.url, query)
  const [at, id] = asked.split('_').map(Number)
  const after = at !== undefined && id !== undefined ? { at: new Date(at), id } : undefined
  const rows = await openPitches(context.db, { after, limit: rowsPerPage + 1 }, person, context.now)
  const pitches = rows.slice(0, rowsPerPage)
  const last = pitches.at(-1)
  const { name, role, confirmed, language } = person
  return {
    person: { name, role, confirmed },
    title: wordsFor(language).calls.inbox.title,
    pitches,
    isFirst: after === undefined,
    next: rows.length > rowsPerPage && last ? `${last.place.at}_${last.place.id}` : null,
    answered: done === 'answered',
  }
})

export const action = door('desk', async ({ request, context, person }) => {
  const words = wordsFor(person.language)
  const form = await readForm(request, answerForm, words)
  if (!form.ok) return json<PitchRefused>({ pitch: '', answer: '', faults: form.faults }, { status: 422 })
  const { pitch, verdict, answer } = form.value
  const answered = await answerPitch(context.db, pitch, { verdict, answer }, person, context.now)
  if (answered.ok) return redirect('/desk/pitches?done=answered', 303)
  if (answered.because === 'not-found') throw notFound()
  const faults = answered.faults.map(({ field, code }) => ({ field, message: words.calls.faults[code] }))
  const code = answered.faults[0]?.code
  const status = code === 'pitch-own' ? 403 : code === 'pitch-answered' ? 409 : 422
  return json<PitchRefused>({ pitch, answer, faults }, { status })
})

export const meta = titledPage

export default function Pitches() {
  const { person, pitches, isFirst, next, answered } = useLoaderData<typeof loader>()
  const refused = useActionData<PitchRefused>() ?? null
  const words = useWords().calls.inbox
  const isHere = refused && pitches.some(({ publicId, own }) => publicId === refused.pitch && !own)
  return (
    <Workspace person={person} here="desk" title={words.title}>
      <DeskPlaces here="pitches" />
      <Problems
        faults={(refused?.faults ?? []).map(({ field, message }) => ({
          field: isHere && field ? `${refused?.pitch}-${field}` : '',
          message,
        }))}
      />
      {answered && !refused ? (
        <p className="notice done" role="status">
          {words.answered}
        </p>
      ) : null}
      <p className="lead">{words.lead}</p>
      {pitches.length > 0 ? (
        <OpenPitches pitches={pitches} refused={refused} />
      ) : (
        <EmptyList title={words.empty} hint={words.emptyHint} />
      )}
      <Pager
        label={words.title}
        first={isFirst ? null : { href: '/desk/pitches', words: words.first }}
        next={next ? { href: `/desk/pitches?after=${next}`, words: words.older } : null}
      />
    </Workspace>
  )
}
