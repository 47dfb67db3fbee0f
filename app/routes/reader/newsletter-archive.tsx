// GET /newsletter/archive: every issue of the newsletter that was sent, newest first.
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { archivedIssues } from '#app/newsroom/wire/issue-archive.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { IssueFacts, type IssueLine } from '#app/ui/reader/issue-view.tsx'
import { usePaper } from '#app/ui/reader/paper-context.ts'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, paperLinks, readerHeaders } from './reader-page.ts'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: changedCss }]
export const headers = readerHeaders

export const loader = door('public', async ({ request, context }) => {
  const { db, settings } = context
  const asked = new URL(request.url).searchParams.get('before') ?? ''
  const before = /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : null
  const { issues, next } = await archivedIssues(db, before)
  const shown = issues.map((issue) => ({ ...issue, sentAt: issue.sentAt.toISOString() }))
  const paper = await paperFrame(db)
  return kept({ paper, site: settings.siteUrl, issues: shown, next, before }, [paperKeys.newsletter])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const words = wordsFor(outlet.language).issues.archive
  return headOf({
    title: `${words.title} – ${outlet.name}`,
    description: words.lead(outlet.name),
    site: data.site,
    path: `/newsletter/archive${data.before === null ? '' : `?before=${data.before}`}`,
    outlet,
  })
}

export default function NewsletterArchive() {
  const { paper, issues, next, before } = useLoaderData<typeof loader>()
  return (
    <Paper paper={paper} here="/newsletter/archive">
      <div className="column issues">
        <Head />
        {issues.map((issue) => (
          <Line key={issue.number} issue={issue} />
        ))}
        {issues.length === 0 ? <None /> : null}
        <OtherPages next={next} first={before === null} />
      </div>
    </Paper>
  )
}

function Head() {
  const words = useWords().issues.archive
  const { outlet } = usePaper()
  return (
    <header className="page-head">
      <h1>{words.title}</h1>
      <p className="standfirst">{words.lead(outlet.name)}</p>
      <p className="small">
        <a href="/newsletter">{words.join}</a>
      </p>
    </header>
  )
}

function None() {
  return <p>{useWords().issues.archive.none}</p>
}

function Line({ issue }: { issue: IssueLine }) {
  return (
    <section>
      <h2 lang={issue.language} dir="auto">
        <a href={`/newsletter/archive/${issue.number}`}>{issue.subject}</a>
      </h2>
      <IssueFacts issue={issue} />
    </section>
  )
}

function OtherPages({ next, first }: { next: number | null; first: boolean }) {
  const words = useWords().issues.archive
  if (next === null && first) return null
  return (
    <nav className="more" aria-label={words.pages}>
      {first ? null : <a href="/newsletter/archive">{words.newest}</a>}{' '}
      {next === null ? null : (
        <a rel="next" href={`/newsletter/archive?before=${next}`}>
          {words.older}
        </a>
      )}
    </nav>
  )
}
