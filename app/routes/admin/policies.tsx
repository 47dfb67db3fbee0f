// GET /admin/policies: what each policy said from when on, and who changed it.
import { useLoaderData } from '@remix-run/react'
import { outletOf } from '#app/newsroom/outlet/outlet.server.ts'
import { policyHistory } from '#app/newsroom/outlet/policies.server.ts'
import { htmlOfBlocks } from '#app/newsroom/story/copy/short-text.ts'
import { door } from '#app/routes/door.ts'
import { titledPage, workspaceLinks } from '#app/ui/page/head.ts'
import { useWords } from '#app/ui/page/words-context.ts'
import { HouseHtml } from '#app/ui/reader/house-text.tsx'
import { formatInstant } from '#app/words/formats.ts'
import { wordsFor } from '#app/words/words.ts'
import { AdminPage } from './admin-page.tsx'

export const links = workspaceLinks

export const meta = titledPage

const MOST = 100

export const loader = door('admin', async ({ context, person }) => {
  const { timeZone, language } = await outletOf(context.db)
  const versions = await policyHistory(context.db, MOST)
  return {
    person,
    title: wordsFor(person.language).policies.history,
    timeZone,
    versions: versions.map(({ paragraphs, at, ...version }) => ({
      ...version,
      html: htmlOfBlocks(paragraphs, { under: 2 }, language),
      at: at.toISOString(),
    })),
  }
})

export default function Policies() {
  const { person, title, timeZone, versions } = useLoaderData<typeof loader>()
  const { language, policies: words } = useWords()
  return (
    <AdminPage person={person} tab="outlet" title={title}>
      <p>{versions.length === 0 ? words.noHistory : words.historyLead}</p>
      {versions.map(({ policy, html, by, at }) => (
        <details className="part" key={policy + at}>
          <summary>
            <b>{words.names[policy] ?? policy}</b>{' '}
            <time dateTime={at}>{formatInstant(new Date(at), 'both', timeZone, language)}</time>, {words.by}{' '}
            <bdi>{by === '' ? words.gone : by}</bdi>
          </summary>
          {html === '' ? <p>{words.emptied}</p> : <HouseHtml html={html} />}
        </details>
      ))}
      <p>
        <a href="/admin/outlet">{words.back}</a>
      </p>
    </AdminPage>
  )
}
