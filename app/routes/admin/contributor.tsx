// /admin/contributors/:id: one account: facts, stories, by-lines, sessions, log, and what an admin can do to it.
import { json, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { contributorPage } from '#app/newsroom/people/contributors.server.ts'
import { changeStanding, type StandingAct, standingActs } from '#app/newsroom/people/roles.server.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { TextArea } from '#app/ui/forms/field.tsx'
import { type Fault, Problems } from '#app/ui/forms/problems.tsx'
import { CloseDialog, Dialog, OpenDialog } from '#app/ui/page/dialog.tsx'
import { pageHead, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { perBook } from '#app/words/per-book.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage, doneIn } from './admin-page.tsx'
import { AccountFacts, BylinesPart, LogPart, RightsPart, SessionsPart, StoriesPart } from './contributor-parts.tsx'

export const links = workspaceLinks

const standingForm = perBook(({ admin: { faults, refusals } }) =>
  z.strictObject({
    act: z.enum(standingActs, faults.act),
    reason: z.string(refusals['reason-missing']).trim().max(1000, faults.reasonLong).default(''),
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageHead(matches, data?.page.person.name ?? '')

export const loader = door('admin', async ({ request, context, person, field }) => {
  const page = await contributorPage(context.db, field('id'), context.now)
  if (!page) throw notFound()
  return { person, page, own: page.person.publicId === person.publicId, done: doneIn(request.url) }
})

type Answer = { faults: Fault[]; act: StandingAct | null; reason: string }

export const action = door('admin', async ({ request, context, person, field }) => {
  const publicId = field('id')
  const words = wordsFor(person.language)
  const read = await readForm(request, standingForm(words), words)
  if (!read.ok) {
    const act = standingActs.find((name) => name === read.values.act) ?? null
    return json<Answer>({ faults: read.faults, act, reason: read.values.reason ?? '' }, { status: 422 })
  }
  const { act, reason } = read.value
  const changed = await changeStanding(context.db, { publicId, act, reason }, person, context.now)
  if (changed.ok) return redirect(`/admin/contributors/${encodeURIComponent(publicId)}?done=${act}`, 303)
  if (changed.because === 'not-found') throw notFound()
  if (changed.because === 'not-allowed') throw json({ because: 'not-allowed' }, { status: 403 })
  const where = changed.because === 'reason-missing' ? 'reason' : ''
  const faults = [{ field: where, message: words.admin.refusals[changed.because] }]
  return json<Answer>({ faults, act, reason }, { status: where ? 422 : 409 })
})

export default function ContributorPage() {
  const { person, page, own, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useWords().admin.contributor
  const faults = answer?.faults ?? []
  // A dialog cannot come back open without script, so a fault of its field brings the form onto the page.
  const reopened = answer?.act && faults.some((fault) => fault.field === 'reason') ? answer.act : null
  return (
    <AdminPage person={person} tab="contributors" title={page.person.name} done={answer ? '' : done}>
      <Problems faults={faults} />
      {reopened ? (
        <div className="panel reopened">
          <h2>{words.questions[reopened](page.person.name)}</h2>
          <StandingForm
            act={reopened}
            name={page.person.name}
            id={page.person.publicId}
            answer={{ faults, reason: answer?.reason ?? '' }}
          />
        </div>
      ) : null}
      <div className="two-columns">
        <div>
          <AccountFacts person={page.person} />
          <Standing page={page} own={own} except={reopened} />
          <RightsPart page={page} />
          {page.person.protected ? null : <StoriesPart stories={page.stories} />}
          <BylinesPart bylines={page.bylines} />
        </div>
        <div>
          <SessionsPart sessions={page.sessions} />
          <LogPart log={page.log} />
        </div>
      </div>
    </AdminPage>
  )
}

type PageData = ReturnType<typeof useLoaderData<typeof loader>>['page']

function Standing({ page, own, except }: { page: PageData; own: boolean; except: StandingAct | null }) {
  const words = useWords().admin.contributor
  const { name, publicId, status } = page.person
  return (
    <section className="part">
      <h2>{words.rights}</h2>
      {own ? <p className="hint">{words.yourself}</p> : null}
      {status === 'unconfirmed' ? <p className="hint">{words.notConfirmed}</p> : null}
      <div className="buttons">
        {page.acts.map((act) =>
          act === except ? null : (
            <div key={act}>
              <OpenDialog id={`ask-${act}`} className={act === 'suspend' ? 'button danger' : 'button'}>
                {words.acts[act]}
              </OpenDialog>
              <Dialog id={`ask-${act}`} title={words.questions[act](name)}>
                <StandingForm act={act} name={name} id={publicId} answer={null} />
              </Dialog>
            </div>
          ),
        )}
      </div>
    </section>
  )
}

function StandingForm({
  act,
  name,
  id,
  answer,
}: {
  act: StandingAct
  name: string
  id: string
  answer: { faults: Fault[]; reason: string } | null
}) {
  const words = useWords().admin.contributor
  return (
    <form method="post" action={`/admin/contributors/${id}`} className="form wide">
      <p>{words.consequences[act]}</p>
      <input type="hidden" name="act" value={act} />
      {act === 'suspend' ? (
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          required
          maxLength={1000}
          defaultValue={answer?.reason}
          faults={answer?.faults}
        />
      ) : null}
      <p className="hint">{words.told(name)}</p>
      <div className="buttons">
        {answer ? null : <CloseDialog id={`ask-${act}`}>{words.cancel}</CloseDialog>}
        <button type="submit" className={act === 'suspend' ? 'button danger' : 'button primary'}>
          {words.acts[act]}
        </button>
      </div>
    </form>
  )
}
