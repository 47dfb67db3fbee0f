// /desk/stories/:id/edit: the holder of the claim edits another's words; the form saves without script too.
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { z } from 'zod'
import { editCopy } from '#app/newsroom/desk/desk-edit.server.ts'
import { keepClaim } from '#app/newsroom/desk/desk-story.server.ts'
import { editModes } from '#app/newsroom/desk/edit-mode.ts'
import { editPage } from '#app/newsroom/desk/edit-page.server.ts'
import type { EditPage } from '#app/newsroom/desk/edit-page.ts'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { copyFromText, copyToText, datelineOf, textForArea, withDateline } from '#app/newsroom/story/copy/copy-facts.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { DeskScript, PresenceLine } from '#app/ui/desk/desk-script.tsx'
import { TakeOverForm } from '#app/ui/desk/take-over.tsx'
import { DeskEditPage } from '#app/ui/editor/desk/desk-edit-page.tsx'
import type { FormAnswer } from '#app/ui/editor/writing-draft.ts'
import { titledPage } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import copydeskCss from '#app/ui/styles/copydesk.css?url'
import editorCss from '#app/ui/styles/editor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { wordsFor } from '#app/words/words.ts'
import { spokenEditFaults } from './edit-faults.ts'

export const handle = { hydrate: true }

export const links = () => [workspaceCss, editorCss, copydeskCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({
  done: z.string().max(40).catch('').default(''),
  point: z.string().max(40).catch('').default(''),
})

export const loader = door('desk', async ({ request, context, person, field }) => {
  const { db, now } = context
  await keepClaim(db, field('id'), person, now)
  const shown = await editPage(db, field('id'), person)
  if (!shown) throw notFound()
  const { name, role, confirmed, language, publicId: me } = person
  const { copydesk, desk } = wordsFor(language)
  const who = { person: { name, role, confirmed }, publicId: field('id') }
  if (!shown.ok) {
    return json({ ...who, ...shown, me, title: copydesk.notHere.title }, { status: 403 })
  }
  const { page } = shown
  const said = saidOf(readQuery(request.url, query), copydesk)
  const title = copydesk.title(desk.queue.number(page.number), page.words.headline)
  const { agency } = await outletOf(db)
  return json({ ...who, ok: true as const, page, me, agency, text: textForArea(page.words.copy), title, ...said })
})

const text = (most: number) => z.string().max(most).default('')

/** What the page posts without script. */
const editForm = z.strictObject({
  version: z.coerce.number().int().min(1),
  how: z.enum(editModes).default('suggest'),
  headline: text(2000),
  standfirst: text(4000),
  place: text(200),
  date: text(20),
  story: text(600_000),
  save: z.string().max(10).optional(),
  done: z.string().max(10).optional(),
})

export const action = door('desk', async ({ request, context, person, field }) => {
  const { db, now } = context
  const words = wordsFor(person.language)
  const shown = await editPage(db, field('id'), person)
  if (!shown) throw notFound()
  const read = await readForm(request, editForm, words)
  if (!read.ok) return json<FormAnswer>({ faults: read.faults, values: read.values }, { status: 422 })
  const { version, how, headline, standfirst, done, story } = read.value
  const values = { headline, standfirst, story }
  const line = (typed: string) => typed.replace(/\s+/g, ' ').trim()
  const copy = shown.ok ? copyIn(read.value, shown.page) : undefined
  const edit = { version, how, headline: line(headline), standfirst: line(standfirst), ...(copy ? { copy } : {}) }
  const edited = await editCopy(db, field('id'), edit, person, now)
  const here = `/desk/stories/${field('id')}`
  if (edited.ok) return redirect(done === undefined ? `${here}/edit?done=saved` : here, 303)
  const whole = (message: string, status: number, more: Partial<FormAnswer> = {}) =>
    json<FormAnswer>({ faults: [{ field: '', message }], values, ...more }, { status })
  switch (edited.because) {
    case 'not-found':
      throw notFound()
    case 'not-holder':
      return whole(
        edited.holder ? words.copydesk.conflict.lost(edited.holder) : words.copydesk.conflict.lostToNobody,
        403,
      )
    case 'not-in-review':
      return whole(words.copydesk.conflict.moved, 409)
    case 'changed': {
      const { theirs } = edited
      const told = { headline: theirs.headline, standfirst: theirs.standfirst, text: copyToText(theirs.copy) }
      return whole(words.copydesk.conflict.form, 409, { theirs: told })
    }
    case 'faults': {
      const faults = spokenEditFaults(edited.faults, words).map(({ path: name, message }) => ({ field: name, message }))
      return json<FormAnswer>({ faults, values }, { status: 422 })
    }
  }
})

export const meta = titledPage

export default function Edit() {
  const latest = useLoaderData<typeof loader>()
  // Who loses the story while the page is open keeps what is typed there: the page itself says what happened.
  const opened = useRef(latest)
  if (latest.ok || !opened.current.ok) opened.current = latest
  const shown = opened.current
  const answer = useActionData<FormAnswer>()
  if (!shown.ok) return <NotHere {...shown} />
  const { page, text: plain, me, agency, notice, fault } = shown
  return (
    <DeskEditPage
      page={page as EditPage}
      text={plain}
      me={me}
      agency={agency}
      answer={answer}
      notice={notice}
      fault={fault}
    />
  )
}

type Refused = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { ok: false }>

/** Who cannot edit now: why, who has the story, and what to do. */
function NotHere({ person, publicId, because, holder, state, version, me, mayTakeOver }: Refused) {
  const { notHere, takeOver } = useWords().copydesk
  return (
    <Workspace person={person} here="desk" title={notHere.title}>
      <PresenceLine publicId={publicId} doing="reading" held={false} state={state} version={version} />
      <p className="lead">{because === 'held' ? notHere.held(holder) : notHere[because]}</p>
      {mayTakeOver ? (
        <section className="take-over" aria-labelledby="take-over-title">
          <h2 id="take-over-title">{takeOver.button}</h2>
          <TakeOverForm about={{ publicId, version, me, holder }} next={`/desk/stories/${publicId}/edit`} />
        </section>
      ) : null}
      <p>
        <a className="button" href={`/desk/stories/${publicId}`}>
          {notHere.toReview}
        </a>
      </p>
      <DeskScript />
    </Workspace>
  )
}

type Said = { notice: string; fault: string }

function saidOf({ done, point }: z.infer<typeof query>, words: ReturnType<typeof wordsFor>['copydesk']): Said {
  const notices: Record<string, string> = {
    saved: words.saved,
    reason: words.changes.reasonKept,
    'taken-back': words.changes.takenBack,
    comment: words.comments.said,
  }
  const faults: Record<string, string> = { gone: words.faults.gone, 'reason-long': words.faults.reason }
  const points: Record<string, string> = words.points.faults
  const known = (table: Record<string, string>, name: string) => (Object.hasOwn(table, name) ? (table[name] ?? '') : '')
  return { notice: known(notices, done), fault: known(faults, done) || known(points, point) }
}

/** The text with the dateline of the fields, where these were changed. */
function copyIn({ story, place, date }: z.infer<typeof editForm>, page: EditPage) {
  const copy = copyFromText(story, page.words.copy)
  const before = datelineOf(page.words.copy)
  if (place.trim() === (before?.place ?? '') && date === (before?.date ?? '')) return copy
  return withDateline(
    copy,
    place.trim() ? { place: place.trim().slice(0, 80), date, agency: before?.agency ?? '' } : null,
  )
}
