// GET /policies/:name: one of the rules that the paper gives itself.
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { policyPage } from '#app/newsroom/press/about-pages.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { HouseHtml } from '#app/ui/reader/house-text.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import { PrintedAt } from '#app/ui/reader/printed-at.tsx'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ context, field }) => {
  const page = await policyPage(context.db, field('name'))
  if (page === null) return missing({ paper: await paperFrame(context.db), missing: true as const })
  return kept({ site: context.settings.siteUrl, ...page }, [])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { policies, reader } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(reader.missing.title)
  return headOf({
    title: `${policies.titles[data.policy]} – ${outlet.name}`,
    description: data.summary,
    site: data.site,
    path: `/policies/${data.policy}`,
    outlet,
  })
}

export default function Policy() {
  const data = useLoaderData<typeof loader>()
  const words = useWords().policies
  if ('missing' in data) return <Instead data={data} />
  const { paper, policy, html, changedAt } = data
  return (
    <Paper paper={paper} here={`/policies/${policy}`}>
      <div className="column reading policy">
        <header className="page-head">
          <h1>{words.titles[policy]}</h1>
          {changedAt !== null && (
            <p className="small">
              {words.since} <PrintedAt at={changedAt} style="date" />
            </p>
          )}
        </header>
        <section aria-label={words.titles[policy]}>
          <HouseHtml html={html} />
        </section>
      </div>
    </Paper>
  )
}
