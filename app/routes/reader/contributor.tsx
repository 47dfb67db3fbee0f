// GET /contributors/:handle: a by-line, own name or pen name, and the stories printed under it.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { bylinePage } from '#app/newsroom/press/archive.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { profilePage } from '#app/newsroom/wire/structured-data.ts'
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
  const byline = await bylinePage(context.db, field('handle'), after, context.now)
  const paper = await paperFrame(context.db)
  if (byline === null) return missing({ paper, missing: true as const })
  return kept({ paper, site: context.settings.siteUrl, byline, after }, [paperKeys.byline(byline.handle)])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const words = wordsFor(outlet.language).reader
  if ('missing' in data) return unlisted(words.missing.title)
  const { byline, site, after } = data
  return headOf({
    title: words.byline.title(byline.name, outlet.name),
    description: byline.about || words.byline.description(byline.name, outlet.name),
    site,
    path: `/contributors/${byline.handle}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    outlet,
    type: 'profile',
    feeds: { path: `/contributors/${byline.handle}`, title: byline.name },
    data: [profilePage(byline, site)],
  })
}

export default function Contributor() {
  const data = useLoaderData<typeof loader>()
  const words = useWords().reader.byline
  if ('missing' in data) return <Instead data={data} />
  const { paper, byline, after } = data
  return (
    <Paper paper={paper} here="">
      <div className="column">
        <header className="page-head">
          <p className="kicker">{words.kicker}</p>
          <h1>
            <bdi>{byline.name}</bdi>
          </h1>
          {byline.about !== '' && (
            <p className="standfirst" dir="auto">
              {byline.about}
            </p>
          )}
        </header>
        <TeaserList teasers={byline.teasers} next={byline.next} after={after} path={`/contributors/${byline.handle}`} />
      </div>
      <Invite />
    </Paper>
  )
}
