// /my/stories/:id/compare: two kept versions of one's own story, and taking an earlier one back.
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { comparedRevisions, restoreRevision } from '#app/newsroom/desk/own-revisions.server.ts'
import { readForm, readQuery } from '#app/platform/read-form.server.ts'
import { door, notFound } from '#app/routes/door.ts'
import { ComparedVersions } from '#app/ui/contributor/compared-versions.tsx'
import { Problems } from '#app/ui/forms/problems.tsx'
import { titledPage } from '#app/ui/page/head.ts'
import { useOutlet } from '#app/ui/page/outlet-data.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { Workspace } from '#app/ui/page/workspace.tsx'
import contributorCss from '#app/ui/styles/contributor.css?url'
import workspaceCss from '#app/ui/styles/workspace.css?url'
import { formatInstant } from '#app/words/formats.ts'
import { wordsFor } from '#app/words/words.ts'

export const links = () => [workspaceCss, contributorCss].map((href) => ({ rel: 'stylesheet', href }))

const query = z.strictObject({
  from: z.string().max(12).catch('').default(''),
  to: z.string().max(12).catch('').default(''),
  done: z.string().max(40).catch('').default(''),
})

const restoreForm = z.strictObject({
  revision: z.coerce.number().int().min(1),
  version: z.coerce.number().int().min(1),
})

export const loader = door('contributor', async ({ request, context, person, field }) => {
  const { from, to, done } = readQuery(request.url, query)
  const compared = await comparedRevisions(context.db, field('id'), { from, to }, person)
  if (!compared) throw notFound()
  const { name, role, confirmed, language } = person
  const { contributor, tracking } = wordsFor(language)
  const page = compared === 'nothing-yet' ? null : compared
  const plain = tracking.compare.title(page?.headline || contributor.mine.untitled)
  const title = Object.hasOwn(tracking.compare.refused, done) ? contributor.writing.errorTitle(plain) : plain
  return { person: { name, role, confirmed }, title, heading: plain, publicId: field('id'), page, done }
})

export const action = door('contributor', async ({ request, context, person, field }) => {
  const form = await readForm(request, restoreForm, wordsFor(person.language))
  if (!form.ok) return json({ because: 'faults', faults: form.faults }, { status: 422 })
  const restored = await restoreRevision(context.db, field('id'), form.value, person, context.now)
  if (!restored.ok && restored.because === 'not-found') throw notFound()
  const path = `/my/stories/${field('id')}`
  if (restored.ok) return redirect(`${path}/status?done=restored`, 303)
  return redirect(`${path}/compare?from=${form.value.revision}&done=${restored.because}`, 303)
})

export const meta = titledPage

export default function Compare() {
  const { person, page, heading, publicId, done } = useLoaderData<typeof loader>()
  const { compare } = useWords().tracking
  const faults: Record<string, string> = compare.refused
  const back = (
    <a className="small back" href={`/my/stories/${publicId}/status`}>
      {compare.back}
    </a>
  )
  return (
    <Workspace person={person} here="stories" title={heading} primary={back}>
      {Object.hasOwn(faults, done) ? <Problems faults={[{ field: '', message: faults[done] ?? '' }]} /> : null}
      {page ? (
        <>
          <Choices page={page} />
          <p className="compare-count">
            <strong>{compare.changes(page.changes)}</strong> <span className="quiet small">{compare.legend}</span>
          </p>
          <ComparedVersions {...page} />
          {page.mayRestore ? <Restore page={page} /> : null}
        </>
      ) : (
        <div className="empty">
          <p>
            <strong>{compare.nothing}</strong>
          </p>
          <p className="empty-hint">{compare.nothingHint}</p>
        </div>
      )}
    </Workspace>
  )
}

type Version = {
  number: number | null
  why: keyof ReturnType<typeof useWords>['tracking']['compare']['why']
  at: string
}
type Page = { publicId: string; version: number; list: Version[]; from: Version; to: Version }

function Choices({ page }: { page: Page }) {
  const { compare } = useWords().tracking
  return (
    <form method="get" className="compare-choices" action={`/my/stories/${page.publicId}/compare`}>
      <Versions name="from" label={compare.from} list={page.list} chosen={page.from} />
      <Versions name="to" label={compare.to} list={page.list} chosen={page.to} />
      <button type="submit" className="button">
        {compare.button}
      </button>
    </form>
  )
}

function Versions({ name, label, list, chosen }: { name: string; label: string; list: Version[]; chosen: Version }) {
  const { language, tracking } = useWords()
  const { timeZone } = useOutlet()
  const said = ({ number, why, at }: Version) =>
    [
      number === null ? '' : tracking.compare.numbered(number),
      tracking.compare.why[why],
      formatInstant(new Date(at), 'both', timeZone, language),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className="field">
      <label htmlFor={`version-${name}`}>{label}</label>
      <select id={`version-${name}`} name={name} defaultValue={chosen.number ?? 'now'}>
        {list.map((version) => (
          <option key={version.number ?? 'now'} value={version.number ?? 'now'}>
            {said(version)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Restore({ page }: { page: Page }) {
  const { compare } = useWords().tracking
  return (
    <form method="post" className="part restore" action={`/my/stories/${page.publicId}/compare`}>
      <input type="hidden" name="revision" value={page.from.number ?? ''} />
      <input type="hidden" name="version" value={page.version} />
      <p className="quiet">{compare.restoreHint}</p>
      <button type="submit" className="button">
        {compare.restore}
      </button>
    </form>
  )
}
