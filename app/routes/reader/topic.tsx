// GET /topics/:slug: a topic hub, "24/7 – All about …".
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { topicHub } from '#app/newsroom/press/topic-hub.server.ts'
import { breadcrumbs } from '#app/newsroom/wire/structured-data.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { HubView } from '#app/ui/reader/hub-view.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import { wordsFor } from '#app/words/words.ts'
import { afterOf, headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = paperLinks
export const headers = readerHeaders

export const loader = door('public', async ({ request, context, field }) => {
  const after = afterOf(request)
  const hub = await topicHub(context.db, field('slug'), after, context.now)
  const paper = await paperFrame(context.db)
  if (hub === null) return missing({ paper, missing: true as const })
  return kept({ paper, site: context.settings.siteUrl, hub, after })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { reader: words, wire } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(words.missing.title)
  const home = { name: wire.frontPage, path: '/' }
  const { hub, site, after } = data
  return headOf({
    title: words.topic.title(hub.title, outlet.name),
    description: hub.background[0] ?? hub.title,
    site,
    path: `/topics/${hub.slug}${after === null ? '' : `?after=${encodeURIComponent(after)}`}`,
    outlet,
    image: hub.teasers[0]?.lead,
    feeds: { path: `/topics/${hub.slug}`, title: hub.name },
    data: [breadcrumbs([home, { name: hub.name, path: `/topics/${hub.slug}` }], site)],
  })
}

export default function Topic() {
  const data = useLoaderData<typeof loader>()
  if ('missing' in data) return <Instead data={data} />
  return (
    <Paper paper={data.paper} here={`/topics/${data.hub.slug}`} topic={data.hub.slug}>
      <HubView hub={data.hub} after={data.after} />
    </Paper>
  )
}
