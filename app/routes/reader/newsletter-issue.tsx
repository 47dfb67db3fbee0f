// GET /newsletter/archive/:number: one issue as it was sent, without what was taken down since.
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { archivedIssue } from '#app/newsroom/wire/issue-archive.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import { type IssueShown, IssueView } from '#app/ui/reader/issue-view.tsx'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: changedCss }]
export const headers = readerHeaders

export const loader = door('public', async ({ context, field }) => {
  const { db, settings } = context
  const asked = field('number')
  const found = /^[1-9]\d{0,8}$/.test(asked) ? await archivedIssue(db, Number(asked)) : null
  const paper = await paperFrame(db)
  if (!found) return missing({ paper, missing: true as const })
  const stories = found.issue.stories.map((story) => {
    if (!story) return null
    const { slug, headline, standfirst, language } = story
    return { slug, headline, standfirst, language }
  })
  const issue: IssueShown = { ...found.issue, sentAt: found.issue.sentAt.toISOString(), stories }
  // A story that is taken down, or comes back, changes what stands here.
  return kept({ paper, site: settings.siteUrl, issue }, [paperKeys.newsletter, ...found.slugs.map(paperKeys.story)])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { reader, issues } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(reader.missing.title)
  const { number, subject } = data.issue
  return headOf({
    title: `${subject} – ${outlet.name}`,
    description: `${issues.archive.title}: ${issues.archive.issue(number)}`,
    site: data.site,
    path: `/newsletter/archive/${number}`,
    outlet,
  })
}

export default function NewsletterIssue() {
  const data = useLoaderData<typeof loader>()
  if ('missing' in data) return <Instead data={data} />
  return (
    <Paper paper={data.paper} here="/newsletter/archive">
      <IssueView issue={data.issue} />
    </Paper>
  )
}
