// GET /stories/:slug/changes: the editions of a story, each compared with the one before, and when it was off the site.

import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { paperKeys } from '#app/newsroom/outlet/paper-keys.ts'
import { changesOfStory } from '#app/newsroom/press/changes.server.ts'
import { paperFrame } from '#app/newsroom/press/paper-frame.server.ts'
import { door } from '#app/routes/door.ts'
import { Paper } from '#app/ui/page/paper.tsx'
import { ChangesView } from '#app/ui/reader/changes-view.tsx'
import { Instead } from '#app/ui/reader/instead.tsx'
import changedCss from '#app/ui/styles/what-changed.css?url'
import { wordsFor } from '#app/words/words.ts'
import { headOf, kept, missing, paperLinks, readerHeaders, unlisted } from './reader-page.ts'

export const links = () => [...paperLinks(), { rel: 'stylesheet', href: changedCss }]
export const headers = readerHeaders

export const loader = door('public', async ({ context, field }) => {
  const found = await changesOfStory(context.db, field('slug'), context.now)
  const paper = await paperFrame(context.db)
  if (found === null) return missing({ paper, missing: true as const })
  if ('retracted' in found) return kept({ paper, retracted: found.retracted }, [paperKeys.story(field('slug'))], 410)
  return kept({ paper, site: context.settings.siteUrl, story: found }, [paperKeys.story(field('slug'))])
})

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { outlet } = data.paper
  const { after, reader } = wordsFor(outlet.language)
  if ('missing' in data) return unlisted(reader.missing.title)
  if ('retracted' in data) return unlisted(reader.retracted.title)
  const title = after.changes.title(data.story.headline)
  const path = `/stories/${data.story.slug}/changes`
  return headOf({ title: `${title} – ${outlet.name}`, description: '', site: data.site, path, outlet })
}

export default function Changes() {
  const data = useLoaderData<typeof loader>()
  if ('missing' in data || 'retracted' in data) return <Instead data={data} />
  return (
    <Paper paper={data.paper} here="">
      <ChangesView story={data.story} />
    </Paper>
  )
}
