// /desk/stories/:id/verification: the checks of one story on a page of their own, and the door that records them.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  overrideVerification,
  recordCheck,
  revokeOverride,
  verificationPage,
} from '#app/newsroom/desk/verification.server.ts'
import { checkStates, type VerificationRefusal } from '#app/newsroom/desk/verification.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { verificationLinks } from '#app/ui/desk/verification-links.ts'
import { type RefusedCheck, Verification } from '#app/ui/desk/verification-panel.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import { wordsFor } from '#app/words/words.ts'

export const links = verificationLinks

const form = z.strictObject({
  act: z.enum(['check', 'override', 'revoke']),
  check: z.string().max(40).default(''),
  state: z.enum(checkStates).default('open'),
  /** The evidence of a check, or the reason of an override. Its length is the newsroom's to judge, so that it is kept. */
  words: z.string().max(20_000).default(''),
  seen: z.string().max(40).optional(),
})

export const loader = door('desk', async ({ context, person, field }) => {
  const page = await verificationPage(context.db, field('id'), person)
  if (!page) throw notFound()
  const { name, role, confirmed, language } = person
  const words = wordsFor(language)
  return { person: { name, role, confirmed }, title: words.verification.pageTitle(page.number), page }
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now } = context
  const story = field('id')
  const words = wordsFor(person.language)
  if (!(await verificationPage(db, story, person))) throw notFound()
  const read = await readForm(request, form, words)
  if (!read.ok) return json({ because: 'faults', faults: read.faults }, { status: 422 })
  const { act, check, state, words: said, seen } = read.value
  const answer =
    act === 'check'
      ? await recordCheck(db, { story, check, state, evidence: said, seen }, person, now)
      : act === 'override'
        ? await overrideVerification(db, { story, reason: said }, person, now)
        : await revokeOverride(db, { story }, person, now)
  if (answer.ok) return redirect(`/desk/stories/${story}?verified=${act}#verification`, 303)
  const { because } = answer
  const status = statuses[because]
  if (status === 404) throw notFound()
  const refused: RefusedCheck = {
    act,
    check,
    state,
    words: said,
    faults: [{ field: 'words', message: words.verification.refused[because] }],
  }
  return json(refused, { status })
})

const statuses: Record<VerificationRefusal, 403 | 404 | 409 | 422> = {
  'not-found': 404,
  'not-allowed': 403,
  'own-story': 403,
  interest: 403,
  'no-edit-right': 403,
  closed: 409,
  'no-such-check': 422,
  'no-evidence': 422,
  'no-reason': 422,
  'too-long': 422,
  changed: 409,
  'nothing-open': 409,
  'already-overridden': 409,
  'not-overridden': 409,
}

export const meta = titledPage

export default function VerificationOfStory() {
  const { person, title, page } = useLoaderData<typeof loader>()
  const answer = useActionData<RefusedCheck | { because: string; faults: RefusedCheck['faults'] }>()
  const refused = answer && 'act' in answer ? answer : null
  const words = useWords().verification
  const { desk } = useWords()
  const place = refused?.act === 'check' ? `${refused.check}-words` : 'override-words'
  return (
    <Workspace
      person={person}
      here="desk"
      title={title}
      primary={
        <a className="small back" href={`/desk/stories/${page.publicId}#verification`}>
          {words.back}
        </a>
      }
    >
      {answer && <Problems faults={answer.faults.map(({ message }) => ({ field: refused ? place : '', message }))} />}
      <p className="about-story">
        <bdi>{page.headline || desk.queue.untitled}</bdi>
      </p>
      <div className="verification alone">
        <Verification page={page} refused={refused} />
      </div>
    </Workspace>
  )
}
