// GET /topics/:slug: a topic hub, "24/7 – All about …".

import { type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { liveCoverage } from '#app/newsroom/press/live-coverage.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { topicHub } from '#app/newsroom/press/topic-hub.server.ts'
import { breadcrumbs, liveBlog } from '#app/newsroom/wire/structured-data.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { HubView } from '#app/ui/reader/hub-view.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import liveCss from '#app/ui/styles/live.css?url'
import { wordsFor } from '#app/words/words.ts'
import { afterOf, entryOf, headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: liveCss }]
export const headers = readerHeaders

export const loader = door('public', async ({ request, context, field }) => {
  const { db, now, settings } = context
  const after = afterOf(request)
  const hub = await topicHub(db, field('slug'), after, now)
  // Of a hub that was joined with another the address stays, and whoever has it goes on to the other.
  if (hub && hub.slug !== field('slug')) throw redirect(movedTo(request, hub.slug), 301)
  const paper = await paperFrame(db)
  if (hub === null) return missing({ paper, missing: true as const })
  const live = await liveCoverage(db, hub.slug, entryOf(request), now)
  const script = live !== null && live.closedAt === null && live.isNewest && after === null
  return kept({ paper, site: settings.siteUrl, hub, after, live }, [paperKeys.topic(hub.slug)], 200, { script })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { reader: words, wire } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(words.missing.title)
  const home = { name: wire.frontPage, path: '/' }
  const { hub, site, after, live } = data
  return headOf({
    title: words.topic.title(hub.title, outlet.name),
    description: hub.summary,
    site,
    path: `/topics/${hub.slug}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    outlet,
    image: hub.teasers[0]?.lead,
    feeds: { path: `/topics/${hub.slug}`, title: hub.name },
    data: [
      breadcrumbs([home, { name: hub.name, path: `/topics/${hub.slug}` }], site),
      ...(live && after === null ? [liveBlog(live, hub, outlet, site)] : []),
    ],
  })
}

function movedTo(request: Request, slug: string): string {
  const { searchParams } = new URL(request.url)
  searchParams.delete('_data')
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  return `/topics/${encodeURIComponent(slug)}${query}`
}

export default function Topic() {
  const data = useLoaderData<typeof loader>()
  if ('missing' in data) return <Instead data={data} />
  return (
    <Paper paper={data.paper} here={`/topics/${data.hub.slug}`} topic={data.hub.slug}>
      <HubView hub={data.hub} after={data.after} live={data.live} />
    </Paper>
  )
}
