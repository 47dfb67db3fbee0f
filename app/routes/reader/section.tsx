// GET /sections/:slug: everything printed in one section, newest first.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { sectionPage } from '#app/newsroom/press/archive.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { breadcrumbs } from '#app/newsroom/wire/structured-data.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { useWords } from '#app/ui/page/words-context.ts'
import { Instead } from '#app/ui/reader/instead.tsx'
import { Invite } from '#app/ui/reader/invite.tsx'
import { TeaserList } from '#app/ui/reader/teaser-list.tsx'
import { wordsFor } from '#app/words/words.ts'
import { afterOf, headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context, field }) => {
  const after = afterOf(request)
  const section = await sectionPage(context.db, field('slug'), after, context.now)
  const paper = await paperFrame(context.db)
  if (section === null) return missing({ paper, missing: true as const })
  return kept({ paper, site: context.settings.siteUrl, section, after }, [paperKeys.section(section.slug)])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { reader: words, wire } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(words.missing.title)
  const home = { name: wire.frontPage, path: '/' }
  const { section, site, after } = data
  return headOf({
    title: words.section.title(section.name, outlet.name),
    description: section.description,
    site,
    path: `/sections/${section.slug}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    outlet,
    image: section.teasers[0]?.lead,
    feeds: { path: `/sections/${section.slug}`, title: section.name },
    data: [breadcrumbs([home, { name: section.name, path: `/sections/${section.slug}` }], site)],
  })
}

export default function Section() {
  const data = useLoaderData<typeof loader>()
  const words = useWords().reader.section
  if ('missing' in data) return <Instead data={data} />
  const { paper, section, after } = data
  const path = `/sections/${section.slug}`
  return (
    <Paper paper={paper} here={path}>
      <div className="column">
        <header className="page-head">
          <p className="kicker">{words.kicker}</p>
          <h1>{section.name}</h1>
          {section.description !== '' && <p className="standfirst">{section.description}</p>}
          <p className="small">
            <a href={`${path}/feed.xml`}>{words.feed}</a>
          </p>
        </header>
        <TeaserList teasers={section.teasers} next={section.next} after={after} path={path} inSection />
      </div>
      <Invite />
    </Paper>
  )
}
